"""What is said of keys and what is kept how long, in Vietnamese."""

SENTENCES = {
    # keys
    "key_written": (
        "Đã thêm khóa mới {key_id} vào đầu MOTCUA_KEYS trong tệp {path}; các khóa cũ vẫn còn.\n"
        "Việc tiếp theo:\n"
        "1. Sao tệp {path}, cất nơi an toàn.\n"
        "2. Dừng mọi tiến trình motcua, rồi chạy lại tất cả.\n"
        "3. Chạy `motcua key rotate`."
    ),
    "key_head": "Các khóa, mới nhất trước:",
    "key_line": (
        "{number}. {key_id}: {rows} dòng, {files} tệp cần khóa này; {processes} tiến trình đang ghi bằng khóa này."
    ),
    "key_digests": "{count} mã tra cứu số điện thoại còn theo khóa cũ: chạy `motcua key rotate`.",
    "key_processes_unknown": (
        "{count} tiến trình đang chạy bằng khóa không có trong MOTCUA_KEYS ở đây: xin chạy lại các tiến trình ấy."
    ),
    "key_removable": (
        "Dữ liệu không còn cần khóa: {keys}. Có thể bỏ khỏi MOTCUA_KEYS rồi khởi động lại; xin cất khóa "
        "ấy chừng nào còn bản sao lưu cũ."
    ),
    "key_needed": "Còn khóa cũ chưa bỏ được: dừng mọi tiến trình, chạy lại tất cả, rồi `motcua key rotate`.",
    "key_file_open": "Người khác trên máy đọc hoặc sửa được tệp {path}: chạy `chmod 600 {path}`.",
    "key_lost": "Không khóa nào đọc được: {name}, {count}.",
    "key_files": "ảnh, tài liệu",
    "key_counting": "Kiểm tra dữ liệu",
    "rotate_running": "Mã hóa lại",
    "rotate_done": (
        "Đã mã hóa lại {rows} dòng và {files} tệp bằng khóa {key_id}; đã kiểm tra {looked} mục trong "
        "{seconds} giây ({speed} mục mỗi giây)."
    ),
    "rotate_left": "{count} dòng bị thay đổi trong lúc chạy nên chưa xong: xin chạy lại lệnh này.",
    "rotate_next": "Chạy `motcua key check` để biết khóa nào bỏ được.",
    "error_key_elsewhere": (
        "MOTCUA_KEYS không đặt trong .env mà trong tệp thiết lập của dịch vụ hoặc biến môi trường: "
        "chạy `motcua key new`, rồi tự thêm khóa mới vào đầu MOTCUA_KEYS, trước dấu phẩy."
    ),
    "error_key_rotated": (
        "Một phần dữ liệu đã mã hóa bằng khóa {key_id}, không có trong MOTCUA_KEYS: xin thêm lại khóa này."
    ),
    "error_rotate_already": "Một lệnh `motcua key rotate` khác đang chạy: xin đợi lệnh ấy xong.",
    "error_rotate_outdated": (
        "{count} tiến trình đang chạy chưa ghi bằng khóa {key_id}: xin dừng mọi tiến trình, chạy lại tất "
        "cả, rồi gõ lại lệnh này. Tiến trình bị tắt đột ngột được tính thêm một phút."
    ),
    # what is kept how long, and what goes
    "retention_noted_anonymised": "Đã ẩn danh theo thời hạn lưu giữ.",
    "retention_noted_files": "Đã xóa ảnh, tệp theo thời hạn lưu giữ.",
    "retention_noted_asked": "Đã xóa thông tin cá nhân theo yêu cầu của người gửi.",
    "retention_terms": (
        "Thời gian lưu dữ liệu tại đây:\n{lines}\n"
        "Ông/Bà nhắn “dữ liệu của tôi” để xem những gì đang được lưu."
    ),
    "retention_until_files": "ảnh, tệp lưu đến {day}",
    "retention_until_deleted": "ngày và tình trạng lưu đến {day}",
    "retention_dialogues": (
        "- Việc đang trao đổi dở: {count}, mỗi việc được xóa chậm nhất {age} ngày sau lần nhắn cuối"
    ),
    "retention_reminders": "- Lời nhắc đã hẹn: {count}, mỗi lời nhắc được xóa {age} ngày sau ngày hẹn",
    "retention_requests": "- Yêu cầu về dữ liệu: {count}, lưu {age} năm sau khi xong",
    "retention_term_attachments": "Ảnh, tệp của phản ánh: {days} ngày sau khi trả lời hoặc kết thúc.",
    "retention_term_deleted": (
        "Mã, ngày, tình trạng của phản ánh và kết quả đã công khai: {years} năm sau khi trả lời hoặc "
        "kết thúc."
    ),
    "retention_term_requests": "Yêu cầu về dữ liệu cá nhân: {years} năm sau khi xong.",
    "retention_term_changes": "Nhật ký thao tác của cán bộ: {years} năm.",
    "forget_would": "Đến hạn xóa, tính đến hôm nay và đến ngày {until} (lệnh này không xóa gì):",
    "forget_line": "- {kind}: hôm nay {now}, sau đó thêm {later}",
    "forget_files": "  Ảnh, tệp: hôm nay {now}, sau đó thêm {later}",
    "forget_codes_now": "  Hôm nay: {codes}",
    "forget_codes_later": "  Sau đó: {codes}",
    "forget_codes_more": "{codes} và {count} mã nữa",
    "forget_would_nothing": "Đến ngày {until} không có gì đến hạn xóa.",
    "forget_done": "Đã xóa những gì đến hạn:",
    "forget_done_line": "- {kind}: {count}",
    "forget_done_nothing": "Không có gì đến hạn xóa.",
    "forget_old_name": (
        "MOTCUA_CASES_KEPT_YEARS là tên cũ: xin đổi thành MOTCUA_RETENTION_CASES_ANONYMISE."
    ),
    "forget_kind_case_files": "Phản ánh được xóa ảnh, tệp",
    "forget_kind_cases_anonymised": "Phản ánh được ẩn danh",
    "forget_kind_cases_deleted": "Phản ánh được xóa hẳn",
    "forget_kind_inbox": "Tin nhận",
    "forget_kind_outbox": "Tin gửi",
    "forget_kind_dialogues": "Việc trao đổi dở",
    "forget_kind_invitations": "Lời mời đã hết hạn",
    "forget_kind_reminders": "Lời nhắc đã qua",
    "forget_kind_told_once": "Dấu ghi nhận đã báo",
    "forget_kind_questions": "Câu hỏi chưa trả lời được",
    "forget_kind_handovers": "Lần trao đổi với cán bộ",
    "forget_kind_data_requests": "Yêu cầu về dữ liệu đã xong",
    "forget_kind_consents": "Việc đã đồng ý, không thuộc phản ánh nào",
    "forget_kind_changes": "Dòng nhật ký của Bàn làm việc",
    "forget_kind_sessions": "Phiên làm việc đã hết hạn",
    "forget_kind_login_links": "Liên kết đăng nhập đã hết hạn",
    "forget_kind_login_requests": "Mã đăng nhập đã hết hạn",
}
