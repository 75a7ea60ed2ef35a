"""Who may read a document: its place's officials, everybody once its clerk has made it public."""

import pytest

from handlers.errors import HandlerError
from storage.database import Database
from storage.values import PlanState
from tests.factories.clerk import NEXT, add, link_clerk, load
from tests.factories.talk import Chat, build_chat


@pytest.fixture
def chat(sqlite: Database) -> Chat:
    return build_chat(sqlite)


async def state(chat: Chat) -> tuple[PlanState, bool]:
    async with chat.app.database.read() as work:
        plan = await work.plans.find(1)
    assert plan
    return plan.state, plan.is_public


QUESTION = "Phát tờ rơi hướng dẫn nộp hồ sơ trực tuyến trước ngày nào?"


async def test_citizens_are_answered_from_public_documents_only(chat: Chat) -> None:
    await load(chat, is_public=False)
    official = await link_clerk(chat.other("binh"))
    assert "05/12/2026" not in await chat.says(QUESTION)
    assert "05/12/2026" in await official.says(QUESTION)
    told = await official.says("công khai kế hoạch 1")
    assert told == "Đã công khai văn bản 1: từ nay cũng dùng để trả lời người dân."
    assert official.buttons == ["thôi công khai kế hoạch 1"]
    assert "05/12/2026" in await chat.says(QUESTION)
    assert "từ nay chỉ dùng để trả lời cán bộ" in await official.says("thôi công khai kế hoạch 1")
    assert official.buttons == ["công khai kế hoạch 1"]
    assert "05/12/2026" not in await chat.says(QUESTION)


async def test_confirming_offers_to_publish(chat: Chat) -> None:
    await link_clerk(chat)
    await add(chat)
    told = await chat.says("xác nhận kế hoạch 1")
    assert "chưa dùng để trả lời người dân vì chưa công khai" in told
    assert chat.buttons == ["công khai kế hoạch 1", "việc chưa có người nhận"]
    await chat.says(chat.buttons[0])
    assert await state(chat) == (PlanState.CONFIRMED, True)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("cong khai ke hoach 1", True),
        ("Công khai tài liệu số 1.", True),
        ("công khai văn bản 1", True),
        ("publish plan 1", True),
        ("ngừng công khai kế hoạch 1", False),
        ("hủy công khai kế hoạch 1", False),
        ("công khai", False),
        ("công khai kế hoạch", False),
    ],
)
async def test_what_publishes(chat: Chat, words: str, expected: bool) -> None:
    await link_clerk(chat)
    await add(chat)
    await chat.says(words)
    assert (await state(chat))[1] is expected


async def test_a_draft_is_published_in_advance(chat: Chat) -> None:
    await link_clerk(chat)
    await add(chat)
    assert "sau khi xác nhận, cũng dùng để trả lời người dân" in await chat.says(
        "công khai kế hoạch 1"
    )
    assert "đã được công khai từ trước" in await chat.says("công khai kế hoạch 1")
    assert "kể cả người dân" in await chat.says("xác nhận kế hoạch 1")


async def test_a_replaced_plan_is_not_published(chat: Chat) -> None:
    await link_clerk(chat)
    await load(chat)
    await load(chat, NEXT)
    assert "đã được bản khác thay thế" in await chat.says("công khai kế hoạch 1")
    with pytest.raises(HandlerError, match="plan_superseded"):
        await chat.app.plans.publish(1, is_public=False)


@pytest.mark.parametrize("words", ["công khai kế hoạch 1", "thôi công khai kế hoạch 1"])
async def test_only_the_places_own_clerk_publishes(chat: Chat, words: str) -> None:
    await load(chat, is_public="thôi" in words)
    before = await state(chat)
    async with chat.app.database.write() as work:
        await work.localities.ensure("xã Đồi Sim")
    elsewhere = await link_clerk(chat.other("cuc"), "xã Đồi Sim")
    assert "không có kế hoạch mang số thứ tự 1" in await elsewhere.says(words)
    await chat.says(words)
    assert await state(chat) == before


async def test_an_unknown_plan_is_not_published(chat: Chat) -> None:
    with pytest.raises(HandlerError, match="plan_unknown"):
        await chat.app.plans.publish(9, is_public=True)
