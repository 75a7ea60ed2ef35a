"""Conversations that an official was asked into."""

SENTENCES: dict[str, str] = {
    # Wanting a human
    "calm": (
        "Please say what you would like to ask or report; one short sentence is enough. "
        "To speak with an official, write “talk to an official”."
    ),
    "calm_officer": "Please say what you would like to look up; one short sentence is enough.",
    "handover_ask_place": "Which place's officials would you like to ask? Please write its name.",
    "handover_sorry_ask_place": (
        "Sorry that you had to wait. To pass this to the right officials, please write the name of "
        "the place."
    ),
    "handover_ask_question": (
        "What would you like to ask the officials? Please write one sentence for them to read."
    ),
    "handover_no_place": (
        "This system is not set up for any place yet, so nothing can be passed to an official. "
        "Please contact the office directly."
    ),
    "handover_officer": (
        "Please speak to the clerk directly. "
        "Send “conversations” to see the citizens' questions that wait for an answer."
    ),
    "handover_dropped": "Cancelled; nothing was passed to an official.",
    "handover_none_open": "You have no open conversation with an official.",
    "handover_feedback_left": "The report you were writing was not sent.",
    # Passed on
    "handover_opened": "Passed to the officials of UBND {place}: “{question}”.",
    "handover_when": "They answer here during office hours{hours}.",
    "handover_when_closed": (
        "The office is closed now; they answer here during office hours{hours}."
    ),
    "handover_hours": "{days}, {morning} and {afternoon}",
    "handover_urgent": "If it is urgent, please call {phone}.",
    "handover_silent": (
        "From now on your messages go to the officials and the automatic assistant does not answer. "
        "Write “end” to stop, “ask the assistant” to ask the assistant."
    ),
    "handover_sorry": "Sorry that you had to wait.",
    "handover_case": "Your latest report – {case}",
    "handover_nobody": (
        "The officials of UBND {place} are not reached here yet, so nobody can answer at once. "
        "Your question is kept for the clerk; for an early answer please contact:"
    ),
    "handover_go_there": "The office of UBND {place}, during office hours.",
    "button_end_handover": "End",
    "says_end_handover": "end",
    "handover_files": "(with {count} file(s), which cannot be seen here)",
    "handover_passed_on": (
        "Passed to the officials. Please go on writing; they will read what follows."
    ),
    "handover_passed_on_sorry": (
        "Sorry that you had to wait. Your message was passed to the officials."
    ),
    "handover_too_many": (
        "You have sent {most} messages within an hour, so this one was not passed on. "
        "Please wait for an answer before you write again."
    ),
    "handover_too_often": (
        "You have sent the officials {most} questions today, so this one was not passed on. "
        "Please write again later, or contact:"
    ),
    "handover_aside": (
        "The automatic assistant is listening. Your question to the officials stays open; "
        "to write to them again, send “talk to an official”."
    ),
    "handover_back": "Please go on; your messages go to the officials.",
    "handover_ended": (
        "The conversation with the officials has ended. The automatic assistant answers here again."
    ),
    "handover_over": (
        "The conversation with the officials had ended, so this was not passed on: “{text}”. "
        "Please write again to ask the assistant, or send “talk to an official”."
    ),
    # From the official to the citizen
    "handover_answer": "An official of UBND {place} answers:\n{answer}",
    "handover_closed": (
        "The official of UBND {place} has ended the conversation. "
        "If you have more to ask, write here and the automatic assistant answers."
    ),
    "handover_closed_unanswered": (
        "The official of UBND {place} has closed this question without an answer here. "
        "To ask again, send “talk to an official”."
    ),
    "handover_closed_idle": (
        "The conversation with the officials has ended, as nothing was written for a day. "
        "If you have more to ask, please write here."
    ),
    "handover_closed_forgotten": (
        "Sorry, no official has answered within {days} working days, so this conversation ends. "
        "Your question is kept for the clerk; please contact:"
    ),
    # Notices to officials
    "handover_notice": "A citizen asks (conversation {number}): “{question}”.",
    "handover_notice_impatient": (
        "A citizen has waited long and needs an answer soon (conversation {number}): “{question}”."
    ),
    "handover_notice_case": "This person's latest report: {code}.",
    "handover_notice_foot": "Write “answer {number}: …” to draft an answer, “take {number}” to take it.",
    "handover_notice_more": "Conversation {number}, the citizen writes: “{text}”.",
    "handover_notice_ended": "Conversation {number}: the citizen has ended it.",
    "handover_notice_taken": "Conversation {number}: {name} has taken it, you need not answer.",
    "handover_notice_closed": "Conversation {number}: {name} has closed it, you need not answer.",
    "handover_notice_forgotten": (
        "Conversation {number} was closed, as the citizen had no answer for {days} working days: “{question}”."
    ),
    # What an official does
    "button_take_handover": "Take",
    "says_take_handover": "take {number}",
    "button_answer_handover": "Answer",
    "says_answer_handover": "answer conversation {number}",
    "button_take_over_handover": "Take over",
    "says_take_over_handover": "take over {number}",
    "button_close_handover": "Close",
    "says_close_handover": "close {number}",
    "button_save_handover": "Keep as an answer for all",
    "says_save_handover": "save answer {number}",
    "button_show_handover": "Show {number}",
    "says_show_handover": "show conversation {number}",
    "handover_unknown": (
        "There is no conversation {number}. Send “conversations” to see those that wait."
    ),
    "handover_or_question": "One of the list “questions”: write “answer question {number}: …”.",
    "handover_closed_already": "Conversation {number} has ended.",
    "handover_taken_by": (
        "{name} has taken conversation {number}. To answer instead, send “take over {number}”."
    ),
    "handover_head": "Conversation {number}:",
    "handover_taken": "You have taken conversation {number}:",
    "handover_yours": "You took conversation {number} before:",
    "handover_foot": "Write “answer {number}: …” to draft an answer, “close {number}” to end it.",
    "handover_ask_answer": "Please write the answer in conversation {number}: “{question}”.",
    "handover_preview": (
        "The citizen (conversation {number}) will read:\n{answer}\n"
        "Write “send” to send it, “edit” to write it again, “cancel” to stop."
    ),
    "handover_draft_unfit": "Conversation {number} has ended, so the answer being written was closed and not sent.",
    "handover_not_sent": "The answer in conversation {number} was not sent.",
    "handover_sent": "The answer in conversation {number} was sent.",
    "handover_close_done": "Conversation {number} is closed; the citizen was told.",
    "handover_draft_sent": (
        "The answer in conversation {number} was sent before. To add to it, write “answer {number}: …”."
    ),
    "handover_draft_dropped": (
        "The answer in conversation {number} was cancelled and not sent. To write it again, send "
        "“answer {number}: …”."
    ),
    "handover_draft_cancelled": "Cancelled; the answer in conversation {number} was not sent.",
    "handover_draft_unreadable": (
        "The answer you were writing cannot be continued. You wrote: “{text}”. "
        "Send “conversations” to see the question and write again."
    ),
    # Kept for all who ask the same
    "handover_save_preview": (
        "Please check. Once confirmed, everybody who asks this can read it:\n"
        "Question: {question}\n"
        "Answer: {answer}\n"
        "Write “confirm” to keep it, “cancel” if it holds anything private; "
        "to reword the question, write “save answer {number}: …”."
    ),
    "handover_save_no_answer": "Conversation {number} has no answer yet, so there is nothing to keep.",
    "handover_save_reword": "To keep it, write “save answer {number}: …” with the question in short.",
    "handover_draft_saved": "The answer in conversation {number} was kept before.",
    "handover_draft_unsaved": "The answer in conversation {number} was not kept. To keep it, send “save answer {number}”.",
    # The list
    "handovers_reminder": (
        "{count} question(s) of citizens from an earlier day have no answer yet; "
        "the oldest is conversation {number}, {state}. Send “conversations” to see them."
    ),
    "button_list_handovers": "Show",
    "says_list_handovers": "conversations",
    "handovers_none": "No citizen's question waits for an official now.",
    "handovers_head": "Citizens' questions ({count}):",
    "handover_item": "No. {number} – {state}{taken} – “{question}”",
    "handover_item_taken": ", taken by {name}",
    "handover_state_closed": "ended",
    "handover_state_answered": "answered",
    "handover_waits_minutes": "waiting {count} min",
    "handover_waits_hours": "waiting {count} h",
    "handover_waits_days": "waiting {count} days",
    "handovers_more": "{count} more.",
    "handovers_foot": "Send “show conversation {number}” to read it, “answer {number}: …” to answer.",
    "handover_line_citizen": "Citizen, {at}: {text}",
    "handover_line_official": "Official, {at}: {text}",
    # At the terminal
    "handover_cli_head": "Conversation {number}, {state}:",
    "handover_cli_preview": "The citizen (conversation {number}) will read:\n{answer}",
    "handover_cli_ask": "Send it?",
    "handover_notice_answered": "Conversation {number}: the office has answered the citizen: “{answer}”.",
    "handover_notice_closed_here": "Conversation {number}: the office has closed it, you need not answer.",
    "error_handover_unknown": "There is no conversation {number}; see `motcua handover list`.",
    "error_handover_closed": "Conversation {number} has ended; nothing more can be sent.",
    "error_handover_answer_empty": "The answer has no words and was not sent.",
}
