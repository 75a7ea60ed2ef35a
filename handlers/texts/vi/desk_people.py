"""Offices and people at the desk."""

SENTENCES: dict[str, str] = {
    "desk_absence": "từ {first} đến hết {last}",
    "desk_absence_with": "từ {first} đến hết {last} ({name} thay)",
    "desk_forward_again": (
        "Anh/Chị {name} nhắn mã sau từ cuộc trò chuyện mới để nhận nhắc việc tại đó. "
        "Mã dùng một lần, trong 7 ngày: {code}"
    ),
    "error_desk_person_left": "{name} đã thôi nhiệm vụ tại đây.",
    "error_desk_office_exists": "Đã có đơn vị “{name}”. Xin mở đơn vị đó để sửa.",
    "error_desk_office_nameless": "Xin nhập tên đơn vị, không quá {limit} ký tự.",
    "error_desk_office_name_taken": (
        "Tên này đang là tên của “{name}”. Nếu hai tên chỉ một đơn vị, xin gộp hai đơn vị."
    ),
    "error_desk_office_unknown": (
        "Chưa có đơn vị “{office}”. Xin chọn trong danh sách, hoặc đánh dấu “Thêm đơn vị mới nếu chưa có tên này”."
    ),
    "error_desk_no_group": "“{name}” là một đơn vị, không phải tên chung của nhiều đơn vị.",
    "error_desk_last_clerk": (
        "{name} là công chức đầu mối duy nhất. Xin giao vai trò này cho người khác trước."
    ),
    "error_desk_not_away": "{name} không có ngày vắng nào.",
    "error_desk_undo_late": "Nội dung này đã được sửa tiếp nên không hoàn tác được nữa.",
    "error_desk_invitee_nameless": "Xin nhập họ tên người được mời, không quá {limit} ký tự.",
    "error_desk_place_ended": "{name} đã kết thúc hoạt động; xin mời cán bộ tại địa phương kế thừa.",
    "error_desk_invitation_gone": "Lời mời này đã được dùng, đã hết hạn hoặc đã được thu hồi.",
}
