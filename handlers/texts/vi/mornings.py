"""What clerks are told on a morning, and what is passed on to people without chat."""

SENTENCES: dict[str, str] = {
    # Offices with work ahead and nobody linked
    "clerk_unlinked": (
        "{office} có {count} việc sắp đến hạn nhưng chưa có ai nhận tin nhắc tại đây:\n{items}\n"
        "Trong khi chờ cán bộ liên kết, nhắn “soạn tin nhóm {office}” để lấy tin dán vào nhóm Zalo, "
        "hoặc “phiếu nhắc việc” để in phiếu."
    ),
    "clerk_no_office": (
        "{count} việc sắp đến hạn mà chưa có đơn vị nhận:\n{items}\n"
        "Nhắn “việc chưa có người nhận” để giao đơn vị."
    ),
    "clerk_group": (
        "{count} việc sắp đến hạn giao chung cho “{office}”, chưa chọn đơn vị cụ thể:\n{items}\n"
        "Nhắn “việc chưa có người nhận” để giao từng đơn vị."
    ),
    "clerk_item": "- {content} – hạn {last_day}{days_left}",
    "clerk_items_more": "- và {count} việc khác",
    "button_list_unassigned": "Chưa có người nhận",
    "button_invite_to": "Mời cán bộ: {office}",
    "says_invite_to": "mời cán bộ vào {office}",
    "says_group_text": "soạn tin nhóm {office}",
    # Items that offices call not theirs
    "clerk_disputed": (
        "{count} việc được báo là không thuộc đơn vị được giao, chờ Anh/Chị quyết định:\n{items}\n"
        "Nhắn “giao {code} cho” kèm tên đơn vị nhận, hoặc “giữ nguyên {code}”."
    ),
    "clerk_disputed_item": "- {code}: {content} – {office}, hạn {last_day}{note}",
    "clerk_disputed_note": "; đơn vị nêu: “{note}”",
    "button_clerk_give": "Giao đơn vị khác {code}",
    "button_clerk_keep": "Giữ nguyên {code}",
    "button_list_disputed": "Danh sách việc không thuộc đơn vị",
    # Data that close soon
    "clerk_closing": (
        "Số liệu {period} chốt hết {last}{days_left}, theo {basis}. {sending}\n"
        "Báo cáo liên quan:\n{items}"
    ),
    "clerk_row": "- {content} ({source})",
    # What waits for the clerk, asked once a quarter
    "clerk_separate": (
        "Đầu quý {quarter}, {count} việc chờ kế hoạch riêng. Các kế hoạch này đã ban hành chưa, "
        "số và ngày nào?\n{items}\n"
        "Nếu đã ban hành, nhắn theo mẫu: “việc {row} kế hoạch {plan} đã ban hành kế hoạch số 12/KH-UBND ngày "
        "03/4/2026”."
    ),
    "clerk_unruled": (
        "Đầu quý {quarter}, {count} báo cáo chưa có ngày gửi vì chưa chọn quy định:\n{items}\n"
        "Khi đã rõ quy định, nhắn theo mẫu: “việc {row} kế hoạch {plan} theo quy định 2”."
    ),
    "clerk_waiting_item": "- việc {row} kế hoạch {plan}: {content}",
    # People who cannot be reached
    "clerk_unreachable": (
        "Không gửi được tin tới {name} ({offices}): người này đã chặn trợ lý tự động hoặc không còn "
        "dùng tài khoản đã liên kết. Từ nay tin nhắc việc được chuyển qua người đứng đầu đơn vị hoặc "
        "Anh/Chị, đến khi liên lạc lại được."
    ),
    "clerk_undelivered": (
        "Chưa gửi được tin tới {name} ({offices}) do lỗi gửi tin; lần nhắc sau vẫn gửi tới người này."
    ),
    "clerk_unreachable_items": "Xin Anh/Chị báo giúp {count} việc chưa hoàn thành:\n{items}",
    "clerk_unreachable_none": "Hiện người này không có việc nào chưa hoàn thành.",
    # Text for an office's group
    "group_text_lead": "Tin dưới đây để dán vào nhóm Zalo của {office}:",
    "group_text_lead_parts": (
        "{count} tin dưới đây để dán vào nhóm Zalo của {office}, theo thứ tự:"
    ),
    "group_text_head": "UBND {place} nhắc {office} các việc có hạn đến hết {until}:",
    "group_text_head_part": (
        "UBND {place} nhắc {office} các việc có hạn đến hết {until} (tin {part}/{parts}):"
    ),
    "group_text_item": "{number}. {content} – hạn {last_day}{days_left}.\n   Nguồn: {source}.",
    "group_text_foot": "Việc nào đã hoàn thành, xin báo công chức đầu mối kèm số văn bản nếu có.",
    "group_text_none": "{office} không có việc nào chưa hoàn thành có hạn đến hết {until}.",
    "group_text_none_all": "Không đơn vị nào có việc chưa hoàn thành có hạn đến hết {until}.",
    "group_text_which": "Anh/Chị cần tin nhắc việc của đơn vị nào?",
    "group_text_unknown": "Chưa có đơn vị tên như vậy. Anh/Chị cần tin nhắc việc của đơn vị nào?",
    "group_text_not_allowed": (
        "Tin nhắc việc cho nhóm, phiếu nhắc việc dành cho công chức đầu mối, lãnh đạo, người đứng đầu "
        "đơn vị. Nhắn “việc của tôi” để xem việc của Anh/Chị."
    ),
    "says_group_text_period": "soạn tin nhóm {office} {period}",
    # The sheet
    "sheet_how": (
        "Phiếu nhắc việc (tệp .docx) do người quản trị tạo bằng lệnh:\n"
        "motcua nudge sheet -o phieu.docx\n"
        "Nếu cần ngay, Anh/Chị nhắn “soạn tin nhóm” kèm tên đơn vị để lấy tin nhắc việc."
    ),
    "sheet_overdue": "đã quá hạn",
    "sheet_written": "Đã tạo {path}: {offices} đơn vị, {items} việc.",
    "error_sheet_empty": "Không có việc nào chưa hoàn thành có hạn đến hết {until} để in phiếu.",
    "error_sheet_days": "Số ngày phải từ 0 đến {most}.",
    # The command line
    "ladder_head": "Nhắc việc của {place}{is_own}:",
    "ladder_usual_mark": " (theo mặc định)",
    "ladder_line_early": "  early: biết trước từ {days} ngày – {steps}",
    "ladder_line_usual": "  usual: thông thường – {steps}",
    "ladder_line_short": "  short: còn không quá {days} ngày làm việc – {steps}",
    "ladder_line_escalate": "  escalate: sau hạn – {steps}",
    "ladder_line_weekly": "  weekly: nhắc lại hằng tuần – {answer}",
    "ladder_yes": "có",
    "ladder_no": "không",
    "ladder_saved": "Đã ghi; {count} việc đang mở được tính lại lịch nhắc.",
    "error_ladder_nothing": "Xin ghi thiết lập cần đổi, hoặc chỉ --reset.",
    "overseers_set": "{office} do {names} phụ trách.",
    "overseers_none": "{office} nay không có lãnh đạo phụ trách riêng.",
    "error_overseer_not_leader": "{name} không phải lãnh đạo của địa phương này.",
    "nudges_audience_office": "báo đơn vị",
    "nudges_audience_head": "báo người đứng đầu",
    "nudges_audience_clerk": "báo công chức đầu mối",
    "nudges_audience_deputy": "báo lãnh đạo phụ trách",
    "nudges_audience_chairman": "báo Chủ tịch",
}
