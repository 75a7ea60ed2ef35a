"""What the bot says in a conversation."""

SENTENCES = {
    # Greeting and general
    "greeting": (
        "This is the automatic assistant {place}. You can ask about plans, deadlines and who is "
        "responsible, or report a problem (phản ánh, kiến nghị)."
    ),
    "place_unknown": "of this office",
    "button_feedback": "Report a problem",
    "button_cancel": "Cancel",
    "button_send": "Send",
    "button_skip": "Skip",
    "nothing_read": "This message has no words that could be read. Please write one short sentence.",
    "too_long": (
        "The message is longer than {limit} characters and was not read. "
        "Please send one short question at a time."
    ),
    "greeting_officer": (
        "This is the automatic assistant {place}. Write “my tasks” to see what is open, or ask "
        "about plans and deadlines."
    ),
    "thanked": "Thank you. If you need anything else, please write here.",
    "thanked_officer": "Thank you. If you need anything else, please write here.",
    "acknowledged": "If you need anything else, please write here.",
    "acknowledged_officer": "If you need anything else, please write here.",
    "who_i_am": "This is the automatic assistant {place}, not an official.",
    "meet_official": "To speak to an official, write “talk to an official” or call {phone}.",
    # Danger, denunciation, complaint
    "danger": (
        "EMERGENCY: call {number} now{others}. This channel does not replace the emergency numbers."
    ),
    "danger_111": "about a child, 111",
    "danger_113": "police, 113",
    "danger_114": "fire and rescue, 114",
    "danger_115": "somebody injured, 115",
    "danger_unsure": (
        "If anybody is in danger, call 114 (fire, rescue), 115 (ambulance) or 113 (police) now."
    ),
    "danger_despair": "Please do not stay alone; ask somebody close to come to you now.",
    "danger_past": "If it is over and you want to report it, please send “feedback”.",
    "denunciation": (
        "This looks like a denunciation (tố cáo), which must be made in writing or in person, so it "
        "is neither taken nor kept here."
    ),
    "denunciation_unsure": (
        "This looks like a denunciation (tố cáo). It must be made in writing or in person "
        "and is not accepted here."
    ),
    "denunciation_or_feedback": (
        "If it is only about how you were served, please send “report a problem” within an hour; "
        "after that it is no longer kept."
    ),
    "denunciation_asked": (
        "A denunciation (tố cáo) is made in writing or in person where citizens are received, "
        "not through this channel."
    ),
    "denunciation_leader": (
        "As it concerns the leaders of {place}, please send it to the authority above: {superior}."
    ),
    "denunciation_superior": "the provincial UBND",
    "denunciation_secret": "The law keeps the denouncer's identity secret.",
    "message_not_kept": "(Not kept)",
    "complaint": (
        "A complaint (khiếu nại) against a decision about yourself is not feedback "
        "(Decree 20/2008/NĐ-CP, Article 1). Please send it to the office that made the decision, "
        "by post or where citizens are received."
    ),
    "complaint_or_feedback": (
        "If it concerns everybody, please send “report a problem” within an hour."
    ),
    "button_petition": "Send it to the clerk all the same",
    "says_petition": "send the petition to the clerk",
    "nothing_to_cancel": "There is nothing half done to cancel.",
    "dialogue_from_other_version": (
        "What you were writing cannot be continued. You wrote: “{text}”. Please send “feedback” "
        "to start again."
    ),
    "failed": (
        "Something went wrong and your last message was not answered. Please write again in a "
        "few minutes."
    ),
    "too_fast": "These are many messages at once. Please wait a minute, then go on.",
    "not_stored": (
        "Something went wrong and the message was not sent. "
        "It is still in the box; please send it again in a few minutes."
    ),
    # Questions
    "ask_place": "Which place do you mean? There are plans of: {places}.",
    "source": "Source: {source}.",
    "related": "Related:",
    "at_the_latest": ", that is {day} at the latest",
    "days_meant": ", that is by {days}",
    "no_day_stated": " (the plan states no day)",
    "no_timeframe": "The plan states no time for this.",
    "timeframe": "Time: {timeframe}.",
    "lead": "Lead (chủ trì): {units}.",
    "no_lead": "The plan names no lead office for this.",
    "supporting": "Supporting (phối hợp): {units}.",
    "no_supporting": "The plan names no supporting office for this.",
    "targets": "Targets (chỉ tiêu): {targets}.",
    "references": "Legal basis (căn cứ): {references}.",
    "deliverable": "Deliverable (sản phẩm): {deliverable}.",
    "no_deliverable": "The plan names no deliverable of this.",
    # People
    "joined": (
        "This conversation now belongs to {office}, {place}. You will be reminded before due days, "
        "on the morning of a working day. Write “my tasks” to see what is open."
    ),
    "invitation_void": "This code is wrong, used or expired. Please ask the clerk for a new one.",
    # Plans, for clerks
    "joined_clerk": (
        "Send “plans” to see the plans that wait for confirmation, “việc PAKN” to see the feedback "
        "in hand, “chưa có người nhận” to see the tasks that nobody has, “conversations” to see "
        "the citizens who wait for an official, “questions” to see those without an answer for all."
    ),
    "joined_leader": (
        "Send “việc PAKN” to see the feedback in hand, “việc quá hạn” to see the tasks without a "
        "result after their day."
    ),
    "draft_notice": (
        "Plan {plan} was loaded and waits for your check: {document}. {tasks} tasks read, "
        "{doubtful} to look at again. It answers and reminds only after you confirm it."
    ),
    "draft_notice_replaces": "Once confirmed, it replaces plan {plan}.",
    "button_show_plan": "Show",
    "button_confirm_plan": "Confirm",
    "button_more": "More",
    "button_show_this_plan": "Show plan {plan}",
    "says_show_plan": "show plan {plan}",
    "says_confirm_plan": "confirm plan {plan}",
    "says_more": "more",
    "drafts": "Plans of {place} that wait for confirmation:",
    "drafts_item": "Plan {plan}: {document}, {tasks} tasks.",
    "drafts_foot": "Send “show plan {plan}” to check it, “confirm plan {plan}” when it is right.",
    "drafts_none": "{place} has no plan that waits for confirmation.",
    "page_more": "(page {page}/{pages}) Send “more” for the next page.",
    "page_last": "(page {page}/{pages})",
    "no_more": "That was all. Send “plans” to see the plans that wait for confirmation.",
    "no_such_plan": (
        "{place} has no plan {plan}. Send “plans” to see those that wait for confirmation."
    ),
    "confirmed_already": "Plan {plan} was confirmed before; there is nothing more to do.",
    "superseded_already": "Plan {plan} was replaced by another version and cannot be confirmed.",
    # Nudges
    "own_tasks": "You have {count} open task(s):",
    "own_tasks_none": "You have no open task with a due day.",
    "not_linked": (
        "This conversation is not linked to an office. "
        "If you are an official, please send the code that the clerk gave you."
    ),
    "no_such_item": "There is no task {number}. Write “my tasks” to see the list.",
    "nobody_linked": "nobody linked yet",
    "no_office": "no office yet",
}
