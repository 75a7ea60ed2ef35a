"""The state machine of a PAKN, in one table: who may do what, from where, to where.

A step also says what becomes of the clock, what the sender is told and who of the office is told.
Who stands in which relation to a case (holds its office, is complained of) is not decided here.
"""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from knowledge.cases.states import OPEN, CaseState, Notice

S = CaseState


class Action(StrEnum):
    """What is done with a case."""

    SEND = "send"
    SEND_INCOMPLETE = "send_incomplete"
    ASK_INFO = "ask_info"
    ADD_INFO = "add_info"
    ADD = "add"
    RESUME = "resume"
    ACCEPT = "accept"
    CLASSIFY = "classify"
    ASSIGN = "assign"
    SEND_ON = "send_on"
    START = "start"
    DRAFT = "draft"
    RETURN_DRAFT = "return_draft"
    APPROVE = "approve"
    ANSWER = "answer"
    ASK_EXTENSION = "ask_extension"
    EXTEND = "extend"
    DECLINE_EXTENSION = "decline_extension"
    REFUSE = "refuse"
    TRANSFER = "transfer"
    MERGE = "merge"
    WITHDRAW = "withdraw"
    RATE = "rate"
    REOPEN = "reopen"
    PUBLISH = "publish"
    UNPUBLISH = "unpublish"
    REGISTER = "register"
    NOTE = "note"
    READ = "read"
    TELL = "tell"
    LAPSE = "lapse"
    CLOSE = "close"
    ERASE = "erase"


class Actor(StrEnum):
    """As what somebody acts on a case."""

    CITIZEN = "citizen"  # who sent it
    OFFICER = "officer"  # holds the office it is assigned to
    HEAD = "head"  # heads that office
    CLERK = "clerk"
    LEADER = "leader"
    APPROVER = "approver"  # whom the office's setting lets approve answers: a leader by default
    SYSTEM = "system"


class Clock(StrEnum):
    """What a step does to the running term."""

    KEEP = "keep"
    ACCEPTANCE = "acceptance"  # a term to accept or refuse begins
    HANDLING = "handling"  # the term before ends, a term to answer begins
    PAUSE = "pause"  # stands still while the sender is asked
    RESUME = "resume"
    EXTEND = "extend"  # the same term, a later day
    END = "end"


@dataclass(frozen=True, slots=True)
class Step:
    """A row of the table; `to` is None where the state stays, or is the one left for needs_info."""

    action: Action
    sources: frozenset[CaseState | None]
    by: frozenset[Actor]
    to: CaseState | None
    clock: Clock = Clock.KEEP
    notice: Notice | None = None
    needs: frozenset[str] = frozenset()
    tells: frozenset[Actor] = frozenset()
    returns: bool = False


_UNIT = (Actor.OFFICER, Actor.HEAD, Actor.CLERK)
_DESK = (Actor.CLERK, Actor.LEADER)
_STAFF = (*_UNIT, Actor.LEADER)
_WITH_UNIT = (S.ASSIGNED, S.IN_PROGRESS)
_UNTIL_ANSWER = (S.RECEIVED, S.NEEDS_INFO, S.ACCEPTED, S.ASSIGNED, S.IN_PROGRESS, S.REOPENED)
_AFTER_ANSWER = (S.ANSWERED, S.CLOSED)
_ANY = tuple(CaseState)


def _step(
    action: Action,
    sources: Collection[CaseState | None],
    by: Collection[Actor],
    to: CaseState | None,
    clock: Clock = Clock.KEEP,
    notice: Notice | None = None,
    *,
    needs: Collection[str] = (),
    tells: Collection[Actor] = (),
    returns: bool = False,
) -> Step:
    return Step(
        action,
        frozenset(sources),
        frozenset(by),
        to,
        clock,
        notice,
        frozenset(needs),
        frozenset(tells),
        returns,
    )


STEPS: tuple[Step, ...] = (
    _step(
        Action.SEND,
        (None,),
        (Actor.CITIZEN,),
        S.RECEIVED,
        Clock.ACCEPTANCE,
        Notice.RECEIPT,
        tells=(Actor.CLERK,),
    ),
    _step(Action.SEND_INCOMPLETE, (None,), (Actor.CITIZEN,), S.NEEDS_INFO, notice=Notice.RECEIPT),
    _step(
        Action.ASK_INFO,
        (S.RECEIVED, *_WITH_UNIT),
        _UNIT,
        S.NEEDS_INFO,
        Clock.PAUSE,
        Notice.NEEDS_INFO,
        needs=("text",),
    ),
    _step(
        Action.ADD_INFO,
        (S.NEEDS_INFO,),
        (Actor.CITIZEN,),
        None,
        Clock.RESUME,
        tells=_UNIT,
        returns=True,
    ),
    _step(Action.RESUME, (S.NEEDS_INFO,), _STAFF, None, Clock.RESUME, returns=True),
    _step(Action.ADD, OPEN - {S.NEEDS_INFO}, (Actor.CITIZEN,), None, tells=_UNIT),
    _step(Action.ACCEPT, (S.RECEIVED,), _DESK, S.ACCEPTED, Clock.HANDLING, Notice.ACCEPTED),
    _step(Action.CLASSIFY, (S.RECEIVED, S.NEEDS_INFO), _DESK, None, needs=("kind",)),
    _step(
        Action.ASSIGN,
        (S.ACCEPTED, *_WITH_UNIT, S.REOPENED),
        _DESK,
        S.ASSIGNED,
        needs=("office_id",),
        tells=(Actor.OFFICER, Actor.HEAD),
    ),
    _step(Action.SEND_ON, _WITH_UNIT, _UNIT, S.ACCEPTED, needs=("text",), tells=(Actor.CLERK,)),
    _step(Action.START, (S.ASSIGNED, S.REOPENED), _STAFF, S.IN_PROGRESS),
    _step(
        Action.DRAFT,
        (*_WITH_UNIT, S.DRAFTED),
        _STAFF,
        S.DRAFTED,
        needs=("text",),
        tells=(Actor.APPROVER,),
    ),
    _step(
        Action.RETURN_DRAFT,
        (S.DRAFTED,),
        (Actor.APPROVER,),
        S.IN_PROGRESS,
        needs=("text",),
        tells=_UNIT,
    ),
    _step(Action.APPROVE, (S.DRAFTED,), (Actor.APPROVER,), S.APPROVED, tells=_UNIT),
    _step(
        Action.ANSWER,
        (S.APPROVED,),
        _STAFF,
        S.ANSWERED,
        Clock.END,
        Notice.ANSWERED,
        needs=("number", "day", "signer"),
        tells=(Actor.CLERK,),
    ),
    _step(
        Action.ASK_EXTENSION,
        (*_WITH_UNIT, S.DRAFTED, S.APPROVED),
        _UNIT,
        None,
        needs=("day", "text"),
        tells=(Actor.APPROVER,),
    ),
    _step(
        Action.EXTEND,
        (S.ACCEPTED, *_WITH_UNIT, S.DRAFTED, S.APPROVED, S.REOPENED),
        (Actor.APPROVER,),
        None,
        Clock.EXTEND,
        Notice.EXTENDED,
        needs=("day", "text"),
        tells=_UNIT,
    ),
    _step(
        Action.DECLINE_EXTENSION,
        (*_WITH_UNIT, S.DRAFTED, S.APPROVED),
        (Actor.APPROVER,),
        None,
        needs=("text",),
        tells=_UNIT,
    ),
    _step(
        Action.REFUSE,
        (S.RECEIVED, S.NEEDS_INFO),
        _DESK,
        S.REFUSED,
        Clock.END,
        Notice.REFUSED,
        needs=("text", "recipient"),
    ),
    _step(
        Action.TRANSFER,
        _UNTIL_ANSWER,
        _DESK,
        S.TRANSFERRED,
        Clock.END,
        Notice.TRANSFERRED,
        needs=("text", "recipient"),
    ),
    _step(
        Action.MERGE,
        (S.RECEIVED, S.NEEDS_INFO, S.ACCEPTED, *_WITH_UNIT),
        _DESK,
        S.MERGED,
        Clock.END,
        Notice.MERGED,
        needs=("other_id",),
    ),
    _step(Action.WITHDRAW, OPEN, (Actor.CITIZEN,), S.WITHDRAWN, Clock.END, tells=_UNIT),
    _step(Action.RATE, (S.ANSWERED,), (Actor.CITIZEN,), None, needs=("solved",)),
    _step(
        Action.REOPEN,
        (S.ANSWERED,),
        (Actor.CITIZEN,),
        S.REOPENED,
        Clock.HANDLING,
        tells=_UNIT,
    ),
    _step(
        Action.PUBLISH,
        _AFTER_ANSWER,
        _DESK,
        None,
        notice=Notice.PUBLISHED,
        needs=("public_content", "public_answer"),
    ),
    _step(Action.UNPUBLISH, _ANY, _DESK, None),
    _step(Action.REGISTER, _ANY, (Actor.CLERK,), None),
    _step(Action.NOTE, _ANY, _STAFF, None, needs=("text",)),
    _step(Action.READ, _ANY, _STAFF, None),
    _step(Action.TELL, _ANY, (*_STAFF, Actor.SYSTEM), None),
    _step(Action.LAPSE, (S.NEEDS_INFO,), (Actor.SYSTEM,), S.CLOSED, Clock.END, Notice.LAPSED),
    _step(Action.CLOSE, (S.ANSWERED,), (Actor.SYSTEM,), S.CLOSED),
    _step(Action.ERASE, frozenset(_ANY) - OPEN, (Actor.CLERK, Actor.SYSTEM), None),
)


def find_step(state: CaseState | None, action: Action, actors: Collection[Actor]) -> Step | None:
    """Find the step that one of these actors may take from a state, if it is allowed."""
    for step in STEPS:
        if step.action is action and state in step.sources and step.by.intersection(actors):
            return step
    return None
