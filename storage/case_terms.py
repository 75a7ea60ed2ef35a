"""Terms of cases: one at most runs; what is warned of them is told once."""

import datetime as dt
from collections.abc import Mapping, Sequence

from sqlalchemy import delete, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from knowledge.cases.states import CaseKind, TermKind
from knowledge.cases.terms import TermRule
from storage.models import CaseRow, CaseTermRow, CaseTermRuleRow, CaseWarningRow
from storage.statements import count_changed, dialect_insert, insert_once
from storage.values import CaseTerm


class CaseTerms:
    """Start, stop and list terms, and keep the office's own rules."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def start(
        self, case_id: int, kind: TermKind, *, started_on: dt.date, due_on: dt.date
    ) -> None:
        """Start a term; the one before must have ended."""
        self._session.add(
            CaseTermRow(case_id=case_id, kind=kind.value, started_on=started_on, due_on=due_on)
        )
        await self._session.flush()

    async def find_open(self, case_id: int) -> CaseTerm | None:
        """Find the term that has not ended."""
        row = await self._session.scalar(
            select(CaseTermRow)
            .where(CaseTermRow.case_id == case_id, CaseTermRow.ended_on.is_(None))
            .execution_options(populate_existing=True)
        )
        return _term(row) if row else None

    async def save(self, term: CaseTerm) -> None:
        """Keep a term as changed."""
        await self._session.execute(
            update(CaseTermRow)
            .where(CaseTermRow.id == term.id)
            .values(due_on=term.due_on, paused_on=term.paused_on, ended_on=term.ended_on)
        )

    async def of_case(self, case_id: int) -> Sequence[CaseTerm]:
        """List a case's terms, oldest first."""
        rows = await self._session.scalars(
            select(CaseTermRow).where(CaseTermRow.case_id == case_id).order_by(CaseTermRow.id)
        )
        return [_term(row) for row in rows]

    async def list_running(self) -> Sequence[CaseTerm]:
        """List the terms that run, neither ended nor paused, what is due first first."""
        rows = await self._session.scalars(
            select(CaseTermRow)
            .join(CaseRow, CaseRow.id == CaseTermRow.case_id)
            .where(CaseTermRow.ended_on.is_(None), CaseTermRow.paused_on.is_(None))
            .order_by(CaseTermRow.due_on, CaseTermRow.id)
        )
        return [_term(row) for row in rows]

    async def warn_once(self, term_id: int, person_id: int, step: str, *, now: dt.datetime) -> bool:
        """Note that a person is warned; tell whether they had not been."""
        values = {"term_id": term_id, "person_id": person_id, "step": step, "at": now}
        return await insert_once(self._session, CaseWarningRow, values)

    async def rules(self, locality_id: int) -> Sequence[TermRule]:
        """List the rules that an office has entered."""
        return (await self.rules_of([locality_id]))[locality_id]

    async def rules_of(self, locality_ids: Sequence[int]) -> Mapping[int, Sequence[TermRule]]:
        """List the rules that the offices of some places have entered, by place."""
        found: dict[int, list[TermRule]] = {each: [] for each in locality_ids}
        rows = await self._session.scalars(
            select(CaseTermRuleRow)
            .where(CaseTermRuleRow.locality_id.in_(locality_ids))
            .order_by(CaseTermRuleRow.id)
            .execution_options(populate_existing=True)
        )
        for row in rows:
            kind, term = CaseKind(row.kind), TermKind(row.term)
            found[row.locality_id].append(TermRule(kind, term, row.working_days, row.basis))
        return found

    async def remove_rule(self, locality_id: int, kind: CaseKind, term: TermKind) -> bool:
        """Forget a rule of an office; tell whether there was one."""
        statement = delete(CaseTermRuleRow).where(
            CaseTermRuleRow.locality_id == locality_id,
            CaseTermRuleRow.kind == kind.value,
            CaseTermRuleRow.term == term.value,
        )
        return await count_changed(self._session, statement) > 0

    async def set_rule(
        self, locality_id: int, rule: TermRule, *, by: str, now: dt.datetime
    ) -> None:
        """Enter a rule, in place of the one for the same kind and term."""
        values = {
            "locality_id": locality_id,
            "kind": rule.kind.value,
            "term": rule.term.value,
            "working_days": rule.working_days,
            "basis": rule.basis,
            "written_at": now,
            "written_by": by,
        }
        key = ("locality_id", "kind", "term")
        changed = {name: value for name, value in values.items() if name not in key}
        statement = dialect_insert(self._session, CaseTermRuleRow).values(**values)
        await self._session.execute(
            statement.on_conflict_do_update(index_elements=list(key), set_=changed)
        )


def _term(row: CaseTermRow) -> CaseTerm:
    return CaseTerm(
        id=row.id,
        case_id=row.case_id,
        kind=TermKind(row.kind),
        started_on=row.started_on,
        due_on=row.due_on,
        paused_on=row.paused_on,
        ended_on=row.ended_on,
    )
