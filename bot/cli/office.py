"""`motcua office`: the offices of a place, their other names, groups and successors."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Annotated

import typer

from bot.cli.frame import command, open_app, say_here, tell, today
from bot.cli.overseer import oversee
from bot.cli.plan_rows import tell_planned
from bot.errors import terminal_language
from handlers.errors import HandlerError
from handlers.people.offices import DAY, end_office, set_members
from handlers.places import choose_place
from handlers.texts.forms import join_names, write_day
from storage.values import Holder, Locality, Office
from storage.work import Work

offices = typer.Typer(help="Offices: names, groups, what follows them.", no_args_is_help=True)
offices.command("overseer")(oversee)
Name = Annotated[str, typer.Argument(help="One of the office's names.")]
Place = Annotated[str | None, typer.Option(help="The place; the only one if not given.")]


@offices.command("list")
@command
async def list_offices(place: Place = None) -> None:
    """List the offices with other names, members of groups and who answers for them today.

    Example: motcua office list
    """
    async with open_app(needs_embedder=False) as app, app.database.read() as work:
        here = await _pick(work, place)
        found = await work.offices.list_all(here.id)
        holders = await work.people.holders(on=today(app))
    if not found:
        tell("offices_none", place=here.name)
    names = {office.id: office.name for office in found}
    for office in found:
        _print(office, names, holders.get(office.id, ()))


def _print(office: Office, names: Mapping[int, str], holders: Sequence[Holder]) -> None:
    people = join_names([holder.person.name for holder in holders])
    tell(
        "office_line",
        name=office.name,
        group=_group_mark(office, names),
        ended=_end_mark(office, names),
        aliases=_mark("office_aliases_mark", names=join_names(office.aliases)),
        holders=people or say_here("nobody"),
    )


def _mark(key: str, names: str) -> str:
    return say_here(key, names=names) if names else ""


def _group_mark(office: Office, names: Mapping[int, str]) -> str:
    if not office.is_group:
        return ""
    members = join_names([names[member] for member in office.member_ids])
    return say_here("office_group_mark", members=members or say_here("office_group_empty"))


def _end_mark(office: Office, names: Mapping[int, str]) -> str:
    if office.valid_to is None:
        return ""
    day = write_day(office.valid_to, terminal_language())
    if office.successor_id is None:
        return say_here("office_ended_mark", day=day)
    return say_here("office_followed_mark", day=day, successor=names[office.successor_id])


@offices.command("similar")
@command
async def similar(place: Place = None) -> None:
    """List pairs of offices whose names may mean one, the most alike first; nothing is changed.

    Example: motcua office similar
    """
    async with open_app(needs_embedder=False) as app, app.database.read() as work:
        here = await _pick(work, place)
        found = await work.office_merges.propose(here.id, on=today(app))
    for pair in found:
        tell("similar_line", score=pair.score, name=pair.office.name, other=pair.other.name)
    tell("similar_foot" if found else "similar_none")


@offices.command("alias")
@command
async def alias(
    office: Name,
    other: Annotated[str, typer.Argument(help="Another name for it.")],
    place: Place = None,
) -> None:
    """Give an office another name.

    Example: motcua office alias "Phòng Văn hóa - Xã hội" "VHXH"
    """
    async with open_app(needs_embedder=False) as app, app.database.write() as work:
        found = await _find(work, place, office)
        await work.offices.add_alias(found.id, other)
    tell("office_alias_added", alias=other, name=found.name)


@offices.command("rename")
@command
async def rename(
    office: Name,
    new: Annotated[str, typer.Argument(help="The new name.")],
    place: Place = None,
) -> None:
    """Give an office a new name; the old one still works.

    Example: motcua office rename "Phòng KT" "Phòng Kinh tế"
    """
    async with open_app(needs_embedder=False) as app, app.database.write() as work:
        found = await _find(work, place, office)
        await work.offices.rename(found.id, new)
    tell("office_renamed", name=new, old=found.name)


@offices.command("merge")
@command
async def merge(
    office: Annotated[str, typer.Argument(help="The office whose name is given up.")],
    into: Annotated[str, typer.Argument(help="The office that is kept.")],
    place: Place = None,
) -> None:
    """Make two offices one: holders, due days, cases and names pass to the one kept.

    Example: motcua office merge "VP HĐND-UBND" "Văn phòng HĐND và UBND xã"
    """
    async with open_app(needs_embedder=False) as app, app.database.write() as work:
        one, kept = await _find(work, place, office), await _find(work, place, into)
        await work.office_merges.merge(one.id, kept.id)
    tell("office_merged", old=one.name, name=kept.name)


@offices.command("distinct")
@command
async def distinct(
    office: Name,
    other: Annotated[str, typer.Argument(help="The other office.")],
    place: Place = None,
) -> None:
    """Say that two offices of similar names are two; they are not proposed again.

    Example: motcua office distinct "Phòng Kinh tế" "Phòng Kinh tế - Hạ tầng"
    """
    async with open_app(needs_embedder=False) as app, app.database.write() as work:
        one, two = await _find(work, place, office), await _find(work, place, other)
        await work.office_merges.mark_distinct(one.id, two.id)
    tell("office_distinct", name=one.name, other=two.name)


@offices.command("group")
@command
async def group(
    office: Annotated[str, typer.Argument(help="The name that stands for several.")],
    members: Annotated[list[str], typer.Argument(help="The offices it stands for.")],
    place: Place = None,
) -> None:
    """Say which offices a name such as "các ban, ngành" stands for.

    Example: motcua office group "Các ban, ngành" "Phòng Kinh tế" "Công an xã"
    """
    async with open_app(needs_embedder=False) as app, app.database.write() as work:
        here = await _pick(work, place)
        found = await work.offices.ensure(here.id, office)
        named = [await _find(work, place, member) for member in members]
        ids = [member.id for member in named]
        planned = await set_members(work, found, ids, now=app.clock.now())
    tell("office_grouped", name=found.name, members=join_names([each.name for each in named]))
    tell_planned(planned)


@offices.command("end")
@command
async def end(
    office: Name,
    successor: Annotated[str | None, typer.Option(help="The office that follows.")] = None,
    on: Annotated[
        dt.datetime | None,
        typer.Option(formats=["%Y-%m-%d"], help="The successor's first day; today if not given."),
    ] = None,
    place: Place = None,
) -> None:
    """End an office; a successor gets its holders, open tasks and cases, and its name leads there.

    Example: motcua office end "Phòng Tài chính" --successor "Phòng Kinh tế" --on 2026-11-23
    """
    async with open_app(needs_embedder=False) as app, app.database.write() as work:
        first, now = on.date() if on else today(app), app.clock.now()
        ended = await _find(work, place, office)
        following = await _find(work, place, successor) if successor else None
        language = terminal_language()
        moved = await end_office(
            work, ended, following, first_day=first, now=now, language=language
        )
    facts = {"name": ended.name, "day": write_day(first - DAY, terminal_language())}
    if following:
        tell("office_followed", successor=following.name, **facts)
    else:
        tell("office_ended", **facts)
    if moved:
        tell("office_people_followed", names=join_names([each.name for each in moved]))


async def _pick(work: Work, place: str | None) -> Locality:
    return choose_place(place, await work.localities.list_all())


async def _find(work: Work, place: str | None, name: str) -> Office:
    here = await _pick(work, place)
    found = await work.offices.find(here.id, name)
    if found is None:
        raise HandlerError("office_missing", office=name)
    return found
