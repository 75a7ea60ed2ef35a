"""What is searched: text and vector of every task and paragraph."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Row, delete, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from knowledge.search.base import SearchQuery
from knowledge.search.postings import NO_CLOSENESS, Found, Outline, ask_terms, list_terms
from storage.models import PassageRow, PlanRow, PostingRow
from storage.postings import (
    compare_vectors,
    find_holders,
    read_outline,
    rewrite_postings,
    write_postings,
)
from storage.values import NewPassage, PlanState, StoredPassage

# Columns, not entities: a session would keep every row it has read.
_SEARCHED = select(
    PassageRow.id,
    PassageRow.plan_id,
    PassageRow.locality_id,
    PassageRow.kind,
    PassageRow.position,
    PassageRow.text,
    PassageRow.embedder,
    PassageRow.vector,
).order_by(PassageRow.id)


class Passages:
    """Keep passages beside the plans they come from."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    @property
    def are_searched_here(self) -> bool:
        """Whether the database itself can compare passages with a query."""
        return self._session.get_bind().dialect.name == "postgresql"

    async def add(
        self,
        passages: Sequence[NewPassage],
        *,
        plan_id: int,
        locality_id: int,
        embedder: str | None,
    ) -> None:
        """Store a plan's passages; `embedder` names the model that made the vectors."""
        terms = [list_terms(p.text) if self.are_searched_here else None for p in passages]
        rows = [
            PassageRow(
                plan_id=plan_id,
                locality_id=locality_id,
                kind=passage.kind,
                position=passage.position,
                text=passage.text,
                embedder=embedder,
                vector=passage.vector,
                length=read.length if read else None,
                is_bare=read.is_bare if read else None,
            )
            for passage, read in zip(passages, terms, strict=True)
        ]
        self._session.add_all(rows)
        await self._session.flush()
        written = {row.id: read for row, read in zip(rows, terms, strict=True) if read}
        await write_postings(self._session, plan_id, written)

    async def remove(self, plan_id: int, *, task: int | None = None) -> None:
        """Forget a plan's passages, or only those of the task at a position."""
        statement = delete(PassageRow).where(PassageRow.plan_id == plan_id)
        if task is not None:
            statement = statement.where(PassageRow.kind == "task", PassageRow.position == task)
        elif self.are_searched_here:
            await self._session.execute(delete(PostingRow).where(PostingRow.plan_id == plan_id))
        await self._session.execute(statement)

    async def searchable(
        self, locality_ids: Sequence[int], *, embedder: str | None
    ) -> Sequence[StoredPassage]:
        """List the passages of confirmed plans; vectors of another model are left out."""
        rows = await self._session.execute(
            _SEARCHED.join(PlanRow, PlanRow.id == PassageRow.plan_id).where(
                PassageRow.locality_id.in_(locality_ids),
                PlanRow.state == PlanState.CONFIRMED.value,
            )
        )
        return [_stored(row, embedder) for row in rows]

    async def of_plans(
        self, plan_ids: Sequence[int], *, embedder: str | None
    ) -> Sequence[StoredPassage]:
        """List the passages of some plans; vectors of another model are left out."""
        rows = await self._session.execute(_SEARCHED.where(PassageRow.plan_id.in_(plan_ids)))
        return [_stored(row, embedder) for row in rows]

    async def count(self, plan_ids: Sequence[int]) -> int:
        """Count the passages of some plans."""
        statement = select(func.count()).where(PassageRow.plan_id.in_(plan_ids))
        return await self._session.scalar(statement) or 0

    async def places(self, plan_ids: Sequence[int]) -> Mapping[int, tuple[int, str, int]]:
        """Give by passage of some plans its plan, its kind and its position there."""
        rows = await self._session.execute(
            select(PassageRow.id, PassageRow.plan_id, PassageRow.kind, PassageRow.position)
            .where(PassageRow.plan_id.in_(plan_ids))
            .order_by(PassageRow.id)
        )
        return {row.id: (row.plan_id, row.kind, row.position) for row in rows}

    async def outline(self, plan_ids: Sequence[int], *, background: Sequence[str] = ()) -> Outline:
        """Read what must be known of some plans' passages to search them here."""
        return await read_outline(self._session, plan_ids, background=background)

    async def find(
        self, query: SearchQuery, plan_ids: Sequence[int], *, embedder: str | None
    ) -> Found:
        """Find what a query needs to be compared with the passages of some plans."""
        holders = await find_holders(self._session, ask_terms(query), plan_ids)
        closeness = NO_CLOSENESS
        if query.vector is not None and embedder is not None:
            closeness = await compare_vectors(
                self._session, query.vector, plan_ids, embedder=embedder
            )
        return Found(holders, closeness)

    async def list_unread(self) -> Sequence[tuple[int, int]]:
        """List plan and place of passages that cannot be searched here yet."""
        if not self.are_searched_here:
            return []
        rows = await self._session.execute(
            select(PassageRow.plan_id, PassageRow.locality_id)
            .where(PassageRow.length.is_(None))
            .distinct()
            .order_by(PassageRow.plan_id)
        )
        return [(row.plan_id, row.locality_id) for row in rows]

    async def read_anew(self, plan_id: int) -> None:
        """Make all passages of a plan searchable here."""
        await rewrite_postings(self._session, plan_id)

    async def sample(self, plan_ids: Sequence[int], *, every: int) -> Sequence[str]:
        """List about one text of some plans in so many, from all over them."""
        statement = (
            select(PassageRow.text)
            .where(PassageRow.plan_id.in_(plan_ids), PassageRow.id % every == 0)
            .order_by(PassageRow.id)
        )
        return list(await self._session.scalars(statement))

    async def texts(self, *, most: int) -> Sequence[str]:
        """List the latest texts of confirmed plans, of every place."""
        rows = await self._session.scalars(
            select(PassageRow.text)
            .join(PlanRow, PlanRow.id == PassageRow.plan_id)
            .where(PlanRow.state == PlanState.CONFIRMED.value)
            .order_by(PassageRow.id.desc())
            .limit(most)
        )
        return list(rows)


def _stored(row: Row[*tuple[Any, ...]], embedder: str | None) -> StoredPassage:
    vector = row.vector if row.embedder == embedder else None
    return StoredPassage(
        row.id, row.plan_id, row.locality_id, row.kind, row.position, row.text, vector
    )
