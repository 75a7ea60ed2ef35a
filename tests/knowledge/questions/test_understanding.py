import datetime as dt

import pytest

from knowledge.questions.places import LocalityName
from knowledge.questions.rules import Asked
from knowledge.questions.understanding import Question, carry_over, is_follow_up, understand

TODAY = dt.date(2026, 11, 23)
OURS = (LocalityName(1, "xã Suối Mơ"), LocalityName(2, "phường Hoa Ban"))


def ask(text: str) -> Question:
    return understand(text, OURS, TODAY)


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("Ai nạo vét kênh mương ở xã Suối Mơ năm 2023?", "nạo vét kênh mương"),
        ("suoi mo nao vet kenh muong khi nao", "vet kenh muong"),
        ("cho tôi hỏi khi nào phải xin lỗi dân ạ", "xin lỗi dân"),
        ("hs trễ hẹn thì ntn vậy ad", "hồ sơ trễ hẹn"),
        ("Hạn rà soát là ngày nào", "rà soát"),
        ("ra soat xong thang may", "ra soat"),
        ("Who publishes the apology at Suoi Mo?", "publishes xin lỗi"),
        ("When is the administrative procedure review due?", "thủ tục hành chính rà soát"),
        ("khi nào?", ""),
    ],
)
def test_terms(text: str, terms: str) -> None:
    assert ask(text).terms == terms


def test_everything_at_once() -> None:
    question = ask("q3/2023 suối mơ ai trồng cây, hạn khi nào")
    assert question.localities == (1,)
    assert (question.time.year, question.time.quarter) == (2023, 3)
    assert set(question.asked) == {Asked.DEADLINE, Asked.LEAD}
    assert question.language == "vi"
    assert question.terms == "trồng cây"


def test_a_place_of_others() -> None:
    question = ask("huyện Mường La trồng cây khi nào")
    assert (question.localities, question.unknown_place) == ((), "huyện Mường La")


@pytest.mark.parametrize(
    "text", ["", " ", "?", "\x00", "a" * 9000, "%" * 500, "😀", "((((", "\\1 {0}"]
)
def test_odd_messages_are_understood(text: str) -> None:
    question = ask(text)
    assert question.asked
    assert len(question.text) <= 2000


def test_a_follow_up_takes_what_it_lacks() -> None:
    earlier = ask("quý III năm 2023 Suối Mơ có việc gì")
    question = carry_over(ask("còn quý IV thì sao?"), earlier)
    assert question.main is Asked.LIST
    assert question.localities == (1,)
    assert (question.time.year, question.time.quarter) == (2023, 4)


def test_a_follow_up_keeps_its_own() -> None:
    earlier = ask("Suối Mơ trồng cây khi nào")
    question = carry_over(ask("còn ở Hoa Ban ai chủ trì?"), earlier)
    assert question.localities == (2,)
    assert question.main is Asked.LEAD
    assert "cây" in question.terms


@pytest.mark.parametrize(
    ("text", "follows"),
    [
        ("còn quý IV thì sao?", True),
        ("con quy 1?", True),
        ("riêng trồng cây thì sao", True),
        ("what about March?", True),
        ("ai chủ trì?", True),
        ("Suối Mơ trồng cây khi nào", False),
    ],
)
def test_is_follow_up(text: str, follows: bool) -> None:
    assert is_follow_up(ask(text)) is follows
