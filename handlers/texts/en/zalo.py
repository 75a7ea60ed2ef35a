"""What the command line says of Zalo Official Accounts, and the form they show."""

SENTENCES = {
    "zalo_form": "How to reach you",
    "zalo_form_below": "Name, phone and address, so that the office can answer you",
    "zalo_login_open": (
        "1. Open https://developers.zalo.me, choose the app {app}, “Official Account” › “Thiết lập chung”.\n"
        "2. At “Code challenge”, enter: {challenge}\n"
        "3. Open the permission link that this page makes, as an administrator of the account, and agree.\n"
        "4. Copy the address that you are led to (it has code=…); it is good for 10 minutes.\n"
        "To enter it later: motcua zalo login --verifier {verifier}\n"
        "Or get a pair of tokens from the API Explorer, then: motcua zalo login --tokens"
    ),
    "zalo_login_code": "Address or code (not shown)",
    "zalo_login_access": "Access token (not shown)",
    "zalo_login_refresh": "Refresh token (not shown)",
    "zalo_logged_in": "Account “{name}” (number {number}, {link}) is connected for {place}. Restart motcua run to use it.",
    "zalo_government": (
        "This is a government's account: Zalo may refuse to send (-235). Write to it to try; if no "
        "answer comes, see motcua zalo status and ask Zalo."
    ),
    "zalo_unverified": "This account is not verified: Zalo may refuse to send (-221).",
    "zalo_none": "There is no Official Account yet: motcua zalo login.",
    "zalo_status_line": "Account “{name}” (number {number}): package {package}, {verified}.",
    "zalo_status_unseen": "Account “{name}” (number {number}): Zalo could not be asked ({reason}).",
    "zalo_verified": "verified",
    "zalo_not_verified": "not verified",
    "zalo_status_tokens": "  Tokens: renewed at {changed}, next from {next}, good until {expires}.",
    "zalo_status_failed": "  They could not be renewed since {since} ({failure}): motcua zalo login.",
    "zalo_status_no_tokens": "  No tokens yet: motcua zalo login.",
    "zalo_status_endpoint": "  Sent by: {endpoint}.",
    "zalo_status_unknown": "nothing sent yet",
    "zalo_status_quota": "  Quota {kind}: {left} of {total} left.",
    "zalo_status_no_quota": "  Quota: Zalo does not tell ({reason}).",
    "zalo_status_no_answer": "no answer",
    "zalo_verify_match": "The signature matches: {match}, at {moment}. Nothing needs to be changed.",
    "zalo_verify_old": "This event is over 24 hours old, or in the future by this machine's clock: if it has just come, look at the clock.",
    "zalo_verify_nothing": (
        "No combination matches. Look at these: MOTCUA_ZALO_OA_SECRET is the “OA Secret Key” of the app's "
        "Webhook page; MOTCUA_ZALO_APP_ID is the app that sent the event{app}; the body must be copied "
        "letter by letter (JSON not formatted anew)."
    ),
    "zalo_verify_other_app": " (this event is of app {app})",
    "zalo_verify_unsigned": (
        "The event has no signature (X-ZEvent-Signature): the file needs the headers, too, as in "
        '{{"headers": {{…}}, "body": "…"}}.'
    ),
    "zalo_verify_unknown_oa": "Nobody has logged in for the account {number}: its events are passed over. motcua zalo login.",
    "error_zalo_not_set": "MOTCUA_ZALO_APP_ID and MOTCUA_ZALO_APP_SECRET are not set.",
    "error_zalo_no_code": "There is no code in what was pasted.",
    "error_zalo_no_pair": "Both the access token and the refresh token are needed.",
    "error_zalo_refused": "Zalo refuses ({reason}).",
    "error_zalo_no_answer": "Zalo could not be reached; try again.",
}
