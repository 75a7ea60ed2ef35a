"""Bringing the due days of a place to what is wanted: added, kept, renewed, cancelled."""

import datetime as dt
import logging
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from handlers.plans.scopes import Key, Scope, Wanted, find_state, key_of
from storage.values import LIVE, CancelReason, DueKind, DueState, NewDueDay
from storage.values import DueDay as StoredDueDay
from storage.work import Work

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Planned:
    """How many due days are new, hold again, and no longer hold that were open."""

    added: int = 0
    renewed: int = 0
    cancelled: int = 0

    def __add__(self, other: "Planned") -> "Planned":
        """Count both."""
        return Planned(
            self.added + other.added,
            self.renewed + other.renewed,
            self.cancelled + other.cancelled,
        )


async def bring(
    work: Work,
    scope: Scope,
    wanted: Wanted,
    known: Iterable[StoredDueDay],
    *,
    reason: CancelReason,
    now: dt.datetime,
) -> Planned:
    """Bring a place's due days to what is wanted; what is done stays done."""
    held = {key_of(due): due for due in known}
    _leave_out(wanted, held, scope.today)
    lost = [due for key, due in held.items() if key not in wanted]
    still_open = {(due.task_id, due.last_day) for due in lost if due.state in LIVE}
    cancelled = await cancel_open(work, lost, reason, now)
    renewed = await _renew(work, wanted, held, still_open)
    new = [_open(due, still_open) for key, due in wanted.items() if key not in held]
    await work.due_days.add(new, locality_id=scope.place.id)
    return Planned(len(new), renewed, cancelled)


def _leave_out(wanted: Wanted, held: Mapping[Key, StoredDueDay], today: dt.date) -> None:
    """Take out what an office has done that is no longer asked of it, and lines for the past."""
    done = [held[key] for key in held.keys() - wanted.keys() if held[key].state is DueState.DONE]
    for key, due in list(wanted.items()):
        is_new = key not in held or held[key].state is DueState.CANCELLED
        is_late_line = due.kind is DueKind.LINE and due.last_day < today
        if is_new and (is_late_line or any(_has_done(each, due) for each in done)):
            del wanted[key]


def _has_done(done: StoredDueDay, due: NewDueDay) -> bool:
    """Tell whether what was done makes a new due day needless; each of a group does its own."""
    if (done.task_id, done.last_day) != (due.task_id, due.last_day):
        return False
    return done.group_id is None or done.group_id != due.group_id


async def cancel_open(
    work: Work, lost: Sequence[StoredDueDay], reason: CancelReason, now: dt.datetime
) -> int:
    """Cancel due days that are not done; return how many were open, lines for reports aside."""
    await work.due_days.cancel([due.id for due in lost], reason, now=now)
    was_open = [due for due in lost if due.state in LIVE]
    if was_open:
        log.info("%d open due days cancelled (%s)", len(was_open), reason.value)
    return sum(due.kind is not DueKind.LINE for due in was_open)


async def _renew(
    work: Work,
    wanted: Wanted,
    held: Mapping[Key, StoredDueDay],
    still_open: set[tuple[int, dt.date]],
) -> int:
    """Let cancelled due days hold again, and all say what is wanted; return how many did not."""
    renewed = 0
    for key in wanted.keys() & held.keys():
        due, new = held[key], wanted[key]
        if _says_otherwise(due, new):
            await work.due_days.describe(due.id, new)
        if due.state is DueState.CANCELLED:
            is_open = (due.task_id, due.last_day) in still_open
            state = DueState.OPEN if is_open else find_state(due.due_on, due.known_since)
            await work.due_days.renew(due.id, state)
            renewed += 1
    return renewed


def _says_otherwise(due: StoredDueDay, new: NewDueDay) -> bool:
    old = (due.kind, due.label, due.group_id, due.ends_on)
    return old != (new.kind, new.label, new.group_id, new.ends_on)


def _open(due: NewDueDay, still_open: set[tuple[int, dt.date]]) -> NewDueDay:
    """Keep a day open that passes to another office after it was over: it is not done yet."""
    if (due.task_id, due.last_day) not in still_open:
        return due
    return replace(due, state=DueState.OPEN)
