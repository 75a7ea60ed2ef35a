"""The running program behind nginx and Caddy: pages, sockets, uploads, and who asks."""

import contextlib
import datetime as dt
import http.client
import shutil
import socket
import ssl
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect, sync_playwright

from bot.web.receiving import MOST_TOGETHER
from bot.web.thread import FILES_PATH
from handlers.cases.lookup import MOST_MISSES
from knowledge.case_codes import build_code
from tests.bot.test_app import Running
from tests.bot.web.conftest import ARGUMENTS, CHROMIUM
from tests.deploy.proxies import NAME, STARTS, run_proxy, trust_nobody

pytestmark = pytest.mark.slow
MB = 1024 * 1024


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    running = Running(tmp_path_factory.mktemp("program"), "--sample")
    yield running
    running.process.terminate()
    running.process.communicate(timeout=30)


@pytest.fixture(scope="module", params=STARTS)
def port(
    request: pytest.FixtureRequest, program: Running, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[int]:
    with run_proxy(request.param, tmp_path_factory.mktemp(request.param), program.port) as port:
        yield port


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    if not shutil.which(CHROMIUM):
        pytest.skip(f"{CHROMIUM} is not installed")
    with sync_playwright() as playwright:
        arguments = [*ARGUMENTS, f"--host-resolver-rules=MAP {NAME} 127.0.0.1"]
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=arguments)
        yield browser
        browser.close()


class Line(http.client.HTTPSConnection):
    """A connection to this machine by the office's name, from an address of one's own."""

    def __init__(self, port: int, source: str) -> None:
        super().__init__(NAME, port)
        self._source = source

    def connect(self) -> None:
        bare = socket.create_connection(("127.0.0.1", self.port), 60, (self._source, 0))
        self.sock = trust_nobody().wrap_socket(bare, server_hostname=NAME)


@dataclass(frozen=True, slots=True)
class Visitor:
    """Who asks a proxy."""

    port: int
    source: str = "127.0.0.1"

    def ask(
        self, path: str, body: bytes | None = None, headers: dict[str, str] | None = None
    ) -> tuple[int, http.client.HTTPMessage, str]:
        line = Line(self.port, self.source)
        with contextlib.closing(line):
            line.request("GET" if body is None else "POST", path, body, headers or {})
            answer = line.getresponse()
            return answer.status, answer.headers, answer.read().decode("utf-8", "replace")


def test_pages_come_and_know_that_they_are_https(port: int) -> None:
    status, headers, text = Visitor(port).ask("/")
    assert status == 200
    assert "Trợ lý tự động" in text
    assert headers["Strict-Transport-Security"]
    assert "nginx/" not in (headers["Server"] or "")
    assert Visitor(port).ask("/healthz")[0] == 200


@pytest.mark.parametrize("path", ["/metrics", "/readyz"])
def test_what_is_for_us_alone_is_not_there(port: int, path: str) -> None:
    assert Visitor(port).ask(path)[0] == 404


def test_the_chat_answers_through_the_proxy(port: int, browser: Browser) -> None:
    context = browser.new_context(ignore_https_errors=True, locale="vi-VN")
    page, sockets = context.new_page(), list[str]()
    page.on("websocket", lambda opened: sockets.append(opened.url))
    page.goto(f"https://{NAME}:{port}/")
    page.get_by_role("textbox").fill("xin chào")
    page.keyboard.press("Enter")
    expect(page.get_by_role("log")).to_contain_text("Trợ lý tự động", timeout=15_000)
    assert any(url.startswith(f"wss://{NAME}:{port}/_nicegui_ws/") for url in sockets)
    context.close()


def test_the_program_sees_who_asks_and_not_who_he_says_he_is(port: int) -> None:
    form = {"Content-Type": "application/x-www-form-urlencoded"}
    guesser, other = (Visitor(port, f"127.{port % 200 + 1}.0.{n}") for n in (2, 3))
    for number in range(MOST_MISSES + 2):
        code = build_code(dt.date(2026, 11, 23), [0, 0, 1, 2, number])
        claimed = form | {"X-Forwarded-For": f"203.0.113.{number}"}
        status, _, _ = guesser.ask("/tra-cuu", f"ma={code}".encode(), claimed)
    assert status == 429
    assert other.ask("/tra-cuu", f"ma={code}".encode(), form)[0] == 200


class Weigher(BaseHTTPRequestHandler):
    """Tell how much arrived."""

    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def do_POST(self) -> None:
        told = str(len(self.rfile.read(int(self.headers["Content-Length"])))).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(told)))
        self.end_headers()
        self.wfile.write(told)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def weigher() -> Iterator[int]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Weigher)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield server.server_address[1]
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.mark.parametrize("kind", STARTS)
def test_the_largest_form_passes_and_a_larger_one_does_not(
    kind: str, weigher: int, tmp_path: Path
) -> None:
    with run_proxy(kind, tmp_path, weigher) as port:
        status, _, told = Visitor(port).ask(FILES_PATH, bytes(MOST_TOGETHER))
        assert (status, told) == (200, str(MOST_TOGETHER))
        with contextlib.suppress(ConnectionError, ssl.SSLError):  # it need not listen to the end
            assert Visitor(port).ask(FILES_PATH, bytes(60 * MB))[0] in (413, 502)
