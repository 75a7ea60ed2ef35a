"""Measure how long a stranger waits for the state of a case that exists, and of one that does not.

Who can tell the two apart by the clock can look for codes faster than the limit of tries allows.
"""

import asyncio
import statistics
import tempfile
import time

from bench.figures import Figure
from handlers.messages import Message, dump_message
from knowledge.case_codes import build_code
from storage.cipher import Cipher, new_key
from storage.database import Database
from storage.migrate import migrate
from storage.values import Address
from tests.factories.cases import TODAY, found_town, open_case, to_answer, walk
from tests.factories.talk import Chat, build_chat

LOOKUPS = 200  # of each kind
MOST = 1.1  # times the other's median
A_LIMIT = 20  # look-ups until the hour of tries is over


async def time_lookups(url: str, number: int) -> tuple[list[float], list[float]]:
    """Return the seconds from claim to delivery, for a known code and unknown ones in turn."""
    database = Database(url, Cipher([new_key()]))
    async with database.write() as work:
        town = await found_town(work)
        case = await open_case(work, town.place_id)
        case = await walk(work, town, case, *to_answer(town)[:3])
    chat = build_chat(database)
    known: list[float] = []
    unknown: list[float] = []
    for at in range(-5, number):  # the first warm up
        missing = build_code(TODAY, [31, *(abs(at) // 32**n % 32 for n in range(4))])
        pair = (known, case.code), (unknown, missing)
        for times, code in pair if at % 2 else reversed(pair):
            spent = await _time(chat, code, f"{'k' if times is known else 'u'}{at}")
            times += [spent] if at >= 0 else []
        chat.clock.advance(hours=2 if at % A_LIMIT == 0 else 0)
    await database.close()
    return known, unknown


async def _time(chat: Chat, code: str, user: str) -> float:
    message = Message(Address("web", user), user, code, chat.clock.now())
    async with chat.app.database.write() as work:
        await work.inbox.add(
            message.address, message.id, dump_message(message), now=message.received_at
        )
    started = time.perf_counter()
    assert await chat.app.worker.work_once()
    return time.perf_counter() - started


def measure_lookups(number: int = LOOKUPS) -> list[Figure]:
    """Return both medians, and how many times the shorter the longer is."""
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/motcua.sqlite"
        migrate(url)
        known, unknown = asyncio.run(time_lookups(url, number))
    medians = statistics.median(known), statistics.median(unknown)
    return [
        Figure("look-up of a known code, median", medians[0] * 1000, "ms"),
        Figure("look-up of an unknown code, median", medians[1] * 1000, "ms"),
        Figure("  longer to shorter", max(medians) / min(medians), "×", MOST),
    ]
