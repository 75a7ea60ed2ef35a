"""“Hôm nay”: who sees what of their own place, and what is done in place."""

import datetime as dt
from collections.abc import AsyncIterator
from dataclasses import dataclass, fields

import pytest

from handlers.cases.changes import Facts
from handlers.cases.moves import CaseDesk
from handlers.desk.today import (
    Mood,
    Today,
    finish_request,
    mark_called,
    read_today,
    resend,
    resend_all,
)
from handlers.desk.visitor import Visitor
from handlers.errors import HandlerError
from knowledge.calendar import load_calendar
from knowledge.cases.states import CaseKind
from knowledge.cases.steps import Action
from storage.database import Database
from storage.values import (
    Address,
    Contact,
    DueState,
    KeptFor,
    OutboxKind,
    PostponementState,
    RequestKind,
    Role,
)
from storage.work import Work
from tests.factories.cases import open_case
from tests.factories.desk import sit_down
from tests.factories.plans import build_plan, build_task
from tests.factories.talk import LAN, MONDAY
from tests.factories.town_hall import ECONOMY, TODAY, TownHall, found_hall

NOW, DAY = MONDAY, dt.timedelta(days=1)
LEASE = dt.timedelta(seconds=30)
OFFICE, POLICE = "Văn phòng HĐND và UBND xã", "Công an xã"
DESK = CaseDesk(load_calendar())


@dataclass
class Scene:
    """A place in an open transaction, with somebody of each role, and another place beside it."""

    work: Work
    hall: TownHall
    other: TownHall
    clerk: Visitor
    leader: Visitor
    officer: Visitor
    operator: Visitor

    async def read(self, visitor: Visitor) -> Today:
        return await read_today(self.work, visitor, now=NOW, calendar=DESK.calendar, desk=DESK)

    async def counts(self, visitor: Visitor) -> dict[str, int]:
        lists = (await self.read(visitor)).lists
        totals = {each.name: getattr(lists, each.name).total for each in fields(lists)}
        return {name: total for name, total in totals.items() if total}

    async def lose(self, address: Address) -> int:
        """Give a message to an address up; return its number."""
        sent = await self.work.outbox.add(
            address, "{}", kind=OutboxKind.NOTICE, now=NOW, lease=LEASE
        )
        await self.work.outbox.unreachable(sent, now=NOW)
        return sent.id


@pytest.fixture
async def scene(sqlite: Database) -> AsyncIterator[Scene]:
    async with sqlite.write() as work:
        hall = await found_hall(work)
        other = await found_hall(work, "xã Đồi Chè")
        await other.seat("Vũ Thị Mai", ECONOMY)
        people = [
            await hall.seat(name, office, role)
            for name, office, role in (
                ("Lê Thị Bình", OFFICE, Role.CLERK),
                ("Nguyễn Thị Hạnh", "Lãnh đạo UBND xã", Role.LEADER),
                ("Trần Văn An", ECONOMY, Role.OFFICER),
            )
        ]
        yield Scene(work, hall, other, *[await sit_down(work, each) for each in (*people, None)])


async def test_nothing_waits_in_an_empty_place(scene: Scene) -> None:
    for visitor in (scene.clerk, scene.leader, scene.officer, scene.operator):
        assert (await scene.read(visitor)).lists.is_empty


async def test_work_stands_under_its_day_for_who_answers_for_it(scene: Scene) -> None:
    await scene.hall.add_work(ECONOMY, "Báo cáo thu ngân sách", TODAY - 5 * DAY)
    await scene.hall.add_work(ECONOMY, "Niêm yết giá", TODAY)
    await scene.hall.add_work(ECONOMY, "Rà soát thủ tục", TODAY + 6 * DAY)  # Sunday
    await scene.hall.add_work(ECONOMY, "Tuần sau", TODAY + 7 * DAY)
    await scene.hall.add_work(OFFICE, "Việc của văn phòng", TODAY)
    await scene.hall.add_work(ECONOMY, "Đã xong", TODAY, state=DueState.DONE)
    await scene.other.add_work(ECONOMY, "Việc nơi khác", TODAY)
    assert await scene.counts(scene.officer) == {"overdue": 1, "today": 1, "week": 1}
    assert await scene.counts(scene.clerk) == {"overdue": 1, "today": 2, "week": 1}
    lists = (await scene.read(scene.officer)).lists
    [late], [today] = lists.overdue.items, lists.today.items
    assert (late.content, late.mood) == ("Báo cáo thu ngân sách", Mood.LATE)
    assert late.left.startswith("quá hạn ")
    assert (today.left, today.mood) == ("hôm nay", Mood.SOON)


async def test_of_many_the_oldest_are_shown_and_all_are_counted(scene: Scene) -> None:
    for number in range(9):
        await scene.hall.add_work(ECONOMY, f"Việc {number}", TODAY - (number + 1) * DAY)
    overdue = (await scene.read(scene.leader)).lists.overdue
    assert (overdue.total, len(overdue.items)) == (9, 6)
    assert overdue.items[0].content == "Việc 8"


async def test_cases_stand_in_one_list_each_and_operators_read_none(scene: Scene) -> None:
    place, clerk = scene.hall.place.id, scene.clerk.get_person()
    new = await open_case(scene.work, place, number=1)
    given = await open_case(scene.work, place, number=2)
    office = await scene.work.offices.ensure(place, ECONOMY)
    for action, facts in (
        (Action.ACCEPT, Facts()),
        (Action.ASSIGN, Facts(office_id=office.id, office=ECONOMY)),
    ):
        doer = DESK.find_doer(given, None, clerk)
        given = await DESK.move(scene.work, given, action, doer, facts, now=NOW)
    await open_case(scene.work, scene.other.place.id, number=3)
    assert await scene.counts(scene.clerk) == {"new_cases": 1}
    assert await scene.counts(scene.officer) == {"waiting": 1}
    assert await scene.counts(scene.operator) == {"new_cases": 1}
    [seen] = (await scene.read(scene.clerk)).lists.new_cases.items
    assert (seen.code, seen.duty) == (new.code, "chờ tiếp nhận")
    assert "Đèn đường" in seen.gist
    [bare] = (await scene.read(scene.operator)).lists.new_cases.items
    assert (bare.code, bare.gist, bare.duty) == (new.code, "", "")


async def test_whom_a_case_complains_of_does_not_even_count_it(scene: Scene) -> None:
    await open_case(
        scene.work,
        scene.hall.place.id,
        kind=CaseKind.CONDUCT,
        content="Bà Lê Thị Bình bắt đi lại 4 lần mới chứng thực được giấy tờ",
    )
    assert await scene.counts(scene.clerk) == {}
    assert (await scene.read(scene.clerk)).charts.states == ()
    assert await scene.counts(scene.leader) == {"new_cases": 1}


async def test_what_a_leader_decides_is_not_an_officers(scene: Scene) -> None:
    asked = await scene.hall.add_work(ECONOMY, "Báo cáo tháng", TODAY + 20 * DAY)
    await scene.work.postponements.ask(
        asked.id,
        person_id=scene.officer.person_id,
        new_day=TODAY + 30 * DAY,
        reason="lãnh đạo đi vắng",
        now=NOW,
        state=PostponementState.WAITING,
    )
    denied = await scene.hall.add_work(ECONOMY, "Thống kê hộ", TODAY + 20 * DAY)
    await scene.work.due_days.dispute(denied.id)
    assert await scene.counts(scene.leader) == {"more_time": 1, "disputed": 1}
    assert await scene.counts(scene.officer) == {}
    [request] = (await scene.read(scene.leader)).lists.more_time.items
    assert (request.person, request.note) == ("Trần Văn An", "lãnh đạo đi vắng")


async def test_offices_that_nobody_holds_or_no_chat_reaches_are_named(scene: Scene) -> None:
    await scene.hall.seat("Đỗ Văn Hùng", POLICE, has_chat=False)
    for office in (POLICE, "Trạm Y tế", None):
        await scene.hall.add_work(office, f"Việc của {office}", TODAY + 20 * DAY)
    lists = (await scene.read(scene.clerk)).lists
    assert {each.name for each in lists.unheld.items} == {"Trạm Y tế", "chưa có đơn vị nhận"}
    assert [each.name for each in lists.unreached.items] == [POLICE]
    assert await scene.counts(scene.officer) == {}


async def test_questions_and_drafts_wait_for_who_can_see_to_them(scene: Scene) -> None:
    place = scene.hall.place.id
    for reason in (KeptFor.NOT_FOUND, KeptFor.DISLIKED):
        await scene.work.faq.keep(place, "Làm thẻ bảo hiểm y tế ở đâu?", reason, now=NOW)
    await scene.work.faq.keep(scene.other.place.id, "Câu hỏi nơi khác", reason, now=NOW)
    await scene.work.plans.add(
        build_plan(build_task()), locality_id=place, digest="d", is_sample=False, now=NOW
    )
    assert await scene.counts(scene.clerk) == {"questions": 2, "drafts": 1}
    [question] = (await scene.read(scene.clerk)).lists.questions.items
    assert (question.count, question.is_disliked) == (2, True)
    assert await scene.counts(scene.leader) == {}


async def test_lost_messages_are_the_places_own_and_sent_again_once(scene: Scene) -> None:
    await open_case(scene.work, scene.hall.place.id)
    mine = [await scene.lose(address) for address in (Address("web", "An"), LAN)]
    foreign = await scene.lose(Address("web", "Mai"))
    assert (await scene.counts(scene.clerk))["lost"] == 2
    assert (await scene.counts(scene.operator))["lost"] == 3
    assert "lost" not in await scene.counts(scene.leader)
    for visitor, code in ((scene.clerk, "desk_gone"), (scene.leader, "desk_forbidden")):
        with pytest.raises(HandlerError, match=code):
            await resend(scene.work, visitor, foreign, now=NOW)
    await resend(scene.work, scene.clerk, mine[0], now=NOW)
    with pytest.raises(HandlerError, match="desk_gone"):
        await resend(scene.work, scene.clerk, mine[0], now=NOW)
    assert await resend_all(scene.work, scene.clerk, now=NOW) == 1
    assert (await scene.counts(scene.operator))["lost"] == 1
    [last, *_] = await scene.work.changes.of("replies", locality_id=scene.hall.place.id)
    assert (last.action, last.new) == ("resend", {"ids": [mine[1]]})


async def test_a_call_is_noted_by_who_handles_the_case_alone(scene: Scene) -> None:
    place, clerk = scene.hall.place.id, scene.clerk.get_person()
    case = await open_case(scene.work, place)
    doer = DESK.find_doer(case, None, clerk)
    await DESK.move(scene.work, case, Action.ACCEPT, doer, Facts(), now=NOW)
    [notice] = await scene.work.case_notices.of_case(case.id)
    await scene.work.case_notices.record_subject(f"case notice {notice.id}", "failed", now=NOW)
    assert (await scene.counts(scene.clerk))["calls"] == 1
    away = await sit_down(scene.work, await scene.other.seat("Ngô Thị Lan", OFFICE, Role.CLERK))
    for visitor, code in (
        (scene.operator, "desk_forbidden"),
        (scene.officer, "desk_gone"),
        (away, "desk_gone"),
    ):
        with pytest.raises(HandlerError, match=code):
            await mark_called(scene.work, visitor, case.code, now=NOW, desk=DESK)
    await mark_called(scene.work, scene.clerk, case.code, now=NOW, desk=DESK)
    assert "calls" not in await scene.counts(scene.clerk)
    with pytest.raises(HandlerError, match="desk_gone"):
        await mark_called(scene.work, scene.clerk, case.code, now=NOW, desk=DESK)


async def test_a_request_about_data_is_done_once_and_its_owner_told(scene: Scene) -> None:
    number = await scene.work.data_requests.add(
        LAN,
        RequestKind.ERASE,
        locality_id=scene.hall.place.id,
        now=NOW - 5 * DAY,
        answer_by=TODAY - 2 * DAY,
        due_on=TODAY + 15 * DAY,
    )
    assert await scene.counts(scene.clerk) == {"requests": 1}
    assert await scene.counts(scene.officer) == {}
    for visitor in (scene.operator, scene.officer):
        with pytest.raises(HandlerError, match="desk_forbidden"):
            await finish_request(scene.work, visitor, number, now=NOW)
    away = await sit_down(scene.work, await scene.other.seat("Ngô Thị Lan", OFFICE, Role.CLERK))
    with pytest.raises(HandlerError, match="desk_gone"):
        await finish_request(scene.work, away, number, now=NOW)
    await finish_request(scene.work, scene.clerk, number, now=NOW)
    assert await scene.counts(scene.clerk) == {}
    assert await scene.work.outbox.has_waiting(LAN, OutboxKind.NOTICE, now=NOW + DAY)
    with pytest.raises(HandlerError, match="desk_gone"):
        await finish_request(scene.work, scene.clerk, number, now=NOW)


async def test_charts_count_the_quarter_and_open_overdue_as_late(scene: Scene) -> None:
    for day, is_done in ((TODAY - 6 * DAY, True), (TODAY - 5 * DAY, False), (TODAY, False)):
        due = await scene.hall.add_work(ECONOMY, f"Việc {day}", day)
        if is_done:
            await scene.work.due_days.finish(due.id, person_id=None, note="", now=NOW - 7 * DAY)
    await scene.hall.add_work(OFFICE, "Việc của văn phòng", TODAY - DAY)
    await open_case(scene.work, scene.hall.place.id, contact=Contact(), now=NOW - 20 * DAY)
    charts = (await scene.read(scene.clerk)).charts
    assert (charts.first, charts.last) == (dt.date(2026, 10, 1), dt.date(2026, 12, 31))
    weeks = {each.first: (each.done, each.open, each.overdue) for each in charts.weeks}
    assert weeks[TODAY - 7 * DAY] == (1, 0, 2)
    assert weeks[TODAY] == (0, 1, 0)
    assert [(each.unit, each.tasks) for each in charts.shares] == [(ECONOMY, 0.5), (OFFICE, 0.0)]
    assert charts.states == (("Chờ tiếp nhận", 1),)
    own = (await scene.read(scene.officer)).charts
    assert [each.unit for each in own.shares] == [ECONOMY]
