"""A case's history without its words: what figures are read from."""

import datetime as dt
from dataclasses import dataclass, replace
from functools import cached_property

from knowledge.cases.states import OPEN, CaseKind, CaseState, Solved
from knowledge.cases.steps import Action


@dataclass(frozen=True, slots=True)
class Happening:
    """A line of a case's history; `on` is the day in Viet Nam, `due_on` the term's last day."""

    on: dt.date
    action: Action
    state: CaseState
    unit: str = ""
    due_on: dt.date | None = None
    solved: Solved | None = None
    kind: CaseKind | None = None


@dataclass(frozen=True)
class CaseHistory:
    """What has happened to a case, in order; `told_on` is the day its sender had the answer."""

    code: str
    kind: CaseKind
    happenings: tuple[Happening, ...]
    told_on: dt.date | None = None
    channel: str = ""

    def until(self, day: dt.date) -> "CaseHistory":
        """Give the case as it stood at the end of a day on which it was there already."""
        if self._ends_by(day):
            return self
        happenings = tuple(h for h in self.happenings if h.on <= day)
        told_on = self.told_on if self.told_on and self.told_on <= day else None
        kinds = [h.kind for h in happenings if h.kind]
        kind = kinds[-1] if kinds else self.kind
        return replace(self, kind=kind, happenings=happenings, told_on=told_on)

    def _ends_by(self, day: dt.date) -> bool:
        """Tell whether all that is known of it, its kind too, was so by a day."""
        kinds = [h.kind for h in self.happenings if h.kind]
        is_same = not kinds or kinds[-1] is self.kind
        return is_same and max(self.happenings[-1].on, self.told_on or dt.date.min) <= day

    @property
    def received_on(self) -> dt.date:
        """The day it was sent."""
        return self.happenings[0].on

    @property
    def state(self) -> CaseState:
        """Where it stands."""
        return self.happenings[-1].state

    @property
    def is_open(self) -> bool:
        """Tell whether the office still owes something."""
        return self.state in OPEN

    @cached_property
    def unit(self) -> str:
        """The unit it is or was with last; empty before it was assigned."""
        return next((h.unit for h in reversed(self.happenings) if h.unit), "")

    @cached_property
    def due_on(self) -> dt.date | None:
        """The last day of its latest term."""
        return next((h.due_on for h in reversed(self.happenings) if h.due_on), None)

    @cached_property
    def answered_on(self) -> dt.date | None:
        """The day of the latest answer, if it was not reopened since."""
        index = self._find(Action.ANSWER)
        return self.happenings[index].on if index > self._find(Action.REOPEN) else None

    @cached_property
    def solved(self) -> Solved | None:
        """What its sender said of the latest answer."""
        since = self.happenings[max(self._find(Action.ANSWER), 0) :]
        return next((h.solved for h in reversed(since) if h.solved), None)

    @cached_property
    def ended_on(self) -> dt.date | None:
        """The day it left the office's hands, answered or otherwise; None while it is open."""
        if self.is_open:
            return None
        return self.answered_on or next(h.on for h in self.happenings if h.state is self.state)

    @cached_property
    def published_on(self) -> dt.date | None:
        """The day its result was made public, if it still is."""
        index = self._find(Action.PUBLISH)
        return self.happenings[index].on if index > self._find(Action.UNPUBLISH) else None

    @property
    def is_late(self) -> bool:
        """Tell whether it was answered after its last day."""
        return bool(self.answered_on and self.due_on and self.answered_on > self.due_on)

    @property
    def is_told(self) -> bool:
        """Tell whether its sender has had the latest answer."""
        return bool(self.answered_on and self.told_on and self.told_on >= self.answered_on)

    def is_overdue(self, on: dt.date) -> bool:
        """Tell whether it is open on a day after its last one; a term that stands still is not."""
        if not self.is_open or self.due_on is None or self.due_on >= on:
            return False
        return self.state is not CaseState.NEEDS_INFO or self._left_on > self.due_on

    @property
    def _left_on(self) -> dt.date:
        """The day its sender was asked for more, or it was sent without what is needed."""
        index = max(self._find(Action.ASK_INFO), 0)
        return self.happenings[index].on

    def _find(self, action: Action) -> int:
        """Give the place of the latest happening of an action, -1 where there is none."""
        found = [index for index, h in enumerate(self.happenings) if h.action is action]
        return found[-1] if found else -1
