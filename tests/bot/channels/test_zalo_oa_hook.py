"""The webhook of Official Accounts: what is signed is taken, in each of the ways it may be."""

import datetime as dt
import hashlib
import json
import logging
from collections.abc import Mapping

import pytest

from bot.channels.base import Forged, Malformed, Said
from bot.channels.zalo_oa.hook import ZaloHook
from storage.database import Database
from tests.factories.talk import MONDAY, build_settings

APP, OA, LAN = "360846524940903967", "388613280878808645", "246845883529197922"
APP_SECRET, OA_SECRET = "app-secret", "oa-secret"
STAMP = str(int(MONDAY.timestamp() * 1000))
BODY = json.dumps(
    {
        "app_id": APP,
        "sender": {"id": LAN},
        "recipient": {"id": OA},
        "event_name": "user_send_text",
        "message": {"text": "xin chào", "msg_id": "7"},
        "timestamp": STAMP,
    },
    ensure_ascii=False,
).encode()


def sign(
    *,
    body: bytes = BODY,
    owner: str = APP,
    stamp: str = STAMP,
    secret: str = OA_SECRET,
    mark: str = "mac=",
) -> dict[str, str]:
    """Headers with the signature of a body."""
    mac = hashlib.sha256(owner.encode() + body + stamp.encode() + secret.encode()).hexdigest()
    return {"x-zevent-signature": mark + mac, "x-zevent-timestamp": stamp}


@pytest.fixture
def hook(sqlite: Database) -> ZaloHook:
    return build_hook(sqlite)


def build_hook(database: Database, **more: object) -> ZaloHook:
    given = {"zalo_app_id": APP, "zalo_app_secret": APP_SECRET, "zalo_oa_secret": OA_SECRET}
    settings = build_settings(**(given | more))
    return ZaloHook(settings, {OA: "zalo_oa:78808645"})


def read(hook: ZaloHook, headers: Mapping[str, str], body: bytes = BODY) -> list[object]:
    return list(hook.read_hook(headers, body, now=MONDAY))


WITHOUT_HEADER = {k: v for k, v in sign().items() if k != "x-zevent-timestamp"}
OTHER_STAMP = str(int(STAMP) + 1234)


@pytest.mark.parametrize(
    "headers",
    [
        sign(),
        sign(mark=""),
        sign(mark="sha256="),
        {**sign(), "x-zevent-signature": sign()["x-zevent-signature"].upper()},
        {**sign(), "x-zevent-signature": f"  {sign()['x-zevent-signature']} "},
        WITHOUT_HEADER,
        sign(stamp=OTHER_STAMP),
        {**sign(), "x-zevent-timestamp": OTHER_STAMP},  # it was the body's that was signed
        sign(secret=APP_SECRET),
        sign(owner=OA),
        sign(owner=OA, secret=APP_SECRET, stamp=OTHER_STAMP),
    ],
)
def test_a_signature_is_accepted(hook: ZaloHook, headers: dict[str, str]) -> None:
    (event,) = read(hook, headers)
    assert isinstance(event, Said)
    assert event.message.text == "xin chào"


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"x-zevent-signature": ""},
        {"x-zevent-signature": "mac="},
        {"x-zevent-signature": "mac=ế"},
        sign(secret="guess"),
        sign(secret=""),
        sign(owner="1"),
        sign(owner=""),
        sign(body=BODY + b" "),
        sign(body=b""),
        {**sign(stamp=OTHER_STAMP), "x-zevent-timestamp": "nan"},
        {**sign(stamp=OTHER_STAMP), "x-zevent-timestamp": "\ud800"},
    ],
)
def test_a_signature_is_refused(hook: ZaloHook, headers: dict[str, str]) -> None:
    with pytest.raises(Forged):
        read(hook, headers)


@pytest.mark.parametrize(
    ("step", "is_taken"),
    [
        (dt.timedelta(hours=-23), True),
        (dt.timedelta(hours=-25), False),
        (dt.timedelta(days=-400), False),
        (dt.timedelta(minutes=9), True),
        (dt.timedelta(minutes=11), False),
    ],
)
def test_what_was_kept_and_is_brought_again_is_refused(
    hook: ZaloHook, step: dt.timedelta, is_taken: bool
) -> None:
    headers = sign(stamp=str(int((MONDAY + step).timestamp() * 1000)))
    if is_taken:
        assert read(hook, headers)
        return
    with pytest.raises(Forged):
        read(hook, headers)


def test_a_new_time_does_not_make_an_old_signature_good(hook: ZaloHook) -> None:
    old = sign(stamp=str(int((MONDAY - dt.timedelta(days=2)).timestamp() * 1000)))
    with pytest.raises(Forged):
        read(hook, {**old, "x-zevent-timestamp": STAMP})


@pytest.mark.parametrize("body", [b"{}", b" {} ", b"{ }", b""])
def test_the_console_s_probe_does_nothing(hook: ZaloHook, body: bytes) -> None:
    assert hook.admits({})
    assert read(hook, {}, body) == []


@pytest.mark.parametrize("body", [b"[]", b"null", b"{", b"\xff\xfe", b"[" * 100_000, b'"x"', b"0"])
def test_a_body_that_is_no_object_is_forged_or_malformed(hook: ZaloHook, body: bytes) -> None:
    with pytest.raises(Forged):
        read(hook, {}, body)
    with pytest.raises(Malformed):
        read(hook, sign(body=body), body)


def test_without_any_secret_nothing_is_taken(sqlite: Database) -> None:
    hook = build_hook(sqlite, zalo_app_secret="", zalo_oa_secret="")
    with pytest.raises(Forged):
        read(hook, sign(secret=""))


def test_the_app_s_secret_serves_where_no_other_is_set(sqlite: Database) -> None:
    hook = build_hook(sqlite, zalo_oa_secret="")
    assert read(hook, sign(secret=APP_SECRET))
    with pytest.raises(Forged):
        read(hook, sign())


def test_another_account_s_event_is_passed_over(hook: ZaloHook) -> None:
    body = BODY.replace(OA.encode(), b"111111111111111111")
    assert read(hook, sign(body=body), body) == []


def test_what_matched_is_told_once_and_no_secret(
    hook: ZaloHook, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    for _ in range(3):
        read(hook, sign(secret=APP_SECRET))
        with pytest.raises(Forged):
            read(hook, sign(secret="guess"))
    assert caplog.text.count("app_id + body + header + app_secret") == 1
    assert caplog.text.count("no signature matches") == 1
    assert not [
        word for word in (APP_SECRET + "\n", OA_SECRET, "xin chào", LAN) if word in caplog.text
    ]
