"""What the page of one case says."""

from knowledge.cases.states import CaseKind
from knowledge.cases.steps import Action

TITLE = "Phản ánh {code}"
BACK = "Danh sách phản ánh, kiến nghị"
ACTS = "Thao tác"
MORE_ACTS = "Thao tác khác"
NOTHING_TO_DO = "Hiện Anh/Chị không có thao tác nào cần thực hiện với phản ánh này."

LABELS = {
    Action.ACCEPT: "Tiếp nhận",
    Action.ASSIGN: "Giao đơn vị",
    Action.RESUME: "Xử lý tiếp",
    Action.START: "Bắt đầu xử lý",
    Action.APPROVE: "Duyệt dự thảo",
    Action.RETURN_DRAFT: "Trả dự thảo",
    Action.ANSWER: "Gửi trả lời",
    Action.TELL: "Đã gọi điện",
    Action.DRAFT: "Soạn trả lời",
    Action.PUBLISH: "Công khai",
    Action.NOTE: "Ghi chú",
    Action.EXTEND: "Gia hạn",
    Action.DECLINE_EXTENSION: "Không gia hạn",
    Action.ASK_INFO: "Hỏi thêm người gửi",
    Action.ASK_EXTENSION: "Xin gia hạn",
    Action.SEND_ON: "Trả lại để phân công khác",
    Action.TRANSFER: "Chuyển cơ quan khác",
    Action.MERGE: "Gộp vào phản ánh khác",
    Action.CLASSIFY: "Phân loại lại",
    Action.REGISTER: "Ghi số hồ sơ",
    Action.REFUSE: "Không tiếp nhận",
    Action.UNPUBLISH: "Gỡ công khai",
    Action.ERASE: "Xóa thông tin cá nhân",
}
AGAIN = {Action.ASSIGN: "Giao đơn vị khác", Action.PUBLISH: "Sửa bản công khai"}
REASONS = {
    Action.ASK_INFO: "Nội dung cần người gửi bổ sung",
    Action.TRANSFER: "Lý do chuyển",
    Action.SEND_ON: "Lý do trả lại",
    Action.REFUSE: "Lý do không tiếp nhận",
    Action.RETURN_DRAFT: "Điểm cần sửa",
    Action.ASK_EXTENSION: "Lý do xin gia hạn",
    Action.EXTEND: "Lý do gia hạn (người gửi sẽ đọc)",
    Action.DECLINE_EXTENSION: "Lý do không gia hạn",
    Action.NOTE: "Nội dung ghi chú (người gửi không đọc được)",
    Action.TELL: "Nội dung đã trao đổi",
}
BODIES = {
    Action.UNPUBLISH: "Kết quả sẽ không còn hiện trên trang công khai.",
    Action.ERASE: (
        "Họ tên, điện thoại, địa chỉ, nội dung, ảnh và tệp của phản ánh sẽ bị xóa hẳn, không "
        "khôi phục được. Mốc thời gian và tình trạng vẫn giữ để thống kê."
    ),
    Action.APPROVE: "Xin đọc lại dự thảo. Số, ngày, người ký có thể ghi sau, khi gửi trả lời.",
    Action.TELL: (
        "Ghi nhận Anh/Chị đã gọi điện báo người gửi; "
        "phản ánh không còn trong danh sách cần gọi điện."
    ),
}
SHORTCUTS = {
    Action.ACCEPT: "t",
    Action.ASSIGN: "g",
    Action.START: "b",
    Action.DRAFT: "s",
    Action.APPROVE: "d",
    Action.ANSWER: "l",
    Action.PUBLISH: "c",
    Action.NOTE: "n",
}
KINDS = {
    CaseKind.SCENE: "Hiện trường",
    CaseKind.CONDUCT: "Hành vi hành chính",
    CaseKind.RULE: "Quy định hành chính",
    CaseKind.PETITION: "Đơn chờ phân loại",
}
OFFICE = "Đơn vị xử lý"
OFFICE_AFTER = "Giao luôn cho đơn vị"
OFFICE_LATER = "Chưa phân công"
OFFICE_CHOOSE = "Chọn đơn vị"
OFFICE_SUGGESTED = "{office} (gợi ý)"
RECIPIENT = "Cơ quan có thẩm quyền (người gửi sẽ đọc)"
DAY_NEW = "Hạn mới"
NUMBER = "Số văn bản"
NUMBER_DAY = "Ngày văn bản"
SIGNER = "Người ký (chức vụ, họ tên)"
OTHER = "Gộp vào phản ánh"
OTHER_CODE = "Hoặc nhập mã phản ánh khác"
OTHER_NONE = "Chọn phản ánh"
KIND = "Loại phản ánh"
PORTAL = "Mã trên Cổng PAKN quốc gia"
INCOMING = "Số đến"
OUTGOING = "Số đi"

PREVIEW = "Xem trước"
PREVIEW_TITLE = "Người gửi sẽ đọc"
PREVIEW_HINT = "Chưa có gì được gửi đi. Xin đọc lại rồi bấm “{act}”."
PREVIEW_BACK = "Sửa lại"
DRAFT_SHOWN = "Dự thảo trả lời"

RECEIVED = "Ngày nhận"
FACTS = "Thông tin xử lý"
TERM = "Thời hạn"
UNIT = "Đơn vị xử lý"
NO_UNIT = "Chưa phân công"
WHERE = "Nơi xảy ra"
COMPLAINED = "Đối tượng bị phản ánh"
COMPLAINED_HINT = "{who} (không được xem, không được trả lời)"
SENT_TO = "Nơi nhận"
MERGED_INTO = "Gộp vào"
SOLVED = "Người gửi đánh giá"
PUBLIC_SINCE = "Công khai từ"
PUBLIC_PAGE = "Xem trang công khai"
SENDER = "Người gửi"
SENDER_NAME = "Họ tên"
SENDER_PHONE = "Điện thoại"
SENDER_ADDRESS = "Địa chỉ"
CONTENT = "Nội dung phản ánh"
CONTENT_ERASED = "Nội dung đã được xóa."
FILES = "Ảnh và tệp kèm theo"
PHOTO = "Mở {label}"
ANSWER = "Nội dung trả lời"
ANSWER_DRAFT = "Dự thảo trả lời"
REQUEST = "{by} xin gia hạn đến {day}. Lý do: {text}"
CALL = "Có thông báo chưa đến được người gửi. Xin gọi điện báo, rồi bấm “Đã gọi điện”."
NOTICES = "Thông báo cho người gửi"
NOTICES_NONE = "Chưa có thông báo nào."
HISTORY = "Quá trình xử lý"
HISTORY_COLUMNS = ("Thời điểm", "Thao tác", "Người thực hiện", "Nội dung")
NOTICE_COLUMNS = ("Thời điểm", "Thông báo", "Tình trạng", "Nội dung đã gửi")
PAPERS = "Văn bản và sao chép"
COPY_ALL = "Sao chép toàn bộ"
LETTERS = {
    "receipt": "Phiếu tiếp nhận (.docx)",
    "answer": "Văn bản trả lời (.docx)",
    "apology": "Thư xin lỗi (.docx)",
}

ADVICE = "Gợi ý"
ADVICE_THINKING = "Đang tìm đơn vị phù hợp và phản ánh tương tự…"
ADVICE_NONE = "Chưa có gợi ý nào cho phản ánh này."
ADVICE_OFFICES = "Đơn vị phù hợp"
ADVICE_SIMILAR = "Phản ánh đang xử lý có thể cùng một việc"
ADVICE_WHY = "{office} – {why}"

EDITOR = "Soạn trả lời"
EDITOR_HINT = (
    "Bản đang soạn chỉ giữ trên máy này đến khi đóng cửa sổ hoặc đăng xuất. "
    "Người gửi chưa đọc được cho đến khi dự thảo được duyệt và gửi."
)
EDITOR_TEXT = "Nội dung trả lời người gửi"
EDITOR_KEYS = "Ctrl+Enter để trình"
EDITOR_SUBMIT = "Trình dự thảo"
EDITOR_KEPT = "Đã mở lại bản đang soạn dở trên máy này."
EDITOR_DROP = "Bỏ bản này, dùng bản đã trình"
COUNT = "{count} ký tự"

TEMPLATES = "Mẫu trả lời"
TEMPLATES_MANAGE = "Quản lý mẫu"
TEMPLATES_NONE = "Cơ quan chưa có mẫu nào."
TEMPLATE_CHOOSE = "Chọn mẫu"
TEMPLATE_INSERT = "Chèn vào chỗ con trỏ"
TEMPLATE_REPLACE = "Thay toàn bộ"
TEMPLATE_NEW = "Thêm mẫu"
TEMPLATE_EDIT = "Sửa"
TEMPLATE_EDIT_NAMED = "Sửa mẫu {name}"
TEMPLATE_REMOVE_NAMED = "Xóa mẫu {name}"
TEMPLATE_REMOVE = "Mẫu “{name}” sẽ bị xóa khỏi danh sách mẫu dùng chung của cơ quan."
TEMPLATE_ACTS = "Thao tác"
TEMPLATE_NAME = "Tên mẫu"
TEMPLATE_BODY = "Nội dung"
TEMPLATE_HINT = (
    "Chỗ điền tự động: {ma} mã phản ánh, {ngay_nhan} ngày nhận, {don_vi} đơn vị xử lý, "
    "{noi_dung} nội dung tóm tắt, {noi_xay_ra} nơi xảy ra, {han} hạn trả lời."
)

PUBLICATION = "Công khai kết quả {code}"
PUBLICATION_HINT = (
    "Bên trái là bản gốc, bên phải là bản mọi người sẽ đọc. Xin đọc kỹ để không lộ thông tin "
    "cá nhân; có thể sửa câu chữ ở ô bên dưới."
)
MARK_HIDDEN = "đã lược bỏ"
MARK_DOUBTFUL = "cần xem kỹ"
LEGEND = "Chú giải:"
SIDE_ORIGINAL = "Bản gốc"
SIDE_PUBLIC = "Bản công khai"
PUBLIC_CONTENT = "Nội dung phản ánh công khai"
PUBLIC_ANSWER = "Nội dung trả lời công khai"
PUBLIC_CARD = "Trang “Kết quả xử lý” sẽ hiện"
PUBLIC_SENDER = "Người gửi: {sender}."
PUBLIC_NOTICE = "Người gửi sẽ đọc: {text}"
DOUBTFUL = "Xin xem kỹ, có thể còn là thông tin cá nhân: {words}."
NOT_DOUBTFUL = "Không còn từ nào nghi là thông tin cá nhân; xin vẫn đọc lại một lượt."
PUBLISH = "Công khai"
PUBLISH_CHANGED = (
    "Câu chữ vừa sửa đã được kiểm tra lại và hiện dưới đây. Xin đọc lại rồi bấm “Công khai”."
)

KEYS = "Phím tắt"
KEYS_HINT = (
    "Bấm khi con trỏ không ở trong ô nhập. Phím của thao tác chưa thực hiện được không có tác dụng."
)
KEYS_COLUMNS = ("Phím", "Thao tác")
KEYS_HELP = "Mở bảng phím tắt này"
KEYS_TOGGLE = "Dùng phím tắt trên máy này"
