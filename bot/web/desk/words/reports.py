"""What “Báo cáo” says."""

PERIOD = "Kỳ báo cáo"
UNIT = "Đơn vị"
ALL_UNITS = "Tất cả đơn vị"
CHOICE = "Chọn kỳ và đơn vị"
XLSX = "Tải Excel"
JSON = "Tải JSON"
PRINT = "In"
HEAD = "Số liệu {period}, từ {first} đến hết {last}"
AS_OF = "Kỳ chưa kết thúc, số liệu tính đến hết ngày {day}."
BASIS = "Kỳ số liệu theo {basis}."
OF_UNIT = "Đơn vị: {unit}"

CASES = "Phản ánh, kiến nghị"
CASES_TABLE = "Phản ánh, kiến nghị trong kỳ"
CASES_UNITS = "Phản ánh, kiến nghị theo đơn vị"
CASES_EMPTY = "Trong kỳ không có phản ánh, kiến nghị nào."
TASKS = "Nhiệm vụ theo kế hoạch và việc được giao"
TASKS_TABLE = "Nhiệm vụ có hạn trong kỳ, theo đơn vị"
TASKS_EMPTY = "Trong kỳ không có nhiệm vụ nào có hạn."
NUMBER, FIGURE, COUNT = "STT", "Nội dung", "Số lượng"
OFFICE = "Đơn vị"
TOTAL = "Tổng số"
NO_UNIT = "Chưa phân công"
NO_OFFICE = "Chưa có đơn vị nhận"
CHART_CASES = "Phản ánh theo đơn vị"
CHART_TASKS = "Nhiệm vụ theo đơn vị"
CHART_SHARES = "Tỷ lệ đúng hạn theo đơn vị"
SHARE_CASES, SHARE_TASKS = "Phản ánh", "Nhiệm vụ"

MEANINGS = {
    "came": "Nhận mới, kỳ trước chuyển sang và người gửi mở lại, cộng lại.",
    "received": "Gửi đến từ ngày đầu đến ngày cuối của kỳ số liệu.",
    "carried_over": "Gửi trước ngày đầu kỳ và khi đó chưa trả lời, chưa kết thúc.",
    "reopened": "Đã trả lời trước kỳ, người gửi mở lại trong kỳ.",
    "answered": "Đã gửi trả lời trong kỳ; thời hạn dừng ở ngày trả lời.",
    "on_time": "Ngày trả lời không sau hạn, kể cả hạn đã được gia hạn.",
    "answered_late": "Ngày trả lời sau hạn.",
    "open": "Đến ngày tính số liệu vẫn chưa trả lời và chưa kết thúc.",
    "open_overdue": (
        "Chưa trả lời và đã qua hạn. Thời gian chờ người gửi bổ sung không tính vào hạn."
    ),
    "ended": "Kết thúc mà không trả lời; mỗi phản ánh đã gộp chỉ tính ở đây.",
    "late": "Đã trả lời quá hạn và chưa trả lời mà đã quá hạn, cộng lại.",
    "share": (
        "Đúng hạn chia cho tổng của đúng hạn và quá hạn; quá hạn gồm cả chưa trả lời mà đã qua hạn."
    ),
    "points": "2 điểm khi đúng hạn tất cả hoặc chưa có gì đến hạn, 1 điểm từ 90%, còn lại 0 điểm.",
    "mean": "Số ngày làm việc từ ngày nhận đến ngày trả lời, lấy trung bình.",
    "published": "Kết quả được công khai trong kỳ và đến nay vẫn công khai.",
    "told": "Ứng dụng báo đã đến nơi, người gửi đã xem, hoặc cán bộ đã gọi điện.",
    "rated": "Người gửi cho biết kết quả đã giải quyết được vấn đề hay chưa.",
    "solved_partly": "Tính là chưa giải quyết xong.",
}
TASK_MEANINGS = {
    "due": (
        "Nhiệm vụ có hạn từ ngày đầu đến ngày cuối của kỳ, theo hạn mới nếu đã gia hạn. Việc đã "
        "qua trước ngày kế hoạch được xác nhận không tính."
    ),
    "on_time": "Ghi nhận hoàn thành không sau hạn.",
    "done_late": "Ghi nhận hoàn thành sau hạn.",
    "open": "Chưa ghi nhận hoàn thành, hạn từ ngày tính số liệu trở đi.",
    "overdue": "Chưa ghi nhận hoàn thành mà đã qua hạn.",
    "share": "Đúng hạn chia cho tổng của đã hoàn thành và đã quá hạn; còn hạn thì chưa tính.",
}
MEANING = "Cách tính"
CHART_MEANING = "Mỗi phản ánh tính cho đơn vị xử lý sau cùng trong kỳ."
SHARES_MEANING = (
    "Đúng hạn chia cho tổng của đúng hạn và quá hạn; quá hạn gồm cả nhiệm vụ chưa hoàn thành, "
    "phản ánh chưa trả lời mà đã qua hạn."
)
SHARES_EMPTY = "Trong kỳ chưa có nhiệm vụ, phản ánh nào hoàn thành hoặc quá hạn."
SERVICE = "Tốc độ trả lời của trợ lý"
SERVICE_TABLE = "Trả lời tin nhắn trong 30 ngày qua"
SERVICE_EMPTY = "Chưa có tin nhắn nào được trả lời trong 30 ngày qua."
SERVICE_GOAL = "Mức đặt ra: mỗi ngày từ {share}% câu trả lời trở lên được gửi trong {seconds} giây."
SERVICE_DAY, SERVICE_REPLIES, SERVICE_SHARE = "Ngày", "Câu trả lời", "Gửi kịp"
SERVICE_SLOWEST, SERVICE_LOST = "Chậm nhất", "Không trả lời được"
SERVICE_SECONDS = "{seconds} giây"
SERVICE_MEANINGS = {
    "share": "Câu trả lời đến kịp, chia cho tất cả câu trả lời của các tin nhận trong ngày.",
    "slowest": "Từ lúc nhận tin đến lúc gửi xong câu trả lời.",
    "lost": "Tin nhận được mà không xử lý được, hoặc tin gửi đi mà không đến nơi.",
}
PARTS = {
    "on_time": "Đúng hạn",
    "answered_late": "Trả lời quá hạn",
    "done_late": "Hoàn thành quá hạn",
    "open": "Còn hạn",
    "open_overdue": "Chưa trả lời, quá hạn",
    "overdue": "Chưa hoàn thành, quá hạn",
}
