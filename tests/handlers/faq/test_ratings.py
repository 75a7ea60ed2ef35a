"""A word or a thumb after an answer is counted once; a wrong answer keeps its question."""

import pytest

from handlers.faq.ratings import is_rating, read_rating
from storage.values import KeptFor, Ratings, Unanswered
from tests.factories.clerk import link, load
from tests.factories.talk import Chat

ASKED = "Ai chủ trì phát tờ rơi hướng dẫn nộp hồ sơ?"


@pytest.mark.parametrize(
    ("text", "rated"),
    [
        ("👍", True),
        ("👍🏻👍🏻", True),
        ("❤️", True),
        ("👎", False),
        ("👎🏽", False),
        ("hữu ích", True),
        ("Hữu ích ạ", True),
        ("rất hữu ích", True),
        ("huu ich", True),
        ("helpful", True),
        ("chưa đúng", False),
        ("không đúng", False),
        ("ko dung roi", False),
        ("sai rồi", False),
        ("sai rồi ad", False),
        ("trả lời không đúng", False),
        ("not helpful", False),
        ("không hữu ích", False),
        ("👍👎", None),
        ("😀", None),
        ("", None),
        ("không", None),
        ("đúng", None),
        ("hồ sơ ghi sai tên thì sửa ở đâu", None),
        ("cán bộ làm không đúng quy trình", None),
        ("có hữu ích không", None),
    ],
)
def test_what_rates_an_answer(text: str, rated: bool | None) -> None:
    assert read_rating(text) is rated
    assert is_rating(text) is (rated is not None)


async def ratings(chat: Chat) -> Ratings:
    day = chat.clock.now().date()
    async with chat.app.database.read() as work:
        return await work.faq.count_ratings(1, day, day)


async def kept(chat: Chat) -> list[Unanswered]:
    async with chat.app.database.read() as work:
        return list(await work.faq.list_open())


async def disliked(chat: Chat) -> list[str]:
    return [each.question for each in await kept(chat) if each.reason is KeptFor.DISLIKED]


async def test_a_good_answer_is_counted_once(chat: Chat) -> None:
    await load(chat)
    await chat.says(ASKED)
    assert await chat.says("hữu ích") == "Cảm ơn Ông/Bà đã cho biết."
    assert "đã được ghi nhận" in await chat.says("hữu ích")
    assert await ratings(chat) == Ratings(1, 0)
    assert not await disliked(chat)
    await chat.says("Khi nào phát tờ rơi hướng dẫn nộp hồ sơ?")
    await chat.says("chưa đúng")
    assert await ratings(chat) == Ratings(1, 1)


async def test_a_wrong_answer_keeps_its_question_and_offers_a_person(chat: Chat) -> None:
    await load(chat)
    await chat.says("Tôi tên Lê Thị Nga, ai chủ trì phát tờ rơi hướng dẫn nộp hồ sơ?")
    told = await chat.says("sai rồi")
    assert "đã được ghi lại" in told
    assert chat.buttons == ["gặp cán bộ", "Gửi phản ánh"]
    [question] = [each.question for each in await kept(chat)]
    assert "phát tờ rơi" in question
    assert "Nga" not in question


async def test_a_short_follow_up_is_kept_with_its_question(chat: Chat) -> None:
    await load(chat)
    await chat.says(ASKED)
    await chat.says("còn năm 2019 thì sao?")
    await chat.says("chưa đúng")
    assert any("phát tờ rơi" in each for each in await disliked(chat))


async def test_after_an_hour_or_nothing_there_is_nothing_to_rate(chat: Chat) -> None:
    await load(chat)
    await chat.says("chưa đúng")
    await chat.says(ASKED)
    chat.clock.advance(hours=2)
    await chat.says("hữu ích")
    assert await ratings(chat) == Ratings(0, 0)
    assert not await disliked(chat)


async def test_an_official_is_spoken_to_as_one(chat: Chat) -> None:
    await load(chat)
    officer = await link(chat)
    await officer.says(ASKED)
    assert "Anh/Chị" in await officer.says("hữu ích")
    await officer.says("Khi nào phát tờ rơi?")
    told = await officer.says("không đúng")
    assert "công chức đầu mối" in told
    assert "Ông/Bà" not in told


async def test_english(chat: Chat) -> None:
    await load(chat)
    await chat.says("Who leads the leaflets on filing online?")
    assert await chat.says("not helpful") == (
        "Sorry that the answer was not right. The question has been noted for an official to look "
        "at; for an answer now, write “talk to an official”."
    )


async def test_a_refusal_that_is_disliked_is_one_question(chat: Chat) -> None:
    await load(chat)
    await chat.says("Bao giờ thôn 3 có nước sạch?")
    await chat.says("chưa đúng")
    assert [each.question for each in await kept(chat)] == ["Bao giờ thôn 3 có nước sạch?"]
    await chat.says("Bao giờ thôn 3 có nước sạch?")
    assert len(await kept(chat)) == 2


async def test_a_thumb_is_enough(chat: Chat) -> None:
    assert "cần hỏi gì thêm" in await chat.says("👍")
    await load(chat)
    await chat.says(ASKED)
    assert await chat.says("👍🏻") == "Cảm ơn Ông/Bà đã cho biết."
    await chat.says("Khi nào phát tờ rơi hướng dẫn nộp hồ sơ?")
    assert "đã được ghi lại" in await chat.says("👎")
    assert await ratings(chat) == Ratings(1, 1)
