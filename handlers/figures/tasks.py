"""The figures of a place's tasks that are due in a period, by the office that answers for them."""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass

from handlers.texts.forms import local_day
from knowledge.tasks.figures import Days, TaskFigures, count_tasks
from storage.work import Work


@dataclass(frozen=True, slots=True)
class DueDays:
    """A place's due days from a day to a day, by office; "" has those that no office answers for.

    What was over before it became known, or no longer holds, is none of them.
    """

    first: dt.date
    last: dt.date
    by_office: tuple[tuple[str, tuple[Days, ...]], ...]

    @property
    def all(self) -> list[Days]:
        """All of them."""
        return [each for _, days in self.by_office for each in days]


@dataclass(frozen=True, slots=True)
class TaskReport:
    """The figures of a period, whole and by office, as of a day."""

    as_of: dt.date
    totals: TaskFigures
    units: tuple[tuple[str, TaskFigures], ...]


async def list_due_days(
    work: Work,
    locality_id: int,
    first: dt.date,
    last: dt.date,
    *,
    office_ids: Collection[int] | None = None,
) -> DueDays:
    """List a place's due days (of some offices) from a day to a day, both included."""
    found: dict[str, list[Days]] = defaultdict(list)
    for each in await work.desk_counts.list_outcomes(
        locality_id, first, last, office_ids=office_ids
    ):
        done_on = local_day(each.done_at) if each.done_at else None
        found[each.office].append((each.due_on, done_on))
    by_office = ((office, tuple(found[office])) for office in sorted(found))
    return DueDays(first, last, tuple(by_office))


def count_due_days(due_days: DueDays, as_of: dt.date, *, unit: str = "") -> TaskReport:
    """Count due days as they stood at the end of a day, of one office if it is named."""
    chosen = [(name, days) for name, days in due_days.by_office if unit in ("", name)]
    units = tuple((name, count_tasks(days, as_of)) for name, days in chosen)
    totals = count_tasks((each for _, days in chosen for each in days), as_of)
    return TaskReport(as_of, totals, units)
