"""A case that is worked on, and what the schedule does of cases at a moment."""

import datetime as dt

from bot.worker import put_out
from handlers.cases.changes import Facts
from handlers.cases.duties import look_after
from handlers.cases.warnings import warn_of_terms
from knowledge.cases.steps import Action
from storage.database import Database
from storage.values import Case
from tests.factories.cases import Town, found_with_case, to_answer, walk
from tests.factories.clerk import HANOI
from tests.factories.talk import MONDAY, Chat, build_chat

Told = list[tuple[str, str]]


def at(day: str, time: str = "08:00") -> dt.datetime:
    return dt.datetime.strptime(f"{day}/2026 {time}", "%d/%m/%Y %H:%M").replace(tzinfo=HANOI)


async def tick(chat: Chat, moment: dt.datetime) -> Told:
    """Do at a moment what the schedule does of cases; give who was told what."""
    chat.clock.moment = moment
    before, app = len(chat.channel.sent), chat.app
    async with app.database.write() as work:
        replies = await warn_of_terms(work, app.desk, now=moment)
        replies += await look_after(work, app.desk, now=moment)
        born = await put_out(work, replies, None, courier=app.courier, now=moment)
    await app.courier.deliver(born)
    await app.courier.sweep()
    return sorted((to.user, reply.text) for to, reply, _ in chat.channel.sent[before:])


async def act(
    database: Database,
    town: Town,
    case: Case,
    *steps: tuple[str, Action, Facts],
    now: dt.datetime = MONDAY,
) -> Case:
    async with database.write() as work:
        held = await work.cases.hold(case.code)
        assert held
        return await walk(work, town, held, *steps, now=now)


async def in_progress(sqlite: Database) -> tuple[Town, Case, Chat]:
    """Give a case that the land officer works on, due on Tuesday 15/12/2026."""
    town, case = await found_with_case(sqlite)
    case = await act(sqlite, town, case, *to_answer(town)[:3])
    chat = build_chat(sqlite)
    await chat.app.drain()
    return town, case, chat
