"""Cases at the desk."""

SENTENCES: dict[str, str] = {
    "desk_case_by_sender": "người gửi",
    "desk_case_by_system": "hệ thống",
    "desk_case_sender_hides": "Người gửi đề nghị ẩn tên với nơi xử lý và khi công khai.",
    "desk_case_done_register": "Đã ghi số hồ sơ của {code}.",
    "desk_case_done_erase": "Đã xóa thông tin cá nhân trong {code}; mốc thời gian vẫn giữ để thống kê.",
    "desk_letter_receipt": "Phieu-tiep-nhan-{code}.docx",
    "desk_letter_answer": "Van-ban-tra-loi-{code}.docx",
    "desk_letter_apology": "Thu-xin-loi-{code}.docx",
    "desk_template_saved": "Đã lưu mẫu “{name}”.",
    "desk_template_removed": "Đã xóa mẫu “{name}”.",
    "desk_template_name": "Tên mẫu",
    "desk_template_body": "Nội dung mẫu",
    "error_desk_case_unknown": (
        "Không tìm thấy phản ánh này, hoặc phản ánh không thuộc phạm vi xử lý của Anh/Chị."
    ),
    "error_desk_case_passed": "{why} {last}",
    "error_desk_case_draft_changed": (
        "Dự thảo trả lời {case} đã được sửa sau lần Anh/Chị xem. Xin đọc lại rồi thực hiện."
    ),
    "error_desk_case_no_call": "{case} không có thông báo nào chờ gọi điện.",
    "error_desk_case_kept": (
        "{case} còn trong thời hạn lưu theo quy định nên chưa xóa thông tin cá nhân được."
    ),
    "error_desk_case_office_unknown": "Xin chọn lại đơn vị; đơn vị này không còn trong danh sách.",
    "error_desk_case_inside": (
        "{office} thuộc cơ quan này; xin dùng “Giao đơn vị” cho {case}, không phải chuyển đi."
    ),
    "error_desk_case_other_unknown": "Không tìm thấy phản ánh {other} để gộp vào.",
    "error_desk_case_personal": (
        "Bản công khai của {case} vẫn còn thông tin cá nhân. Xin xem lại bản đã lược bỏ."
    ),
    "error_desk_template_place": ("Chỗ điền {unknown} chưa có. Các chỗ điền dùng được: {known}."),
}
