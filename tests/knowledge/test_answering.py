import datetime as dt

import pytest

from knowledge.answering import (
    Candidate,
    Choice,
    Held,
    Outcome,
    Reason,
    choose,
    is_close,
    refuse_scope,
)
from knowledge.passages import build_passages
from knowledge.plan import Plan
from knowledge.questions.places import LocalityName
from knowledge.questions.understanding import Question, understand
from knowledge.search.index import Hit, Index, IndexedPassage, SearchQuery
from tests.knowledge.plans import make_plan, make_task

TODAY = dt.date(2026, 11, 23)
PLANS = (
    make_plan(
        "Nạo vét kênh mương nội đồng",
        "Sửa đèn chiếu sáng đường thôn",
        "Đến năm 2025 có 90% hộ dùng nước sạch",
        paragraphs=("Kinh phí nạo vét từ quỹ xây dựng nông thôn.",),
    ),
    make_plan(
        "Sửa đèn chiếu sáng ngõ phố",
        "Mua 20 thùng rác giá 5 triệu đồng",
        locality="phường Hoa Ban",
        year=2024,
    ),
)
OURS = tuple(LocalityName(key, plan.locality or "") for key, plan in enumerate(PLANS))

HELD = tuple(Held(key, plan.year) for key, plan in enumerate(PLANS))


def read(text: str) -> Question:
    return understand(text, OURS, TODAY)


def find_candidates(question: Question) -> list[Candidate]:
    found: list[tuple[Plan, int, str, int]] = [
        (plan, key, passage.kind, passage.index)
        for key, plan in enumerate(PLANS)
        for passage in build_passages(plan)
    ]
    texts = [passage.text for plan in PLANS for passage in build_passages(plan)]
    index = Index.build([IndexedPassage(i, text) for i, text in enumerate(texts)])
    candidates = []
    for hit in index.search(SearchQuery(question.search_text), len(texts)):
        plan, key, kind, at = found[hit.key]
        fact = plan.tasks[at] if kind == "task" else plan.paragraphs[at]
        candidates.append(Candidate(hit, fact, Held(key, plan.year)))
    return candidates


def ask(text: str, own: int | None = None) -> Choice:
    question = read(text)
    return choose(question, find_candidates(question), HELD, own=own)


@pytest.mark.parametrize(
    ("text", "locality", "line"),
    [
        ("ai nạo vét kênh mương ở Suối Mơ", 0, 1),
        ("ai nao vet kenh muong", 0, 1),
        ("hoa ban sua den chieu sang khi nao", 1, 1),
        ("Suối Mơ năm 2025 bao nhiêu % hộ dùng nước sạch", 0, 3),
        ("mua thùng rác hết bao nhiêu tiền", 1, 2),
        ("kinh phí nạo vét lấy từ nguồn nào", 0, 9),
    ],
)
def test_answered(text: str, locality: int, line: int) -> None:
    choice = ask(text)
    assert choice.outcome is Outcome.ANSWERED
    assert choice.rows[0].plan.locality == locality
    assert choice.rows[0].fact.place.first_line == line


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("ai nạo vét kênh mương ở huyện Mường La", Reason.UNKNOWN_PLACE),
        ("Suối Mơ năm 2020 nạo vét kênh mương khi nào", Reason.OTHER_YEAR),
        ("nạo vét kênh mương ở Suối Mơ hết bao nhiêu tiền", Reason.NO_AMOUNT),
        ("giá vàng lên hay xuống", Reason.NOTHING_CLOSE),
        ("thi bang lai xe can gi", Reason.NOTHING_CLOSE),
        ("where can I buy a phone", Reason.NOTHING_CLOSE),
        ("khi nào?", Reason.NOTHING_CLOSE),
    ],
)
def test_refused(text: str, reason: Reason) -> None:
    choice = ask(text)
    assert (choice.outcome, choice.reason) == (Outcome.NOT_FOUND, reason)
    assert choice.rows == ()


def test_the_day_of_a_document_named_in_a_row_is_no_year_of_the_row() -> None:
    plan = make_plan("Nạo vét kênh theo Kế hoạch 5 ngày 30 tháng 12 năm 2020")
    question = read("năm 2020 nạo vét kênh khi nào")
    hit = Hit(0, 1.0, 9.0, 0.0, 1.0, 1.0)
    candidate = Candidate(hit, plan.tasks[0], Held(0, 2019))
    assert choose(question, [candidate], [Held(0, 2019)]).reason is Reason.OTHER_YEAR


@pytest.mark.parametrize(("year", "answered"), [(2025, True), (2022, False)])
def test_a_row_may_speak_of_a_later_year_than_its_plan(year: int, answered: bool) -> None:
    plan = make_plan(f"Nạo vét hết kênh bị lấp năm {year}")
    question = read(f"năm {year} nạo vét kênh")
    candidate = Candidate(Hit(0, 1.0, 9.0, 0.0, 1.0, 1.0), plan.tasks[0], Held(0, 2023))
    choice = choose(question, [candidate], [Held(0, 2023)])
    assert (choice.outcome is Outcome.ANSWERED) is answered


@pytest.mark.parametrize(
    ("text", "hit", "close"),
    [
        # Of a long question a row need not have all words; of a short one it must.
        ("ai nạo vét kênh mương nội đồng trước mùa mưa lũ", (0.6, 0.45, 0.855), True),
        ("ai nạo vét kênh mương", (0.6, 0.45, 0.855), False),
        ("ai nạo vét kênh mương", (0.9, 0.7, 0.855), True),
        ("ai nạo vét kênh mương nội đồng trước mùa mưa lũ", (0.3, 0.3, 0.95), False),
        ("ai nạo vét kênh mương", (0.7, 0.5, 0.80), False),
        ("who does the training on dossiers", (0.9, 0.5, 0.87), True),
        ("who does the training on dossiers", (0.4, 0.3, 0.84), False),
    ],
)
def test_close_by_words_meaning_and_length(
    text: str, hit: tuple[float, float, float], close: bool
) -> None:
    coverage, together, dense = hit
    found = Hit(0, 1.0, 9.0, dense, coverage, together)
    assert is_close(read(text), found, related_from=0.85) is close


def test_years_held_are_told() -> None:
    assert ask("Suối Mơ năm 2020 nạo vét kênh mương").years == (2023,)


def test_two_places_fit() -> None:
    choice = ask("khi nào sửa đèn chiếu sáng")
    assert choice.outcome is Outcome.AMBIGUOUS
    assert sorted(choice.localities) == [0, 1]


@pytest.mark.parametrize("own", [0, 1])
def test_the_chats_own_place_decides(own: int) -> None:
    choice = ask("khi nào sửa đèn chiếu sáng", own)
    assert choice.outcome is Outcome.ANSWERED
    assert choice.localities == (own,)


def test_a_place_named_outweighs_the_own() -> None:
    assert ask("Hoa Ban khi nào sửa đèn chiếu sáng", own=0).localities == (1,)


def test_two_places_named_give_a_row_each() -> None:
    choice = ask("Hoa Ban và Suối Mơ sửa đèn chiếu sáng khi nào")
    assert {row.plan.locality for row in choice.rows} == {0, 1}


@pytest.mark.parametrize(
    ("text", "own", "reason"),
    [
        ("Suối Mơ có việc gì", None, None),
        ("Suối Mơ năm 2020 có việc gì", None, Reason.OTHER_YEAR),
        ("huyện Mường La có việc gì", None, Reason.UNKNOWN_PLACE),
        ("có việc gì", 7, Reason.NOTHING_HELD),
    ],
)
def test_scope(text: str, own: int | None, reason: Reason | None) -> None:
    refused = refuse_scope(read(text), [Held(0, 2023), Held(1, 2024)], own)
    assert (refused.reason if refused else None) == reason


def test_nothing_held() -> None:
    assert choose(read("nạo vét"), [], []).reason is Reason.NOTHING_HELD


def test_rows_as_near_come_in_the_documents_order() -> None:
    question = read("ai sửa đèn")
    facts = [make_task("Sửa đèn", line) for line in (7, 3, 5)]
    scores = (0.901, 0.9, 0.4)
    rows = [
        Candidate(Hit(i, score, score, 0.0, 1.0, 1.0), fact, HELD[0])
        for i, (score, fact) in enumerate(zip(scores, facts, strict=True))
    ]
    choice = choose(question, rows, HELD)
    assert [row.fact.place.first_line for row in choice.rows] == [3, 7]
