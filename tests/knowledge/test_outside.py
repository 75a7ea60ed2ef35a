"""What plans do not hold is told apart from what they do."""

import pytest

from knowledge.abbreviations import expand_chat
from knowledge.outside import Subject, find_procedure, find_subject
from knowledge.text import clean, fold

DOSSIER = [
    "hồ sơ của tôi tới đâu rồi",
    "hs của e đến đâu r ad",
    "ho so cua toi xong chua",
    "cho hỏi hồ sơ đất của nhà tôi giải quyết xong chưa ạ",
    "tôi nộp hồ sơ hôm thứ hai, khi nào có kết quả",
    "e nop ho so tuan truoc sao chua thay ket qua",
    "hồ sơ nộp hôm 15 lấy được chưa",
    "tra cứu hồ sơ giúp tôi",
    "kiểm tra giúp em hồ sơ với ạ",
    "check hs ho minh voi",
    "mã hồ sơ H29.12-261101-0007 tới đâu rồi",
    "tình trạng hồ sơ của tôi",
    "sổ đỏ của tôi làm xong chưa",
    "can cuoc cua chau co chua a",
    "giấy khai sinh của con tôi khi nào lấy được",
    "bao giờ nhận kết quả đã nộp tuần trước",
    "hồ sơ của em quá hẹn rồi",
    "quá ngày hẹn trả 3 hôm rồi mà chưa thấy trả kết quả",
    "em làm đăng ký kết hôn bữa trước giờ có chưa",
    "where is my application now",
    "what is the status of my dossier",
    "is my land certificate ready yet",
]
PROCEDURE = [
    "làm khai sinh cho cháu cần giấy tờ gì",
    "lam khai sinh cho chau can giay to j",
    "lệ phí đăng ký kết hôn bao nhiêu",
    "phi sao y bao nhieu tien",
    "thủ tục tách thửa thế nào",
    "xin mẫu đơn đăng ký tạm trú ở đâu",
    "muốn mở quán bán phở thì làm sao",
    "đăng ký hộ kinh doanh mất mấy ngày",
    "thanh lap doanh nghiep can giay to gi",
    "làm lại căn cước ở đâu",
    "xin giấy xác nhận độc thân",
    "xin xác nhận hạn chế năng lực",
    "khai tử",
    "cấp phép xây nhà cần gì",
    "trợ cấp người cao tuổi có cần đơn không",
    "công chứng giấy tờ xe mất phí ko",
    "đổi tên cho con được không, thủ tục gì",
    "lam the bhyt cho be o cho nao v ad",
    "chuẩn bị giấy tờ gì để nhập hộ khẩu",
    "what documents do i need to register a birth",
    "how do i apply for a building permit",
    "how much is the fee for certified copies",
]
MERGER = [
    "xã mình sáp nhập với xã nào",
    "ben lua gio sap nhap di dau r",
    "bao giờ sắp xếp lại đơn vị hành chính",
    "xã này nhập vào đâu vậy",
    "tên xã mới là gì",
    "which communes will be merged into this ward",
]
# Questions about plans, PAKN and offices, and other talk.
OTHERS = [
    "hạn rà soát thủ tục hành chính là khi nào",
    "hồ sơ bị trễ thì nơi nào phải xin lỗi",
    "hồ sơ của tôi trễ hẹn thì ai phải xin lỗi và bằng hình thức gì",
    "tỷ lệ hồ sơ trực tuyến phải đạt bao nhiêu phần trăm",
    "ty le ho so giai quyet dung han bao nhieu %",
    "ai chủ trì số hóa hồ sơ",
    "khi nào số hóa xong hồ sơ theo kế hoạch",
    "phản ánh của tôi tới đâu rồi",
    "kiểm tra việc tiếp nhận hồ sơ do ai làm",
    "giờ làm việc thứ bảy",
    "rà soát thủ tục nội bộ hạn nào",
    "tập huấn nghiệp vụ ai chủ trì",
    "tiến độ thực hiện kế hoạch thế nào",
    "quý III có việc gì",
    "sản phẩm của việc này là gì",
    "đèn đường hỏng cả tháng nay",
    "cán bộ bắt tôi đi lại 4 lần",
    "niêm yết thủ tục hành chính ở đâu",
    "bao nhiêu phần trăm hồ sơ được số hóa",
    "kinh phí thực hiện lấy từ nguồn nào",
    "báo cáo quý 3 nộp khi nào",
    "viết hộ mình cái cv xin việc",
    "thời tiết ngày mai thế nào",
    "chào ad",
    "cảm ơn nhé",
    "who leads the review",
    "by when must the report be finished",
    "lập danh sách hộ gia đình văn hóa khi nào",
    "sắp xếp lại kho lưu trữ ai làm",
    "đơn vị nào nhập số liệu vào hệ thống",
]


def read(text: str) -> str:
    return fold(expand_chat(clean(text)))


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        *((text, Subject.DOSSIER) for text in DOSSIER),
        *((text, Subject.PROCEDURE) for text in PROCEDURE),
        *((text, Subject.MERGER) for text in MERGER),
        *((text, None) for text in OTHERS),
    ],
)
def test_what_plans_do_not_hold(text: str, subject: Subject | None) -> None:
    assert find_subject(read(text)) is subject


@pytest.mark.parametrize("text", OTHERS)
def test_questions_about_plans_are_no_dossier_as_typed(text: str) -> None:
    assert find_subject(fold(text)) is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("lam khai sinh cho chau can giay to j", "khai sinh"),
        ("phí sao y bao nhiêu", "chứng thực"),
        ("thủ tục tách thửa", "đất đai"),
        ("register a birth", "birth registration"),
        ("xin mẫu đơn", None),
    ],
)
def test_a_procedure_is_named(text: str, name: str | None) -> None:
    assert find_procedure(read(text)) == name
