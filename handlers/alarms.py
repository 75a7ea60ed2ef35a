"""What comes before everything else: danger, and what is no feedback (NĐ 20/2008, Điều 1).

A denunciation is never kept: the message, its files and the draft it came in are forgotten. A
complaint against one's own decision is explained, and goes to the clerk where its sender insists.
What only sounds like one of them is asked about, or answered with a line of warning before it.
"""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from handlers.buttons import make_button, make_word_button
from handlers.dialogues import write_dialogue
from handlers.files.identity import forget
from handlers.handover import is_open
from handlers.intake import drafts as feedback
from handlers.intake.effects import say_before
from handlers.intake.starting import PETITION, PETITION_VERSION
from handlers.messages import Message, Reply, dump_message
from handlers.office.profile import describe_missing, describe_reception, describe_superior
from handlers.own_cases import pending as own_case
from handlers.places import name_office
from handlers.texts import say
from handlers.turn import Effect, Turn, only_say
from knowledge.case_codes import cut_code
from knowledge.cases.states import CaseKind
from knowledge.signals import Alarm, Signal, find_alarm, may_be_danger
from storage.values import Dialogue, Locality
from storage.work import Work

QUEUED = dt.timedelta(minutes=1)  # that a draft's first message may have waited
_INVITATION = re.compile(r"\bmoi[\s-]?\w{7}[\s-]?\w{7}\b", re.IGNORECASE)
SHORT = 15  # words in which an official tells of danger; more are an answer being written


class AlarmSkill:
    """Answer danger with the emergency numbers; say where denunciations and complaints go."""

    async def take(self, turn: Turn) -> Effect | None:
        """Take a message that shows a signal, also in the middle of feedback."""
        alarm = find_alarm(_cut_codes(turn.text))
        if alarm is None or _is_work(turn, alarm):
            return None
        if alarm.signal is Signal.DANGER:
            return only_say(Reply(_say_danger(alarm, turn.language)))
        if alarm.signal is Signal.DENUNCIATION:
            return _turn_away(turn, alarm)
        return _explain(turn, alarm)


def with_warning(turn: Turn, effect: Effect) -> Effect:
    """Let an effect begin with the emergency numbers where a citizen may tell of danger."""
    if turn.person or not may_be_danger(_cut_codes(turn.text)):
        return effect
    return say_before(say("danger_unsure", turn.language), effect)


def _cut_codes(text: str) -> str:
    """Leave out what says nothing: the letters of a case's code or an invitation's."""
    return _INVITATION.sub(" ", cut_code(text))


def _is_work(turn: Turn, alarm: Alarm) -> bool:
    """Tell whether the words are part of somebody's work here, not a cry of their own."""
    if alarm.signal is Signal.COMPLAINT and (is_open(turn) or _writes_petition(turn)):
        return True
    if not alarm.is_sure:
        is_told = alarm.signal is Signal.DANGER or _is_well_begun(turn)
        return is_told or turn.person is not None or is_open(turn)
    if turn.person is None or alarm.is_own:
        return False
    return alarm.signal is not Signal.DANGER or len(turn.text.split()) > SHORT


def _writes_petition(turn: Turn) -> bool:
    draft = feedback.load_draft(turn.dialogues.get(feedback.KIND))
    return draft is not None and draft.kind == CaseKind.PETITION


def _is_well_begun(turn: Turn) -> bool:
    """Tell whether a draft already says what it is about."""
    draft = feedback.load_draft(turn.dialogues.get(feedback.KIND))
    return draft is not None and bool(draft.content)


def _say_danger(alarm: Alarm, language: str) -> str:
    """Say the number to call first, then the others, each with what it is for."""
    first, *others = alarm.numbers
    rest = "".join(f"; {say(f'danger_{number}', language)}" for number in others)
    lines = [say("danger", language, number=first, others=rest)]
    if "despair" in alarm.codes:
        return "\n".join((*lines, say("danger_despair", language)))
    return "\n".join((*lines, say("danger_past", language)))


def _turn_away(turn: Turn, alarm: Alarm) -> Effect:
    """Say where a denunciation is made; what was said of whom is forgotten."""
    reply = _say_denunciation(turn, alarm)
    if alarm.asks:
        return only_say(reply)

    async def effect(work: Work) -> Sequence[Reply]:
        await _forget(work, turn.message, turn.language)
        if alarm.is_sure:
            await _forget_draft(work, turn)
        else:
            await work.dialogues.remove(turn.message.address, feedback.KIND)
            await work.dialogues.save(turn.message.address, _keep(turn, alarm))
        return [reply]

    return effect


def _say_denunciation(turn: Turn, alarm: Alarm) -> Reply:
    asked = "denunciation" if alarm.is_sure else "denunciation_unsure"
    head = say("denunciation_asked" if alarm.asks else asked, turn.language)
    where = _name_superior(turn) if alarm.names_leader else _say_reception(turn)
    lines = [head, *where, say("denunciation_secret", turn.language)]
    if alarm.is_sure or alarm.asks:
        return Reply("\n".join(lines))
    lines.append(say("denunciation_or_feedback", turn.language))
    return Reply("\n".join(lines), (make_word_button("feedback", turn.language),))


def _keep(turn: Turn, alarm: Alarm) -> Dialogue:
    """Keep the words for an hour, in which the citizen may say what they are."""
    state = {"content": turn.message.text.strip(), "may_be_feedback": not alarm.is_sure}
    return write_dialogue(PETITION, PETITION_VERSION, state, now=turn.now)


async def _forget(work: Work, message: Message, language: str) -> None:
    left = replace(message, text=say("message_not_kept", language), attachments=())
    await work.inbox.forget(message.address, message.id, left=dump_message(left))
    await forget(work, [each.file_id for each in message.attachments if each.file_id is not None])


async def _forget_draft(work: Work, turn: Turn) -> None:
    """Forget what was already written of it, with its photos and what the bot said of it."""
    address = turn.message.address
    draft = feedback.load_draft(turn.dialogues.get(feedback.KIND))
    if draft:
        await forget(work, [number for _, number in draft.files])
        if draft.started_at:
            since = dt.datetime.fromisoformat(draft.started_at) - QUEUED
            await work.erasing.forget_words(address, since)
    for kind in (feedback.KIND, PETITION, own_case.KIND):
        await work.dialogues.remove(address, kind)


def _explain(turn: Turn, alarm: Alarm) -> Effect:
    """Say that a complaint goes another way; keep its text for an hour, should it be insisted."""
    lines = [say("complaint", turn.language), *_say_reception(turn)]
    if alarm.asks or turn.place is None:
        return only_say(Reply("\n".join(lines)))
    buttons = [make_button("petition", turn.language)]
    if not alarm.is_sure:
        lines.append(say("complaint_or_feedback", turn.language))
        buttons.append(make_word_button("feedback", turn.language))

    async def effect(work: Work) -> Sequence[Reply]:
        await work.dialogues.save(turn.message.address, _keep(turn, alarm))
        return [Reply("\n".join(lines), tuple(buttons))]

    return effect


def _say_reception(turn: Turn) -> Iterator[str]:
    """Say where citizens are received, or that the office has not entered it."""
    if turn.place is None:
        return
    told = describe_reception(turn.place, turn.language)
    yield told or describe_missing(turn.place, "tiếp công dân", turn.language)


def _name_superior(turn: Turn) -> Iterator[str]:
    """Say where one writes to about the place's own leaders: to the superior."""
    if turn.place is None:
        return
    superior = _superior(turn, turn.place)
    unnamed = say("denunciation_superior", turn.language)
    name = name_office(superior, turn.language) if superior else unnamed
    yield say("denunciation_leader", turn.language, place=turn.place.name, superior=name)
    told = describe_reception(superior, turn.language) if superior else None
    told = told or describe_superior(turn.place, turn.language)
    if told:
        yield told


def _superior(turn: Turn, place: Locality) -> Locality | None:
    return next((each for each in turn.places if each.id == place.parent_id), None)
