"""Conversations on channels by their names, over a place with a profile."""

from collections.abc import Callable

import pytest

from bot.app import build
from storage.database import Database
from storage.values import Address
from tests.factories.talk import Chat, FixedClock, RecordingChannel, build_settings, place_files
from tests.handlers.conftest import PLACE

TELEGRAM, ZALO_BOT, ZALO_OA = "telegram:12345678", "zalo_bot:12345678", "zalo_oa:45678901"
PROFILE = {"office.phone": "0298 3000 112", "office.zalo": "UBND xã Bến Lụa"}
OpenChat = Callable[..., Chat]


@pytest.fixture
async def town(sqlite: Database) -> Database:
    """Give a database with one place that has said where it is reached."""
    async with sqlite.write() as work:
        place = await work.localities.ensure(PLACE)
        await work.localities.save_profile(place.id, PROFILE)
    return sqlite


@pytest.fixture
def on(town: Database) -> OpenChat:
    """Give a maker of conversations on a channel, with a program of its own."""

    def open_chat(name: str, user: str = "lan", **settings: object) -> Chat:
        channel, clock = RecordingChannel(name), FixedClock()
        settings.setdefault("files_dir", str(place_files(town)))
        app = build(build_settings(**settings), town, channels={name: channel}, clock=clock)
        return Chat(app, channel, clock, Address(name, user))

    return open_chat
