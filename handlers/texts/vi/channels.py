"""What is said because of the channel it is said on."""

SENTENCES = {
    "command_huongdan": "Xem hướng dẫn",
    "command_phananh": "Gửi phản ánh",
    "command_tracuu": "Tra cứu phản ánh",
    "command_viec": "Việc của tôi",
    "command_huy": "Hủy việc đang làm",
    # Channels as people name them
    "channel_web": "Trang web",
    "channel_console": "Dòng lệnh",
    "channel_telegram": "Telegram",
    "channel_zalo_bot": "Zalo Bot",
    "channel_zalo_oa": "Zalo OA",
    # Channels for officials alone
    "closed_to_citizens": (
        "Kênh này dành cho cán bộ {place} nên tin của Ông/Bà không được lưu. "
        "Cần hỏi hoặc gửi phản ánh, xin {ways}. "
        "Nếu là cán bộ, xin nhắn mã liên kết do công chức đầu mối cấp."
    ),
    "closed_again": "Kênh này chỉ dành cho cán bộ; Ông/Bà cần hỏi hoặc gửi phản ánh, xin {ways}.",
    "closed_way_url": "vào {value}",
    "closed_way_zalo": "nhắn Zalo {value}",
    "closed_way_phone": "gọi {value}",
    "closed_way_visit": "liên hệ trực tiếp UBND xã, phường",
    "closed_ways": "{first} hoặc {last}",
    # A human answers in the app's own window
    "handover_answered_there": "(Cán bộ đã trả lời trực tiếp trên Zalo)",
    # What cannot be read
    "odd_location": (
        "Đã nhận vị trí nhưng chưa rõ về việc gì. Xin Ông/Bà nhắn một câu ngắn: việc gì, ở đâu."
    ),
    "odd_location_officer": (
        "Đã nhận vị trí nhưng chưa gắn với việc nào. Xin Anh/Chị nhắn kèm một câu cho biết gửi về "
        "việc gì."
    ),
    "odd_contact": "Trợ lý tự động chưa đọc được danh thiếp. Xin Ông/Bà nhắn nội dung bằng chữ.",
    "odd_contact_officer": (
        "Trợ lý tự động chưa đọc được danh thiếp. Xin Anh/Chị nhắn nội dung bằng chữ."
    ),
    "odd_audio": "Chưa nhận được tin thoại này. Xin Ông/Bà nhắn bằng chữ, một câu ngắn là đủ.",
    "odd_audio_officer": "Chưa nhận được tin thoại này. Xin Anh/Chị nhắn bằng chữ.",
    "odd_unsupported": (
        "Nội dung này chưa xem được tại đây. Xin Ông/Bà nhắn bằng chữ, cần thì gửi kèm ảnh."
    ),
    "odd_unsupported_officer": "Nội dung này chưa xem được tại đây. Xin Anh/Chị nhắn bằng chữ.",
    "odd_old_button": "Nút này đã cũ nên không dùng được nữa. Xin Ông/Bà nhắn lại điều cần.",
    "odd_old_button_officer": (
        "Nút này đã cũ nên không dùng được nữa. Xin Anh/Chị nhắn lại điều cần."
    ),
    "odd_aside": "Nội dung này chưa chuyển được cho cán bộ đang trao đổi. Xin Ông/Bà nhắn bằng chữ.",
    # A place on the map, in feedback
    "intake_spot": "Vị trí {point}",
    "intake_located": "Đã ghi vị trí.",
    "intake_ask_content_spot": (
        "Đã nhận vị trí. Ông/Bà cho biết muốn phản ánh việc gì ở đây, một câu ngắn là đủ."
    ),
    # Looking up, from a menu
    "look_up_ask": (
        "Xin Ông/Bà nhắn mã phản ánh, có dạng PA261123-XXXXXX. "
        "Không nhớ mã, xin nhắn “phản ánh của tôi”."
    ),
    "look_up_ask_officer": (
        "Xin Anh/Chị nhắn mã phản ánh, có dạng PA261123-XXXXXX; để xem phản ánh đang xử lý, nhắn "
        "“việc PAKN”."
    ),
    "button_own_cases": "Phản ánh của tôi",
    # A result in the few words of an approved template
    "template_answered": "Đã trả lời",
    "template_refused": "Không tiếp nhận",
    "template_transferred": "Đã chuyển cơ quan khác",
    "template_needs_info": "Cần bổ sung thông tin",
    "template_extended": "Gia hạn đến {due}",
    # Where an invitation's code is sent
    "invite_forward_ways": (
        "UBND {place} mời Anh/Chị {name} nhận việc của {office} qua trợ lý tự động. "
        "Mã liên kết (dùng một lần, trong 7 ngày): {code}"
    ),
    "invite_way_zalo": "Trên Zalo: tìm “{title}”, nhắn mã trên.",
    "invite_way_zalo_link": "Trên Zalo: mở {link} (“{title}”), nhắn mã trên.",
    "invite_way_telegram": "Trên Telegram: mở {link} rồi bấm nút bắt đầu.",
    "invite_way_web": "Trên trang web: mở {link} rồi bấm nút trên trang.",
    "invite_bots_full": (
        "Các bot Zalo đều đã đủ {people} người; xin đề nghị người quản trị thêm bot mới."
    ),
    "slip_once": "Mã dùng một lần.",
    "file_on_web": "“{label}”: xin mở trên trang web.",
    "menu_numbers": "Nhắn số để chọn:",
    "number_stray": "Số {number} chưa ứng với lựa chọn nào. Xin Ông/Bà nhắn bằng chữ điều mình cần.",
    "number_stray_officer": "Số {number} chưa ứng với việc nào. Xin Anh/Chị nhắn bằng chữ, hoặc “việc của tôi” để xem danh mục.",
    "menu_words": "Có thể nhắn: {says}.",
}
