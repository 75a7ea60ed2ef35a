"""What clerks hear of periodic reports whose data close soon."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from handlers.inherited import list_reporting_rules
from handlers.nudges.notes import ClerkNote
from handlers.reporting.words import name_law, name_period, write_sending_day
from handlers.sources import describe_source
from handlers.tasks.wording import say_days_left
from handlers.texts import say
from handlers.texts.forms import capital, clip, write_weekday
from knowledge.calendar import Calendar
from knowledge.plan import PlannedTask
from knowledge.reporting import (
    DataPeriod,
    Fit,
    Period,
    ReportPeriod,
    find_data_period,
    find_sending_day,
    fit_duty,
    pick_rule,
    read_duty,
)
from storage.values import Locality, PlanState, ReportingRule, StoredPlan
from storage.work import Work

AHEAD = 2  # working days before data close
KINDS = (Period.QUARTER, Period.HALF, Period.NINE_MONTHS, Period.YEAR)
MOST_NAMED = 5
LONGEST_NAMED = 100
Row = tuple[StoredPlan, PlannedTask]


@dataclass(frozen=True, slots=True)
class Closing:
    """A period whose data close soon."""

    period: ReportPeriod
    data: DataPeriod

    @property
    def name(self) -> str:
        """The period in a key."""
        kind = self.period.kind.value if self.period.kind else ""
        return f"{kind} {self.period.number} {self.period.year}"


def list_closings(today: dt.date, calendar: Calendar) -> list[Closing]:
    """List the periods whose data close today or within two working days."""
    return [
        Closing(ReportPeriod(kind, number, today.year), data)
        for kind in KINDS
        for number in kind.numbers
        if (data := find_data_period(kind, number, today.year))
        and calendar.minus_working_days(data.last, AHEAD) <= today <= data.last
    ]


async def find_closings(
    work: Work, place: Locality, *, today: dt.date, calendar: Calendar
) -> Sequence[ClerkNote]:
    """Find the periods whose data close soon and that rows of the place's plans name."""
    closings = {f"closing {place.id} {c.name}": c for c in list_closings(today, calendar)}
    told = await work.once.find(closings) if closings else set()
    waiting = {key: closing for key, closing in closings.items() if key not in told}
    if not waiting:
        return ()
    rows = await _load_rows(work, place)
    rules = await list_reporting_rules(work, place.id)
    notes = []
    for key, closing in waiting.items():
        named = [row for row in rows if _names(row, closing.period)]
        if named:
            text = _word_closing(closing, named, rules, today, calendar)
            notes.append(ClerkNote(key, text))
    return notes


async def _load_rows(work: Work, place: Locality) -> list[Row]:
    plans = await work.plans.list_all(state=PlanState.CONFIRMED, locality_ids=[place.id])
    return [(plan, stored.task) for plan in plans for stored in await work.plans.tasks(plan.id)]


def _names(row: Row, period: ReportPeriod) -> bool:
    """Tell whether a row wants the report of a period; a plan speaks of its own year."""
    plan, task = row
    if plan.facts.year not in (None, period.year):
        return False
    duty = read_duty(task, year=plan.facts.year)
    return duty is not None and fit_duty(duty, period) in (Fit.DAY, Fit.NAMED)


def _word_closing(
    closing: Closing,
    rows: Sequence[Row],
    rules: Sequence[ReportingRule],
    today: dt.date,
    calendar: Calendar,
) -> str:
    last = closing.data.last
    return say(
        "clerk_closing",
        period=name_period(closing.period, "vi"),
        last=write_weekday(last),
        days_left=say_days_left(last, calendar=calendar, today=today),
        basis=name_law(closing.data.law, "vi"),
        sending=capital(_say_sending(closing.period, rules)),
        items="\n".join(_list_rows(rows)),
    )


def _say_sending(period: ReportPeriod, rules: Sequence[ReportingRule]) -> str:
    kind, number, year = period.kind or Period.YEAR, period.number or 1, period.year or 0
    rule = pick_rule(rules, kind, number, year)
    day = find_sending_day(rule, number, year) if rule else None
    if rule is None or day is None:
        return say("sending_unknown_alone")
    return say("sending_day", days=write_sending_day(day, "vi"), basis=rule.basis)


def _list_rows(rows: Sequence[Row]) -> Iterator[str]:
    for plan, task in rows[:MOST_NAMED]:
        content = clip(task.content.rstrip(" .;,"), LONGEST_NAMED)
        source = describe_source(plan.facts, task)
        yield say("clerk_row", content=content, source=source)
    if len(rows) > MOST_NAMED:
        yield say("clerk_items_more", count=len(rows) - MOST_NAMED)
