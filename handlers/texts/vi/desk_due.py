"""Due days at the desk."""

SENTENCES: dict[str, str] = {
    "desk_due_done": "Đã ghi việc {item} hoàn thành{late}{note}.",
    "desk_due_asked": (
        "Đã ghi đề nghị gia hạn việc {item} đến {day}. Khi chưa được duyệt, hạn cũ vẫn giữ nguyên."
    ),
    "desk_due_disputed": (
        "Đã báo công chức đầu mối: việc {item} không thuộc đơn vị. Trong khi chờ xem xét, việc này "
        "tạm dừng nhắc."
    ),
    "desk_due_later": "Việc {item} sẽ được nhắc lại sáng {day}.",
    "desk_due_later_capped": (
        "Việc {item} sẽ được nhắc lại sáng {day}, là ngày muộn nhất có thể hẹn."
    ),
    "desk_due_step_support": "báo đơn vị phối hợp",
    "error_desk_due_number_wanted": (
        "Việc này theo kế hoạch của {issuer}, nơi quyết định việc gia hạn. Xin ghi số văn bản đề "
        "nghị gia hạn, ví dụ “Công văn số 45”."
    ),
    "error_desk_due_day_wanted": "Xin nhập ngày.",
    "error_desk_due_office_wanted": "Xin chọn đơn vị.",
    "error_desk_due_rule_wanted": "Xin chọn quy định báo cáo.",
    "error_desk_due_giving_forbidden": (
        "Anh/Chị giao được việc cho đơn vị do Anh/Chị phụ trách; việc cho đơn vị khác do lãnh đạo hoặc "
        "công chức đầu mối giao."
    ),
    "error_desk_due_document_long": "“Theo văn bản” dài quá {limit} ký tự.",
    "error_desk_due_day_far": "Xin chọn một ngày từ năm 2000 đến năm 2100.",
}
