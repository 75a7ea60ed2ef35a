"""`motcua person invite`: one officer, another address of one, or a whole list."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated

import typer

from bot.app import App
from bot.cli.frame import command, fail, open_app, pick_place, say_here, tell, today
from bot.errors import terminal_language
from handlers.errors import HandlerError
from handlers.people import NewInvitation, invite
from handlers.people.bots import Seats, find_link, find_seats, list_ways, say_full
from handlers.people.bulk import Invited, check_offices, invite_all
from handlers.people.inviting import invite_again
from handlers.people.lists import BadRow, Invitee, read_list, write_template
from handlers.people.qr import draw_qr_file
from handlers.people.sheets import build_sheet
from handlers.places import choose_place, follow
from knowledge.errors import KnowledgeError
from storage.values import Role

MAX_BYTES = 10_000_000
_ROLE_HELP = "officer, head, clerk (checks plans, hands cases out) or leader (approves)."


@dataclass(frozen=True, slots=True)
class _Files:
    """What is read and written beside the database."""

    listed: Path | None
    sheet: Path | None
    qr: Path | None


@command
async def invite_person(
    office: Annotated[str | None, typer.Option(help="The office, as the plan names it.")] = None,
    name: Annotated[str | None, typer.Option(help="The officer's name.")] = None,
    place: Annotated[str | None, typer.Option(help="The place; the only one if not given.")] = None,
    new_office: Annotated[
        bool, typer.Option("--new-office", help="The office is one that no plan names.")
    ] = False,
    role: Annotated[Role, typer.Option(help=_ROLE_HELP)] = Role.OFFICER,
    person: Annotated[int | None, typer.Option(help="A known officer's other address.")] = None,
    qr: Annotated[Path | None, typer.Option(help="Write the QR code to this SVG file.")] = None,
    from_xlsx: Annotated[Path | None, typer.Option(help="A list: name, office, role.")] = None,
    sheet: Annotated[Path | None, typer.Option(help="Write the list's slips, to print.")] = None,
    skip_bad: Annotated[bool, typer.Option("--skip-bad", help="Leave wrong rows out.")] = False,
    template: Annotated[Path | None, typer.Option(help="Write an empty list to fill in.")] = None,
) -> None:
    """Make single-use codes that link officers' chats to their offices.

    Example: motcua person invite --office "Văn phòng HĐND và UBND xã" --name "Trần Văn An"
    """
    if template:
        _write_template(template)
        return
    new = NewInvitation(place or "", office or "", name or "", role, makes_office=new_office)
    async with open_app(needs_embedder=False) as app:
        if person:
            await _invite_again(app, person, qr)
        elif from_xlsx:
            await _invite_list(app, new, _Files(from_xlsx, sheet, qr), skip_bad=skip_bad)
        elif office and name:
            await _invite_one(app, new, qr)
        else:
            raise HandlerError("invite_incomplete")


def _write_template(path: Path) -> None:
    _write(path, write_template())
    tell("list_template", path=str(path))


async def _invite_one(app: App, new: NewInvitation, qr: Path | None) -> None:
    new = replace(new, place=await _pick_open_place(app, new.place))
    code = await invite(app.database, new, now=app.clock.now())
    tell("invited", name=new.name, office=new.office, place=new.place, code=code)
    await _show(app, code, qr, await _find_place_id(app, new.place))


async def _invite_again(app: App, person: int, qr: Path | None) -> None:
    name, code = await invite_again(app.database, person, now=app.clock.now())
    tell("invited_again", name=name, code=code)
    async with app.database.read() as work:
        known = await work.people.get(person, on=today(app))
    assert known
    await _show(app, code, qr, known.locality_id)


async def _find_place_id(app: App, name: str) -> int:
    async with app.database.read() as work:
        return choose_place(name, await work.localities.list_all()).id


async def _show(app: App, code: str, qr: Path | None, place_id: int) -> None:
    """Say where the code may be sent, and draw the link that carries it."""
    public_url = app.settings.public_url
    async with app.database.read() as work:
        seats = await find_seats(work, place_id, most=app.settings.zalo_bot_people)
    _tell_full(seats)
    bots = seats.take()
    for line in list_ways(code, bots, public_url, terminal_language()):
        typer.echo(line)
    link = find_link(code, bots, public_url)
    if qr:
        _write(qr, draw_qr_file(link or code).encode())
        tell("invited_qr", path=str(qr))


async def _invite_list(app: App, new: NewInvitation, files: _Files, *, skip_bad: bool) -> None:
    assert files.listed
    place, now = await _pick_open_place(app, new.place), app.clock.now()
    rows, unread = _read_list(files.listed)
    async with app.database.write() as work:
        good, unfit = await check_offices(
            work, place, rows, makes_offices=new.makes_office, now=now
        )
        bad = sorted([*unread, *unfit], key=lambda each: each.row)
        _refuse(files.listed.name, good, bad, skip_bad=skip_bad)
        place_id = choose_place(place, await work.localities.list_all()).id
        seats = await find_seats(work, place_id, most=app.settings.zalo_bot_people)
        invited = await invite_all(work, place, good, seats=seats, now=now)
        if files.sheet:  # before the commit: without the sheet nobody would know the codes
            page = build_sheet(invited, place=place, public_url=app.settings.public_url, now=now)
            _write(files.sheet, page.encode())
    _tell_list(invited, bad, files.sheet, app.settings.public_url)
    _tell_full(seats)


def _tell_full(seats: Seats) -> None:
    if told := say_full(seats, terminal_language()):
        typer.echo(told)


def _tell_list(
    invited: Sequence[Invited], bad: Sequence[BadRow], sheet: Path | None, public_url: str
) -> None:
    tell("list_invited", count=len(invited))
    if sheet:
        tell("list_sheet", path=str(sheet))
    else:
        _print_codes(invited, public_url)
    if bad:
        tell("list_skipped", count=len(bad))
        _print_bad(bad)


def _refuse(name: str, good: Sequence[Invitee], bad: Sequence[BadRow], *, skip_bad: bool) -> None:
    if bad and not skip_bad:
        _print_bad(bad)
        raise HandlerError("list_bad_rows", count=len(bad))
    if not good:
        raise HandlerError("list_empty", name=name)


def _print_bad(bad: Sequence[BadRow]) -> None:
    for each in bad:
        reason = say_here(f"list_{each.code}", **dict(each.facts))
        tell("list_bad_row", row=each.row, reason=reason)


def _print_codes(invited: Sequence[Invited], public_url: str) -> None:
    for each in invited:
        facts = {"name": each.invitee.name, "office": each.invitee.office}
        tell("list_invited_line", code=each.code, **facts)
        for line in list_ways(each.code, each.bots, public_url, terminal_language()):
            typer.echo(f"  {line}")


async def _pick_open_place(app: App, name: str) -> str:
    found = await pick_place(app, name or None)
    async with app.database.read() as work:
        return follow(found, await work.localities.list_all()).name


def _read_list(file: Path) -> tuple[list[Invitee], list[BadRow]]:
    try:
        return read_list(file.name, _read(file))
    except KnowledgeError as error:
        fail(error, name=file.name)


def _read(file: Path) -> bytes:
    try:
        if file.stat().st_size > MAX_BYTES:
            raise KnowledgeError("too_large", name=file.name)
        return file.read_bytes()
    except OSError as error:
        raise KnowledgeError("file_missing", name=file.name) from error


def _write(path: Path, body: bytes) -> None:
    try:
        path.write_bytes(body)
    except OSError as error:
        raise HandlerError("file_not_written", path=str(path)) from error
