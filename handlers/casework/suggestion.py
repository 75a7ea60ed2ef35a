"""Thought of before a case is shown: which offices it may be for, which open cases are like it."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from handlers.cases.access import Doer
from handlers.cases.moves import CaseDesk
from handlers.casework.offices import list_units
from handlers.library.scopes import Library, Scope
from handlers.sources import describe_document, describe_place
from knowledge.cases.likeness import MOST, read_floats, score_likeness
from knowledge.cases.routing import RowMatch, Unit, UnitMatch, describe_topics, suggest_units
from knowledge.cases.states import OPEN, CaseState
from knowledge.cases.steps import Actor
from knowledge.plan import PlannedTask
from knowledge.search.base import SearchQuery, Vector
from storage.database import Database
from storage.offices import office_key
from storage.values import Case, Locality, Office, Person
from storage.work import Work

MOST_ROWS = 12
LEAST_COVERED = 0.25  # of the message's words, where a row is near by its words alone
# On one half of the pairs 0.45 to 0.55 judge 23 of 24 well and this 22; it is lower because a case
# offered in vain costs the clerk a glance, one missed is handled twice (tests: test_suggestion.py).
LIKE_FROM = 0.42
_UNPLACED = frozenset(
    {CaseState.RECEIVED, CaseState.NEEDS_INFO, CaseState.ACCEPTED, CaseState.REOPENED}
)


@dataclass(frozen=True, slots=True)
class SuggestedUnit:
    """An office for a case, with the reason: a topic, or the row of a plan."""

    office: Office
    topic: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Advice:
    """What an official may want to know of a case: offices, and open cases like it."""

    units: tuple[SuggestedUnit, ...] = ()
    similar: tuple[Case, ...] = ()


@dataclass(frozen=True, slots=True)
class Adviser:
    """Compare a case with plans and with open cases, outside any writing transaction."""

    database: Database
    desk: CaseDesk
    library: Library
    topics: dict[str, Vector] = field(default_factory=dict)

    async def advise(
        self, case: Case, person: Person, place: Locality, *, today: dt.date
    ) -> Advice:
        """Suggest offices for a case and find open ones like it."""
        text = f"{case.content} {case.where}".strip()
        async with self.database.read() as work:
            offices = await list_units(work, case.locality_id, on=today)
            others = await self._list_others(work, case, person)
            vectors = await self._vectors(work, [case, *others])
        if case.id not in vectors:
            [made] = await self.library.embed_texts([text])
            vectors |= {case.id: read_floats(made)} if made else {}
        own = vectors.get(case.id)
        scope = await self.library.open(self.database, [place], only_public=False, own=place)
        rows = await _find_rows(scope, SearchQuery(text, own), offices, self.library.related_from)
        near = await self._compare_topics(own)
        units = _suggest(text, offices, rows, near, but=case.complained_office_id)
        return Advice(
            tuple(_describe(unit, offices, scope) for unit in units),
            self._find_similar(case, others, vectors),
        )

    async def _compare_topics(self, vector: Vector | None) -> dict[str, float]:
        """Give the topics' cosines with a text; their vectors are made once."""
        if vector is None:
            return {}
        if not self.topics:
            described = describe_topics()
            made = await self.library.embed_texts(list(described.values()))
            self.topics.update(
                {name: read_floats(one) for name, one in zip(described, made, strict=True) if one}
            )
        return {name: float(topic @ vector) for name, topic in self.topics.items()}

    async def _list_others(self, work: Work, case: Case, person: Person) -> list[Case]:
        """List the other open cases of the place that this person may see."""
        found = await work.cases.list_in(OPEN, locality_id=case.locality_id)
        return [
            each
            for each in found
            if each.id != case.id and self.desk.find_doer(each, None, person).is_staff
        ]

    async def _vectors(self, work: Work, cases: Sequence[Case]) -> dict[int, Vector]:
        name = self.library.embedder_name
        if name is None:
            return {}
        stored = await work.cases.vectors([case.id for case in cases], name)
        return {case_id: read_floats(vector) for case_id, vector in stored.items()}

    def _find_similar(
        self, case: Case, others: Sequence[Case], vectors: Mapping[int, Vector]
    ) -> tuple[Case, ...]:
        scored = [(self._compare(case, other, vectors), other) for other in others]
        near = [(score, other) for score, other in scored if score >= LIKE_FROM]
        return tuple(other for _, other in sorted(near, key=lambda each: -each[0])[:MOST])

    def _compare(self, one: Case, other: Case, vectors: Mapping[int, Vector]) -> float:
        both = vectors.get(one.id), vectors.get(other.id)
        return score_likeness(
            f"{one.content} {one.where}",
            f"{other.content} {other.where}",
            vectors=(both[0], both[1]) if both[0] is not None and both[1] is not None else None,
            floor=self.library.related_from or 0.0,
        )


def needs_advice(case: Case, doer: Doer) -> bool:
    """Tell whether this person chooses an office for a case now."""
    return case.state in _UNPLACED and bool(doer.actors & {Actor.CLERK, Actor.LEADER})


async def _find_rows(
    scope: Scope, query: SearchQuery, offices: Sequence[Office], related_from: float | None
) -> list[RowMatch]:
    """Find the plans' rows nearest to a text, each with the offices here that lead it."""
    comparison = await scope.index.compare(query)
    ids = {office_key(name): office.id for office in offices for name in _names(office)}
    found = []
    for hit in comparison.best(MOST_ROWS):
        fact = scope.rows[scope.passages[hit.key]].fact
        if not isinstance(fact, PlannedTask):
            continue
        leads = tuple(ids[key] for name in fact.lead if (key := office_key(name)) in ids)
        near = _nearness(hit.dense, related_from)
        if leads and max(hit.coverage, near) >= LEAST_COVERED:
            found.append(RowMatch(hit.key, leads, min(1.0, max(hit.coverage, near))))
    return found


def _nearness(cosine: float, related_from: float | None) -> float:
    floor = related_from or 0.0
    return max(0.0, (cosine - floor) / (1 - floor))


def _names(office: Office) -> tuple[str, ...]:
    return office.name, *office.aliases


def _suggest(
    text: str,
    offices: Sequence[Office],
    rows: Sequence[RowMatch],
    near: Mapping[str, float],
    *,
    but: int | None,
) -> list[UnitMatch]:
    units = [Unit(office.id, _names(office)) for office in offices]
    return suggest_units(text, units, rows, near=near, but=but)


def _describe(match: UnitMatch, offices: Sequence[Office], scope: Scope) -> SuggestedUnit:
    office = next(office for office in offices if office.id == match.office_id)
    return SuggestedUnit(office, match.topic, _name_row(scope, match.row))


def _name_row(scope: Scope, passage: int | None) -> str:
    if passage is None:
        return ""
    row = scope.rows[scope.passages[passage]]
    return ", ".join(filter(None, (describe_place(row.fact), describe_document(row.plan.facts))))
