"""One unit of work: a session, the cipher and a repository per noun."""

from collections.abc import Callable
from functools import cached_property
from typing import TypeVar

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
from storage.noting import Notes
from storage.nudges import Nudges
from storage.office_loads import OfficeLoads
from storage.office_merges import OfficeMerges
from storage.offices import Offices
from storage.old_cases import OldCases
from storage.old_rows import OldRows
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
from storage.rotation.holders import KeyHolders
from storage.rotation.rows import SealedRows
from storage.service_days import ServiceDays
from storage.stamps import Stamps
from storage.standings import Standings
from storage.thread import Thread
from storage.token_pairs import TokenPairs
from storage.treatments import Treatments
from storage.tries import Tries

Repository = TypeVar("Repository")


def _plain(build: Callable[[AsyncSession], Repository]) -> "cached_property[Repository]":
    """Open a repository when it is first asked for."""
    return cached_property(lambda work: build(work._session))


def _sealed(build: Callable[[AsyncSession, Cipher], Repository]) -> "cached_property[Repository]":
    """Open one that seals and opens what it keeps."""
    return cached_property(lambda work: build(work._session, work._cipher))


class Work:
    """Give the repositories of one transaction, each opened when it is first asked for."""

    inbox = cached_property(lambda work: Inbox(work._session, work._cipher, work.notes))
    outbox = cached_property(lambda work: Outbox(work._session, work._cipher, work.notes))
    deliveries = _plain(Deliveries)
    thread = _sealed(Thread)
    dialogues = _sealed(Dialogues)
    cases = cached_property(lambda work: Cases(work._session, work._cipher, work.notes))
    sealed_rows = _plain(SealedRows)
    key_holders = _plain(KeyHolders)
    case_facts = _plain(CaseFacts)
    case_lists = _sealed(CaseLists)
    case_terms = _plain(CaseTerms)
    case_notices = _sealed(CaseNotices)
    publications = _plain(Publications)
    data_requests = _sealed(DataRequests)
    erasing = _sealed(Erasing)
    old_cases = _plain(OldCases)
    old_rows = _plain(OldRows)
    consents = _plain(Consents)
    files = cached_property(lambda work: Files(work._session, work._cipher, work.removed_files))
    localities = _plain(Localities)
    offices = _plain(Offices)
    office_merges = _plain(OfficeMerges)
    people = _sealed(People)
    holdings = _sealed(Holdings)
    office_loads = _plain(OfficeLoads)
    absences = _plain(Absences)
    invitations = _sealed(Invitations)
    tries = _sealed(Tries)
    plans = _plain(Plans)
    plan_sources = _plain(PlanSources)
    plan_counts = _plain(PlanCounts)
    revisions = _plain(Revisions)
    passages = _plain(Passages)
    embeddings = _plain(Embeddings)
    due_days = _sealed(DueDays)
    due_lists = _sealed(DueLists)
    due_events = _sealed(DueEvents)
    nudges = cached_property(lambda work: Nudges(work._session, work.notes))
    postponements = _sealed(Postponements)
    assignments = _sealed(Assignments)
    treatments = _plain(Treatments)
    overseers = _plain(Overseers)
    once = _plain(Once)
    quotas = _plain(Quotas)
    faq = _sealed(Faq)
    reporting_rules = _plain(ReportingRules)
    handovers = _sealed(Handovers)
    reminders = _plain(Reminders)
    accounts = _plain(Accounts)
    token_pairs = _sealed(TokenPairs)
    leases = _plain(Leases)
    logins = _plain(Logins)
    login_requests = _sealed(LoginRequests)
    changes = _sealed(Changes)
    answer_templates = _plain(AnswerTemplates)
    desk_counts = _sealed(DeskCounts)
    bare_cases = _sealed(BareCases)
    stamps = _plain(Stamps)
    service_days = _plain(ServiceDays)
    standings = _plain(Standings)
    meta = _plain(Meta)

    def __init__(self, session: AsyncSession, cipher: Cipher) -> None:
        self._session = session
        self._cipher = cipher
        self.removed_files: list[str] = []
        self.notes = Notes()
