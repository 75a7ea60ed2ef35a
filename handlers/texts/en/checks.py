"""What `motcua check` says of channels, in English."""

SENTENCES: dict[str, str] = {
    "run_started_worker": "The worker is running; the web pages are another process's.",
    "check_bot": "Channel {channel} ({name}): {people} officers linked, {sent} messages sent this month.",
    "check_never_opened": "never connected yet",
    "check_token_failed": "Channel {channel}: its access token could not be renewed since {since} (error {code}).",
    "check_no_bots": "No channel is configured beside the web. See docs/operations/kenh-zalo-telegram.md.",
    "check_works": "{channel}: works ({name}).",
    "check_no_answer": (
        "{channel}: the service does not answer. Check the way out of this network, the firewall and {url}."
    ),
    "check_telegram_silent": (
        "{channel}: the service does not answer. Check the way out of this network, the firewall and "
        "{url}; Telegram may be blocked in Viet Nam."
    ),
    "check_token_bad": "{channel}: the token is not accepted (error {code}). Check {setting}.",
    "check_login_needed": (
        "{channel}: the access token is of no use any more (error {code}). Run: motcua zalo login"
    ),
    "check_refused": "{channel}: the service refuses (error {code}). See docs/operations/kenh-zalo-telegram.md.",
    "check_no_account": "zalo_oa: no Official Account has been logged in. Run: motcua zalo login",
    "todo_login": "log in to the Official Account again: motcua zalo login",
    "todo_account": "log in to the Official Account: motcua zalo login",
    "todo_seats": "make another Zalo bot and add it to MOTCUA_ZALO_BOT_TOKENS: the present one is full",
    "todo_quota": (
        "make another Zalo bot or take a larger plan: four fifths of the month's messages are used, "
        "the rest is kept for what is overdue"
    ),
}
