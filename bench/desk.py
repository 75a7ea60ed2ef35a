"""Measure the desk of an office with 5,000 cases and 20,000 due days.

python -m bench.desk
python -m bench.desk --quick
"""

import argparse
import asyncio
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from urllib.request import urlopen

import psutil  # type: ignore[import-untyped]
from playwright.sync_api import Browser, Page, sync_playwright
from playwright.sync_api import TimeoutError as TooLate
from rich.console import Console

from bench.desk_lists import measure_lists
from bench.desk_scene import SHORT, Size, fill_scene
from bench.figures import Figure, show_figures
from bench.starting import find_port
from bot.app import App, build
from bot.tuning import keep_pauses_short
from bot.web.desk.frame import MENU
from knowledge.cases.states import CaseState
from knowledge.cases.steps import Action
from knowledge.search.words import WordEmbedder
from storage.cipher import Cipher, new_key
from storage.database import Database
from storage.migrate import migrate
from tests.factories.desk import write_cookie
from tests.factories.desk_world import RunningClock, name_secret
from tests.factories.talk import build_settings

ROOT = Path(__file__).parents[1]
CHROMIUM = "/usr/bin/chromium"
ARGUMENTS = ("--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking")
LOAD, SHOWN, CHAT = 1_500, 1_000, 2_000  # ms
ROUNDS = 5
NEVER = 99_999.0  # ms
WHO = "clerk"
# A live part or what else a page has built: the menu alone is not yet the page.
_BUILT = "() => document.querySelector('#desk-content h1 ~ *') !== null"
_ACCEPTED = "() => document.querySelector('tbody tr')?.innerText.includes('Đã tiếp nhận')"
_USABLE = "() => window.socket?.connected ?? window.did_handshake ?? true"


@dataclass(frozen=True, slots=True)
class Office:
    """A filled database, with the program open on it in this process."""

    app: App
    url: str
    key: str


async def open_office(folder: Path, size: Size) -> Office:
    """Fill a database in a folder."""
    url, key = f"sqlite:///{folder}/motcua.sqlite", new_key()
    migrate(url)
    settings = build_settings(files_dir=str(folder / "files"))
    database = Database(url, Cipher([key]))
    app = build(settings, database, clock=RunningClock(), embedder=WordEmbedder())
    await fill_scene(app, size)
    return Office(app, url, key)


async def measure_office(folder: Path, *, is_quick: bool) -> list[Figure]:
    """Measure what the server does by itself, then what a browser sees of it."""
    office = await open_office(folder, SHORT if is_quick else Size())
    with keep_pauses_short():  # as the program does
        figures = await measure_lists(office.app, WHO, rounds=4 if is_quick else 20)
    if shutil.which(CHROMIUM):
        rounds = 1 if is_quick else ROUNDS
        with _start_site(folder, office) as (url, process):
            await asyncio.to_thread(_wait_for, url)
            figures += await asyncio.to_thread(_measure_pages, url, office.key, rounds)
            figures += await _measure_change(office, url)
            memory = psutil.Process(process).memory_info().rss / 2**20
            figures.append(Figure("memory of the program afterwards", memory, "MB"))
    await office.app.close()
    return figures


@contextmanager
def _start_site(folder: Path, office: Office) -> Iterator[tuple[str, int]]:
    """Start the whole program in a process of its own; give its address and number."""
    port = find_port()
    command = [sys.executable, "-m", "tests.bot.web.desk.serve", office.url, office.key, str(port)]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    environment.pop("PYTEST_CURRENT_TEST", None)  # NiceGUI behaves otherwise under it
    process = subprocess.Popen(command, cwd=folder, env=environment, stdout=subprocess.DEVNULL)
    try:
        yield f"http://127.0.0.1:{port}", process.pid
    finally:
        process.terminate()
        process.wait(timeout=30)


def _wait_for(url: str) -> None:
    until = time.perf_counter() + 60
    while time.perf_counter() < until:
        try:
            with urlopen(f"{url}/healthz", timeout=5):
                return
        except OSError:
            time.sleep(0.1)
    raise AssertionError("the site did not start")


def _measure_pages(url: str, key: str, rounds: int) -> list[Figure]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=[*ARGUMENTS])
        page = _open_browser(browser, url, key)
        figures = []
        for entry in MENU:
            first = _time_load(page, f"{url}{entry.path}")
            later = [_time_load(page, f"{url}{entry.path}") for _ in range(rounds)]
            figures.append(Figure(f"page {entry.path}, the first time", first, "ms"))
            figures.append(
                Figure("  again, content shown (median)", statistics.median(later), "ms", LOAD)
            )
        chat = [_time_load(page, f"{url}/", built=_USABLE) for _ in range(rounds)]
        figures.append(Figure("chat usable (median)", statistics.median(chat), "ms", CHAT))
        browser.close()
    return figures


def _open_browser(browser: Browser, url: str, key: str) -> Page:
    context = browser.new_context(viewport={"width": 1366, "height": 768}, locale="vi-VN")
    for name, value in write_cookie(Cipher([key]), name_secret(WHO)).items():
        context.add_cookies([{"name": name, "value": value, "url": f"{url}/desk"}])
    return context.new_page()


def _time_load(page: Page, address: str, *, built: str = _BUILT) -> float:
    """Return the milliseconds from asking for a page until its content stands there.

    A page that does not come within 30 s has taken that long: the others are measured, too.
    """
    started = time.perf_counter()
    with suppress(TooLate):
        page.goto(address, wait_until="commit")
        page.wait_for_function(built, polling=20)
    return (time.perf_counter() - started) * 1_000


async def _measure_change(office: Office, url: str) -> list[Figure]:
    """Accept a case in this process, and see when a page of the other one shows it."""
    app = office.app
    async with app.database.read() as work:
        [case, *_] = await work.cases.list_in([CaseState.RECEIVED], limit=1)
        people = await work.people.list_all(on=app.clock.now().date())
    clerk = next(person for person in people if person.role == WHO)

    async def accept() -> None:
        async with app.database.write() as work:
            doer = app.desk.find_doer(case, None, clerk)
            await app.desk.move(work, case, Action.ACCEPT, doer, now=app.clock.now())

    loop = asyncio.get_running_loop()

    def press() -> None:
        asyncio.run_coroutine_threadsafe(accept(), loop).result()

    shown = await asyncio.to_thread(_watch_change, url, office.key, case.code, press)
    return [Figure("a change made elsewhere, until it is shown", shown, "ms", SHOWN)]


def _watch_change(url: str, key: str, code: str, press: Callable[[], None]) -> float:
    spent = NEVER
    with sync_playwright() as playwright, suppress(TooLate):
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=[*ARGUMENTS])
        page = _open_browser(browser, url, key)
        page.goto(f"{url}/desk/phan-anh?xem=tat-ca&tim={code}")
        row = page.locator("tbody tr", has_text=code)
        row.get_by_text("Chờ tiếp nhận").wait_for()
        page.wait_for_timeout(1_500)  # the page must be listening
        press()
        started = time.perf_counter()
        page.wait_for_function(_ACCEPTED, polling=20)
        spent = (time.perf_counter() - started) * 1_000
        browser.close()
    return spent


def main(arguments: Sequence[str] | None = None) -> None:
    """Print one table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="little, to see that it runs")
    given = parser.parse_args(arguments)
    if not shutil.which(CHROMIUM):
        Console().print(f"{CHROMIUM} is not installed: pages are not measured")
    with tempfile.TemporaryDirectory() as folder:
        figures = asyncio.run(measure_office(Path(folder), is_quick=given.quick))
    show_figures("the desk", figures)


if __name__ == "__main__":
    main()
