"""Conversations that an official was asked into."""

SENTENCES: dict[str, str] = {
    # Wanting a human
    "calm": (
        "Ông/Bà cho biết việc cần hỏi hoặc cần phản ánh, một câu ngắn là đủ. "
        "Muốn trao đổi với cán bộ, xin nhắn “gặp cán bộ”."
    ),
    "calm_officer": "Anh/Chị cho biết việc cần tra cứu, một câu ngắn là đủ.",
    "handover_ask_place": "Ông/Bà muốn hỏi cán bộ của nơi nào? Xin nhắn tên xã, phường.",
    "handover_sorry_ask_place": (
        "Xin lỗi vì Ông/Bà phải chờ. Để chuyển tới đúng cán bộ, xin cho biết tên xã, phường."
    ),
    "handover_ask_question": "Ông/Bà muốn hỏi cán bộ việc gì? Xin nhắn một câu, cán bộ sẽ đọc.",
    "handover_no_place": (
        "Kênh này chưa gắn với cơ quan nào nên chưa chuyển được cho cán bộ. "
        "Xin Ông/Bà liên hệ trực tiếp UBND xã, phường."
    ),
    "handover_officer": (
        "Xin Anh/Chị trao đổi trực tiếp với công chức đầu mối. "
        "Nhắn “hỏi đáp” để xem câu hỏi của người dân đang chờ trả lời."
    ),
    "handover_dropped": "Đã hủy, chưa chuyển nội dung nào cho cán bộ.",
    "handover_none_open": "Hiện Ông/Bà không có cuộc trao đổi nào đang mở với cán bộ.",
    "handover_feedback_left": "Phản ánh đang viết dở chưa gửi đi.",
    # Passed on
    "handover_opened": "Đã chuyển tới cán bộ UBND {place}: “{question}”.",
    "handover_when": "Cán bộ trả lời tại đây trong giờ làm việc{hours}.",
    "handover_when_closed": (
        "Hiện ngoài giờ làm việc; cán bộ trả lời tại đây trong giờ làm việc{hours}."
    ),
    "handover_hours": "{days}, {morning} và {afternoon}",
    "handover_urgent": "Cần gấp, xin gọi {phone}.",
    "handover_silent": (
        "Từ lúc này tin nhắn của Ông/Bà được chuyển cho cán bộ, trợ lý tự động không trả lời. "
        "Nhắn “kết thúc” để dừng, “hỏi trợ lý” để hỏi trợ lý tự động."
    ),
    "handover_sorry": "Xin lỗi vì Ông/Bà phải chờ.",
    "handover_case": "Phản ánh gần nhất của Ông/Bà – {case}",
    "handover_nobody": (
        "Cán bộ UBND {place} chưa nhận tin tại kênh này nên chưa có người trả lời ngay. "
        "Câu hỏi được ghi lại để công chức đầu mối xem; cần trả lời sớm, xin liên hệ:"
    ),
    "handover_go_there": "Trụ sở UBND {place}, trong giờ làm việc.",
    "button_end_handover": "Kết thúc",
    "says_end_handover": "kết thúc",
    "handover_files": "(kèm {count} tệp, chưa xem được tại đây)",
    "handover_passed_on": "Đã chuyển tới cán bộ. Ông/Bà cứ nhắn tiếp, cán bộ đọc được các tin sau.",
    "handover_passed_on_sorry": "Xin lỗi vì Ông/Bà phải chờ. Lời nhắn đã chuyển tới cán bộ.",
    "handover_too_many": (
        "Ông/Bà đã nhắn {most} tin trong một giờ nên tin này chưa chuyển tới cán bộ. "
        "Xin chờ cán bộ trả lời rồi nhắn tiếp."
    ),
    "handover_too_often": (
        "Hôm nay Ông/Bà đã gửi cán bộ {most} câu hỏi nên câu này chưa chuyển tới cán bộ. "
        "Xin nhắn lại sau, hoặc liên hệ:"
    ),
    "handover_aside": (
        "Trợ lý tự động đang nghe. Câu hỏi gửi cán bộ vẫn được giữ; "
        "muốn nhắn tiếp cho cán bộ, xin nhắn “gặp cán bộ”."
    ),
    "handover_back": "Mời Ông/Bà nhắn tiếp; tin nhắn sẽ được chuyển tới cán bộ.",
    "handover_ended": "Đã kết thúc trao đổi với cán bộ. Trợ lý tự động tiếp tục trả lời tại đây.",
    "handover_over": (
        "Cuộc trao đổi với cán bộ đã kết thúc nên chưa chuyển được: “{text}”. "
        "Xin nhắn lại để hỏi trợ lý tự động, hoặc nhắn “gặp cán bộ”."
    ),
    # From the official to the citizen
    "handover_answer": "Cán bộ UBND {place} trả lời:\n{answer}",
    "handover_closed": (
        "Cán bộ UBND {place} đã kết thúc cuộc trao đổi. "
        "Ông/Bà cần hỏi thêm, xin nhắn tại đây; trợ lý tự động sẽ trả lời."
    ),
    "handover_closed_unanswered": (
        "Cán bộ UBND {place} đã đóng câu hỏi này mà không trả lời tại đây. "
        "Ông/Bà cần hỏi lại, xin nhắn “gặp cán bộ”."
    ),
    "handover_closed_idle": (
        "Cuộc trao đổi với cán bộ kết thúc vì đã một ngày không có tin mới. "
        "Ông/Bà cần hỏi thêm, xin nhắn tại đây."
    ),
    "handover_closed_forgotten": (
        "Xin lỗi Ông/Bà, sau {days} ngày làm việc câu hỏi vẫn chưa được cán bộ trả lời nên cuộc trao "
        "đổi này kết thúc. Câu hỏi được giữ lại để công chức đầu mối xem; xin liên hệ:"
    ),
    # Notices to officials
    "handover_notice": "Hỏi đáp số {number}, người dân hỏi: “{question}”.",
    "handover_notice_impatient": (
        "Hỏi đáp số {number}, người dân phải chờ lâu, cần trả lời sớm: “{question}”."
    ),
    "handover_notice_case": "Phản ánh gần nhất của người này: {code}.",
    "handover_notice_foot": (
        "Nhắn “trả lời {number}: …” để soạn trả lời, “nhận {number}” để nhận."
    ),
    "handover_notice_more": "Hỏi đáp số {number}, người dân nhắn: “{text}”.",
    "handover_notice_ended": "Hỏi đáp số {number}: người dân đã kết thúc trao đổi.",
    "handover_notice_taken": "Hỏi đáp số {number}: {name} đã nhận, Anh/Chị không phải trả lời.",
    "handover_notice_closed": "Hỏi đáp số {number}: {name} đã đóng, Anh/Chị không phải trả lời.",
    "handover_notice_forgotten": (
        "Hỏi đáp số {number} đã đóng vì quá {days} ngày làm việc chưa trả lời người dân: “{question}”."
    ),
    # What an official does
    "button_take_handover": "Nhận",
    "says_take_handover": "nhận {number}",
    "button_answer_handover": "Trả lời",
    "says_answer_handover": "trả lời hỏi đáp {number}",
    "button_take_over_handover": "Nhận thay",
    "says_take_over_handover": "nhận thay {number}",
    "button_close_handover": "Đóng",
    "says_close_handover": "đóng {number}",
    "button_save_handover": "Lưu thành câu trả lời chung",
    "says_save_handover": "lưu hỏi đáp {number}",
    "button_show_handover": "Xem số {number}",
    "says_show_handover": "xem hỏi đáp {number}",
    "handover_unknown": (
        "Không có hỏi đáp số {number}. Nhắn “hỏi đáp” để xem câu hỏi của người dân đang chờ."
    ),
    "handover_or_question": "Câu trong danh sách “câu hỏi”: nhắn “trả lời câu {number}: …”.",
    "handover_closed_already": "Hỏi đáp số {number} đã kết thúc.",
    "handover_taken_by": (
        "Hỏi đáp số {number} do {name} nhận. Cần trả lời thay, xin nhắn “nhận thay {number}”."
    ),
    "handover_head": "Hỏi đáp số {number}:",
    "handover_taken": "Anh/Chị đã nhận hỏi đáp số {number}:",
    "handover_yours": "Hỏi đáp số {number} do Anh/Chị nhận từ trước:",
    "handover_foot": "Nhắn “trả lời {number}: …” để soạn trả lời, “đóng {number}” để kết thúc.",
    "handover_ask_answer": "Xin nhắn nội dung trả lời hỏi đáp số {number}: “{question}”.",
    "handover_preview": (
        "Người dân (hỏi đáp số {number}) sẽ đọc:\n{answer}\n"
        "Nhắn “gửi” để gửi, “sửa” để viết lại, “hủy” để dừng."
    ),
    "handover_draft_unfit": "Hỏi đáp số {number} đã kết thúc nên câu trả lời đang soạn không gửi và đã đóng.",
    "handover_not_sent": "Câu trả lời số {number} chưa gửi.",
    "handover_sent": "Đã gửi trả lời hỏi đáp số {number}.",
    "handover_close_done": "Đã đóng hỏi đáp số {number}, người dân đã được báo.",
    "handover_draft_sent": (
        "Câu trả lời số {number} đã gửi từ trước. Cần bổ sung, xin nhắn “trả lời {number}: …”."
    ),
    "handover_draft_dropped": (
        "Câu trả lời số {number} đã hủy, không gửi. Cần soạn lại, xin nhắn “trả lời {number}: …”."
    ),
    "handover_draft_cancelled": "Đã hủy, câu trả lời số {number} không gửi đi.",
    "handover_draft_unreadable": (
        "Câu trả lời đang soạn không gửi tiếp được. Nội dung đã nhập: “{text}”. "
        "Nhắn “hỏi đáp” để xem câu hỏi và soạn lại."
    ),
    # Kept for all who ask the same
    "handover_save_preview": (
        "Xin Anh/Chị xem lại. Khi xác nhận, ai hỏi câu này cũng đọc được:\n"
        "Hỏi: {question}\n"
        "Đáp: {answer}\n"
        "Nhắn “xác nhận” để lưu, “hủy” nếu còn thông tin riêng của người hỏi; "
        "muốn đổi câu hỏi, nhắn “lưu hỏi đáp {number}: …”."
    ),
    "handover_save_no_answer": "Hỏi đáp số {number} chưa được trả lời nên chưa có gì để lưu.",
    "handover_save_reword": "Muốn lưu, xin nhắn “lưu hỏi đáp {number}: …” kèm câu hỏi viết gọn.",
    "handover_draft_saved": "Câu trả lời số {number} đã lưu từ trước.",
    "handover_draft_unsaved": "Câu trả lời số {number} chưa lưu. Muốn lưu, xin nhắn “lưu hỏi đáp {number}”.",
    # The list
    "handovers_reminder": (
        "Có {count} câu hỏi của người dân từ hôm trước chưa được trả lời; "
        "lâu nhất là hỏi đáp số {number}, {state}. Nhắn “hỏi đáp” để xem."
    ),
    "button_list_handovers": "Xem",
    "says_list_handovers": "hỏi đáp",
    "handovers_none": "Hiện không có câu hỏi nào của người dân đang chờ cán bộ.",
    "handovers_head": "Người dân đang hỏi ({count}):",
    "handover_item": "Số {number} – {state}{taken} – “{question}”",
    "handover_item_taken": ", {name} nhận",
    "handover_state_closed": "đã kết thúc",
    "handover_state_answered": "đã trả lời",
    "handover_waits_minutes": "chờ {count} phút",
    "handover_waits_hours": "chờ {count} giờ",
    "handover_waits_days": "chờ {count} ngày",
    "handovers_more": "Còn {count} câu hỏi nữa.",
    "handovers_foot": "Nhắn “xem hỏi đáp {number}” để đọc, “trả lời {number}: …” để soạn trả lời.",
    "handover_line_citizen": "Người dân, {at}: {text}",
    "handover_line_official": "Cán bộ, {at}: {text}",
    # At the terminal
    "handover_cli_head": "Hỏi đáp số {number}, {state}:",
    "handover_cli_preview": "Người dân (hỏi đáp số {number}) sẽ đọc:\n{answer}",
    "handover_cli_ask": "Gửi?",
    "handover_notice_answered": "Hỏi đáp số {number}: cơ quan đã trả lời người dân: “{answer}”.",
    "handover_notice_closed_here": "Hỏi đáp số {number}: cơ quan đã đóng, Anh/Chị không phải trả lời.",
    "error_handover_unknown": (
        "Không có hỏi đáp số {number}; xem bằng lệnh `motcua handover list`."
    ),
    "error_handover_closed": "Hỏi đáp số {number} đã kết thúc nên không gửi thêm được.",
    "error_handover_answer_empty": "Câu trả lời chưa có chữ nên chưa gửi.",
}
