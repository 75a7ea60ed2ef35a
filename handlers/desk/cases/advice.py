"""What helps who decides on a case: offices that it may be for, open cases like it."""

import datetime as dt
from dataclasses import dataclass

from handlers.casework.suggestion import Adviser, needs_advice
from handlers.casework.viewing import gist_of, say_why
from handlers.desk.cases.found import find_case
from handlers.desk.visitor import Visitor
from handlers.texts import say
from handlers.texts.forms import local_day


@dataclass(frozen=True, slots=True)
class SuggestedOffice:
    """An office that a case may be for, and why."""

    id: int
    name: str
    why: str


@dataclass(frozen=True, slots=True)
class SimilarCase:
    """An open case that may be about the same."""

    code: str
    state: str
    gist: str


@dataclass(frozen=True, slots=True)
class AdviceView:
    """What helps who decides on a case."""

    offices: tuple[SuggestedOffice, ...] = ()
    similar: tuple[SimilarCase, ...] = ()


async def read_advice(
    adviser: Adviser, visitor: Visitor, *, code: str, now: dt.datetime
) -> AdviceView:
    """Think of offices and similar cases, outside any transaction, for who chooses an office."""
    async with adviser.database.read() as work:
        found = await find_case(work, visitor, adviser.desk, code)
    if not needs_advice(found.case, found.doer):
        return AdviceView()
    person, today = visitor.get_person(), local_day(now)
    advice = await adviser.advise(found.case, person, visitor.place, today=today)
    return AdviceView(
        tuple(
            SuggestedOffice(unit.office.id, unit.office.name, say_why(unit))
            for unit in advice.units
        ),
        tuple(
            SimilarCase(each.code, say(f"casework_state_{each.state.value}"), gist_of(each))
            for each in advice.similar
        ),
    )
