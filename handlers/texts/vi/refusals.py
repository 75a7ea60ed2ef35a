"""What is said where the plans hold no answer."""

SENTENCES: dict[str, str] = {
    "refused_nothing_held": "Hiện chưa có kế hoạch nào để trả lời.",
    "refused_unknown_place": "Hệ thống chưa có kế hoạch của {place}. Hiện có kế hoạch của {held}.",
    "refused_unnamed_place": "Hệ thống chưa có kế hoạch của nơi này. Hiện có kế hoạch của {held}.",
    "refused_other_year": (
        "Hệ thống chỉ có kế hoạch năm {years} của {held}, chưa có kế hoạch năm {year}."
    ),
    "refused_other_year_anywhere": (
        "Hệ thống chưa có kế hoạch năm {year}; hiện có kế hoạch năm {years}."
    ),
    "refused_no_amount": "Các kế hoạch hiện có không nêu số tiền.",
    "refused_nothing_close": (
        "Các tài liệu công khai hiện có không nêu việc này nên chưa trả lời được."
    ),
    "refused_officer": (
        "Các tài liệu hiện có không nêu việc này. Anh/Chị có thể hỏi lại bằng từ khác."
    ),
    "held_more": "{names} và {count} nơi khác",
    "near": "Kế hoạch có mục gần với điều {you} hỏi: “{title}”.",
    "you_citizen": "Ông/Bà",
    "you_official": "Anh/Chị",
    # What is not the plans' to tell
    "dossier_not_here": (
        "Kênh này chưa tra được tiến độ hồ sơ; {you} tra theo mã hồ sơ trên Cổng Dịch vụ công "
        "quốc gia{portal}{call}."
    ),
    "dossier_late": "Nếu đã quá ngày hẹn trả, nhắn “trễ hẹn” để gửi phản ánh.",
    "procedure_no_guide": (
        "Hệ thống chưa có hướng dẫn thủ tục {name}; xin xem Cổng Dịch vụ công quốc gia{portal}{call}."
    ),
    "procedure_no_guide_unnamed": (
        "Hệ thống chưa có hướng dẫn thủ tục này; xin xem Cổng Dịch vụ công quốc gia{portal}{call}."
    ),
    "merger_not_held": (
        "Hệ thống chưa có dữ liệu về việc sắp xếp đơn vị hành chính nên không trả lời phỏng đoán."
    ),
    # Whom to call
    "or_call": " hoặc gọi {name} {phone}{hours}",
    "one_stop_desk": "Bộ phận Một cửa",
    "call_office_hours": "Cần hỏi thêm, xin gọi {phone}{hours}.",
    "in_hours": " ({days}, {morning} và {afternoon})",
    # What may be asked instead
    "offers": "Nhắn {listed}.",
    "offer_item": "{number} để {phrase}",
    "offer_near": "xem mục này",
    "offer_human": "chuyển câu hỏi cho cán bộ",
    "offer_feedback": "gửi phản ánh",
    "offer_place": "xem theo kế hoạch của {place}",
    "offer_year": "xem kế hoạch năm {year}",
    "offer_year_deadline": "xem hạn của năm {year}",
    "button_near": "Xem mục này",
    "button_human": "Gặp cán bộ",
    "says_human": "gặp cán bộ",
    "says_feedback": "gửi phản ánh",
    "button_late_dossier": "Hồ sơ trễ hẹn",
    "says_late_dossier": "trễ hẹn",
    "button_other_year": "Xem năm {year}",
    "says_other_year": "còn năm {year} thì sao",
    "in_year": "năm {year}",
    "button_other_place": "Xem nơi hiện có",
    "says_other_place": "còn {place} thì sao",
}
