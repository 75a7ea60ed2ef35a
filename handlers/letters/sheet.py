"""A sheet to print for offices whose people have no chat: what they have open, with its source."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files

from handlers.assigning.choosing import find_offices
from handlers.errors import HandlerError
from handlers.letters.filling import Values, fill_template
from handlers.letters.letter import list_day, list_office
from handlers.nudges.passing_on import list_by_office
from handlers.people.directory import load_directory
from handlers.tasks.wording import describe_content, describe_due_source
from handlers.texts import say
from handlers.texts.forms import capital, local_day, write_day, write_weekday
from storage.values import DueDay, Locality, Office
from storage.work import Work

NAME = "phieu-nhac-viec"
MOST_DAYS = 366
LONGEST_CONTENT = 400


@dataclass(frozen=True, slots=True)
class Sheet:
    """A Word file with a page or more for each office; how many of them and of their tasks."""

    data: bytes
    offices: int
    items: int


async def write_sheet(
    work: Work,
    place: Locality,
    *,
    days: int,
    now: dt.datetime,
    office: str | None = None,
    template: bytes | None = None,
) -> Sheet:
    """Write what offices (or one) have open for so many days ahead, overdue items too.

    Raise `HandlerError`: `office_missing`, `sheet_days` or `sheet_empty`.
    """
    if not 0 <= days <= MOST_DAYS:
        raise HandlerError("sheet_days", most=MOST_DAYS)
    today = local_day(now)
    until = today + dt.timedelta(days)
    directory = await load_directory(work, place, on=today)
    by_office = await list_by_office(work, directory, until)
    if office is not None:
        named = find_offices(directory, [office], on=today)
        if not named:
            raise HandlerError("office_missing", office=office)
        wanted = {member.id for each in named for member in (each, *directory.find_members(each))}
        by_office = {o: items for o, items in by_office.items() if o.id in wanted}
    if not by_office:
        raise HandlerError("sheet_empty", until=write_day(until))
    data = template if template is not None else load_sheet_template()
    values = _list_values(place, by_office, today=today, until=until)
    filled = fill_template(data, values, name=f"{NAME}.docx")
    return Sheet(filled, len(by_office), sum(map(len, by_office.values())))


def load_sheet_template() -> bytes:
    """Load the template that comes with the program."""
    return (files("handlers.letters") / "templates" / f"{NAME}.docx").read_bytes()


def _list_values(
    place: Locality,
    by_office: Mapping[Office, Sequence[DueDay]],
    *,
    today: dt.date,
    until: dt.date,
) -> Values:
    return {
        **list_office(place),
        **list_day(today),
        "so": "",
        "nguoi_ky": "",
        "den_ngay": write_day(until),
        "cac_phieu": [
            {
                "don_vi": office.name,
                "so_viec": str(len(items)),
                "cac_viec": [_list_item(n, due, today) for n, due in enumerate(items, 1)],
            }
            for office, items in by_office.items()
        ],
    }


def _list_item(number: int, due: DueDay, today: dt.date) -> Values:
    late = f"\n({say('sheet_overdue')})" if due.due_on < today else ""
    return {
        "so": str(number),
        "noi_dung": describe_content(due, LONGEST_CONTENT),
        "han": write_weekday(due.due_on) + late,
        "nguon": capital(describe_due_source(due)),
    }
