"""Citizens who wait for a human, at the desk: by the rules of chat (`handlers.handover`)."""

import datetime as dt
from dataclasses import dataclass

from handlers.desk.answers.writing import Draft
from handlers.desk.trail import note_change
from handlers.desk.visitor import Power, Visitor
from handlers.errors import HandlerError
from handlers.handover.answering import give_answer, word_answer
from handlers.handover.doing import finish, seize
from handlers.handover.officials import find_person, list_answerable, may_answer
from handlers.handover.wording import say_waiting
from handlers.messages import Reply, dump_reply
from handlers.redacting import redact, without_brackets
from storage.values import Handover, HandoverState
from storage.work import Work

LONGEST_ANSWER = 3000  # characters; a channel splits what is longer than a message may be


@dataclass(frozen=True, slots=True)
class Waiting:
    """A conversation in the list; `taker` is empty while nobody has it."""

    id: int
    question: str
    state: str
    taker: str
    opened_at: dt.datetime
    waits: bool


@dataclass(frozen=True, slots=True)
class Said:
    """What one side has said."""

    at: dt.datetime
    is_citizen: bool
    text: str


@dataclass(frozen=True, slots=True)
class Conversation:
    """A conversation to read; `is_anothers` while another official has it."""

    id: int
    state: str
    taker: str
    lines: tuple[Said, ...]
    is_open: bool
    is_mine: bool
    is_anothers: bool
    has_answer: bool


async def list_conversations(
    work: Work, visitor: Visitor, *, now: dt.datetime
) -> tuple[Waiting, ...]:
    """List the open conversations that the visitor may answer; none for the operator."""
    visitor.check(Power.VIEW_ANSWERS)
    if visitor.person is None:
        return ()
    own = await list_answerable(work, visitor.person, now=now)
    names = await work.people.names(each.person_id for each in own)
    return tuple(
        Waiting(
            each.id,
            each.question,
            say_waiting(each, language="vi", now=now),
            names.get(each.person_id or 0, ""),
            each.opened_at,
            each.waiting_since is not None,
        )
        for each in own
    )


async def find_conversation(
    work: Work, visitor: Visitor, number: int, *, now: dt.datetime
) -> Conversation:
    """Read a conversation from its opening question on; raise `HandlerError("desk_gone")`."""
    visitor.check(Power.VIEW_ANSWERS)
    handover = await _allow(work, visitor, await work.handovers.find(number), now=now)
    taker = await find_person(work, handover.person_id, now=now)
    said = await work.handovers.lines(number)
    first = Said(handover.opened_at, is_citizen=True, text=handover.question)
    return Conversation(
        id=number,
        state=say_waiting(handover, language="vi", now=now),
        taker=taker.name if taker else "",
        lines=(first, *(Said(line.at, line.is_citizen, line.text) for line in said)),
        is_open=handover.state is not HandoverState.CLOSED,
        is_mine=handover.person_id == visitor.person_id,
        is_anothers=handover.person_id not in (None, visitor.person_id),
        has_answer=handover.answer is not None,
    )


async def _allow(
    work: Work, visitor: Visitor, handover: Handover | None, *, now: dt.datetime
) -> Handover:
    """Give a handover that the visitor may answer; another's is as if it were not there."""
    person = visitor.get_person()
    if handover is None or not await may_answer(work, person, handover, now=now):
        raise HandlerError("desk_gone")
    return handover


async def take_conversation(
    work: Work, visitor: Visitor, number: int, *, now: dt.datetime, takes_over: bool = False
) -> None:
    """Take a conversation that nobody has; with `takes_over` from the official who has it."""
    handover = await _hold(work, visitor, number, now=now, takes_over=takes_over)
    if handover.person_id == visitor.person_id:
        return
    await seize(work, handover, visitor.get_person(), now=now)
    await _note(work, visitor, "take_conversation", number, now=now)


async def _hold(
    work: Work, visitor: Visitor, number: int, *, now: dt.datetime, takes_over: bool = False
) -> Handover:
    """Hold an open conversation that no other official has."""
    visitor.check(Power.VIEW_ANSWERS)
    handover = await _allow(work, visitor, await work.handovers.hold(number), now=now)
    if handover.state is HandoverState.CLOSED:
        raise HandlerError("desk_conversation_closed")
    if handover.person_id not in (None, visitor.person_id) and not takes_over:
        taker = await find_person(work, handover.person_id, now=now)
        raise HandlerError("desk_conversation_taken", name=taker.name if taker else "")
    return handover


async def preview_reply(
    work: Work, visitor: Visitor, number: int, text: str, *, now: dt.datetime
) -> str:
    """Write an answer as the citizen will read it."""
    visitor.check(Power.VIEW_ANSWERS)
    handover = await _allow(work, visitor, await work.handovers.find(number), now=now)
    return word_answer(handover, visitor.place.name, text)


async def answer_conversation(
    work: Work, visitor: Visitor, number: int, text: str, *, now: dt.datetime
) -> None:
    """Answer the citizen, taking the conversation where nobody has; raise `HandlerError`."""
    handover = await _hold(work, visitor, number, now=now)
    if not any(map(str.isalnum, text)):
        raise HandlerError("desk_answer_empty")
    if handover.person_id is None:
        handover = await seize(work, handover, visitor.get_person(), now=now)
    told = await give_answer(work, handover, visitor.place.name, text.strip(), now=now)
    await _put_out(work, told, now=now)
    await _note(work, visitor, "answer_conversation", number, now=now)


async def close_conversation(
    work: Work, visitor: Visitor, number: int, *, now: dt.datetime
) -> None:
    """End a conversation; the citizen is told, and the assistant answers again."""
    handover = await _hold(work, visitor, number, now=now)
    told = await finish(work, handover, visitor.get_person(), visitor.place.name, now=now)
    await _put_out(work, told, now=now)
    await _note(work, visitor, "close_conversation", number, now=now)


async def begin_common_answer(
    work: Work, visitor: Visitor, number: int, *, now: dt.datetime
) -> Draft:
    """Begin an answer for all who ask the same from one given to a citizen."""
    visitor.check(Power.EDIT_ANSWERS)
    handover = await _allow(work, visitor, await work.handovers.find(number), now=now)
    return Draft(without_brackets(redact(handover.question)), handover.answer or "")


async def _put_out(work: Work, told: Reply, *, now: dt.datetime) -> None:
    assert told.to is not None
    await work.outbox.add(told.to, dump_reply(told), kind=told.kind, now=now)


async def _note(
    work: Work, visitor: Visitor, action: str, number: int, *, now: dt.datetime
) -> None:
    await note_change(work, visitor, action, f"handover {number}", now=now)
