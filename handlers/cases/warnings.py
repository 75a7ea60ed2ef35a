"""Warnings of terms: who has a case is warned, then the head of the unit, then the leaders."""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from handlers.buttons import make_button
from handlers.cases.moves import CaseDesk
from handlers.cases.telling import describe_gist, pick_officials
from handlers.daytime import is_working_daytime
from handlers.messages import Reply
from handlers.texts import say
from handlers.texts.forms import local_day, write_weekday
from knowledge.cases.states import OPEN, CaseState
from knowledge.cases.steps import Action, Actor
from knowledge.cases.terms import Stage, TermStep, find_term_step
from storage.values import Case, CaseTerm, OutboxKind, Person
from storage.work import Work

MOST_SHOWN = 5
SHORT_GIST = 90
_WARNED_ON = "case_terms_warned_on"
_HOLDERS: Mapping[CaseState, frozenset[Actor]] = {
    CaseState.RECEIVED: frozenset({Actor.CLERK}),
    CaseState.ACCEPTED: frozenset({Actor.CLERK}),
    CaseState.ASSIGNED: frozenset({Actor.OFFICER}),
    CaseState.IN_PROGRESS: frozenset({Actor.OFFICER}),
    CaseState.DRAFTED: frozenset({Actor.APPROVER}),
    CaseState.APPROVED: frozenset({Actor.OFFICER, Actor.CLERK}),
}
_LEADERS = frozenset({Actor.LEADER, Actor.CLERK})


@dataclass(frozen=True, slots=True)
class Warned:
    """A case whose term somebody is warned of."""

    case: Case
    term: CaseTerm
    step: TermStep


async def warn_of_terms(work: Work, desk: CaseDesk, *, now: dt.datetime) -> list[Reply]:
    """Warn officials of terms half over, about to end or over: one message each a working day.

    Each is warned once of a step; after down-time only of the latest one.
    """
    today = local_day(now)
    if not is_working_daytime(now, desk.calendar):
        return []
    if not await work.meta.save(_WARNED_ON, today.isoformat()):
        return []
    people = await work.people.list_all(on=today)
    of_place: dict[int, list[Person]] = defaultdict(list)
    for person in people:
        of_place[person.locality_id].append(person)
    found: dict[int, list[Warned]] = defaultdict(list)
    for warned in await _find_warned(work, desk, today):
        for person in find_warned_people(of_place[warned.case.locality_id], warned, desk):
            key = warned.step.key
            if await work.case_terms.warn_once(warned.term.id, person.id, key, now=now):
                found[person.id].append(warned)
    return [_word(person, found[person.id]) for person in people if person.id in found]


async def _find_warned(work: Work, desk: CaseDesk, today: dt.date) -> list[Warned]:
    steps = [
        (term, step)
        for term in await work.case_terms.list_running()
        if (step := find_term_step(term.started_on, term.due_on, today, desk.calendar))
    ]
    if not steps:
        return []
    cases = {case.id: case for case in await work.cases.list_in(OPEN)}
    return [
        Warned(cases[term.case_id], term, step)
        for term, step in steps
        if term.case_id in cases and not _is_news_to(cases[term.case_id], step)
    ]


def _is_news_to(case: Case, step: TermStep) -> bool:
    """Tell whether who has the case got it, with its last day, after half of the term was over."""
    came_on = max(
        (
            local_day(event.at)
            for before, event in pairwise(case.events)
            if event.action is Action.EXTEND or event.state is not before.state
        ),
        default=local_day(case.received_at),
    )
    return step.stage is Stage.HALF and step.day <= came_on


def find_warned_people(
    people: Sequence[Person], warned: Warned, desk: CaseDesk
) -> Sequence[Person]:
    """Find who is warned: who has the case, the head once it is over, the leaders after that.

    Where nobody of them can be reached it is the clerk, and a leader at last.
    """
    case, stage = warned.case, warned.step.stage
    actors = _find_holders(case)
    if stage.is_over:
        actors = actors | {Actor.OFFICER, Actor.HEAD}
    if stage in (Stage.LATE, Stage.WEEKLY):
        actors = actors | _LEADERS
    for wanted in (actors, {Actor.CLERK}, {Actor.LEADER}):
        reached: Sequence[Person] = _pick_reached(people, case, wanted, desk)
        if not stage.is_over and wanted == {Actor.OFFICER}:
            reached = _without_heads(reached, case, desk)
        if reached:
            return reached
    return []


def _find_holders(case: Case) -> frozenset[Actor]:
    if case.state is CaseState.REOPENED:
        return frozenset({Actor.OFFICER if case.office_id else Actor.CLERK})
    return _HOLDERS.get(case.state, frozenset())


def _pick_reached(
    people: Sequence[Person], case: Case, actors: Collection[Actor], desk: CaseDesk
) -> list[Person]:
    reached = [person for person in people if person.addresses]
    return pick_officials(reached, case, actors, approver=desk.approver)


def _without_heads(people: Sequence[Person], case: Case, desk: CaseDesk) -> Sequence[Person]:
    """Leave the head of a unit in peace while its officers have time."""
    officers = [p for p in people if Actor.HEAD not in desk.find_doer(case, None, p).actors]
    return officers or people


def _word(person: Person, found: Sequence[Warned]) -> Reply:
    """Say what somebody must know of terms today, what is over first."""
    ordered = sorted(found, key=lambda each: (not each.step.stage.is_over, each.term.due_on))
    shown = ordered[:MOST_SHOWN]
    lines = [_word_line(warned) for warned in shown]
    if len(lines) > 1:
        lines = [say("case_terms_head", count=len(found)), *lines]
    if len(found) > len(shown):
        lines.append(say("case_terms_more", count=len(found) - len(shown)))
    buttons = tuple(make_button("show_case", code=warned.case.code) for warned in shown)
    return Reply("\n".join(lines), buttons, kind=OutboxKind.NOTICE, to=person.addresses[0])


def _word_line(warned: Warned) -> str:
    case, stage = warned.case, warned.step.stage
    key = "case_term_over" if stage.is_over else f"case_term_{stage.value}"
    return say(
        key,
        code=case.code,
        kind=say(f"case_kind_{case.kind.value}"),
        term=say(f"case_term_{warned.term.kind.value}"),
        due=write_weekday(warned.term.due_on),
        office=case.office or say("case_term_no_office"),
        gist=describe_gist(case, SHORT_GIST),
    )
