"""What happens to cases by themselves, on the days and at the hours when it should."""

import datetime as dt

from handlers.cases.changes import Facts
from handlers.cases.duties import tell_progress
from handlers.messages import Message, dump_message
from handlers.texts.vi import SENTENCES as VI
from knowledge.cases.states import CaseKind, CaseState
from knowledge.cases.steps import STEPS, Action
from storage.database import Database
from storage.values import Address, Case, Contact, ToldBy
from tests.factories.cases import found_town, found_with_case, open_case, to_answer, walk
from tests.factories.duties import act, in_progress, tick
from tests.factories.talk import LAN, MONDAY, build_chat

DAY = dt.timedelta(days=1)


async def test_an_incomplete_case_lapses_after_seven_days(sqlite: Database) -> None:
    async with sqlite.write() as work:
        town = await found_town(work)
        case = await open_case(
            work,
            town.place_id,
            kind=CaseKind.CONDUCT,
            contact=Contact(),
            state=CaseState.NEEDS_INFO,
        )
    chat = build_chat(sqlite)
    assert not await tick(chat, MONDAY + 7 * DAY)
    told = await tick(chat, MONDAY + 7 * DAY + dt.timedelta(hours=1))
    assert [user for user, _ in told] == ["lan"]
    assert "sau 7 ngày vẫn chưa đủ" in told[0][1]
    assert await state_of(sqlite, case) is CaseState.CLOSED


async def state_of(database: Database, case: Case) -> CaseState:
    async with database.read() as work:
        found = await work.cases.find(case.code)
    assert found
    return found.state


async def test_an_asked_sender_is_asked_again_and_then_the_clerk_decides(sqlite: Database) -> None:
    town, case, chat = await in_progress(sqlite)
    await act(sqlite, town, case, ("dia", Action.ASK_INFO, Facts(text="Cột số mấy?")))
    await chat.app.drain()
    heard = {}
    for n in (1, 4, 5, 6, 10, 14, 15, 16, 24):
        told = await tick(chat, MONDAY + n * DAY + dt.timedelta(hours=1))
        if told:
            heard[n] = [user for user, _ in told]
    assert heard == {5: ["lan"], 15: ["thu"]}
    assert "vẫn chờ Ông/Bà cho biết thêm: Cột số mấy?" in chat.heard()[-1]
    assert await state_of(sqlite, case) is CaseState.NEEDS_INFO


async def test_an_answered_case_is_closed_after_thirty_days(sqlite: Database) -> None:
    town, case = await found_with_case(sqlite)
    await act(sqlite, town, case, *to_answer(town)[:6])
    chat = build_chat(sqlite)
    await chat.app.drain()
    assert not await tick(chat, MONDAY + 30 * DAY)
    assert await state_of(sqlite, case) is CaseState.ANSWERED
    assert not await tick(chat, MONDAY + 30 * DAY + dt.timedelta(hours=1))
    assert await state_of(sqlite, case) is CaseState.CLOSED


async def test_what_could_not_be_delivered_is_called_about_and_shown_first(
    sqlite: Database,
) -> None:
    town, case = await found_with_case(sqlite)
    chat = build_chat(sqlite)
    await act(sqlite, town, case, *to_answer(town)[:6])
    chat.channel.unreachable.add(LAN)
    await chat.app.drain()
    chat.channel.unreachable.clear()
    told = await tick(chat, MONDAY + 3 * DAY)
    assert [user for user, _ in told] == ["thu"]
    assert "Cần gọi điện báo kết quả" in told[0][1]
    assert "0912" not in told[0][1]
    assert not await tick(chat, MONDAY + 4 * DAY)
    said = await chat.says("xin chào")
    assert said.startswith("Tin trước đây chưa gửi được")
    assert "Đã thay bóng đèn" in said
    assert not (await chat.says("xin chào")).startswith("Tin trước đây")


async def test_who_does_not_open_the_page_is_called_about_an_answer(sqlite: Database) -> None:
    town, case = await found_with_case(sqlite)
    chat = build_chat(sqlite)
    chat.channel.shows_later = True
    await act(sqlite, town, case, *to_answer(town))
    await chat.app.drain()
    assert not await tick(chat, MONDAY + 2 * DAY)
    told = await tick(chat, MONDAY + 3 * DAY + dt.timedelta(hours=1))
    assert [(user, text.split("\n")[0]) for user, text in told] == [
        ("thu", f"Cần gọi điện báo kết quả {case.code} cho người gửi.")
    ]
    async with sqlite.write() as work:
        await work.case_notices.record_seen(LAN, now=MONDAY + 4 * DAY)
        assert not await work.case_notices.list_failed()


async def test_a_line_of_progress_goes_out_before_the_window_closes(sqlite: Database) -> None:
    zalo, windows = Address("zalo_oa", "lan"), {"zalo": 7 * DAY}
    async with sqlite.write() as work:
        town = await found_town(work)
        for number, sender in ((1, zalo), (2, LAN)):
            await open_case(work, town.place_id, number=number, sender=sender)
            body = dump_message(Message(sender, "", "xin chào", MONDAY))
            await work.inbox.add(sender, f"m{number}", body, now=MONDAY)
    heard = {}
    for hours in (24 * 5, 24 * 6 - 1, 24 * 6 + 1, 24 * 6 + 3, 24 * 7 + 1):
        async with sqlite.write() as work:
            now = MONDAY + dt.timedelta(hours=hours)
            heard[hours] = await tell_progress(work, windows, now=now)
    assert [hours for hours, told in heard.items() if told] == [24 * 6 + 1]
    reply = heard[24 * 6 + 1][0]
    assert reply.to == zalo
    assert "PA261123-10000A: Đã gửi, chờ tiếp nhận" in reply.text
    assert "trong 7 ngày kể từ tin cuối" in reply.text
    assert [button.says for button in reply.buttons] == ["tiếp tục nhận tin"]
    assert "Đã ghi nhận" in await build_chat(sqlite).says("tiếp tục nhận tin")


def test_only_steps_with_a_notice_tell_the_sender() -> None:
    silent = {s.action for s in STEPS if s.notice is None}
    assert {Action.ASSIGN, Action.START, Action.DRAFT, Action.APPROVE, Action.NOTE} <= silent
    assert {Action.READ, Action.SEND_ON, Action.RETURN_DRAFT, Action.CLOSE, Action.ERASE} <= silent


def test_every_step_that_tells_has_its_words() -> None:
    assert not [s.action for s in STEPS if s.tells and f"case_told_{s.action.value}" not in VI]
    told = {s.notice.value for s in STEPS if s.notice} - {"receipt"}
    assert not [notice for notice in told if f"case_notice_{notice}" not in VI]


async def test_internal_steps_put_nothing_out_to_the_sender(sqlite: Database) -> None:
    town, case = await found_with_case(sqlite)
    case = await act(sqlite, town, case, *to_answer(town)[:1])
    async with sqlite.read() as work:
        before = len(await work.thread.recent(LAN))
    await act(sqlite, town, case, *to_answer(town)[1:5])
    async with sqlite.read() as work:
        assert len(await work.thread.recent(LAN)) == before


async def test_a_page_that_is_read_has_told_what_it_shows(sqlite: Database) -> None:
    town, case = await found_with_case(sqlite)
    night = MONDAY + dt.timedelta(hours=12)  # 21:00 in Viet Nam
    async with sqlite.write() as work:
        await walk(work, town, case, ("thu", Action.ACCEPT, Facts()), now=night)
        assert not await work.case_notices.list_shown(LAN, now=night)
        assert not await work.thread.recent(LAN, now=night)
    morning = night + dt.timedelta(hours=11)
    async with sqlite.write() as work:
        assert len(await work.thread.recent(LAN, now=morning)) == 1
        await work.case_notices.record_seen(LAN, now=morning)
        notices = await work.case_notices.of_case(case.id)
    assert [(n.told_by, n.told_at) for n in notices] == [(ToldBy.CHAT, morning)]


async def test_what_waits_is_superseded_by_the_same_news(sqlite: Database) -> None:
    town, case = await found_with_case(sqlite)
    night = MONDAY + dt.timedelta(hours=12)
    for _ in range(3):
        await act(sqlite, town, case, ("lan", Action.ADD, Facts(content="Chưa sửa")), now=night)
    async with sqlite.read() as work:
        assert await work.outbox.count("new") == 1
