"""Words by which a sentence of a plan gives someone something to do."""

import re

_VERBS = """
ban hành, biểu dương, báo cáo, bảo đảm, bố trí, bồi dưỡng, bổ sung, chuẩn bị, chuẩn hóa, chấn
chỉnh, chỉ đạo, chịu trách nhiệm, chủ trì, chủ động, cung cấp, có trách nhiệm, công bố, công
khai, căn cứ, cải cách, cải tiến, cập nhật, cắt giảm, củng cố, cử, duy trì, giao, giám sát, giải
quyết, gắn, gửi, họp, hoàn thiện, hoàn thành, huy động, hướng dẫn, hỗ trợ, in ấn, khai thác, khen
thưởng, khuyến khích, khảo sát, khắc phục, kiến nghị, kiểm kê, kiểm soát, kiểm tra, kiện toàn,
ký, kết nối, kịp thời, làm, lưu trữ, lấy ý kiến, lập, lập dự toán, lồng ghép, lựa chọn, mở, mở
rộng, nghiêm túc, nghiên cứu, niêm yết, nâng cao, nâng cấp, nộp, phát hiện, phát huy, phát
triển, phát động, phân bổ, phân công, phân loại, phê duyệt, phải, phối hợp, phổ biến, phụ trách,
quyết định, quán triệt, quản lý, rà soát, sơ kết, sắp xếp, số hoá, số hóa, sửa đổi, tham gia,
tham mưu, thanh tra, theo dõi, thu hút, thu thập, thành lập, tháo gỡ, thí điểm, thông báo, thúc
đẩy, thường xuyên, thẩm định, thống kê, thực hiện, tiến hành, tiếp nhận, tiếp tục, trang bị,
triển khai, truyền thông, trình, tuyên truyền, tuân thủ, tích hợp, tôn vinh, tăng cường, tư vấn,
tạo, tập huấn, tổ chức, tổng hợp, tổng kết, vận hành, vận động, xem xét, xác định, xây dựng,
xét, xử lý, yêu cầu, điều chỉnh, đào tạo, đánh giá, đôn đốc, đăng ký, đăng tải, đơn giản, đưa,
đảm bảo, đầu mối, đầu tư, đẩy mạnh, đề nghị, đề xuất, đổi mới, ưu tiên, ổn định, ủy quyền, ứng
dụng
"""
# Words that also stand inside the names of units, so they tell only at the head of a sentence.
_ONLY_LEADING = """
bám sát, bàn giao, bảo vệ, chia sẻ, chú trọng, chấp hành, chọn, cân đối, gặp mặt, hình thành, hợp
tác, lắp đặt, mua sắm, mời, ngăn chặn, nhân rộng, nắm, phòng ngừa, quan tâm, sử dụng, sửa chữa,
tham quan, tham vấn, thăm, tiết kiệm, triệt để, tuyển dụng, tích cực, tập trung, ứng phó, định
hướng
"""


def _any_of(verbs: str) -> str:
    return "|".join(verb.strip() for verb in " ".join(verbs.split()).split(","))


LEADING_VERB = re.compile(rf"(?:{_any_of(_VERBS)}|{_any_of(_ONLY_LEADING)})\b", re.IGNORECASE)
# After these a word names something: "các tổ chức", "Đoàn kiểm tra", "Sở … Đào tạo".
_NAMING = (
    *("các", "lĩnh vực", "công tác", "Bộ phận", "Ban", "Tổ", "Đội", "Đoàn", "Phòng"),
    *("Trung tâm", "Hội đồng", "Đào"),
)
_NO_NAME = "".join(rf"(?<!\b{word} )" for word in _NAMING)
INNER_VERB = re.compile(rf"(?<=\s){_NO_NAME}(?:{_any_of(_VERBS)})\b")
ENDING_VERB = re.compile(rf"(?<=\s)(?<!được )(?:{_any_of(_VERBS)})$")
# Verbs that only say who answers for the work; the work itself follows them.
ASSIGNING = re.compile(
    r"^(?:chủ trì(?:,)?(?: và)?\s*(?=phối hợp)|chủ trì,?(?=\s)"
    r"|(?:chịu|có) trách nhiệm(?! (?:trực tiếp )?trước)(?: chính)?(?: trong việc)?)\s*"
)
PERMISSIVE = re.compile(r"\b(?:có thể|được thể hiện|được quy định|được bố trí)\b")
