import pytest

from knowledge.questions.rules import Asked, find_asked, wants_money
from knowledge.text import fold


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("khi nào sửa xong cầu", Asked.DEADLINE),
        ("hạn nộp báo cáo", Asked.DEADLINE),
        ("sửa cầu vào tháng mấy", Asked.DEADLINE),
        ("when is the report due", Asked.DEADLINE),
        ("ai sửa cầu", Asked.LEAD),
        ("đơn vị nào quét chợ", Asked.LEAD),
        ("who cleans the market", Asked.LEAD),
        ("cơ quan nào phối hợp trồng cây", Asked.SUPPORTING),
        ("phối hợp với ai", Asked.SUPPORTING),
        ("sản phẩm của việc trồng cây là gì", Asked.DELIVERABLE),
        ("trồng được bao nhiêu phần trăm", Asked.TARGET),
        ("tỷ lệ cây sống phải đạt mấy", Asked.TARGET),
        ("what rate must be reached", Asked.TARGET),
        ("trồng cây theo quyết định nào", Asked.LEGAL_BASIS),
        ("căn cứ vào nghị định gì", Asked.LEGAL_BASIS),
        ("under which decree", Asked.LEGAL_BASIS),
        ("nộp đơn ở đâu", Asked.PROCEDURE),
        ("trồng cây như thế nào", Asked.PROCEDURE),
        ("how is it done", Asked.PROCEDURE),
        ("có bao nhiêu nhiệm vụ", Asked.COUNT),
        ("có mấy nội dung", Asked.COUNT),
        ("quý II có việc gì", Asked.LIST),
        ("liệt kê việc của thôn 3", Asked.LIST),
        ("có những kế hoạch nào", Asked.LIST),
        ("ai ký kế hoạch này", Asked.DOCUMENT),
        ("kế hoạch trồng cây số mấy", Asked.DOCUMENT),
        ("tuần này tôi phải làm gì", Asked.OWN_TASKS),
        ("tuan nay e phai lam gi a", Asked.OWN_TASKS),
        ("giờ làm việc thế nào", Asked.PROFILE),
        ("thứ bảy có làm việc không", Asked.PROFILE),
        ("chủ tịch xã là ai", Asked.PROFILE),
        ("số điện thoại của xã", Asked.PROFILE),
        ("office hours", Asked.PROFILE),
        ("xin chào", Asked.OTHER),
        ("", Asked.OTHER),
    ],
)
def test_the_main_thing(text: str, asked: Asked) -> None:
    for typed in (text, fold(text)):
        assert find_asked(fold(typed))[0] == asked


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("ai chủ trì trồng cây và khi nào xong", {Asked.LEAD, Asked.DEADLINE}),
        ("ai chủ trì, ai phối hợp trồng cây", {Asked.LEAD, Asked.SUPPORTING}),
        ("trồng cây cho ra sản phẩm gì, trong quý nào", {Asked.DELIVERABLE, Asked.DEADLINE}),
    ],
)
def test_two_things_in_one(text: str, kinds: set[Asked]) -> None:
    assert kinds <= set(find_asked(fold(text)))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("hết bao nhiêu tiền", True),
        ("lệ phí là bao nhiêu", True),
        ("mức chi cho một cây", True),
        ("what is the fee", True),
        ("kinh phí lấy ở đâu", False),
        ("tỷ lệ nộp phí là bao nhiêu", False),
        ("bao nhiêu phần trăm", False),
    ],
)
def test_money(text: str, wanted: bool) -> None:
    assert wants_money(fold(text)) is wanted
