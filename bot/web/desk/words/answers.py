"""What the pages on questions and answers say."""

from handlers.questions.trace import Way
from knowledge.answering import Reason
from knowledge.questions.rules import Asked

TABS = "Các phần của Hỏi đáp"
WAITING = "Câu hỏi chờ trả lời"
BOOK = "Câu trả lời chung"
PEOPLE = "Người dân chờ cán bộ"
TRY = "Hỏi thử"

# Questions that wait
WAITING_HINT = (
    "Câu hỏi mà trợ lý chưa trả lời được hoặc người hỏi báo chưa đúng; thông tin cá nhân đã "
    "được ẩn. Trả lời một lần, ai hỏi lại sẽ được trả lời ngay."
)
RATINGS = "Trong {days} ngày qua: {good} câu trả lời được đánh giá hữu ích, {bad} câu chưa đúng."
NARROW = "Lọc danh sách"
SEARCH = "Tìm trong câu hỏi"
REASON = "Lý do chờ"
NOT_FOUND, DISLIKED = "Chưa có câu trả lời", "Người hỏi báo chưa đúng"
QUESTION, ASKED, SINCE, DO = "Câu hỏi", "Số lần hỏi", "Từ ngày", "Thao tác"
TIMES_DISLIKED = "{count} lần báo chưa đúng"
NO_WAITING = "Không có câu hỏi nào đang chờ."
COUNT_WAITING = "{count} câu hỏi"
ANSWER, DROP, TRY_THIS = "Trả lời", "Bỏ", "Hỏi thử"
ANSWER_ONE, DROP_ONE, TRY_ONE = (
    "Trả lời: {question}",
    "Bỏ câu hỏi: {question}",
    "Hỏi thử: {question}",
)
DROP_TITLE = "Bỏ câu hỏi này?"
DROP_BODY = (
    "“{question}”\n\nCâu hỏi ra khỏi danh sách chờ; có thể hoàn tác ở phần Lịch sử thay đổi."
)
DROPPED = "Đã bỏ câu hỏi khỏi danh sách chờ."

# Writing an answer
ADD = "Thêm câu trả lời"
WRITE, EDIT = "Viết câu trả lời", "Sửa câu trả lời"
WORDING = "Câu hỏi, viết gọn như người dân thường hỏi"
WORDING_HINT = (
    "Trợ lý tìm theo câu này; người hỏi gõ không dấu hoặc dùng từ gần giống vẫn tìm được."
)
TEXT = "Câu trả lời"
TEXT_HINT = "Người hỏi đọc nguyên văn. Nên ghi nơi liên hệ, giờ làm việc, giấy tờ cần mang theo."
READERS = "Ai được đọc"
PUBLIC, INTERNAL = "Mọi người (công khai)", "Cán bộ đã liên kết (nội bộ)"
PREVIEW = "Xem trước"
PREVIEWED = "Người hỏi sẽ đọc"
TO_QUESTION = "Khi được hỏi: {question}"
SAVE = "Lưu câu trả lời"
SAVED = "Đã lưu câu trả lời. Từ nay ai hỏi câu này sẽ được trả lời ngay."
SAVED_INTERNAL = "Đã lưu câu trả lời. Từ nay cán bộ hỏi câu này sẽ được trả lời ngay."
SETTLED = " Đã trả lời {count} lượt hỏi đang chờ."

# The office's answers
BOOK_HINT = "Có người hỏi, trợ lý trả lời đúng nguyên văn, kèm ngày trả lời."
SEARCH_BOOK = "Tìm trong câu hỏi và câu trả lời"
WRITTEN = "Sửa lần cuối"
BY = "{name}, {day}"
NO_ANSWERS = "Chưa có câu trả lời nào."
COUNT_ANSWERS = "{count} câu trả lời"
CHANGE, REMOVE = "Sửa", "Xóa"
CHANGE_ONE, REMOVE_ONE = "Sửa câu trả lời: {question}", "Xóa câu trả lời: {question}"
REMOVE_TITLE = "Xóa câu trả lời này?"
REMOVE_BODY = (
    "“{question}”\n\nTrợ lý không dùng câu trả lời này nữa; "
    "có thể hoàn tác ở phần Lịch sử thay đổi."
)
REMOVED = "Đã xóa câu trả lời."
TRAIL = "Lịch sử thay đổi"
NO_TRAIL = "Chưa có thay đổi nào tại Bàn làm việc."
WHEN, WHO, WHAT = "Thời điểm", "Người thực hiện", "Thay đổi"
DEEDS = {
    "write_answer": "Viết câu trả lời",
    "edit_answer": "Sửa câu trả lời",
    "remove_answer": "Xóa câu trả lời",
    "drop_question": "Bỏ câu hỏi",
    "undo_answer": "Hoàn tác",
}
UNDONE = "đã hoàn tác"
UNDO_ONE = "Hoàn tác: {what} – {question}"
UNDO_DONE = "Đã hoàn tác."
SEE_DIFFERENCE = "Xem chỗ khác nhau"

# Citizens who wait for a human
PEOPLE_HINT = "Người dân đã xin gặp cán bộ. Câu trả lời đi thẳng vào cuộc trò chuyện của người đó."
PEOPLE_OPERATOR = (
    "Chỉ cán bộ của cơ quan đọc và trả lời người dân; người quản trị không xem được phần này."
)
NO_PEOPLE = "Không có người dân nào đang chờ."
STATE, TAKER, OPENED = "Tình trạng", "Người trả lời", "Bắt đầu"
NOBODY = "Chưa có ai nhận"
CONVERSATION = "Trao đổi với người dân"
BACK = "Về danh sách người dân đang chờ"
CITIZEN, OFFICE = "Người dân", "Cơ quan"
TAKE, TAKE_OVER = "Nhận trả lời", "Nhận thay"
TAKEN = "Đã nhận. Người dân vẫn chờ câu trả lời của Anh/Chị."
MINE = "Anh/Chị đang trả lời"
ANOTHERS = "{name} đang trả lời"
REPLY = "Câu trả lời cho người dân"
REPLY_HINT = "Xưng “cơ quan”, gọi người dân là “Ông/Bà”."
SEND_TITLE = "Gửi câu trả lời này?"
SEND = "Gửi cho người dân"
SENT = "Đã gửi câu trả lời."
CLOSE = "Kết thúc trao đổi"
CLOSE_TITLE = "Kết thúc trao đổi?"
CLOSE_BODY = "Người dân được báo, và trợ lý tự động trả lời các tin tiếp theo."
CLOSE_DONE = "Đã kết thúc trao đổi."
KEEP_COMMON = "Lưu thành câu trả lời chung"

# Trying a question
TRY_HINT = "Xem trợ lý trả lời thế nào và vì sao. Hỏi ở đây không được tính là có người hỏi."
TRY_QUESTION = "Câu hỏi"
ASKED_BY = "Hỏi với tư cách"
AS_CITIZEN, AS_OFFICIAL = "Người dân", "Cán bộ"
TRY_BUTTON = "Hỏi"
REPLIED = "Trợ lý trả lời"
BUTTONS = "Nút bên dưới"
WHY = "Vì sao"
STATUS, REASON_WORD, WAY = "Kết quả", "Lý do chưa trả lời", "Cách trả lời"
STATUSES = {
    "answered": "Trả lời được",
    "not_found": "Chưa trả lời được",
    "ambiguous": "Hỏi lại cho rõ",
    "other": "Không phải câu hỏi tra cứu",
}
REASONS = {
    Reason.NOTHING_HELD: "Địa phương này chưa có kế hoạch nào mà người hỏi được xem",
    Reason.UNKNOWN_PLACE: "Hỏi về nơi khác, chưa có kế hoạch",
    Reason.OTHER_YEAR: "Hỏi về năm khác, chưa có kế hoạch",
    Reason.NO_AMOUNT: "Hỏi số tiền, các kế hoạch không nêu",
    Reason.NOTHING_CLOSE: "Không có dòng nào đủ gần với câu hỏi",
}
WAYS = {
    Way.FOLLOWING: "Nói tiếp về việc vừa nêu",
    Way.OWN_WORDS: "Câu trả lời chung của cơ quan",
    Way.COMPUTED: "Theo hồ sơ cơ quan, quy định báo cáo hoặc thông tin chung của văn bản",
    Way.LATE: "Câu hỏi về đơn vị chậm, có cách trả lời riêng",
    Way.LISTED: "Liệt kê hoặc đếm các dòng của kế hoạch",
    Way.SEARCHED: "Tìm trong kế hoạch",
    Way.SUPERIOR: "Tìm trong kế hoạch của cấp trên",
    Way.GRIEVANCE: "Coi là phản ánh, hỏi lại người gửi",
}
IS_KEPT = "Nếu hỏi thật, câu này sẽ vào danh sách chờ trả lời."
PART = "Phần {number}: {text}"
EXPANDED, SEARCHED = "Đọc thành", "Từ khóa đem tìm"
ASKED_FOR, TIME, PLACES, UNKNOWN_PLACE = (
    "Hỏi điều gì",
    "Thời gian",
    "Nơi được nêu",
    "Nơi không có dữ liệu",
)
ASKED_WORDS = {
    Asked.DEADLINE: "thời hạn",
    Asked.LEAD: "đơn vị chủ trì",
    Asked.SUPPORTING: "đơn vị phối hợp",
    Asked.DELIVERABLE: "sản phẩm",
    Asked.TARGET: "chỉ tiêu",
    Asked.LEGAL_BASIS: "căn cứ",
    Asked.PROCEDURE: "thủ tục",
    Asked.COUNT: "số lượng",
    Asked.LIST: "danh sách việc",
    Asked.DOCUMENT: "thông tin văn bản",
    Asked.OWN_TASKS: "việc của người hỏi",
    Asked.PROFILE: "thông tin cơ quan",
    Asked.OTHER: "nội dung chung",
}
YEAR, QUARTER, MONTH, HALVES = (
    "năm {value}",
    "quý {value}",
    "tháng {value}",
    ("6 tháng đầu năm", "6 tháng cuối năm"),
)
DAYS = "từ {first} đến {last}"
SCOPE = "Phạm vi tìm"
SCOPE_PUBLIC = "{places}: {plans} văn bản công khai, {answers} câu trả lời công khai"
SCOPE_ALL = "{places}: {plans} văn bản (trong đó {internal} nội bộ), {answers} câu trả lời"
LEAST_MEANING = "Ngưỡng gần nghĩa"
LEAST_MEANING_TOLD = "{value} (điểm nghĩa từ đó trở lên là cùng nội dung)"
NO_MEANING = "Đang tìm theo từ ngữ, không so nghĩa"
FOUND = "Các dòng gần nhất trong kế hoạch"
FOUND_HINT = (
    "Độ gần phải đạt ngưỡng thì dòng mới được dùng để trả lời; trong các dòng đạt, điểm xếp hạng "
    "cao được chọn trước."
)
NO_FOUND = "Không có dòng nào gần với câu hỏi."
ROW, CONTENT, RANK, LEXICAL, DENSE, COVERAGE, CLOSENESS = (
    "Nguồn", "Nội dung", "Điểm xếp hạng", "Điểm từ", "Điểm nghĩa", "Trùng từ", "Độ gần / ngưỡng",
)  # fmt: skip
CHOSEN, CLOSE_ENOUGH, TOO_FAR = "được chọn", "đạt ngưỡng", "chưa đạt"
NEAR = "Câu hỏi gần giống trong các câu trả lời chung"
NO_NEAR = "Không có câu nào gần giống."
SHARE, MEANING = "Trùng từ", "Gần nghĩa hơn ngưỡng"
SAME, SIMILAR = "cùng câu hỏi", "gần giống"
WRITE_FOR_THIS = "Viết câu trả lời cho câu này"
