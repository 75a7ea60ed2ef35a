"""What others show: a certificate that ends, is for another name or of nobody's; and the time."""

import asyncio
import datetime as dt
from pathlib import Path

import pytest

from bot.cli import check_outside
from bot.cli.check_findings import Finding, is_urgent, list_todos
from bot.cli.check_outside import check_certificate, check_clock
from bot.clock import SystemClock
from bot.probes import fetch_certificate, fetch_time
from tests.factories.certificates import DAY, Authority, serving
from tests.factories.talk import build_settings

SECOND = dt.timedelta(seconds=1)


@pytest.fixture
def authority(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Authority:
    """Give an authority that this machine trusts."""
    authority = Authority(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(authority.path))
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    return authority


async def look_at(url: str) -> Finding:
    found = await check_certificate(build_settings(public_url=url), now=dt.datetime.now(dt.UTC))
    assert found
    return found


@pytest.mark.parametrize(
    ("host", "since", "until", "fault", "todo", "urgent"),
    [
        ("localhost", -30 * DAY, 60 * DAY, None, [], False),
        ("localhost", -30 * DAY, 13 * DAY, None, ["todo_certificate_soon"], False),
        ("localhost", -30 * DAY, -1 * DAY, "expired", ["todo_certificate"], True),
        ("localhost", 1 * DAY, 60 * DAY, "not_yet", ["todo_certificate"], True),
        ("xa.gov.vn", -30 * DAY, 60 * DAY, "wrong_name", ["todo_certificate"], True),
    ],
)
async def test_a_certificate_is_told_with_its_last_day(
    authority: Authority,
    host: str,
    since: dt.timedelta,
    until: dt.timedelta,
    fault: str | None,
    todo: list[str],
    urgent: bool,
) -> None:
    async with serving(authority.issue(host, since=since, until=until)) as url:
        found = await look_at(url)
    assert found.facts["fault"] == fault
    assert [each.key for each in list_todos([found])] == todo
    assert is_urgent([found]) == urgent
    ends_at = dt.datetime.fromisoformat(str(found.facts["ends_at"]))
    assert abs(ends_at - dt.datetime.now(dt.UTC) - until) < 60 * SECOND
    assert str(found.facts["day"]) in found.say()


async def test_a_certificate_of_nobodys_is_told(
    authority: Authority, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "other").mkdir()
    stranger = Authority(tmp_path / "other")
    async with serving(stranger.issue(until=60 * DAY)) as url:
        found = await look_at(url)
    assert found.facts["fault"] == "untrusted"


async def test_an_address_that_cannot_be_reached_is_told_and_no_error(authority: Authority) -> None:
    found = await look_at("https://localhost:9")
    assert (found.key, list(found.todos)) == ("check_certificate_unreachable", [])
    assert await check_certificate(build_settings(), now=dt.datetime.now(dt.UTC)) is None


async def test_a_server_that_says_nothing_is_not_waited_for() -> None:
    over, ended = asyncio.Event(), asyncio.Semaphore(0)

    async def hang(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await over.wait()
        writer.close()
        await asyncio.wait([asyncio.create_task(writer.wait_closed())])
        ended.release()

    async with await asyncio.start_server(hang, "127.0.0.1", 0) as server:
        port = server.sockets[0].getsockname()[1]
        assert await fetch_certificate(f"https://localhost:{port}", patience=0.2) is None
        assert await fetch_time(f"http://localhost:{port}", patience=0.2) is None
        over.set()
        for _ in range(2):
            await ended.acquire()


@pytest.mark.parametrize("said", [b"", b"nonsense\r\n\r\n", b"HTTP/1.1 200\r\nDate: x\r\n\r\n"])
async def test_a_server_that_says_nonsense_tells_no_time(said: bytes) -> None:
    async def answer(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(said)
        writer.close()

    async with await asyncio.start_server(answer, "127.0.0.1", 0) as server:
        port = server.sockets[0].getsockname()[1]
        assert await fetch_time(f"http://localhost:{port}") is None


# The clock


async def test_the_time_is_read_whatever_the_certificate(authority: Authority) -> None:
    expired = authority.issue(until=-1 * DAY)
    async with serving(expired, off=dt.timedelta(hours=3)) as url, serving(off=None) as silent:
        told = await fetch_time(url)
        assert told
        assert abs(told - dt.datetime.now(dt.UTC) - dt.timedelta(hours=3)) < 5 * SECOND
        assert await fetch_time(silent) is None


async def compare(service: dt.timedelta | None, database: dt.timedelta | None) -> Finding:
    with pytest.MonkeyPatch.context() as patch:
        async with serving(off=service) as url:
            patch.setattr(check_outside, "list_sources", lambda _settings: [url])
            return await check_clock(build_settings(), SystemClock(), ahead=database)


@pytest.mark.parametrize(
    ("service", "database", "source", "urgent"),
    [
        (0 * SECOND, None, "services", False),
        (50 * SECOND, None, "services", False),
        (90 * SECOND, None, "services", True),
        (-3 * 3600 * SECOND, None, "services", True),
        (0 * SECOND, 90 * SECOND, "database", True),
        (20 * SECOND, 12 * SECOND, "database", True),  # as /readyz says
        (0 * SECOND, 1 * SECOND, "services", False),
        (None, -70 * SECOND, "database", True),
        (None, None, None, False),
    ],
)
async def test_the_clock_is_compared_with_whom_there_is(
    monkeypatch: pytest.MonkeyPatch,
    service: dt.timedelta | None,
    database: dt.timedelta | None,
    source: str | None,
    urgent: bool,
) -> None:
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    found = await compare(service, database)
    assert found.facts["source"] == source
    assert is_urgent([found]) == urgent


async def test_the_public_address_is_asked_where_there_is_nobody_else() -> None:
    async with serving(off=2 * 3600 * SECOND) as url:
        found = await check_clock(build_settings(public_url=url), SystemClock())
    assert found.facts["source"] == "address"
    assert is_urgent([found])


async def test_the_time_of_whoever_sits_on_the_line_is_not_believed(
    authority: Authority, tmp_path: Path
) -> None:
    (tmp_path / "other").mkdir()
    lying = Authority(tmp_path / "other").issue(until=60 * DAY)
    elsewhere = authority.issue("xa.gov.vn", until=60 * DAY)
    for shown in (lying, elsewhere):
        async with serving(shown, off=dt.timedelta(hours=3)) as url:
            assert await fetch_time(url) is None
