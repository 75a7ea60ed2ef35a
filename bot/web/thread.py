"""A conversation as a page shows it."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from bot.app import App
from bot.web import words
from handlers.courtesy import greet
from handlers.messages import Button, Message, Reply, UnknownVersion, load_message, load_reply
from handlers.places import name_office, own_place
from handlers.turn import Turn
from storage.values import Address, Locality, ThreadEntry

LIMIT = 100
GREETING = "greeting"


@dataclass(frozen=True, slots=True)
class Line:
    """One message on the page; the greeting has no time, for it was never sent."""

    key: str
    is_own: bool
    text: str
    at: dt.datetime | None
    buttons: tuple[Button, ...] = ()


async def read_thread(app: App, address: Address) -> list[Line]:
    """Read the latest messages, oldest first, after a greeting when that is the whole thread."""
    async with app.database.read() as work:
        entries = await work.thread.recent(address, limit=LIMIT)
        places = await work.localities.list_all()
    lines = [_line(entry, address) for entry in entries]
    return lines if len(lines) == LIMIT else [_greeting(app, address, places), *lines]


def _line(entry: ThreadEntry, address: Address) -> Line:
    try:
        reply = _read(entry, address)
    except UnknownVersion:
        reply = Reply(words.UNREADABLE)
    return Line(entry.key, entry.is_own, reply.text, entry.at, reply.buttons)


def _read(entry: ThreadEntry, address: Address) -> Reply:
    if not entry.is_own:
        return load_reply(entry.body)
    message = load_message(entry.body, address=address, message_id=entry.key, received_at=entry.at)
    return Reply(message.text)


def _greeting(app: App, address: Address, places: Sequence[Locality]) -> Line:
    now = app.clock.now()
    turn = Turn(
        message=Message(address, GREETING, "", now),
        language="vi",
        now=now,
        dialogues={},
        person=None,
        places=places,
        place=own_place(places, app.settings.locality or None),
    )
    reply = greet(turn)
    return Line(GREETING, is_own=False, text=reply.text, at=None, buttons=reply.buttons)


async def read_title(app: App) -> str:
    """Name the assistant after its office; it always says that it is automatic."""
    async with app.database.read() as work:
        place = own_place(await work.localities.list_all(), app.settings.locality or None)
    return f"{words.ASSISTANT} {name_office(place)}"
