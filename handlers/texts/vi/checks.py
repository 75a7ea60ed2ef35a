"""What `motcua check` says of channels, in Vietnamese."""

SENTENCES: dict[str, str] = {
    "run_started_worker": "Tiến trình xử lý đã chạy; trang web ở tiến trình khác.",
    "check_bot": "Kênh {channel} ({name}): {people} cán bộ đã liên kết, tháng này đã gửi {sent} tin.",
    "check_never_opened": "chưa kết nối lần nào",
    "check_token_failed": "Kênh {channel}: không đổi được mã truy cập từ {since} (mã lỗi {code}).",
    "check_no_bots": "Chưa cấu hình kênh nào ngoài trang web. Xem docs/operations/kenh-zalo-telegram.md.",
    "check_works": "{channel}: hoạt động ({name}).",
    "check_no_answer": (
        "{channel}: dịch vụ không trả lời. Kiểm tra đường mạng ra ngoài, tường lửa và {url}."
    ),
    "check_telegram_silent": (
        "{channel}: dịch vụ không trả lời. Kiểm tra đường mạng ra ngoài, tường lửa và {url}; "
        "Telegram có thể bị chặn tại Việt Nam."
    ),
    "check_token_bad": "{channel}: token không được chấp nhận (mã lỗi {code}). Kiểm tra {setting}.",
    "check_login_needed": (
        "{channel}: mã truy cập không còn dùng được (mã lỗi {code}). Chạy lệnh: motcua zalo login"
    ),
    "check_refused": "{channel}: dịch vụ từ chối (mã lỗi {code}). Xem docs/operations/kenh-zalo-telegram.md.",
    "check_no_account": "zalo_oa: chưa đăng nhập tài khoản OA nào. Chạy lệnh: motcua zalo login",
    "todo_login": "đăng nhập lại Official Account: motcua zalo login",
    "todo_account": "đăng nhập Official Account: motcua zalo login",
    "todo_seats": "tạo thêm bot Zalo và đặt vào MOTCUA_ZALO_BOT_TOKENS: bot hiện có đã đủ người",
    "todo_quota": (
        "tạo thêm bot Zalo hoặc nâng gói: đã dùng hết bốn phần năm số tin của tháng, phần còn lại "
        "dành cho việc quá hạn"
    ),
}
