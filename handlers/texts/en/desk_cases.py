"""Cases at the desk."""

SENTENCES: dict[str, str] = {
    "desk_case_by_sender": "the sender",
    "desk_case_by_system": "the system",
    "desk_case_sender_hides": "The sender asks not to be named to the unit or in publication.",
    "desk_case_done_register": "The numbers of {code} are recorded.",
    "desk_case_done_erase": "Personal data in {code} is erased; its dates stay for the figures.",
    "desk_letter_receipt": "Receipt-{code}.docx",
    "desk_letter_answer": "Answer-{code}.docx",
    "desk_letter_apology": "Apology-{code}.docx",
    "desk_template_saved": "The template “{name}” is saved.",
    "desk_template_removed": "The template “{name}” is removed.",
    "desk_template_name": "Name",
    "desk_template_body": "Text",
    "error_desk_case_unknown": "There is no such report, or it is not yours to handle.",
    "error_desk_case_passed": "{why} {last}",
    "error_desk_case_draft_changed": (
        "The draft answer to {case} has changed since you read it. Please read it again first."
    ),
    "error_desk_case_no_call": "No notice of {case} waits for a call.",
    "error_desk_case_kept": "{case} still has to be kept, so its personal data is not erased.",
    "error_desk_case_office_unknown": "Please choose again; this unit is no longer listed.",
    "error_desk_case_inside": (
        "{office} belongs to this office; {case} is assigned to it, not transferred."
    ),
    "error_desk_case_other_unknown": "There is no report {other} to merge into.",
    "error_desk_case_personal": (
        "The public text of {case} still holds personal data. Please read it as it is redacted."
    ),
    "error_desk_template_place": "{unknown} cannot be filled in. What can be: {known}.",
}
