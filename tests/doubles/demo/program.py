"""The program as the demonstration runs it: the sample, invited officials, the doubles' bots."""

import datetime as dt
import secrets
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from bot.app import App, build
from bot.channels.building import build_bots
from bot.channels.names import name_channel
from bot.channels.web import WebChannel
from bot.embedders import load_embedder
from bot.opening import open_database
from bot.sample import load_sample
from bot.service import Service
from bot.settings import Settings
from bot.web.site import build_site
from handlers.people import NewInvitation, invite
from storage.cipher import new_key
from storage.database import Database
from storage.values import Account, Role
from tests.doubles.demo.clock import MovableClock
from tests.doubles.demo.people import CLERK, OFFICER, ZALO_OA
from tests.doubles.zalo_oa import ZaloOaDouble

PLACE = "xã Bến Lụa"
INVITED = {
    OFFICER.id: NewInvitation(PLACE, "Phòng Kinh tế", "Trần Văn An"),
    CLERK.id: NewInvitation(PLACE, "Văn phòng HĐND và UBND xã", "Lê Thị Bình", Role.CLERK),
}
LINK_VALID = dt.timedelta(hours=1)
TOKENS_LAST = dt.timedelta(hours=25)


@dataclass(frozen=True, slots=True)
class Program:
    """A program that is ready to run, and the officials' invitations by phone."""

    app: App
    service: Service
    codes: Mapping[str, str]

    @property
    def url(self) -> str:
        """Where its web pages are."""
        return self.app.settings.public_url

    async def open_desk(self) -> str:
        """Make a link that opens the office's desk once."""
        secret, now = secrets.token_urlsafe(24), self.app.clock.now()
        async with self.app.database.write() as work:
            await work.logins.add_link(secret, role="operator", expires_at=now + LINK_VALID)
        return f"{self.url}/vao/{secret}"


def build_settings(folder: Path, port: int, doubles: Mapping[str, object]) -> Settings:
    """Build settings that leave an installation's own `.env` and data alone."""
    fixed: dict[str, object] = {
        "data_dir": folder,
        "keys": [new_key()],
        "port": port,
        "public_url": f"http://127.0.0.1:{port}",
        "tick": dt.timedelta(seconds=2),
        "closed_to_citizens": "zalo_bot",
        "answer_approved_by": "clerk",
    }
    return Settings(_env_file=None, **fixed, **doubles)  # type: ignore[arg-type]


@asynccontextmanager
async def open_program(
    settings: Settings, clock: MovableClock, account: ZaloOaDouble
) -> AsyncIterator[Program]:
    """Prepare an installation, and build the program around it."""
    opened = await open_database(settings)
    database = opened.database
    await _connect(database, clock, account)
    bots = await build_bots(settings, database, clock)
    web = WebChannel()
    app = build(
        settings,
        database,
        channels={web.name: web, **{bot.name: bot for bot in bots.channels}},
        hooks=bots.hooks,
        clock=clock,
        embedder=load_embedder(settings.embedding_model),
    )
    try:
        await load_sample(app)
        codes = {
            id_: await invite(database, each, now=clock.now()) for id_, each in INVITED.items()
        }
        yield Program(app, Service(app, site=build_site(app, web)), codes)
    finally:
        await app.close()


async def _connect(database: Database, clock: MovableClock, account: ZaloOaDouble) -> None:
    """Keep the account and its tokens, as `motcua zalo login` does."""
    now, channel = clock.now(), name_channel(ZALO_OA, account.oa_id)
    access, refresh = account.pair
    link = f"https://zalo.me/{account.oa_id}"
    async with database.write() as work:
        place = await work.localities.ensure(PLACE)
        known = Account(channel, account.oa_id, account.name, link, place.id)
        await work.accounts.save(known, now=now)
        until = now + TOKENS_LAST
        await work.token_pairs.save(channel, access, refresh, expires_at=until, now=now)
