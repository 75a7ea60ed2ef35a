"""The desk: who may what, and what every page says."""

SENTENCES: dict[str, str] = {
    "desk_operator": "Người quản trị",
    "error_desk_forbidden": "Vai trò của Anh/Chị không thực hiện được việc này.",
    "error_desk_needs_person": (
        "Việc này phải do cán bộ của cơ quan thực hiện; người quản trị không làm thay được."
    ),
    "error_desk_signed_out": "Phiên làm việc đã hết hạn, xin đăng nhập lại.",
    "error_desk_gone": "Nội dung này không còn; có thể đã được xóa hoặc chuyển đi.",
    "error_desk_undone_already": "Thay đổi này đã được hoàn tác.",
    "error_desk_changed": ("{name} vừa sửa nội dung này lúc {at}. Xin xem bản mới trước khi lưu."),
    "error_desk_changed_by_somebody": (
        "Nội dung này vừa được sửa ở nơi khác. Xin xem bản mới trước khi lưu."
    ),
    "error_desk_field_empty": "Xin nhập “{field}”.",
    "error_desk_field_long": "“{field}” dài quá {limit} ký tự.",
    "error_desk_day_wrong": "“{field}” chưa đúng; xin ghi ngày theo dạng 04/12/2026.",
    "error_desk_busy": "Chưa lưu được vì hệ thống đang bận. Xin thử lại sau ít phút.",
    "error_template_exists": "Mẫu “{name}” đã có; xin đặt tên khác hoặc sửa mẫu đó.",
    "error_template_changed": "Mẫu “{name}” vừa được người khác sửa hoặc xóa.",
}
