"""The inbox's lists as the server makes them: filters, searches, and the stamps of changes."""

import itertools
import statistics
import time
from collections.abc import Iterator
from dataclasses import replace

from bench.figures import Figure, find_p95
from bot.app import App
from handlers.desk.cases.listing import list_cases, warm_up
from handlers.desk.cases.search import CaseIndex
from handlers.desk.cases.wish import CaseWish, Due, Tab
from handlers.desk.visitor import Visitor, find_visitor
from knowledge.cases.states import CaseKind, CaseState
from tests.factories.desk_world import name_secret

MOST = 300  # ms
_ALL = CaseWish(tab=Tab.ALL)
_FILTERS = (
    CaseWish(),
    CaseWish(tab=Tab.OPEN),
    CaseWish(tab=Tab.OPEN, due=Due.OVER),
    CaseWish(tab=Tab.OVER),
    CaseWish(tab=Tab.OVER, page=7),
    replace(_ALL, office_id=1),
    replace(_ALL, kind=CaseKind.RULE),
    replace(_ALL, state=CaseState.DRAFTED),
    replace(_ALL, must_call=True),
    _ALL,
)
_SEARCHES = (
    CaseWish(search="đèn đường thôn 3"),
    replace(_ALL, search="rac o cho"),
    replace(_ALL, search="cống thoát nước"),
    replace(_ALL, search="trần thị hoa"),
    replace(_ALL, search="0900000123"),
    replace(_ALL, search="số nhà 77"),
    replace(_ALL, search="khongcotunay"),
    CaseWish(tab=Tab.OVER, search="ổ gà"),
)


async def measure_lists(app: App, who: str, *, rounds: int) -> list[Figure]:
    """Measure opening what is sealed, filters, searches and stamps."""
    visitor, index = await _find_visitor(app, who), CaseIndex()
    first = await _time(app, visitor, CaseWish(), index)
    started = time.perf_counter()
    async with app.database.read() as work:
        await warm_up(
            work, visitor, index=index, desk=app.desk, now=app.clock.now(), calendar=app.calendar,
            pause=0,
        )  # fmt: skip
    filled = (time.perf_counter() - started) * 1_000
    figures = [
        Figure("the inbox right after the start", first, "ms", 1_500),
        Figure(f"opening {index.size} cases to be searched, in a thread", filled, "ms"),
    ]
    for name, wishes in (("filter", _FILTERS), ("search", _SEARCHES)):
        spent = [await _time(app, visitor, wish, index) for wish in _repeat(wishes, rounds)]
        figures.append(Figure(f"a {name}, median of {rounds}", statistics.median(spent), "ms"))
        figures.append(Figure("  p95", find_p95(spent), "ms", MOST))
    return [*figures, await _measure_stamps(app, rounds)]


def _repeat(wishes: tuple[CaseWish, ...], rounds: int) -> Iterator[CaseWish]:
    return itertools.islice(itertools.cycle(wishes), rounds)


async def _find_visitor(app: App, who: str) -> Visitor:
    async with app.database.read() as work:
        found = await find_visitor(work, name_secret(who), place_name=None, now=app.clock.now())
    assert found
    return found


async def _time(app: App, visitor: Visitor, wish: CaseWish, index: CaseIndex) -> float:
    started = time.perf_counter()
    async with app.database.read() as work:
        await list_cases(
            work, visitor, wish, index=index, desk=app.desk, now=app.clock.now(),
            calendar=app.calendar,
        )  # fmt: skip
    return (time.perf_counter() - started) * 1_000


async def _measure_stamps(app: App, rounds: int) -> Figure:
    """Measure what open pages ask a few times a second, all of a process together."""
    spent = []
    for _ in range(rounds):
        started = time.perf_counter()
        async with app.database.read() as work:
            await work.stamps.read()
        spent.append((time.perf_counter() - started) * 1_000)
    return Figure("stamps of all topics (median)", statistics.median(spent), "ms")
