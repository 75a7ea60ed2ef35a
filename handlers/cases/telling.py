"""Who of the office is told of a step, and with what words: nothing personal stands in them."""

import datetime as dt
from collections.abc import Collection, Sequence

from handlers.buttons import make_button
from handlers.cases.access import find_doer, may_see
from handlers.cases.changes import Facts
from handlers.cases.personal import describe_content
from handlers.daytime import next_working_morning
from handlers.messages import Reply, dump_reply
from handlers.texts import say
from handlers.texts.forms import clip, local_day, write_weekday
from knowledge.calendar import Calendar
from knowledge.cases.steps import Action, Actor, Step
from knowledge.cases.terms import MOST_SEND_ONS
from storage.erasing import name_subject
from storage.values import Case, OutboxKind, Person, Role
from storage.work import Work

LONGEST_GIST = 160


async def find_officials(
    work: Work,
    case: Case,
    actors: Collection[Actor],
    *,
    now: dt.datetime,
    approver: Role = Role.LEADER,
) -> list[Person]:
    """Find who acts on a case as one of some actors, and may see it; not those who are away."""
    people = await work.people.list_all(on=local_day(now), locality_id=case.locality_id)
    return pick_officials(people, case, actors, approver=approver)


def pick_officials(
    people: Sequence[Person],
    case: Case,
    actors: Collection[Actor],
    *,
    approver: Role = Role.LEADER,
) -> list[Person]:
    """Pick from all officials who acts on a case as one of some actors; not those who are away."""
    able = [
        person
        for person in people
        if find_doer(case, None, person, approver=approver).actors.intersection(actors)
    ]
    return [person for person in able if not person.is_away] or able


async def tell_officials(
    work: Work,
    case: Case,
    step: Step,
    facts: Facts,
    *,
    but: int | None,
    now: dt.datetime,
    calendar: Calendar,
    approver: Role = Role.LEADER,
) -> None:
    """Tell those whom a step concerns, without who has taken it; nobody at night.

    What still waits to be told of an earlier step of the same kind is superseded by this one.
    """
    actors = _find_actors(case, step)
    if not actors:
        return
    subject = f"{name_subject(case.id)} {step.action.value}"
    if None not in step.sources:  # of a case just sent nothing waits
        await work.outbox.withdraw(subject)
    text = word_telling(case, step.action, facts)
    people = await work.people.list_all(on=local_day(now), locality_id=case.locality_id)
    told = pick_officials(people, case, actors, approver=approver)
    # Where the clerk's own office is complained of, or nobody is clerk, a leader sees to it.
    for person in told or pick_officials(people, case, (Actor.LEADER,)):
        if person.id != but:
            await tell(work, case, person, text, now=now, calendar=calendar, subject=subject)


def _find_actors(case: Case, step: Step) -> Collection[Actor]:
    """Name as what those are told act; what is sent on a third time goes to the leader."""
    if step.action is Action.SEND_ON and case.send_ons > MOST_SEND_ONS:
        return (Actor.LEADER,)
    return step.tells


async def tell(
    work: Work,
    case: Case,
    person: Person,
    text: str,
    *,
    now: dt.datetime,
    calendar: Calendar,
    subject: str | None = None,
) -> None:
    """Put a notice about a case out to an official who may see it."""
    if not person.addresses or not may_see(person, case):
        return
    await work.outbox.add(
        person.addresses[0],
        dump_reply(Reply(text, (make_button("show_case", code=case.code),))),
        kind=OutboxKind.NOTICE,
        now=now,
        subject=subject or name_subject(case.id),
        not_before=next_working_morning(now, calendar),
    )


def word_telling(case: Case, action: Action, facts: Facts) -> str:
    """Say to an official what has happened to a case."""
    return say(
        f"case_told_{action.value}",
        code=case.code,
        kind=say(f"case_kind_{case.kind.value}"),
        gist=describe_gist(case),
        due=write_weekday(case.due_on) if case.due_on else "–",
        office=case.office or facts.office or "–",
        text=clip(facts.text, LONGEST_GIST),
        day=write_weekday(facts.day) if facts.day else "–",
        count=case.send_ons,
    )


def describe_gist(case: Case, limit: int = LONGEST_GIST) -> str:
    """Give what a case is about in a line, without personal data."""
    return clip(describe_content(case), limit)
