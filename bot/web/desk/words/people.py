"""What the pages of offices and people say."""

TABS = "Các phần của mục Đơn vị và người"
OFFICES = "Đơn vị"
OFFICERS = "Cán bộ"
INVITATIONS = "Lời mời"
SIMILAR = "Tên gần giống"
UNASSIGNED = "Việc chưa có người nhận"
TO_OFFICES = "Danh sách đơn vị"
TO_OFFICERS = "Danh sách cán bộ"
FILTERS = "Lọc danh sách"
FOUND = "Có {count} mục."

# Offices
OFFICE = "Đơn vị"
NEW_OFFICE = "Thêm đơn vị"
OFFICE_NAME = "Tên đơn vị"
IS_GROUP = "Là tên chung của nhiều đơn vị, như “các ban, ngành”"
OFFICE_MADE = "Đã thêm đơn vị."
SEARCH_OFFICES = "Tìm tên đơn vị hoặc người nhận việc"
SHOW = "Hiển thị"
WHICH = (
    ("", "Đang hoạt động"),
    ("chua-co-nguoi", "Chưa có người nhận"),
    ("chua-lien-ket", "Chưa nhận được tin nhắn"),
    ("nhom", "Tên chung"),
    ("da-ket-thuc", "Đã kết thúc"),
)
HOLDERS = "Người nhận việc"
REACHED = "Nhận tin nhắn"
OPEN_WORK = "Việc chưa hoàn thành"
OVERDUE = "Quá hạn"
SHORT_OPEN, SHORT_CASES = "Việc", "Phản ánh"
OPEN_CASES = "Phản ánh đang xử lý"
IN_CHARGE = "Lãnh đạo phụ trách"
NO_OFFICES = "Không có đơn vị nào khớp với điều kiện lọc."
ALSO_CALLED = "Còn gọi: {names}"
SINCE = "từ {day}"
STANDS_IN = "thay người vắng"
NOBODY = "chưa có người nhận"
GROUP = "Tên chung"
GROUP_OF = "Gồm: {names}"
GROUP_EMPTY = "Chưa chọn đơn vị thành viên"
YES_REACHED = "Có"
NOT_REACHED = "Chưa"
ENDED = "Kết thúc {day}"
FOLLOWED_BY = "nay là {name}"

RENAME = "Đổi tên"
RENAME_BODY = "Tên cũ vẫn dùng được như một tên gọi khác."
RENAMED = "Đã đổi tên đơn vị."
ALIASES = "Tên gọi khác"
ADD_ALIAS = "Thêm tên gọi khác"
ADD_ALIAS_BODY = "Dùng cho cách viết khác của cùng một đơn vị trong kế hoạch, như “P. KT”."
ALIAS = "Tên gọi khác"
ALIAS_ADDED = "Đã thêm tên gọi khác."
DROP_ALIAS = "Bỏ"
DROP_ALIAS_OF = "Bỏ tên gọi “{name}”"
ALIAS_REMOVED = "Đã bỏ tên gọi “{name}”."
MEMBERS = "Đơn vị thành viên"
SET_MEMBERS = "Chọn đơn vị thành viên"
SET_MEMBERS_BODY = (
    "Việc giao cho tên chung này được chia cho từng đơn vị thành viên. Hạn của các kế hoạch đang "
    "thực hiện được lập lại ngay."
)
MEMBERS_SET = "Đã lưu đơn vị thành viên và lập lại hạn."
SET_OVERSEERS = "Chọn lãnh đạo phụ trách"
SET_OVERSEERS_BODY = "Lãnh đạo phụ trách được báo khi việc của đơn vị quá hạn lâu ngày."
NO_LEADERS = "Chưa có cán bộ nào có vai trò lãnh đạo."
OVERSEERS_SET = "Đã lưu lãnh đạo phụ trách."
END = "Kết thúc hoạt động"
END_BODY = (
    "Người nhận việc, việc và phản ánh chưa xong chuyển sang đơn vị thay thế; tên cũ được hiểu là "
    "đơn vị đó. "
    "Không hoàn tác được."
)
SUCCESSOR_OFFICE = "Đơn vị thay thế"
NO_SUCCESSOR = "Không có"
FIRST_DAY = "Ngày đầu của đơn vị thay thế (để trống là hôm nay)"
ENDED_DONE = "Đã ghi đơn vị kết thúc hoạt động."
IN_GROUPS = "Thuộc tên chung"
NOW_HOLDING = "Người nhận việc hiện nay"
GIVE_HERE = "Thêm người nhận việc"
OFFICER = "Cán bộ"
FROM_DAY = "Từ ngày (để trống là hôm nay)"
GIVEN = "Đã ghi người nhận việc."
INVITE_HERE = "Mời người vào đơn vị"
HISTORY = "Quá trình nhận việc"
FROM, TO = "Từ ngày", "Đến hết ngày"
STILL = "đến nay"
NO_HOLDINGS = "Chưa có ai từng nhận việc của đơn vị này."
NO_HOLDERS = "Hiện chưa có người nhận việc của đơn vị này."
OPEN_INVITATIONS = "Lời mời đang chờ"

# Similar names
SIMILAR_HINT = (
    "Các tên dưới đây có thể chỉ một đơn vị. Khi gộp, người nhận việc, việc và phản ánh dồn về "
    "đơn vị được giữ tên; gộp xong không tách lại được."
)
NO_SIMILAR = "Không có tên đơn vị nào gần giống nhau."
ALIKE = "Giống {share}%"
KEEP_THIS = "Gộp, giữ tên “{name}”"
MERGE = "Gộp hai đơn vị"
MERGE_BODY = "“{name}” gộp vào “{kept}”; tên cũ vẫn dùng được. Không tách lại được."
MERGED = "Đã gộp vào “{kept}”."
APART = "Là hai đơn vị khác nhau"
APART_DONE = "Đã ghi là hai đơn vị khác nhau."
WORK_LINE = "{open} việc chưa hoàn thành, {cases} phản ánh"

# Officers
SEARCH_OFFICERS = "Tìm họ tên hoặc đơn vị"
WHO = (
    ("", "Đang làm việc"),
    ("dang-vang", "Đang vắng"),
    ("chua-lien-ket", "Chưa liên kết"),
    ("khong-lien-lac-duoc", "Không nhận được tin nhắn"),
    ("chua-giu-don-vi", "Chưa có đơn vị"),
    ("da-thoi", "Đã thôi"),
)
NAME, ROLE, HELD, CHANNELS, STATE = "Họ tên", "Vai trò", "Đơn vị", "Kênh liên kết", "Tình trạng"
NO_OFFICERS = "Không có cán bộ nào khớp với điều kiện lọc."
AWAY, UNREACHABLE, UNLINKED = "Đang vắng", "Không nhận được tin", "Chưa liên kết"
HERE = "Đang làm việc"
LEFT_ON = "Đã thôi từ {day}"
KINDS = {
    "web": "Trang web",
    "telegram": "Telegram",
    "zalo_bot": "Bot Zalo",
    "zalo_oa": "Zalo OA",
    "console": "Dòng lệnh",
}
SET_ROLE = "Đổi vai trò"
SET_ROLE_BODY = (
    "Công chức đầu mối sửa được kế hoạch, đơn vị, cài đặt; lãnh đạo duyệt câu trả lời và gia hạn."
)
ROLE_SET = "Đã đổi vai trò."
GIVE_OFFICE = "Thêm đơn vị nhận việc"
MOVE = "Chuyển đơn vị"
MOVE_BODY = "Việc chưa hoàn thành ở lại với đơn vị cũ."
MOVE_FROM, MOVE_TO = "Thôi nhận việc của", "Chuyển sang nhận việc của"
MOVED = "Đã chuyển đơn vị."
TAKE = "Thôi nhận việc"
TAKE_OF = "Thôi nhận việc của {office}"
TAKE_BODY = (
    "Việc chưa hoàn thành ở lại với đơn vị. Từ ngày này cán bộ không còn được nhắc việc của đơn vị."
)
TAKE_DAY = "Thôi nhận việc từ ngày (để trống là hôm nay)"
TAKEN = "Đã ghi thôi nhận việc của đơn vị."
UNHELD = "{done} Nay chưa có người nhận việc: {names}."
SET_AWAY = "Báo vắng"
AWAY_BODY = "Trong những ngày vắng, người thay nhận nhắc việc và báo kết quả."
FIRST_AWAY, LAST_AWAY = "Vắng từ ngày", "Đến hết ngày"
SUBSTITUTE = "Người thay"
AWAY_SET = "Đã ghi ngày vắng."
COME_BACK = "Đã có mặt"
BACK_BODY = "Bỏ các ngày vắng từ hôm nay trở đi."
BACK_DONE = "Đã ghi có mặt."
ABSENCES = "Ngày vắng"
NO_ABSENCES = "Không có ngày vắng nào sắp tới."
LEAVE = "Thôi nhiệm vụ"
LEAVE_BODY = (
    "Từ nay các cuộc trò chuyện của {name} không còn là của cán bộ. Người kế nhiệm nhận đơn vị và "
    "việc chưa hoàn thành. Không hoàn tác được."
)
SUCCESSOR = "Người kế nhiệm"
LEAVE_DONE = "Đã ghi {name} thôi nhiệm vụ."
INVITE_AGAIN = "Mời liên kết thêm"
LINKS = "Liên kết"
FORGET = "Gỡ liên kết"
FORGET_OF = "Gỡ liên kết {kind} số {number}"
FORGET_BODY = "Cuộc trò chuyện này không còn nhận nhắc việc của {name}."
FORGOTTEN = "Đã gỡ liên kết."
NO_LINKS = "Chưa liên kết cuộc trò chuyện nào."
STANDING_IN = "Đang thay người vắng tại"
PERSON_HISTORY = "Quá trình nhận việc"
NEVER_HELD = "Chưa nhận việc của đơn vị nào."

# Invitations
INVITE_ONE = "Mời một cán bộ"
INVITE_HINT = "Mã dùng một lần, có hiệu lực 7 ngày và chỉ hiện một lần ngay sau khi tạo."
MAKES_OFFICE = "Thêm đơn vị mới nếu chưa có tên này"
MAKE_CODE = "Tạo mã"
MADE = "Đã tạo mã liên kết cho {name}."
MADE_TITLE = "Mã liên kết của {name}"
MADE_HINT = "Mã chỉ hiện lần này. Dùng một lần, có hiệu lực đến {until}."
QR_OF = "Mã QR liên kết của {name}"
COPY_CODE = "Sao chép mã"
COPY_FORWARD = "Sao chép lời mời"
CODE, LINK = "Mã", "Đường dẫn"
DOWNLOAD_QR = "Tải mã QR"
PRINT_ONE = "Mở phiếu để in"
INVITE_MANY = "Mời nhiều cán bộ từ tệp Excel"
TEMPLATE = "Tải tệp mẫu"
DROP = "Danh sách cán bộ (.xlsx)"
DROP_HINT = "Cần cột “Họ tên” và “Đơn vị/chức danh”; cột “Vai trò” có thể để trống."
PREVIEW = "Kiểm tra danh sách {name}"
PREVIEW_HINT = "Chưa tạo mã nào. Xin kiểm tra trước khi mời."
ROW = "Dòng"
GOOD_ROWS = "{count} dòng dùng được"
NEW_ROWS = "{count} dòng có đơn vị chưa có trong danh sách"
BAD_ROWS = "{count} dòng không dùng được"
REASON = "Lý do"
MAKES_OFFICES = "Thêm các đơn vị chưa có và mời cả những dòng này"
INVITE_ALL = "Tạo mã liên kết"
DROP_LIST = "Bỏ danh sách"
LIST_MADE = "Đã tạo {count} mã liên kết."
LIST_MADE_HINT = (
    "Mã chỉ hiện lần này. Xin in phiếu hoặc chuyển mã trước khi rời trang; phiếu mở được trong "
    "{minutes} phút."
)
PRINT_ALL = "Mở phiếu để in"
WAITING = "Lời mời đang chờ"
NO_WAITING = "Không có lời mời nào đang chờ."
UNTIL = "Hiệu lực đến"
WITHDRAW = "Thu hồi"
WITHDRAW_OF = "Thu hồi lời mời {name}"
WITHDRAW_BODY = "Mã đã gửi cho {name} sẽ không còn dùng được."
WITHDRAWN = "Đã thu hồi lời mời."
ANOTHER_LINK = "liên kết thêm"
SEATS = "Số người dùng bot Zalo"
SEAT = "{title}: {taken}/{most} người"
GONE_SHEET = "Phiếu này không còn. Mã chỉ hiện một lần; xin thu hồi lời mời cũ và mời lại."

# Unassigned
UNASSIGNED_HINT = "Việc còn hạn mà đơn vị chưa có người nhận, hoặc chưa giao đơn vị nào."
NO_UNASSIGNED = "Mọi việc còn hạn đều có người nhận."
CONTENT, DUE_ON, PLANNED_OFFICE, ACTIONS = "Nội dung", "Hạn", "Đơn vị được giao", "Thao tác"
MORE_DAYS = "và {count} hạn sau"
ASSIGN = "Giao đơn vị"
ASSIGN_OF = "Giao việc “{content}” cho đơn vị"
ASSIGN_TO = "Đơn vị nhận"
ASSIGN_BODY = "Chỉ liệt kê đơn vị đã có người nhận việc; người đó được báo ngay trong giờ làm việc."
INVITE_TO = "Mời người vào {name}"

# The trail
CHANGES = "Lịch sử thay đổi"
NO_CHANGES = "Chưa có thay đổi nào tại Bàn làm việc."
AT, BY, WHAT = "Thời điểm", "Người thực hiện", "Thay đổi"
UNDONE = "Đã hoàn tác"
UNDO_OF = "Hoàn tác: {what}"
UNDO_DONE = "Đã hoàn tác."
ACTS = {
    "office_made": "Thêm đơn vị “{new}”",
    "office_renamed": "Đổi tên “{old}” thành “{new}”",
    "alias_added": "Thêm tên gọi “{new}”",
    "alias_removed": "Bỏ tên gọi “{old}”",
    "members_set": "Đơn vị thành viên: {old} → {new}",
    "overseers_set": "Lãnh đạo phụ trách: {old} → {new}",
    "office_ended": "Kết thúc hoạt động: {new}",
    "office_merged": "Gộp “{old}” vào “{new}”",
    "offices_distinct": "Ghi là khác với “{new}”",
    "office_held": "Nhận việc: {new}",
    "office_dropped": "Thôi nhận việc: {old}",
    "person_moved": "Chuyển từ {old} sang {new}",
    "role_set": "Vai trò: {old} → {new}",
    "absence_set": "Ngày vắng: {old} → {new}",
    "person_left": "Thôi nhiệm vụ, người kế nhiệm: {new}",
    "address_forgotten": "Gỡ liên kết: {old}",
    "invited_again": "Tạo mã liên kết thêm",
}
