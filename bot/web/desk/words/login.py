"""What the pages of the login say."""

TITLE = "Đăng nhập Bàn làm việc"
STEPS = "Các bước đăng nhập"
STEP_CHAT = (
    "Mở cuộc trò chuyện với trợ lý mà Anh/Chị đã liên kết với đơn vị (Zalo, Telegram, trang web)."
)
STEP_CODE = "Nhắn cho trợ lý mã này:"
STEP_CONFIRM = "Khi trợ lý hỏi, bấm “Đúng là tôi”. Trang này sẽ tự vào Bàn làm việc."
CODE = "Mã đăng nhập"
WAITING = "Đang chờ Anh/Chị nhắn mã. Mã dùng được đến {until}."
TYPED = "Trợ lý đã nhận mã. Xin bấm “Đúng là tôi” trong cuộc trò chuyện."
AGREED = "Anh/Chị đã xác nhận. Bấm nút dưới đây để vào."
NOT_YET = "Chưa có xác nhận. Xin nhắn mã, bấm “Đúng là tôi”, rồi thử lại."
REPLACED = (
    "Mã trước đã hết hạn nên trang hiện mã mới. "
    "Nếu vẫn gặp thông báo này, xin cho phép trình duyệt lưu cookie."
)
CONFIRMED = "Tôi đã xác nhận"
ENTER = "Vào Bàn làm việc"
ANOTHER = "Lấy mã khác"
NEW_CODE = "Lấy mã mới"
REFUSED = "Yêu cầu đăng nhập đã bị từ chối"
REFUSED_BODY = (
    "Trong cuộc trò chuyện, Anh/Chị đã chọn “Không phải tôi”. Nếu bấm nhầm, xin lấy mã mới."
)
ENDED = "Mã đã hết hạn. Xin lấy mã mới."
CAUTION = (
    "Chỉ nhắn mã do chính trang này vừa hiện ra trước mặt Anh/Chị; "
    "mã do người khác gửi đến, xin không nhắn."
)
NO_CHAT = "Chưa liên kết cuộc trò chuyện? Xin đề nghị công chức đầu mối cấp mã liên kết."
LINK = "Vào Bàn làm việc"
LINK_BODY = "Liên kết này dùng được một lần, trên máy này. Bấm nút dưới đây để vào."
LINK_BUTTON = "Mở Bàn làm việc"
LINK_VOID = "Liên kết không dùng được"
LINK_VOID_BODY = (
    "Liên kết này không đúng, đã được dùng hoặc đã hết hạn. "
    "Để lấy liên kết mới, cán bộ nhắn “đăng nhập” cho trợ lý; "
    "người quản trị chạy lệnh motcua desk link."
)
BY_CODE = "Đăng nhập bằng mã"
LATER = "Tạm dừng đăng nhập"
LATER_BODY = "Có quá nhiều lượt thử từ mạng này. Xin thử lại sau {minutes} phút."
ELSEWHERE = "Chưa đăng nhập được"
ELSEWHERE_BODY = "Yêu cầu này không đến từ trang đăng nhập. Xin mở lại trang rồi thử lại."
UNKNOWN_BROWSER = "trình duyệt không rõ"
ON = "{browser} trên {system}"
