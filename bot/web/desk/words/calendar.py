"""What the pages of due days say."""

from handlers.desk.due.powers import Act
from storage.values import DueState
from storage.values.due_lists import DueShown

TABS = "Các phần của lịch hạn"
MONTH_VIEW, LIST_VIEW = "Tháng", "Danh sách"
UNDATED_VIEW, UNASSIGNED_VIEW = "Chưa có ngày", "Chưa có người nhận"
PAST_VIEW, FORESEEN_VIEW = "Đã qua trước ngày xác nhận", "Xem trước tin nhắc"
GIVING_VIEW = "Giao việc"

# Filters
FILTERS = "Lọc việc"
WORDS = "Tìm trong nội dung"
SHOWN = "Tình trạng"
OFFICE = "Đơn vị"
PLAN = "Kế hoạch"
SINCE, UNTIL = "Từ ngày", "Đến ngày"
PLACE = "Địa phương"
ALL_OFFICES, NO_OFFICE, ALL_PLANS = "Tất cả đơn vị", "Chưa có đơn vị nhận", "Tất cả kế hoạch"
SHOWN_LABELS = {
    DueShown.ALL: "Mọi việc còn hiệu lực",
    DueShown.OPEN: "Chưa hoàn thành",
    DueShown.OVERDUE: "Quá hạn",
    DueShown.DONE: "Đã hoàn thành",
    DueShown.DONE_LATE: "Hoàn thành quá hạn",
    DueShown.ASKED: "Đang xin gia hạn",
    DueShown.DISPUTED: "Báo không thuộc đơn vị",
    DueShown.CANCELLED: "Đã hủy",
    DueShown.PAST: "Đã qua trước ngày xác nhận",
}

# Lists
COUNT = "{count} việc"
NONE = "Không có việc nào khớp với điều kiện lọc."
COLUMN_DAY, COLUMN_WORK, COLUMN_OFFICE = "Hạn", "Nội dung", "Đơn vị"
COLUMN_STATE, COLUMN_ACTS = "Tình trạng", "Thao tác"
CAPTION = "Các việc theo ngày đến hạn"
SUPERIORS = "Kế hoạch của {place}"
ASKED_UNTIL = "Xin gia hạn đến {day}"
PUT_OFF = "Đã gia hạn"
LATE, DONE_LATE = "Quá hạn", "Hoàn thành quá hạn"
STATES = {
    DueState.OPEN: "Chưa hoàn thành",
    DueState.DONE: "Đã hoàn thành",
    DueState.DISPUTED: "Báo không thuộc đơn vị",
    DueState.PAST: "Đã qua trước ngày xác nhận",
    DueState.CANCELLED: "Đã hủy",
}
ACTS = {
    Act.DONE: "Đã xong",
    Act.NOTE: "Ghi thêm kết quả",
    Act.MORE_TIME: "Xin gia hạn",
    Act.GIVE: "Giao đơn vị khác",
    Act.KEEP: "Giữ nguyên đơn vị",
    Act.DISPUTE: "Không thuộc đơn vị",
    Act.URGE: "Đôn đốc",
    Act.LATER: "Nhắc tôi sau",
    Act.WITHDRAW: "Thu hồi",
}
SHORT_ACTS = {
    Act.MORE_TIME: "Gia hạn",
    Act.GIVE: "Giao",
    Act.KEEP: "Giữ nguyên",
}  # in lists
ACT_ON = "{act} – {code}: {content}"

# The month
MONTH = "Tháng {month}/{year}"
WEEKDAYS = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật")
PREVIOUS_MONTH, NEXT_MONTH, THIS_MONTH = "Tháng trước", "Tháng sau", "Tháng này"
CHOOSE_MONTH = "Chọn tháng"
TODAY, DAY_OFF = "hôm nay", "ngày nghỉ"
MORE = "+{count} việc"
MORE_ON = "Xem thêm {count} việc ngày {day}"
HANDED_IN = "{done}/{count} đơn vị đã nộp"
MONTH_EMPTY = "Tháng này không có việc nào khớp với điều kiện lọc."

# One item
BACK = "Về danh sách"
ITEM = "Việc {code}"
DUE_ON, PLANNED_DAY, SOURCE, RESULT = "Hạn", "Hạn theo kế hoạch", "Nguồn", "Kết quả"
GROUP, DONE_BY = "Thuộc nhóm", "Hoàn thành"
DONE_BY_AT = "{name} ghi lúc {at}"
PAUSED = "Ngày nhắc lại"
OPEN_PLAN = "Mở kế hoạch"
WRITTEN = "Nguyên văn"
SECTION, CONTENT, LEAD, SUPPORTING = "Mục", "Nội dung", "Chủ trì", "Phối hợp"
TIMEFRAME, DELIVERABLE, OCCURRENCE = "Thời gian", "Sản phẩm", "Kỳ"
ROW = "Số thứ tự việc"
WAITING = "Đề nghị gia hạn đang chờ"
WAITING_BODY = "{name} đề nghị gia hạn đến {day} (gửi lúc {at})."
REASON_IS = "Lý do: {reason}"
GRANT, REFUSE = "Đồng ý gia hạn", "Không đồng ý"
DISPUTED_BODY = (
    "Đơn vị được giao báo việc này không thuộc trách nhiệm của đơn vị. "
    "Xin giữ nguyên hoặc giao đơn vị khác."
)
STANDING = "Các đơn vị cùng thực hiện"
HANDED = "Đã nộp {done}/{total}"
MISSING = "Đã nộp {done}/{total} – còn thiếu: {offices}"
URGE_MISSING = "Nhắc các đơn vị còn thiếu"
DONE_ON = "Ngày hoàn thành"
STEPS = "Nhắc việc"
TOLD, COMING = "Đã nhắc", "Sẽ nhắc"
STEPS_NONE = "Chưa nhắc ai và không còn mốc nhắc nào."
STEP_AT, STEP, WHOM, WHO = "Thời điểm", "Mốc", "Đối tượng", "Người nhận"
NOBODY = "chưa có người nhận"
HISTORY = "Diễn biến"
HISTORY_NONE = "Chưa có cập nhật nào."
AT, NAME, WHAT, NOTE = "Thời điểm", "Người thực hiện", "Thao tác", "Ghi chú"
UNDONE = "(đã hoàn tác lúc {at})"

# Dialogs
DONE_TITLE = "Ghi hoàn thành"
DONE_NOTE = "Số văn bản hoặc kết quả"
DONE_HINT = "ví dụ: Công văn số 45, hoặc một câu về kết quả"
RESULT_WANTED = "Một dòng kết quả để tổng hợp báo cáo"
NOTE_TITLE = "Ghi thêm kết quả"
TIME_TITLE = "Xin gia hạn"
NEW_DAY, REASON = "Gia hạn đến ngày", "Lý do"
REQUEST_NUMBER = "Số văn bản đề nghị cấp trên"
REQUEST_HINT = "ví dụ: Công văn số 45; hạn cũ vẫn giữ nguyên cho đến khi cấp trên đồng ý"
GRANT_TITLE, REFUSE_TITLE = "Đồng ý gia hạn đến {day}", "Không đồng ý gia hạn đến {day}"
GIVE_TITLE = "Giao đơn vị khác"
GIVE_TO = "Đơn vị nhận"
GIVE_HINT = "Với việc theo kế hoạch, các hạn sau của việc này cũng giao theo."
CHOOSE_OFFICE = "Chọn đơn vị"
KEEP_TITLE = "Giữ nguyên đơn vị"
DISPUTE_TITLE = "Báo không thuộc đơn vị"
WHOSE, WORDS_SAID = "Theo Anh/Chị, thuộc đơn vị nào", "Ý kiến"
LATER_TITLE, LATER_DAY = "Nhắc tôi vào ngày khác", "Nhắc lại vào sáng ngày"
WITHDRAW_TITLE = "Thu hồi việc này?"
WITHDRAW_BODY = "Đơn vị được báo là không phải làm nữa."
UNDO_TITLE = "Hoàn tác cập nhật gần nhất?"
UNDO_BODY = "Việc trở lại như trước lần cập nhật gần nhất; đơn vị được báo."
RECORD = "Ghi"
SEND = "Gửi đề nghị"
HAND_OVER = "Giao"
KEEP = "Giữ nguyên"
REMIND = "Hẹn nhắc"
WITHDRAW = "Thu hồi"

# Without a day
UNDATED_HINT = "Các việc trong kế hoạch đang áp dụng mà chưa tính được ngày đến hạn."
UNDATED_WAITING, UNDATED_OTHERS = "Chờ bổ sung", "Theo dõi cách khác"
UNDATED_NONE = "Không có việc nào chờ bổ sung ngày."
UNDATED_OTHERS_NONE = "Không có việc nào khác."
WHY, TREATMENT, DECIDED = "Vì sao chưa có ngày", "Cách theo dõi", "Đã ghi"
PICK_RULE, NAME_PLAN, FIX_TIME = "Chọn quy định", "Ghi kế hoạch riêng", "Bổ sung thời gian"
ROW_OF = "Việc {row}, {document}"

# What would be told
FORESEEN_HINT = "Xem trước ai được nhắc việc gì vào ngày đã chọn; không có tin nào được gửi đi."
FORESEEN_DAY = "Ngày"
FORESEEN_HEAD = "{day}: {count} lượt nhắc, {people} người nhận"
FORESEEN_OFF = "Đây là ngày nghỉ; tin nhắc được gửi vào ngày làm việc."
FORESEEN_NONE = "{day}: không có việc nào cần nhắc."
FORESEEN_NOBODY = "Chưa có người nhận"
NO_CHAT = "chưa liên kết kênh nhắn tin"
MORE_ITEMS = "và {count} việc nữa"

# Giving work out
GIVING_HINT = "Việc đột xuất, theo văn bản hoặc chỉ đạo; được nhắc như việc theo kế hoạch."
GIVING_OFFICES, GIVING_CONTENT = "Giao cho", "Nội dung công việc"
GIVING_DAY, GIVING_DOCUMENT = "Hạn hoàn thành", "Theo văn bản"
GIVING_DOCUMENT_HINT = "không bắt buộc; ví dụ: Công văn số 312/UBND-VP"
GIVING_PREVIEW = "Xem lại trước khi giao"
GIVING_TOLD, GIVING_UNTOLD = "Được báo ngay", "Chưa có người nhận tin"
GIVING_SEND = "Giao việc"
MEMBERS = "{office} ({count} đơn vị: {members})"
