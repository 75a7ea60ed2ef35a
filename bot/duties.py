"""What the program does by itself, at each tick of the schedule."""

import datetime as dt
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from functools import partial

from bot.clock import Clock
from bot.clock_watch import ClockWatch
from bot.delivery.courier import Courier
from bot.logs.context import bind
from bot.settings import Settings
from bot.troubles import Troubles
from bot.worker import put_out
from handlers import handover
from handlers.assigning import drafting as giving
from handlers.cases.duties import look_after, tell_progress
from handlers.cases.moves import CaseDesk
from handlers.cases.warnings import warn_of_terms
from handlers.files.sweeping import sweep_files
from handlers.intake import idle
from handlers.messages import Reply
from handlers.nudges.service import Nudges
from handlers.privacy.requests import remind_clerks
from handlers.privacy.skill import PrivacySkill
from handlers.retention.forgetting import Forgetting
from handlers.service.promise import count_days
from handlers.tasks.reminders import put_out_reminders
from knowledge.calendar import Calendar
from storage.database import Database
from storage.file_store import FileStore
from storage.work import Work

Duty = Callable[[Work], Awaitable[Sequence[Reply]]]


@dataclass(frozen=True, slots=True)
class Duties:
    """Put out what has become due."""

    settings: Settings
    database: Database
    clock: Clock
    calendar: Calendar
    nudges: Nudges
    desk: CaseDesk
    privacy: PrivacySkill
    forgetting: Forgetting
    courier: Courier
    files: FileStore
    troubles: Troubles
    clock_watch: ClockWatch

    async def do(self) -> None:
        """Put out what has become due; called by the schedule, as often as one likes.

        Each duty has a transaction of its own: one that fails does not stop the others. By a clock
        that is wrong nothing is done.
        """
        if await self.troubles.attempt("looking at the clock", self.clock_watch.is_right) is False:
            return
        now, calendar = self.clock.now(), self.calendar
        await self.nudge(now=now)
        duties: dict[str, Duty] = {
            "reminders": lambda work: put_out_reminders(work, calendar, now=now),
            "idle feedback": lambda work: idle.close_idle(work, now=now),
            "idle work given out": lambda work: giving.close_idle(work, calendar, now=now),
            "idle handovers": lambda work: handover.close_idle(work, calendar, now=now),
            "waiting handovers": lambda work: handover.remind_officials(work, calendar, now=now),
            "terms of cases": lambda work: warn_of_terms(work, self.desk, now=now),
            "cases": lambda work: look_after(work, self.desk, now=now),
            "progress of cases": lambda work: tell_progress(work, self.settings.windows, now=now),
            "erasures": lambda work: self.privacy.go_on_erasing(work, now=now),
            "data requests": lambda work: remind_clerks(work, calendar, now=now),
            "files": lambda work: _sweep(work, self.files, now=now),
            "waiting replies": self.courier.look_for_waiting,
            "days of service": lambda work: _count_days(work, self.settings, now=now),
        }
        for name, duty in duties.items():
            await self.try_duty(name, duty, now=now)
        await self.troubles.attempt("forgetting", partial(self._forget, now=now))

    async def _forget(self, *, now: dt.datetime) -> None:
        """Let go some of what has come of age, until today's is done."""
        for step in await self.forgetting.list_due(now=now):
            with bind(duty=step.name):
                await self.troubles.attempt(
                    "forgetting", partial(self.forgetting.go_on, step, now=now)
                )

    async def nudge(self, *, now: dt.datetime) -> None:
        """Claim what is due in each place, then tell it; each step is a transaction of its own."""
        for place_id in await self.nudges.find_places(now=now):
            nudge = partial(self._nudge_place, place_id, now=now)
            with bind(duty="nudges"):
                await self.troubles.attempt("nudging", nudge)

    async def _nudge_place(self, place_id: int, *, now: dt.datetime) -> None:
        """Claim, then tell the clerks and everybody; each row is born with its whole lease."""
        async with self.database.write() as work:
            if not await self.nudges.claim(work, place_id, now=now):
                return
        clerks = partial(self.nudges.tell_clerks, place_id=place_id, now=now)
        await self.try_duty("what clerks are told", clerks, now=now)
        is_more = True
        while is_more:
            now = self.clock.now()
            is_more = await self._put_out(
                partial(self.nudges.put_out, place_id=place_id, now=now), now=now
            )

    async def try_duty(self, name: str, duty: Duty, *, now: dt.datetime) -> None:
        """Do a duty; what fails is logged, and tried again at the next tick."""
        with bind(duty=name):
            await self.troubles.attempt(name, partial(self._put_out, duty, now=now))

    async def _put_out(self, duty: Duty, *, now: dt.datetime) -> bool:
        """Do a duty in a transaction of its own; tell whether anything was put out.

        It is delivered beside: a service that hangs holds up no other duty. What one person is
        told stays in order, since a row is born claimed only where no earlier one waits.
        """
        async with self.database.write() as work:
            replies = await duty(work)
            born = await put_out(work, replies, None, courier=self.courier, now=now)
        await self.courier.dispatch(born)
        return bool(replies)


async def _count_days(work: Work, settings: Settings, *, now: dt.datetime) -> Sequence[Reply]:
    await count_days(work, seconds=settings.promise_seconds, now=now)
    return ()


async def _sweep(work: Work, files: FileStore, *, now: dt.datetime) -> Sequence[Reply]:
    await sweep_files(work, files, now=now)
    return ()
