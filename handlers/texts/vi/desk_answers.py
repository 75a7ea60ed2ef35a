"""Questions and answers at the desk."""

SENTENCES: dict[str, str] = {
    "desk_answer_both": "Hỏi: {question}\nĐáp: {answer}\nNgười đọc: {readers}",
    "desk_answer_removed": "(đã xóa câu trả lời này)",
    "error_desk_answer_exists": (
        "Câu hỏi “{question}” đã có câu trả lời khác; xin sửa câu trả lời đó."
    ),
    "error_desk_answer_empty": "Xin ghi câu trả lời.",
    "error_desk_question_empty": "Xin ghi câu hỏi cần thử.",
    "error_question_gone_desk": ("Câu hỏi này đã được người khác trả lời hoặc bỏ khỏi danh sách."),
    "error_desk_conversation_closed": "Cuộc trao đổi này đã kết thúc.",
    "error_desk_conversation_taken": (
        "{name} đang trả lời người dân này. Nếu cần trả lời thay, xin bấm “Nhận thay”."
    ),
    # A question that a citizen may begin with
    "suggested_hours": "Giờ làm việc của cơ quan?",
    "suggested_address": "Địa chỉ, điện thoại của cơ quan?",
    "suggested_reception": "Lịch tiếp công dân thế nào?",
    "suggested_deadline": "{content}: hạn khi nào?",
}
