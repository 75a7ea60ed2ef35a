"""Offices and people at the desk."""

SENTENCES: dict[str, str] = {
    "desk_absence": "from {first} to {last}",
    "desk_absence_with": "from {first} to {last} ({name} stands in)",
    "desk_forward_again": (
        "{name}, please send this code from the new conversation to be reminded there. "
        "It can be used once, within 7 days: {code}"
    ),
    "error_desk_person_left": "{name} no longer works here.",
    "error_desk_office_exists": "There is an office “{name}” already. Please open it to change it.",
    "error_desk_office_nameless": "Please enter the office's name, at most {limit} characters.",
    "error_desk_office_name_taken": (
        "This is a name of “{name}”. If both names mean one office, please merge the two."
    ),
    "error_desk_office_unknown": (
        "There is no office “{office}”. Please choose one of the list, or tick “Thêm đơn vị mới nếu chưa có tên này”."
    ),
    "error_desk_no_group": "“{name}” is one office, not a name of several.",
    "error_desk_last_clerk": (
        "{name} is the only clerk. Please give this role to somebody else first."
    ),
    "error_desk_not_away": "{name} has no days off.",
    "error_desk_undo_late": "This has been changed again and cannot be undone any more.",
    "error_desk_invitee_nameless": "Please enter the name, at most {limit} characters.",
    "error_desk_place_ended": "{name} has ended; please invite officers at the place that followed it.",
    "error_desk_invitation_gone": "This invitation has been used, has ended or was withdrawn.",
}
