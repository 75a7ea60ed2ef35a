"""A person's own data, in English."""

SENTENCES: dict[str, str] = {
    # What is kept
    "privacy_shown": (
        "Your data kept here:\n{lines}\n"
        "It is encrypted, and only those who handle a report can read it. "
        "How long a report is kept ({years} years after its end) is the office's own rule."
    ),
    "privacy_case": "- Report {code} of {day} ({state}), {until}",
    "privacy_until": "kept until {day}",
    "privacy_until_done": "kept while it is handled",
    "privacy_more": "- And {count} more reports",
    "privacy_contact": "- Contact that you gave: {contact}",
    "privacy_files": "- Photos and files sent: {count}",
    "privacy_consents": "- Consents given: {count} (send “withdraw my consent” to take them back)",
    "privacy_handovers": "- Talks with officials: {count}, each erased {age} days after its end",
    "privacy_messages": "- Messages: {count}, each erased after {age} days",
    "button_erase_data": "Erase my data",
    "says_erase_data": "erase my data",
    "button_copy_data": "Ask for a copy",
    "says_copy_data": "a copy of my data",
    "privacy_copy": (
        "Your request for a copy has been received. An official answers by {answer_by} and "
        "provides it by {due}."
    ),
    # Correcting and taking back
    "privacy_field_phone": "phone",
    "privacy_field_name": "name",
    "privacy_field_address": "address",
    "privacy_corrected": "Your {field} has been corrected in {codes}.",
    "privacy_nothing_to_correct": "No report holds your {field}, so there is nothing to correct.",
    "privacy_bad_phone": (
        "This is not a phone number, so nothing was changed. "
        "Please send all of it: “change my phone to 0900000000”."
    ),
    "privacy_bad_name": "The new name is not clear, so nothing was changed; please send it again.",
    "privacy_bad_address": (
        "The new address is not clear, so nothing was changed; please send it again."
    ),
    "privacy_noted_corrected": "The sender has corrected the contact.",
    "privacy_withdrawn": (
        "Your consents have been withdrawn: your name is no longer published and template "
        "messages are no longer sent. Your reports are handled as before."
    ),
    "privacy_no_consent": "You have given no consent here, so there is nothing to withdraw.",
    # Erasing
    "privacy_erase_ask": (
        "You ask to erase your data here. By law the office answers within {working_days} "
        "working days and is done within {days} days."
    ),
    "privacy_kept_open": (
        "{code} is being handled, so its data is kept until it is done and for {years} years "
        "after that, by the office's own rule."
    ),
    "privacy_kept_ended": (
        "{code} has ended; the office keeps its file until {day}, then erases personal data."
    ),
    "privacy_erase_rest": (
        "Send “erase my data now”, and all other data is erased at once and cannot be restored."
    ),
    "privacy_erase_all": (
        "Send “erase my data now”, and all of it is erased at once and cannot be restored."
    ),
    "button_erase_now": "Yes, erase",
    "says_erase_now": "erase my data now",
    "privacy_erased": (
        "Your data has been erased from this system. "
        "Messages that are still on your device are yours to delete."
    ),
    "privacy_erased_but": (
        "Your request has been received; the office answers by {answer_by} and is done by "
        "{due}.\n{kept}\nAll other data has been erased."
    ),
    # What the clerk sees
    "privacy_kind_access": "Copy of the data",
    "privacy_kind_correct": "Correction",
    "privacy_kind_withdraw": "Withdrawal of consent",
    "privacy_kind_erase": "Erasure",
    "privacy_told": "A request about personal data is waiting:\n{line}",
    "privacy_request": (
        "Request {number}: {kind}, received {asked}, to be answered by {answer_by}, "
        "done by {due}. Reports concerned: {note}."
    ),
    "privacy_requests": "{count} requests about personal data are not done:",
    "privacy_requests_none": "No request about personal data is waiting.",
    "privacy_request_unknown": (
        "There is no open request {number}. Send “yêu cầu dữ liệu” to see the list."
    ),
    "privacy_request_done": "Request {number} is recorded as done, and its sender is told.",
    "button_request_done": "Request {number} done",
    "says_request_done": "done request {number}",
    "privacy_done": "Your request of {asked} ({kind}) has been dealt with.",
}
