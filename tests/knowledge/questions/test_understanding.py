import datetime as dt

import pytest

from knowledge.questions.places import LocalityName
from knowledge.questions.rules import Asked
from knowledge.questions.spelling import learn_speller
from knowledge.questions.understanding import Question, understand

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
        ("Who publishes the apology at Suoi Mo?", "công bố, công khai xin lỗi"),
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


def test_marks_are_given_back_and_slips_mended() -> None:
    speller = learn_speller(["Nạo vét kênh mương nội đồng trước mùa mưa."] * 3)
    question = understand("suoi mo nao vet kenhh muong khi nao", OURS, TODAY, speller=speller)
    assert question.terms == "nạo vét kênh mương"
    assert question.localities == (1,)


def test_english_is_told_by_its_own_words_and_counts_what_it_knows() -> None:
    question = ask("When does Suoi Mo hold training for gardeners?")
    assert (question.language, question.terms) == ("en", "tập huấn")
    assert question.known == 0.5


def test_a_short_form_of_a_place_is_no_slip() -> None:
    speller = learn_speller(["Nạo vét kênh mương, cơ mơ suối."] * 3)
    assert understand("smơ nạo vét khi nào", OURS, TODAY, speller=speller).localities == (1,)


def test_what_stands_around_a_place_is_read_as_one() -> None:
    question = ask("Tổ nào của Suối Mơ phối hợp nạo vét kênh mương?")
    assert Asked.SUPPORTING not in ask("Tổ nào của Suối Mơ nạo vét?").asked
    assert ask("Công chức nào của Suối Mơ phối hợp nạo vét?").main is Asked.SUPPORTING
    assert question.localities == (1,)
