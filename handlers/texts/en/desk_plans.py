"""Plans at the desk."""

SENTENCES: dict[str, str] = {
    "desk_plan_somebody": "Another officer",
    "desk_plan_as_named": "as the plan names them",
    "error_plan_names_other": "{name}: the document says that it is of {named}, not of {place}.",
    "error_reading_already": "{name}: this file is being read; please wait until it is done.",
    "error_reading_many": "{name}: many files wait to be read; please send it in a few minutes.",
    "error_reading_failed": "{name}: the file could not be read because of an error. Please try again.",
    "error_desk_file_large": "The file is larger than {limit} MB. Please split it and send again.",
    "desk_plan_rule": "{kind}: sent on {day} (under {basis})",
}
