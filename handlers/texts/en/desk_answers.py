"""Questions and answers at the desk."""

SENTENCES: dict[str, str] = {
    "desk_answer_both": "Question: {question}\nAnswer: {answer}\nReaders: {readers}",
    "desk_answer_removed": "(this answer was removed)",
    "error_desk_answer_exists": ("There is another answer to “{question}”; please edit that one."),
    "error_desk_answer_empty": "Please write the answer.",
    "error_desk_question_empty": "Please write the question to try.",
    "error_question_gone_desk": (
        "Somebody else has answered this question or taken it off the list."
    ),
    "error_desk_conversation_closed": "This conversation has ended.",
    "error_desk_conversation_taken": (
        "{name} is answering this citizen. To answer instead, please press “Nhận thay”."
    ),
    # A question that a citizen may begin with
    "suggested_hours": "What are the opening hours?",
    "suggested_address": "What is the address and the phone number of the office?",
    "suggested_reception": "When are citizens received?",
    "suggested_deadline": "{content}: what is the deadline?",
}
