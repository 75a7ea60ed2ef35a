"""A case as a line of the inbox: how it stands, without personal data."""

import datetime as dt
from dataclasses import dataclass

from handlers.casework.inbox import Duty
from handlers.casework.viewing import say_due
from handlers.desk.cases.search import Opened
from handlers.desk.cases.wish import Due, find_soon, find_stage
from handlers.texts import say
from handlers.texts.forms import local_day, write_day
from knowledge.calendar import Calendar
from storage.values import CaseHead

LANGUAGE = "vi"


@dataclass(frozen=True, slots=True)
class CaseLine:
    """A case in the list; `gist` and `place` hold no personal data, the operator has neither.

    `due_stage` is None where no term runs.
    """

    code: str
    gist: str
    place: str
    office: str
    kind: str
    state: str
    duty: str
    due: str
    due_stage: Due | None
    received_on: str
    hides_name: bool
    must_call: bool
    is_published: bool
    may_open: bool


def write_line(
    head: CaseHead,
    opened: Opened | None,
    duty: Duty | None,
    *,
    must_call: bool,
    today: dt.date,
    calendar: Calendar,
) -> CaseLine:
    """Write a case's line; `opened` is None for the operator, who reads nothing of it."""
    return CaseLine(
        code=head.code,
        gist=opened.gist if opened else "",
        place=opened.place if opened else "",
        office=head.office or "",
        kind=say(f"case_kind_{head.kind.value}"),
        state=say(f"casework_state_{head.state.value}"),
        duty=say(f"casework_duty_{duty.value}") if duty else "",
        due=say_due(head, today, calendar, LANGUAGE),
        due_stage=find_stage(head, today, find_soon(today, calendar)),
        received_on=write_day(local_day(head.received_at)),
        hides_name=head.hides_name,
        must_call=must_call,
        is_published=head.is_published,
        may_open=opened is not None,
    )
