"""What is erased of a person: the words and the name go, what figures are made of stays."""

import datetime as dt
from typing import Any

from sqlalchemy import ColumnElement, delete, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from knowledge.cases.steps import Action
from storage.case_notices import name_notice
from storage.cipher import Cipher
from storage.models import (
    CaseEventRow,
    CaseNoticeRow,
    CaseRow,
    ConsentRow,
    DialogueRow,
    HandoverRow,
    InboxRow,
    OutboxRow,
    ReminderRow,
)
from storage.statements import count_changed
from storage.values import Address

_NOBODY = ""
_CLOSED = "closed"
_PERSONAL = (
    "where_sealed",
    "contact_sealed",
    "phone_digest",
    "complained_sealed",
    "answer_sealed",
    "public_sender",
    "embedder",
    "vector_sealed",
)


class Erasing:
    """Erase cases and conversations, and take back consents."""

    def __init__(self, session: AsyncSession, cipher: Cipher) -> None:
        self._session = session
        self._cipher = cipher

    async def erase_case(self, case_id: int, *, now: dt.datetime) -> None:
        """Erase who sent a case, what was written in it and what went out about it.

        Code, kind, states and days stay for the figures, and what was published, which is
        redacted, and why it was erased; the files are removed by their own repository.
        """
        await self.forget_news(case_id)
        written = (CaseEventRow.case_id == case_id, CaseEventRow.action != Action.ERASE.value)
        await self._session.execute(update(CaseEventRow).where(*written).values(note_sealed=None))
        await self._session.execute(delete(ConsentRow).where(ConsentRow.case_id == case_id))
        about = CaseNoticeRow.case_id == case_id
        untold = delete(CaseNoticeRow).where(about, CaseNoticeRow.told_at.is_(None))
        await self._session.execute(untold)
        await self._session.execute(
            update(CaseNoticeRow).where(about).values(text_sealed=self._cipher.encrypt(""))
        )
        row = update(CaseRow).where(CaseRow.id == case_id)
        await self._session.execute(row.values(**self._emptied(), erased_at=now))

    def _emptied(self) -> dict[str, object]:
        """Give the columns of a case that hold personal data, without it."""
        emptied = dict.fromkeys(_PERSONAL)
        return emptied | {"sender_user": _NOBODY, "content_sealed": self._cipher.encrypt("")}

    async def forget_news(self, case_id: int) -> None:
        """Delete what was told about a case, to its sender and to officials."""
        notices = await self._session.scalars(
            select(CaseNoticeRow.id).where(CaseNoticeRow.case_id == case_id)
        )
        about = name_subject(case_id)
        subjects = OutboxRow.subject.in_([about, *map(name_notice, notices)])
        is_about = or_(subjects, OutboxRow.subject.startswith(f"{about} ", autoescape=True))
        await self._session.execute(delete(OutboxRow).where(is_about, OutboxRow.token.is_(None)))

    async def forget_conversation(self, address: Address, before: dt.datetime) -> None:
        """Delete what was said at an address up to a moment and is not in a case.

        What is on its way in or out just now, and a handover that goes on, is left.
        """
        ended = (*_at(HandoverRow, address), HandoverRow.state == _CLOSED)
        ended = (*ended, HandoverRow.opened_at <= before)
        handovers = await self._session.scalars(select(HandoverRow.id).where(*ended))
        subjects = [f"handover {number}" for number in handovers]
        is_old = (OutboxRow.finished_at.is_not(None), OutboxRow.created_at <= before)
        is_read = (InboxRow.finished_at.is_not(None), InboxRow.created_at <= before)
        is_past = DialogueRow.updated_at <= before
        for statement in (
            delete(OutboxRow).where(OutboxRow.subject.in_(subjects), *is_old),
            delete(OutboxRow).where(*_at(OutboxRow, address), *is_old),
            delete(InboxRow).where(*_at(InboxRow, address), *is_read),
            delete(HandoverRow).where(*ended),
            delete(DialogueRow).where(*_at(DialogueRow, address), is_past),
            delete(ReminderRow).where(*_at(ReminderRow, address)),
        ):
            await self._session.execute(statement.execution_options(synchronize_session=False))

    async def forget_words(self, address: Address, since: dt.datetime) -> None:
        """Delete both sides' messages at an address since a moment; what is on its way is left."""
        for model in (InboxRow, OutboxRow):
            spoken = (model.finished_at.is_not(None), model.created_at >= since)
            await self._session.execute(delete(model).where(*_at(model, address), *spoken))

    async def count_handovers(self, address: Address) -> int:
        """Count the conversations of an address that officials were asked into."""
        statement = select(func.count()).select_from(HandoverRow).where(*_at(HandoverRow, address))
        return await self._session.scalar(statement) or 0

    async def count_reminders(self, address: Address) -> int:
        """Count the tasks that an address has asked to be reminded of."""
        statement = select(func.count()).select_from(ReminderRow).where(*_at(ReminderRow, address))
        return await self._session.scalar(statement) or 0

    async def withdraw_consents(self, address: Address, *, now: dt.datetime) -> int:
        """Take back all consents of an address; return how many cases or consents it changed."""
        given = (*_at(ConsentRow, address), ConsentRow.withdrawn_at.is_(None))
        consents = update(ConsentRow).where(*given)
        allowed = or_(CaseRow.may_publish_name, CaseRow.may_use_template)
        cases = update(CaseRow).where(
            CaseRow.sender_channel == address.channel, CaseRow.sender_user == address.user, allowed
        )
        changed = await count_changed(self._session, consents.values(withdrawn_at=now))
        return changed + await count_changed(
            self._session,
            cases.values(
                may_publish_name=False,
                may_use_template=False,
                public_sender=None,
                version=CaseRow.version + 1,
            ),
        )

    async def count_consents(self, address: Address) -> int:
        """Count the consents of an address that hold."""
        statement = select(func.count()).where(
            *_at(ConsentRow, address), ConsentRow.withdrawn_at.is_(None)
        )
        return await self._session.scalar(statement) or 0


def name_subject(case_id: int) -> str:
    """Name the subject of what officials are told of a case; a kind of news may follow it."""
    return f"case {case_id}"


def _at(model: Any, address: Address) -> tuple[ColumnElement[bool], ...]:
    return model.channel == address.channel, model.user == address.user
