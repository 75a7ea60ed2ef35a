"""Webhooks of the real bots: what their services send, and what only looks like it."""

import hashlib
import hmac
import json
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass, field

import pytest

from bot.app import App, build
from bot.channels.building import build_bots
from storage.database import Database
from storage.values import Account
from tests.bot.web.test_hooks import asking, count_stored
from tests.factories.talk import MONDAY, FixedClock, build_settings

pytestmark = pytest.mark.slow

NUMBER = "123456789"
OA = "388613280878808645"


@dataclass
class Compared:
    """What was compared in constant time."""

    pairs: list[tuple[bytes, bytes]] = field(default_factory=list)

    def compare(self, one: bytes | str, other: bytes | str) -> bool:
        first, second = (x.encode() if isinstance(x, str) else bytes(x) for x in (one, other))
        self.pairs.append((first, second))
        return first == second


@pytest.fixture
async def real(sqlite: Database) -> AsyncIterator[App]:
    """A program with a bot of each kind, whose services are never asked."""
    settings = build_settings(
        receive_by="webhook",
        public_url="https://bot.xa.vn",
        telegram_tokens=[f"{NUMBER}:AAHtelegram-token-telegram-token-12345"],
        zalo_bot_tokens=[f"{NUMBER}:zalo-token"],
        zalo_app_id="360846524940903967",
        zalo_app_secret="the-secret-of-the-app",
        zalo_oa_secret="the-secret-of-the-page",
    )
    clock = FixedClock()
    async with sqlite.write() as work:
        await work.accounts.save(Account("zalo_oa:78808645", OA, "Xã Bến Lụa"), now=clock.now())
    bots = await build_bots(settings, sqlite, clock)
    channels = {bot.name: bot for bot in bots.channels}
    app = build(settings, sqlite, channels=channels, hooks=bots.hooks, clock=clock)
    yield app
    for bot in bots.channels:
        await bot.close()


TELEGRAM = {
    "update_id": 1,
    "message": {
        "message_id": 7,
        "date": int(MONDAY.timestamp()),
        "chat": {"id": 42, "type": "private", "first_name": "Lan"},
        "from": {"id": 42, "is_bot": False, "first_name": "Lan"},
        "text": "xin chào",
    },
}
ZALO = {
    "event_name": "message.text.received",
    "message": {
        "from": {"id": "6ede9afa66b88fe6d6a9", "display_name": "Lan", "is_bot": False},
        "chat": {"id": "6ede9afa66b88fe6d6a9", "chat_type": "PRIVATE"},
        "text": "xin chào",
        "message_id": "2d758cb5e222177a4e35",
        "date": int(MONDAY.timestamp() * 1000),
    },
}
STAMP = str(int(MONDAY.timestamp() * 1000))
ACCOUNT = {
    "app_id": "360846524940903967",
    "sender": {"id": "246845883529197922"},
    "recipient": {"id": OA},
    "event_name": "user_send_text",
    "message": {"text": "xin chào", "msg_id": "96d3cdf3af150460909"},
    "timestamp": STAMP,
}


def sign(body: bytes, *, stamp: str = STAMP, secret: str = "the-secret-of-the-page") -> str:
    signed = b"360846524940903967" + body + stamp.encode() + secret.encode()
    return f"mac={hashlib.sha256(signed).hexdigest()}"


def build_request(app: App, kind: str) -> tuple[str, dict[str, str], bytes]:
    """Build what a service really sends: path, headers, body."""
    if kind == "zalo-oa":
        body = json.dumps(ACCOUNT).encode()
        return "/webhook/zalo-oa", {"X-ZEvent-Signature": sign(body)}, body
    token = getattr(app.settings, "telegram_tokens" if kind == "telegram" else "zalo_bot_tokens")[0]
    header = "X-Telegram-Bot-Api-Secret-Token" if kind == "telegram" else "X-Bot-Api-Secret-Token"
    secret = app.database.cipher.digest(f"{kind.replace('-', ' ')} webhook {token}")
    event = TELEGRAM if kind == "telegram" else ZALO
    return f"/webhook/{kind}/{NUMBER}", {header: secret}, json.dumps(event).encode()


KINDS = ["telegram", "zalo-bot", "zalo-oa"]


@pytest.mark.parametrize("kind", KINDS)
async def test_a_real_event_is_stored_once_by_each_adapter(real: App, kind: str) -> None:
    path, headers, body = build_request(real, kind)
    async with asking(real) as service:
        for _ in range(2):
            assert (await service.post(path, headers=headers, content=body)).status_code == 200
    assert await count_stored(real.database) == 1


@pytest.mark.parametrize("kind", KINDS)
async def test_a_forged_event_is_refused_by_each_adapter(real: App, kind: str) -> None:
    path, headers, body = build_request(real, kind)
    [(name, secret)] = headers.items()
    forged: list[Mapping[str, str]] = [
        {},
        {name: ""},
        {name: "sai"},
        {name: secret[:-1]},
        {name: secret[:-1] + ("0" if secret[-1] != "0" else "1")},
        {name: "é" * 32},
    ]
    async with asking(real) as service:
        for wrong in forged:
            raw = [(k.encode(), v.encode()) for k, v in wrong.items()]
            answer = await service.post(path, headers=raw, content=body)
            assert answer.status_code == 401, wrong
    assert await count_stored(real.database) == 0


async def test_an_account_event_that_was_changed_or_kept_for_days_is_refused(real: App) -> None:
    path, headers, body = build_request(real, "zalo-oa")
    old = str(int(MONDAY.timestamp() * 1000) - 3 * 86_400_000)
    kept = json.dumps(ACCOUNT | {"timestamp": old}).encode()
    async with asking(real) as service:
        changed = await service.post(path, headers=headers, content=body + b" ")
        assert changed.status_code == 401
        wrong = {"X-ZEvent-Signature": sign(kept, stamp=old)}
        assert (await service.post(path, headers=wrong, content=kept)).status_code == 401
        assert (await service.post(path, content=b"{}")).status_code == 200  # Zalo's own probe
    assert await count_stored(real.database) == 0


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("body", [b"", b"[]", b"null", b"1", b'"x"', b"{", b"[" * 50_000, b"\xff"])
async def test_a_body_that_is_no_event_is_refused_or_ignored(
    real: App, kind: str, body: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    path, headers, _ = build_request(real, kind)
    if kind == "zalo-oa":
        headers = {"X-ZEvent-Signature": sign(body), "X-ZEvent-Timestamp": STAMP}
    async with asking(real) as service:
        answer = await service.post(path, headers=headers, content=body)
    is_probe = kind == "zalo-oa" and not body
    assert answer.status_code in ((200,) if is_probe else (400, 401))
    assert await count_stored(real.database) == 0
    assert "could not be read" not in caplog.text  # that would be a defect of the adapter


@pytest.mark.parametrize("kind", KINDS)
async def test_secrets_are_compared_in_constant_time(
    real: App, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, headers, body = build_request(real, kind)
    [(name, secret)] = headers.items()
    compared = Compared()
    monkeypatch.setattr(hmac, "compare_digest", compared.compare)
    async with asking(real) as service:
        bare = secret.removeprefix("mac=")
        await service.post(path, headers={name: "0" * len(bare)}, content=body)
        pairs, compared.pairs = compared.pairs, []
        await service.post(path, headers=headers, content=body)
    assert pairs
    assert len(pairs) == len(compared.pairs)  # as many, whether the first one fits or none
    assert any(bare.encode() in pair for pair in compared.pairs)
