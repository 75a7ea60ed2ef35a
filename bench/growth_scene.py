"""Installations of few and of many places, alike but for their size."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Any

from sqlalchemy import insert

from bench.localities import InventedPlace, invent_names, invent_place
from handlers.plans.publishing import publish_plan
from knowledge.case_codes import build_code
from knowledge.cases.states import Notice, TermKind
from storage.cipher import Cipher, new_key
from storage.database import Database
from storage.models import (
    Base,
    CaseEventRow,
    CaseNoticeRow,
    CaseRow,
    CaseTermRow,
    InboxRow,
    OutboxRow,
)
from storage.values import Person, Role
from storage.work import Work
from tests.factories.cases import CONTENT, OFFICE, TODAY
from tests.factories.talk import MONDAY, Chat, build_chat
from tests.factories.town_hall import TownHall

A_PLACE = 100  # cases of a place, if nothing else is said
OPEN = 10  # of them; the others have ended
ROWS = 8  # of a place's plan
BATCH = 5_000
LETTERS = 32
Rows = list[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Installation:
    """A filled installation, and where in it somebody does something."""

    chat: Chat
    place_id: int
    place: str
    clerk: Person
    question: str
    codes: Sequence[str]

    @property
    def database(self) -> Database:
        """Where all is remembered."""
        return self.chat.app.database


async def fill_installation(url: str, *, places: int, cases: int) -> Installation:
    """Fill an empty database with so many places, and so many cases altogether."""
    chat = build_chat(Database(url, Cipher([new_key()])))
    database, names = chat.app.database, invent_names(places)
    for at, name in enumerate(names):
        await _found(chat, name, at)
    async with database.read() as work:
        found = {place.name: place.id for place in await work.localities.list_all()}
        people = await work.people.list_all(on=TODAY)
    name = names[len(names) // 2]
    place_id = found[name]
    [clerk] = [p for p in people if p.locality_id == place_id and p.role == Role.CLERK]
    codes = await _add_cases(database, sorted(found.values()), cases, place_id)
    asked = _invent(name, names.index(name)).questions[0]
    return Installation(chat, place_id, name, clerk, asked, codes)


async def _found(chat: Chat, name: str, at: int) -> None:
    """Found a place with a clerk, officers, work that is due some day, and a plan."""
    app = chat.app
    async with app.database.write() as work:
        hall = TownHall(work, await work.localities.ensure(name))
        await hall.seat(f"Lê Thị Bình{at}", OFFICE, Role.CLERK)
        await hall.seat(f"Trần Văn An{at}", "Phòng Kinh tế")
        await hall.add_work("Phòng Kinh tế", due_on=TODAY + dt.timedelta(days=40))
    place = _invent(name, at)
    report = await app.plans.add(
        f"{at}.txt", place.text.encode(), now=MONDAY, is_announced=False, locality=name
    )
    await app.plans.confirm(report.plan_id, now=MONDAY)
    async with app.database.write() as work:
        await publish_plan(work, report.plan_id, is_public=True)


def _invent(name: str, at: int) -> InventedPlace:
    return invent_place(name.removeprefix("xã "), at + 1, ROWS, at)


async def _add_cases(
    database: Database, places: Sequence[int], count: int, watched: int
) -> list[str]:
    """Add cases with their histories, terms, notices and messages; give the codes of one place."""
    codes: list[str] = []
    for first in range(1, count + 1, BATCH):
        numbers = range(first, min(first + BATCH, count + 1))
        made = [_Made(n, places[n % len(places)], (n // len(places)) % A_PLACE) for n in numbers]
        codes += [each.code for each in made if each.place_id == watched]
        async with database.write() as work:
            for model, rows in _list_rows(made, database.cipher):
                await work._session.execute(insert(model), rows)
    async with database.write() as work:
        await _move_sequences(work)
    return codes


@dataclass(frozen=True, slots=True)
class _Made:
    """A case by its number."""

    number: int
    place_id: int
    turn: int

    @property
    def is_open(self) -> bool:
        return self.turn < OPEN

    @property
    def code(self) -> str:
        digits = [self.number // LETTERS**n % LETTERS for n in range(5)]
        return build_code(self.sent_at.date(), digits)

    @property
    def sent_at(self) -> dt.datetime:
        age = self.turn if self.is_open else 60 + self.number % 900
        return MONDAY - dt.timedelta(days=age, seconds=self.number % 3600)

    @property
    def user(self) -> str:
        return f"dan-{self.number // 3}"


def _list_rows(made: Sequence[_Made], cipher: Cipher) -> Iterator[tuple[type[Base], Rows]]:
    sealed = cipher.encrypt(f"{CONTENT}. Đề nghị xã cho người kiểm tra, trả lời sớm.")
    yield CaseRow, [_write_case(each, sealed) for each in made]
    yield CaseEventRow, [_write_event(*pair) for pair in product(made, (0, 1))]
    yield CaseTermRow, [_write_term(each) for each in made]
    yield CaseNoticeRow, [_write_notice(each, sealed) for each in made]
    done = [_write_message(each, sealed) for each in made if each.is_open]
    if done:
        yield (
            InboxRow,
            [row | {"message_id": f"old-{row['id']}", "kind": "message"} for row in done],
        )
        yield OutboxRow, done


def _write_case(made: _Made, sealed: bytes) -> dict[str, Any]:
    ended_at = None if made.is_open else made.sent_at + dt.timedelta(days=9)
    return {
        "id": made.number,
        "code": made.code,
        "locality_id": made.place_id,
        "kind": "scene",
        "state": "received" if made.is_open else "closed",
        "sender_channel": "web",
        "sender_user": made.user,
        "language": "vi",
        "content_sealed": sealed,
        "received_at": made.sent_at,
        "due_on": TODAY + dt.timedelta(days=9),
        "answered_at": ended_at,
        "ended_at": ended_at,
    }


def _write_event(made: _Made, turn: int) -> dict[str, Any]:
    state = "received" if made.is_open or not turn else "closed"
    return {
        "case_id": made.number,
        "at": made.sent_at + dt.timedelta(days=9 * turn),
        "action": ("send", "close")[turn] if state == "closed" or not turn else "add",
        "state": state,
        "actor": "citizen",
        "facts": {"kind": "scene"},
    }


def _write_term(made: _Made) -> dict[str, Any]:
    return {
        "case_id": made.number,
        "kind": TermKind.HANDLING.value,
        "started_on": made.sent_at.date(),
        "due_on": TODAY + dt.timedelta(days=9),
        "ended_on": None if made.is_open else made.sent_at.date() + dt.timedelta(days=9),
    }


def _write_notice(made: _Made, sealed: bytes) -> dict[str, Any]:
    return {
        "case_id": made.number,
        "notice": Notice.RECEIPT.value,
        "text_sealed": sealed,
        "made_at": made.sent_at,
        "told_at": made.sent_at,
        "told_by": "chat",
    }


def _write_message(made: _Made, sealed: bytes) -> dict[str, Any]:
    """Write a message that was handled, as it is kept for a month."""
    return {
        "id": made.number,
        "channel": "web",
        "user": made.user,
        "body_sealed": sealed,
        "created_at": made.sent_at,
        "state": "done",
        "finished_at": made.sent_at,
        "kind": "reply",
    }


def _as_heard(row: dict[str, Any]) -> dict[str, Any]:
    return row | {"message_id": f"old-{row['id']}", "kind": "message"}


async def _move_sequences(work: Work) -> None:
    """Let PostgreSQL count on from the numbers that were given by hand."""
    connection = await work._session.connection()
    if connection.dialect.name != "postgresql":
        return
    for table in ("cases", "inbox", "outbox"):
        await connection.exec_driver_sql(
            f"SELECT setval(pg_get_serial_sequence('{table}', 'id'), (SELECT max(id) FROM {table}))"
        )
