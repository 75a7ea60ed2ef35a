"""Bots as the settings name them: what is no token stops the start with one sentence, unshown."""

import pytest
from pydantic import ValidationError

from bot.channels.building import build_bots
from bot.clock import SystemClock
from handlers.errors import HandlerError
from storage.database import Database
from tests.factories.talk import build_settings, place_files


@pytest.mark.parametrize("name", ["telegram_tokens", "zalo_bot_tokens"])
@pytest.mark.parametrize(
    "token", ["abc", "xã A=", "12345678:secret=", "12345678:secret=x:y", "12345678:a/../b", "1 2:a"]
)
async def test_what_is_no_token_is_told_without_being_shown(
    sqlite: Database, name: str, token: str
) -> None:
    settings = build_settings(files_dir=str(place_files(sqlite)), **{name: [token]})
    with pytest.raises(HandlerError) as raised:
        await build_bots(settings, sqlite, SystemClock())
    facts = {"name": f"MOTCUA_{name.upper()}"}
    assert (raised.value.code, raised.value.facts) == ("bot_token_malformed", facts)


async def test_bots_of_two_kinds_are_built_and_none_where_none_is_set(sqlite: Database) -> None:
    files = str(place_files(sqlite))
    tokens = {"telegram_tokens": ["12345678:AA-b_c"], "zalo_bot_tokens": ["12345678:AA-b_c"]}
    built = await build_bots(build_settings(files_dir=files, **tokens), sqlite, SystemClock())
    assert [bot.name for bot in built.channels] == ["telegram:12345678", "zalo_bot:12345678"]
    for bot in built.channels:
        await bot.close()
    assert not (await build_bots(build_settings(files_dir=files), sqlite, SystemClock())).channels


@pytest.mark.parametrize("name", ["telegram_url", "zalo_bot_url", "zalo_oauth_url", "zalo_oa_url"])
@pytest.mark.parametrize(
    "url", ["nonsense", "http://[", "ftp://a.vn", "https://a.vn:x", "https://a b.vn", "https://"]
)
def test_where_a_service_is_must_be_an_address(name: str, url: str) -> None:
    with pytest.raises(ValidationError):
        build_settings(**{name: url})
    build_settings(**{name: "http://127.0.0.1:8081/api"})
