"""A row as written, what may be pressed below an answer, and reminders that were asked for."""

SENTENCES: dict[str, str] = {
    # A row as written
    "row_section": "Section (mục): {text}",
    "row_text": "As written (nguyên văn): {text}",
    "row_content": "Content (nội dung): {text}",
    "row_lead": "Lead (chủ trì): {text}",
    "row_supporting": "Supporting (phối hợp): {text}",
    "row_timeframe": "Time (thời gian): {text}",
    "row_deliverable": "Deliverable (sản phẩm): {text}",
    "row_more": "There is more; write “page {page}” to read on.",
    "row_none": "There is no row to show yet. Please ask about something in a plan first.",
    "row_which": "The last list has {count} tasks. Please write the number too, as in “show row 1”.",
    "row_no_such": "The last answer has {count} row(s) only; please write the number again.",
    # Buttons: what is written on them, and what pressing them says
    "button_as_written": "Show the row",
    "says_as_written": "show the row",
    "button_read_on": "Read on",
    "says_page": "page {page}",
    "button_lead": "Who leads it?",
    "says_lead": "who is responsible?",
    "button_remind": "Remind me",
    "says_remind": "please remind me",
    "button_unremind": "Cancel the reminder",
    "says_unremind": "cancel the reminder",
    "button_rest": "More",
    "says_rest": "what else",
    "button_helpful": "Helpful",
    "says_helpful": "helpful",
    "button_not_helpful": "Not helpful",
    "says_not_helpful": "not helpful",
    # Own work in a part of the year
    "own_tasks_in": "{when} you have {count} task(s):",
    "own_tasks_none_in": "{when} nothing of yours is due. The next task:",
    "own_tasks_today": "Today",
    "own_tasks_day": "On {day}",
    "own_tasks_this_week": "This week",
    "own_tasks_next_week": "Next week",
    "own_tasks_month": "In {month}/{year}",
    "own_tasks_quarter": "In quarter {quarter}/{year}",
    "own_tasks_half_1": "In the first half of {year}",
    "own_tasks_half_2": "In the second half of {year}",
    # Reminders
    "reminder_officials_only": (
        "Reminders are for officials who are linked to an office, so none could be set for you."
    ),
    "reminder_nothing_meant": "Please ask about the task first, then write “remind me”.",
    "reminder_which_item": (
        "The last list has {count} tasks. Please write the number too, as in “remind me of task 1”."
    ),
    "reminder_no_such_item": "The last list has {count} task(s) only; please write the number again.",
    "reminder_gone": "This task is no longer in a plan in force, so no reminder can be set.",
    "reminder_no_day": "The plan states no day for this task, so no reminder can be set.",
    "reminder_past": "The last day of this task is over ({day}), so no reminder is set.",
    "reminder_done": "This task was recorded as done, so no reminder is set.",
    "reminder_too_late": "The last day is {day}; no working morning is left to remind you on.",
    "reminder_after_day": "The last day is {day}; the day you want the reminder on is after it.",
    "reminder_set": (
        "You will be reminded at 07:30 on {day} of “{content}”, due {last_day}. "
        "If you no longer need it, write “cancel the reminder”."
    ),
    "reminder_there": (
        "There is a reminder of this task at 07:30 on {day}. "
        "If you no longer need it, write “cancel the reminder”."
    ),
    "reminder_too_many": (
        "You have {count} reminders, which is the most there can be; please cancel some first."
    ),
    "reminder_none": "You have no reminder at present.",
    "reminder_list": "You have {count} reminders:",
    "reminder_which": "You have {count} reminders; please say which one to cancel:",
    "reminder_item": "{number}. {content} – on {day}, due {last_day}",
    "reminder_list_foot": "Write “cancel reminder 1” to cancel the first.",
    "reminder_removed": "The reminder of “{content}” is cancelled.",
    "reminder_head": "You asked to be reminded:",
    "reminder_head_late": "You asked to be reminded (sent late):",
    "reminder_told": "{content} – due {last_day}{note}.",
    "reminder_day_changed": " (changed since you asked)",
    "reminder_day_past": " (over)",
}
