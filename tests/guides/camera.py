"""A running program over a filled world, and what takes its pictures."""

import io
import os
import secrets
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Locator, Page, sync_playwright

from storage.cipher import Cipher, new_key
from storage.migrate import migrate
from tests.bot.web.conftest import ARGUMENTS, CHROMIUM, RunningSite, run_site
from tests.factories.desk import write_cookie
from tests.factories.desk_world import name_secret

SCREEN, PHONE = (1366, 768), (390, 844)
COLOURS = 128  # of a picture; text stays sharp and a page takes some 40 KB


@dataclass(frozen=True, slots=True)
class Camera:
    """Open pages as somebody of the world and take pictures of them."""

    browser: Browser
    site: RunningSite

    def open(self, who: str, path: str, size: tuple[int, int] = SCREEN) -> Page:
        """Open a page; `who` is "citizen" for a browser that is not let in at the desk."""
        context = self.browser.new_context(
            viewport={"width": size[0], "height": size[1]}, locale="vi-VN"
        )
        context.set_default_timeout(20_000)
        if who != "citizen":
            cipher = Cipher([self.site.key])
            for name, value in write_cookie(cipher, name_secret(who)).items():
                context.add_cookies(
                    [{"name": name, "value": value, "url": f"{self.site.url}/desk"}]
                )
        page = context.new_page()
        page.goto(f"{self.site.url}{path}")
        page.wait_for_load_state("networkidle")
        return page

    def put_away(self) -> None:
        """Close what is open."""
        for context in self.browser.contexts:
            context.close()


Take = Callable[[Camera], Page | Locator]


@dataclass(frozen=True, slots=True)
class Shot:
    """A picture of a guide; `take` does what leads there and gives what is pictured."""

    name: str
    take: Take


@contextmanager
def set_up(folder: Path) -> Iterator[Camera]:
    """Start the program on a fresh database in a folder, and a browser."""
    if not shutil.which(CHROMIUM):
        raise SystemExit(f"{CHROMIUM} is needed to take pictures.")
    database, key = folder / "motcua.sqlite", new_key()
    migrate(f"sqlite:///{database}")
    work = folder / "work"
    work.mkdir()
    running = run_site(database, key, work, module="tests.bot.web.desk.serve")
    site = next(running)
    try:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
            yield Camera(browser, site)
            browser.close()
    finally:
        next(running, None)


def save(picture: bytes, path: Path) -> None:
    """Save a picture small: few colours, no data about its making."""
    with Image.open(io.BytesIO(picture)) as image:
        reduced = image.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
    beside = path.with_name(f".{secrets.token_hex(4)}.png")
    reduced.save(beside, optimize=True)
    os.replace(beside, path)
