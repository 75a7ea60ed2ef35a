"""One unit of work: a session, the cipher and a repository per noun."""

from functools import cached_property

from sqlalchemy.ext.asyncio import AsyncSession

from storage.cases import Cases
from storage.cipher import Cipher
from storage.dialogues import Dialogues
from storage.due_days import DueDays
from storage.embeddings import Embeddings
from storage.faq import Faq
from storage.handovers import Handovers
from storage.inbox import Inbox
from storage.localities import Localities
from storage.logins import Logins
from storage.meta import Meta
from storage.offices import Offices
from storage.outbox import Outbox
from storage.passages import Passages
from storage.people import People
from storage.plans import Plans
from storage.reminders import Reminders
from storage.reporting_rules import ReportingRules
from storage.revisions import Revisions
from storage.thread import Thread


class Work:
    """Give the repositories of one transaction."""

    def __init__(self, session: AsyncSession, cipher: Cipher) -> None:
        self._session = session
        self._cipher = cipher

    @cached_property
    def inbox(self) -> Inbox:
        """Messages received."""
        return Inbox(self._session, self._cipher)

    @cached_property
    def outbox(self) -> Outbox:
        """Replies to deliver."""
        return Outbox(self._session, self._cipher)

    @cached_property
    def thread(self) -> Thread:
        """Conversations as their owners see them."""
        return Thread(self._session, self._cipher)

    @cached_property
    def dialogues(self) -> Dialogues:
        """Business half done."""
        return Dialogues(self._session, self._cipher)

    @cached_property
    def cases(self) -> Cases:
        """Feedback (PAKN)."""
        return Cases(self._session, self._cipher)

    @cached_property
    def localities(self) -> Localities:
        """Places served."""
        return Localities(self._session)

    @cached_property
    def offices(self) -> Offices:
        """Offices that plans name."""
        return Offices(self._session)

    @cached_property
    def people(self) -> People:
        """Officers, what they hold and where they are reached."""
        return People(self._session, self._cipher)

    @cached_property
    def plans(self) -> Plans:
        """Plans with their tasks and paragraphs."""
        return Plans(self._session)

    @cached_property
    def revisions(self) -> Revisions:
        """Changes of plans' rows."""
        return Revisions(self._session)

    @cached_property
    def passages(self) -> Passages:
        """What is searched."""
        return Passages(self._session)

    @cached_property
    def embeddings(self) -> Embeddings:
        """Vectors of texts, by the model that made them."""
        return Embeddings(self._session)

    @cached_property
    def due_days(self) -> DueDays:
        """Days by which offices must have done their tasks, and what was told about them."""
        return DueDays(self._session, self._cipher)

    @cached_property
    def faq(self) -> Faq:
        """The office's own answers, and questions that wait for one."""
        return Faq(self._session, self._cipher)

    @cached_property
    def reporting_rules(self) -> ReportingRules:
        """When periodic reports are sent, as offices have entered it."""
        return ReportingRules(self._session)

    @cached_property
    def handovers(self) -> Handovers:
        """Conversations that officials were asked into."""
        return Handovers(self._session, self._cipher)

    @cached_property
    def reminders(self) -> Reminders:
        """Tasks that people asked to be reminded of."""
        return Reminders(self._session)

    @cached_property
    def logins(self) -> Logins:
        """Web sessions and one-time links."""
        return Logins(self._session)

    @cached_property
    def meta(self) -> Meta:
        """Facts about the installation."""
        return Meta(self._session)
