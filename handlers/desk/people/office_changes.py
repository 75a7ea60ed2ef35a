"""What clerks change of offices at the desk, each change in the trail."""

import datetime as dt
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from handlers.desk.people.trail import (
    Act,
    Seen,
    about_office,
    begin,
    check_seen,
    get_office,
    load_names,
)
from handlers.desk.trail import note_change
from handlers.desk.visitor import Visitor
from handlers.errors import HandlerError
from handlers.people import offices as people_offices
from handlers.texts.forms import local_day
from knowledge.text import clean
from storage.errors import Conflict
from storage.offices import office_key
from storage.values import Office
from storage.work import Work

LONGEST_NAME = 300


async def make_office(
    work: Work, visitor: Visitor, name: str, *, is_group: bool, now: dt.datetime
) -> int:
    """Add an office, or a name that stands for several; return its number."""
    await begin(work, visitor)
    name = check_name(name)
    if known := await work.offices.find(visitor.place.id, name):
        raise HandlerError("desk_office_exists", name=known.name)
    office = await work.offices.ensure(visitor.place.id, name, is_group=is_group)
    await _note(work, visitor, Act.OFFICE_MADE, office.id, now=now, new={"name": name})
    return office.id


async def rename_office(
    work: Work,
    visitor: Visitor,
    office_id: int,
    name: str,
    *,
    seen: str,
    now: dt.datetime,
    overwrite: bool = False,
) -> None:
    """Give an office a new name; the old one still leads to it."""
    await begin(work, visitor)
    office, name = await get_office(work, visitor, office_id), check_name(name)
    if not overwrite:
        what = Seen(seen, office.name, name, theirs=office.name, mine=name)
        await check_seen(work, visitor, about_office(office_id), [Act.OFFICE_RENAMED], what)
    if name == office.name:
        return
    with _worded():
        await work.offices.rename(office_id, name)
    renamed = await get_office(work, visitor, office_id)
    names = {"old": _names(office), "new": _names(renamed)}
    await _note(work, visitor, Act.OFFICE_RENAMED, office_id, now=now, **names)


def _names(office: Office) -> dict[str, Any]:
    return {"name": office.name, "aliases": list(office.aliases)}


async def restore_names(
    work: Work, visitor: Visitor, office_id: int, names: dict[str, Any], *, now: dt.datetime
) -> None:
    """Let an office have the names that it had; a name given by mistake leads nowhere then."""
    await begin(work, visitor)
    office = await get_office(work, visitor, office_id)
    with _worded():
        await work.offices.rename(office_id, names["name"])
    if office_key(office.name) not in {office_key(each) for each in names["aliases"]}:
        await work.offices.remove_alias(office_id, office.name)
    old, new = _names(office), _names(await get_office(work, visitor, office_id))
    await _note(work, visitor, Act.OFFICE_RENAMED, office_id, now=now, old=old, new=new)


async def add_alias(
    work: Work, visitor: Visitor, office_id: int, name: str, *, now: dt.datetime
) -> None:
    """Give an office another name."""
    await begin(work, visitor)
    office, name = await get_office(work, visitor, office_id), check_name(name)
    with _worded():
        await work.offices.add_alias(office_id, name)
    if len((await get_office(work, visitor, office_id)).aliases) > len(office.aliases):
        await _note(work, visitor, Act.ALIAS_ADDED, office_id, now=now, new={"name": name})


async def remove_alias(
    work: Work, visitor: Visitor, office_id: int, name: str, *, now: dt.datetime
) -> None:
    """Take another name away from an office."""
    await begin(work, visitor)
    await get_office(work, visitor, office_id)
    if not await work.offices.remove_alias(office_id, name):
        raise HandlerError("desk_gone")
    await _note(work, visitor, Act.ALIAS_REMOVED, office_id, now=now, old={"name": name})


async def set_members(
    work: Work,
    visitor: Visitor,
    group_id: int,
    office_ids: Sequence[int],
    *,
    seen: Sequence[int],
    now: dt.datetime,
    overwrite: bool = False,
) -> None:
    """Say which offices a group stands for; its work is theirs from now on."""
    await begin(work, visitor)
    group, wanted = await get_office(work, visitor, group_id), sorted(set(office_ids))
    if not group.is_group:
        raise HandlerError("desk_no_group", name=group.name)
    for each in wanted:
        await get_office(work, visitor, each)
    held, names = sorted(group.member_ids), await load_names(work, visitor, now=now)
    if not overwrite:
        texts = {"theirs": names.join_offices(held), "mine": names.join_offices(wanted)}
        what = Seen(sorted(seen), held, wanted, **texts)
        await check_seen(work, visitor, about_office(group_id), [Act.MEMBERS_SET], what)
    if wanted != held:
        await people_offices.set_members(work, group, wanted, now=now)
        await _note(work, visitor, Act.MEMBERS_SET, group_id, now=now, old=held, new=wanted)


async def set_overseers(
    work: Work,
    visitor: Visitor,
    office_id: int,
    person_ids: Sequence[int],
    *,
    seen: Sequence[int],
    now: dt.datetime,
    overwrite: bool = False,
) -> None:
    """Let leaders be in charge of an office; none: nobody in particular."""
    await begin(work, visitor)
    office, wanted = await get_office(work, visitor, office_id), sorted(set(person_ids))
    names = await load_names(work, visitor, now=now)
    if not names.people.keys() >= set(wanted):
        raise HandlerError("desk_gone")
    held = sorted((await work.overseers.of_place(visitor.place.id)).get(office_id, ()))
    if not overwrite:
        texts = {"theirs": names.join_people(held), "mine": names.join_people(wanted)}
        what = Seen(sorted(seen), held, wanted, **texts)
        await check_seen(work, visitor, about_office(office_id), [Act.OVERSEERS_SET], what)
    if wanted != held:
        await people_offices.set_overseers(work, office, wanted, now=now)
        await _note(work, visitor, Act.OVERSEERS_SET, office_id, now=now, old=held, new=wanted)


async def end_office(
    work: Work,
    visitor: Visitor,
    office_id: int,
    *,
    first_day: dt.date | None,
    successor_id: int | None,
    now: dt.datetime,
) -> None:
    """End an office; a successor gets its holders and open work from a day on, today if None."""
    await begin(work, visitor)
    office = await get_office(work, visitor, office_id)
    if office.valid_to:
        raise HandlerError("office_has_ended", name=office.name)
    following = await get_office(work, visitor, successor_id) if successor_id else None
    if following and following.is_group:
        raise HandlerError("office_is_group", name=following.name)
    first = first_day or local_day(now)
    await people_offices.end_office(work, office, following, first_day=first, now=now)
    last_day = (first - people_offices.DAY).isoformat()
    new = {"day": last_day, "name": following.name if following else ""}
    await _note(work, visitor, Act.OFFICE_ENDED, office_id, now=now, new=new)


def check_name(name: str) -> str:
    """Give a name cleaned; raise `HandlerError` for one that is none."""
    name = clean(name)
    if not office_key(name) or len(name) > LONGEST_NAME:
        raise HandlerError("desk_office_nameless", limit=LONGEST_NAME)
    return name


@contextmanager
def _worded() -> Iterator[None]:
    """Say of a name that is another office's what can be done here, not on the command line."""
    try:
        yield
    except Conflict as error:
        if error.code != "office_name_taken":
            raise
        raise HandlerError("desk_office_name_taken", **error.facts) from error


async def _note(
    work: Work,
    visitor: Visitor,
    act: Act,
    office_id: int,
    *,
    now: dt.datetime,
    old: Any = None,
    new: Any = None,
) -> None:
    await note_change(work, visitor, act, about_office(office_id), now=now, old=old, new=new)
