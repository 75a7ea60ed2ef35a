"""Logging in to the desk."""

SENTENCES: dict[str, str] = {
    # A code typed in chat
    "login_code_asked": (
        "Somebody asks to log in to the desk in your name from {browser}, at {at}.\n"
        "Are you logging in? Confirm only if you opened the login page yourself just now; "
        "if somebody else sent you the code, choose “It is not me”."
    ),
    "login_code_again": "This code has been typed and waits for you to confirm it.",
    "login_code_others": "Somebody else typed this code first, so it cannot be used; get another.",
    "login_code_refused": "This code was refused; to log in, get another on the page.",
    "login_code_used": "This code has been used; to log in elsewhere, get another on the page.",
    "login_code_expired": "This code has expired; get another on the login page.",
    "login_code_unknown": "There is no such code; look at the login page again or get another.",
    "login_code_mistyped": "That is not a login code; type it exactly as the page shows it.",
    "login_code_limited": (
        "There were many wrong login codes, so none is taken for now; try again in an hour."
    ),
    "login_code_citizen": (
        "Login codes are for officials who have linked this chat to their office; "
        "an official who has not may ask the clerk for a linking code."
    ),
    "button_login_agree": "It is me",
    "says_login_agree": "it is me {number}",
    "button_login_refuse": "It is not me",
    "says_login_refuse": "it is not me {number}",
    "login_agreed": (
        "Confirmed: the page on {browser} opens the desk by itself. "
        "If it does not, press “Tôi đã xác nhận” there. "
        "A session lasts 12 hours; on a shared computer, log out when you leave."
    ),
    "login_refused": (
        "Refused: {browser} is not let in. If somebody sent you the code, "
        "tell the clerk, and never type another person's code."
    ),
    "login_nothing_to_decide": (
        "This request to log in is no longer waiting; to log in, get another code on the page."
    ),
    # A link asked for in chat
    "login_link": (
        "Your link to the desk, to be used once, valid until {until}: {url}\n"
        "Please do not pass it on."
    ),
    "login_how": (
        "Open {url} on a computer of the office. The page shows a code; "
        "type it here and confirm to enter the desk."
    ),
    "login_links_limited": "You have asked for many links this hour; try again in an hour.",
    # Pages and command line
    "error_login_limited": "The login page was opened too often from this network; try later.",
    "error_session_unknown": "This session is no longer open; it may have ended or been logged out.",
    "error_session_not_named": "Say which session to close, or --all for all of them.",
    "desk_link_person": "The desk for {name} (a one-time link, valid until {until}): {url}",
    "desk_link_operator": "The operator's desk (a one-time link, valid until {until}): {url}",
    "desk_sessions_none": "No session is open.",
    "desk_session_line": "{which}  {name}  {browser}  from {since} until {until}",
    "desk_browser_unknown": "unknown browser",
    "desk_sessions_closed": "Sessions closed: {count}.",
    "run_other_link": "From another computer that operator's link is: {url}",
}
