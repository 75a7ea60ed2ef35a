"""The demonstration's clock: the machine's own, moved on as its page says."""

import datetime as dt
from dataclasses import dataclass

from knowledge.calendar import Calendar, load_calendar
from knowledge.reminding import MORNING
from tests.doubles.demo.phones import HANOI

WEEK = dt.timedelta(days=7)
EVENING = dt.time(17, 0)


@dataclass(slots=True)
class MovableClock:
    """The machine's time and what was added to it."""

    added: dt.timedelta = dt.timedelta(0)

    def start(self) -> None:
        """Move on to office hours: outside of them officials are told nothing."""
        here, calendar = self.now().astimezone(HANOI), load_calendar()
        is_open = MORNING <= here.time() < EVENING and calendar.is_working_day(here.date())
        if not is_open:
            self.move_to("morning")

    def now(self) -> dt.datetime:
        """Give the moment that the demonstration takes for the present one."""
        return dt.datetime.now(dt.UTC) + self.added

    def move_to(self, where: str) -> None:
        """Move on a week, or to the next working day's morning, when digests go out."""
        if where == "week":
            self.added += WEEK
        else:
            self.added += find_morning(self.now(), load_calendar()) - self.now()


def find_morning(now: dt.datetime, calendar: Calendar) -> dt.datetime:
    """Find the next 07:30 of a working day."""
    here = now.astimezone(HANOI)
    first = here.date() + dt.timedelta(days=here.time() >= MORNING)
    return dt.datetime.combine(calendar.working_day_on_or_after(first), MORNING, HANOI)
