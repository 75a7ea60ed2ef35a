"""The services as doubles that are watched, an installation that talks to them, and its people."""

import asyncio
import contextlib
import datetime as dt
import random
from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from aiohttp import web

from bench.channel_program import Program, choose_embedder, describe, find_port, furnish
from bench.channel_scripts import SUNDAY, Part, Role, cast_roles, join_official, rehearse
from bench.channel_traffic import Answers, Person
from bench.channel_watch import Relay, TracedFaults, Watch, watch
from bot.channels.names import name_channel
from storage.cipher import Cipher, new_key
from storage.database import Database
from storage.migrate import migrate
from storage.values import Address
from tests.doubles.telegram import TelegramDouble
from tests.doubles.zalo_bot import ZaloBotDouble
from tests.doubles.zalo_oa import ZaloOaDouble
from tests.factories.accounts import connect
from tests.factories.talk import FixedClock, build_settings

PROGRAM = ("tests.bot.channels_process",)
HANG = 20.0  # seconds
OPEN_WITHIN = 60.0
KINDS = ("telegram", "zalo_bot", "zalo_oa")


@dataclass(frozen=True, slots=True)
class Size:
    """How much is sent: by how many people, over how many seconds, with how many kills.

    `faults` are a share of the calls; a lease is as much shorter than usual as the hour is.
    """

    people: int = 500
    seconds: float = 450.0
    kills: int = 3
    variants: int = 4
    faults: float = 0.05
    lease: str = "PT5S"
    has_model: bool = True
    is_paced: bool = True
    url: str = ""


class WatchedTelegram(TelegramDouble):
    """The double, watched."""

    def __init__(self, seen: Watch, faults: TracedFaults) -> None:
        super().__init__(faults=faults)
        self.seen = seen

    def build_app(self) -> web.Application:
        """Build the routes."""
        return watch(super().build_app(), self.seen)


class WatchedZaloBot(ZaloBotDouble):
    """The double, watched; its quota is not what is measured."""

    def __init__(self, seen: Watch, faults: TracedFaults) -> None:
        super().__init__(faults=faults, quota=1_000_000)
        self.seen = seen

    def build_app(self) -> web.Application:
        """Build the routes."""
        return watch(super().build_app(), self.seen)


class WatchedOa(ZaloOaDouble):
    """The double, watched."""

    def __init__(self, seen: Watch, faults: TracedFaults) -> None:
        super().__init__()
        self.faults = faults
        self.seen = seen

    def build_app(self) -> web.Application:
        """Build the routes."""
        return watch(super().build_app(), self.seen)


@dataclass
class Scene:
    """The services, what is seen at them, and an installation that is to talk to them."""

    database: Database
    key: str
    folder: Path
    size: Size
    ahead: float = field(default_factory=lambda: (SUNDAY - dt.datetime.now(dt.UTC)).total_seconds())
    port: int = field(default_factory=find_port)

    def __post_init__(self) -> None:
        """Make the services."""
        self.watches = {kind: Watch() for kind in KINDS}
        made = {
            kind: TracedFaults(rate=self.size.faults, hang=HANG, dice=random.Random(kind))
            for kind in self.watches
        }
        self.telegram = WatchedTelegram(self.watches["telegram"], made["telegram"])
        self.zalo_bot = WatchedZaloBot(self.watches["zalo_bot"], made["zalo_bot"])
        self.oa = WatchedOa(self.watches["zalo_oa"], made["zalo_oa"])
        self.services: Mapping[str, WatchedTelegram | WatchedZaloBot | WatchedOa] = {
            "telegram": self.telegram,
            "zalo_bot": self.zalo_bot,
            "zalo_oa": self.oa,
        }
        by_path = {"zalo-bot": self.watches["zalo_bot"], "zalo-oa": self.watches["zalo_oa"]}
        self.relay = Relay(f"http://127.0.0.1:{self.port}", by_path)

    @contextlib.asynccontextmanager
    async def open(self) -> AsyncIterator[None]:
        """Serve until the end of the block."""
        async with self.telegram, self.zalo_bot, self.oa, self.relay:
            self.zalo_bot.reach = self.relay.url
            self.oa.hook = f"{self.relay.url}/webhook/zalo-oa"
            self.oa.now = SUNDAY
            await connect(self.oa, self.database, FixedClock(SUNDAY))
            yield

    async def wait_until_open(self) -> None:
        """Wait until the program has said how it is to be reached."""
        async with asyncio.timeout(OPEN_WITHIN):
            while not self._is_open():  # noqa: ASYNC110 - a double tells nobody
                await asyncio.sleep(0.05)

    def _is_open(self) -> bool:
        is_hooked = all(bot.hook for bot in self.zalo_bot.bots.values())
        return is_hooked and self.telegram.count_calls("getUpdates") > 0

    def write_settings(self) -> dict[str, object]:
        """Give the program's settings, as JSON has them."""
        services = self.telegram.settings() | self.zalo_bot.settings() | self.oa.settings()
        own = {"data_dir": str(self.folder), "port": self.port, "database_url": self.size.url}
        return services | own | {"lease": self.size.lease, "closed_to_citizens": ""}

    def name_channels(self) -> Mapping[str, str]:
        """Name the channels by their kinds."""
        numbers = {
            "telegram": self.telegram.token.partition(":")[0],
            "zalo_bot": self.zalo_bot.tokens[0].partition(":")[0],
            "zalo_oa": self.oa.oa_id,
        }
        return {kind: name_channel(kind, number) for kind, number in numbers.items()}

    def prepare_program(self) -> Program:
        """Give the program, not started yet."""
        given = describe(
            self.write_settings(),
            self.key,
            self.ahead,
            has_model=self.size.has_model,
            is_paced=self.size.is_paced,
        )
        return Program(PROGRAM, self.folder / "program.log", given)

    async def cast(self, kinds: Sequence[str], parts: Sequence[Part]) -> list[Person]:
        """Rehearse every role, and give each person theirs."""
        roles = cast_roles(self.size.people, self.size.variants, parts, kinds)
        offered = {"zalo_templates": self.oa.settings()["zalo_templates"]}
        settings = build_settings(data_dir=self.folder, closed_to_citizens="", **offered)
        embedder = choose_embedder(has_model=self.size.has_model)
        await furnish(self.database, self.folder, embedder)
        answers = await rehearse(self.database, settings, embedder, set(roles))
        return [
            await self._cast_one(number, role, answers[role]) for number, role in enumerate(roles)
        ]

    async def _cast_one(self, number: int, role: Role, answers: Answers) -> Person:
        user = f"{number:020x}" if role.kind == "zalo_bot" else f"{70_000_000 + number}"
        address = Address(self.name_channels()[role.kind], user)
        if role.part is Part.OFFICIAL:
            await join_official(self.database, address)
        phone = self.services[role.kind].phone(user)
        return Person(phone, role, address, number, self.watches[role.kind], answers)


@contextlib.asynccontextmanager
async def build_scene(size: Size, folder: Path) -> AsyncIterator[Scene]:
    """Make an installation and the services; serve until the end of the block."""
    key, url = new_key(), size.url or f"sqlite:///{folder}/motcua.sqlite"
    migrate(url)
    scene = Scene(Database(url, Cipher([key])), key, folder, size)
    async with scene.open():
        yield scene
    await scene.database.close()
