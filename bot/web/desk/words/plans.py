"""What the pages of plans say."""

from types import MappingProxyType

# the list
UPLOAD = "Nạp kế hoạch, tài liệu hướng dẫn"
UPLOAD_LABEL = "Tệp kế hoạch hoặc tài liệu hướng dẫn"
UPLOAD_HINT = (
    "Word, Excel, PDF, trang web, văn bản, ảnh chụp hoặc bản quét; mỗi tệp không quá {limit} MB. "
    "Có thể thả nhiều tệp. Tài liệu có dấu chỉ độ mật không được tiếp nhận và không lưu lại."
)
READINGS = "Tệp vừa gửi"
STAGES = MappingProxyType(
    {
        "waiting": "Đang chờ đọc",
        "reading": "Đang đọc",
        "keeping": "Đang chuẩn bị dữ liệu tra cứu",
        "asking": "Cần Anh/Chị quyết định",
        "done": "Đã đọc xong",
        "failed": "Chưa nạp được",
    }
)
OUTCOMES = MappingProxyType(
    {
        "added": "",  # the badge says it
        "read_again": "Tệp này đã được nạp trước đây, nay được đọc lại.",
        "unchanged": "Tệp này đã được nạp, không có gì thay đổi.",
    }
)
PAGES_DONE = "Trang {done}/{total}"
PIECES_DONE = "Đoạn {done}/{total}"
SENT_BY = "{name} gửi"
CHECK_NOW = "Kiểm tra"
HIDE = "Ẩn"
KEEP_HERE = "Vẫn nạp cho {place}"
DO_NOT_KEEP = "Không nạp"
READ_DONE = "Đã đọc xong {name}."
DRAFTS = "Chờ xác nhận"
IN_FORCE = "Đang áp dụng"
YEAR = "Năm {year}"
NO_YEAR = "Không ghi năm"
SUPERSEDED_LIST = "Đã được thay thế ({count})"
ABOVE = "Của cấp trên"
ABOVE_HINT = "Chỉ để xem; số việc là những việc giao cho địa phương này."
NO_PLANS = "Chưa có kế hoạch nào. Kế hoạch đã nạp và xác nhận sẽ hiện ở đây."
NO_DRAFTS = "Không có bản nào chờ xác nhận."
NO_IN_FORCE = "Chưa có kế hoạch nào được xác nhận."
DOCUMENT = "Văn bản"
ROWS = "Số việc"
DOUBTFUL = "Cần xem lại"
UNDATED = "Chưa có ngày"
UNHELD = "Chưa có người nhận"
ADDED_ON = "Ngày nạp"
PLACE = "Địa phương"
PUBLIC = "Công khai"
INTERNAL = "Nội bộ"
GUIDE = "Hướng dẫn"
STATES = MappingProxyType(
    {"draft": "Chờ xác nhận", "confirmed": "Đang áp dụng", "superseded": "Đã được thay thế"}
)

# one plan
BACK = "Danh sách kế hoạch"
FACTS = "Thông tin văn bản"
NUMBER, ISSUED_ON, ISSUER = "Số, ký hiệu", "Ngày ban hành", "Cơ quan ban hành"
SIGNER, YEAR_OF, FILE = "Người ký", "Năm thực hiện", "Tên tệp"
REPLACES, WARNINGS, SKIPPED = "Thay thế", "Lưu ý về văn bản", "Phần không đọc thành việc"
CONFIRM = "Xác nhận kế hoạch"
CONFIRM_GUIDE = "Xác nhận tài liệu"
PUBLISH, WITHDRAW = "Công khai cho người dân", "Chuyển thành nội bộ"
VERSIONS = "Các bản và thay đổi"
CHOOSE_REPLACED = "Thay thế kế hoạch khác"
REMOVE = "Xóa kế hoạch"
MORE_DEEDS = "Thao tác khác"
ACCEPT_ALL = "Chấp nhận tất cả ({count})"
SHOWN = "Chọn việc cần xem"
SHOWS = MappingProxyType(
    {
        "all": "Tất cả",
        "doubtful": "Cần xem lại",
        "undated": "Chưa có ngày",
        "unheld": "Chưa có người nhận",
        "corrected": "Đã sửa",
    }
)
ROWS_DOUBTFUL = "Việc cần xem lại"
ROWS_OTHER = "Các việc"
NO_ROWS = "Không có việc nào."
GUIDE_ROWS = (
    "Tài liệu này không giao việc; sau khi xác nhận, nội dung được dùng để trả lời câu hỏi."
)
ROW = "Việc {row}"
FIELDS = MappingProxyType(
    {
        "number": "Số thứ tự",
        "content": "Nội dung",
        "lead": "Cơ quan chủ trì",
        "supporting": "Cơ quan phối hợp",
        "timeframe": "Thời gian thực hiện",
        "deliverable": "Dự kiến sản phẩm",
        "doubts": "Điểm cần xem lại",
    }
)
BLANK = "(để trống)"
EDIT_CELL = "Sửa {field} của việc {row}: {value}"
EDIT_TITLE = "Sửa {field} – việc {row}"
UNITS_HINT = "Nhiều đơn vị cách nhau bằng dấu chấm phẩy."
TIME_HINT = "Ghi như trong kế hoạch, ví dụ: Trước ngày 20/12/2026; Quý III/2026; Hằng tháng."
SAVED_ROW = "Đã lưu việc {row}."
ACCEPT, ACCEPT_ROW = "Chấp nhận", "Chấp nhận việc {row} như đã đọc"
ACCEPTED = "Đã chấp nhận {count} việc."
ACCEPT_ALL_TITLE = "Chấp nhận tất cả {count} việc cần xem lại?"
ACCEPT_ALL_BODY = (
    "Nội dung đã đọc được giữ nguyên; các ô để trống vẫn để trống. "
    "Xin chỉ chấp nhận khi đã đối chiếu với văn bản."
)
USE_OFFERED, USE_OFFERED_ROW = "Dùng “{value}”", "Dùng “{value}” cho {field} của việc {row}"
UNDO_ROW, UNDO_ROW_OF = "Trở lại như tệp", "Bỏ mọi chỗ đã sửa của việc {row}"
UNDONE_ROW = "Việc {row} đã trở lại như trong tệp."
ASSIGN, ASSIGN_ROW = "Chọn đơn vị", "Chọn đơn vị trả lời cho việc {row}"
ASSIGN_TITLE = "Đơn vị nhận việc {row}"
ASSIGN_BODY = "Không chọn đơn vị nào: theo đơn vị mà kế hoạch ghi."
NO_OFFICES = "Chưa có đơn vị nào; xin thêm ở trang Đơn vị và người."
OFFICES = "Đơn vị"
NOBODY = "chưa có người nhận"
HELD_BY = "Người nhận việc: {names}"
RULE, RULE_ROW = "Chọn quy định báo cáo", "Chọn quy định báo cáo cho việc {row}"
RULE_TITLE = "Quy định báo cáo của việc {row}"
NO_RULES = "Chưa nhập quy định báo cáo nào; xin nhập ở trang Cài đặt."
SEPARATE, SEPARATE_ROW = "Ghi kế hoạch riêng", "Ghi số kế hoạch riêng của việc {row}"
SEPARATE_TITLE = "Kế hoạch riêng của việc {row}"
SEPARATE_NUMBER, SEPARATE_DAY = "Số, ký hiệu kế hoạch", "Ngày ban hành"
SEPARATE_HINT = "ví dụ 12/KH-UBND"
SCANNED = "Chữ trong bản quét: {text}"
HISTORY = "Đã sửa {count} lần"
EDITED = "{at}, {name}: {field} từ “{old}” thành “{new}”"
SETTLED = "{at}, {name}: chấp nhận như đã đọc"
DOUBTED = "{at}, {name}: bỏ chấp nhận"
SHOW_SOURCE, SHOW_SOURCE_ROW = "Xem trong văn bản", "Xem việc {row} trong văn bản"

# the source
SOURCE = "Văn bản đã đọc"
SOURCE_LABEL = "Văn bản đã đọc: {name}"
SOURCE_TO_ROW = "Đến việc {row}"
SOURCE_NOT_KEPT = (
    "Tệp này được nạp trước khi hệ thống lưu văn bản; dưới đây là phần đã lưu. "
    "Nạp lại đúng tệp đó để xem đầy đủ."
)
SOURCE_HIDDEN = "Văn bản nội bộ của cấp trên không hiển thị ở đây."
SOURCE_CUT = "Văn bản rất dài, ở đây chỉ hiện phần đầu."
CLOSE_SOURCE = "Đóng văn bản"

# deeds
CONFIRM_TITLE = "Xác nhận {name}?"
WILL_OPEN = "Lập {count} hạn; đơn vị được nhắc theo lịch nhắc việc."
WILL_BE_PAST = "{count} hạn đã qua, chỉ dùng để trả lời câu hỏi, không nhắc."
WILL_BE_UNDATED = "{count} việc chưa có ngày, không nhắc theo hạn."
WILL_BE_UNHELD = "{count} việc có hạn nhưng chưa có người nhận."
WILL_BE_DOUBTFUL = "{count} việc cần xem lại chưa được chấp nhận."
WILL_REPLACE = "Thay thế {name}: {changes}."
WILL_BE_PUBLIC = "Người dân được trả lời từ văn bản này."
WILL_BE_INTERNAL = "Chỉ cán bộ được trả lời từ văn bản này (nội bộ)."
WILL_ANSWER = "Nội dung tài liệu được dùng để trả lời câu hỏi."
CONFIRMED = "Đã xác nhận"
PUBLISH_TITLE = "Công khai văn bản này?"
PUBLISH_BODY = "Người dân hỏi sẽ được trả lời từ văn bản này, kèm số và ngày ban hành."
WITHDRAW_TITLE = "Chuyển văn bản này thành nội bộ?"
WITHDRAW_BODY = "Từ nay chỉ cán bộ của địa phương được trả lời từ văn bản này."
REMOVE_TITLE = "Xóa {name}?"
REMOVE_BODY = (
    "Các việc, hạn và tin nhắc chưa gửi của văn bản này bị xóa theo, không khôi phục được."
)
REPLACED_TITLE = "Văn bản này thay thế kế hoạch nào?"
REPLACED_BODY = "Kế hoạch được chọn không áp dụng nữa khi văn bản này được xác nhận."
REPLACED_FIELD = "Kế hoạch được thay thế"
REPLACED_BY_NUMBER = "Kế hoạch cùng số, cùng năm (nếu có)"
REPLACED_SAVED = "Đã ghi kế hoạch được thay thế."

# versions
VERSIONS_TITLE = "Các bản của kế hoạch"
VERSIONS_LIST = "Các bản"
VERSION_ADDED, VERSION_CONFIRMED, VERSION_STATE = "Ngày nạp", "Ngày xác nhận", "Tình trạng"
CHANGES = "Thay đổi so với bản trước"
CHANGES_FROM = "So với {name}, nạp ngày {day}"
NO_CHANGES = "Nội dung các việc không thay đổi."
NO_OLD = "Bản này không thay thế bản nào."
CHANGE_NAMES = MappingProxyType(
    {
        "same": "giữ nguyên",
        "moved": "đổi hạn",
        "revised": "sửa nội dung",
        "added": "việc mới",
        "dropped": "bị bỏ",
    }
)
COUNTED = "{count} việc {change}"
TO_PLAN = "Về kế hoạch"
