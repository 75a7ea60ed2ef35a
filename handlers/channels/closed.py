"""Channels for officials alone: citizens are told where to go, and nothing of theirs is kept."""

import datetime as dt
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from handlers.channels.danger import tells_danger
from handlers.dialogues import read_dialogue, write_dialogue
from handlers.files.identity import forget
from handlers.messages import Message, Reply, dump_message
from handlers.people.inviting import find_secret
from handlers.places import name_office
from handlers.texts import say
from handlers.turn import Effect, Skill, Turn
from storage.work import Work

KIND = "closed"
VERSION = 1
REMEMBERED = dt.timedelta(days=1)


class ClosedSkill:
    """Turn citizens away from kinds of channels that are for officials; to be asked first.

    Danger to life is answered by `alarms`, an invitation's code by `invitations`.
    """

    def __init__(
        self, kinds: Collection[str], public_url: str, *, alarms: Skill, invitations: Skill
    ) -> None:
        self._kinds = frozenset(kinds)
        self._public_url = public_url
        self._alarms = alarms
        self._invitations = invitations

    async def take(self, turn: Turn) -> Effect | None:
        """Take whatever a citizen writes on such a channel."""
        if turn.person or turn.message.address.kind not in self._kinds:
            return None
        if find_secret(turn.text):
            joining = await self._invitations.take(turn)
            return _without_trace(turn, joining) if joining else self._turn_away(turn)
        danger = await self._alarms.take(turn) if tells_danger(turn) else None
        if danger is None:
            return self._turn_away(turn)
        return _without_trace(turn, _leave_out_offer(danger, turn.language))

    def _turn_away(self, turn: Turn) -> Effect:
        """Say it in full once a day; nothing of what was written or sent stays."""
        known = read_dialogue(turn.dialogues.get(KIND), VERSION, now=turn.now, kept=REMEMBERED)
        key = "closed_to_citizens" if known is None else "closed_again"
        place = name_office(turn.place, turn.language)
        ways = _list_ways(turn, self._public_url)
        reply = Reply(say(key, turn.language, place=place, ways=ways))

        async def effect(work: Work) -> Sequence[Reply]:
            await _forget(work, turn.message, turn.language)
            if known is None:
                told = write_dialogue(KIND, VERSION, "told", now=turn.now)
                await work.dialogues.save(turn.message.address, told)
            return [reply]

        return effect


def _leave_out_offer(danger: Effect, language: str) -> Effect:
    """Leave out of an alarm that feedback can be sent: it cannot, here."""
    offer = say("danger_past", language)

    async def effect(work: Work) -> Sequence[Reply]:
        replies = await danger(work)
        return [replace(each, text=each.text.removesuffix(offer).rstrip()) for each in replies]

    return effect


def _without_trace(turn: Turn, effect: Effect) -> Effect:
    """Answer, and keep nothing of what was written or sent either."""

    async def both(work: Work) -> Sequence[Reply]:
        await _forget(work, turn.message, turn.language)
        return await effect(work)

    return both


def _list_ways(turn: Turn, public_url: str) -> str:
    """List where citizens are served instead, as far as it was entered."""
    *others, last = list(_find_ways(turn, public_url)) or [say("closed_way_visit", turn.language)]
    if not others:
        return last
    return say("closed_ways", turn.language, first=", ".join(others), last=last)


def _find_ways(turn: Turn, public_url: str) -> Iterator[str]:
    profile = turn.place.profile if turn.place else {}
    facts = (
        ("url", public_url),
        ("zalo", profile.get("office.zalo", "")),
        ("phone", profile.get("office.phone", "")),
    )
    for name, value in facts:
        if value.strip():
            yield say(f"closed_way_{name}", turn.language, value=value.strip().rstrip(".;"))


async def _forget(work: Work, message: Message, language: str) -> None:
    left = replace(message, text=say("message_not_kept", language), attachments=())
    await work.inbox.forget(message.address, message.id, left=dump_message(left))
    await forget(work, [each.file_id for each in message.attachments if each.file_id is not None])
