"""What the log says of troubles that last and pass, in Vietnamese."""

SENTENCES: dict[str, str] = {
    "trouble_again": "{sentence} (Vẫn chưa được: {count} lần trong {seconds} giây.)",
    "trouble_over": "Đã hoạt động lại sau {seconds} giây. Sự cố đã qua: {sentence}",
    "trouble_defect": "{what}: lỗi {kind}",
    "trouble_conflict": (
        "{name}: chương trình khác đang nhận tin bằng cùng token (409): xin dừng chương trình "
        "đó, hoặc tạo token mới."
    ),
    "trouble_certificate": (
        "{name}: chứng chỉ TLS của dịch vụ không hợp lệ: xin kiểm tra giờ của máy và chứng chỉ gốc; "
        "nếu đúng cả, dịch vụ đang lỗi."
    ),
    "trouble_silent": "{name}: dịch vụ chưa trả lời; chương trình tự thử lại.",
    "trouble_refused": (
        "{name}: dịch vụ từ chối ({code}): xin kiểm tra token và thiết lập của bot này."
    ),
}
