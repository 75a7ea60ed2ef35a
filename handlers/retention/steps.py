"""The steps of forgetting: each finds what has come of age, and lets some of it go."""

import datetime as dt
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field

from handlers.cases.moves import CaseDesk
from handlers.retention.ages import Ages
from storage.work import Work


@dataclass(frozen=True, slots=True)
class Forgetter:
    """What steps are taken with; `left` are the numbers of cases that could not be taken on."""

    desk: CaseDesk
    ages: Ages
    left: set[int] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Found:
    """What has come of age: how many, and where they are cases the codes, and how many files."""

    count: int = 0
    codes: Sequence[str] = ()
    files: int = 0


Forget = Callable[[Work, Forgetter, dt.datetime, int], Awaitable[int]]
Find = Callable[[Work, Ages, dt.datetime, bool], Awaitable[Found]]


@dataclass(frozen=True, slots=True)
class Step:
    """A kind of thing that goes by its age.

    `forget` takes a moment and how many at most, and returns how many were taken on: fewer means
    that none is left. `find` tells what has come of age by a moment, to come or not.
    """

    name: str
    batch: int
    forget: Forget
    find: Find
