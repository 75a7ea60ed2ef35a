"""Which task of an earlier plan a later one's task is, and what has become of it."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz, process

from knowledge.corrections import FIELDS
from knowledge.due_days import find_due_days
from knowledge.plan import Plan, PlannedTask
from knowledge.text import fold, syllables

# Of 100. With a fifth of their words lost or changed 99 % of five plans' tasks score 75 or more
# (median 88); of 1,461 pairs of different tasks 4 do. Standing at the same place tells a little.
ALIKE = 75
SAME_PLACE = 6
MOST_PAIRS = 4_000_000  # 16 MB of scores; in larger plans only equal tasks are paired

Pair = tuple[int, int]
Scores = NDArray[np.float32]
Key = Callable[[PlannedTask], Hashable]


class Change(StrEnum):
    """What has become of a task between two readings."""

    SAME = "same"
    MOVED = "moved"  # its days or the kind of its time
    REVISED = "revised"  # anything else that a clerk reads
    ADDED = "added"
    DROPPED = "dropped"


def find_change(old: PlannedTask, new: PlannedTask) -> Change:
    """Tell what has become of a matched task."""
    is_moved = old.deadline.kind is not new.deadline.kind or find_due_days(old) != find_due_days(
        new
    )
    if is_moved:
        return Change.MOVED
    is_same = all(getattr(old, field) == getattr(new, field) for field in FIELDS)
    return Change.SAME if is_same else Change.REVISED


def match_tasks(old: Sequence[PlannedTask], new: Sequence[PlannedTask]) -> tuple[Pair, ...]:
    """Pair the tasks of two plans one to one, as indexes into both, in the order of the new.

    First those that say the same, where they also stand or sound the same first; then the most
    alike of what is left.
    """
    left, right = list(range(len(old))), list(range(len(new)))
    pairs: list[Pair] = []
    for key in (_all_facts, _placed, _content):
        pairs += _pair_equal(old, new, left, right, key)
    pairs += _pair_alike(old, new, left, right)
    return tuple(sorted(pairs, key=lambda pair: pair[1]))


def _content(task: PlannedTask) -> str:
    return " ".join(syllables(task.content))


def _placed(task: PlannedTask) -> Hashable:
    return _content(task), task.section, task.number


def _all_facts(task: PlannedTask) -> Hashable:
    return _placed(task), task.lead, task.supporting, task.timeframe, task.deliverable


def _pair_equal(
    old: Sequence[PlannedTask],
    new: Sequence[PlannedTask],
    left: list[int],
    right: list[int],
    key: Key,
) -> Iterator[Pair]:
    """Pair what has the same key, and take it out of what is left."""
    waiting: dict[Hashable, list[int]] = defaultdict(list)
    for i in sorted(left, key=lambda i: _rank(old[i])):
        waiting[key(old[i])].append(i)
    for j in sorted(right, key=lambda j: _rank(new[j])):
        if waiting[key(new[j])]:
            i = waiting[key(new[j])].pop(0)
            left.remove(i)
            right.remove(j)
            yield i, j


def _rank(task: PlannedTask) -> tuple[str, ...]:
    """Order tasks by what they say, so that the order of rows decides nothing."""
    return (*task.section, task.number or "", task.content, task.timeframe or "", *task.lead)


def _pair_alike(
    old: Sequence[PlannedTask],
    new: Sequence[PlannedTask],
    left: Sequence[int],
    right: Sequence[int],
) -> Iterator[Pair]:
    """Pair the most alike first, each once; ties are settled by what the tasks say."""
    if not 0 < len(left) * len(right) <= MOST_PAIRS:
        return
    left = sorted(left, key=lambda i: _rank(old[i]))
    right = sorted(right, key=lambda j: _rank(new[j]))
    scores = _score([old[i] for i in left], [new[j] for j in right])
    rows, columns = np.nonzero(scores >= ALIKE)
    best_first = np.argsort(-scores[rows, columns], kind="stable")
    free_left, free_right = set(left), set(right)
    for i, j in ((left[rows[at]], right[columns[at]]) for at in best_first):
        if i in free_left and j in free_right:
            free_left.remove(i)
            free_right.remove(j)
            yield i, j


def _score(old: Sequence[PlannedTask], new: Sequence[PlannedTask]) -> Scores:
    """Say how alike tasks are, 0 to 100 and a little more, in a row for each of the old."""
    alike = process.cdist(
        [_content(task) for task in old],
        [_content(task) for task in new],
        scorer=fuzz.ratio,
        score_cutoff=ALIKE - SAME_PLACE,
        dtype=np.float32,
    )
    places = {place: n for n, place in enumerate({_place(task) for task in (*old, *new)})}
    of_old, of_new = ([places[_place(task)] for task in tasks] for tasks in (old, new))
    is_placed: Scores = np.equal.outer(of_old, of_new).astype(np.float32)
    return alike + SAME_PLACE * is_placed


def _place(task: PlannedTask) -> tuple[tuple[str, ...], str | None]:
    return task.section, task.number


def is_version(old: Plan, new: Plan) -> bool:
    """Tell whether two readings are of one document: number, issuer and year of issue agree.

    Numbers begin anew each year, so the number alone names no document.
    """
    return old.number is not None and _identity(old) == _identity(new)


def _identity(plan: Plan) -> tuple[str, str, int | None]:
    year = plan.issued_on.year if plan.issued_on else plan.year
    return "".join(fold(plan.number or "").split()), fold(plan.issuer or ""), year
