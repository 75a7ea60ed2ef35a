import datetime as dt
from dataclasses import replace

import pytest

from knowledge.fitting import find_partner, meets, share_words, weigh_fits
from knowledge.plan import Deadline, DeadlineKind, Place, PlannedParagraph
from knowledge.questions.rules import Need
from knowledge.questions.understanding import understand
from tests.knowledge.plans import make_task

TODAY = dt.date(2026, 11, 23)
LED = make_task("Nạo vét mương", lead="Tổ A")
TIMED = make_task("Nạo vét kênh", timeframe="Quý II")
FIGURE = make_task("Trồng cây đạt 40%")
STEPS = make_task("Quy trình: Nhận đơn - Xem xét – Ký duyệt - Trả đơn")
ROWS = (LED, TIMED, FIGURE, STEPS)


@pytest.mark.parametrize(
    ("text", "best"),
    [
        ("ai nạo vét", LED),
        ("khi nào nạo vét", TIMED),
        ("trồng cây bao nhiêu phần trăm", FIGURE),
        ("gồm những bước nào", STEPS),
    ],
)
def test_the_row_that_holds_what_is_asked_gains_most(text: str, best: object) -> None:
    gains = weigh_fits(understand(text, (), TODAY), ROWS)
    assert ROWS[gains.index(max(gains))] is best


def test_a_kind_that_few_rows_hold_tells_more() -> None:
    question = understand("ai nạo vét", (), TODAY)
    assert weigh_fits(question, (LED, TIMED, FIGURE))[0] > weigh_fits(question, (LED, LED))[0]


def test_the_time_named_and_what_comes_again_count() -> None:
    june = Deadline(DeadlineKind.BY, last_day=dt.date(2023, 6, 30))
    again = Deadline(DeadlineKind.RECURRING, recurrence="quarterly")
    rows = (LED, replace(LED, deadline=june), replace(LED, deadline=again))
    asked = understand("tháng 6/2023 ai nạo vét mương", (), TODAY)
    assert max(range(3), key=weigh_fits(asked, rows).__getitem__) == 1
    asked = understand("hằng quý ai nạo vét mương", (), TODAY)
    assert max(range(3), key=weigh_fits(asked, rows).__getitem__) == 2


@pytest.mark.parametrize(
    ("text", "best"),
    [
        ("tháng mấy nạo vét mương", 0),
        ("thang nao nao vet muong", 0),
        ("quý nào nạo vét mương", 1),
        ("ngày nào nạo vét mương", 2),
        ("which quarter", 1),
    ],
)
def test_a_time_in_the_unit_asked_for_counts(text: str, best: int) -> None:
    rows = [
        make_task("Nạo vét mương", timeframe=stated)
        for stated in ("Tháng 3/2023", "Quý II", "Trước ngày 5/6/2023")
    ]
    asked = understand(text, (), TODAY)
    assert max(range(3), key=weigh_fits(asked, rows).__getitem__) == best


def test_a_paragraph_that_names_the_time_asked_about_counts() -> None:
    texts = ("Đến hết Quý 3 đạt 10%", "Các quý sau đạt 20%", "Trong tháng 10/2023 đạt 5%")
    rows = [PlannedParagraph(("I",), "", text, Place("a.txt", 1, 1)) for text in texts]
    for text, best in (("quý III đạt bao nhiêu", 0), ("tháng 10 đạt bao nhiêu", 2)):
        gains = weigh_fits(understand(text, (), TODAY), rows)
        assert gains.index(max(gains)) == best


def test_own_words_count_the_rarer_the_more_and_as_often_as_said() -> None:
    shares = share_words("nạo vét mương", (LED, TIMED, FIGURE))
    assert shares[0] == 1.0
    assert shares[0] > shares[1] > shares[2] == 0
    twice = share_words("trồng cây trồng cây nạo vét", (LED, FIGURE))
    assert twice[1] > twice[0]


def test_nothing_to_weigh() -> None:
    question = understand("ai nạo vét", (), TODAY)
    assert (weigh_fits(question, ()), share_words("nạo vét", ())) == ([], [])


@pytest.mark.parametrize(("row", "met"), [("giá 5 triệu đồng", True), ("giá rẻ", False)])
def test_needs(row: str, met: bool) -> None:
    assert meets(Need("money", r"\d+ trieu"), make_task(row)) is met


@pytest.mark.parametrize(("line", "found"), [(3, True), (5, True), (6, False), (None, False)])
def test_a_paragraph_finds_the_task_in_its_lines(line: int | None, found: bool) -> None:
    task = replace(LED, place=Place("a.txt", 2, 5))
    paragraph = PlannedParagraph((), "", "…", Place("a.txt", line, line))
    assert (find_partner(paragraph, (task,)) is task) is found


@pytest.mark.parametrize(
    "dated",
    [
        Deadline(DeadlineKind.BY, last_day=dt.date(2023, 8, 29)),
        Deadline(DeadlineKind.WITHIN, dt.date(2023, 2, 1), dt.date(2023, 2, 28)),
        Deadline(DeadlineKind.CONTINUOUS, dt.date(2023, 10, 1)),
        Deadline(DeadlineKind.BY, last_day=dt.date(2023, 12, 31)),
    ],
)
def test_a_day_outweighs_a_time_without_one(dated: Deadline) -> None:
    whole_year = (dt.date(2023, 1, 1), dt.date(2023, 12, 31))
    vague = [
        Deadline(DeadlineKind.CONTINUOUS, *whole_year),
        Deadline(DeadlineKind.WITHIN, *whole_year),
        Deadline(DeadlineKind.EVENT),
    ]
    rows = [replace(TIMED, deadline=each) for each in (*vague, dated)]
    gains = weigh_fits(understand("hạn nạo vét kênh là khi nào", (), TODAY), rows)
    assert gains.index(max(gains)) == 3
    assert len(set(gains[:3])) == 1


def test_a_paragraph_that_begins_with_being_responsible_leads() -> None:
    texts = ("Quét dọn chợ mỗi tuần", "Chịu trách nhiệm quét dọn chợ")
    rows = [PlannedParagraph(("I",), "", text, Place("a.txt", 1, 1)) for text in texts]
    gains = weigh_fits(understand("ai quét dọn chợ", (), TODAY), rows)
    assert gains[1] > gains[0]
