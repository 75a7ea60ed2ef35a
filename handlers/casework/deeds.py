"""From a command to its effect: what is missing is asked for, what citizens read is shown first."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import replace

from handlers.buttons import make_word_button
from handlers.cases.changes import Facts
from handlers.casework import acting, closing, publishing, viewing
from handlers.casework.commands import Verb
from handlers.casework.deed import Deed
from handlers.casework.drafts import ASKING, REVIEW
from handlers.casework.finding import fill
from handlers.casework.previews import word_preview
from handlers.messages import Button, Reply
from handlers.texts import say
from handlers.texts.forms import clip
from knowledge.cases.states import CaseKind
from knowledge.cases.steps import Action

NEEDS: Mapping[Verb, tuple[str, ...]] = {
    Verb.ASSIGN: ("office",),
    Verb.ASK_INFO: ("text",),
    Verb.TRANSFER: ("recipient", "text"),
    Verb.SEND_ON: ("text",),
    Verb.REFUSE: ("text", "recipient"),
    Verb.DRAFT: ("text",),
    Verb.RETURN_DRAFT: ("text",),
    Verb.ANSWER: ("number", "day", "signer"),
    Verb.ASK_EXTENSION: ("day", "text"),
    Verb.EXTEND: ("day", "text"),
    Verb.DECLINE_EXTENSION: ("text",),
    Verb.NOTE: ("text",),
    Verb.MERGE: ("other",),
    Verb.CLASSIFY: ("kind",),
    Verb.INCOMING: ("number",),
    Verb.OUTGOING: ("number",),
    Verb.PORTAL: ("number",),
}
REVIEWED = frozenset(
    {Verb.ASK_INFO, Verb.TRANSFER, Verb.REFUSE, Verb.DRAFT, Verb.ANSWER, Verb.EXTEND, Verb.MERGE}
)
LONGEST_QUOTE = 200


async def carry_out(deed: Deed) -> Sequence[Reply]:
    """Do what was asked, or ask for what is missing, or show what a citizen would read.

    Raise `HandlerError` and `Conflict`.
    """
    special = _SPECIAL.get(deed.verb)
    if special:
        return await special(deed)
    filled = await fill(deed)
    if not isinstance(filled, Deed):
        return filled
    deed = await _begin(filled)
    deed.desk.find_step(deed.case, deed.action, deed.doer)
    missing = [name for name in NEEDS.get(deed.verb, ()) if not deed.fields.get(name)]
    if missing:
        return await ask(deed, missing[0])
    if deed.verb is Verb.APPROVE and _has_changed(deed):
        shown, *others = await viewing.show(deed)
        return [replace(shown, text=f"{deed.say('casework_draft_changed')}\n{shown.text}"), *others]
    facts = build_facts(deed)
    if deed.verb in REVIEWED and not deed.is_confirmed:
        deed.check(facts)
        await deed.keep(REVIEW)
        return [await word_preview(deed, facts)]
    return await acting.act(deed, facts)


def _has_changed(deed: Deed) -> bool:
    """Tell whether who approves has read a draft and another one was put up since."""
    drafted = [n for n, event in enumerate(deed.case.events) if event.action is Action.DRAFT]
    seen = [
        n
        for n, event in enumerate(deed.case.events)
        if event.person_id == deed.person.id and event.action in (Action.READ, Action.DRAFT)
    ]
    return bool(drafted and seen) and drafted[0] < seen[-1] < drafted[-1]


async def _begin(deed: Deed) -> Deed:
    if deed.verb is not Verb.DRAFT:
        return deed
    return replace(deed, case=await acting.start(deed).begin())


async def ask(deed: Deed, name: str) -> Sequence[Reply]:
    """Ask for one piece, with what can be chosen."""
    await deed.keep(ASKING, asks=name)
    key = f"casework_ask_{deed.verb.value}" if name == "text" else f"casework_ask_{name}"
    cancel = make_word_button("cancel", deed.language)
    quote = clip(viewing.gist_of(deed.case), LONGEST_QUOTE)
    return [Reply(deed.say(key, gist=quote), (*_choices(deed, name), cancel))]


def _choices(deed: Deed, name: str) -> tuple[Button, ...]:
    if name == "office" and deed.advice:
        return tuple(
            deed.button("assign_case", office=unit.office.name) for unit in deed.advice.units
        )
    if name == "kind":
        kinds = [kind for kind in CaseKind if kind is not deed.case.kind]
        return tuple(
            deed.button("classify_case", kind=say(f"case_kind_{kind.value}", deed.language))
            for kind in kinds
        )
    return ()


def build_facts(deed: Deed) -> Facts:
    """Turn the pieces into the facts of a step."""
    given = deed.fields
    day = given.get("day")
    kind = given.get("kind")
    number, verb = given.get("number", ""), deed.verb
    return Facts(
        text=given.get("text", ""),
        office_id=int(given["office_id"]) if "office_id" in given else None,
        office=given.get("office", ""),
        recipient=given.get("recipient", ""),
        day=dt.date.fromisoformat(day) if day else None,
        number=number if deed.action is not Action.REGISTER else "",
        signer=given.get("signer", ""),
        other_id=int(given["other_id"]) if "other_id" in given else None,
        other_code=given.get("other", ""),
        kind=CaseKind(kind) if kind else None,
        incoming_number=number if verb is Verb.INCOMING else "",
        outgoing_number=number if verb is Verb.OUTGOING else "",
        portal_code=number if verb is Verb.PORTAL else "",
    )


_SPECIAL = {
    Verb.SHOW: viewing.show,
    Verb.COPY: viewing.copy,
    Verb.PUBLISH: publishing.publish,
    Verb.CALLED: closing.record_call,
}
