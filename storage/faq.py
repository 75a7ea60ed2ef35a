"""What the office has answered in its own words, and the questions it has yet to answer."""

import datetime as dt
from collections.abc import Sequence

from sqlalchemy import delete, func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from storage.cipher import Cipher
from storage.models import FaqRow, RatingRow, UnansweredRow
from storage.statements import count_changed, dialect_insert
from storage.values import FaqEntry, KeptFor, NewFaqEntry, Ratings, Unanswered

_OPEN, _ANSWERED, _DROPPED = "open", "answered", "dropped"


class Faq:
    """Keep the office's own answers and the questions that wait for one."""

    def __init__(self, session: AsyncSession, cipher: Cipher) -> None:
        self._session = session
        self._cipher = cipher

    async def add(self, entry: NewFaqEntry) -> int:
        """Keep an answer; give its number."""
        row = FaqRow(
            locality_id=entry.locality_id,
            question=entry.question,
            answer=entry.answer,
            is_public=entry.is_public,
            written_at=entry.written_at,
            written_by=entry.written_by,
            embedder=entry.embedder,
            vector=entry.vector,
        )
        self._session.add(row)
        await self._session.flush()
        return row.id

    async def change(
        self, faq_id: int, entry: NewFaqEntry, *, written_at: dt.datetime | None = None
    ) -> bool:
        """Put another answer in an answer's place; tell whether there was one.

        With `written_at` only the one that was written at that moment is changed.
        """
        known = [FaqRow.written_at == written_at] if written_at else []
        statement = (
            update(FaqRow)
            .where(FaqRow.id == faq_id, FaqRow.locality_id == entry.locality_id, *known)
            .values(
                question=entry.question,
                answer=entry.answer,
                is_public=entry.is_public,
                written_at=entry.written_at,
                written_by=entry.written_by,
                embedder=entry.embedder,
                vector=entry.vector,
            )
        )
        return await count_changed(self._session, statement) > 0

    async def find(self, faq_id: int) -> FaqEntry | None:
        """Find an answer by its number."""
        row = await self._session.get(FaqRow, faq_id, populate_existing=True)
        return _entry(row, row.embedder) if row else None

    async def find_answer_to(self, question_ids: Sequence[int]) -> FaqEntry | None:
        """Find the answer that kept questions were settled by, the newest of several."""
        row = await self._session.scalar(
            select(FaqRow)
            .join(UnansweredRow, UnansweredRow.faq_id == FaqRow.id)
            .where(UnansweredRow.id.in_(question_ids))
            .order_by(FaqRow.id.desc())
            .limit(1)
        )
        return _entry(row, row.embedder) if row else None

    async def remove(self, faq_id: int) -> bool:
        """Forget an answer; tell whether there was one."""
        statement = delete(FaqRow).where(FaqRow.id == faq_id)
        return await count_changed(self._session, statement) > 0

    async def list_all(self) -> Sequence[FaqEntry]:
        """List the answers of all places, place by place."""
        statement = select(FaqRow).order_by(FaqRow.locality_id, FaqRow.id)
        return [_entry(row, row.embedder) for row in await self._session.scalars(statement)]

    async def of_localities(
        self, locality_ids: Sequence[int], *, embedder: str | None, only_public: bool
    ) -> Sequence[FaqEntry]:
        """List the answers of some places; vectors of another model are left out."""
        statement = select(FaqRow).where(FaqRow.locality_id.in_(locality_ids)).order_by(FaqRow.id)
        if only_public:
            statement = statement.where(FaqRow.is_public)
        return [_entry(row, embedder) for row in await self._session.scalars(statement)]

    async def keep(
        self, locality_id: int | None, question: str, reason: KeptFor, *, now: dt.datetime
    ) -> int:
        """Keep a question without personal data; give its number."""
        row = UnansweredRow(
            locality_id=locality_id,
            question_sealed=self._cipher.encrypt(question),
            reason=reason.value,
            state=_OPEN,
            asked_at=now,
        )
        self._session.add(row)
        await self._session.flush()
        return row.id

    async def list_open(
        self, locality_id: int | None = None, *, asked_at: dt.datetime | None = None
    ) -> Sequence[Unanswered]:
        """List the questions that wait, oldest first: of a place, or of all and of none.

        `asked_at` leaves those that were asked at that moment.
        """
        statement = select(UnansweredRow).where(UnansweredRow.state == _OPEN)
        if locality_id is not None:
            statement = statement.where(UnansweredRow.locality_id == locality_id)
        if asked_at is not None:
            statement = statement.where(UnansweredRow.asked_at == asked_at)
        rows = await self._session.scalars(
            statement.order_by(UnansweredRow.asked_at, UnansweredRow.id)
        )
        return [self._question(row) for row in rows]

    def _question(self, row: UnansweredRow) -> Unanswered:
        question = self._cipher.decrypt(row.question_sealed)
        return Unanswered(row.id, row.locality_id, question, KeptFor(row.reason), row.asked_at)

    async def settle(self, question_ids: Sequence[int], faq_id: int) -> int:
        """Mark waiting questions as answered by an answer; count them."""
        return await self._close(question_ids, state=_ANSWERED, faq_id=faq_id)

    async def drop(self, question_ids: Sequence[int]) -> int:
        """Take waiting questions off the list; count them."""
        return await self._close(question_ids, state=_DROPPED, faq_id=None)

    async def reopen(self, question_ids: Sequence[int]) -> int:
        """Let settled or dropped questions wait again; count them."""
        statement = (
            update(UnansweredRow)
            .where(UnansweredRow.id.in_(question_ids), UnansweredRow.state != _OPEN)
            .values(state=_OPEN, faq_id=None)
        )
        return await count_changed(self._session, statement)

    async def _close(self, question_ids: Sequence[int], *, state: str, faq_id: int | None) -> int:
        statement = (
            update(UnansweredRow)
            .where(UnansweredRow.id.in_(question_ids), UnansweredRow.state == _OPEN)
            .values(state=state, faq_id=faq_id)
        )
        return await count_changed(self._session, statement)

    async def rate(self, locality_id: int, day: dt.date, *, is_good: bool) -> None:
        """Count a rating of a place's answers."""
        insert = dialect_insert(self._session, RatingRow).values(
            locality_id=locality_id, day=day, good=int(is_good), bad=int(not is_good)
        )
        counted = {
            "good": RatingRow.good + insert.excluded.good,
            "bad": RatingRow.bad + insert.excluded.bad,
        }
        await self._session.execute(
            insert.on_conflict_do_update(
                index_elements=[RatingRow.locality_id, RatingRow.day], set_=counted
            )
        )

    async def count_ratings(self, locality_id: int, first: dt.date, last: dt.date) -> Ratings:
        """Count a place's ratings from a day to a day, both included."""
        statement = select(
            func.coalesce(func.sum(RatingRow.good), 0), func.coalesce(func.sum(RatingRow.bad), 0)
        ).where(RatingRow.locality_id == locality_id, RatingRow.day.between(first, last))
        good, bad = (await self._session.execute(statement)).one()
        return Ratings(int(good), int(bad))


def _entry(row: FaqRow, embedder: str | None) -> FaqEntry:
    return FaqEntry(
        id=row.id,
        locality_id=row.locality_id,
        question=row.question,
        answer=row.answer,
        is_public=row.is_public,
        written_at=row.written_at,
        written_by=row.written_by,
        vector=row.vector if row.embedder == embedder else None,
    )
