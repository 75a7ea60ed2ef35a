"""Work given out in chat, and how it stands."""

SENTENCES: dict[str, str] = {
    # Giving work out
    "assigning_review": (
        "To give to {offices}: “{content}”, due {day}{after}. "
        "Send “assign” if this is right, “edit” to change it, “cancel” to drop it."
    ),
    "assigning_members": "{offices} ({members})",
    "assigning_many": "{count} offices",
    "assigning_after": ", after {document}",
    "assigning_day_off": " (a day off; the working day before it is {day})",
    "assigning_ask_office": "Which office is it for? Send its name or number:",
    "assigning_ask_content": "What is to be done?",
    "assigning_ask_day": "By when? For example “Friday” or “15/12/2026”.",
    "assigning_ask_day_unread": "That day was not understood. Please send it again, for example “15/12/2026” or “in 3 working "
    "days”.",
    "assigning_ask_edit": (
        "Send what is to be changed: the office's name, a new day or new content; "
        "or the whole sentence again."
    ),
    "assigning_given": "Given to {offices}: “{content}”, due {day}. Code: {codes}.",
    "assigning_told_now": "Told: {names}.",
    "assigning_told_later": "{names} will be told at {time}.",
    "assigning_unlinked": (
        "{offices}: no officer is linked, so nobody was told. A clerk may send "
        "“mời <full name> vào {office}” to invite one, or the work may go by letter."
    ),
    "assigning_told": "{name} gives {office}: “{content}”, due {day}{after}.",
    "assigning_told_office": "{office} was given: “{content}”, due {day}{after}.",
    "assigning_dropped": "Dropped; nothing was given to any office.",
    "assigning_over_given": "This work was given already; nothing more is needed.",
    "assigning_over_dropped": "This was dropped already; nothing was given to any office.",
    "assigning_idle": (
        "The work you began to give out was left for a day and was dropped; no office has it. "
        "Please send it again if it is still needed."
    ),
    "assigning_not_allowed": "Work is given out here by leaders, clerks and heads of offices.",
    "assigning_own_only": (
        "You may give work to the office you head; leaders and clerks give it to others."
    ),
    "error_assigning_no_content": "What is to be done is missing.",
    "error_assigning_content_long": "The work is longer than {limit} characters; please shorten it.",
    "error_assigning_day_past": "{day} is past, so no work can be due then; please give another day.",
    "error_assigning_day_far": "{day} is too far away; please check the year.",
    "error_assigning_group_empty": (
        "“{office}” has no member offices yet; please name the offices one by one."
    ),
    "button_assign": "Assign",
    "says_assign": "assign",
    # Taking work back
    "button_withdraw_work": "Withdraw",
    "says_withdraw_work": "withdraw {codes}",
    "work_withdrawn": "Item {code} of {office} is withdrawn.",
    "withdraw_unknown": "There is no item {code} among those you follow.",
    "assigning_withdrawn_told": "{name} has withdrawn item {code}: “{content}”. It need not be done.",
    "assigning_withdrawn_told_office": "Item {code} was withdrawn: “{content}”. It need not be done.",
    "error_withdraw_not_allowed": (
        "Item {item} is withdrawn by who gave it, by a leader or by a clerk only."
    ),
    "error_withdraw_of_plan": (
        "Item {item} follows from a plan and is not withdrawn here; correct or replace the plan."
    ),
    "error_withdraw_twice": "Item {item} was withdrawn or cancelled already.",
    "error_withdraw_done": "Item {item} is done and is not withdrawn.",
    # How work stands
    "status": "{count} of {total} handed in. No result entered: {missing}",
    "status_group": "{count} of {total} handed in – missing: {missing}",
    "status_missing": "{offices} (due {day})",
    "status_urge": "; send 1 to urge {whom}",
    "urge_whom_one": "this office",
    "urge_whom_two": "both offices",
    "urge_whom_many": "all {count} offices",
    "urge_whom_missing": "those missing",
    "status_complete": "All {count} of {total} handed in.",
    "status_decided_later": "{count} of {total} handed in.",
    "status_disputed": "It is being decided who does it: {offices}.",
    "status_what": "Work: {content}. Source: {source}.",
    "status_which": "{count} tasks are near to that; which one is meant?",
    "status_unknown": (
        "No task given to the offices speaks of “{topic}”. "
        "Send “việc quá hạn” to see what has no result yet."
    ),
    "says_status": "status {code}",
    "button_urge_missing": "Urge those missing",
    "says_urge_missing": "đôn đốc {codes}",
    "late_head": "{place} has {count} overdue task(s) without a result:",
    "late_head_own": "Your office has {count} overdue task(s) without a result:",
    "late_none": "{place} has no overdue task without a result.",
    "late_none_own": "Your office has no overdue task without a result.",
    "late_office": "{office} ({count}):",
    "late_item": "{number}. {content} – due {last_day}{days_late}",
    "late_foot": "Send “xem 1” to read the row, “đôn đốc 1” to urge.",
    "late_foot_own": "Send “xem 1” to read the row, “xong 1” when it is done.",
    "late_ask_list": "Send “việc quá hạn” to see what is overdue by office.",
    "office_tasks": "{office} has {count} open task(s):",
    "office_tasks_none": "{office} has no open task with a day.",
    "office_tasks_not_told": (
        "The work of other offices is followed by leaders and clerks; "
        "send “việc của tôi” to see your own."
    ),
    # On the command line
    "task_cli_line": "{item}  {day}  {office}: {content} ({state})",
    "task_cli_none": "There is no such work.",
    "task_cli_told": "Told: {names}.",
    "task_cli_unlinked": "Nobody is linked in {offices}; invite with motcua person invite.",
    "task_cli_source": "Source: {source}.",
    "task_cli_put_off": "More time was granted; the day was {day}.",
    "task_cli_result": "Result: {note}",
    "task_cli_done": "Item {item} is recorded as done for {office}.",
    "task_cli_undone": " (undone)",
    "task_cli_event": "{at}  {person}: {action}{day}{note}{undone}",
    "error_task_unknown": "There is no item {item}; a code is written like V12.",
}
