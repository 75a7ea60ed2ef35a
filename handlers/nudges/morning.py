"""What one person is told on a morning."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from handlers.nudges.notes import ClerkNote
from handlers.nudges.stepping import Part
from storage.values import Address, NewNudge, Person

_ORDER = tuple(Part)


@dataclass(frozen=True, slots=True)
class Morning:
    """What one person is told on a morning, each item for one reason."""

    person: Person
    address: Address
    nudges: Sequence[NewNudge]
    notes: Sequence[ClerkNote] = ()

    @property
    def ids(self) -> list[int]:
        """The due days told of, own ones first, of each part the earliest first."""
        ordered = sorted(self.nudges, key=_order)
        return list(dict.fromkeys(nudge.told.due_day_id for nudge in ordered))

    @property
    def shown(self) -> Mapping[int, NewNudge]:
        """The reason under which each due day is told of."""
        ordered = sorted(self.nudges, key=_order, reverse=True)
        return {nudge.told.due_day_id: nudge for nudge in ordered}


def _order(nudge: NewNudge) -> tuple[int, int, dt.date, int]:
    told = nudge.told
    holder_id = nudge.holder_id or 0
    return _ORDER.index(Part(nudge.part)), holder_id, told.due_on, told.due_day_id


def group_of(nudge: NewNudge) -> tuple[str, int | None]:
    """Give the part of a digest that tells of a step, and for whom."""
    return nudge.part, nudge.holder_id
