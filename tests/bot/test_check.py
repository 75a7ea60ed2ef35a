"""`motcua check` of channels: what works, what does not and what to do, in a line each."""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from bot.app import App, build
from bot.channels.base import Refused, TryLater, Unreachable
from bot.channels.building import build_bots
from bot.channels.silence import CONFLICT
from bot.cli.check_channels import ask_all, check_bots
from bot.cli.check_findings import list_todos
from bot.polling import Polling, name_conflict
from storage.database import Database
from storage.values import Account, Address
from tests.doubles.base import Fault
from tests.doubles.telegram import TelegramDouble
from tests.doubles.zalo_bot import ZaloBotDouble
from tests.doubles.zalo_oa import ZaloOaDouble
from tests.factories.accounts import connect
from tests.factories.bots import ToldBot
from tests.factories.command import motcua
from tests.factories.post import link
from tests.factories.talk import FixedClock, build_settings


@pytest.fixture(autouse=True)
def _english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "C.UTF-8")


def build_app(database: Database, *bots: ToldBot, **settings: object) -> App:
    channels = {bot.name: bot for bot in bots}
    return build(build_settings(**settings), database, channels=channels, clock=FixedClock())


# Each bot's service is asked


@pytest.mark.parametrize(
    ("name", "failure", "words"),
    [
        ("telegram:12345678", TryLater(), ["does not answer", "MOTCUA_TELEGRAM_URL"]),
        ("telegram:12345678", Refused("401"), ["MOTCUA_TELEGRAM_TOKENS", "401"]),
        ("zalo_bot:12345678", Refused("401"), ["MOTCUA_ZALO_BOT_TOKENS"]),
        ("zalo_bot:12345678", Refused("400"), ["refuses", "400"]),
        ("zalo_oa:12345678", Refused("zalo token -14014"), ["motcua zalo login", "-14014"]),
        ("zalo_oa:12345678", Refused("zalo no_tokens"), ["motcua zalo login"]),
        ("zalo_oa:12345678", Refused("zalo -209"), ["refuses", "zalo -209"]),
        ("zalo_oa:12345678", Unreachable(), ["refuses"]),
    ],
)
async def test_what_does_not_work_says_what_to_do(
    sqlite: Database,
    capsys: pytest.CaptureFixture[str],
    name: str,
    failure: Exception,
    words: list[str],
) -> None:
    app = build_app(sqlite, ToldBot(name, failures=[failure]), ToldBot("zalo_bot:99999999"))
    assert not await ask_all(app)
    broken, well = capsys.readouterr().out.splitlines()
    assert broken.startswith(f"{name}: ")
    assert all(word in broken for word in words)
    assert well == "zalo_bot:99999999: works (Bot Bến Lụa)."


async def test_asking_changes_nothing(sqlite: Database) -> None:
    bot = ToldBot()
    assert await ask_all(build_app(sqlite, bot))
    assert (bot.opened, bot.polled) == (0, 0)
    async with sqlite.read() as work:
        assert not await work.accounts.list_all()


async def test_an_app_that_nobody_has_logged_in_is_told(
    sqlite: Database, capsys: pytest.CaptureFixture[str]
) -> None:
    app = build_app(sqlite, zalo_app_id="360846524940903967")
    assert not await ask_all(app)
    assert capsys.readouterr().out.startswith("zalo_oa: no Official Account")
    assert await find_todos(app) == ["todo_account"]


@asynccontextmanager
async def built(database: Database, **settings: object) -> AsyncIterator[App]:
    """Build the program with its real bots."""
    read, clock = build_settings(**settings), FixedClock()
    bots = await build_bots(read, database, clock)
    yield build(read, database, channels={bot.name: bot for bot in bots.channels}, clock=clock)
    for bot in bots.channels:
        await bot.close()


async def test_the_real_bots_are_asked_who_they_are_and_nothing_else(
    sqlite: Database, capsys: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    async with TelegramDouble() as telegram, ZaloBotDouble() as zalo, ZaloOaDouble() as account:
        await connect(account, sqlite, FixedClock())
        settings = telegram.settings() | zalo.settings() | account.settings()
        async with built(sqlite, **settings) as app:
            assert await ask_all(app)
            works = capsys.readouterr().out
            telegram.faults.script("getMe", Fault.UNAUTHORIZED)
            zalo.faults.script("getMe", Fault.BROKEN)
            account.refuse("getoa", -209)
            assert not await ask_all(app)
            broken = capsys.readouterr().out.splitlines()
    assert works.count(": works (") == 3
    assert "MOTCUA_TELEGRAM_TOKENS" in broken[0]
    assert "does not answer" in broken[1]
    assert "zalo -209" in broken[2]
    for secret in (telegram.token, zalo.tokens[0], *account.pair):
        assert secret not in works + caplog.text


def test_the_command_ends_with_1_where_a_channel_does_not_work(tmp_path: Path) -> None:
    code, out, _ = motcua(tmp_path, "check", "--channels")
    assert (code, out.count("\n")) == (0, 1)
    assert "docs/operations/kenh-zalo-telegram.md" in out
    away = {
        "MOTCUA_ZALO_BOT_TOKENS": "123456789:khong-ai-biet",
        "MOTCUA_ZALO_BOT_URL": "http://127.0.0.1:9",
    }
    code, out, err = motcua(tmp_path, "check", "--channels", LC_ALL="vi_VN.UTF-8", **away)
    assert code == 1
    assert out.startswith("zalo_bot:23456789: dịch vụ không trả lời.")
    assert "khong-ai-biet" not in out + err


# What the plain check tells of bots


async def find_todos(app: App) -> list[str]:
    return [each.key for each in list_todos(await check_bots(app))]


async def test_people_and_messages_are_counted_against_their_limits(sqlite: Database) -> None:
    full, other = ToldBot("zalo_bot:11111111"), ToldBot("telegram:22222222")
    app = build_app(sqlite, full, other, zalo_bot_people=2, quotas="zalo_bot:100")
    await link(sqlite, Address(full.name, "a"))
    await link(sqlite, Address(full.name, "b"), Address(other.name, "b"))
    async with sqlite.write() as work:
        await work.accounts.save(Account(full.name, "1", "Bot Bến Lụa"), now=app.clock.now())
        await work.quotas.count(full.name, "2026-11", by=80)
        await work.quotas.count(full.name, "2026-10", by=100)
    found = await check_bots(app)
    assert [each.key for each in list_todos(found)] == ["todo_quota", "todo_seats"]
    assert [each.say() for each in found] == [
        "Channel zalo_bot:11111111 (Bot Bến Lụa): 2/2 officers linked, 80/100 messages sent this month.",
        "Channel telegram:22222222 (never connected yet): 1 officers linked, 0 messages sent this month.",
    ]


async def test_tokens_that_cannot_be_renewed_are_something_to_do(sqlite: Database) -> None:
    app, clock = build_app(sqlite, ToldBot("zalo_oa:78808645")), FixedClock()
    account = ZaloOaDouble()
    account.oa_id = "388613280878808645"
    channel = await connect(account, sqlite, clock)
    assert await find_todos(app) == []
    async with sqlite.write() as work:
        await work.token_pairs.note_failure(channel, "-14014", now=clock.now())
    assert await find_todos(app) == ["todo_login"]
    assert "error -14014" in "".join(each.say() for each in await check_bots(app))


async def test_another_program_on_our_token_is_something_to_do_for_an_hour(
    sqlite: Database,
) -> None:
    app, clock = build_app(sqlite, ToldBot()), FixedClock()
    async with sqlite.write() as work:
        await work.meta.save(name_conflict("telegram:12345678"), clock.now().isoformat())
    assert await find_todos(app) == ["todo_conflict"]
    later = FixedClock()
    later.advance(hours=1)
    assert await find_todos(replace(app, clock=later)) == []


async def test_polling_notes_that_another_program_asks(sqlite: Database) -> None:
    bot = ToldBot(failures=[TryLater(code=CONFLICT)])
    app, stop = build_app(sqlite, bot), asyncio.Event()
    polling = asyncio.create_task(Polling(app, stop).run(bot))
    async with asyncio.timeout(10):
        while await find_todos(app) != ["todo_conflict"]:  # noqa: ASYNC110  it has no event
            await asyncio.sleep(0.01)
    stop.set()
    await polling


def test_the_plain_check_tells_of_bots(tmp_path: Path) -> None:
    motcua(tmp_path, "migrate")
    motcua(tmp_path, "plan", "list")  # makes the key
    more = {"MOTCUA_TELEGRAM_TOKENS": "123456789:khong-ai-biet"}
    _, out, _ = motcua(tmp_path, "check", **more)
    assert "Channel telegram:23456789 (never connected yet): 0 officers linked" in out
    assert "khong-ai-biet" not in out
