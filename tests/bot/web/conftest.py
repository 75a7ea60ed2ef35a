"""A site over a real database, asked without a socket; and one in a process, seen by a browser."""

import contextlib
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Browser, Page, Request, sync_playwright

from bot.app import App, build
from bot.channels.web import WebChannel
from bot.web.site import build_site
from knowledge.search.words import WordEmbedder
from storage.database import Database
from tests.factories.talk import FixedClock, build_settings

ROOT = Path(__file__).parents[3]
CHROMIUM = "/usr/bin/chromium"
ARGUMENTS = [
    "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock()


@pytest.fixture
async def app(sqlite: Database, clock: FixedClock) -> AsyncIterator[App]:
    async with sqlite.write() as work:
        await work.localities.ensure("xã Bến Lụa")
    app = build(build_settings(), sqlite, clock=clock, embedder=WordEmbedder())
    yield app
    app.library.close()


@pytest.fixture
async def visitor(app: App) -> AsyncIterator[httpx.AsyncClient]:
    """A browser without script."""
    site = build_site(app, WebChannel())
    transport = httpx.ASGITransport(site, raise_app_exceptions=False)
    async with (
        site.router.lifespan_context(site),
        httpx.AsyncClient(transport=transport, base_url="http://motcua.test") as client,
    ):
        yield client


@dataclass
class RunningSite:
    """A site in a process of its own; it can be killed and started again at the same place."""

    url: str
    database: str
    key: str
    folder: Path
    module: str = "tests.bot.web.serve"
    process: subprocess.Popen[bytes] | None = field(default=None, init=False)

    def start(self) -> None:
        port = self.url.rsplit(":", 1)[1]
        command = [sys.executable, "-m", self.module, self.database, self.key, port]
        environment = os.environ | {"PYTHONPATH": str(ROOT)}
        environment.pop("PYTEST_CURRENT_TEST", None)  # NiceGUI behaves otherwise under it
        self.process = subprocess.Popen(command, cwd=self.folder, env=environment)
        deadline = time.monotonic() + 60
        while not self.is_up():
            assert self.process.poll() is None, "the site did not start"
            assert time.monotonic() < deadline
            time.sleep(0.1)

    def is_up(self) -> bool:
        with contextlib.suppress(OSError):
            return bool(urllib.request.urlopen(f"{self.url}/healthz", timeout=5).status == 200)
        return False

    def stop(self) -> int:
        assert self.process
        self.process.terminate()
        return self.process.wait(timeout=30)

    def kill(self) -> None:
        assert self.process
        self.process.kill()
        self.process.wait(timeout=30)


def run_site(
    database: Path, key: str, folder: Path, *, module: str = "tests.bot.web.serve"
) -> Iterator[RunningSite]:
    if not shutil.which(CHROMIUM):
        pytest.skip(f"{CHROMIUM} is not installed")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    url = f"http://127.0.0.1:{port}"
    site = RunningSite(url, f"sqlite:///{database}", key, folder, module)
    site.start()
    yield site
    if site.process and site.process.poll() is None:
        site.stop()


@pytest.fixture(scope="module")
def running(
    sqlite_template: Path, keys: list[str], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[RunningSite]:
    """A site that the tests of a module share; every page is another citizen's."""
    database = tmp_path_factory.mktemp("site") / "motcua.sqlite"
    shutil.copyfile(sqlite_template, database)
    yield from run_site(database, keys[0], tmp_path_factory.mktemp("work"))


@pytest.fixture
def mortal(sqlite_template: Path, keys: list[str], tmp_path: Path) -> Iterator[RunningSite]:
    """A site of one's own, to kill or to stop."""
    database, folder = tmp_path / "motcua.sqlite", tmp_path / "work"
    shutil.copyfile(sqlite_template, database)
    folder.mkdir()
    yield from run_site(database, keys[0], folder)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    if not shutil.which(CHROMIUM):
        pytest.skip(f"{CHROMIUM} is not installed")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield browser
        browser.close()


@dataclass
class Watcher:
    """What a page asked for and complained of."""

    asked: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def watch(self, page: Page) -> None:
        page.on("request", self._keep)
        page.on("websocket", lambda opened: self.asked.append(opened.url))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("console", lambda m: self.complaints.append(m.text) if m.type == "error" else None)

    def _keep(self, request: Request) -> None:
        self.asked.append(request.url)


@pytest.fixture
def watcher() -> Watcher:
    return Watcher()


@pytest.fixture
def page(browser: Browser, watcher: Watcher) -> Iterator[Page]:
    """A phone's browser."""
    context = browser.new_context(viewport={"width": 390, "height": 844}, locale="vi-VN")
    context.set_default_timeout(15_000)
    page = context.new_page()
    watcher.watch(page)
    yield page
    context.close()
