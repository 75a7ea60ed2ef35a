"""A conversation as a page shows it."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from bot.app import App
from bot.web import words
from handlers.courtesy import greet
from handlers.messages import (
    Attachment,
    Button,
    Message,
    UnknownVersion,
    load_message,
    load_reply,
)
from handlers.places import name_office, own_place
from handlers.questions.suggesting import Suggestions
from handlers.texts.forms import local_day
from handlers.turn import Turn
from storage.values import Address, Locality, Person, StoredFile, ThreadEntry

LIMIT = 100
FILES_PATH = "/chat/files"
GREETING = "greeting"


@dataclass(frozen=True, slots=True)
class LineFile:
    """A file of a message; `href` is empty when it was not kept or is gone."""

    label: str
    href: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One message on the page; the greeting has no time, for it was never sent.

    `name` is who the page says has written it.
    """

    key: str
    is_own: bool
    text: str
    at: dt.datetime | None
    buttons: tuple[Button, ...] = ()
    files: tuple[LineFile, ...] = ()
    name: str = words.ASSISTANT


async def read_thread(
    app: App, address: Address, suggestions: Suggestions | None = None
) -> list[Line]:
    """Read the latest messages, oldest first, after a greeting when that is the whole thread.

    A citizen who has not written yet is offered `suggestions`.
    """
    now = app.clock.now()
    async with app.database.read() as work:
        entries = await work.thread.recent(address, limit=LIMIT, now=now)
        places = await work.localities.list_all()
        person = await work.people.find(address, on=local_day(now))
        sent = {file.id: file for file in await work.files.of_owner(address)}
    name = words.OFFICER if person else words.PERSON
    lines = [_line(entry, address, sent, name) for entry in entries]
    if len(lines) == LIMIT:
        return lines
    greeting = _greeting(app, address, places, person)
    if suggestions and not entries and person is None:
        place = own_place(places, app.settings.place_name)
        offered = await suggestions.find(place, now=now)
        greeting = replace(greeting, buttons=(*offered, *greeting.buttons))
    return [greeting, *lines]


async def note_seen(app: App, address: Address) -> None:
    """Record that what the page shows of cases has been seen, if there is anything new."""
    now = app.clock.now()
    async with app.database.read() as work:
        shown = await work.case_notices.list_shown(address, now=now)
    if shown:
        async with app.database.write() as work:
            await work.case_notices.record_seen(address, now=now)


def _line(entry: ThreadEntry, address: Address, sent: Mapping[int, StoredFile], own: str) -> Line:
    name = own if entry.is_own else words.ASSISTANT
    try:
        if entry.is_own:
            message = _read_own(entry, address)
            files = tuple(_show(each, sent) for each in message.attachments)
            return Line(entry.key, True, message.text, entry.at, files=files, name=name)
        reply = load_reply(entry.body)
    except UnknownVersion:
        return Line(entry.key, entry.is_own, words.UNREADABLE, entry.at, name=name)
    shown = tuple(LineFile(file.label, f"{FILES_PATH}/{file.name}") for file in reply.files)
    return Line(entry.key, False, reply.text, entry.at, reply.buttons, shown)


def _read_own(entry: ThreadEntry, address: Address) -> Message:
    return load_message(entry.body, address=address, message_id=entry.key, received_at=entry.at)


def _show(attachment: Attachment, sent: Mapping[int, StoredFile]) -> LineFile:
    """Name a file as a text, with where its sender may open it."""
    kind = words.FILE_KINDS.get(attachment.kind, words.FILE)
    label = f"{kind}: {attachment.name}" if attachment.name else kind
    if attachment.refusal:
        return LineFile(f"{label} ({words.NOT_KEPT})")
    file = sent.get(attachment.file_id or 0)
    if file is None:
        return LineFile(f"{label} ({words.GONE})")
    return LineFile(label, f"{FILES_PATH}/{file.name}")


def _greeting(
    app: App, address: Address, places: Sequence[Locality], person: Person | None
) -> Line:
    """Greet as chat does: an officer in the name of their own place."""
    now = app.clock.now()
    home = next((each for each in places if person and each.id == person.locality_id), None)
    turn = Turn(
        message=Message(address, GREETING, "", now),
        language="vi",
        now=now,
        dialogues={},
        person=person,
        places=places,
        place=home or own_place(places, app.settings.place_name),
    )
    reply = greet(turn)
    return Line(GREETING, is_own=False, text=reply.text, at=None, buttons=reply.buttons)


async def read_title(app: App) -> str:
    """Name the assistant after its office; it always says that it is automatic."""
    async with app.database.read() as work:
        place = own_place(await work.localities.list_all(), app.settings.place_name)
    return f"{words.ASSISTANT} {name_office(place)}"
