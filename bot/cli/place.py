"""`motcua place`: the places served, what each says of itself, what lies above it."""

import datetime as dt
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Annotated

import typer

from bot.app import App
from bot.cli.frame import command, open_app, say_here, tell, today
from bot.cli.ladder import ladder
from bot.errors import terminal_language
from handlers.errors import HandlerError
from handlers.office.profile import KEYS, say_label
from handlers.places import (
    ProfileFile,
    check_place_name,
    choose_place,
    find_place,
    read_profile,
    read_settings,
)
from handlers.superiors import put_under
from handlers.texts.forms import write_day
from knowledge.errors import KnowledgeError
from storage.values import Locality
from storage.work import Work

MAX_BYTES = 100_000
places = typer.Typer(help="Places: their offices' hours and phones.", no_args_is_help=True)
places.command("ladder")(ladder)
Name = Annotated[str | None, typer.Argument(help="The place; not needed where there is one.")]


@places.command("list")
@command
async def list_places() -> None:
    """List the places with what lies above them.

    Example: motcua place list
    """
    async with open_app(needs_embedder=False) as app, app.database.read() as work:
        found = await work.localities.list_all()
        counted = Counter(plan.locality_id for plan in await work.plans.list_all())
    if not found:
        raise HandlerError("no_place")
    names = {place.id: place.name for place in found}
    for place in found:
        parent = names.get(place.parent_id or 0)
        above = say_here("place_parent", parent=parent) if parent else ""
        tell(
            "place_line",
            name=place.name,
            parent=above + _end_mark(place, names),
            plans=counted[place.id],
            filled=_count(place.profile),
            count=len(KEYS),
        )


def _end_mark(place: Locality, names: Mapping[int, str]) -> str:
    if place.valid_to is None or place.successor_id is None:
        return ""
    day = write_day(place.valid_to, terminal_language())
    return say_here("place_followed", day=day, successor=names[place.successor_id])


def _count(profile: dict[str, str]) -> int:
    return sum(bool(profile.get(key)) for key in KEYS)


@places.command("show")
@command
async def show(name: Name = None) -> None:
    """Print what a place says of itself, and what it has not entered.

    Example: motcua place show "xã Bến Lụa"
    """
    async with open_app(needs_embedder=False) as app, app.database.read() as work:
        place = choose_place(name, await work.localities.list_all())
        above = await work.localities.ancestors(place.id)
    tell("place_head", name=place.name)
    names = ", ".join(each.name for each in above)
    typer.echo(say_here("place_superior", names=names) if above else say_here("place_no_superior"))
    for key in KEYS:
        label = say_label(key, terminal_language())
        value = place.profile.get(key) or say_here("profile_blank")
        tell("profile_key_line", line=key, label=label, value=value)


@places.command("set")
@command
async def set_lines(
    texts: Annotated[
        list[str], typer.Argument(metavar="[NAME] LINE=VALUE...", help="An empty value removes.")
    ],
) -> None:
    """Set lines of a profile; `motcua place show` names them, bot/samples/office.toml too.

    Example: motcua place set "xã Bến Lụa" hours.days="thứ Hai đến thứ Sáu" office.phone=02983000112
    """
    named = texts[0] if "=" not in texts[0] else None
    changes = read_settings(texts[1:] if named else texts)
    async with open_app(needs_embedder=False) as app, app.database.write() as work:
        place = choose_place(named, await work.localities.list_all())
        profile = await work.localities.change_profile(place.id, changes)
    tell("place_saved", name=place.name, filled=_count(profile), count=len(KEYS))


@places.command("load")
@command
async def load(
    file: Annotated[Path, typer.Argument(help="A file like bot/samples/office.toml.")],
    name: Name = None,
) -> None:
    """Set the lines that a file holds, for the place that it names; add the place if need be.

    Example: motcua place load office.toml
    """
    profile = read_profile(file.name, _read(file))
    async with open_app(needs_embedder=False) as app, app.database.write() as work:
        place = await _find_named(work, name, profile)
        if profile.parent:
            await _put_under(work, place, check_place_name(profile.parent), now=app.clock.now())
        whole = await work.localities.change_profile(place.id, dict(profile.changes))
    tell("place_saved", name=place.name, filled=_count(whole), count=len(KEYS))


def _read(file: Path) -> str:
    try:
        if file.stat().st_size > MAX_BYTES:
            raise KnowledgeError("too_large", name=file.name)
        return file.read_text("utf-8-sig")
    except UnicodeError as error:
        raise KnowledgeError("binary_noise", name=file.name) from error
    except OSError as error:
        raise KnowledgeError("file_missing", name=file.name) from error


async def _find_named(work: Work, name: str | None, profile: ProfileFile) -> Locality:
    known = await work.localities.list_all()
    if name or not profile.place:
        return choose_place(name, known)
    found = find_place(profile.place, known)
    return found or await work.localities.ensure(check_place_name(profile.place))


@places.command("add")
@command
async def add(
    name: Annotated[str, typer.Argument(help="The full name: xã Bến Lụa.")],
    parent: Annotated[str | None, typer.Option(help="The place above it.")] = None,
) -> None:
    """Add a place, and the one above it.

    Example: motcua place add "xã Bến Lụa" --parent "tỉnh Lam Hà"
    """
    full, above = check_place_name(name), check_place_name(parent) if parent else None
    async with open_app(needs_embedder=False) as app, app.database.write() as work:
        is_new = await work.localities.find(full) is None
        place = await work.localities.ensure(full)
        if above:
            await _put_under(work, place, above, now=app.clock.now())
    tell("place_added" if is_new else "place_known", name=place.name)
    if above:
        tell("place_parent_set", name=place.name, parent=above)


@places.command("set-parent")
@command
async def set_parent(
    name: Annotated[str, typer.Argument(help="The place.")],
    parent: Annotated[str | None, typer.Argument(help="The one above it; none removes.")] = None,
) -> None:
    """Say which place lies above another: its plans are searched after the own ones.

    Example: motcua place set-parent "xã Bến Lụa" "tỉnh Lam Hà"
    """
    async with open_app(needs_embedder=False) as app:
        place, above = await _set_parent(app, name, parent)
    if above:
        tell("place_parent_set", name=place.name, parent=above.name)
    else:
        tell("place_parent_removed", name=place.name)


async def _set_parent(app: App, name: str, parent: str | None) -> tuple[Locality, Locality | None]:
    async with app.database.write() as work:
        known: Sequence[Locality] = await work.localities.list_all()
        place = choose_place(name, known)
        above = choose_place(parent, known) if parent else None
        await put_under(work, place.id, above.id if above else None, now=app.clock.now())
    return place, above


@places.command("end")
@command
async def end(
    name: Annotated[str, typer.Argument(help="The place that has ended.")],
    successor: Annotated[str, typer.Option(help="The place that has followed.")],
    on: Annotated[
        dt.datetime | None,
        typer.Option(formats=["%Y-%m-%d"], help="The successor's first day; today if not given."),
    ] = None,
) -> None:
    """Say that a place has become another: new business goes there, its plans stay readable.

    Example: motcua place end "xã Bến Cũ" --successor "xã Bến Lụa" --on 2025-07-01
    """
    full = check_place_name(successor)
    async with open_app(needs_embedder=False) as app, app.database.write() as work:
        first, now = on.date() if on else today(app), today(app)
        if first > now:
            raise HandlerError("end_in_future", day=write_day(first, terminal_language()))
        place = choose_place(name, await work.localities.list_all())
        following = await work.localities.ensure(full)
        last = first - dt.timedelta(days=1)
        await work.localities.set_successor(place.id, following.id, valid_to=last)
        people = [p for p in await work.people.list_all(on=now) if p.locality_id == place.id]
    written = write_day(last, terminal_language())
    tell("place_ended", name=place.name, day=written, successor=full)
    if people:
        tell("place_ended_officials", count=len(people), name=place.name, successor=full)


async def _put_under(work: Work, place: Locality, parent: str, *, now: dt.datetime) -> None:
    above = await work.localities.ensure(parent)
    if place.parent_id != above.id:
        await put_under(work, place.id, above.id, now=now)
