"""Consents about a PAKN, each asked for by itself after the code; none is ever assumed."""

from collections.abc import Sequence
from dataclasses import replace

from handlers.messages import Reply
from handlers.own_cases.deeds import Deed, Doing
from handlers.texts import say
from knowledge.cases.steps import Action, Actor
from storage.values import CaseEvent
from storage.work import Work

NAME, TEMPLATE = "name", "template"


def consent(purpose: str) -> Deed:
    """Make the deed of agreeing to one use of one's data."""

    async def deed(doing: Doing) -> Sequence[Reply]:
        case = doing.case
        if purpose == NAME and (not case.contact.name or case.hides_name):
            key = "consent_hidden" if case.contact.name else "consent_not_needed"
            return [Reply(doing.say(key))]
        wording = say(
            f"consent_{purpose}", doing.turn.language, code=case.code, place=case.locality
        )
        is_new = await doing.work.consents.give(
            case.sender,
            purpose,
            case_id=case.id,
            wording=wording,
            language=doing.turn.language,
            now=doing.turn.now,
        )
        if not is_new:
            return [Reply(doing.say("consent_given_before"))]
        await _allow(doing.work, doing, purpose)
        return [Reply(doing.say("consent_given", wording=wording))]

    return deed


async def _allow(work: Work, doing: Doing, purpose: str) -> None:
    case = doing.case
    allowed = (
        replace(case, may_publish_name=True)
        if purpose == NAME
        else replace(case, may_use_template=True)
    )
    event = CaseEvent(
        doing.turn.now, Action.NOTE, case.state, Actor.CITIZEN, facts={"consent": purpose}
    )
    await work.cases.save(allowed, event)
