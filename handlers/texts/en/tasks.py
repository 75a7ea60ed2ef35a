"""What officials say of their work, and what comes of it."""

SENTENCES: dict[str, str] = {
    "task_done": (
        "Item {item} is recorded as done on {day}{late}{note}. If this is a mistake, say "
        "“undo {item}” today."
    ),
    "task_done_for": (
        "Recorded for {office}: item {item} is done on {day}{late}{note}. If this is a "
        "mistake, say “undo {item}” today."
    ),
    "task_done_document": ", product: {note}",
    "task_done_result": ", result: {note}",
    "task_done_late": ", {days} working day(s) after the due day {day}",
    "task_done_late_little": ", after the due day {day}",
    "task_note_wanted": (
        "If there is a document number or a result, please send it next, for example “cv số 45”."
    ),
    "task_noted": "Added to item {item}{note}.",
    "task_not_of_office": (
        "Item {item} is for {office}, not for {named}. Say “việc của {named}” to see the list."
    ),
    "error_task_line_wanted": (
        "Item {item} needs one line of result for the report. Please send it; a short "
        "sentence will do."
    ),
    "error_task_done_already": "Item {item} was recorded as done by {name} at {at}.",
    "error_task_not_done_yet": (
        "Item {item} is not recorded as done, so no result was added. If it is done, please "
        "say “xong {item}” with the result."
    ),
    "error_task_past": (
        "Item {item} was due {day}, before the plan was confirmed, so nobody is reminded of it and "
        "no more time is needed; if it was done, say “xong {item}”."
    ),
    "error_task_gone": (
        "Item {item} no longer holds (the plan has changed, it was withdrawn, or another "
        "office has it), so you need not update it."
    ),
    "error_task_of_others": "Item {item} is for {office}, so you cannot update it.",
    "task_operator": "the operator",
    "task_which": "Please give the number of the item; say “my tasks” to see the list.",
    "task_wait_dropped": "The question is dropped; the item is as it was.",
    "task_undone_done": "Undone: item {item} of {office} is open again, due {day}.",
    "task_undone_noted": (
        "The result just added to item {item} of {office} is removed (due {day})."
    ),
    "task_undone_disputed": "Undone: item {item} stays with {office}, due {day}.",
    "task_undone_paused": (
        "Item {item} of {office} is no longer put off; you will be told before {day} as usual."
    ),
    "task_undone_asked": (
        "The request for more time for item {item} of {office} is withdrawn; the due day is "
        "still {day}."
    ),
    "task_undone_recorded": (
        "The request recorded for item {item} of {office} is removed; the due day is still {day}."
    ),
    "error_task_nothing_said_today": (
        "You have updated nothing today, so there is nothing to undo. For an earlier day, "
        "please tell the clerk."
    ),
    "error_task_nothing_said": "Item {item} has no update to undo.",
    "error_task_undo_too_late": (
        "Item {item} was updated on an earlier day, so you cannot undo it yourself; please "
        "tell the clerk."
    ),
    "error_task_undo_of_others": (
        "Item {item} was updated by {name}, so you cannot undo it; please tell the clerk."
    ),
    "error_task_decided_since": (
        "Item {item} has been dealt with since, so this cannot be undone; say “xem {item}” to "
        "see its history."
    ),
    "task_later": (
        "You will be told of item {item} again on the morning of {until}; it is due {day}."
    ),
    "task_later_capped": (
        "Item {item} is due {day}, so you will be told again on the morning of {until} at the "
        "latest, sooner than the day you chose."
    ),
    "task_later_when": "On which morning do you want to be told of item {item} again?",
    "button_task_later_on": "{label}",
    "says_task_later_on": "nhắc lại {code} {day}",
    "error_task_no_later": (
        "Item {item} is due {day}; no working morning is left before that day."
    ),
    "error_task_later_past": "The day to be told of item {item} again must be after today.",
    "task_disputed": (
        "Passed to the clerk: you say that this {whose}. Until it is decided you are not told "
        "of this item."
    ),
    "task_disputed_unheard": (
        "Recorded: you say that this {whose}. No clerk can be reached here yet, so please "
        "tell one directly; meanwhile you are not told of this item."
    ),
    "task_disputed_own": (
        "Item {item} is recorded as not your office's. You are the clerk: please choose what to do."
    ),
    "task_whose": "belongs to {office}",
    "task_whose_not": "does not belong to {office}",
    "task_disputed_whose": ", but to {whose}",
    "task_told_disputed": (
        "{name} says that item {item} does not belong to {office}{whose}: “{content}”, due "
        "{day}. Please decide."
    ),
    "task_told_disputed_office": (
        "{name} has said that item {item} does not belong to {office}: “{content}”, due "
        "{day}. Nobody is told of it until the clerk has decided."
    ),
    "error_task_disputed_already": (
        "Item {item} waits for the clerk to decide which office it belongs to."
    ),
    "error_task_clerk_decides": "The clerk decides which office item {item} belongs to.",
    "error_task_not_disputed": "Nobody has said that item {item} is not their office's.",
    "error_task_same_office": "Item {item} is with {office} already.",
    "error_task_give_group": (
        "{office} stands for several offices; item {item} must be given to one office, please "
        "name it."
    ),
    "error_task_kept_already": "{name} has left item {item} with {office} at {at}.",
    "error_task_given_already": "{name} has given item {item} to {office} at {at}.",
    "task_office_wanted": "Please name the office that is to have item {item}.",
    "task_office_unsure": (
        "No office “{named}” was found for item {item}; please choose one or type its name again."
    ),
    "task_kept": "Item {item} stays with {office}, due {day}.",
    "task_given": "Item {item} is given to {office}, due {day}.",
    "task_told": "Told: {names}.",
    "task_told_nobody": "Nobody of the office can be reached here; please tell them directly.",
    "task_told_kept": (
        "{name} has decided that item {item} belongs to {office}: “{content}”, due "
        "{day}{why}. You will be told of it again."
    ),
    "task_told_given_away": (
        "{name} has given item {item} of {office} to {other}: “{content}”. You need not do it "
        "any more (due {day})."
    ),
    "task_told_given": (
        "{name} gives item {item} to {other}: “{content}”, due {day} (before: {before})."
    ),
    "button_task_give": "Give to another office",
    "says_task_give": "giao {code} cho đơn vị khác",
    "button_task_give_to": "Give to {office}",
    "says_task_give_to": "giao {code} cho {office}",
    "button_task_keep": "Leave as it is",
    "says_task_keep": "giữ nguyên {code}",
    "task_asked": (
        "Your request for more time for item {item} until {until} is put before {whom}{why}. "
        "Until it is granted the old day stands."
    ),
    "task_whom_leader": "the leader",
    "task_whom_other": "who decides",
    "task_nobody_decides": "No leader can be reached here yet; please ask one directly.",
    "task_reason": ", reason: {reason}",
    "task_why": ", reason: {reason}",
    "task_day_wanted": (
        "Item {item} is due {day}. Until when do you need more time, and why? For example "
        "“next Friday”."
    ),
    "task_day_off": "The day asked for ({day}) is a day off, so the next working day is meant.",
    "error_task_day_past": (
        "The day asked for ({asked}) is past; item {item} is due {day}, please name a day after today."
    ),
    "error_task_day_not_later": (
        "The day asked for ({asked}) is not after the due day of item {item} ({day}); please name a "
        "later day."
    ),
    "task_superior": "the superior authority",
    "task_number_wanted": (
        "Item {item} comes from a plan of {issuer}, who decides on more time. Please give the "
        "number of your request for {until}, for example “cv số 45”."
    ),
    "task_recorded": (
        "Your request for more time for item {item} until {until} is recorded: {document}. "
        "Until {issuer} agrees the old day stands and you will still be told."
    ),
    "task_told_asked": (
        "{name} asks for more time for item {item} of {office}: “{content}”, from {day} to "
        "{new_day}{why}. Please decide."
    ),
    "task_told_granted": (
        "{name} grants more time for item {item} of {office}: “{content}”, now due {new_day} "
        "(before: {day}){why}."
    ),
    "task_told_refused": (
        "{name} does not grant more time for item {item} of {office}: “{content}” until "
        "{new_day}{why}. It is still due {day}."
    ),
    "task_granted": "More time for item {item} of {office} is granted until {day}.",
    "task_refused": "More time for item {item} of {office} is refused; it is still due {day}.",
    "error_task_leader_decides": (
        "A leader, or who gave the work out, decides on more time for item {item}."
    ),
    "error_task_not_asked": "Nobody has asked for more time for item {item}.",
    "error_task_other_day": (
        "The office has changed its request: item {item} until {day}. Please decide again."
    ),
    "error_task_asked_day_past": (
        "The day asked for ({day}) for item {item} is past; the office must name another."
    ),
    "error_task_granted_already": "{name} has granted more time for item {item} until {day}.",
    "error_task_refused_already": "{name} has refused more time for item {item} until {day}.",
    "button_task_grant": "Grant",
    "says_task_grant": "đồng ý gia hạn {code} đến {day}",
    "button_task_refuse": "Refuse",
    "says_task_refuse": "không đồng ý gia hạn {code} đến {day}",
    "task_urged": "Urged: {names}.",
    "task_urged_nobody": "Nobody of {offices} can be reached here; please contact them directly.",
    "task_urged_again": "Item(s) {items} were urged today already.",
    "task_urged_over": "Item(s) {items} wait for no result any more.",
    "task_urged_others": "Item(s) {items} are not your office's, so you cannot urge them.",
    "task_urged_later": "The message goes out at {at}.",
    "task_urge_none": "There is nothing to urge.",
    "task_told_urged": "{name} asks for the result of {count} item(s):",
    "task_told_done": (
        "{name} has recorded item {item} of {office} as done: “{content}”, due {day}{note}. "
        "You need not update it any more."
    ),
    "task_told_done_for": (
        "{name} has recorded item {item} as done for {office}: “{content}”, due {day}{note}. "
        "If this is wrong, please tell the clerk."
    ),
    "task_told_undone": (
        "{name} has undone the last update: item {item} of {office} is open, “{content}”, due "
        "{day}."
    ),
    "button_task_view": "Show",
    "says_task_view": "xem {code}",
    "button_task_undo": "Undo",
    "says_task_undo": "hoàn tác {code}",
    "task_head": "Item {item}:",
    "task_state": "Office: {office}. Due: {day}{left}. State: {state}.",
    "task_state_open": "open",
    "task_state_done": "done",
    "task_state_disputed": "paused",
    "task_state_past": "over before the plan was confirmed",
    "task_state_cancelled": "no longer holds",
    "task_done_by": "Done: recorded by {name} on {day}{note}.",
    "task_history": "History: {events}.",
    "task_event": "{at} {name} {act}{day}{note}",
    "task_event_done": "recorded it as done",
    "task_event_noted": "added a result",
    "task_event_disputed": "said it is not theirs",
    "task_event_kept": "left it with the office",
    "task_event_given": "gave it to another office",
    "task_event_asked": "asked for more time until",
    "task_event_granted": "granted more time until",
    "task_event_refused": "refused more time until",
    "task_event_recorded": "recorded a request to the superior until",
    "task_event_paused": "put telling off to",
    "task_event_urged": "urged",
    "task_event_assigned": "gave it out",
    "task_event_withdrawn": "withdrew it",
    "task_mark_line": " One line of result is needed for the report.",
    "task_mark_put_off": " More time was granted, before: {day}.",
    "task_mark_disputed": " Waits for the clerk to decide.",
    "task_mark_waiting": " More time until {day} waits for a decision.",
    "task_mark_paused": " You will be told again on {day}.",
    "task_extensions": "{count} request(s) for more time wait for a decision:",
    "task_extensions_none": "No request for more time waits for a decision.",
    "task_extension": (
        "{number}. {content} – {office} ({name}) asks to move it from {day} to {until}{note}."
    ),
    "task_disputes": "{count} item(s) are said not to belong to the office that has them:",
    "task_disputes_none": "No item is said not to belong to the office that has it.",
    "task_dispute": "{number}. {content} – {office} ({name}), due {day}{note}.",
    "reminder_own_schedule": (
        "This item has its own reminders; for another morning say “nhắc lại” with the "
        "number and the day."
    ),
    "task_tomorrow": "Tomorrow morning",
    "task_no_such_code": "There is no item {number}. Say “my tasks” to see the list.",
    "own_tasks_none_oversees": (
        "You have no open task with a day yourself. Say “việc quá hạn” to see those of the offices."
    ),
    "task_whose_when": "Office: {office}. Due: {day}.",
}
