"""The desk: who may what, and what every page says."""

SENTENCES: dict[str, str] = {
    "desk_operator": "Operator",
    "error_desk_forbidden": "Your role does not allow this.",
    "error_desk_needs_person": (
        "An officer of the office must do this; the operator cannot do it for them."
    ),
    "error_desk_signed_out": "Your session has ended, please log in again.",
    "error_desk_gone": "This is no longer here; it may have been removed or moved.",
    "error_desk_undone_already": "This change was undone already.",
    "error_desk_changed": (
        "{name} changed this at {at}. Please look at the new version before saving."
    ),
    "error_desk_changed_by_somebody": (
        "This was just changed elsewhere. Please look at the new version before saving."
    ),
    "error_desk_field_empty": "Please fill in “{field}”.",
    "error_desk_field_long": "“{field}” is longer than {limit} characters.",
    "error_desk_day_wrong": "“{field}” is not right; please write a day as 04/12/2026.",
    "error_desk_busy": "Nothing was saved as the system is busy. Please try again in a few minutes.",
    "error_template_exists": "There is a template “{name}” already; please choose another name or edit that one.",
    "error_template_changed": "The template “{name}” was just changed or removed by somebody else.",
}
