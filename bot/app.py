"""The one place where the parts are put together; every adapter can be replaced in tests."""

import asyncio
import logging
from collections.abc import Mapping
from dataclasses import dataclass

from bot.channels.base import Channel
from bot.clock import Clock, SystemClock
from bot.courier import Courier
from bot.intake import Intake
from bot.settings import Settings
from bot.worker import Worker, put_out
from handlers import feedback, retention
from handlers.alarms import AlarmSkill
from handlers.case_status import CaseStatusSkill
from handlers.conversation import (
    CancelSkill,
    Conversation,
    StaleDialogueSkill,
)
from handlers.courtesy import CourtesySkill
from handlers.feedback import FeedbackSkill
from handlers.library import Library
from handlers.nudges import Nudges
from handlers.own_tasks import OwnTasksSkill
from handlers.people import InvitationSkill
from handlers.plans import Plans
from handlers.plans.skill import ClerkPlansSkill
from handlers.questions import Questions, QuestionSkill
from handlers.turn import Skill
from knowledge.calendar import Calendar, load_calendar
from knowledge.search.base import Embedder
from storage.database import Database

log = logging.getLogger(__name__)


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
    conversation: Conversation
    intake: Intake
    worker: Worker
    courier: Courier
    wake: asyncio.Event

    async def tick(self) -> None:
        """Put out what has become due; called by the schedule, as often as one likes."""
        now = self.clock.now()
        found = await self.nudges.find_due(now=now)
        async with self.database.write() as work:
            await retention.purge_daily(work, now=now)
            replies = await self.nudges.put_out(work, found, now=now)
            replies += await feedback.close_idle(work, now=now)
            born = await put_out(work, replies, None, courier=self.courier, now=now)
        await self.courier.deliver(born)

    async def drain(self, *, user: str | None = None) -> None:
        """Work and deliver (for one user) until nothing is ready."""
        while await self.worker.work_once() or await self.courier.sweep(user=user):
            pass

    async def close(self) -> None:
        """Close the database and stop the embedder."""
        await self.database.close()
        self.library.close()


def build(
    settings: Settings,
    database: Database,
    *,
    channels: Mapping[str, Channel] | None = None,
    clock: Clock | None = None,
    embedder: Embedder | None = None,
    conversation: Conversation | None = None,
) -> App:
    """Build the program around an open database; what is not given is the real thing."""
    clock = clock or SystemClock()
    calendar = load_calendar()
    library = Library(embedder)
    plans = Plans(database, library, calendar)
    questions = Questions(database, library, place_name=settings.locality or None)
    talk = conversation or Conversation(
        database,
        _skills(settings, calendar, plans, questions),
        place_name=settings.locality or None,
    )
    wake = asyncio.Event()
    courier = Courier(database, channels or {}, clock=clock, lease=settings.lease)
    return App(
        settings=settings,
        database=database,
        clock=clock,
        calendar=calendar,
        library=library,
        plans=plans,
        questions=questions,
        nudges=Nudges(database, calendar),
        conversation=talk,
        intake=Intake(database, clock=clock, wake=wake),
        worker=Worker(database, talk, courier, clock=clock, lease=settings.lease),
        courier=courier,
        wake=wake,
    )


def _skills(
    settings: Settings, calendar: Calendar, plans: Plans, questions: Questions
) -> tuple[Skill, ...]:
    return (
        StaleDialogueSkill(feedback.KIND, feedback.VERSION),
        AlarmSkill(),
        InvitationSkill(),
        ClerkPlansSkill(calendar, plans),
        CaseStatusSkill(),
        FeedbackSkill(calendar, accept_within=settings.accept_within),
        CancelSkill(),
        CourtesySkill(),
        OwnTasksSkill(calendar),
        QuestionSkill(questions),
    )
