"""What clerks must hear on a working morning."""

import datetime as dt
from collections.abc import Sequence

import pytest

from handlers.nudges.mornings import ClerkNote, find_clerk_notes
from knowledge.calendar import Calendar, load_calendar
from knowledge.dates import parse_deadline
from knowledge.plan import Deadline, DeadlineKind, Place, Plan, PlannedTask
from knowledge.tasks.acts import ActKind, read_act
from knowledge.tasks.asking import ListKind, read_list
from storage.database import Database
from storage.values import DueAction, DueState, NewReportingRule, Role
from storage.work import Work
from tests.factories.clerk import HANOI
from tests.factories.talk import MONDAY
from tests.factories.town_hall import ECONOMY, TODAY, TownHall, found_hall

DAY = dt.timedelta(days=1)
QUARTERLY = "Quý I, II, III và năm"


@pytest.fixture(scope="module")
def calendar() -> Calendar:
    return load_calendar()


async def notes_on(hall: TownHall, day: dt.date, calendar: Calendar) -> list[ClerkNote]:
    """Give what is new to the clerks on a morning, and claim it as the tick does."""
    now = dt.datetime.combine(day, dt.time(7, 30), HANOI)
    found = await find_clerk_notes(hall.work, await hall.directory(), now=now, calendar=calendar)
    return [note for note in found if await hall.work.once.claim(note.key, now=now)]


async def days_told(
    hall: TownHall, first: dt.date, last: dt.date, calendar: Calendar
) -> list[dt.date]:
    days = [first + n * DAY for n in range((last - first).days + 1)]
    working = [day for day in days if calendar.is_working_day(day)]
    return [day for day in working if await notes_on(hall, day, calendar)]


# Offices that nobody has joined


async def test_an_office_without_anybody_is_told_far_ahead_then_each_morning(
    sqlite: Database, calendar: Calendar
) -> None:
    due_on = dt.date(2026, 12, 25)  # a Friday
    async with sqlite.write() as work:
        hall = await found_hall(work)
        await hall.add_work(ECONOMY, due_on=due_on)
        told = await days_told(hall, due_on - 22 * DAY, due_on + 3 * DAY, calendar)
    assert told == [
        dt.date(2026, 12, 7),  # 14 working days before
        *(dt.date(2026, 12, day) for day in (22, 23, 24, 25)),
    ]


async def test_a_process_asleep_tells_late_and_once(sqlite: Database, calendar: Calendar) -> None:
    async with sqlite.write() as work:
        hall = await found_hall(work)
        await hall.add_work(ECONOMY, due_on=dt.date(2026, 12, 25))
        told = await days_told(hall, dt.date(2026, 12, 16), dt.date(2026, 12, 21), calendar)
    assert told == [dt.date(2026, 12, 16)]


async def test_one_note_names_the_nearest_and_how_to_go_on(
    sqlite: Database, calendar: Calendar
) -> None:
    async with sqlite.write() as work:
        hall = await found_hall(work)
        for days in (9, 4, 8, 11):
            await hall.add_work(ECONOMY, f"Việc {days} ngày nữa", TODAY + days * DAY)
        [note] = await notes_on(hall, TODAY, calendar)
    assert note.text.startswith(f"{ECONOMY} có 4 việc sắp đến hạn nhưng chưa có ai")
    assert "- Việc 4 ngày nữa – hạn thứ Sáu 27/11/2026 (còn 3 ngày làm việc)" in note.text
    assert "Việc 9 ngày" in note.text
    assert "Việc 11 ngày" not in note.text
    assert "- và 1 việc khác" in note.text
    assert [button.says for button in note.buttons] == [f"mời cán bộ vào {ECONOMY}"]


@pytest.mark.parametrize("has_chat", [True, False])
async def test_whoever_has_joined_ends_it(
    sqlite: Database, calendar: Calendar, has_chat: bool
) -> None:
    async with sqlite.write() as work:
        hall = await found_hall(work)
        await hall.add_work(ECONOMY)
        await hall.seat("Trần Văn An", ECONOMY, has_chat=has_chat)
        assert bool(await notes_on(hall, TODAY, calendar)) is not has_chat


async def test_work_of_nobody_and_of_an_empty_group(sqlite: Database, calendar: Calendar) -> None:
    async with sqlite.write() as work:
        hall = await found_hall(work)
        await work.offices.ensure(hall.place.id, "Các ban, ngành", is_group=True)
        await hall.add_work("Các ban, ngành")
        await hall.add_work(None, "Tổng vệ sinh")
        group, nobody = await notes_on(hall, TODAY, calendar)
    assert "giao chung cho “Các ban, ngành”" in group.text
    assert nobody.text.startswith("1 việc sắp đến hạn mà chưa có đơn vị nhận:\n- Tổng vệ sinh")
    assert {button.says for button in (*group.buttons, *nobody.buttons)} == {"Chưa có người nhận"}


async def test_what_is_done_disputed_or_over_is_no_reason(
    sqlite: Database, calendar: Calendar
) -> None:
    async with sqlite.write() as work:
        hall = await found_hall(work)
        await hall.add_work(ECONOMY, due_on=TODAY - DAY)
        done = await hall.add_work(ECONOMY)
        await work.due_days.finish(done.id, person_id=None, note="", now=MONDAY)
        assert not await notes_on(hall, TODAY, calendar)


# Items that offices call not theirs


async def test_disputed_items_are_told_each_morning(sqlite: Database, calendar: Calendar) -> None:
    async with sqlite.write() as work:
        hall = await found_hall(work)
        an = await hall.seat("Trần Văn An", ECONOMY)
        due = await hall.add_work(ECONOMY, due_on=TODAY + 60 * DAY)
        await work.due_days.dispute(due.id)
        await work.due_events.add(
            due.id, DueAction.DISPUTED, person_id=an.id, now=MONDAY, note="việc của Công an xã"
        )
        told = await days_told(hall, TODAY, TODAY + 4 * DAY, calendar)
        [note] = await notes_on(hall, TODAY + 7 * DAY, calendar)
    assert len(told) == 4  # Tuesday 24/11 is off
    assert f"- V{due.id}: Báo cáo rà soát thủ tục – {ECONOMY}, hạn" in note.text
    assert "đơn vị nêu: “việc của Công an xã”" in note.text
    assert [b.says for b in note.buttons] == [
        f"giao V{due.id} cho đơn vị khác",
        f"giữ nguyên V{due.id}",
    ]


async def test_many_disputed_items_are_shortened(sqlite: Database, calendar: Calendar) -> None:
    async with sqlite.write() as work:
        hall = await found_hall(work)
        for _ in range(7):
            await hall.add_work(ECONOMY, state=DueState.DISPUTED)
        [note] = await notes_on(hall, TODAY, calendar)
    assert note.text.startswith("7 việc được báo là không thuộc đơn vị")
    assert "- và 2 việc khác" in note.text
    assert note.buttons[-1].says == "Danh sách việc không thuộc đơn vị"
    assert len(note.buttons) == 7


async def test_what_the_buttons_say_is_understood(sqlite: Database, calendar: Calendar) -> None:
    async with sqlite.write() as work:
        hall = await found_hall(work)
        await hall.add_work(None)
        for _ in range(4):
            await hall.add_work(ECONOMY, state=DueState.DISPUTED)
        notes = await notes_on(hall, TODAY, calendar)
    says = [button.says for note in notes for button in note.buttons]
    acts = [read_act(said, TODAY) for said in says]
    lists = [read_list(said) for said in says]
    assert [act.kind for act in acts if act] == [ActKind.GIVE, ActKind.KEEP] * 3
    assert [asked.kind for asked in lists if asked] == [ListKind.DISPUTED, ListKind.UNASSIGNED]


# Data that close soon


def report(timeframe: str, content: str = "Báo cáo định kỳ kết quả cải cách hành chính") -> Plan:
    task = PlannedTask(
        ("III",), "", "2", content, Place("kh.docx"), lead=(ECONOMY,), timeframe=timeframe,
        deadline=parse_deadline(timeframe, year=2026), deliverable="Báo cáo",
    )  # fmt: skip
    other = PlannedTask(
        ("III",), "", "3", "Trồng cây", Place("kh.docx"), deadline=Deadline(DeadlineKind.CONTINUOUS)
    )
    return Plan(source="kh.docx", number="12/KH-UBND", year=2026, tasks=(task, other))


async def add_plan(work: Work, hall: TownHall, plan: Plan) -> None:
    plan_id = await work.plans.add(
        plan, locality_id=hall.place.id, digest="d", is_sample=False, now=MONDAY
    )
    await work.plans.confirm(plan_id, now=MONDAY)


async def test_a_closing_is_told_two_working_days_before(
    sqlite: Database, calendar: Calendar
) -> None:
    async with sqlite.write() as work:
        hall = await found_hall(work)
        await add_plan(work, hall, report(QUARTERLY))
        told = await days_told(hall, dt.date(2026, 9, 7), dt.date(2026, 9, 16), calendar)
        told += await days_told(hall, dt.date(2026, 12, 7), dt.date(2026, 12, 16), calendar)
        assert told == [dt.date(2026, 9, 10), dt.date(2026, 12, 10)]  # 14/9 and 14/12 close


async def test_what_a_closing_says(sqlite: Database, calendar: Calendar) -> None:
    async with sqlite.write() as work:
        hall = await found_hall(work)
        await add_plan(work, hall, report(QUARTERLY))
        [unruled] = await notes_on(hall, dt.date(2026, 9, 10), calendar)
        await work.reporting_rules.add(
            NewReportingRule(
                hall.place.id, "year", 20, 0, "Công văn số 45/UBND-VP", None, None, MONDAY, "x"
            )
        )
        [ruled] = await notes_on(hall, dt.date(2026, 12, 14), calendar)
    assert unruled.text.startswith(
        "Số liệu quý III/2026 chốt hết thứ Hai 14/9/2026 (còn 2 ngày làm việc), theo Nghị định "
        "09/2019/NĐ-CP"
    )
    assert "cơ quan chưa nhập vào hệ thống" in unruled.text
    assert "- Báo cáo định kỳ kết quả cải cách hành chính (Kế hoạch số 12/KH-UBND" in unruled.text
    assert "Trồng cây" not in unruled.text
    assert ruled.text.startswith("Số liệu năm 2026 chốt hết thứ Hai 14/12/2026 (hôm nay)")
    assert "Hạn gửi: Chủ nhật 20/12/2026 (ngày nghỉ; ngày làm việc liền trước" in ruled.text
    assert "Công văn số 45/UBND-VP" in ruled.text


@pytest.mark.parametrize(
    ("asleep_until", "told"),
    [
        (dt.date(2026, 9, 11), [dt.date(2026, 9, 11)]),
        (dt.date(2026, 9, 14), [dt.date(2026, 9, 14)]),
        (dt.date(2026, 9, 15), []),
    ],
)
async def test_a_closing_slept_over(
    sqlite: Database, calendar: Calendar, asleep_until: dt.date, told: Sequence[dt.date]
) -> None:
    async with sqlite.write() as work:
        hall = await found_hall(work)
        await add_plan(work, hall, report(QUARTERLY))
        days = await days_told(hall, asleep_until, dt.date(2026, 9, 20), calendar)
    assert days == told


# What waits for the clerk


def waiting(count: int) -> Plan:
    def row(number: int, timeframe: str) -> PlannedTask:
        return PlannedTask(
            ("III",), "", str(number), f"Việc {timeframe} {number}", Place("kh.docx"),
            lead=(ECONOMY,), timeframe=timeframe, deadline=parse_deadline(timeframe, year=2026),
            deliverable="Báo cáo",
        )  # fmt: skip

    rows = [row(n, "Theo kế hoạch riêng") for n in range(count)]
    rows.append(row(99, "Định kỳ theo quy định"))
    return Plan(source="kh.docx", number="12/KH-UBND", year=2026, tasks=tuple(rows))


async def test_each_quarter_asks_once_what_waits(sqlite: Database, calendar: Calendar) -> None:
    async with sqlite.write() as work:
        hall = await found_hall(work)
        await add_plan(work, hall, waiting(7))
        assert await days_told(hall, dt.date(2026, 3, 30), dt.date(2026, 4, 10), calendar) == [
            dt.date(2026, 4, 1)
        ]
        [note] = await notes_on(hall, dt.date(2026, 7, 2), calendar)  # asleep on the first
        assert not await notes_on(hall, dt.date(2026, 7, 3), calendar)
        assert not await notes_on(hall, dt.date(2026, 10, 9), calendar)
    assert note.text.startswith("Đầu quý III/2026, 7 việc chờ kế hoạch riêng. Các kế hoạch này đã")
    assert "- việc 1 kế hoạch 1: Việc Theo kế hoạch riêng 0" in note.text
    assert "- và 2 việc khác" in note.text
    assert "“việc 1 kế hoạch 1 đã ban hành kế hoạch số" in note.text
    assert "Đầu quý III/2026, 1 báo cáo chưa có ngày gửi" in note.text
    assert "“việc 8 kế hoạch 1 theo quy định 2”" in note.text


async def test_another_places_clerk_hears_nothing(sqlite: Database, calendar: Calendar) -> None:
    async with sqlite.write() as work:
        hall, other = await found_hall(work), await found_hall(work, "xã Đồi Sim")
        await hall.seat("Lê Thị Bình", "Văn phòng", Role.CLERK)
        await add_plan(work, hall, report(QUARTERLY))
        await hall.add_work(ECONOMY, due_on=dt.date(2026, 9, 11))
        await hall.add_work(ECONOMY, state=DueState.DISPUTED)
        assert await notes_on(hall, dt.date(2026, 9, 10), calendar)
        assert not await notes_on(other, dt.date(2026, 9, 10), calendar)
