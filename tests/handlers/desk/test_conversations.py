"""Citizens who wait for a human, answered at the desk by the rules of chat."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from handlers.desk.answers.conversations import (
    answer_conversation,
    begin_common_answer,
    close_conversation,
    find_conversation,
    list_conversations,
    preview_reply,
    take_conversation,
)
from handlers.desk.visitor import Visitor
from handlers.errors import HandlerError
from storage.database import Database
from storage.values import Address, Role
from tests.factories.desk import sit_down
from tests.factories.handover import QUESTION, ask_official, build_town, find_state, link_official
from tests.factories.talk import Chat

ANSWER = "Ông/Bà nộp đơn tại Văn phòng, mang theo căn cước."
DEEDS: list[Callable[..., Awaitable[Any]]] = [
    find_conversation,
    take_conversation,
    lambda work, who, number, now: answer_conversation(work, who, number, ANSWER, now=now),
    close_conversation,
    lambda work, who, number, now: preview_reply(work, who, number, ANSWER, now=now),
]


@pytest.fixture
async def lan(sqlite: Database) -> Chat:
    """A citizen who has asked the officials of a place with two clerks."""
    lan = await build_town(sqlite)
    await link_official(lan, "an", "Trần Văn An")
    await link_official(lan, "binh", "Lê Thị Bình")
    await ask_official(lan)
    return lan


async def sit(lan: Chat, user: str | None) -> Visitor:
    async with lan.app.database.write() as work:
        now = lan.clock.now()
        today = now.date()
        person = await work.people.find(Address("web", user), on=today) if user else None
        return await sit_down(work, person, now=now)


async def do(lan: Chat, deed: Callable[..., Awaitable[Any]], who: Visitor, *args: object) -> Any:
    async with lan.app.database.write() as work:
        done = await deed(work, who, *args, now=lan.clock.now())
    await lan.app.drain()
    lan.clock.advance(seconds=1)
    return done


async def test_a_clerk_reads_takes_answers_and_closes(lan: Chat) -> None:
    clerk = await sit(lan, "an")
    [waiting] = await do(lan, list_conversations, clerk)
    assert (waiting.question, waiting.taker, waiting.waits) == (QUESTION, "", True)
    await do(lan, take_conversation, clerk, 1)
    assert any("Trần Văn An" in text for text in lan.heard_by("binh"))
    read = await do(lan, preview_reply, clerk, 1, ANSWER)
    await do(lan, answer_conversation, clerk, 1, ANSWER)
    assert lan.heard()[-1] == read
    shown = await do(lan, find_conversation, clerk, 1)
    assert [line.text for line in shown.lines] == [QUESTION, ANSWER]
    assert shown.is_mine
    assert await do(lan, list_conversations, clerk) != ()
    await do(lan, close_conversation, clerk, 1)
    assert await do(lan, list_conversations, clerk) == ()
    assert not (await do(lan, find_conversation, clerk, 1)).is_open
    with pytest.raises(HandlerError, match="desk_conversation_closed"):
        await do(lan, answer_conversation, clerk, 1, ANSWER)


async def test_what_the_citizen_writes_next_comes_back(lan: Chat) -> None:
    clerk = await sit(lan, "an")
    await do(lan, answer_conversation, clerk, 1, ANSWER)
    await lan.says("còn phải mang gì nữa không?")
    shown = await do(lan, find_conversation, clerk, 1)
    assert [line.is_citizen for line in shown.lines] == [True, False, True]
    assert "còn phải mang gì nữa không?" in lan.heard_by("an")[-1]


async def test_a_second_official_is_told_and_may_take_over(lan: Chat) -> None:
    first, second = await sit(lan, "an"), await sit(lan, "binh")
    await do(lan, take_conversation, first, 1)
    for deed in DEEDS[1:4]:
        with pytest.raises(HandlerError, match="desk_conversation_taken") as told:
            await do(lan, deed, second, 1)
        assert told.value.facts["name"] == "Trần Văn An"
    async with lan.app.database.write() as work:
        await take_conversation(work, second, 1, now=lan.clock.now(), takes_over=True)
    await lan.app.drain()
    assert any("Lê Thị Bình" in text for text in lan.heard_by("an"))
    assert (await do(lan, find_conversation, second, 1)).is_mine


async def test_the_operator_cannot(lan: Chat) -> None:
    operator = await sit(lan, None)
    assert await do(lan, list_conversations, operator) == ()
    for deed in DEEDS:
        with pytest.raises(HandlerError, match="desk_needs_person"):
            await do(lan, deed, operator, 1)


async def test_others_learn_nothing(lan: Chat) -> None:
    await link_official(lan, "sim", "Vũ Sim", place="xã Đồi Sim")
    await link_official(lan, "hanh", "Nguyễn Thị Hạnh", role=Role.LEADER)
    await link_official(lan, "cuong", "Phạm Văn Cường", role=Role.OFFICER)
    for user, code in (
        ("sim", "desk_gone"),
        ("hanh", "desk_gone"),
        ("cuong", "desk_forbidden"),
    ):
        visitor = await sit(lan, user)
        for deed in DEEDS:
            with pytest.raises(HandlerError, match=code):
                await do(lan, deed, visitor, 1)
        if user != "cuong":
            assert await do(lan, list_conversations, visitor) == ()
    assert (await find_state(lan)).value == "waiting"


async def test_an_empty_answer_is_refused(lan: Chat) -> None:
    with pytest.raises(HandlerError, match="desk_answer_empty"):
        await do(lan, answer_conversation, await sit(lan, "an"), 1, " … ")


async def test_an_answer_to_one_becomes_an_answer_to_all(lan: Chat) -> None:
    clerk = await sit(lan, "an")
    await do(lan, answer_conversation, clerk, 1, ANSWER)
    draft = await do(lan, begin_common_answer, clerk, 1)
    assert (draft.question, draft.answer) == (QUESTION, ANSWER)
