"""A result before everybody may read it: what is hidden, what may still be personal."""

import datetime as dt
from dataclasses import dataclass

from handlers.cases.moves import CaseDesk
from handlers.cases.personal import (
    Mark,
    Marked,
    mark_original,
    mark_public,
    redact_for_public,
)
from handlers.cases.published import Fact, list_facts
from handlers.casework.doing import Doing
from handlers.casework.publishing import build_publication, find_public_name
from handlers.casework.viewing import hide_own
from handlers.desk.cases.found import FoundCase, explain, find_case, hold_case, name_actor
from handlers.desk.overtaken import Overtaken
from handlers.desk.visitor import Visitor
from handlers.errors import HandlerError
from handlers.texts import say
from handlers.texts.forms import local_day
from knowledge.cases.steps import Action
from knowledge.text import nfc
from storage.errors import Conflict
from storage.values import Case, PublicCase
from storage.work import Work

LONGEST = 20_000
_PUBLISHING = (Action.PUBLISH, Action.UNPUBLISH)


@dataclass(frozen=True, slots=True)
class Side:
    """Words beside what everybody will read of them, each with its marks."""

    original: tuple[Marked, ...]
    public: tuple[Marked, ...]
    text: str


@dataclass(frozen=True, slots=True)
class PublicationView:
    """What publishing a case will show; `seen` is since when it is public, as read now."""

    code: str
    content: Side
    answer: Side
    sender: str
    facts: tuple[Fact, ...]
    doubtful: tuple[str, ...]
    notice: str
    seen: dt.datetime | None


async def read_publication(
    work: Work,
    visitor: Visitor,
    *,
    desk: CaseDesk,
    code: str,
    content: str | None = None,
    answer: str | None = None,
    now: dt.datetime,
) -> PublicationView:
    """Show what publishing would show: of what was typed, of what is public, else of the case."""
    found = await find_case(work, visitor, desk, code)
    case = found.case
    desk.find_step(case, Action.PUBLISH, found.doer)
    public = case.published
    sides = (
        _build_side(found, case.content, content, public.content if public else None),
        _build_side(found, case.answer.text, answer, public.answer if public else None),
    )
    facts = build_publication(case, sides[0].text or "–", sides[1].text or "–")
    return PublicationView(
        code=case.code,
        content=sides[0],
        answer=sides[1],
        sender=find_public_name(case) or say("casework_nobody_named"),
        facts=tuple(list_facts(_foresee(case, sides[0].text, sides[1].text, now=now), "vi")),
        doubtful=_list_doubtful(*sides),
        notice=await desk.foresee(work, case, Action.PUBLISH, found.doer, facts, now=now),
        seen=public.at if public else None,
    )


async def publish(
    work: Work,
    visitor: Visitor,
    *,
    desk: CaseDesk,
    code: str,
    content: str,
    answer: str,
    seen: dt.datetime | None,
    is_sure: bool = False,
    now: dt.datetime,
) -> str:
    """Publish words that were read as they are; say that it is done.

    Raise `HandlerError("desk_case_personal")` where something in them would still be hidden, and
    `Overtaken` where somebody has published others since.
    """
    found = await hold_case(work, visitor, desk, code)
    case = found.case
    if case.is_erased:
        raise HandlerError("desk_gone")
    try:
        desk.find_step(case, Action.PUBLISH, found.doer)
        _check_shown(case, content, answer)
        if not is_sure:
            await _check_alone(work, case, content, answer, seen, now=now)
        facts = build_publication(case, content, answer)
        _, said = await Doing(work, desk, case, found.doer, now).take(Action.PUBLISH, facts)
    except Overtaken:
        raise
    except (HandlerError, Conflict) as error:
        raise await explain(work, found, error, now=now) from error
    return said


def _check_shown(case: Case, *texts: str) -> None:
    """Refuse words that are not what would be shown: a person has to see those first."""
    for text in texts:
        if len(text) > LONGEST:
            raise HandlerError("desk_field_long", field=text[:40], limit=LONGEST)
        if redact_for_public(text, case, is_chosen=True) != nfc(text):
            raise HandlerError("desk_case_personal", case=case.code)


async def _check_alone(
    work: Work,
    case: Case,
    content: str,
    answer: str,
    seen: dt.datetime | None,
    *,
    now: dt.datetime,
) -> None:
    public = case.published
    if (public.at if public else None) == seen:
        return
    name = await name_actor(work, case, _PUBLISHING, on=local_day(now))
    at = [event.at for event in case.events if event.action in _PUBLISHING][-1]
    theirs = f"{public.content}\n\n{public.answer}" if public else ""
    raise Overtaken(name, at, theirs=theirs, mine=f"{content}\n\n{answer}")


def _build_side(found: FoundCase, own: str, typed: str | None, public: str | None) -> Side:
    case = found.case
    if typed is None:
        text = redact_for_public(own, case) if public is None else public
    else:
        text = redact_for_public(typed.strip(), case, is_chosen=True)
    shown = hide_own(own, case, found.doer)
    return Side(mark_original(shown, case), mark_public(text, case), text)


def _list_doubtful(*sides: Side) -> tuple[str, ...]:
    found = [each.text for side in sides for each in side.public if each.mark is Mark.DOUBTFUL]
    return tuple(dict.fromkeys(found))


def _foresee(case: Case, content: str, answer: str, *, now: dt.datetime) -> PublicCase:
    """Give the case as everybody will read it."""
    return PublicCase(
        id=case.id,
        code=case.code,
        locality=case.locality,
        kind=case.kind,
        state=case.state,
        office=case.office,
        received_at=case.received_at,
        published_at=now,
        content=content,
        answer=answer,
        sender=find_public_name(case),
        answered_at=case.answered_at,
        due_on=case.due_on,
        number=case.answer.number,
        day=case.answer.day,
        signer=case.answer.signer,
        solved=case.solved,
    )
