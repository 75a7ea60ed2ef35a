"""Published cases: only what a person has released is read, nothing that is sealed."""

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from sqlalchemy import Row, Select, select
from sqlalchemy.ext.asyncio import AsyncSession

from knowledge.cases.states import CaseKind, CaseState, Solved
from knowledge.cases.steps import Action
from storage.models import CaseEventRow, CaseRow, LocalityRow, OfficeRow
from storage.values.public import PublicCase, PublicHead

_SHOWN = (
    CaseRow.id,
    CaseRow.code,
    LocalityRow.name.label("locality"),
    CaseRow.kind,
    CaseRow.state,
    OfficeRow.name.label("office"),
    CaseRow.received_at,
    CaseRow.published_at,
    CaseRow.public_content,
    CaseRow.public_answer,
    CaseRow.public_sender,
    CaseRow.answered_at,
    CaseRow.answer_signer,
    CaseRow.solved,
)


class Publications:
    """Read what everybody may read."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def list_heads(self, locality_ids: Collection[int] | None = None) -> Sequence[PublicHead]:
        """List the published cases (of some places) without their words, the latest first."""
        statement = (
            select(CaseRow.id, CaseRow.office_id, OfficeRow.name, CaseRow.received_at)
            .outerjoin(OfficeRow, OfficeRow.id == CaseRow.office_id)
            .where(CaseRow.published_at.is_not(None))
            .order_by(CaseRow.published_at.desc(), CaseRow.id.desc())
        )
        rows = await self._session.execute(_within(statement, locality_ids))
        return [PublicHead(*row) for row in rows]

    async def texts(self, locality_ids: Collection[int] | None = None) -> Mapping[int, str]:
        """Give what may be searched of the published cases (of some places), by case id."""
        statement = select(CaseRow.id, CaseRow.public_content, CaseRow.public_answer).where(
            CaseRow.published_at.is_not(None)
        )
        rows = await self._session.execute(_within(statement, locality_ids))
        return {case_id: f"{content} {answer}" for case_id, content, answer in rows}

    async def list_some(self, case_ids: Sequence[int]) -> Sequence[PublicCase]:
        """Give published cases by their numbers, in that order."""
        found = await self._list(_select().where(CaseRow.id.in_(case_ids)))
        by_id = {case.id: case for case in found}
        return [by_id[case_id] for case_id in case_ids if case_id in by_id]

    async def find(self, code: str) -> PublicCase | None:
        """Find a published case by its code."""
        found = await self._list(_select().where(CaseRow.code == code))
        return found[0] if found else None

    async def _list(self, statement: Select[*tuple[Any, ...]]) -> list[PublicCase]:
        rows = (await self._session.execute(statement)).all()
        answers = await self._answers([row.id for row in rows])
        return [_read(row, answers.get(row.id, ())) for row in rows]

    async def _answers(
        self, case_ids: Sequence[int]
    ) -> Mapping[int, Sequence[tuple[dt.datetime, Mapping[str, str]]]]:
        """Give when and with what facts cases were answered, oldest first."""
        found: dict[int, list[tuple[dt.datetime, Mapping[str, str]]]] = {}
        rows = await self._session.execute(
            select(CaseEventRow.case_id, CaseEventRow.at, CaseEventRow.facts)
            .where(CaseEventRow.case_id.in_(case_ids), CaseEventRow.action == Action.ANSWER.value)
            .order_by(CaseEventRow.id)
        )
        for case_id, at, facts in rows:
            found.setdefault(case_id, []).append((at, facts or {}))
        return found


def _within(
    statement: Select[*tuple[Any, ...]], locality_ids: Collection[int] | None
) -> Select[*tuple[Any, ...]]:
    if locality_ids is None:
        return statement
    return statement.where(CaseRow.locality_id.in_(locality_ids))


def _select() -> Select[*tuple[Any, ...]]:
    return (
        select(*_SHOWN)
        .join(LocalityRow, LocalityRow.id == CaseRow.locality_id)
        .outerjoin(OfficeRow, OfficeRow.id == CaseRow.office_id)
        .where(CaseRow.published_at.is_not(None))
    )


def _read(
    row: Row[*tuple[Any, ...]], answers: Sequence[tuple[dt.datetime, Mapping[str, str]]]
) -> PublicCase:
    """Read a row with the answer that was published, which need not be the latest one.

    A case that was reopened has another answer on its way: that one's signer is not shown.
    """
    published = [answer for answer in answers if answer[0] <= row.published_at]
    answered_at, facts = published[-1] if published else (None, {})
    is_latest = row.answered_at is not None and row.answered_at == answered_at
    return PublicCase(
        id=row.id,
        code=row.code,
        locality=row.locality,
        kind=CaseKind(row.kind),
        state=CaseState(row.state),
        office=row.office,
        received_at=row.received_at,
        published_at=row.published_at,
        content=row.public_content or "",
        answer=row.public_answer or "",
        sender=row.public_sender or "",
        answered_at=answered_at,
        due_on=_day(facts, "due"),
        number=facts.get("number", ""),
        day=_day(facts, "day"),
        signer=(row.answer_signer or "") if is_latest else "",
        solved=Solved(row.solved) if row.solved and (is_latest or not row.answered_at) else None,
    )


def _day(facts: Mapping[str, str], name: str) -> dt.date | None:
    return dt.date.fromisoformat(facts[name]) if facts.get(name) else None
