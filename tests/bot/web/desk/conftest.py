"""A running program over a filled world, and browsers of its people.

The world is one for the tests of a module: a test leaves what others need as it was.
"""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import axe_playwright_python
import pytest
from playwright.sync_api import Browser, Page

from storage.cipher import Cipher
from tests.bot.web.conftest import RunningSite, Watcher, run_site
from tests.factories.desk import write_cookie
from tests.factories.desk_world import name_secret

OLD_SCREEN, PHONE = (1366, 768), (390, 844)
OpenPage = Callable[..., Page]


@pytest.fixture(scope="module")
def desk_site(
    sqlite_template: Path, keys: list[str], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[RunningSite]:
    database = tmp_path_factory.mktemp("desk") / "motcua.sqlite"
    shutil.copyfile(sqlite_template, database)
    folder = tmp_path_factory.mktemp("work")
    yield from run_site(database, keys[0], folder, module="tests.bot.web.desk.serve")


@pytest.fixture
def open_desk(browser: Browser, desk_site: RunningSite, watcher: Watcher) -> Iterator[OpenPage]:
    """Open a page as one of the world's people: open_desk("clerk", "/desk/phan-anh")."""
    contexts = []

    def open_page(who: str, path: str = "/desk", size: tuple[int, int] = OLD_SCREEN) -> Page:
        viewport = {"width": size[0], "height": size[1]}
        context = browser.new_context(viewport=viewport, locale="vi-VN")  # type: ignore[arg-type]
        contexts.append(context)
        context.set_default_timeout(15_000)
        for name, value in write_cookie(Cipher([desk_site.key]), name_secret(who)).items():
            context.add_cookies([{"name": name, "value": value, "url": f"{desk_site.url}/desk"}])
        page = context.new_page()
        watcher.watch(page)
        page.goto(f"{desk_site.url}{path}")
        page.wait_for_function("window.socket?.connected ?? window.did_handshake ?? true")
        return page

    yield open_page
    for context in contexts:
        context.close()


@dataclass(frozen=True)
class Violation:
    """What axe-core has found wrong on a page."""

    rule: str
    where: str


def find_violations(page: Page) -> list[Violation]:
    """Check what a page shows now against WCAG 2.2 A and AA and axe-core's best practices."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(Path(axe_playwright_python.__file__).with_name("axe.min.js").read_text())
    tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
    found = page.evaluate("tags => axe.run(document, {runOnly: tags})", tags)
    return [
        Violation(each["id"], node["html"][:200])
        for each in found["violations"]
        for node in each["nodes"]
    ]
