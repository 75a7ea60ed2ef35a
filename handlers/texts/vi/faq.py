"""The office's own answers and the questions that wait for one."""

SENTENCES: dict[str, str] = {
    # In place of personal data
    "hidden_phone": "[số điện thoại]",
    "hidden_paper": "[số giấy tờ]",
    "hidden_account": "[số tài khoản]",
    "hidden_email": "[thư điện tử]",
    "hidden_link": "[trang cá nhân]",
    "hidden_name": "[họ tên]",
    "hidden_address": "[địa chỉ]",
    "hidden_plate": "[biển số xe]",
    "hidden_birth": "[ngày sinh]",
    "hidden_known": "[đã lược bỏ]",
    # Answers in the office's own words
    "faq_source": "Theo trả lời của {office} ngày {day}.",
    "faq_near": "Câu hỏi tương tự đã được trả lời: “{question}”",
    "the_office": "cơ quan",
    # Ratings
    "rated_good": "Cảm ơn Ông/Bà đã cho biết.",
    "rated_good_officer": "Cảm ơn Anh/Chị đã cho biết.",
    "rated_bad": (
        "Xin lỗi vì câu trả lời chưa đúng. Câu hỏi đã được ghi lại để cán bộ xem và bổ sung; "
        "cần trả lời ngay, xin nhắn “gặp cán bộ”."
    ),
    "rated_bad_officer": (
        "Xin lỗi vì câu trả lời chưa đúng. Câu hỏi đã được ghi lại để công chức đầu mối xem và "
        "bổ sung."
    ),
    "rated_already": "Ý kiến về câu trả lời này đã được ghi nhận.",
    # Questions that wait, for clerks
    "open_ratings": "Trong {days} ngày qua có {good} câu trả lời được đánh giá hữu ích, {bad} chưa đúng.",
    "open_none": "Hiện không có câu hỏi nào chờ câu trả lời chung.",
    "open_head": "Có {count} câu hỏi chờ câu trả lời chung, câu được hỏi nhiều đứng trước:",
    "open_item": "{number}. {question} ({details})",
    "open_asked": "được hỏi {count} lần, từ ngày {since}",
    "open_disliked": "; {count} lần người hỏi báo chưa đúng",
    "open_foot": (
        "Nhắn “trả lời câu 1: …” để soạn câu trả lời chung (“trả lời nội bộ câu 1: …” nếu chỉ dành "
        "cho cán bộ), “bỏ câu 1” nếu không cần trả lời."
    ),
    "open_unknown": (
        "Không có câu hỏi {number} trong danh sách. Nhắn “câu hỏi” để xem danh sách, “hỏi đáp” để "
        "xem người dân đang chờ cán bộ."
    ),
    "faq_preview": (
        "Xin Anh/Chị xem lại. Khi xác nhận, ai hỏi câu này sẽ được trả lời như sau:\n"
        "Hỏi: {question}\n"
        "Đáp: {answer}\n"
        "Nhắn “xác nhận” để lưu, “hủy” để dừng; muốn sửa, nhắn lại “trả lời câu {number}: …”."
    ),
    "faq_preview_internal": (
        "Xin Anh/Chị xem lại. Khi xác nhận, chỉ cán bộ hỏi câu này được trả lời như sau:\n"
        "Hỏi: {question}\n"
        "Đáp: {answer}\n"
        "Nhắn “xác nhận” để lưu, “hủy” để dừng; muốn sửa, nhắn lại “trả lời nội bộ câu {number}: …”."
    ),
    "faq_empty": "Câu trả lời còn trống. Xin nhắn “trả lời câu {number}: …” kèm nội dung.",
    "faq_personal": (
        "Câu trả lời có thông tin cá nhân ({kinds}); xin Anh/Chị chắc chắn rằng được công khai."
    ),
    "faq_saved": "Đã lưu câu trả lời. Từ nay ai hỏi câu này sẽ được trả lời ngay.",
    "faq_saved_internal": "Đã lưu câu trả lời. Từ nay cán bộ hỏi câu này sẽ được trả lời ngay.",
    "faq_settled": "{count} câu hỏi đang chờ đã được giải quyết cùng lúc.",
    "faq_cancelled": "Đã hủy, câu trả lời chưa được lưu.",
    "question_dropped": "Đã bỏ câu hỏi {number} khỏi danh sách chờ.",
    "question_gone": "Câu hỏi này đã được người khác trả lời hoặc bỏ khỏi danh sách.",
    "button_confirm": "Xác nhận",
    "says_confirm": "xác nhận",
    "says_answer": "trả lời câu {number}:",
    # Command line
    "faq_added": "Đã thêm câu trả lời {faq}.",
    "faq_changed": "Đã thay câu trả lời {faq} bằng nội dung mới.",
    "faq_removed": "Đã xóa câu trả lời {faq}.",
    "faq_none": "Chưa có câu trả lời nào; thêm bằng lệnh `motcua faq add`.",
    "faq_line": "{faq}. {question}\n   {answer}\n   {place}, ngày {day}, {audience}",
    "faq_audience_public": "công khai",
    "faq_audience_internal": "nội bộ",
    "open_line": "{number}. {question}\n   {place}, {details}",
    "open_hint": "Trả lời bằng lệnh: motcua faq add --for {number} --answer “…”",
    "questions_dropped": "Đã bỏ {count} câu hỏi khỏi danh sách chờ.",
    "no_place": "chưa rõ địa phương",
    # Failures
    "error_faq_unknown": "Không có câu trả lời {faq}; xem danh sách bằng lệnh `motcua faq list`.",
    "error_question_unknown": (
        "Không có câu hỏi {number} đang chờ; xem danh sách bằng lệnh `motcua faq open`."
    ),
    "error_faq_question_missing": "Thiếu câu hỏi: xin thêm --question “…” hoặc --for và số câu hỏi.",
    "error_faq_empty": "Câu hỏi và câu trả lời không được để trống.",
    "error_faq_too_long": "{what} dài quá {limit} ký tự; xin rút gọn.",
    "error_faq_says_nothing": "Câu hỏi “{question}” không nêu việc gì; xin ghi rõ hơn.",
    "the_question": "Câu hỏi",
    "the_answer": "Câu trả lời",
}
