"""Nudges: who is told of which due day, on which morning, once."""

import datetime as dt
from collections.abc import Sequence

from handlers.daytime import is_before_officers, is_within_work
from handlers.ladders import find_settings
from handlers.messages import Reply
from handlers.nudges.digest import DigestDesk
from handlers.nudges.foreseeing import Foreseen, foresee
from handlers.nudges.mornings import find_clerk_notes
from handlers.nudges.stepping import Nudge, Part, Stepper
from handlers.people.directory import Directory, load_directory
from handlers.texts.forms import local_day
from knowledge.calendar import Calendar
from storage.database import Database
from storage.values import Locality, PlannedDay
from storage.work import Work

AT_ONCE = 100  # people whose digests are worded in one transaction


class Nudges:
    """Put out what officials are told of their work, a place at a time."""

    def __init__(self, database: Database, calendar: Calendar, quotas: dict[str, int]) -> None:
        self._database = database
        self._calendar = calendar
        self._quotas = quotas
        self._told_leaders: dict[int, dt.date] = {}
        self._had: set[str] = set()  # mornings of today that were had, here or elsewhere

    async def find_places(self, *, now: dt.datetime) -> Sequence[int]:
        """List the places where somebody may have to be told something now."""
        today = local_day(now)
        if not is_within_work(now, self._calendar):
            return ()
        async with self._database.read() as work:
            planned = set(await work.due_days.find_places_planned(today))
            if is_before_officers(now):
                planned = {each for each in planned if self._told_leaders.get(each) != today}
                return sorted(planned | await work.nudges.find_places_untold(parts=[Part.LEADER]))
            mornings = {_morning(place.id, today): place.id for place in await _serving(work)}
            self._had &= mornings.keys()
            self._had |= set(await work.once.find(mornings.keys() - self._had))
            untold = await work.nudges.find_places_untold()
        return sorted(planned | untold | {mornings[key] for key in mornings.keys() - self._had})

    async def count_untold(self, work: Work, *, now: dt.datetime) -> int:
        """Count the places where this working day's morning has not been told; 0 on other days."""
        today = local_day(now)
        if not self._calendar.is_working_day(today):
            return 0
        mornings = {_morning(place.id, today) for place in await _serving(work)}
        return len(mornings - await work.once.find(mornings))

    async def claim(self, work: Work, place_id: int, *, now: dt.datetime) -> bool:
        """Claim the steps that are due in a place, and plan when to look again.

        They are told afterwards, so that nobody waits for the wording of many. Another process
        that is at the same place now is left alone with it: False then.
        """
        if not is_within_work(now, self._calendar) or not await work.localities.try_hold(place_id):
            return False
        today, leaders_only = local_day(now), is_before_officers(now)
        rows = await work.due_days.claim_planned(place_id, today)
        if rows:
            stepper = await self._prepare(work, place_id, rows, today)
            nudges = [n for row in rows for n in stepper.find_due(row, leaders_only=leaders_only)]
            if not leaders_only:
                nudges += await _find_supporters(work, stepper, rows)
                await work.due_days.plan_next({row.id: stepper.find_next(row) for row in rows})
            await work.nudges.claim([each.as_new for each in _once_each(nudges)], now=now)
        if leaders_only:
            self._told_leaders[place_id] = today
        return True

    async def _prepare(
        self, work: Work, place_id: int, rows: Sequence[PlannedDay], today: dt.date
    ) -> Stepper:
        ids = [row.id for row in rows]
        return Stepper(
            await load_directory(work, await work.localities.get(place_id), on=today),
            await find_settings(work, place_id),
            self._calendar,
            today,
            told=await work.nudges.told(ids),
            pauses=await work.nudges.pauses(ids),
        )

    async def put_out(self, work: Work, place_id: int, *, now: dt.datetime) -> list[Reply]:
        """Word digests for some of those who are to be told something; none: all are told."""
        if not is_within_work(now, self._calendar) or not await work.localities.try_hold(place_id):
            return []
        parts = [Part.LEADER] if is_before_officers(now) else None
        untold = await work.nudges.untold(place_id, people=AT_ONCE, parts=parts)
        if not untold:
            return []
        directory = await self._look_up(work, place_id, now=now)
        return await DigestDesk(work, self._calendar, directory, self._quotas, now).word(untold)

    async def tell_clerks(self, work: Work, place_id: int, *, now: dt.datetime) -> list[Reply]:
        """Tell the clerks, once a morning, what they must hear beside their own work."""
        is_time = is_within_work(now, self._calendar) and not is_before_officers(now)
        if not is_time or not await work.localities.try_hold(place_id):
            return []
        if not await work.once.claim(_morning(place_id, local_day(now)), now=now):
            return []
        directory = await self._look_up(work, place_id, now=now)
        clerks = [clerk.id for clerk in directory.clerks if clerk.has_chat]
        if not clerks:
            return []
        notes = await find_clerk_notes(work, directory, now=now, calendar=self._calendar)
        new = [note for note in notes if await work.once.claim(note.key, now=now)]
        own = await work.nudges.untold(place_id, people=len(clerks), person_ids=clerks)
        desk = DigestDesk(work, self._calendar, directory, self._quotas, now)
        replies = await desk.word({id_: own.get(id_, ()) for id_ in clerks}, new)
        if not replies:  # no channel has room: another morning tells it
            for note in new:
                await work.once.forget(note.key)
        return replies

    async def _look_up(self, work: Work, place_id: int, *, now: dt.datetime) -> Directory:
        place = await work.localities.get(place_id)
        return await load_directory(work, place, on=local_day(now))

    async def preview(self, at: dt.date, *, today: dt.date) -> list[Foreseen]:
        """Say who would be told what on a day, a past day as if the plans had been confirmed."""
        async with self._database.read() as work:
            return await foresee(work, at, today=today, calendar=self._calendar)


async def _serving(work: Work) -> Sequence[Locality]:
    """List the places where an official may be told something."""
    people = await work.people.localities()
    return [place for place in await work.localities.list_all() if place.id in people]


def _morning(place_id: int, day: dt.date) -> str:
    return f"morning {place_id} {day}"


async def _find_supporters(
    work: Work, stepper: Stepper, rows: Sequence[PlannedDay]
) -> Sequence[Nudge]:
    first = [row for row in rows if stepper.is_at_first_step(row)]
    units = await work.due_days.supporting({row.task_id for row in first})
    return [n for row in first for n in stepper.find_supporters(row, units.get(row.task_id, ()))]


def _once_each(nudges: Sequence[Nudge]) -> list[Nudge]:
    """Leave out what a person is told of an item for a second reason with the same step."""
    return list({nudge.told: nudge for nudge in reversed(nudges)}.values())[::-1]
