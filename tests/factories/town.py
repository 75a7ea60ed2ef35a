"""A town around running processes: people on Telegram, Zalo, webhooks and the web, who write codes.

Each message is a case code that nobody knows; the answer names it, so that order can be judged.
"""

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import aiohttp

from bot.web.files import HEADER
from bot.web.thread import FILES_PATH
from bot.web.visits import CHAT_COOKIE
from knowledge.case_codes import build_code, find_code
from storage.cipher import Cipher, digest_secret
from storage.database import Database
from storage.values import Address
from tests.doubles.telegram import TelegramDouble
from tests.doubles.zalo_bot import ZaloBotDouble
from tests.factories.fleet import Fleet, Member
from tests.factories.photos import write_jpeg
from tests.factories.talk import MONDAY

PEOPLE, MESSAGES = 5, 6  # of each way; fewer look-ups of unknown codes than one may try
TELEGRAM, ZALO, HOOK, WEB = range(4)


def code(way: int, person: int, number: int) -> str:
    return build_code(MONDAY.date(), [0, 0, way, person, number])


def number_person(way: int, person: int) -> str:
    return str(1000 * (way + 1) + person)


def name_browser(person: int) -> str:
    return f"the-browser-of-person-number-{person}"


@dataclass
class World:
    """The fleet, the services around it, and what a test looks into."""

    fleet: Fleet
    database: Database
    telegram: TelegramDouble
    zalo: ZaloBotDouble
    browser: aiohttp.ClientSession
    figures: dict[str, float] = field(default_factory=dict)

    @property
    def web(self) -> list[Member]:
        return [m for m in self.fleet.members if m.role != "worker" and m.is_alive]

    async def find_pollers(self) -> dict[str, int]:
        """Give which process asks each bot's service."""
        async with self.database.read() as work:
            holders = await work.leases.find_holders("poll ")
        return {name: int(holder.split()[0]) for name, holder in holders.items()}


async def wait_for(is_so: Callable[[], Awaitable[bool]], seconds: float) -> float:
    """Wait until something is so, and give how long it took."""
    began = time.monotonic()
    async with asyncio.timeout(seconds):
        while not await is_so():  # noqa: ASYNC110  what is waited for has no event
            await asyncio.sleep(0.05)
    return time.monotonic() - began


@asynccontextmanager
async def open_world(
    url: str, key: str, folder: Path, *, by: str = "", lease: str = "PT30S"
) -> AsyncIterator[World]:
    """Open a town; `by` is the database's address for the processes, where it is another."""
    async with TelegramDouble() as telegram, ZaloBotDouble() as zalo:
        environment = {
            "MOTCUA_DATABASE_URL": by or url,
            "MOTCUA_KEYS": key,
            "MOTCUA_DATA_DIR": str(folder / "data"),
            "MOTCUA_EMBEDDING_MODEL": "none",
            "MOTCUA_CLOSED_TO_CITIZENS": "web_of_nobody",
            "MOTCUA_TELEGRAM_TOKENS": telegram.token,
            "MOTCUA_TELEGRAM_URL": telegram.url,
            "MOTCUA_ZALO_BOT_TOKENS": zalo.tokens[0],
            "MOTCUA_ZALO_BOT_URL": zalo.url,
            "MOTCUA_LEASE": lease,
            "LANG": "C.UTF-8",
        }
        database = Database(url, Cipher([key]))
        with Fleet(folder, environment) as fleet:
            async with aiohttp.ClientSession() as browser:
                yield World(fleet, database, telegram, zalo, browser)
        await database.close()


# Ways to bring messages


async def write_telegram(world: World, person: int, number: int) -> None:
    await world.telegram.phone(number_person(TELEGRAM, person)).says(code(TELEGRAM, person, number))


async def write_zalo(world: World, person: int, number: int) -> None:
    await world.zalo.phone(f"z{person}").says(code(ZALO, person, number))


async def bring_telegram(world: World, person: int, number: int) -> None:
    """Bring an update to one web process and again to the other, until one has taken it."""
    chat = int(number_person(HOOK, person))
    world.telegram.phone(str(chat))
    who = {"id": chat, "first_name": "Lan", "is_bot": False}
    message = {
        "message_id": number + 1,
        "date": int(time.time()),
        "from": who,
        "chat": {"id": chat, "type": "private", "first_name": "Lan"},
        "text": code(HOOK, person, number),
    }
    update = {"update_id": 900_000 + person * 100 + number, "message": message}
    token = world.telegram.token
    [secret] = world.database.cipher.digests(f"telegram webhook {token}")
    path = f"/webhook/telegram/{token.partition(':')[0]}"
    while not sum([await post(world, member, path, secret, update) for member in world.web]):  # noqa: ASYNC110
        await asyncio.sleep(0.2)


async def post(world: World, member: Member, path: str, secret: str, update: object) -> bool:
    headers = {"X-Telegram-Bot-Api-Secret-Token": secret}
    try:
        async with world.browser.post(member.url + path, json=update, headers=headers) as answer:
            return answer.status == 200
    except aiohttp.ClientError:
        return False


async def write_web(world: World, person: int, number: int) -> None:
    """Send a photo from the chat page of whichever web process takes it."""
    secret, given = name_browser(person), f"{person:08d}{number:08d}"
    headers = {HEADER: "1", "Cookie": f"{CHAT_COOKIE}={secret}"}
    while True:
        form = aiohttp.FormData({"text": code(WEB, person, number), "id": given})
        form.add_field("files", write_jpeg(), filename="photo.jpg")
        url = world.web[number % len(world.web)].url + FILES_PATH
        try:
            async with world.browser.post(url, data=form, headers=headers) as answer:
                if answer.status == 200:
                    return
        except aiohttp.ClientError:
            pass
        await asyncio.sleep(0.2)


async def open_browsers(world: World) -> None:
    async with world.database.write() as work:
        await work.localities.ensure("xã Bến Lụa")
        until = MONDAY.replace(year=MONDAY.year + 5)
        for person in range(PEOPLE + 1):
            secret = name_browser(person)
            await work.logins.open_session(secret, role="citizen", now=MONDAY, expires_at=until)


WRITERS = {TELEGRAM: write_telegram, ZALO: write_zalo, HOOK: bring_telegram, WEB: write_web}


# What is looked for


def read_codes(texts: list[str]) -> list[str]:
    return [found for found in map(find_code, texts) if found]


async def read_heard(world: World, way: int, person: int) -> list[str]:
    """Give the codes in what a person was shown, in order."""
    if way in (TELEGRAM, HOOK):
        phone: Any = world.telegram.phone(number_person(way, person))
    elif way == ZALO:
        phone = world.zalo.phone(f"z{person}")
    else:
        async with world.database.read() as work:
            address = Address("web", digest_secret(name_browser(person)))
            entries = await work.thread.recent(address)
        return read_codes([each.body for each in entries if not each.is_own])
    return read_codes([shown.text for shown in phone.heard()])


async def read_wanted(world: World, way: int, person: int) -> list[str]:
    """Give the codes that must be answered: of Zalo's what is stored, for it forgets what it gave.

    What was on the wire to a process that was killed is lost there: docs/operations say so.
    """
    said = [code(way, person, number) for number in range(MESSAGES)]
    if way != ZALO:
        return said
    bot = world.zalo.bots[world.zalo.tokens[0]]
    pollers = await world.find_pollers()
    channel = next(name.removeprefix("poll ") for name in pollers if "zalo" in name)
    async with world.database.read() as work:
        address = Address(channel, world.zalo.phone(f"z{person}").user)
        entries = await work.thread.recent(address)
    stored = read_codes([each.body for each in entries if each.is_own])
    return said if bot._waiting else [each for each in said if each in stored]


def judge(heard: list[str], wanted: list[str]) -> int:
    """Check that everything was answered in order; give how many answers came twice."""
    first = list(dict.fromkeys(heard))
    assert first == wanted
    return len(heard) - len(first)


async def say_all(world: World, of: range, *, ways: Sequence[int] = tuple(WRITERS)) -> None:
    """Let everybody write, side by side, each one message after the other."""

    async def say(way: int, person: int) -> None:
        for number in of:
            await WRITERS[way](world, person, number)
            await asyncio.sleep(0.1)

    async with asyncio.TaskGroup() as tasks:
        for way in ways:
            for person in range(PEOPLE):
                tasks.create_task(say(way, person))


async def judge_all(world: World, *, ways: Sequence[int] = tuple(WRITERS)) -> int:
    """Check everybody's answers; give how many came twice."""
    heard = await read_all(world, ways=ways)
    return sum([judge(codes, await read_wanted(world, *who)) for who, codes in heard.items()])


async def read_all(
    world: World, *, ways: Sequence[int] = tuple(WRITERS)
) -> Mapping[tuple[int, int], list[str]]:
    """Give what everybody has heard, by way and person."""
    return {
        (way, person): await read_heard(world, way, person)
        for way in ways
        for person in range(PEOPLE)
    }


async def is_all_answered(world: World, *, ways: Sequence[int] = tuple(WRITERS)) -> bool:
    """Tell whether everybody has heard of all that they said."""
    heard = await read_all(world, ways=ways)
    return all([set(codes) == {*await read_wanted(world, *who)} for who, codes in heard.items()])
