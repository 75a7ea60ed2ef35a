"""The office's own answers and the questions that wait for one."""

SENTENCES: dict[str, str] = {
    # In place of personal data
    "hidden_phone": "[phone number]",
    "hidden_paper": "[paper number]",
    "hidden_account": "[account number]",
    "hidden_email": "[e-mail address]",
    "hidden_link": "[personal page]",
    "hidden_name": "[name]",
    "hidden_address": "[address]",
    "hidden_plate": "[number plate]",
    "hidden_birth": "[date of birth]",
    "hidden_known": "[left out]",
    # Answers in the office's own words
    "faq_source": "As answered by {office} on {day}.",
    "faq_near": "A similar question that was answered: “{question}”",
    "the_office": "the office",
    # Ratings
    "rated_good": "Thank you for telling us.",
    "rated_good_officer": "Thank you for telling us.",
    "rated_bad": (
        "Sorry that the answer was not right. The question has been noted for an official to "
        "look at; for an answer now, write “talk to an official”."
    ),
    "rated_bad_officer": (
        "Sorry that the answer was not right. The question has been noted for the clerk to look at."
    ),
    "rated_already": "Your opinion of this answer has been noted.",
    # Questions that wait, for clerks
    "open_ratings": "In the last {days} days {good} answers were rated helpful, {bad} not helpful.",
    "open_none": "No question waits for an answer for all.",
    "open_head": "{count} question(s) wait for an answer for all, most asked first:",
    "open_item": "{number}. {question} ({details})",
    "open_asked": "{count} time(s), since {since}",
    "open_disliked": "; said to be wrong {count} time(s)",
    "open_foot": (
        "Write “answer question 1: …” to answer one (“answer internal question 1: …” for officials "
        "only), “drop question 1” if it needs no answer."
    ),
    "open_unknown": (
        "There is no question {number} in the list. Write “questions” to see it, “conversations” to "
        "see the citizens who wait for an official."
    ),
    "faq_preview": (
        "Please check. Once confirmed, whoever asks this is answered as follows:\n"
        "Question: {question}\n"
        "Answer: {answer}\n"
        "Write “confirm” to save it, “cancel” to stop; to change it, write “answer question {number}: …” again."
    ),
    "faq_preview_internal": (
        "Please check. Once confirmed, officials who ask this are answered as follows:\n"
        "Question: {question}\n"
        "Answer: {answer}\n"
        "Write “confirm” to save it, “cancel” to stop; to change it, write “answer internal question {number}: …” again."
    ),
    "faq_empty": "The answer is empty. Please write “answer question {number}: …” with the answer.",
    "faq_personal": (
        "The answer holds personal data ({kinds}); please make sure that it may be public."
    ),
    "faq_saved": "Saved. From now on whoever asks this is answered at once.",
    "faq_saved_internal": "Saved. From now on officials who ask this are answered at once.",
    "faq_settled": "{count} waiting question(s) were settled with it.",
    "faq_cancelled": "Cancelled; the answer was not saved.",
    "question_dropped": "Question {number} was taken off the list.",
    "question_gone": "Somebody else has answered this question or taken it off the list.",
    "button_confirm": "Confirm",
    "says_confirm": "confirm",
    "says_answer": "answer question {number}:",
    # Command line
    "faq_added": "Added answer {faq}.",
    "faq_changed": "Replaced answer {faq}.",
    "faq_removed": "Removed answer {faq}.",
    "faq_none": "There is no answer yet; add one with `motcua faq add`.",
    "faq_line": "{faq}. {question}\n   {answer}\n   {place}, {day}, {audience}",
    "faq_audience_public": "public",
    "faq_audience_internal": "internal",
    "open_line": "{number}. {question}\n   {place}, {details}",
    "open_hint": "To answer: motcua faq add --for {number} --answer “…”",
    "questions_dropped": "Took {count} question(s) off the list.",
    "no_place": "place unknown",
    # Failures
    "error_faq_unknown": "There is no answer {faq}; `motcua faq list` shows them.",
    "error_question_unknown": "No question {number} is waiting; `motcua faq open` shows them.",
    "error_faq_question_missing": "The question is missing: add --question “…” or --for with a number.",
    "error_faq_empty": "Question and answer cannot be empty.",
    "error_faq_too_long": "{what} is longer than {limit} characters; please shorten it.",
    "error_faq_says_nothing": "The question “{question}” names no subject; please say more.",
    "the_question": "The question",
    "the_answer": "The answer",
}
