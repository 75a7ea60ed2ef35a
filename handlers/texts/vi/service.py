"""What is said of the program's health and its daily promise, in Vietnamese."""

SENTENCES: dict[str, str] = {
    "service_week": "Tuần qua, {percent}% câu trả lời của trợ lý tự động được gửi trong {seconds} giây, {lost}.",
    "service_month": "30 ngày qua: {percent}% câu trả lời được gửi trong {seconds} giây, {lost}.",
    "service_none_lost": "không mất tin nào",
    "service_lost": "{count} tin không trả lời được",
    "desk_setting_publicity": "Công khai tốc độ trả lời",
    "desk_publicity_yes": "Hiện ở trang Kết quả",
    "desk_publicity_no": "Không hiện",
}
