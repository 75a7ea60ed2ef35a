"""Versions of what changes seldom: a row of `meta` a group, written anew by whoever changes it.

It is the last thing that a transaction does before its commit: what others read after that is
the new version with the new rows, in whichever process they are, and writers of one group wait for
each other only while they commit. Nobody has to remember it, for the session itself notices what
its statements change. Groups hold what clerks and operators change, never what every message does.
"""

import secrets
from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from sqlalchemy import ScalarSelect, event, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import ORMExecuteState, Session, UOWTransaction

from storage.models import (
    AbsenceRow,
    AddressRow,
    AnswerTemplateRow,
    Base,
    CorrectionRow,
    FaqRow,
    HoldingRow,
    InvitationRow,
    LocalityRow,
    MetaRow,
    OfficeAliasRow,
    OfficeMemberRow,
    OfficeRow,
    PersonRow,
    PlanRow,
    ReportingRuleRow,
    TokenPairRow,
    TreatmentRow,
)
from storage.statements import dialect_insert


class Group(StrEnum):
    """What has a version of its own."""

    PLACES = "places"
    PEOPLE = "people"
    PLANS = "plans"
    ANSWERS = "answers"
    SETTINGS = "settings"


_PREFIX, _CHANGED = "version ", "changed groups"
_MEMBERS: Mapping[Group, tuple[type[Base], ...]] = {
    Group.PLACES: (LocalityRow,),
    Group.PEOPLE: (
        PersonRow,
        HoldingRow,
        AddressRow,
        AbsenceRow,
        InvitationRow,
        OfficeRow,
        OfficeAliasRow,
        OfficeMemberRow,
    ),
    Group.PLANS: (PlanRow, CorrectionRow, TreatmentRow),
    Group.ANSWERS: (FaqRow,),
    Group.SETTINGS: (LocalityRow, ReportingRuleRow, AnswerTemplateRow, TokenPairRow),
}
GROUPS: Mapping[type, tuple[Group, ...]] = MappingProxyType(
    {
        model: tuple(group for group, models in _MEMBERS.items() if model in models)
        for models in _MEMBERS.values()
        for model in models
    }
)


class VersionedSession(Session):
    """A session that notices which groups it changes."""


def select_version(group: Group) -> ScalarSelect[str]:
    """Select a group's version; nothing before its first change."""
    return select(MetaRow.value).where(MetaRow.key == _PREFIX + group.value).scalar_subquery()


def has_changed(session: AsyncSession, group: Group) -> bool:
    """Tell whether a transaction has changed something of a group itself."""
    return group in session.info.get(_CHANGED, ())


def _note(session: Session, model: type) -> None:
    if groups := GROUPS.get(model):
        session.info.setdefault(_CHANGED, set()).update(groups)


@event.listens_for(VersionedSession, "do_orm_execute")
def _note_statement(state: ORMExecuteState) -> None:
    is_change = state.is_insert or state.is_update or state.is_delete
    if is_change and state.bind_mapper:
        _note(state.session, state.bind_mapper.class_)


@event.listens_for(VersionedSession, "after_flush")
def _note_rows(session: Session, _context: UOWTransaction) -> None:
    for row in (*session.new, *session.dirty, *session.deleted):
        _note(session, type(row))


@event.listens_for(VersionedSession, "before_commit")
def _publish(session: Session) -> None:
    """Write the versions, always in one order, lest two writers wait for each other."""
    session.flush()
    for group in sorted(session.info.pop(_CHANGED, ())):
        value = {"value": secrets.token_hex(8)}
        insert = dialect_insert(session, MetaRow).values(key=_PREFIX + group, **value)
        session.execute(insert.on_conflict_do_update(index_elements=[MetaRow.key], set_=value))
