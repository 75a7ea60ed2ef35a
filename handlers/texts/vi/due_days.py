"""Days and offices of planned work, and what has neither."""

SENTENCES: dict[str, str] = {
    "row_office_unheld": " – chưa có ai",
    "assignee_members": "{name} ({count} đơn vị)",
    "row_of_plan": "việc {row} kế hoạch {plan_id}",
    "confirmed_unassigned": "{count} việc chưa có người nhận nên chưa nhắc được ai.",
    "confirmed_lines": (
        "Việc thường xuyên: đơn vị chủ trì sẽ được hỏi kết quả trước mỗi lần chốt số liệu báo cáo "
        "({count} lần)."
    ),
    "confirmed_below": "{count} hạn được giao cho các địa phương trực thuộc.",
    "confirmed_taken_over": "Kế hoạch này là kế hoạch riêng của {rows}.",
    "confirmed_past": "Hạn đã qua trước ngày xác nhận, không nhắc ({count}):",
    "confirmed_past_more": (
        "và {count} hạn nữa; nhắn “việc đã qua trước ngày xác nhận” để xem đủ."
    ),
    "past_item": "việc {row} kế hoạch {plan}: {content} – hạn {day}, {office}",
    "past_none": "Không có hạn nào đã qua trước ngày xác nhận.",
    "button_unassigned": "Chưa có người nhận",
    "says_unassigned": "việc chưa có người nhận",
    "waiting_no_more": "Đã hết danh sách.",
    "waiting_hint": "Xem danh sách bằng lệnh: motcua plan waiting",
    "undated_none": "Mọi việc trong các kế hoạch đang áp dụng đều có ngày.",
    "undated_head": (
        "{count} việc chưa có ngày, trong đó {waiting} việc chờ Anh/Chị bổ sung để tính được ngày:"
    ),
    "undated_row": "việc {row} kế hoạch {plan}: {content}",
    "undated_reporting_rule": (
        "Cần quy định gửi báo cáo: nhập quy định, hoặc nhắn “việc {row} kế hoạch {plan} theo quy "
        "định …” (số của quy định đã nhập)."
    ),
    "undated_separate_plan": (
        "Đã ban hành kế hoạch riêng thì nhắn “việc {row} kế hoạch {plan} đã ban hành kế hoạch số "
        "… ngày …”."
    ),
    "undated_ask_clerk": "Cần bổ sung thời gian: sửa mục “thời gian” của việc này.",
    "undated_plan": "Kế hoạch {plan} ({document}), các việc theo dõi cách khác:",
    "undated_decided": "việc {row}: {decided}",
    "unassigned_none": "Mọi việc còn hạn đều có người nhận.",
    "unassigned_head": "{count} việc chưa có người nhận:",
    "unassigned_office": "{office} – chưa có ai ({count}):",
    "unassigned_unnamed": "Kế hoạch không ghi đơn vị",
    "unassigned_item": "việc {row} kế hoạch {plan}: {content} – hạn {day}",
    "unassigned_item_given": "{content} – hạn {day}",
    "unassigned_more": " (và {count} hạn sau đó)",
    "unassigned_foot": (
        "Nhắn “mời <họ tên> vào <tên đơn vị>” để mời cán bộ liên kết, hoặc “giao việc {row} kế hoạch "
        "{plan} cho …” để giao đơn vị khác."
    ),
    "decided_rule": "Ngày gửi theo quy định {rule}.",
    "decided_plan": "Thực hiện theo văn bản số {document} (chưa nạp).",
    "decided_plan_loaded": "Thực hiện theo văn bản số {document} (kế hoạch {plan}).",
    "decided_document": "{number} ngày {day}",
    "decided_on_row": "Đã ghi việc {row} kế hoạch {plan}. {decided}",
    "decided_offices": "Đã giao việc {row} kế hoạch {plan} cho {offices}.",
    "decided_as_planned": "Việc {row} kế hoạch {plan} được giao lại cho đơn vị ghi trong kế hoạch.",
    "decided_days": "Hạn: {days}.",
    "decided_days_more": "Hạn: {days}… ({count} hạn).",
    "decided_unheld": "Chưa có ai nhận việc ở {offices}; xin mời cán bộ liên kết.",
    "decide_plan_unknown": "Không có kế hoạch {plan} đang áp dụng tại đơn vị của Anh/Chị.",
    "decide_office_missing": (
        "Chưa có đơn vị “{office}” trong danh sách; xin nhắn đúng tên đơn vị đã có."
    ),
    "decide_rule_unknown": "Chưa có quy định báo cáo số {rule}.",
    "error_row_not_ruled": (
        "Việc {row} kế hoạch {plan} không phải báo cáo định kỳ chờ quy định nên không chọn quy "
        "định được."
    ),
    "error_row_not_separate": (
        "Việc {row} kế hoạch {plan} không thuộc loại thực hiện theo kế hoạch riêng."
    ),
    "error_row_elsewhere": "Việc {row} kế hoạch {plan} không giao cho địa phương này.",
    "error_number_empty": "Xin ghi số của kế hoạch riêng.",
    "error_day_format": "Ngày “{text}” không đúng; xin ghi như 03/4/2026.",
    "replanned": "Cập nhật hạn: thêm {added}, khôi phục {renewed}, bỏ {cancelled}.",
}
