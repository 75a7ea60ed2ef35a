"""What senders of cases are to know, and whether they do: two facts."""

import datetime as dt
from collections.abc import Collection, Mapping, Sequence

from sqlalchemy import ColumnElement, Select, and_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from knowledge.cases.states import Notice
from storage.cipher import Cipher
from storage.models import CaseNoticeRow, CaseRow, OutboxRow
from storage.queue import has_come
from storage.values import Address, CaseNotice, ToldBy

_SUBJECT = "case notice "


class CaseNotices:
    """Keep notices to senders; the delivery of one is found by its subject in the outbox."""

    def __init__(self, session: AsyncSession, cipher: Cipher) -> None:
        self._session = session
        self._cipher = cipher

    async def add(self, case_id: int, notice: Notice, text: str, *, now: dt.datetime) -> str:
        """Keep a notice; return the subject under which it goes out."""
        row = CaseNoticeRow(
            case_id=case_id,
            notice=notice.value,
            text_sealed=self._cipher.encrypt(text),
            made_at=now,
        )
        self._session.add(row)
        await self._session.flush()
        return name_notice(row.id)

    async def record_outcome(self, outbox_id: int, outcome: str, *, now: dt.datetime) -> None:
        """Record what became of a reply ("delivered" or "failed"), if it carried a notice."""
        subject = await self._session.scalar(
            select(OutboxRow.subject).where(OutboxRow.id == outbox_id)
        )
        await self.record_subject(subject, outcome, now=now)

    async def record_subject(self, subject: str | None, outcome: str, *, now: dt.datetime) -> None:
        """Record the same where the reply's subject is known."""
        if subject is None or not subject.startswith(_SUBJECT):
            return
        is_told = outcome == "delivered"
        values = {"told_at": now, "told_by": ToldBy.CHAT.value} if is_told else {"failed_at": now}
        await self._update(CaseNoticeRow.id == int(subject.removeprefix(_SUBJECT)), values)

    async def record_seen(self, sender: Address, *, now: dt.datetime) -> None:
        """Record that a sender has the conversation before their eyes, with all that was said."""
        untold = await self.list_shown(sender, now=now)
        if untold:
            values = {"told_at": now, "told_by": ToldBy.CHAT.value}
            await self._update(CaseNoticeRow.id.in_([notice.id for notice in untold]), values)

    async def list_shown(self, sender: Address, *, now: dt.datetime) -> Sequence[CaseNotice]:
        """List what a conversation shows that its owner is not known to have read yet.

        What is kept for a later moment is not shown before it.
        """
        untold = {name_notice(notice.id): notice for notice in await self.list_untold(sender)}
        if not untold:
            return []
        kept = await self._session.scalars(
            select(OutboxRow.subject).where(
                OutboxRow.channel == sender.channel,
                OutboxRow.user == sender.user,
                OutboxRow.subject.in_(untold),
                ~has_come(OutboxRow, now),
            )
        )
        ahead = set(kept)
        return [notice for subject, notice in untold.items() if subject not in ahead]

    async def give_up_unseen(
        self, notices: Collection[Notice], *, before: dt.datetime, now: dt.datetime
    ) -> None:
        """Note that some kinds of notices, made before a moment, have not been seen in time."""
        unseen = and_(
            CaseNoticeRow.failed_at.is_(None),
            CaseNoticeRow.made_at < before,
            CaseNoticeRow.notice.in_([notice.value for notice in notices]),
        )
        await self._update(unseen, {"failed_at": now})

    async def send_again(self, notice_ids: Collection[int]) -> None:
        """Note that what had failed is on its way again."""
        await self._update(CaseNoticeRow.id.in_(notice_ids), {"failed_at": None})

    async def record_call(
        self, notice_id: int, *, person_id: int | None, by: ToldBy, now: dt.datetime
    ) -> None:
        """Record that somebody has told a sender by other means."""
        values = {"told_at": now, "told_by": by.value, "told_person_id": person_id}
        await self._update(CaseNoticeRow.id == notice_id, values)

    async def _update(self, condition: ColumnElement[bool], values: Mapping[str, object]) -> None:
        await self._session.execute(
            update(CaseNoticeRow)
            .where(condition, CaseNoticeRow.told_at.is_(None))
            .values(**values)
            .execution_options(synchronize_session=False)
        )

    async def list_untold(self, sender: Address) -> Sequence[CaseNotice]:
        """List what a sender has not been told yet, oldest first."""
        return await self._list(
            _select().where(
                CaseRow.sender_channel == sender.channel,
                CaseRow.sender_user == sender.user,
                CaseNoticeRow.told_at.is_(None),
            )
        )

    async def list_failed(self, locality_id: int | None = None) -> Sequence[CaseNotice]:
        """List what no channel could deliver, so that somebody has to call."""
        statement = _select().where(
            CaseNoticeRow.told_at.is_(None), CaseNoticeRow.failed_at.is_not(None)
        )
        if locality_id is not None:
            statement = statement.where(CaseRow.locality_id == locality_id)
        return await self._list(statement)

    async def of_case(self, case_id: int) -> Sequence[CaseNotice]:
        """List the notices of a case, oldest first."""
        return await self._list(_select().where(CaseNoticeRow.case_id == case_id))

    async def _list(self, statement: Select[CaseNoticeRow, str, int]) -> Sequence[CaseNotice]:
        ordered = statement.order_by(CaseNoticeRow.id).execution_options(populate_existing=True)
        rows = await self._session.execute(ordered)
        return [
            CaseNotice(
                id=row.id,
                case_id=row.case_id,
                code=code,
                locality_id=locality_id,
                notice=Notice(row.notice),
                text=self._cipher.decrypt(row.text_sealed),
                made_at=row.made_at,
                told_at=row.told_at,
                told_by=ToldBy(row.told_by) if row.told_by else None,
                told_person_id=row.told_person_id,
                failed_at=row.failed_at,
            )
            for row, code, locality_id in rows
        ]


def _select() -> Select[CaseNoticeRow, str, int]:
    return select(CaseNoticeRow, CaseRow.code, CaseRow.locality_id).join(
        CaseRow, CaseRow.id == CaseNoticeRow.case_id
    )


def name_notice(notice_id: int) -> str:
    """Name the subject under which a notice goes out."""
    return f"{_SUBJECT}{notice_id}"
