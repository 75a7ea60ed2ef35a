"""A clerk settles in chat which offices of similar names are one: "đơn vị gần giống"."""

import datetime as dt
import re
from collections.abc import Sequence

from handlers.dialogues import read_dialogue, write_dialogue
from handlers.messages import Button, Reply
from handlers.people.roles import is_clerk
from handlers.texts import say
from handlers.turn import Effect, Turn
from storage.errors import Conflict
from storage.values import Office, Person
from storage.work import Work

KIND = "similar_offices"
VERSION = 1
REMEMBERED = dt.timedelta(hours=1)
MOST = 5
_LIST = re.compile(r"^(?:xem )?(?:cac )?don vi (?:gan giong|trung|giong nhau)(?: nhau)?$")
_LIST_EN = re.compile(r"^(?:show )?similar offices$")
_MERGE = re.compile(r"^(?:gop|merge) (\d)$")
_KEEP = re.compile(r"^(?:gop|merge) (\d) (?:giu|keep) ([12])$")
_DISTINCT = re.compile(r"^(?:khac(?: nhau)?|distinct) (\d)$")
Pair = tuple[int, int]


class SimilarOfficesSkill:
    """List offices of similar names to a clerk; merge them or keep them apart on the word."""

    async def take(self, turn: Turn) -> Effect | None:
        """Take a clerk's words about the list; nobody else's."""
        person = turn.person
        if person is None or not is_clerk(person):
            return None
        if _LIST.match(turn.folded) or _LIST_EN.match(turn.folded):
            return _list(turn, person)
        pairs = read_dialogue(turn.dialogues.get(KIND), VERSION, now=turn.now, kept=REMEMBERED)
        if not pairs:
            return None
        if kept := _KEEP.match(turn.folded):
            return _merge(turn, person, _pick(pairs, kept[1]), keeps=int(kept[2]))
        if asked := _MERGE.match(turn.folded):
            return _ask(turn, _pick(pairs, asked[1]), int(asked[1]))
        if apart := _DISTINCT.match(turn.folded):
            return _keep_apart(turn, person, _pick(pairs, apart[1]))
        return None


def _pick(pairs: Sequence[Sequence[int]], number: str) -> Pair | None:
    at = int(number)
    return (pairs[at - 1][0], pairs[at - 1][1]) if 0 < at <= len(pairs) else None


def _list(turn: Turn, person: Person, *first: str) -> Effect:
    async def effect(work: Work) -> Sequence[Reply]:
        return [await _show(work, turn, person, *first)]

    return effect


async def _show(work: Work, turn: Turn, person: Person, *first: str) -> Reply:
    """Show what is left to settle, after a sentence on what was."""
    found = await work.office_merges.propose(person.locality_id, on=turn.today)
    shown = found[:MOST]
    pairs = [(pair.office.id, pair.other.id) for pair in shown]
    dialogue = write_dialogue(KIND, VERSION, pairs, now=turn.now)
    await work.dialogues.save(turn.message.address, dialogue)
    if not shown:
        return Reply("\n".join([*first, say("similar_none", turn.language)]))
    lines = [
        say(
            "similar_item",
            turn.language,
            number=number,
            name=pair.office.name,
            other=pair.other.name,
            score=pair.score,
        )
        for number, pair in enumerate(shown, 1)
    ]
    head = say("similar_head", turn.language, count=len(found))
    foot = say("similar_chat_foot", turn.language)
    says = [say(key, turn.language, number=1) for key in ("says_merge", "says_distinct")]
    return Reply("\n".join([*first, head, *lines, foot]), tuple(Button(s, s) for s in says))


def _ask(turn: Turn, pair: Pair | None, number: int) -> Effect:
    async def effect(work: Work) -> Sequence[Reply]:
        offices = await _find_both(work, pair)
        if offices is None:
            return [Reply(say("similar_gone", turn.language))]
        facts = {"name": offices[0].name, "other": offices[1].name}
        buttons = [
            Button(office.name, say("says_keep", turn.language, number=number, kept=kept))
            for kept, office in enumerate(offices, 1)
        ]
        return [Reply(say("similar_which", turn.language, number=number, **facts), tuple(buttons))]

    return effect


def _merge(turn: Turn, person: Person, pair: Pair | None, *, keeps: int) -> Effect:
    async def effect(work: Work) -> Sequence[Reply]:
        offices = await _find_both(work, pair)
        if offices is None or offices[0].locality_id != person.locality_id:
            return [Reply(say("similar_gone", turn.language))]
        kept, dropped = offices if keeps == 1 else reversed(offices)
        try:
            await work.office_merges.merge(dropped.id, kept.id)
        except Conflict as error:
            return [Reply(say(f"error_{error.code}", turn.language, **error.facts))]
        done = say("office_merged", turn.language, old=dropped.name, name=kept.name)
        return [await _show(work, turn, person, done)]

    return effect


def _keep_apart(turn: Turn, person: Person, pair: Pair | None) -> Effect:
    async def effect(work: Work) -> Sequence[Reply]:
        offices = await _find_both(work, pair)
        if offices is None:
            return [Reply(say("similar_gone", turn.language))]
        one, other = offices
        await work.office_merges.mark_distinct(one.id, other.id)
        done = say("office_distinct", turn.language, name=one.name, other=other.name)
        return [await _show(work, turn, person, done)]

    return effect


async def _find_both(work: Work, pair: Pair | None) -> tuple[Office, Office] | None:
    """Find the two offices of a pair; None where one was merged away since."""
    if pair is None:
        return None
    one, other = await work.offices.get(pair[0]), await work.offices.get(pair[1])
    return (one, other) if one and other else None
