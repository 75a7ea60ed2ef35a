"""Trying a question: the very answer of chat, what was found and why; nothing is kept."""

import pytest

from handlers.desk.answers.trying import Tried, try_question
from handlers.desk.visitor import Visitor
from handlers.errors import HandlerError
from handlers.questions.trace import Way
from knowledge.answering import Reason
from storage.database import Database
from storage.values import NewFaqEntry, Role
from tests.factories.clerk import load
from tests.factories.desk import sit_down
from tests.factories.talk import MONDAY, Chat, build_chat
from tests.factories.town_hall import found_hall

FAQ = "Chợ trung tâm họp vào ngày nào?"
QUESTIONS = (
    "Hạn phát tờ rơi tuyên truyền là khi nào?",
    "han phat to roi tuyen truyen la khi nao",
    "Văn phòng HĐND và UBND xã chủ trì những việc gì?",
    "Chợ trung tâm họp ngày nào?",
    "Giá vé máy bay đi Đà Lạt bao nhiêu?",
    "Kế hoạch năm 2019 có những việc gì?",
    "Kế hoạch số mấy, ban hành ngày nào?",
    "Hồ sơ của tôi tới đâu rồi?",
    "Giờ làm việc thứ Bảy?",
    "Hạn phát tờ rơi là khi nào? Ai chủ trì việc kiểm tra trả kết quả đúng hẹn?",
    "When are the leaflets due?",
)


@pytest.fixture
async def chat(sqlite: Database) -> Chat:
    chat = build_chat(sqlite)
    await load(chat)
    async with sqlite.write() as work:
        hall = await found_hall(work)
        await work.faq.add(
            NewFaqEntry(hall.place.id, FAQ, "Ngày 5 và ngày 10 âm lịch.", True, MONDAY, "operator")
        )
        await work.localities.bump_index(hall.place.id)
    return chat


async def sit(chat: Chat, role: Role = Role.CLERK) -> Visitor:
    async with chat.app.database.write() as work:
        hall = await found_hall(work)
        person = await hall.seat("Lê Thị Bình", "Văn phòng", role)
        return await sit_down(work, person)


async def try_it(chat: Chat, text: str, *, is_official: bool = False) -> Tried:
    return await try_question(
        chat.app.questions, await sit(chat), text, is_official=is_official, today=MONDAY.date()
    )


@pytest.mark.parametrize("question", QUESTIONS)
async def test_it_says_what_chat_says(chat: Chat, question: str) -> None:
    tried = await try_it(chat, question)
    assert await chat.says(question) == tried.text
    assert [each.label for each in chat.channel.sent[-1][1].buttons] == list(tried.buttons)
    if tried.status == "answered":
        official = chat.other("Bình")
        tried = await try_it(chat, question, is_official=True)
        assert await official.says(question) == tried.text


async def test_it_shows_what_was_found_and_why(chat: Chat) -> None:
    tried = await try_it(chat, "han phat to roi tuyen truyen la khi nao")
    [part] = tried.parts
    assert part.way is Way.SEARCHED
    assert part.read
    assert "tờ rơi" in part.read.searched  # its marks are given back
    assert part.places == ("xã Bến Lụa",)
    best = part.found[0]
    assert best.is_chosen
    assert best.is_close
    assert best.closeness >= best.least
    assert best.plan_id > 0
    assert "tờ rơi" in best.words
    refused = await try_it(chat, "Giá vé máy bay đi Đà Lạt bao nhiêu?")
    assert (refused.status, refused.reason, refused.is_kept) == (
        "not_found",
        Reason.NOTHING_CLOSE,
        True,
    )
    assert not any(each.is_chosen for each in refused.parts[0].found)
    own = await try_it(chat, "Chợ trung tâm họp ngày nào?")
    assert own.parts[0].way is Way.OWN_WORDS
    assert own.parts[0].near[0].question == FAQ


async def test_an_internal_plan_is_for_officials_only(sqlite: Database) -> None:
    chat = build_chat(sqlite)
    await load(chat, is_public=False)
    question = "Hạn phát tờ rơi tuyên truyền là khi nào?"
    assert (await try_it(chat, question)).parts[0].plans == 0
    tried = await try_it(chat, question, is_official=True)
    assert tried.parts[0].internal_plans == 1
    assert tried.status == "answered"


async def test_nothing_is_kept(chat: Chat) -> None:
    await try_it(chat, "Giá vé máy bay đi Đà Lạt bao nhiêu?")
    async with chat.app.database.read() as work:
        assert await work.faq.list_open() == []


async def test_who_may_try(chat: Chat) -> None:
    officer = await sit(chat, Role.OFFICER)
    with pytest.raises(HandlerError, match="desk_forbidden"):
        await try_question(chat.app.questions, officer, FAQ, is_official=False, today=MONDAY.date())
    with pytest.raises(HandlerError, match="desk_question_empty"):
        await try_it(chat, " ?? ")
