"""What the operator's page shows, read in one go."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from bot.app import App
from bot.web import words
from handlers.tasks.wording import describe_content, describe_due_source
from handlers.texts import say
from handlers.texts.forms import HANOI, local_day, write_day
from storage.inbox import Inbox
from storage.outbox import Outbox
from storage.values import Case, CaseState, DueDay, Holder, StoredPlan

AHEAD = dt.timedelta(days=60)
MOST_DUE = 200
Row = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Overview:
    """The rows of the operator's page, as text."""

    now: dt.datetime
    until: dt.date
    plans: list[Row]
    due: list[Row]
    more_due: int
    queues: list[Row]
    cases: list[Row]


async def read_overview(app: App) -> Overview:
    """Read what is loaded, what is due, what waits and what was reported."""
    now = app.clock.now().astimezone(HANOI)
    until = now.date() + AHEAD
    async with app.database.read() as work:
        due = await work.due_days.until(until)
        holders = await work.people.holders(on=now.date())
        return Overview(
            now=now,
            until=until,
            plans=[_plan_row(plan) for plan in await work.plans.list_all()],
            due=[_due_row(day, holders.get(day.office_id or 0, ())) for day in due[:MOST_DUE]],
            more_due=max(0, len(due) - MOST_DUE),
            queues=[
                (words.INBOX, *await _count(work.inbox)),
                (words.OUTBOX, *await _count(work.outbox)),
            ],
            cases=_case_rows(await work.cases.list_all()),
        )


def _plan_row(plan: StoredPlan) -> Row:
    facts = plan.facts
    return (
        plan.locality,
        facts.number or words.NONE,
        str(facts.year or words.NONE),
        say(f"plan_state_{plan.state.value}"),
        str(plan.task_count),
    )


def _due_row(day: DueDay, holders: Sequence[Holder]) -> Row:
    is_linked = any(holder.person.has_chat for holder in holders)
    return (
        write_day(day.due_on),
        day.locality,
        day.office or say("no_office"),
        f"{describe_content(day)} ({describe_due_source(day)})",
        words.LINKED if is_linked else say("nobody_linked"),
    )


async def _count(queue: Inbox | Outbox) -> Row:
    return tuple([str(await queue.count(state)) for state in ("new", "claimed", "parked")])


def _case_rows(cases: Sequence[Case]) -> list[Row]:
    order = list(CaseState)
    return [
        (
            say(f"state_{case.state.value}"),
            case.code,
            write_day(local_day(case.received_at)),
            write_day(case.due_on) if case.due_on else words.NONE,
        )
        for case in sorted(cases, key=lambda case: (order.index(case.state), case.code))
    ]
