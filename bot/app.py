"""The one place where the parts are put together; every adapter can be replaced in tests."""

import asyncio
import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.channels.base import Bot, Channel, Hooked
from bot.clock import Clock, SystemClock
from bot.clock_watch import ClockWatch, list_sources
from bot.delivery.courier import Courier
from bot.duties import Duties
from bot.embedders import TimedEmbedder
from bot.fetching import Fetcher
from bot.intake import Intake
from bot.metrics import Metrics
from bot.receiver import Receiver
from bot.settings import Settings
from bot.shelf import Shelf
from bot.skills import list_skills
from bot.troubles import Troubles
from bot.worker import Worker
from handlers.cases.moves import CaseDesk
from handlers.conversation import Conversation
from handlers.library.scopes import Library
from handlers.nudges.service import Nudges
from handlers.plans import Plans
from handlers.privacy.skill import PrivacySkill
from handlers.questions.service import Questions
from handlers.retention.forgetting import Forgetting
from knowledge.calendar import Calendar, load_calendar
from knowledge.search.base import Embedder
from storage.database import Database
from storage.file_store import FileStore
from storage.values import Role

log = logging.getLogger(__name__)
MENUS = ("zalo_bot", "zalo_oa")  # kinds of channels that show buttons as a numbered menu
FETCH_WITHIN = 0.4  # of the lease


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
    duties: Duties
    metrics: Metrics

    async def tick(self) -> None:
        """Do what is due, and wait until what it put out has been tried to be delivered."""
        await self.duties.do()
        await self.courier.settle()
        await self.courier.sweep()  # what waited for something earlier to the same person

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
    duties = Duties(
        settings=settings, database=database, clock=clock, calendar=calendar, desk=desk,
        nudges=Nudges(database, calendar, settings.month_quotas), privacy=privacy,
        forgetting=Forgetting(database, desk, settings.ages), courier=courier, files=files,
        troubles=troubles, clock_watch=_watch_clock(settings, database, clock, troubles),
    )  # fmt: skip
    worker = Worker(database, talk, courier, clock=clock, lease=settings.lease, fetcher=fetcher)
    return App(
        settings=settings, database=database, clock=clock, calendar=calendar, library=library,
        plans=plans, questions=questions, nudges=duties.nudges, desk=desk, privacy=privacy,
        forgetting=duties.forgetting, conversation=talk, intake=intake,
        receiver=Receiver(database, intake), hooks=hooks, worker=worker, courier=courier,
        bots=[each for each in channels.values() if isinstance(each, Bot)], files=files,
        shelf=Shelf(database, files, desk, clock), wake=wake, troubles=troubles, duties=duties,
        metrics=metrics,
    )  # fmt: skip


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
