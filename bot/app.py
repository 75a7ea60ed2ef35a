"""The one place where the parts are put together; every adapter can be replaced in tests."""

import asyncio
import datetime as dt
import logging
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from bot.channels.base import Bot, Channel, Hooked
from bot.clock import Clock, SystemClock
from bot.clock_watch import ClockWatch, list_sources
from bot.courier import Courier
from bot.embedders import TimedEmbedder
from bot.fetching import Fetcher
from bot.intake import Intake
from bot.logs.context import bind
from bot.metrics import Metrics
from bot.receiver import Receiver
from bot.settings import Settings
from bot.shelf import Shelf
from bot.skills import list_skills
from bot.troubles import Troubles
from bot.worker import Worker, put_out
from handlers import handover
from handlers.assigning import drafting as giving
from handlers.cases.duties import look_after, tell_progress
from handlers.cases.moves import CaseDesk
from handlers.cases.warnings import warn_of_terms
from handlers.conversation import Conversation
from handlers.files.sweeping import sweep_files
from handlers.intake import idle
from handlers.library.scopes import Library
from handlers.messages import Reply
from handlers.nudges.service import Nudges
from handlers.plans import Plans
from handlers.privacy.requests import remind_clerks
from handlers.privacy.skill import PrivacySkill
from handlers.questions.service import Questions
from handlers.retention.forgetting import Forgetting
from handlers.service.promise import count_days
from handlers.tasks.reminders import put_out_reminders
from knowledge.calendar import Calendar, load_calendar
from knowledge.search.base import Embedder
from storage.database import Database
from storage.file_store import FileStore
from storage.values import Role
from storage.work import Work

log = logging.getLogger(__name__)
MENUS = ("zalo_bot", "zalo_oa")  # kinds of channels that show buttons as a numbered menu
FETCH_WITHIN = 0.4  # of the lease
Duty = Callable[[Work], Awaitable[Sequence[Reply]]]


@dataclass(frozen=True, slots=True)
class App:
    """The parts of a running program."""

    settings: Settings
    database: Database
    clock: Clock
    calendar: Calendar
    library: Library
    plans: Plans
    questions: Questions
    nudges: Nudges
    desk: CaseDesk
    privacy: PrivacySkill
    forgetting: Forgetting
    conversation: Conversation
    intake: Intake
    receiver: Receiver
    bots: Sequence[Bot]
    hooks: Sequence[Hooked]
    worker: Worker
    courier: Courier
    files: FileStore
    shelf: Shelf
    wake: asyncio.Event
    troubles: Troubles
    clock_watch: ClockWatch
    metrics: Metrics

    async def tick(self) -> None:
        """Do what is due, and wait until what it put out has been tried to be delivered."""
        await self.do_duties()
        await self.courier.settle()

    async def do_duties(self) -> None:
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
            await self._try(name, duty, now=now)
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
        await self._try("what clerks are told", clerks, now=now)
        is_more = True
        while is_more:
            now = self.clock.now()
            is_more = await self._put_out(
                partial(self.nudges.put_out, place_id=place_id, now=now), now=now
            )

    async def _try(self, name: str, duty: Duty, *, now: dt.datetime) -> None:
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

    async def drain(self, *, user: str | None = None) -> None:
        """Work and deliver (for one user) until nothing is ready."""
        is_more = True
        while is_more:
            is_more = await self.worker.work_once()
            await self.courier.settle()
            is_more = bool(await self.courier.sweep(user=user)) or is_more

    async def close(self) -> None:
        """Close bots and the database, and stop the embedder."""
        for bot in self.bots:
            await bot.close()
        await self.database.close()
        self.library.close()


async def _count_days(work: Work, settings: Settings, *, now: dt.datetime) -> Sequence[Reply]:
    await count_days(work, seconds=settings.promise_seconds, now=now)
    return ()


async def _sweep(work: Work, files: FileStore, *, now: dt.datetime) -> Sequence[Reply]:
    await sweep_files(work, files, now=now)
    return ()


def build(
    settings: Settings,
    database: Database,
    *,
    channels: Mapping[str, Channel] | None = None,
    hooks: Sequence[Hooked] = (),
    clock: Clock | None = None,
    embedder: Embedder | None = None,
    conversation: Conversation | None = None,
) -> App:
    """Build the program around an open database; what is not given is the real thing."""
    clock, channels = clock or SystemClock(), channels or {}
    calendar = load_calendar()
    metrics = database.counting = Metrics(promised=settings.promise_seconds)
    library = _build_library(settings, embedder, metrics)
    plans = Plans(database, library, calendar)
    name = settings.place_name
    questions = Questions(database, library, place_name=name)
    desk = CaseDesk(calendar, Role(settings.answer_approved_by))
    privacy = PrivacySkill(desk, settings.ages)
    skills = list_skills(settings, database, desk, plans, questions, library, privacy)
    talk = conversation or Conversation(database, skills, place_name=name, menus=MENUS)
    wake = asyncio.Event()
    files = database.files = FileStore(settings.files_folder, database.cipher)
    database.watching = files.watching = troubles = Troubles()
    courier = _build_courier(settings, database, channels, clock, troubles)
    intake = Intake(database, clock=clock, wake=wake, files=files)
    fetcher = _build_fetcher(settings, intake, channels)
    return App(
        settings=settings,
        database=database,
        clock=clock,
        calendar=calendar,
        library=library,
        plans=plans,
        questions=questions,
        nudges=Nudges(database, calendar, settings.month_quotas),
        desk=desk,
        privacy=privacy,
        forgetting=Forgetting(database, desk, settings.ages),
        conversation=talk,
        intake=intake,
        receiver=Receiver(database, intake),
        bots=[each for each in channels.values() if isinstance(each, Bot)],
        hooks=hooks,
        worker=Worker(database, talk, courier, clock=clock, lease=settings.lease, fetcher=fetcher),
        courier=courier,
        files=files,
        shelf=Shelf(database, files, desk, clock),
        wake=wake,
        troubles=troubles,
        clock_watch=_watch_clock(settings, database, clock, troubles),
        metrics=metrics,
    )


def _build_library(settings: Settings, embedder: Embedder | None, metrics: Metrics) -> Library:
    timed = TimedEmbedder(embedder, metrics.time_embedding) if embedder else None
    return Library(timed, scope_in_memory=settings.scope_in_memory)


def _build_courier(
    settings: Settings,
    database: Database,
    channels: Mapping[str, Channel],
    clock: Clock,
    troubles: Troubles,
) -> Courier:
    return Courier(
        database,
        channels,
        clock=clock,
        lease=settings.lease,
        counted=settings.month_quotas,
        troubles=troubles,
    )


def _build_fetcher(settings: Settings, intake: Intake, channels: Mapping[str, Channel]) -> Fetcher:
    patience = settings.lease * FETCH_WITHIN
    return Fetcher(intake, channels, patience=patience, closed=settings.closed_kinds)


def _watch_clock(
    settings: Settings, database: Database, clock: Clock, troubles: Troubles
) -> ClockWatch:
    return ClockWatch(
        database,
        clock,
        troubles,
        sources=list_sources(settings),
        trusts_server=isinstance(clock, SystemClock),  # a clock that is set knows another time
    )
