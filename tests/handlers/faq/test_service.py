"""The office's own words: kept once, found by the next asker, and told as what they are."""

import datetime as dt
import time
from dataclasses import replace

import pytest

from handlers.errors import HandlerError
from handlers.faq.service import (
    NewFaq,
    Saved,
    add_faq,
    check_faq,
    group_waiting,
    keep_question,
    remove_faq,
)
from handlers.faq.wording import compose_faq
from handlers.questions.memory import Memory
from handlers.texts.forms import HANOI
from knowledge.questions.understanding import understand
from storage.database import Database
from storage.values import FaqEntry, KeptFor, Unanswered
from tests.factories.talk import MONDAY, Chat, build_chat

QUESTION = "Bao giờ thôn 3 có nước sạch?"
ANSWER = "Dự kiến tháng 3/2027, sau khi lắp xong đường ống."
OTHER = "Thôn 3 bao giờ sửa đường?"


async def add(chat: Chat, question: str = QUESTION, answer: str = ANSWER, **more: bool) -> Saved:
    new = NewFaq(1, question, answer, "operator", **more)
    return await add_faq(chat.app.database, chat.app.library, new, now=chat.clock.now())


async def waiting(chat: Chat) -> list[Unanswered]:
    async with chat.app.database.read() as work:
        return list(await work.faq.list_open())


@pytest.mark.parametrize(
    "asked",
    [
        QUESTION,
        "thôn 3 khi nào có nước sạch",
        "thon 3 bao gio co nuoc sach",
        "ad oi thôn ba chừng nào có nc sạch z",
    ],
)
async def test_the_next_asker_is_answered_in_the_offices_words(chat: Chat, asked: str) -> None:
    await add(chat)
    assert await chat.says(asked) == (
        f"{ANSWER}\nTheo trả lời của UBND xã Bến Lụa ngày 23/11/2026."
    )


@pytest.mark.parametrize(
    "asked", ["Thôn 4 bao giờ có nước sạch?", OTHER, "Thôn 3 có bao nhiêu hộ?", "giá vàng"]
)
async def test_other_questions_are_not(chat: Chat, asked: str) -> None:
    await add(chat)
    assert "tháng 3/2027" not in await chat.says(asked)


async def test_what_was_asked_in_vain_is_settled_at_once(chat: Chat) -> None:
    await chat.says("thon 3 bao gio co nuoc sach")
    await chat.says(OTHER)
    asked = [each.question for each in await waiting(chat)]
    assert asked == ["thon 3 bao gio co nuoc sach", OTHER]
    assert (await add(chat)).settled == 1
    assert [each.question for each in await waiting(chat)] == [OTHER]


async def test_an_answer_to_the_same_words_is_replaced(chat: Chat) -> None:
    first = await add(chat)
    second = await add(chat, "bao gio THON 3 co nuoc sach", "Tháng 5/2027.")
    assert (second.faq_id, first.is_new, second.is_new) == (first.faq_id, True, False)
    assert (await chat.says(QUESTION)).startswith("Tháng 5/2027.")


async def test_an_internal_answer_is_for_officials(chat: Chat) -> None:
    await add(chat, is_public=False)
    assert ANSWER not in await chat.says(QUESTION)


async def test_a_removed_answer_is_told_no_more(chat: Chat) -> None:
    saved = await add(chat)
    await chat.says(QUESTION)
    assert (await remove_faq(chat.app.database, saved.faq_id)).question == QUESTION
    assert ANSWER not in await chat.says(QUESTION)
    with pytest.raises(HandlerError) as raised:
        await remove_faq(chat.app.database, saved.faq_id)
    assert raised.value.code == "faq_unknown"


async def test_a_second_process_knows_it_at_its_next_question(database: Database) -> None:
    async with database.write() as work:
        await work.localities.ensure("xã Bến Lụa")
    one, other = build_chat(database), build_chat(database).other("binh")
    assert ANSWER not in await other.says(QUESTION)
    await add(one)
    assert ANSWER in await other.says(QUESTION)


async def test_another_place_is_not_answered_by_it(chat: Chat) -> None:
    await add(chat)
    async with chat.app.database.write() as work:
        await work.localities.ensure("xã Đồi Sim")
    there = build_chat(chat.app.database, locality="xã Đồi Sim").other("binh")
    assert ANSWER not in await there.says(QUESTION)


@pytest.mark.parametrize(
    ("question", "answer", "code"),
    [
        ("", ANSWER, "faq_empty"),
        ("[họ tên]", ANSWER, "faq_empty"),
        (QUESTION, " \n", "faq_empty"),
        (QUESTION, "…", "faq_empty"),
        ("?", ANSWER, "faq_says_nothing"),
        ("ở đâu ạ", ANSWER, "faq_says_nothing"),
        ("nước " * 99, ANSWER, "faq_too_long"),
        (QUESTION, "a" * 1501, "faq_too_long"),
    ],
)
def test_what_cannot_be_kept(question: str, answer: str, code: str) -> None:
    with pytest.raises(HandlerError) as raised:
        check_faq(question, answer)
    assert raised.value.code == code


def test_an_answer_keeps_its_lines_and_a_question_loses_its_brackets() -> None:
    kept = check_faq(" [họ tên]  hỏi\nnước sạch ", " Một.\n\nHai.\u200b ")
    assert kept == ("hỏi nước sạch", "Một.\n\nHai.")


ENTRY = FaqEntry(1, 1, QUESTION, ANSWER, True, MONDAY, "operator")


def test_the_words_are_told_as_written_and_stand_in_the_basis() -> None:
    question = understand(QUESTION, (), MONDAY.date())
    answer = compose_faq(ENTRY, question, Memory(), office="UBND xã Bến Lụa")
    assert (answer.status, answer.citations) == ("answered", ())
    assert answer.text.startswith(f"{ANSWER}\n")
    assert answer.basis == (answer.text,)
    assert answer.memory.asked == (QUESTION,)
    assert answer.memory.rows == ()


def test_a_near_question_is_named() -> None:
    question = understand("nước sạch thôn 3", (), MONDAY.date())
    answer = compose_faq(ENTRY, question, Memory(), is_same=False)
    assert answer.text.splitlines() == [
        f"Câu hỏi tương tự đã được trả lời: “{QUESTION}”",
        ANSWER,
        "Theo trả lời của cơ quan ngày 23/11/2026.",
    ]


def test_the_day_is_of_viet_nam() -> None:
    late = dt.datetime(2026, 11, 24, 0, 30, tzinfo=HANOI)
    question = understand("When is clean water coming to hamlet 3?", (), MONDAY.date())
    answer = compose_faq(replace(ENTRY, written_at=late), question, Memory(), office="UBND")
    assert "24 November 2026" in answer.text


async def test_questions_are_kept_without_personal_data(chat: Chat) -> None:
    async with chat.app.database.write() as work:
        for text in (
            "Tôi tên Lê Thị Nga, 0912 345 678, ở số nhà 5 ngõ 7, bao giờ có nước sạch?",
            "0912345678",
            "ơ",
            "x y z " * 400,
        ):
            await keep_question(work, 1, text, KeptFor.NOT_FOUND, now=chat.clock.now())
    first, long = await waiting(chat)
    assert first.question == (
        "Tôi tên [họ tên], [số điện thoại], ở [địa chỉ], bao giờ có nước sạch?"
    )
    assert len(long.question) <= 501


def test_the_same_words_of_one_place_are_one_question() -> None:
    def kept(number: int, text: str, day: int, place: int | None = 1) -> Unanswered:
        reason = KeptFor.DISLIKED if number % 2 else KeptFor.NOT_FOUND
        return Unanswered(number, place, text, reason, MONDAY + dt.timedelta(days=day))

    groups = group_waiting(
        [
            kept(1, "cống tắc", 3),
            kept(2, QUESTION, 2),
            kept(3, "thon 3 khi nao co nuoc sach", 1),
            kept(6, "Thôn 4 khi nào có nước sạch?", 5),
            kept(4, QUESTION, 0, place=2),
            kept(5, QUESTION, 0, place=None),
        ]
    )
    assert [group.ids for group in groups] == [(2, 3), (4,), (5,), (1,), (6,)]
    assert (groups[0].count, groups[0].disliked) == (2, 1)
    assert groups[0].question == QUESTION
    assert groups[0].since == MONDAY + dt.timedelta(days=1)


def test_a_thousand_questions_are_listed_in_time() -> None:
    kept = [
        Unanswered(i, 1, f"Bao giờ thôn {i} có nước sạch?", KeptFor.NOT_FOUND, MONDAY)
        for i in range(1000)
    ]
    start = time.perf_counter()
    assert len(group_waiting(kept)) == 1000
    assert time.perf_counter() - start < 3
