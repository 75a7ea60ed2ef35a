"""“Báo cáo”: the same figures as on the command line, of the visitor's own place."""

import datetime as dt
from collections.abc import AsyncIterator
from dataclasses import dataclass

import pytest

from handlers.desk.figures import list_periods, read_files, read_report
from handlers.desk.visitor import Visitor
from handlers.errors import HandlerError
from handlers.figures.report import build_report
from handlers.figures.tables import list_figures
from knowledge.calendar import load_calendar
from knowledge.reporting import Period, ReportPeriod
from knowledge.tasks.figures import TaskFigures
from storage.database import Database
from storage.values import Role
from storage.work import Work
from tests.factories.cases import LAND, PLACE, Town, found_town, open_case, to_answer, walk
from tests.factories.desk import sit_down
from tests.factories.talk import MONDAY
from tests.factories.town_hall import TODAY, TownHall

NOW, DAY = MONDAY, dt.timedelta(days=1)
CALENDAR = load_calendar()


@dataclass
class Scene:
    """A place with an answered case, a new one, and work of an office; and a place beside it."""

    work: Work
    town: Town
    clerk: Visitor
    officer: Visitor
    operator: Visitor
    away: Visitor


@pytest.fixture
async def scene(sqlite: Database) -> AsyncIterator[Scene]:
    async with sqlite.write() as work:
        town = await found_town(work)
        case = await open_case(work, town.place_id, number=1)
        await walk(work, town, case, *to_answer(town))
        await open_case(work, town.place_id, number=2)
        place = next(p for p in await work.localities.list_all() if p.id == town.place_id)
        hall = TownHall(work, place)
        for name, day, done_at in (
            ("đúng hạn", TODAY - 3 * DAY, NOW - 4 * DAY),
            ("muộn", TODAY - 3 * DAY, NOW - DAY),
            ("quá hạn", TODAY - DAY, None),
            ("còn hạn", TODAY, None),
        ):
            due = await hall.add_work(LAND, f"Việc {name}", day)
            if done_at:
                await work.due_days.finish(due.id, person_id=None, note="", now=done_at)
        other = TownHall(work, await work.localities.ensure("xã Đồi Chè"))
        visitors = [
            await sit_down(work, person)
            for person in (
                town.people["thu"],
                town.people["dia"],
                None,
                await other.seat("Ngô Thị Lan", "Văn phòng", Role.CLERK),
            )
        ]
        yield Scene(work, town, *visitors)


async def test_the_quarter_so_far_is_shown_as_on_the_command_line(scene: Scene) -> None:
    place = scene.clerk.place
    period = ReportPeriod(Period.QUARTER, 4, 2026)
    counted = await build_report(scene.work, place, period, CALENDAR, now=NOW)
    report = await read_report(scene.work, scene.clerk, now=NOW, calendar=CALENDAR)
    assert (report.code, report.period, report.is_closed) == ("2026-Q4", "quý IV/2026", False)
    assert report.figures == tuple(list_figures(counted.totals))
    assert report.tasks == ((LAND, TaskFigures(on_time=1, done_late=1, open=1, overdue=1)),)
    assert report.task_totals.share_on_time == pytest.approx(1 / 3)


async def test_a_unit_alone_has_its_own_figures(scene: Scene) -> None:
    report = await read_report(scene.work, scene.clerk, unit=LAND, now=NOW, calendar=CALENDAR)
    assert {key: value for _, key, value in report.figures}["came"] == 1
    idle = await read_report(scene.work, scene.clerk, unit="Văn phòng", now=NOW, calendar=CALENDAR)
    assert (idle.unit, idle.task_totals) == ("Văn phòng", TaskFigures())
    assert {key: value for _, key, value in idle.figures}["came"] == 0


async def test_figures_are_of_the_day_on_which_a_period_ended(scene: Scene) -> None:
    later = NOW + 60 * DAY
    report = await read_report(
        scene.work, scene.clerk, code="2026-Q4", now=later, calendar=CALENDAR
    )
    assert report.is_closed
    assert (report.task_totals.open, report.task_totals.overdue) == (0, 2)


async def test_no_other_place_and_no_other_role_reads_them(scene: Scene) -> None:
    away = await read_report(scene.work, scene.away, now=NOW, calendar=CALENDAR)
    assert (away.cases, away.tasks) == ((), ())
    for read in (read_report, read_files):
        with pytest.raises(HandlerError, match="desk_forbidden"):
            await read(scene.work, scene.officer, now=NOW, calendar=CALENDAR)


@pytest.mark.parametrize(
    ("code", "error"), [("quý V", "period_unread"), ("2027-Q4", "period_ahead")]
)
async def test_a_period_that_is_none_is_said(scene: Scene, code: str, error: str) -> None:
    with pytest.raises(HandlerError, match=error):
        await read_report(scene.work, scene.clerk, code=code, now=NOW, calendar=CALENDAR)


async def test_files_hold_cases_and_tasks_and_the_operators_no_topics(scene: Scene) -> None:
    files = await read_files(scene.work, scene.clerk, now=NOW, calendar=CALENDAR)
    assert files.title == f"Quý IV/2026 – {PLACE}"
    assert [sheet.name for sheet in files.sheets][-2:] == ["Danh sách", "Nhiệm vụ"]
    cases, tasks = files.body["cases"], files.body["tasks"]
    assert isinstance(cases, list)
    assert isinstance(tasks, dict)
    assert len(cases) == 2
    assert tasks["totals"]["overdue"] == 1
    bare = await read_files(scene.work, scene.operator, now=NOW, calendar=CALENDAR)
    assert isinstance(bare.body["cases"], list)
    assert {each["field"] for each in bare.body["cases"]} == {None}
    with pytest.raises(HandlerError, match="report_unit_unknown"):
        await read_files(scene.work, scene.clerk, unit="Phòng lạ", now=NOW, calendar=CALENDAR)


def test_periods_begin_with_the_running_quarter() -> None:
    codes = [code for code, _ in list_periods(TODAY)]
    assert codes[:2] == ["2026-Q4", "2026-Q3"]
    assert {"2026-H2", "2026-9M", "2026", "2025", "2026-11"} <= set(codes)
    assert not any(code.startswith("2027") for code in codes)
