"""What the log says of troubles that last and pass, in English."""

SENTENCES: dict[str, str] = {
    "trouble_again": "{sentence} (Not yet: {count} times in {seconds} s.)",
    "trouble_over": "Works again after {seconds} s: {sentence}",
    "trouble_defect": "{what}: error {kind}",
    "trouble_conflict": (
        "{name}: another program asks for messages with the same token (409): stop that program, "
        "or make a new token."
    ),
    "trouble_certificate": (
        "{name}: the service's TLS certificate is not valid: check this machine's clock and root "
        "certificates; where both are right, the service is at fault."
    ),
    "trouble_silent": "{name}: the service does not answer for now; it is tried again.",
    "trouble_refused": (
        "{name}: the service refuses ({code}): check this bot's token and settings."
    ),
}
