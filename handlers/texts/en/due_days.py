"""Days and offices of planned work, and what has neither."""

SENTENCES: dict[str, str] = {
    "row_office_unheld": " – nobody yet",
    "assignee_members": "{name} ({count} offices)",
    "row_of_plan": "task {row} of plan {plan_id}",
    "confirmed_unassigned": "{count} tasks have nobody, so that nobody is reminded of them.",
    "confirmed_lines": (
        "Continuous tasks: the lead office is asked for its result before each closing of report "
        "data ({count} times)."
    ),
    "confirmed_below": "{count} due days are for the places below.",
    "confirmed_taken_over": "This is the separate plan of {rows}.",
    "confirmed_past": "Due days that were past before confirmation, no reminders ({count}):",
    "confirmed_past_more": (
        "and {count} more; type “việc đã qua trước ngày xác nhận” to see them all."
    ),
    "past_item": "task {row} of plan {plan}: {content} – due {day}, {office}",
    "past_none": "No due day was past before confirmation.",
    "button_unassigned": "Tasks of nobody",
    "says_unassigned": "việc chưa có người nhận",
    "waiting_no_more": "That was all.",
    "waiting_hint": "List them with: motcua plan waiting",
    "undated_none": "Every task of the plans in force has its day.",
    "undated_head": "{count} tasks have no day; {waiting} of them wait for you:",
    "undated_row": "task {row} of plan {plan}: {content}",
    "undated_reporting_rule": (
        "It needs a reporting rule: enter one, or type “task {row} of plan {plan} by rule …” with "
        "the number of one."
    ),
    "undated_separate_plan": (
        "Once its own plan is issued, type “task {row} of plan {plan} has its own plan … of …” "
        "with number and day."
    ),
    "undated_ask_clerk": "It needs its time: correct the field “time” of this task.",
    "undated_plan": "Plan {plan} ({document}), tasks kept in view otherwise:",
    "undated_decided": "task {row}: {decided}",
    "unassigned_none": "Every open task has somebody.",
    "unassigned_head": "{count} tasks have nobody:",
    "unassigned_office": "{office} – nobody yet ({count}):",
    "unassigned_unnamed": "The plan names no office",
    "unassigned_item": "task {row} of plan {plan}: {content} – due {day}",
    "unassigned_item_given": "{content} – due {day}",
    "unassigned_more": " (and {count} later)",
    "unassigned_foot": (
        "Type “mời <full name> vào <office>” to invite officers, or “give task {row} of plan {plan} to …” to let "
        "another office do it."
    ),
    "decided_rule": "Sent by the day of rule {rule}.",
    "decided_plan": "Done under document {document} (not loaded yet).",
    "decided_plan_loaded": "Done under document {document} (plan {plan}).",
    "decided_document": "{number} of {day}",
    "decided_on_row": "Noted for task {row} of plan {plan}. {decided}",
    "decided_offices": "Task {row} of plan {plan} is given to {offices}.",
    "decided_as_planned": "Task {row} of plan {plan} is again for the offices that the plan names.",
    "decided_days": "Due: {days}.",
    "decided_days_more": "Due: {days}… ({count} days).",
    "decided_unheld": "Nobody yet at {offices}; please invite officers.",
    "decide_plan_unknown": "Your office has no plan {plan} in force.",
    "decide_office_missing": "There is no office “{office}”; please type the name of one there is.",
    "decide_rule_unknown": "There is no reporting rule {rule}.",
    "error_row_not_ruled": (
        "Task {row} of plan {plan} is no periodic report that waits for a rule, so none can be "
        "picked."
    ),
    "error_row_not_separate": "Task {row} of plan {plan} is not left to a plan of its own.",
    "error_row_elsewhere": "Task {row} of plan {plan} is not for this place.",
    "error_number_empty": "Please give the number of the separate plan.",
    "error_day_format": "“{text}” is no day; please write it like 03/04/2026.",
    "replanned": "Due days: {added} added, {renewed} renewed, {cancelled} cancelled.",
}
