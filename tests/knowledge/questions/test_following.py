import datetime as dt
from dataclasses import replace

import pytest

from knowledge.answering import is_close
from knowledge.questions.following import Following, Step, carry_over, find_following
from knowledge.questions.places import LocalityName
from knowledge.questions.rules import Asked
from knowledge.questions.understanding import Question, understand
from knowledge.search.index import Hit

TODAY = dt.date(2026, 11, 23)
OURS = (LocalityName(1, "xã Suối Mơ"), LocalityName(2, "phường Hoa Ban"))


def ask(text: str) -> Question:
    return understand(text, OURS, TODAY)


@pytest.mark.parametrize(
    ("text", "step"),
    [
        ("còn quý IV thì sao?", Step.CARRY),
        ("con quy 1?", Step.CARRY),
        ("riêng trồng cây thì sao", Step.CARRY),
        ("thế Hoa Ban thì sao?", Step.CARRY),
        ("what about March?", Step.CARRY),
        ("vậy khi nào trồng cây xong?", Step.CARRY),
        ("ai ký?", Step.CARRY),
        ("ký ngày nào?", Step.CARRY),
        ("the con quy 2", Step.CARRY),
        ("ai chủ trì?", Step.ROWS),
        ("khi nào", Step.ROWS),
        ("đơn vị nào phối hợp?", Step.ROWS),
        ("thế còn sản phẩm?", Step.ROWS),
        ("theo văn bản nào?", Step.ROWS),
        ("who is responsible?", Step.ROWS),
        ("ai chủ trì việc đó?", Step.ROWS),
        ("còn nữa", Step.MORE),
        ("xem thêm nhé", Step.MORE),
        ("more", Step.MORE),
        ("Suối Mơ trồng cây khi nào", Step.FRESH),
        ("Suối Mơ có những việc gì", Step.FRESH),
        ("ai ký kế hoạch của Suối Mơ", Step.FRESH),
        ("còn nước sạch thì cấp cho bao nhiêu hộ dân ở các thôn vùng cao của ta", Step.FRESH),
    ],
)
def test_how_a_message_follows_a_reply(text: str, step: Step) -> None:
    assert find_following(ask(text), 3).step is step


@pytest.mark.parametrize("text", ["ai chủ trì?", "khi nào", "việc thứ hai"])
def test_without_rows_there_is_only_the_question_before(text: str) -> None:
    assert find_following(ask(text), 0).step in (Step.CARRY, Step.FRESH)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("việc thứ hai", 2),
        ("viec thu 3 ai lam", 3),
        ("việc số 1 khi nào xong?", 1),
        ("mục 2", 2),
        ("việc đầu tiên", 1),
        ("việc cuối cùng ai chủ trì", -1),
        ("the second one", 2),
    ],
)
def test_a_row_by_its_number(text: str, number: int) -> None:
    assert find_following(ask(text), 3) == Following(Step.NTH, number)


def test_a_number_beyond_the_list_is_no_row() -> None:
    assert find_following(ask("việc thứ 9"), 3).step is not Step.NTH


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


def test_a_follow_up_says_that_it_is_one_and_is_judged_less_strictly() -> None:
    earlier = ask("Suối Mơ nạo vét kênh mương nội đồng khi nào")
    question = carry_over(ask("còn ở Hoa Ban thì sao?"), earlier)
    assert question.is_following
    assert not earlier.is_following
    hit = Hit(0, 1.0, 9.0, dense=0.85, coverage=0.6, together=0.4)
    assert is_close(question, hit, related_from=0.85)
    assert not is_close(replace(question, is_following=False), hit, related_from=0.85)


def test_a_list_does_not_take_over_the_subject_before() -> None:
    earlier = ask("Suối Mơ trồng cây khi nào")
    question = carry_over(ask("quý II có những việc gì"), earlier)
    assert (question.localities, question.terms) == ((1,), "")
