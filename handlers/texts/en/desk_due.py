"""Due days at the desk."""

SENTENCES: dict[str, str] = {
    "desk_due_done": "Item {item} is recorded as done{late}{note}.",
    "desk_due_asked": (
        "More time for item {item} until {day} has been asked for. Until it is granted, the old "
        "day counts."
    ),
    "desk_due_disputed": (
        "The clerk has been told that item {item} is not your office's. Until that is decided you "
        "are not reminded of it."
    ),
    "desk_due_later": "You will be reminded of item {item} on the morning of {day}.",
    "desk_due_later_capped": (
        "You will be reminded of item {item} on the morning of {day}, the latest day possible."
    ),
    "desk_due_step_support": "supporting offices are told",
    "error_desk_due_number_wanted": (
        "This work follows a plan of {issuer}, who decides on more time. Please enter the number of "
        "the document that asks for it, such as “Công văn số 45”."
    ),
    "error_desk_due_day_wanted": "Please enter a day.",
    "error_desk_due_office_wanted": "Please choose an office.",
    "error_desk_due_rule_wanted": "Please choose a reporting rule.",
    "error_desk_due_giving_forbidden": (
        "You may give work to the offices you head; work for others is given by a leader or the "
        "clerk."
    ),
    "error_desk_due_document_long": "The document's name is longer than {limit} characters.",
    "error_desk_due_day_far": "Please choose a day between 2000 and 2100.",
}
