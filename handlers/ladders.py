"""The ladder of a due day in its place: when whom is told."""

from knowledge.calendar import Calendar
from knowledge.ladder import LadderSettings, Step, plan_request, plan_steps, read_settings
from storage.values import DueDay, DueKind, PlannedDay
from storage.work import Work

LAST_YEAR = 2200


async def find_settings(work: Work, place_id: int) -> LadderSettings:
    """Find when a place's offices are told: as it has set, else as usual."""
    ladder = await work.localities.find_ladder(place_id)
    return read_settings(ladder) if ladder else LadderSettings()


def plan_ladder(
    due: PlannedDay | DueDay, settings: LadderSettings, calendar: Calendar
) -> tuple[Step, ...]:
    """Give all steps of a due day; none of one so far away that a calendar ends before it."""
    if due.ends_on.year > LAST_YEAR:
        return ()
    if due.kind is DueKind.LINE:
        return plan_request(due.due_on, known_since=due.known_since, calendar=calendar)
    return plan_steps(
        due.due_on,
        known_since=due.known_since,
        calendar=calendar,
        settings=settings,
        ends_on=due.ends_on,
    )
