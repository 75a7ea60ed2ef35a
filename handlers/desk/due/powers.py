"""What a visitor may see of due days and do about them, as chat and the command line decide it."""

from collections.abc import Callable
from enum import StrEnum

from handlers.assigning.giving import may_withdraw
from handlers.desk.visitor import Power, Visitor
from handlers.errors import HandlerError
from handlers.people.directory import Directory
from handlers.people.roles import may_act_for
from handlers.tasks.acts import check_may_report
from handlers.tasks.disputing import may_decide_dispute
from handlers.tasks.extending import may_decide
from handlers.tasks.urging import may_urge
from storage.values import LIVE, DueDay, DueState, Person
from storage.work import Work


class Act(StrEnum):
    """Something that can be done about a due day."""

    DONE = "done"
    NOTE = "note"
    MORE_TIME = "more_time"
    DECIDE = "decide"
    GIVE = "give"
    KEEP = "keep"
    DISPUTE = "dispute"
    URGE = "urge"
    LATER = "later"
    WITHDRAW = "withdraw"


# What `motcua task` can do without anybody's name.
_OF_OPERATOR = frozenset({Act.DONE, Act.WITHDRAW})


def sees(visitor: Visitor, due: DueDay) -> bool:
    """Tell whether a due day is of the visitor's place and of an office whose work they see."""
    offices = visitor.office_ids
    is_here = due.locality_id == visitor.place.id
    return is_here and (offices is None or due.office_id in offices)


async def find_due(work: Work, visitor: Visitor, item_id: int) -> DueDay:
    """Find a due day that a visitor may see; raise `HandlerError("desk_gone")`."""
    due = await work.due_days.find(item_id)
    if due is None or not sees(visitor, due):
        raise HandlerError("desk_gone")
    return due


def list_acts(
    visitor: Visitor, due: DueDay, *, is_asked: bool, directory: Directory | None = None
) -> tuple[Act, ...]:
    """List what a visitor may do about a due day as it is now.

    `is_asked`: more time was asked for; who decides on that is told by a `directory`.
    """
    if not visitor.may(Power.ACT_ON_DUE):
        return ()
    acts = _list_able(visitor.person, due, is_asked=is_asked, directory=directory)
    return tuple(a for a in acts if visitor.person or a in _OF_OPERATOR)


def _list_able(
    person: Person | None, due: DueDay, *, is_asked: bool, directory: Directory | None
) -> list[Act]:
    is_open, is_live = due.state is DueState.OPEN, due.state in LIVE
    is_given = due.assignment is not None
    able: tuple[tuple[Act, bool, Callable[[], bool]], ...] = (
        (Act.DECIDE, is_open and is_asked, lambda: _may_decide(person, due, directory)),
        (Act.KEEP, due.state is DueState.DISPUTED, lambda: may_decide_dispute(person, due)),
        (Act.DONE, is_live or due.state is DueState.PAST, lambda: _may_report(person, due)),
        (Act.NOTE, due.state is DueState.DONE, lambda: _may_report(person, due)),
        (Act.MORE_TIME, is_open, lambda: _may_report(person, due)),
        (Act.GIVE, is_live, lambda: may_decide_dispute(person, due)),
        (Act.URGE, is_open, lambda: may_urge(person, due)),
        (Act.DISPUTE, is_open, lambda: may_act_for(person, due.office_id)),
        (Act.LATER, is_open, lambda: may_act_for(person, due.office_id)),
        (Act.WITHDRAW, is_live and is_given, lambda: not person or may_withdraw(person, due)),
    )
    return [act for act, is_possible, may in able if is_possible and may()]


def _may_report(person: Person | None, due: DueDay) -> bool:
    try:
        check_may_report(person, due)
    except HandlerError:
        return False
    return True


def _may_decide(person: Person | None, due: DueDay, directory: Directory | None) -> bool:
    return directory is not None and may_decide(person, due, directory)
