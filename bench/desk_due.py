"""Measure the desk's calendar on a place with 20,000 due days, on SQLite.

python -m bench.desk_due
"""

import asyncio
import datetime as dt
import statistics
import tempfile
import time
from collections.abc import Awaitable, Callable
from pathlib import Path

from bench.figures import Figure, show_figures
from handlers.desk.due.foreseen import read_foreseen
from handlers.desk.due.item import read_item
from handlers.desk.due.listing import DueQuery, read_choices, read_list
from handlers.desk.due.month import read_month
from handlers.desk.due.unassigned import read_unassigned
from handlers.desk.due.undated import read_undated
from handlers.desk.due.words import TaskWords
from handlers.desk.visitor import Visitor
from knowledge.calendar import load_calendar
from storage.cipher import Cipher, new_key
from storage.database import Database
from storage.migrate import migrate
from storage.values import DueState, NewDueDay, Role
from storage.values.due_lists import DueShown
from storage.work import Work
from tests.factories.desk import sit_down
from tests.factories.plans import build_plan, build_task
from tests.factories.talk import MONDAY
from tests.factories.town_hall import TODAY, found_hall

DUE_DAYS, TASKS, OFFICES = 20_000, 5_000, 40
MOST, MOST_OF_PAGE = 0.3, 1.5  # seconds: of what is filtered, of a whole part of the page
WHOLE = ("rows without a day", "what would be told today")
WORDS = (
    "Rà soát thủ tục",
    "Niêm yết giá",
    "Báo cáo tiếp dân",
    "Kiểm kê tài sản",
    "Tập huấn cán bộ",
)
Deed = Callable[[Work, Visitor], Awaitable[object]]


async def fill(database: Database) -> None:
    """Fill a place: plans of 500 rows, each row due four times in the year, of any state."""
    async with database.write() as work:
        hall = await found_hall(work)
        await hall.seat("Lê Thị Bình", "Văn phòng", Role.CLERK)
        for number in range(OFFICES // 2):  # nobody holds the other half
            await hall.seat(f"Trần Văn {number}", f"Tổ công tác số {number}")
        offices = [
            (await work.offices.ensure(hall.place.id, f"Tổ công tác số {n}")).id
            for n in range(OFFICES)
        ]
        for number in range(TASKS // 500):
            await _add_plan(work, hall.place.id, number, offices)


async def _add_plan(work: Work, place_id: int, number: int, offices: list[int]) -> None:
    rows = [build_task(f"{WORDS[n % 5]} đợt {n}, tổ {number}", line=n + 1) for n in range(500)]
    plan_id = await work.plans.add(
        build_plan(*rows), locality_id=place_id, digest=f"d{number}", is_sample=False, now=MONDAY
    )
    await work.plans.confirm(plan_id, now=MONDAY)
    days = []
    for at, stored in enumerate(await work.plans.tasks(plan_id)):
        for turn in range(DUE_DAYS // TASKS):
            day = dt.date(2026, 1, 5) + dt.timedelta((at * 7 + turn * 91) % 360)
            state = DueState.DONE if day < TODAY - dt.timedelta(20) else DueState.OPEN
            office = offices[(at + number) % OFFICES]
            days.append(NewDueDay(stored.id, office, "", day, state, dt.date(2026, 1, 2)))
    await work.due_days.add(days, locality_id=place_id)


def list_deeds(words: TaskWords) -> list[tuple[str, Deed]]:
    """List what is measured."""
    calendar = load_calendar()
    facts = {"now": MONDAY, "calendar": calendar}

    def find(**asked: object) -> Deed:
        query = DueQuery(**asked)  # type: ignore[arg-type]
        return lambda work, visitor: read_list(work, visitor, query, words, **facts)  # type: ignore[arg-type]

    return [
        ("choices of the filters", read_choices),
        ("list, all", find()),
        ("list, overdue", find(shown=DueShown.OVERDUE)),
        ("list, done late", find(shown=DueShown.DONE_LATE)),
        ("list, of an office", find(office_id=3)),
        ("list, by words", find(words="tiep dan dot 12")),
        ("list, by a common word", find(words="to")),
        (
            "month",
            lambda work, visitor: read_month(
                work,
                visitor,
                DueQuery(),
                words,
                first=dt.date(2026, 11, 1),
                **facts,  # type: ignore[arg-type]
            ),
        ),
        ("one item", lambda work, visitor: read_item(work, visitor, 15_000, **facts)),  # type: ignore[arg-type]
        ("nobody's work", lambda work, visitor: read_unassigned(work, visitor, now=MONDAY)),
        ("rows without a day", lambda work, visitor: read_undated(work, visitor, now=MONDAY)),
        (
            "what would be told today",
            lambda work, visitor: read_foreseen(work, visitor, TODAY, **facts),  # type: ignore[arg-type]
        ),
    ]


async def measure(database: Database) -> list[Figure]:
    """Measure each reading: the first time, and the median of five after it."""
    async with database.write() as work:
        [clerk] = [p for p in await work.people.list_all(on=TODAY) if p.role == Role.CLERK]
        visitor = await sit_down(work, clerk)
    figures = []
    for name, deed in list_deeds(TaskWords()):
        spent = [await _time(database, deed, visitor) for _ in range(6)]
        figures.append(Figure(f"{name}, first", spent[0], "s"))
        most = MOST_OF_PAGE if name in WHOLE else MOST
        figures.append(Figure(name, statistics.median(spent[1:]), "s", most))
    return figures


async def _time(database: Database, deed: Deed, visitor: Visitor) -> float:
    started = time.perf_counter()
    async with database.read() as work:
        await deed(work, visitor)
    return time.perf_counter() - started


async def run() -> list[Figure]:
    """Fill a database and measure."""
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{Path(folder) / 'motcua.sqlite'}"
        migrate(url)
        database = Database(url, Cipher([new_key()]))
        await fill(database)
        figures = await measure(database)
        await database.close()
    return figures


def main() -> None:
    show_figures("The calendar of the desk", asyncio.run(run()))


if __name__ == "__main__":
    main()
