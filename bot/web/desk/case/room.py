"""What the parts of one case's page share."""

import asyncio
import datetime as dt
from dataclasses import dataclass, field

from bot.app import App
from bot.web.desk.page import DeskPage
from handlers.casework.suggestion import Adviser
from handlers.desk.cases.acts import Foreseen, foresee_act, take_act
from handlers.desk.cases.advice import AdviceView
from handlers.desk.cases.given import Given
from handlers.desk.cases.view import CaseView, read_case

PATIENCE = 3.0  # seconds


@dataclass(eq=False, slots=True)
class Room:
    """An open page of a case; `base` is how many drafts there were when writing began."""

    page: DeskPage
    adviser: Adviser
    code: str
    advice: AdviceView = field(default_factory=AdviceView)
    base: int = 0
    thinking: asyncio.Task[None] | None = None
    _view: CaseView | None = field(default=None, init=False)

    @property
    def app(self) -> App:
        """The running program."""
        return self.page.app

    @property
    def now(self) -> dt.datetime:
        """The moment."""
        return self.app.clock.now()

    @property
    def view(self) -> CaseView:
        """The case as last read."""
        assert self._view is not None
        return self._view

    async def read(self) -> CaseView:
        """Read the case as its visitor may know it now."""
        self._view = await self.page.read(
            lambda work, visitor: read_case(
                work,
                visitor,
                desk=self.app.desk,
                code=self.code,
                years=self.app.settings.retention_cases_anonymise,
                now=self.now,
            )
        )
        return self._view

    async def wait_for_advice(self) -> None:
        """Wait a little for the advice, which a decision may need."""
        if self.thinking:
            await asyncio.wait({self.thinking}, timeout=PATIENCE)

    async def foresee(self, given: Given) -> Foreseen:
        """Give what the sender will read of a step."""
        return await self.page.read(
            lambda work, visitor: foresee_act(
                work, visitor, desk=self.app.desk, code=self.code, given=given, now=self.now
            )
        )

    async def take(self, given: Given) -> str:
        """Take a step; give what is said of it."""
        return await self.page.write(
            lambda work, visitor: take_act(
                work,
                visitor,
                desk=self.app.desk,
                code=self.code,
                given=given,
                years=self.app.settings.retention_cases_anonymise,
                now=self.now,
            )
        )
