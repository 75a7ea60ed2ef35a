import re

import pytest

from knowledge.questions.rules import (
    Asked,
    DocumentFact,
    find_asked,
    find_document_facts,
    find_needs,
    fold_asking,
    is_recurring,
)
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
        ("việc nào đến hạn trong tháng 6", Asked.LIST),
        ("Văn phòng chủ trì những việc gì", Asked.LIST),
        ("quý III phải làm những gì", Asked.LIST),
        ("which tasks are due in March", Asked.LIST),
        ("kế hoạch này ai ký", Asked.DOCUMENT),
        ("số và ngày ban hành kế hoạch", Asked.DOCUMENT),
        ("còn phối hợp?", Asked.SUPPORTING),
        ("thế còn thời gian?", Asked.DEADLINE),
        ("căn cứ?", Asked.LEGAL_BASIS),
        ("kế hoạch của xã ban hành ngày nào", Asked.DOCUMENT),
        ("mục đích của kế hoạch là gì", Asked.DOCUMENT),
        ("who signed the plan", Asked.DOCUMENT),
        ("có những kế hoạch nào", Asked.DOCUMENT),
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
        ("họp tháng mấy, bao nhiêu buổi", {Asked.DEADLINE, Asked.DELIVERABLE}),
        ("kết quả của việc trồng cây là gì", {Asked.DELIVERABLE}),
        ("trồng cây xong gửi báo cáo cho ai", {Asked.DELIVERABLE}),
        ("niêm yết ở đâu", {Asked.PROCEDURE, Asked.DELIVERABLE}),
        ("what share must be planted, and by when", {Asked.TARGET, Asked.DEADLINE}),
        ("quét chợ bằng cách nào", {Asked.PROCEDURE, Asked.DELIVERABLE}),
        ("họp chợ cần có quyết định gì và khi nào", {Asked.DELIVERABLE, Asked.DEADLINE}),
        ("kết quả quét chợ ghi vào báo cáo nào", {Asked.DELIVERABLE}),
        ("những việc quý 3", {Asked.LIST}),
        ("quý 3 Suối Mơ làm gì", {Asked.LIST}),
    ],
)
def test_two_things_in_one(text: str, kinds: set[Asked]) -> None:
    assert kinds <= set(find_asked(fold(text)))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("hết bao nhiêu tiền", {"money"}),
        ("lệ phí là bao nhiêu", {"money"}),
        ("mức chi cho một cây", {"money"}),
        ("what fee is asked", {"money"}),
        ("cần những giấy tờ gì", {"papers"}),
        ("trồng bao nhiêu cây xanh", {"number"}),
        ("kinh phí lấy ở đâu", set()),
        ("tỷ lệ nộp phí là bao nhiêu", set()),
        ("bao nhiêu phần trăm", set()),
        ("từ tháng mấy đến khi nào", set()),
        ("who reduces the fees", set()),
        ("danh mục thủ tục gửi về đâu", set()),
        ("mức chi theo quyết định nào", set()),
        ("kinh phí trồng cây bao nhiêu", {"money"}),
        ("phí chợ bao nhiêu", {"money"}),
        ("ai là chánh văn phòng", {"person"}),
        ("chủ tịch xã tên gì", {"person"}),
        ("who is the chairman", {"person"}),
        ("đã trồng được bao nhiêu cây", {"progress"}),
        ("đã hoàn thành bao nhiêu phần trăm", {"progress"}),
        ("trồng cây xong chưa", {"progress"}),
        ("tiến độ trồng cây thế nào", {"progress"}),
        ("khi nào trồng cây xong", set()),
        ("số điện thoại của tổ vệ sinh", {"contact"}),
        ("what is the e-mail of the cleaning team", {"contact"}),
        ("số điện thoại tổ vệ sinh do ai công khai", set()),
    ],
)
def test_what_a_row_must_hold(text: str, names: set[str]) -> None:
    assert {need.name for need in find_needs(fold(text))} == names


@pytest.mark.parametrize(
    ("row", "held"),
    [
        ("trong 20 cay xanh", True),
        ("trong them 20 goc cay xanh", True),
        ("trong 20 cay to xanh", True),
        ("trong cay xanh", False),
    ],
)
def test_a_number_of_something(row: str, held: bool) -> None:
    (need,) = find_needs("trong bao nhieu cay xanh")
    assert bool(re.search(need.row, row)) is held


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("kế hoạch số mấy, ban hành ngày nào", (DocumentFact.NUMBER, DocumentFact.ISSUED_ON)),
        ("ai ký", (DocumentFact.SIGNER,)),
        ("cơ quan nào ban hành", (DocumentFact.ISSUER,)),
        ("mục đích là gì", (DocumentFact.PURPOSE,)),
        ("có kế hoạch nào của năm ngoái không", (DocumentFact.PLANS,)),
        ("căn cứ vào đâu", (DocumentFact.BASIS,)),
        ("có bao nhiêu phụ lục", (DocumentFact.ANNEXES,)),
        ("những kế hoạch nào của năm nay", (DocumentFact.PLANS,)),
        ("trồng cây ở đâu", ()),
    ],
)
def test_what_is_asked_of_a_document(text: str, facts: tuple[DocumentFact, ...]) -> None:
    assert find_document_facts(fold(text)) == facts


@pytest.mark.parametrize(
    ("text", "recurs"),
    [
        ("hằng quý báo cáo", True),
        ("mỗi tháng một lần", True),
        ("bao lâu một lần", True),
        ("how often", True),
        ("quý này báo cáo", False),
    ],
)
def test_what_comes_again(text: str, recurs: bool) -> None:
    assert is_recurring(fold(text)) is recurs


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("có  mấy   cây", "co may cay"),
        ("máy cưa nào, quỹ nào?", "_may cua nao, _quy nao?"),
        ("may cua nao", "may cua nao"),
        ("(Máy)", "_(may)"),
    ],
)
def test_words_with_other_marks_are_no_words_of_asking(text: str, folded: str) -> None:
    assert fold_asking(text) == folded


def test_what_is_counted_may_be_such_a_word() -> None:
    (need,) = find_needs(fold_asking("có bao nhiêu máy cưa"))
    assert re.search(need.row, "mua 3 may cua")
