"""A row as written, what may be pressed below an answer, and reminders that were asked for."""

SENTENCES: dict[str, str] = {
    # A row as written
    "row_section": "Mục: {text}",
    "row_text": "Nguyên văn: {text}",
    "row_content": "Nội dung: {text}",
    "row_lead": "Chủ trì: {text}",
    "row_supporting": "Phối hợp: {text}",
    "row_timeframe": "Thời gian: {text}",
    "row_deliverable": "Sản phẩm: {text}",
    "row_more": "Còn nữa; nhắn “xem trang {page}” để đọc tiếp.",
    "row_none": "Chưa có nội dung nào để xem nguyên văn. Xin hỏi về một việc trong kế hoạch trước.",
    "row_which": "Danh sách vừa rồi có {count} việc. Xin nhắn kèm số thứ tự, ví dụ “xem 1”.",
    "row_no_such": "Câu trả lời vừa rồi chỉ có {count} mục; xin nhắn lại số thứ tự.",
    # Buttons: what is written on them, and what pressing them says
    "button_as_written": "Xem nguyên văn",
    "says_as_written": "xem nguyên văn",
    "button_read_on": "Đọc tiếp",
    "says_page": "xem trang {page}",
    "button_lead": "Ai chủ trì?",
    "says_lead": "ai chủ trì?",
    "button_remind": "Nhắc tôi",
    "says_remind": "nhắc tôi",
    "button_unremind": "Bỏ nhắc",
    "says_unremind": "bỏ nhắc",
    "button_rest": "Xem thêm",
    "says_rest": "xem thêm",
    "button_helpful": "Hữu ích",
    "says_helpful": "hữu ích",
    "button_not_helpful": "Chưa đúng",
    "says_not_helpful": "chưa đúng",
    # Own work in a part of the year
    "own_tasks_in": "{when} Anh/Chị có {count} việc:",
    "own_tasks_none_in": "{when} Anh/Chị không có việc nào đến hạn. Việc gần nhất:",
    "own_tasks_today": "Hôm nay",
    "own_tasks_day": "Ngày {day}",
    "own_tasks_this_week": "Tuần này",
    "own_tasks_next_week": "Tuần sau",
    "own_tasks_month": "Tháng {month}/{year}",
    "own_tasks_quarter": "Quý {quarter}/{year}",
    "own_tasks_half_1": "6 tháng đầu năm {year}",
    "own_tasks_half_2": "6 tháng cuối năm {year}",
    # Reminders
    "reminder_officials_only": (
        "Lời nhắc hạn tại đây dành cho cán bộ đã liên kết nên chưa đặt được cho Ông/Bà."
    ),
    "reminder_nothing_meant": "Xin Anh/Chị hỏi về việc cần nhắc trước, rồi nhắn “nhắc tôi”.",
    "reminder_which_item": (
        "Danh sách vừa rồi có {count} việc. Xin Anh/Chị nhắn kèm số thứ tự, ví dụ “nhắc tôi việc 1”."
    ),
    "reminder_no_such_item": (
        "Danh sách vừa rồi chỉ có {count} việc; xin Anh/Chị nhắn lại số thứ tự."
    ),
    "reminder_gone": "Việc này không còn trong kế hoạch đang áp dụng nên không đặt được lời nhắc.",
    "reminder_no_day": "Kế hoạch không ghi ngày cụ thể cho việc này nên không đặt được lời nhắc.",
    "reminder_past": "Hạn của việc này ({day}) đã qua nên không đặt lời nhắc.",
    "reminder_done": "Việc này đã được ghi hoàn thành nên không đặt lời nhắc.",
    "reminder_too_late": "Hạn là {day}, không còn buổi sáng làm việc nào để nhắc trước.",
    "reminder_after_day": "Hạn là {day}; ngày Anh/Chị muốn được nhắc ở sau hạn này.",
    "reminder_set": (
        "Sẽ nhắc Anh/Chị lúc 07:30 {day} về việc “{content}”, hạn {last_day}. "
        "Không cần nữa, xin nhắn “bỏ nhắc”."
    ),
    "reminder_there": (
        "Việc này đã có lời nhắc lúc 07:30 {day}. Không cần nữa, xin nhắn “bỏ nhắc”."
    ),
    "reminder_too_many": (
        "Anh/Chị đang có {count} lời nhắc, là số nhiều nhất có thể đặt; xin bỏ bớt rồi đặt lại."
    ),
    "reminder_none": "Hiện Anh/Chị không có lời nhắc nào.",
    "reminder_list": "Anh/Chị đang có {count} lời nhắc:",
    "reminder_which": "Anh/Chị đang có {count} lời nhắc, xin cho biết cần bỏ lời nhắc nào:",
    "reminder_item": "{number}. {content} – nhắc {day}, hạn {last_day}",
    "reminder_list_foot": "Nhắn “bỏ nhắc 1” để bỏ lời nhắc số 1.",
    "reminder_removed": "Đã bỏ lời nhắc về việc “{content}”.",
    "reminder_head": "Anh/Chị đã nhờ nhắc:",
    "reminder_head_late": "Anh/Chị đã nhờ nhắc (tin này gửi muộn):",
    "reminder_told": "{content} – hạn {last_day}{note}.",
    "reminder_day_changed": " (đã thay đổi so với khi Anh/Chị nhờ nhắc)",
    "reminder_day_past": " (đã qua)",
}
