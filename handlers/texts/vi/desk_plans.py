"""Plans at the desk."""

SENTENCES: dict[str, str] = {
    "desk_plan_somebody": "Cán bộ khác",
    "desk_plan_as_named": "theo kế hoạch ghi",
    "error_plan_names_other": "{name}: văn bản ghi là của {named}, không phải của {place}.",
    "error_reading_already": "{name}: tệp này đang được đọc, xin chờ đọc xong.",
    "error_reading_many": "{name}: đang có nhiều tệp chờ đọc, xin gửi lại sau ít phút.",
    "error_reading_failed": "{name}: chưa đọc được tệp vì hệ thống gặp lỗi. Xin thử lại.",
    "error_desk_file_large": "Tệp lớn quá {limit} MB. Xin chia nhỏ tệp rồi gửi lại.",
    "desk_plan_rule": "{kind}: gửi {day} (căn cứ {basis})",
}
