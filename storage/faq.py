"""What the office has answered in its own words, and the questions it has yet to answer."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from storage.cipher import Cipher
from storage.models import FaqRow
from storage.values import FaqEntry


class Faq:
    """Keep the office's own answers and the questions that wait for one."""

    def __init__(self, session: AsyncSession, cipher: Cipher) -> None:
        self._session = session
        self._cipher = cipher

    async def of_localities(
        self, locality_ids: Sequence[int], *, embedder: str | None, only_public: bool
    ) -> Sequence[FaqEntry]:
        """List the answers of some places; vectors of another model are left out."""
        statement = select(FaqRow).where(FaqRow.locality_id.in_(locality_ids)).order_by(FaqRow.id)
        if only_public:
            statement = statement.where(FaqRow.is_public)
        return [_entry(row, embedder) for row in await self._session.scalars(statement)]


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
