"""Page furniture: titles, labels, placeholders. What the bot says is in `handlers/texts`."""

ASSISTANT = "Trợ lý tự động"
PERSON = "Ông/Bà"
OFFICER = "Anh/Chị"
NOTICE = "Không gửi ảnh giấy tờ tùy thân. "
CALL = "Khẩn cấp gọi "
EMERGENCY = ("113", "114", "115")

THREAD = "Nội dung trò chuyện"
CHOICES = "Trả lời nhanh"
INPUT = "Nội dung tin nhắn"
PLACEHOLDER = "Hỏi hoặc phản ánh"
SEND = "Gửi"
ATTACH = "Gửi ảnh, tài liệu"  # of it the first two words are seen
CHOSEN = "Sẽ gửi kèm {count} tệp: {names}"
DROP_FILES = "Bỏ tệp"
TOO_MANY = "Mỗi tin tối đa {limit} tệp: đã chọn {limit} tệp đầu, còn lại xin gửi ở tin sau."
SENDING = "Đang gửi tệp: {share}%"
STORING = "Đã gửi xong, đang lưu…"
FILES = "Tệp gửi kèm"
FILE = "Tệp"
FILE_KINDS = {
    "photo": "Ảnh",
    "document": "Tài liệu",
    "audio": "Tin thoại",
    "video": "Video",
    "sticker": "Nhãn dán",
}
NOT_KEPT = "không được lưu"
GONE = "đã xóa"
HINT = "Enter để gửi, Shift + Enter để xuống dòng"
CHARACTERS = "ký tự"
WAITING = "Đang trả lời…"
STILL_WAITING = "Tin đã được lưu và sẽ được trả lời tại đây."
UNREADABLE = "(Không hiển thị được tin này.)"

NO_SCRIPT = "Trang này cần bật JavaScript. Ông/Bà có thể gọi điện hoặc đến Bộ phận Một cửa."
LOADING = "Đang mở trang… Nếu chờ lâu, xin cập nhật trình duyệt hoặc dùng máy khác."
CONNECTION = {
    "connection_lost": "Mất kết nối",
    "trying_to_reconnect": "Đang kết nối lại, nội dung đang nhập vẫn được giữ.",
    "message_too_long": "Tin quá dài",
    "message_too_long_body": "Xin chia thành từng tin ngắn hơn.",
}

NOT_FOUND = "Không có trang này"
NOT_FOUND_BODY = "Địa chỉ không đúng hoặc trang đã được gỡ."
BROKEN = "Trang đang gặp sự cố"
BROKEN_BODY = "Xin thử lại sau ít phút."
FORBIDDEN = "Trang này không thuộc quyền của Anh/Chị"
FORBIDDEN_BODY = (
    "Vai trò của Anh/Chị không xem được trang này. Cần xem, xin trao đổi với công chức đầu mối."
)
GONE_PAGE = "Không mở được"
TO_DESK = "Về Bàn làm việc"
TO_CHAT = "Về trang trò chuyện"

LATER = "Tạm dừng"
JOIN = "Liên kết cán bộ"
JOIN_BODY = (
    "Bấm nút dưới đây để liên kết cuộc trò chuyện trên máy này với đơn vị đã mời Anh/Chị. "
    "Mã liên kết dùng được một lần; kết quả hiện trong trang trò chuyện."
)
JOIN_BUTTON = "Liên kết"
JOIN_VOID = "Liên kết không đúng"
JOIN_VOID_BODY = "Địa chỉ thiếu hoặc sai mã liên kết. Xin mở lại địa chỉ đã nhận, hoặc quét lại mã."
