"""HTTP to other services: what failed how, which files are fetched, and what is logged."""

import asyncio
import logging
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

import pytest
from aiohttp import web

from bot.channels.base import Refused, TryLater
from bot.channels.wire import Wire
from handlers.files.rules import LARGEST
from tests.doubles.base import Served

HOST = "127.0.0.1"
SECRET = "123:very-secret"
SHORT = 0.8  # seconds; a machine with much to do takes a tenth to connect
Act = Callable[[web.Request], Awaitable[web.StreamResponse]]


@dataclass
class Service(Served):
    """Do with each call what a test says, and remember it."""

    act: Act
    calls: list[tuple[str, str, bytes]] = field(default_factory=list)

    def build_app(self) -> web.Application:
        app = web.Application()
        app.router.add_route("*", "/{path:.*}", self._take)
        return app

    async def _take(self, request: web.Request) -> web.StreamResponse:
        self.calls.append((request.method, request.path_qs, await request.read()))
        return await self.act(request)


@asynccontextmanager
async def open_wire(
    act: Act, *, patience: float = 5, hosts: tuple[str, ...] = (HOST,)
) -> AsyncIterator[tuple[Wire, Service]]:
    async with Service(act) as service:
        wire = Wire(service.url, patience=patience, hosts=hosts)
        try:
            yield wire, service
        finally:
            await wire.close()


def answer(body: str | bytes = '{"ok": true}', status: int = 200, *, packed: str = "") -> Act:
    headers = {"Content-Encoding": packed} if packed else {}

    async def act(request: web.Request) -> web.StreamResponse:
        data = body.encode() if isinstance(body, str) else body
        return web.Response(body=data, status=status, headers=headers)

    return act


def redirect(location: str) -> Act:
    async def act(request: web.Request) -> web.StreamResponse:
        raise web.HTTPFound(location)

    return act


async def cut(request: web.Request) -> web.StreamResponse:
    assert request.transport
    request.transport.abort()
    return web.Response()


async def hang(request: web.Request) -> web.StreamResponse:
    await asyncio.sleep(30)
    return web.Response()


async def dribble(request: web.Request) -> web.StreamResponse:
    """Answer a letter at a time: each comes soon, all of them never."""
    response = web.StreamResponse()
    await response.prepare(request)
    for _ in range(1000):
        await response.write(b" ")
        await asyncio.sleep(0.02)
    return response


async def stop_short(request: web.Request) -> web.StreamResponse:
    response = web.StreamResponse(headers={"Content-Length": "1000"})
    await response.prepare(request)
    await response.write(b'{"ok": tr')
    assert request.transport
    request.transport.abort()
    return response


def is_bare(error: Exception) -> bool:
    """Tell whether what is logged of an error shows none that it came from."""
    return error.__context__ is None or error.__suppress_context__


# Calls


async def test_what_is_sent_and_answered() -> None:
    async with open_wire(answer('{"result": "ế"}', 409)) as (wire, service):
        got = await wire.call("POST", f"/bot{SECRET}/x", json={"text": "chào"}, query={"a": "b"})
    assert (got.status, got.body, got.headers["content-length"]) == (409, {"result": "ế"}, "17")
    (call,) = service.calls
    assert call == ("POST", f"/bot{SECRET}/x?a=b", '{"text":"chào"}'.encode())


async def test_forms_and_files() -> None:
    async with open_wire(answer()) as (wire, service):
        await wire.call("POST", "/form", form={"a": "b c"})
        await wire.call("POST", "/file", files={"file": ("ảnh.jpg", b"\xff\xd8", "image/jpeg")})
    assert service.calls[0][2] == b"a=b+c"
    assert b"\xff\xd8" in service.calls[1][2]


@pytest.mark.parametrize(
    ("act", "lost"),
    [
        (cut, True),
        (hang, True),
        (dribble, True),
        (stop_short, True),
        (answer(""), True),
        (answer("<html>"), True),
        (answer('{"ok": tru'), True),
        (answer("[1]"), True),
        (answer(b"\xff\xfe\x00"), True),
        (answer("[" * 100_000), True),
        (answer(b"no gzip", packed="gzip"), True),
        (answer("{}", 500), False),
        (answer("<html>", 502), False),
        (answer("<html>", 404), False),
        (redirect("https://elsewhere.example/"), False),
    ],
)
@pytest.mark.parametrize("is_sending", [True, False])
async def test_what_may_have_arrived(act: Act, lost: bool, is_sending: bool) -> None:
    async with open_wire(act, patience=SHORT) as (wire, service):
        with pytest.raises(TryLater) as told:
            await wire.call("POST", f"/bot{SECRET}/x", json={}, is_sending=is_sending)
        assert len(service.calls) == 1
    assert told.value.may_have_arrived is (lost and is_sending)
    assert is_bare(told.value)


async def test_where_nobody_listens_nothing_has_arrived() -> None:
    gone = Wire("http://127.0.0.1:1", patience=1)
    with pytest.raises(TryLater) as told:
        await gone.call("POST", "/x", json={})
    await gone.close()
    assert not told.value.may_have_arrived


@pytest.mark.parametrize(
    ("path", "headers", "body"),
    [
        ("ftp://127.0.0.1/x", {}, {}),
        ("http://[::1", {}, {}),
        ("/x", {"access_token": "a\nb"}, {}),
        ("/x", {"access_token": "mã"}, {}),
        ("/x", {}, {"text": "\ud83d"}),
    ],
)
async def test_what_is_ours_to_mend_is_refused(
    path: str, headers: dict[str, str], body: dict[str, str]
) -> None:
    async with open_wire(answer()) as (wire, service):
        with pytest.raises(Refused) as told:
            await wire.call("POST", path, json=body, headers=headers)
        assert not service.calls
    assert str(told.value) == "bad_request"
    assert is_bare(told.value)


async def test_an_address_without_a_scheme_is_a_setting_to_mend() -> None:
    wire = Wire("bot-api.example", patience=1)
    with pytest.raises(Refused, match="bad_request"):
        await wire.call("POST", "/x")
    await wire.close()


async def test_a_call_ends_in_time_however_slowly_it_is_answered() -> None:
    async with open_wire(dribble) as (wire, _):
        began = time.monotonic()
        with pytest.raises(TryLater):
            await wire.call("POST", "/x", patience=0.1)
        assert time.monotonic() - began < 2


async def test_after_a_cut_the_next_call_works() -> None:
    turns = iter([cut, answer(), hang, answer()])

    async def act(request: web.Request) -> web.StreamResponse:
        return await next(turns)(request)

    async with open_wire(act, patience=SHORT) as (wire, _):
        for _ in range(2):
            with pytest.raises(TryLater):
                await wire.call("POST", "/x")
            assert (await wire.call("POST", "/x")).body == {"ok": True}


# Files


async def test_a_file_with_its_name() -> None:
    async with open_wire(answer(b"\xff\xd8" * 1000)) as (wire, service):
        upload = await wire.fetch(f"{service.url}/a/%E1%BA%A3nh%20%C4%91%E1%BA%B9p.jpg?sig=x")
    assert (upload.name, upload.size) == ("ảnh đẹp.jpg", 2000)
    assert upload.stream.read() == b"\xff\xd8" * 1000


@pytest.mark.parametrize(
    ("url", "code"),
    [
        ("https://evil.example/a.jpg", "foreign_host"),
        ("https://evilzdn.vn/a.jpg", "foreign_host"),
        ("https://zdn.vn.evil.example/a.jpg", "foreign_host"),
        ("https://zdn.vn@evil.example/a.jpg", "foreign_host"),
        ("https://evil.example/#zdn.vn", "foreign_host"),
        ("https://zdn.vn./a.jpg", "foreign_host"),
        ("https://10.0.0.1/a.jpg", "foreign_host"),
        ("https://169.254.169.254/latest/meta-data", "foreign_host"),
        ("https://localhost/a.jpg", "foreign_host"),
        ("https://[::1]/a.jpg", "foreign_host"),
        ("https://2130706433/a.jpg", "foreign_host"),
        ("http://photo.zdn.vn/a.jpg", "not_https"),
        ("ftp://photo.zdn.vn/a.jpg", "not_https"),
        ("file:///etc/passwd", "foreign_host"),
        ("/a.jpg", "foreign_host"),
        ("", "foreign_host"),
        ("https://", "foreign_host"),
        ("https://[", "foreign_host"),
        ("https://zdn.vn:22/a.jpg", "not_https"),
        ("https://zdn.vn:99999/", "not_https"),
        ("https://zdn.vn/\x00", "bad_url"),
    ],
)
async def test_what_is_not_fetched(url: str, code: str) -> None:
    wire = Wire("https://bot-api.example", patience=1, hosts=["zdn.vn", "127.0.0.1"])
    with pytest.raises(Refused) as told:
        await wire.fetch(url)
    await wire.close()
    assert str(told.value) == code


@pytest.mark.parametrize(
    ("location", "code"),
    [
        ("https://10.0.0.1/a.jpg", "foreign_host"),
        ("http://localhost/a.jpg", "foreign_host"),
        ("//evil.example/a.jpg", "foreign_host"),
        ("/again", "too_many_redirects"),
    ],
)
async def test_redirects_are_checked_again(location: str, code: str) -> None:
    async with open_wire(redirect(location)) as (wire, service):
        with pytest.raises(Refused) as told:
            await wire.fetch(f"{service.url}/a.jpg")
        assert len(service.calls) == (4 if location == "/again" else 1)
    assert str(told.value) == code


async def test_three_redirects_are_followed() -> None:
    async def act(request: web.Request) -> web.StreamResponse:
        step = int(request.path.lstrip("/"))
        if step < 3:
            raise web.HTTPFound(f"/{step + 1}")
        return web.Response(body=b"data")

    async with open_wire(act) as (wire, service):
        upload = await wire.fetch(f"{service.url}/0")
    assert (upload.name, upload.stream.read()) == ("0", b"data")


@pytest.mark.parametrize("is_told", [True, False])
async def test_what_is_too_large_is_not_read_to_its_end(is_told: bool) -> None:
    sent = 0

    async def act(request: web.Request) -> web.StreamResponse:
        nonlocal sent
        length = {"Content-Length": str(LARGEST * 4)} if is_told else {}
        response = web.StreamResponse(headers=length)
        await response.prepare(request)
        while sent < LARGEST * 4:
            await response.write(bytes(1024 * 1024))
            sent += 1024 * 1024
        return response

    async with open_wire(act) as (wire, service):
        with pytest.raises(Refused, match="too_large"):
            await wire.fetch(f"{service.url}/a.jpg")
    assert sent < (LARGEST // 2 if is_told else LARGEST * 2)


async def test_a_packed_file_is_not_unpacked() -> None:
    async with open_wire(answer(b"x" * 100, packed="gzip")) as (wire, service):
        assert (await wire.fetch(f"{service.url}/a.jpg")).size == 100


@pytest.mark.parametrize(
    ("act", "expected"),
    [
        (answer("", 404), Refused("http_404")),
        (answer("", 403), Refused("http_403")),
        (answer("", 204), Refused("http_204")),
        (answer("", 304), Refused("http_304")),
        (answer("", 429), TryLater()),
        (answer("", 503), TryLater()),
        (cut, TryLater()),
        (hang, TryLater()),
        (stop_short, TryLater()),
    ],
)
async def test_a_file_that_does_not_come(act: Act, expected: Exception) -> None:
    async with open_wire(act, patience=SHORT) as (wire, service):
        with pytest.raises(type(expected)) as told:
            await wire.fetch(f"{service.url}/a.jpg")
    assert str(told.value) == str(expected)


# Logs


async def test_no_log_holds_an_address(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        async with open_wire(answer()) as (wire, service):
            await wire.call("POST", f"/bot{SECRET}/x", json={"text": "riêng tư"})
            await wire.fetch(f"{service.url}/{SECRET}.jpg")
            with pytest.raises(TryLater):
                await wire.call("POST", f"http://127.0.0.1:1/{SECRET}")
    assert SECRET not in caplog.text
    assert not [each for each in caplog.records if each.name.startswith(("httpx", "httpcore"))]
