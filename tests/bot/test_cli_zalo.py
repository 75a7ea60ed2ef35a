"""`motcua zalo` against a double of the service: login, status, verify."""

import asyncio
import json
from collections.abc import Iterator
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from bot.cli.zalo_login import write_challenge
from tests.doubles.zalo_oa import ZaloOaDouble
from tests.factories.command import motcua

VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"
NAMES = ("zalo_app_id", "zalo_app_secret", "zalo_oa_secret", "zalo_oauth_url", "zalo_oa_url")


class Console:
    """A folder in which commands are run, and the service beside it in a thread of its own."""

    def __init__(self, folder: Path, service: ZaloOaDouble) -> None:
        self.folder = folder
        self.service = service

    def runs(self, *arguments: str, stdin: str = "", **more: str) -> tuple[int, str, str]:
        given = self.service.settings()
        settings = {f"MOTCUA_{name.upper()}": str(given[name]) for name in NAMES}
        code, out, err = motcua(self.folder, *arguments, stdin=stdin, **(settings | more))
        return code, out, err

    def logs_in(self) -> str:
        access, refresh = self.service.pair
        code, out, err = self.runs("zalo", "login", "--tokens", stdin=f"{access}\n{refresh}\n")
        assert code == 0, err
        return out


@pytest.fixture
def service() -> Iterator[ZaloOaDouble]:
    double, loop = ZaloOaDouble(), asyncio.new_event_loop()
    thread = Thread(target=loop.run_forever, daemon=True)
    thread.start()
    asyncio.run_coroutine_threadsafe(double.__aenter__(), loop).result()
    yield double
    asyncio.run_coroutine_threadsafe(double.__aexit__(), loop).result()
    loop.call_soon_threadsafe(loop.stop)
    thread.join()
    loop.close()


@pytest.fixture
def console(tmp_path: Path, service: ZaloOaDouble) -> Console:
    opened = Console(tmp_path, service)
    assert opened.runs("place", "add", "xã Bến Lụa")[0] == 0
    return opened


def test_an_account_is_connected_with_a_code(console: Console) -> None:
    console.service.codes["code-of-ten-minutes"] = VERIFIER
    address = "https://xa.vn/?code=code-of-ten-minutes&oa_id=1"
    code, out, _ = console.runs("zalo", "login", "--verifier", VERIFIER, stdin=address + "\n")
    assert code == 0
    number = console.service.oa_id
    assert f"“UBND xã Bến Lụa” (number {number}, https://zalo.me/{number})" in out
    assert "xã Bến Lụa. Restart motcua run" in out
    assert "code-of" not in out
    assert not any(token in out for token in console.service.pair)
    code, out, _ = console.runs("zalo", "status")
    assert code == 0
    assert "package Growth, verified." in out
    assert "Sent by: nothing sent yet." in out
    assert "Quota cs: 500 of 500 left." in out


def test_what_to_open_is_told_with_the_challenge_of_its_verifier(console: Console) -> None:
    out = console.runs("zalo", "login", stdin="\n")[1]
    verifier = out.split("--verifier ")[1].split()[0]
    assert len(verifier) == 43
    assert write_challenge(verifier) in out
    assert console.service.app_id in out


def test_the_challenge_is_the_standard_s() -> None:
    assert write_challenge(VERIFIER) == "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"  # RFC 7636


def test_a_pair_from_the_explorer_is_entered_unseen(console: Console) -> None:
    out = console.logs_in()
    assert not any(token in out for token in console.service.pair)
    assert console.logs_in().count("is connected") == 1  # once more is no other account
    assert console.runs("zalo", "status")[1].count("Account “") == 1


def test_a_government_s_account_is_told_what_may_hinder_it(console: Console) -> None:
    console.service.oa_type = 4
    assert "may refuse to send (-235)" in console.logs_in()


@pytest.mark.parametrize(
    ("arguments", "stdin", "sentence"),
    [
        ((), "\n", "There is no code in what was pasted."),
        (("--code", "wrong-code", "--verifier", "x"), "", "Zalo refuses (-14012)."),
        (("--tokens",), "\n\n", "Both the access token and the refresh token are needed."),
        (("--tokens",), "wrong\nwrong\n", "Zalo refuses (-216)."),
        (("--place", "xã Lũng Tre"), "", "No place called “xã Lũng Tre” is loaded."),
    ],
)
def test_a_login_that_fails_is_one_sentence(
    console: Console, arguments: tuple[str, ...], stdin: str, sentence: str
) -> None:
    code, _, err = console.runs("zalo", "login", *arguments, stdin=stdin)
    assert (code, err.strip().splitlines()[-1]) == (1, sentence)
    assert "There is no Official Account yet" in console.runs("zalo", "status")[1]


def test_without_an_app_or_a_service_it_is_one_sentence(console: Console) -> None:
    code, _, err = console.runs("zalo", "status", MOTCUA_ZALO_APP_ID="")
    assert (code, err) == (1, "MOTCUA_ZALO_APP_ID and MOTCUA_ZALO_APP_SECRET are not set.\n")
    gone = {"MOTCUA_ZALO_OA_URL": "http://127.0.0.1:9"}
    code, _, err = console.runs("zalo", "login", "--tokens", stdin="a\nb\n", **gone)
    assert (code, err.splitlines()[-1]) == (1, "Zalo could not be reached; try again.")


def test_a_status_without_an_answer_still_tells_what_is_known(console: Console) -> None:
    console.logs_in()
    console.service.refuse("getoa", -224, always=True)
    console.service.refuse("quota", -224, always=True)
    code, out, _ = console.runs("zalo", "status", LANG="vi_VN.UTF-8")
    assert code == 0
    assert "không hỏi được Zalo (zalo -224)" in out or "không hỏi được Zalo (-224)" in out
    assert "Mã truy cập: đổi lần cuối" in out


def test_a_lost_consent_is_told(console: Console) -> None:
    console.logs_in()
    console.service.expire()
    console.service.refuse("token", -14014, always=True)
    out = console.runs("zalo", "status")[1]
    assert "Zalo could not be asked (no answer)" in out
    assert "could not be renewed since" in out
    assert "(-14014): motcua zalo login." in out


# Captured events


def capture(console: Console, **more: Any) -> Path:
    event = {
        "event_name": "user_send_text",
        "sender": {"id": "246845883529197922"},
        "recipient": {"id": console.service.oa_id},
        "message": {"text": "xin chào", "msg_id": "7"},
    }
    headers, body = console.service.events.sign(event | more)
    named = {"X-ZEvent-Signature": headers["x-zevent-signature"]}
    named["X-ZEvent-Timestamp"] = headers["x-zevent-timestamp"]
    path = console.folder / "event.json"
    path.write_text(json.dumps({"headers": named, "body": body.decode()}), "utf-8")
    return path


def test_a_captured_event_is_checked(console: Console) -> None:
    capture(console)
    code, out, _ = console.runs("zalo", "verify", "event.json")
    assert code == 0
    assert "The signature matches: app_id + body + header + oa_secret, at " in out
    assert f"Nobody has logged in for the account {console.service.oa_id}" in out
    console.logs_in()
    assert "Nobody" not in console.runs("zalo", "verify", "event.json")[1]


def test_a_body_alone_is_checked_with_its_signature(console: Console) -> None:
    kept = json.loads(capture(console).read_text("utf-8"))
    (console.folder / "body.json").write_bytes(kept["body"].encode())
    signature = kept["headers"]["X-ZEvent-Signature"]
    code, out, _ = console.runs("zalo", "verify", "body.json", "--signature", signature)
    assert code == 0
    assert "app_id + body + body + oa_secret" in out
    code, out, _ = console.runs("zalo", "verify", "body.json")
    assert code == 1
    assert out.startswith("The event has no signature")
    assert '{"headers": {…}, "body": "…"}' in out


def test_a_mismatch_tells_what_to_look_at(console: Console) -> None:
    capture(console)
    code, out, _ = console.runs("zalo", "verify", "event.json", MOTCUA_ZALO_OA_SECRET="wrong")
    assert code == 1
    assert "MOTCUA_ZALO_OA_SECRET is the “OA Secret Key”" in out
    out = console.runs("zalo", "verify", "event.json", MOTCUA_ZALO_APP_ID="1")[1]
    assert f"(this event is of app {console.service.app_id})" in out


def test_a_file_that_is_not_there_is_one_sentence(console: Console) -> None:
    code, _, err = console.runs("zalo", "verify", "nowhere.json")
    assert code == 1
    assert "nowhere.json" in err
