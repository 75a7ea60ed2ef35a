"""How work of several offices stands: who has handed it in, who has not, what is overdue."""

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from handlers.people.roles import is_clerk, is_head, is_leader, may_act_for
from handlers.tasks.lists import list_own, may_see
from handlers.tasks.urging import may_urge
from knowledge.abbreviations import expand_chat, expand_formal
from knowledge.calendar import ONE_DAY
from knowledge.reporting import share_topic
from knowledge.text import fold, syllables
from storage.values import DueDay, DueState, Person
from storage.work import Work

LEAST = 0.6  # of a topic's words that a task must speak of
_STANDING = (DueState.OPEN, DueState.DISPUTED, DueState.DONE)
# What nearly every task speaks of; it tells none from another.
_GENERIC = frozenset(
    (
        "bao",
        "cao",
        "ket",
        "qua",
        "viec",
        "nop",
        "gui",
        "ve",
        "cac",
        "cua",
        "va",
        "cho",
        "theo",
        "nay",
    )
)


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One occurrence of a task, with the due day of every office that answers for it."""

    due_days: tuple[DueDay, ...]

    @property
    def first(self) -> DueDay:
        """A due day that says what it is about."""
        return self.due_days[0]

    @property
    def done(self) -> tuple[DueDay, ...]:
        """What was handed in."""
        return self._in(DueState.DONE)

    @property
    def missing(self) -> tuple[DueDay, ...]:
        """What was not."""
        return self._in(DueState.OPEN)

    @property
    def disputed(self) -> tuple[DueDay, ...]:
        """What an office says is not theirs."""
        return self._in(DueState.DISPUTED)

    @property
    def is_group(self) -> bool:
        """Whether the offices stand there as members of a group."""
        return all(due.group_id is not None for due in self.due_days)

    def _in(self, state: DueState) -> tuple[DueDay, ...]:
        return tuple(due for due in self.due_days if due.state is state)


def sees_all(person: Person) -> bool:
    """Tell whether somebody sees how all offices of the place stand, not their own only."""
    return is_leader(person) or is_clerk(person) or is_head(person)


def may_know(person: Person, due: DueDay) -> bool:
    """Tell whether somebody may know of an item: given out, only who handles it or gave it."""
    given = due.assignment
    return given is None or given.by_id == person.id or may_see(person, due)


def pick_urged(person: Person, due_days: Sequence[DueDay]) -> list[DueDay]:
    """Pick what somebody may urge."""
    return [due for due in due_days if may_urge(person, due)]


async def find_standing(work: Work, person: Person) -> list[Occurrence]:
    """Find the work whose standing somebody may see, by occurrence, the earliest first."""
    if sees_all(person):
        found = await work.due_days.of_place(person.locality_id, _STANDING)
    else:
        found = await list_own(work, person, states=_STANDING)
    every = group_occurrences(found)
    return [each for each in every if any(may_know(person, due) for due in each.due_days)]


async def find_late(work: Work, person: Person, *, today: dt.date) -> list[DueDay]:
    """Find the open work past its day that somebody may see, the earliest first."""
    late = await work.due_days.until(today - ONE_DAY, locality_id=person.locality_id)
    return [
        due
        for due in late
        if due.state is DueState.OPEN
        and (sees_all(person) or may_act_for(person, due.office_id))
        and may_know(person, due)
    ]


def group_occurrences(due_days: Sequence[DueDay]) -> list[Occurrence]:
    """Put the due days of one task and one day of the plan together."""
    groups: dict[tuple[int, dt.date], list[DueDay]] = defaultdict(list)
    for due in due_days:
        groups[due.task_id, due.last_day].append(due)
    return [Occurrence(tuple(group)) for group in groups.values()]


def match_topic(
    occurrences: Sequence[Occurrence], topic: str, *, today: dt.date
) -> list[Occurrence]:
    """Find the tasks that speak most of a topic, each by the occurrence that is asked about."""
    words = read_topic(topic)
    if not words:
        return []
    whole = syllables(fold(expand_chat(topic)))
    texts = [_describe(each.first) for each in occurrences]
    scores = [(share_topic(words, text), share_topic(whole, text)) for text in texts]
    best = max(scores, default=(0.0, 0.0))
    if best[0] < LEAST:
        return []
    scored = zip(scores, occurrences, strict=True)
    return pick_current([each for score, each in scored if score == best], today=today)


def read_topic(topic: str) -> Sequence[str]:
    """Read the words that tell a task from others; all of them where none does."""
    words = syllables(fold(expand_chat(topic)))
    return tuple(dict.fromkeys(w for w in words if w not in _GENERIC)) or tuple(words)


def _describe(due: DueDay) -> str:
    task = due.task
    return fold(expand_formal(f"{task.content} {task.deliverable or ''} {due.label}"))


def pick_current(occurrences: Sequence[Occurrence], *, today: dt.date) -> list[Occurrence]:
    """Pick one occurrence of each task: overdue and not complete, else next, else last."""
    by_task: dict[int, list[Occurrence]] = defaultdict(list)
    for each in occurrences:
        by_task[each.first.task_id].append(each)
    return [_pick(each, today) for each in by_task.values()]


def _pick(occurrences: Sequence[Occurrence], today: dt.date) -> Occurrence:
    ordered = sorted(occurrences, key=lambda each: each.first.last_day)
    overdue = [each for each in ordered if any(due.due_on < today for due in each.missing)]
    coming = [each for each in ordered if each.first.last_day >= today]
    return overdue[-1] if overdue else coming[0] if coming else ordered[-1]
