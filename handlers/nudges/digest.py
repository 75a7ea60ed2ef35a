"""One digest a morning for each person: what is due, what is late, what is to be passed on."""

import datetime as dt
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from handlers.messages import Reply
from handlers.nudges.morning import Morning
from handlers.nudges.naming import name_digest
from handlers.nudges.notes import ClerkNote
from handlers.nudges.quotas import Quota, find_quota
from handlers.nudges.stepping import Part
from handlers.nudges.writing import DigestWriter, list_quoted
from handlers.people.directory import Directory
from handlers.tasks.lists import remember_lists
from handlers.texts.forms import local_day
from knowledge.calendar import ONE_DAY, Calendar
from knowledge.ladder import Audience
from storage.values import NewNudge, Told
from storage.work import Work

Untold = Mapping[int, Sequence[NewNudge]]  # by the person who is to be told


@dataclass(frozen=True, slots=True)
class _Open:
    """What is open of what was claimed: the day that counts and the office, and who waits."""

    directory: Directory
    items: Mapping[int, tuple[dt.date, int | None]]
    pauses: Mapping[tuple[int, int], dt.date]

    def still_ask(self, nudge: NewNudge, today: dt.date) -> bool:
        """Tell whether a claimed step is to be told: nothing was decided on its item since."""
        told = nudge.told
        due_on, office_id = self.items.get(told.due_day_id, (None, None))
        is_waiting = self.pauses.get((told.due_day_id, told.person_id), today) > today
        return due_on == told.due_on and not is_waiting and self._is_for(nudge, office_id)

    def _is_for(self, nudge: NewNudge, office_id: int | None) -> bool:
        """Tell whether an office's work is still told to whom it was claimed for."""
        if nudge.part not in (Part.OWN, Part.PASS_ON, Part.HEAD):
            return True
        audience = Audience.HEAD if nudge.part == Part.HEAD else Audience.OFFICE
        people = self.directory.find_audience(audience, office_id)
        holder_id = nudge.holder_id or nudge.told.person_id
        return holder_id in {person.id for person in people}


@dataclass(frozen=True, slots=True)
class DigestDesk:
    """Word the digests of a place's people in one transaction, and keep that they were told."""

    work: Work
    calendar: Calendar
    directory: Directory
    quotas: Mapping[str, int]
    now: dt.datetime

    @property
    def today(self) -> dt.date:
        """The day in Viet Nam."""
        return local_day(self.now)

    @property
    def told_at(self) -> dt.datetime:
        """The moment that names these digests."""
        return self.now.replace(microsecond=0)

    async def word(self, untold: Untold, notes: Sequence[ClerkNote] = ()) -> list[Reply]:
        """Word a digest for each of some people; `notes` are for those of them who are clerks."""
        quota = await find_quota(self.work, self.quotas, now=self.now)
        items = await self._load_open(untold)
        asked = {
            person_id: [nudge for nudge in nudges if items.still_ask(nudge, self.today)]
            for person_id, nudges in untold.items()
        }
        mornings = list(self._begin(asked, notes, quota))
        told = {nudge.told for morning in mornings for nudge in morning.nudges}
        await self._look_again(untold, told, asked)
        await self.work.nudges.tell([n for m in mornings for n in m.nudges], now=self.told_at)
        lists = {morning.address: morning.ids for morning in mornings if morning.nudges}
        await remember_lists(self.work, lists, now=self.now)
        return await self._write(mornings)

    def _begin(self, asked: Untold, notes: Sequence[ClerkNote], quota: Quota) -> Iterator[Morning]:
        """Yield what is told to each person who has something to hear, and is reached."""
        people = {person.id: person for person in self.directory.people}
        for person_id, nudges in asked.items():
            person = people.get(person_id)
            if person is None or not person.has_chat or not (nudges or notes):
                continue
            is_urgent = any(nudge.told.due_on < self.today for nudge in nudges)
            address = quota.pick(person, is_urgent=is_urgent)
            if address:
                yield Morning(person, address, nudges, notes)

    async def _look_again(self, untold: Untold, told: Collection[Told], asked: Untold) -> None:
        """Let a tick find out anew of what is not told: tomorrow where a quota is spent."""
        people = {person.id for person in self.directory.people if person.has_chat}
        for person_id, nudges in untold.items():
            left = [nudge for nudge in nudges if nudge.told not in told]
            if not left:
                continue
            is_spent = person_id in people and any(nudge in asked[person_id] for nudge in left)
            await self.work.nudges.drop(left)
            await self.work.due_days.plan_anew(
                ids={nudge.told.due_day_id for nudge in left},
                on=self.today + ONE_DAY if is_spent else self.today,
            )

    async def _write(self, mornings: Sequence[Morning]) -> list[Reply]:
        quoted = {id_ for morning in mornings for id_ in list_quoted(morning)}
        found = {due.id: due for due in await self.work.due_days.find_many(sorted(quoted))}
        writer = DigestWriter(self.calendar, self.directory, self.today)
        return [
            reply
            for morning in mornings
            for reply in writer.write(morning, found, name_digest(morning.person.id, self.told_at))
        ]

    async def _load_open(self, untold: Untold) -> _Open:
        ids = {nudge.told.due_day_id for nudges in untold.values() for nudge in nudges}
        found = await self.work.due_days.find_open(ids)
        return _Open(self.directory, found, await self.work.nudges.pauses(ids))
