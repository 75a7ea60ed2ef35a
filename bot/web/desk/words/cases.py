"""What the inbox of feedback says beside what chat says."""

from handlers.desk.cases.wish import Due, Tab
from storage.values import CaseOrder

PARTS = "Nhóm phản ánh"
TABS = {
    Tab.MINE: "Chờ tôi xử lý",
    Tab.OPEN: "Chưa trả lời",
    Tab.ANSWERED: "Đã trả lời",
    Tab.OVER: "Đã kết thúc",
    Tab.ALL: "Tất cả",
}
COUNTED = "{label} ({count})"
FILTERS = "Tìm và lọc phản ánh"
MORE_FILTERS = "Lọc thêm"
CLEAR = "Bỏ lọc"
SEARCH = "Tìm"
SEARCH_HINT = "Có dấu hoặc không: nội dung, nơi xảy ra, mã, điện thoại, người gửi."
SEARCH_HINT_CODE = "Tìm theo mã phản ánh."
STATE = "Tình trạng"
OFFICE = "Đơn vị"
NO_OFFICE = "Chưa có đơn vị"
KIND = "Loại"
DUE = "Thời hạn"
DUES = {
    Due.OVER: "Quá hạn",
    Due.SOON: "Sắp hết hạn",
    Due.IN_TIME: "Trong hạn",
}
FROM = "Nhận từ ngày"
UNTIL = "Đến ngày"
HIDES_NAME = "Người gửi ẩn tên"
UNPUBLISHED = "Chưa công khai"
MUST_CALL = "Cần gọi điện báo kết quả"
ORDER = "Sắp xếp"
ORDERS = {
    CaseOrder.DUE: "Hạn gần nhất trước",
    CaseOrder.NEWEST: "Mới nhận trước",
    CaseOrder.OLDEST: "Nhận lâu nhất trước",
}
ORDER_DEFAULT = "Mặc định"

CODE = "Mã"
CONTENT = "Nội dung"
PLACE = "Nơi xảy ra"
RECEIVED = "Ngày nhận"
HIDDEN = "Ẩn tên"
CALL = "Cần gọi điện"
PUBLISHED = "Đã công khai"
SEALED = "Người quản trị không xem được nội dung"
TABLE = "Danh sách phản ánh"
FOUND = "{count} phản ánh"
SHOWN = "{count} phản ánh, đang xem {first}–{last}"
ELSEWHERE = "Xem {count} phản ánh khớp ở các nhóm khác"
EMPTY = {
    Tab.MINE: "Không có phản ánh nào đang chờ Anh/Chị xử lý.",
    Tab.OPEN: "Không có phản ánh nào chưa trả lời.",
    Tab.ANSWERED: "Không có phản ánh nào đã trả lời mà chưa kết thúc.",
    Tab.OVER: "Chưa có phản ánh nào kết thúc.",
    Tab.ALL: "Chưa có phản ánh nào.",
}
EMPTY_FILTERED = (
    "Không có phản ánh nào khớp với điều kiện lọc. Anh/Chị thử bớt điều kiện hoặc đổi từ cần tìm."
)

KEYS = "Phím tắt"
KEY_LIST = (
    ("/", "đến ô tìm"),
    ("j hoặc ↓", "phản ánh tiếp theo"),
    ("k hoặc ↑", "phản ánh trước"),
    ("Enter", "mở phản ánh đang chọn"),
)
