"""Guides, and who may read a document."""

SENTENCES: dict[str, str] = {
    "error_no_text": "{name}: không đọc được đoạn văn nào nên chưa lưu.",
    "guide_head": "Tài liệu hướng dẫn {plan}: {title}",
    "guide_facts": "Số: {number} · ngày ban hành: {day} · địa phương: {place}",
    "guide_superseded": "Tài liệu này đã được bản khác thay thế, không dùng để trả lời nữa.",
    "guide_replaces": "Khi xác nhận, bản này thay thế tài liệu {plan}.",
    "guide_count": (
        "Tài liệu hướng dẫn: {count} đoạn, không có việc nào; khi xác nhận, dùng để trả lời, "
        "không nhắc việc."
    ),
    "guide_paragraphs": "Từng đoạn dùng để trả lời:",
    "guide_place": "[{place}] ",
    "guide_paragraph": "{number}. {where}{text}",
    "guide_confirmed": "Đã xác nhận tài liệu hướng dẫn {plan}.",
    "guide_confirmed_replaced": "Tài liệu {replaced} được thay thế.",
    "guide_draft_notice": (
        "Tài liệu hướng dẫn {plan} vừa được nạp, chờ Anh/Chị kiểm tra: {document}. Đọc được "
        "{count} đoạn, không có việc nào. Sau khi Anh/Chị xác nhận, tài liệu mới được dùng để "
        "trả lời."
    ),
    "guide_draft_notice_replaces": "Khi xác nhận, bản này thay thế tài liệu {plan}.",
    "guide_drafts_item": "Tài liệu hướng dẫn {plan}: {document}.",
    "guide_draft": (
        "Tài liệu chưa dùng để trả lời. Kiểm tra xong, xác nhận bằng lệnh: motcua plan confirm "
        "{plan}"
    ),
    "guide_kind": "hướng dẫn",
    "audience_public": "Công khai: văn bản này cũng được dùng để trả lời người dân.",
    "audience_internal": "Nội bộ: văn bản này chỉ được dùng để trả lời cán bộ.",
    "audience_public_short": "công khai",
    "audience_internal_short": "nội bộ",
    "confirmed_internal": (
        "Từ nay văn bản này được dùng để trả lời cán bộ; chưa dùng để trả lời người dân vì chưa "
        "công khai."
    ),
    "publish_hint": "Muốn công khai, chạy lệnh: motcua plan publish {plan}",
    "published": "Đã công khai văn bản {plan}: từ nay cũng dùng để trả lời người dân.",
    "published_draft": (
        "Đã đặt văn bản {plan} là công khai; sau khi xác nhận, cũng dùng để trả lời người dân."
    ),
    "published_already": "Văn bản {plan} đã được công khai từ trước.",
    "withdrawn": "Đã thôi công khai văn bản {plan}: từ nay chỉ dùng để trả lời cán bộ.",
    "withdrawn_already": "Văn bản {plan} đang là nội bộ, chỉ dùng để trả lời cán bộ.",
    "superseded_unpublished": "Văn bản {plan} đã được bản khác thay thế nên không cần công khai.",
    "button_publish_plan": "Công khai",
    "says_publish_plan": "công khai kế hoạch {plan}",
    "button_withdraw_plan": "Thôi công khai",
    "says_withdraw_plan": "thôi công khai kế hoạch {plan}",
    "check_internal": (
        "{count} kế hoạch đã xác nhận nhưng chưa công khai nên chưa dùng để trả lời người dân."
    ),
}
