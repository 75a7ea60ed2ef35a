"""What an official may do with an item of work, as values."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from knowledge.tasks.words import ItemRef


class ActKind(StrEnum):
    """What is to be done with an item of work."""

    DONE = "done"
    NOTE = "note"
    UNDO = "undo"
    LATER = "later"
    NOT_OURS = "not_ours"
    MORE_TIME = "more_time"
    SHOW = "show"
    GRANT = "grant"
    REFUSE = "refuse"
    GIVE = "give"
    KEEP = "keep"
    URGE = "urge"


@dataclass(frozen=True, slots=True)
class TaskAct:
    """An act, the items it is about and what was said with it; no items: the one spoken of.

    `note` is a result, a reason or the words about whose work it is; `day` the morning to be
    reminded or the new last day; `more_days` what the last day moves by, worked where
    `is_worked`; `office` whose the work is or will be; `on_behalf` for whom it is reported done.
    """

    kind: ActKind
    items: tuple[ItemRef, ...] = ()
    note: str = ""
    day: dt.date | None = None
    office: str = ""
    on_behalf: str = ""
    more_days: int | None = None
    is_worked: bool = False
