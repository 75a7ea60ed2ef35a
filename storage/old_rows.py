"""Rows that have been kept long enough, of any table: counted, and deleted a few at a time."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, delete, func, inspect, select, tuple_
from sqlalchemy.ext.asyncio import AsyncSession

from storage.models import (
    ChangeRow,
    ConsentRow,
    DataRequestRow,
    DialogueRow,
    HandoverRow,
    InboxRow,
    InvitationRow,
    LoginLinkRow,
    LoginRequestRow,
    OnceRow,
    OutboxRow,
    ReminderRow,
    UnansweredRow,
    WebSessionRow,
)
from storage.statements import count_changed
from storage.values import HandoverState

Moment = dt.datetime | dt.date


class OldKind(StrEnum):
    """What goes by its age alone."""

    INBOX = "inbox"
    OUTBOX = "outbox"
    DIALOGUES = "dialogues"
    INVITATIONS = "invitations"
    REMINDERS = "reminders"
    TOLD_ONCE = "told_once"
    QUESTIONS = "questions"
    HANDOVERS = "handovers"
    DATA_REQUESTS = "data_requests"
    CONSENTS = "consents"
    CHANGES = "changes"
    SESSIONS = "sessions"
    LOGIN_LINKS = "login_links"
    LOGIN_REQUESTS = "login_requests"


@dataclass(frozen=True, slots=True)
class _Old:
    """A table, the column its rows' age is counted from, and which rows go at all."""

    model: Any
    since: Any
    which: tuple[ColumnElement[bool], ...] = ()


_OLD = {
    OldKind.INBOX: _Old(InboxRow, InboxRow.finished_at),
    OldKind.OUTBOX: _Old(OutboxRow, OutboxRow.finished_at),
    OldKind.DIALOGUES: _Old(DialogueRow, DialogueRow.updated_at),
    OldKind.INVITATIONS: _Old(InvitationRow, InvitationRow.expires_at),
    OldKind.REMINDERS: _Old(ReminderRow, ReminderRow.remind_on),
    OldKind.TOLD_ONCE: _Old(OnceRow, OnceRow.at),
    OldKind.QUESTIONS: _Old(UnansweredRow, UnansweredRow.asked_at),
    OldKind.HANDOVERS: _Old(
        HandoverRow,
        HandoverRow.changed_at,
        (HandoverRow.state == HandoverState.CLOSED.value,),
    ),
    OldKind.DATA_REQUESTS: _Old(DataRequestRow, DataRequestRow.done_at),
    OldKind.CONSENTS: _Old(ConsentRow, ConsentRow.given_at, (ConsentRow.case_id.is_(None),)),
    OldKind.CHANGES: _Old(ChangeRow, ChangeRow.at),
    OldKind.SESSIONS: _Old(WebSessionRow, WebSessionRow.expires_at),
    OldKind.LOGIN_LINKS: _Old(LoginLinkRow, LoginLinkRow.expires_at),
    OldKind.LOGIN_REQUESTS: _Old(LoginRequestRow, LoginRequestRow.expires_at),
}


class OldRows:
    """Count and delete what is older than a moment; a kind by a date of Viet Nam where it is one.

    Of dialogues, those of some kinds may be left to rules of their own (`but`).
    """

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def count(self, kind: OldKind, before: Moment, *, but: Sequence[str] = ()) -> int:
        """Count the rows of a kind that are older."""
        statement = select(func.count()).select_from(_OLD[kind].model)
        found = await self._session.scalar(statement.where(*_is_old(kind, before, but)))
        return found or 0

    async def remove(
        self, kind: OldKind, before: Moment, *, limit: int, but: Sequence[str] = ()
    ) -> int:
        """Delete at most so many rows of a kind that are older; return how many there were."""
        model = _OLD[kind].model
        key = inspect(model).primary_key
        old = select(*key).where(*_is_old(kind, before, but)).limit(limit)
        statement = delete(model).where(tuple_(*key).in_(old))
        return await count_changed(
            self._session, statement.execution_options(synchronize_session=False)
        )


def _is_old(kind: OldKind, before: Moment, but: Sequence[str]) -> list[ColumnElement[bool]]:
    old = _OLD[kind]
    left = [DialogueRow.kind.not_in(but)] if kind is OldKind.DIALOGUES and but else []
    return [old.since < before, *old.which, *left]
