"""Texts whose vectors another model made, or none: passages and the office's own questions."""

from collections.abc import Mapping, Sequence

from sqlalchemy import ColumnElement, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import InstrumentedAttribute

from storage.models import FaqRow, PassageRow
from storage.statements import count_changed
from storage.values import EmbeddedKind, EmbeddedText

_TEXTS: Mapping[EmbeddedKind, InstrumentedAttribute[str]] = {
    EmbeddedKind.PASSAGE: PassageRow.text,
    EmbeddedKind.FAQ: FaqRow.question,
}
_ROWS: Mapping[EmbeddedKind, type[PassageRow] | type[FaqRow]] = {
    EmbeddedKind.PASSAGE: PassageRow,
    EmbeddedKind.FAQ: FaqRow,
}


class Embeddings:
    """Find vectors that are of no use to a model, and replace them."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def list_outdated(self, kind: EmbeddedKind, *, embedder: str) -> Sequence[int]:
        """List the texts without a vector of this model."""
        row = _ROWS[kind]
        statement = select(row.id).where(_is_outdated(row, embedder)).order_by(row.id)
        return list(await self._session.scalars(statement))

    async def read(
        self, kind: EmbeddedKind, ids: Sequence[int], *, embedder: str
    ) -> Sequence[EmbeddedText]:
        """Read those of some texts that are still there and still without such a vector."""
        row = _ROWS[kind]
        found = await self._session.execute(
            select(row.id, row.locality_id, _TEXTS[kind])
            .where(row.id.in_(ids), _is_outdated(row, embedder))
            .order_by(row.id)
        )
        return [EmbeddedText(kind, *each) for each in found]

    async def save(self, text: EmbeddedText, vector: bytes, *, embedder: str) -> bool:
        """Replace a text's vector; tell whether the text was still there as it was read."""
        row = _ROWS[text.kind]
        statement = (
            update(row)
            .where(row.id == text.id, _TEXTS[text.kind] == text.text, _is_outdated(row, embedder))
            .values(vector=vector, embedder=embedder)
        )
        return bool(await count_changed(self._session, statement))


def _is_outdated(row: type[PassageRow] | type[FaqRow], embedder: str) -> ColumnElement[bool]:
    return or_(row.embedder.is_distinct_from(embedder), row.vector.is_(None))
