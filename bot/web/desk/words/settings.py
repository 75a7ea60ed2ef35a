"""What the pages of settings say."""

TABS = "Các phần của mục Cài đặt"
PROFILE = "Hồ sơ cơ quan"
PLACES = "Địa phương, cấp trên"
LADDER = "Lịch nhắc việc"
RULES = "Quy định báo cáo"
TERMS = "Thời hạn xử lý"
APPROVAL = "Duyệt trả lời"
GREETING = "Lời chào"
PUBLICITY = "Tốc độ trả lời"
TEMPLATES = "Mẫu trả lời"
CHANNELS = "Kênh nhắn tin"
TRAIL = "Lịch sử thay đổi"

# What stands on every part
LAST = "Lịch sử thay đổi"
NO_CHANGES = "Chưa có thay đổi nào tại Bàn làm việc."
AT, BY, SUBJECT, WHAT = "Thời điểm", "Người thực hiện", "Mục", "Nội dung"
OLD, NEW = "Trước: ", "Sau: "
UNDONE = "đã hoàn tác"
UNDO_OF = "Hoàn tác: {name}, {at}"
UNDO_DONE = "Đã hoàn tác."
SAVED = "Đã lưu."
EDIT = "Sửa"
EDIT_OF = "Sửa {name}"
OWN = "Đặt riêng cho {place}"
BY_ABOVE = "Theo {place}"
BY_DEFAULT = "Theo mặc định của hệ thống"
SET_OWN = "Đặt riêng"
SET_OWN_OF = "Đặt riêng {name}"
GO_BY_ABOVE = "Theo {place}"
GO_BY_DEFAULT = "Theo mặc định"
WENT_BACK = "Đã bỏ phần đặt riêng."
VIEW_ONLY = "Chỉ công chức đầu mối và người quản trị sửa được phần này."

# Profile
PROFILE_HINT = "Trợ lý trả lời người dân theo đúng các dòng này. Dòng trống là chưa nhập."
GROUPS = {
    "office": "Cơ quan",
    "hours": "Giờ làm việc",
    "one_stop_desk": "Bộ phận Một cửa",
    "reception": "Tiếp công dân",
    "leader": "Lãnh đạo",
    "clerk": "Công chức đầu mối",
    "superior": "Cơ quan cấp trên",
    "police": "Công an",
    "health": "Trạm y tế",
}
EMPTY = "chưa nhập"

# Places
PLACE = "Địa phương"
ABOVE = "Cấp trên"
BELOW = "Cấp dưới"
SUCCESSOR = "Địa phương kế thừa"
LAST_DAY = "Ngày cuối"
NO_ABOVE = "chưa ghi cấp trên"
PLACES_HINT = (
    "Kế hoạch của cấp trên được tra cứu sau kế hoạch của địa phương; "
    "phần chưa đặt riêng thì theo cấp trên."
)
OPERATOR_ONLY = "Cấp trên và địa phương kế thừa do người quản trị ghi."
SET_PARENT = "Đổi cấp trên"
SET_PARENT_BODY = "Ghi tên đầy đủ, ví dụ: tỉnh Lam Hà. Để trống nếu không có cấp trên."
SET_SUCCESSOR = "Ghi địa phương kế thừa"
SET_SUCCESSOR_BODY = (
    "Dùng khi địa phương đã sắp xếp thành đơn vị khác. Để trống tên nếu muốn bỏ phần đã ghi."
)
FIRST_DAY = "Ngày đầu của địa phương kế thừa"

# Ladder
LADDER_HINT = "Số ngày làm việc, cách nhau bằng dấu phẩy. Việc chưa hoàn thành được tính lại ngay."
BEFORE = "Nhắc trước hạn"
AFTER = "Sau hạn mà chưa cập nhật kết quả"
EARLY = "Biết trước từ {days} ngày"
USUAL = "Thông thường"
SHORT = "Còn không quá {days} ngày làm việc"
STEPS = "Các mốc (ngày làm việc)"
CASE = "Trường hợp"
STEPS_OF = "{name}: nhắc trước (ngày làm việc)"
LATE_OF = "Báo {name} sau hạn (ngày làm việc)"
LATE_STEP = "Sau hạn {days} ngày làm việc"
WHEN, WHO = "Khi nào", "Báo cho"
WEEKLY = "Nhắc lại hằng tuần đến khi có kết quả"
WEEKLY_YES = "Sau mốc cuối, nhắc lại hằng tuần đến khi có kết quả."
WEEKLY_NO = "Sau mốc cuối, không nhắc lại."
LADDER_SAVED = "Đã lưu lịch nhắc việc. Việc chưa hoàn thành được tính lại."

# Rules
RULES_HINT = "Ngày phải gửi báo cáo định kỳ khi kế hoạch không ghi ngày."
NO_RULES = "Chưa có quy định nào."
ADD_RULE = "Thêm quy định"
PERIOD = "Kỳ báo cáo"
DAY = "Ngày gửi"
DAY_FIELD = "Ngày trong tháng"
DAY_FIELD_HINT = "Từ 1 đến 31; 31 là ngày cuối tháng."
MONTHS_AFTER = "Số tháng sau kỳ"
MONTHS_AFTER_HINT = "0 là ngay trong tháng cuối kỳ, 1 là tháng liền sau."
BASIS = "Văn bản quy định"
VALID = "Áp dụng"
VALID_FROM = "Cho kỳ kết thúc từ ngày"
VALID_TO = "Đến hết ngày"
NEXT = "Lần tới"
RULE_ADDED = "Đã thêm quy định. Lịch hạn được tính lại."
REMOVE_RULE = "Bỏ"
REMOVE_RULE_OF = "Bỏ quy định {kind}, {day}"
REMOVE_RULE_BODY = "Các ngày đến hạn theo quy định này sẽ bị hủy. Có thể hoàn tác."
RULE_REMOVED = "Đã bỏ quy định. Lịch hạn được tính lại."
RULE_FIRST_OWN = "Khi có quy định riêng, các quy định của {place} không còn áp dụng tại đây."
LAW = "Kỳ số liệu theo quy định của pháp luật"
DATA = "Số liệu"
DATA_DAYS = "từ ngày {first} đến hết ngày {last}"

# Terms
TERMS_HINT = "Áp dụng cho thời hạn bắt đầu từ nay; không dài hơn mức pháp luật quy định."
TERM, DAYS, SOURCE, ACTIONS = "Thời hạn", "Ngày làm việc", "Nguồn", "Thao tác"
DAYS_FIELD = "Số ngày làm việc"
BY_LAW, USUAL_TERM = "Theo pháp luật", "Mặc định"
OWN_SHORT = "Đặt riêng"

# Approval
APPROVAL_HINT = "Lãnh đạo luôn duyệt được. Áp dụng ngay, kể cả phản ánh đang xử lý."
APPROVERS = {
    "leader": "Chỉ lãnh đạo",
    "head": "Lãnh đạo hoặc người đứng đầu đơn vị được giao",
    "clerk": "Lãnh đạo hoặc công chức đầu mối",
}
WHO_APPROVES = "Người duyệt trả lời"

# Greeting
GREETING_HINT = (
    "Câu này thêm vào sau lời chào của trợ lý. Lời chào vẫn nói rõ đây là trợ lý tự động."
)
GREETING_FIELD = "Câu thêm vào lời chào"
NO_GREETING = "Chưa thêm câu nào."

# Publicity
PUBLICITY_HINT = (
    "Khi bật, trang Kết quả ghi một câu cho người dân: tuần qua bao nhiêu phần trăm câu trả lời "
    "được gửi kịp, có tin nào không trả lời được hay không. Số liệu theo ngày ở mục Báo cáo."
)
SHOWS = {True: "Công khai ở trang Kết quả", False: "Không công khai"}
WHETHER_SHOWN = "Công khai tốc độ trả lời"

# Templates
TEMPLATES_HINT = "Mẫu riêng được thêm và sửa ngay trong ô soạn trả lời của mỗi phản ánh."
NO_TEMPLATES = "Chưa có mẫu nào."
NAME, BODY = "Tên mẫu", "Nội dung"

# Channels
CHANNELS_HINT = "Tình trạng ghi nhận gần nhất; xem kỹ hơn bằng lệnh motcua check --channels."
NO_CHANNELS = "Chưa kết nối kênh nào ngoài trang web."
CHANNEL, STATE, HEARD, TOKEN = "Kênh", "Tình trạng", "Tin gần nhất", "Mã truy cập"
REACHED, SENT, WAITING = "Cán bộ đã liên kết", "Đã gửi tháng này", "Tin chờ gửi"
CONNECTED, NOT_CONNECTED = "Đã kết nối", "Chưa kết nối"
RENEWED = "cấp lúc {at}"
NOT_RENEWED = "không gia hạn được từ {at} ({code})"
OF = "{count}/{most}"
NEVER = "chưa có"

# Trail
FILTERS = "Lọc lịch sử thay đổi"
KIND = "Nội dung"
KINDS = (
    ("", "Tất cả"),
    ("cai-dat", "Cài đặt"),
    ("don-vi", "Đơn vị và người"),
    ("hoi-dap", "Hỏi đáp"),
    ("ke-hoach", "Kế hoạch, việc"),
    ("tin-gui", "Tin gửi lại"),
)
OLDER = "Xem cũ hơn"
NO_TRAIL = "Chưa có thay đổi nào khớp với điều kiện lọc."
ACTS = {
    "save_template": "Lưu mẫu",
    "remove_template": "Xóa mẫu",
    "write_answer": "Viết",
    "edit_answer": "Sửa",
    "remove_answer": "Xóa",
    "undo_answer": "Hoàn tác",
    "drop_question": "Bỏ câu hỏi",
    "plan_added": "Nạp kế hoạch",
    "plan_confirmed": "Xác nhận kế hoạch",
    "plan_published": "Công khai cho người dân",
    "plan_withdrawn": "Chuyển thành nội bộ",
    "plan_removed": "Xóa kế hoạch",
    "plan_replaces": "Ghi kế hoạch được thay thế",
    "row_assigned": "Chọn đơn vị cho việc",
    "row_ruled": "Chọn quy định báo cáo cho việc",
    "row_separate": "Ghi kế hoạch riêng cho việc",
    "assign_row": "Chọn đơn vị cho việc",
    "invited": "Mời",
    "invited_again": "Tạo mã liên kết thêm",
    "list_invited": "Mời theo danh sách",
    "invitation_withdrawn": "Thu hồi lời mời",
    "resend": "Gửi lại",
}
