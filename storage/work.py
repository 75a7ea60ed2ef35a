"""One unit of work: a session, the cipher and a repository per noun."""

from functools import cached_property

from sqlalchemy.ext.asyncio import AsyncSession

from storage.absences import Absences
from storage.accounts import Accounts
from storage.answer_templates import AnswerTemplates
from storage.assignments import Assignments
from storage.bare_cases import BareCases
from storage.case_facts import CaseFacts
from storage.case_lists import CaseLists
from storage.case_notices import CaseNotices
from storage.case_terms import CaseTerms
from storage.cases import Cases
from storage.changes import Changes
from storage.cipher import Cipher
from storage.consents import Consents
from storage.data_requests import DataRequests
from storage.deliveries import Deliveries
from storage.desk_counts import DeskCounts
from storage.dialogues import Dialogues
from storage.due_days import DueDays
from storage.due_events import DueEvents
from storage.due_lists import DueLists
from storage.embeddings import Embeddings
from storage.erasing import Erasing
from storage.faq import Faq
from storage.files import Files
from storage.handovers import Handovers
from storage.holdings import Holdings
from storage.inbox import Inbox
from storage.invitations import Invitations
from storage.leases import Leases
from storage.localities import Localities
from storage.login_requests import LoginRequests
from storage.logins import Logins
from storage.meta import Meta
from storage.nudges import Nudges
from storage.office_loads import OfficeLoads
from storage.office_merges import OfficeMerges
from storage.offices import Offices
from storage.once import Once
from storage.outbox import Outbox
from storage.overseers import Overseers
from storage.passages import Passages
from storage.people import People
from storage.plan_counts import PlanCounts
from storage.plan_sources import PlanSources
from storage.plans import Plans
from storage.postponements import Postponements
from storage.publications import Publications
from storage.quotas import Quotas
from storage.reminders import Reminders
from storage.reporting_rules import ReportingRules
from storage.revisions import Revisions
from storage.stamps import Stamps
from storage.thread import Thread
from storage.token_pairs import TokenPairs
from storage.treatments import Treatments
from storage.tries import Tries


class Work:
    """Give the repositories of one transaction."""

    def __init__(self, session: AsyncSession, cipher: Cipher) -> None:
        self._session = session
        self._cipher = cipher
        self.removed_files: list[str] = []

    @cached_property
    def inbox(self) -> Inbox:
        """Messages received."""
        return Inbox(self._session, self._cipher)

    @cached_property
    def outbox(self) -> Outbox:
        """Replies to deliver."""
        return Outbox(self._session, self._cipher)

    @cached_property
    def deliveries(self) -> Deliveries:
        """How delivery stands."""
        return Deliveries(self._session)

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
    def case_facts(self) -> CaseFacts:
        """Cases without what they say."""
        return CaseFacts(self._session)

    @cached_property
    def case_lists(self) -> CaseLists:
        """Cases for lists."""
        return CaseLists(self._session, self._cipher)

    @cached_property
    def case_terms(self) -> CaseTerms:
        """Terms of cases."""
        return CaseTerms(self._session)

    @cached_property
    def case_notices(self) -> CaseNotices:
        """What senders of cases are to know."""
        return CaseNotices(self._session, self._cipher)

    @cached_property
    def publications(self) -> Publications:
        """Cases as everybody may read them."""
        return Publications(self._session)

    @cached_property
    def data_requests(self) -> DataRequests:
        """What people ask to be done with their own data."""
        return DataRequests(self._session, self._cipher)

    @cached_property
    def erasing(self) -> Erasing:
        """What goes of a person's data."""
        return Erasing(self._session, self._cipher)

    @cached_property
    def consents(self) -> Consents:
        """What people have agreed to."""
        return Consents(self._session)

    @cached_property
    def files(self) -> Files:
        """Photos and documents that came with messages."""
        return Files(self._session, self._cipher, self.removed_files)

    @cached_property
    def localities(self) -> Localities:
        """Places served."""
        return Localities(self._session)

    @cached_property
    def offices(self) -> Offices:
        """Offices that plans name."""
        return Offices(self._session)

    @cached_property
    def office_merges(self) -> OfficeMerges:
        """Offices of similar names."""
        return OfficeMerges(self._session)

    @cached_property
    def people(self) -> People:
        """Officers, what they hold and where they are reached."""
        return People(self._session, self._cipher)

    @cached_property
    def holdings(self) -> Holdings:
        """Who has held which office from when to when."""
        return Holdings(self._session, self._cipher)

    @cached_property
    def office_loads(self) -> OfficeLoads:
        """How much open work offices have."""
        return OfficeLoads(self._session)

    @cached_property
    def absences(self) -> Absences:
        """Days on which officers are away."""
        return Absences(self._session)

    @cached_property
    def invitations(self) -> Invitations:
        """Codes that link an address to an office."""
        return Invitations(self._session, self._cipher)

    @cached_property
    def tries(self) -> Tries:
        """How often something guessable was tried."""
        return Tries(self._session, self._cipher)

    @cached_property
    def plans(self) -> Plans:
        """Plans with their tasks and paragraphs."""
        return Plans(self._session)

    @cached_property
    def plan_sources(self) -> PlanSources:
        """What plans' files say."""
        return PlanSources(self._session)

    @cached_property
    def plan_counts(self) -> PlanCounts:
        """How much of plans is left to settle."""
        return PlanCounts(self._session)

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
        """Days by which offices must have done their tasks."""
        return DueDays(self._session, self._cipher)

    @cached_property
    def due_lists(self) -> DueLists:
        """Due days filtered, counted and paged."""
        return DueLists(self._session, self._cipher)

    @cached_property
    def due_events(self) -> DueEvents:
        """What was done about due days."""
        return DueEvents(self._session, self._cipher)

    @cached_property
    def nudges(self) -> Nudges:
        """What was told of due days."""
        return Nudges(self._session)

    @cached_property
    def postponements(self) -> Postponements:
        """Requests for more time."""
        return Postponements(self._session, self._cipher)

    @cached_property
    def assignments(self) -> Assignments:
        """Work given out."""
        return Assignments(self._session, self._cipher)

    @cached_property
    def treatments(self) -> Treatments:
        """What clerks have decided on tasks."""
        return Treatments(self._session)

    @cached_property
    def overseers(self) -> Overseers:
        """Leaders in charge of offices."""
        return Overseers(self._session)

    @cached_property
    def once(self) -> Once:
        """Things that are told once."""
        return Once(self._session)

    @cached_property
    def quotas(self) -> Quotas:
        """How many messages channels have sent in a month."""
        return Quotas(self._session)

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
    def accounts(self) -> Accounts:
        """Bots and Official Accounts."""
        return Accounts(self._session)

    @cached_property
    def token_pairs(self) -> TokenPairs:
        """Tokens of Official Accounts."""
        return TokenPairs(self._session, self._cipher)

    @cached_property
    def leases(self) -> Leases:
        """What one process does at a time."""
        return Leases(self._session)

    @cached_property
    def logins(self) -> Logins:
        """Web sessions and one-time links."""
        return Logins(self._session)

    @cached_property
    def login_requests(self) -> LoginRequests:
        """Browsers that show a code."""
        return LoginRequests(self._session, self._cipher)

    @cached_property
    def changes(self) -> Changes:
        """What was changed at the desk."""
        return Changes(self._session, self._cipher)

    @cached_property
    def answer_templates(self) -> AnswerTemplates:
        """Words that answers to cases may begin from."""
        return AnswerTemplates(self._session)

    @cached_property
    def desk_counts(self) -> DeskCounts:
        """What the desk counts and lists first."""
        return DeskCounts(self._session, self._cipher)

    @cached_property
    def bare_cases(self) -> BareCases:
        """Cases of which next to nothing is opened."""
        return BareCases(self._session, self._cipher)

    @cached_property
    def stamps(self) -> Stamps:
        """What tells that something has changed."""
        return Stamps(self._session)

    @cached_property
    def meta(self) -> Meta:
        """Facts about the installation."""
        return Meta(self._session)
