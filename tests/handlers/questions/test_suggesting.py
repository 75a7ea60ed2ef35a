"""Questions that a new citizen may begin with: every one is answered, from what is public."""

import datetime as dt

import pytest

from bot.web.thread import read_thread
from handlers.messages import Button
from handlers.questions.suggesting import LONGEST, Suggestions
from storage.database import Database
from storage.values import NewFaqEntry, Role
from tests.factories.clerk import PLACE, load
from tests.factories.handover import PROFILE
from tests.factories.plans import TEXT
from tests.factories.talk import LAN, MONDAY, Chat, build_chat
from tests.factories.town_hall import found_hall

OWN = ("Chợ trung tâm họp vào ngày nào?", "Làm lại thẻ bảo hiểm y tế cho con ở đâu?")


@pytest.fixture(autouse=True)
def _patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a busy machine find them."""
    monkeypatch.setattr("handlers.questions.suggesting.PATIENCE", 20)


async def fill(chat: Chat, *, is_public: bool = True) -> None:
    """Load a plan; enter the office's hours and two answers."""
    await load(chat, is_public=is_public)
    async with chat.app.database.write() as work:
        place = await work.localities.ensure(PLACE)
        await work.localities.change_profile(place.id, PROFILE)
        for question in OWN:
            entry = NewFaqEntry(place.id, question, "Ngày 5.", is_public, MONDAY, "operator")
            await work.faq.add(entry)
        await work.localities.bump_index(place.id)


async def suggest(chat: Chat, found: Suggestions | None = None) -> tuple[Button, ...]:
    found = found or Suggestions(chat.app.database, chat.app.questions)
    async with chat.app.database.read() as work:
        [place] = await work.localities.list_all()
    return await found.find(place, now=chat.clock.now())


async def test_each_suggestion_is_answered(sqlite: Database) -> None:
    chat = build_chat(sqlite)
    await fill(chat)
    suggested = await suggest(chat)
    assert len(suggested) == 4
    assert {each.says for each in suggested} >= set(OWN)
    assert any("hạn khi nào?" in each.says for each in suggested)
    for each in suggested:
        assert len(each.label) <= LONGEST
        told = await chat.says(each.says)
        assert "Nguồn:" in told or "Theo trả lời" in told or PROFILE["hours.morning"] in told
    async with sqlite.read() as work:
        assert await work.faq.list_open() == []  # asking oneself is not kept


async def test_nothing_internal_is_suggested(sqlite: Database) -> None:
    chat = build_chat(sqlite)
    await fill(chat, is_public=False)
    said = {each.says for each in await suggest(chat)}
    assert not said & set(OWN)
    assert not any("hạn khi nào?" in each for each in said)


async def test_an_office_that_has_entered_nothing_suggests_nothing(sqlite: Database) -> None:
    chat = build_chat(sqlite)
    async with sqlite.write() as work:
        await work.localities.ensure(PLACE)
    assert await suggest(chat) == ()


async def test_they_are_found_once_until_something_changes(sqlite: Database) -> None:
    chat = build_chat(sqlite)
    await fill(chat)
    found = Suggestions(sqlite, chat.app.questions)
    first = await suggest(chat, found)
    assert await suggest(chat, found) is first
    async with sqlite.write() as work:
        place = await work.localities.ensure(PLACE)
        for entry in await work.faq.of_localities([place.id], embedder=None, only_public=True):
            await work.faq.remove(entry.id)
        await work.localities.bump_index(place.id)
    assert not {each.says for each in await suggest(chat, found)} & set(OWN)


async def test_the_page_does_not_wait_for_long(
    sqlite: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    chat = build_chat(sqlite)
    await fill(chat)
    monkeypatch.setattr("handlers.questions.suggesting.PATIENCE", 0)
    found = Suggestions(sqlite, chat.app.questions)
    assert await suggest(chat, found) == ()
    monkeypatch.setattr("handlers.questions.suggesting.PATIENCE", 20)
    assert await suggest(chat, found) != ()  # the search went on meanwhile


async def test_only_a_citizen_who_has_not_written_is_offered_them(sqlite: Database) -> None:
    chat = build_chat(sqlite)
    await fill(chat)
    found = Suggestions(sqlite, chat.app.questions)
    [greeting] = await read_thread(chat.app, LAN, found)
    assert [each.says for each in greeting.buttons][-1] == "Gửi phản ánh"
    assert len(greeting.buttons) == 5
    await chat.says(OWN[0])
    thread = await read_thread(chat.app, LAN, found)
    assert len(thread[0].buttons) == 1
    assert [line.name for line in thread] == ["Trợ lý tự động", "Ông/Bà", "Trợ lý tự động"]


async def test_an_officer_is_greeted_and_named_as_one(sqlite: Database) -> None:
    chat = build_chat(sqlite)
    await fill(chat)
    async with sqlite.write() as work:
        hall = await found_hall(work, PLACE)
        officer = await hall.seat("Phạm Văn Cường", "Phòng Kinh tế", Role.OFFICER)
    cuong = chat.other(officer.addresses[0].user)
    found = Suggestions(sqlite, chat.app.questions)
    [greeting] = await read_thread(chat.app, cuong.address, found)
    assert "Anh/Chị" in greeting.text
    assert greeting.buttons == ()
    await cuong.says("việc của tôi")
    assert (await read_thread(chat.app, cuong.address, found))[1].name == "Anh/Chị"


def test_the_plan_has_what_is_due_after_today() -> None:
    assert "05/12/2026" in TEXT
    assert MONDAY.date() < dt.date(2026, 12, 5)
