"""The inbox of feedback: which cases a visitor sees, and of those the ones that are asked for.

Who may see a case is asked of `handlers.cases.access` for every single one before anything is
counted, so that neither a number nor an empty list tells of a case that is not theirs to see.
"""

import asyncio
import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from handlers.cases.access import Doer, may_see_contact
from handlers.cases.moves import CaseDesk
from handlers.casework.inbox import Duty, Waiting, find_duty
from handlers.desk.cases.lines import CaseLine, write_line
from handlers.desk.cases.search import (
    CaseIndex,
    Opened,
    Query,
    find_sought_phone,
    prepare,
    read_words,
    search,
    write_gists,
)
from handlers.desk.cases.wish import STATES, CaseWish, Tab, narrow
from handlers.desk.visitor import Power, Visitor
from handlers.texts.forms import local_day
from knowledge.calendar import Calendar
from knowledge.cases.states import OPEN, CaseState
from storage.values import CaseFilter, CaseOrder, CaseStub
from storage.work import Work

A_PAGE = 30
WARMED = 300  # open cases whose gists are written ahead, some milliseconds each
OPENED_AT_ONCE, WRITTEN_AT_ONCE = 200, 10
PAUSE = 0.1  # seconds
LONGEST_SEARCH = 200  # characters


@dataclass(frozen=True, slots=True)
class CaseListing:
    """A page of the inbox; `counts` are of all that the visitor sees, whatever is asked for.

    `elsewhere` counts what is found outside the tab where something is searched for.
    """

    wish: CaseWish
    counts: tuple[tuple[Tab, int], ...]
    total: int
    page: int
    pages: int
    elsewhere: int
    lines: tuple[CaseLine, ...]


@dataclass(frozen=True, slots=True)
class Seen:
    """A case that the visitor may see; `opened` and `doer` are None for the operator."""

    stub: CaseStub
    opened: Opened | None = None
    doer: Doer | None = None

    def find_duty(self, today: dt.date) -> Duty | None:
        """Tell what the case waits for from the visitor."""
        if self.opened is None or self.doer is None:
            return None
        return find_duty(self.opened.case, self.doer, today=today)

    def knows_sender(self) -> bool:
        """Tell whether the visitor may know who has sent the case, so may find it by a phone."""
        if self.opened is None or self.doer is None:
            return False
        return may_see_contact(self.doer, self.opened.case)


@dataclass(frozen=True, slots=True)
class Inbox:
    """What is needed to look through a visitor's cases at a moment."""

    work: Work
    visitor: Visitor
    index: CaseIndex
    desk: CaseDesk
    now: dt.datetime
    calendar: Calendar

    @property
    def today(self) -> dt.date:
        """The day in Viet Nam."""
        return local_day(self.now)

    async def look(self, wanted: CaseFilter, order: CaseOrder = CaseOrder.DUE) -> list[Seen]:
        """Find the cases that a filter lets through and the visitor may see."""
        stubs = await self.work.case_lists.list_stubs(wanted, order)
        if self.visitor.person is None:
            return [Seen(stub) for stub in stubs]
        return self.see(stubs, await self.index.fetch(self.work, stubs, now=self.now))

    def see(self, stubs: Sequence[CaseStub], found: Mapping[int, Opened]) -> list[Seen]:
        """Keep of some cases those that the visitor may see."""
        person = self.visitor.person
        seen: list[Seen] = []
        for stub in stubs:
            if opened := found.get(stub.id):
                doer = self.desk.find_doer(opened.case, None, person)
                if doer.is_staff:
                    seen.append(Seen(stub, opened, doer))
        return seen

    def build_filter(self, states: frozenset[CaseState] | None) -> CaseFilter:
        """Ask for the place's cases in some states, of the visitor's offices where it is those."""
        offices = self.visitor.office_ids
        return CaseFilter(
            self.visitor.place.id,
            states=states,
            office_ids=None if offices is None else frozenset(offices),
        )


async def list_cases(
    work: Work,
    visitor: Visitor,
    wish: CaseWish,
    *,
    index: CaseIndex,
    desk: CaseDesk,
    now: dt.datetime,
    calendar: Calendar,
) -> CaseListing:
    """List the cases that a visitor wants to see and may see, a page at a time."""
    visitor.check(Power.VIEW_CASES)
    if visitor.person is None and wish.tab is Tab.MINE:
        wish = replace(wish, tab=Tab.OPEN)
    inbox = Inbox(work, visitor, index, desk, now, calendar)
    counts = await _count(inbox)
    found = await _find(inbox, wish)
    elsewhere = 0
    if wish.search and wish.tab is not Tab.ALL:
        everywhere = await _find(inbox, replace(wish, tab=Tab.ALL, state=None))
        elsewhere = len(everywhere) - len(found)
    pages = max(1, -(-len(found) // A_PAGE))
    page = min(max(1, wish.page), pages)
    shown = found[(page - 1) * A_PAGE : page * A_PAGE]
    lines = await _write_lines(inbox, shown)
    return CaseListing(wish, counts, len(found), page, pages, max(0, elsewhere), lines)


async def list_offices(
    work: Work, visitor: Visitor, *, now: dt.datetime
) -> Sequence[tuple[int, str]]:
    """List the offices whose cases a visitor may ask for."""
    visitor.check(Power.VIEW_CASES)
    offices = await work.offices.list_all(visitor.place.id, on=local_day(now))
    mine = visitor.office_ids
    return [
        (office.id, office.name)
        for office in offices
        if not office.is_group and (mine is None or office.id in mine)
    ]


async def warm_up(
    work: Work,
    visitor: Visitor,
    *,
    index: CaseIndex,
    desk: CaseDesk,
    now: dt.datetime,
    calendar: Calendar,
    pause: float = PAUSE,
) -> None:
    """Open what the visitor may search, so that the first search does not wait for it.

    It is done in small parts, with pauses of so many seconds, so that pages do not wait either.
    """
    visitor.check(Power.VIEW_CASES)
    if visitor.person is None:
        return
    inbox = Inbox(work, visitor, index, desk, now, calendar)
    stubs = await work.case_lists.list_stubs(inbox.build_filter(None))
    for start in range(0, len(stubs), OPENED_AT_ONCE):
        part = stubs[start : start + OPENED_AT_ONCE]
        seen = inbox.see(part, await index.fetch(work, part, now=now))
        if await prepare(each.opened for each in seen if each.opened):
            await asyncio.sleep(pause)
    waiting = await inbox.look(inbox.build_filter(OPEN))
    for start in range(0, min(len(waiting), WARMED), WRITTEN_AT_ONCE):
        some = waiting[start : start + WRITTEN_AT_ONCE]
        if await write_gists([each.opened for each in some if each.opened]):
            await asyncio.sleep(pause)


async def _count(inbox: Inbox) -> tuple[tuple[Tab, int], ...]:
    """Count what is open and answered, and of both what waits for the visitor."""
    is_open, answered = [
        await inbox.look(inbox.build_filter(STATES[tab])) for tab in (Tab.OPEN, Tab.ANSWERED)
    ]
    counts = (Tab.OPEN, len(is_open)), (Tab.ANSWERED, len(answered))
    if inbox.visitor.person is None:
        return counts
    waiting = [each for each in (*is_open, *answered) if each.find_duty(inbox.today)]
    return (Tab.MINE, len(waiting)), *counts


async def _find(inbox: Inbox, wish: CaseWish) -> list[Seen]:
    """Find all that is asked for, sorted."""
    wanted = narrow(
        inbox.build_filter(STATES[wish.tab]), wish, today=inbox.today, calendar=inbox.calendar
    )
    is_past = wish.tab in (Tab.ANSWERED, Tab.OVER)
    order = wish.order or (CaseOrder.NEWEST if is_past else CaseOrder.DUE)
    phone = find_sought_phone(wish.search)
    found = await inbox.look(replace(wanted, phone=phone or None), order)
    if wish.tab is Tab.MINE:
        found = _keep_waiting(found, inbox.today, is_sorted=order is not CaseOrder.DUE)
    if phone:
        return [each for each in found if each.knows_sender()]
    return await _search(found, wish.search[:LONGEST_SEARCH])


def _keep_waiting(found: list[Seen], today: dt.date, *, is_sorted: bool) -> list[Seen]:
    """Keep what waits for the visitor, sorted as chat sorts it where no other order is asked."""
    waiting = [
        (Waiting(each.opened.case, duty).order, each)
        for each in found
        if each.opened and (duty := each.find_duty(today))
    ]
    if not is_sorted:
        waiting.sort(key=lambda pair: pair[0])
    return [each for _, each in waiting]


async def _search(found: list[Seen], text: str) -> list[Seen]:
    """Keep what holds the words of a search; the operator finds cases by their codes alone."""
    if not text.strip():
        return found
    query = Query.read(text)
    if not query.syllables:
        return []
    opened = [(each.opened, each.doer, each) for each in found if each.opened and each.doer]
    if opened:
        return await search(query, opened)
    return [each for each in found if read_words(each.stub.code).hold(query)]


async def _write_lines(inbox: Inbox, shown: Sequence[Seen]) -> tuple[CaseLine, ...]:
    await write_gists([each.opened for each in shown if each.opened])
    heads = await inbox.work.case_lists.list_heads([each.stub.id for each in shown])
    to_call = await inbox.work.case_lists.list_to_call(inbox.visitor.place.id)
    by_id = {each.stub.id: each for each in shown}
    return tuple(
        write_line(
            head,
            by_id[head.id].opened,
            by_id[head.id].find_duty(inbox.today),
            must_call=head.id in to_call,
            today=inbox.today,
            calendar=inbox.calendar,
        )
        for head in heads
    )
