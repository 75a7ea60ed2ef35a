"""Pieces that are found rather than typed: offices, the other case, what was said before."""

from collections.abc import Sequence
from dataclasses import replace

from handlers.casework.commands import Verb
from handlers.casework.deed import Deed
from handlers.casework.drafts import find_listed
from handlers.casework.offices import FoundOffice, find_office
from handlers.messages import Reply
from handlers.texts.forms import join_names
from knowledge.case_codes import find_code
from knowledge.cases.states import OPEN
from knowledge.cases.steps import Action, Actor
from storage.values import CaseEvent

ABOUT_EXTENSION = frozenset(
    {Action.ASK_EXTENSION, Action.EXTEND, Action.DECLINE_EXTENSION, Action.ANSWER}
)


async def fill(deed: Deed) -> Deed | Sequence[Reply]:
    """Complete the pieces from what is known; or say what was meant otherwise."""
    if deed.verb in (Verb.ASSIGN, Verb.ACCEPT) and deed.fields.get("office"):
        return await _fill_office(deed)
    if deed.verb is Verb.TRANSFER and deed.fields.get("recipient"):
        return await _refuse_own_office(deed)
    if deed.verb is Verb.MERGE and deed.fields.get("other"):
        return await _fill_other(deed)
    if deed.verb in (Verb.EXTEND, Verb.ASK_EXTENSION):
        return _fill_extension(deed)
    return _fill_answer(deed) if deed.verb is Verb.ANSWER else deed


async def _fill_office(deed: Deed) -> Deed | Sequence[Reply]:
    name = deed.fields["office"]
    found = await find_office(deed.work, deed.case, name, on=deed.turn.today)
    if found.office and deed.verb is Verb.ASSIGN and _is_unaccepted(deed):
        office = found.office.name
        text = deed.say("casework_accept_first", office=office)
        return [Reply(text, (deed.button("accept_assign_case", office=office),))]
    if found.office:
        given = {**deed.fields, "office": found.office.name, "office_id": str(found.office.id)}
        return replace(deed, fields=given)
    return [_offer(deed, name, found)]


def _is_unaccepted(deed: Deed) -> bool:
    return deed.may(Action.ACCEPT) and not deed.may(Action.ASSIGN)


def _offer(deed: Deed, name: str, found: FoundOffice) -> Reply:
    """Say that no office has this name, and which are near."""
    advised = [unit.office for unit in deed.advice.units] if deed.advice else []
    offered = found.offered or tuple(advised)
    key = "casework_office_near" if offered else "casework_office_unknown"
    button = "accept_assign_case" if deed.verb is Verb.ACCEPT else "assign_case"
    names = join_names([office.name for office in offered])
    return Reply(
        deed.say(key, name=name, offices=names),
        tuple(deed.button(button, office=office.name) for office in offered),
    )


async def _refuse_own_office(deed: Deed) -> Deed | Sequence[Reply]:
    """Offer to assign where what is named for a transfer is an office of the place."""
    name = deed.fields["recipient"]
    found = await find_office(deed.work, deed.case, name, on=deed.turn.today)
    if found.office is None or not deed.may(Action.ASSIGN):
        return deed
    office = found.office.name
    return [
        Reply(
            deed.say("casework_transfer_inside", office=office),
            (deed.button("assign_case", office=office),),
        )
    ]


async def _fill_other(deed: Deed) -> Deed | Sequence[Reply]:
    written = deed.fields["other"]
    listed = find_listed(deed.turn, int(written)) if written.isdecimal() else None
    code = listed or find_code(written)
    other = await deed.work.cases.find(code) if code else None
    if other is None or not deed.desk.find_doer(other, None, deed.person).is_staff:
        return [Reply(deed.say("casework_other_unknown", other=code or written))]
    if other.state not in OPEN:  # its answer has gone out, or never will
        return [Reply(deed.say("casework_other_over", other=other.code))]
    given = {**deed.fields, "other": other.code, "other_id": str(other.id)}
    return replace(deed, fields=given)


def _fill_extension(deed: Deed) -> Deed:
    """Take day and reason from the request; who may not grant one asks for one."""
    verb = deed.verb
    if verb is Verb.EXTEND and Actor.APPROVER not in deed.doer.actors:
        verb = Verb.ASK_EXTENSION
    asked = find_request(deed.case.events)
    if verb is Verb.EXTEND and asked and not deed.fields.get("day"):
        given = {"text": asked.note, **deed.fields, **_asked_day(asked)}
        return replace(deed, verb=verb, fields=given)
    return replace(deed, verb=verb)


def find_request(events: Sequence[CaseEvent]) -> CaseEvent | None:
    """Find the request for more time that nobody has decided on."""
    about = [event for event in events if event.action in ABOUT_EXTENSION]
    return about[-1] if about and about[-1].action is Action.ASK_EXTENSION else None


def _asked_day(asked: CaseEvent) -> dict[str, str]:
    """Read the day that a request named."""
    day = (asked.facts or {}).get("day", "")
    return {"day": day} if day else {}


def _fill_answer(deed: Deed) -> Deed:
    """Take number, day and signer from the approval; words are a draft, not a signed answer."""
    is_unwritten = deed.may(Action.DRAFT) and not deed.may(Action.ANSWER)
    if not deed.fields.get("number") and (deed.fields.get("text") or is_unwritten):
        return replace(deed, verb=Verb.DRAFT, fields={"text": deed.fields.get("text", "")})
    answer = deed.case.answer
    known = {
        "number": answer.number,
        "day": answer.day.isoformat() if answer.day else "",
        "signer": answer.signer,
    }
    return replace(deed, fields={**known, **{k: v for k, v in deed.fields.items() if v}})
