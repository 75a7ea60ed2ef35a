"""Ways to reach the program, and the phones of the web page and the terminal."""

import re
import uuid
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

import aiohttp

from bot.app import App
from bot.channels.console import ConsoleChannel
from bot.cli.chat import _send as send_line
from bot.web.files import HEADER
from bot.web.thread import FILES_PATH, Line, read_thread
from bot.web.visits import CHAT_COOKIE, Visit, keep_visit
from handlers.messages import Message
from storage.cipher import digest_secret
from storage.values import Address
from tests.doubles.base import Shown
from tests.factories.talk import FixedClock

_MENU = re.compile(r"\[\d+\] (.+?)(?=  \[\d+\] |$)")


@dataclass(frozen=True, slots=True)
class Way:
    """A kind of channel, and how it brings messages."""

    kind: str
    by: str = ""

    @property
    def has_menus(self) -> bool:
        """Tell whether buttons are shown as a menu to type from."""
        return self.kind.startswith("zalo")

    def __str__(self) -> str:
        return f"{self.kind} {self.by}".strip()


# A kind of service reads the same events either way: what is said is shown by one of the ways.
BOTS = (Way("telegram", "polling"), Way("zalo_bot", "webhook"), Way("zalo_oa", "webhook"))
BROUGHT_OTHERWISE = (Way("telegram", "webhook"), Way("zalo_bot", "polling"))


class Running(Protocol):
    """What a phone needs to know of the program."""

    way: Way
    clock: FixedClock
    console: ConsoleChannel
    printed: list[str]
    port: int

    @property
    def app(self) -> App: ...


@dataclass(slots=True)
class WebPhone:
    """A browser: it sends as the page does, and shows the thread as the page reads it."""

    program: Running
    secret: str
    user: str = field(init=False)
    _lines: Sequence[Line] = field(default=(), init=False)

    def __post_init__(self) -> None:
        self.user = digest_secret(self.secret)

    @property
    def address(self) -> Address:
        return Address("web", self.user)

    async def says(self, text: str) -> None:
        app = self.program.app
        message = Message(self.address, uuid.uuid4().hex, text, app.clock.now())
        await app.intake.receive(message)

    async def sends_photo(self, data: bytes, caption: str = "") -> None:
        await keep_visit(self.program.app, Visit(self.secret, is_known=False))
        form = aiohttp.FormData({"text": caption, "id": uuid.uuid4().hex})
        form.add_field("files", data, filename="photo.jpg")
        headers = {HEADER: "1", "Cookie": f"{CHAT_COOKIE}={self.secret}"}
        url = f"http://127.0.0.1:{self.program.port}{FILES_PATH}"
        async with (
            aiohttp.ClientSession() as browser,
            browser.post(url, data=form, headers=headers) as answer,
        ):
            assert answer.status == 200

    async def sends_odd(self, kind: str) -> None:
        raise NotImplementedError(kind)

    async def presses(self, label: str) -> None:
        await self.says(self.offers()[label])

    async def look(self) -> None:
        """Bring the page up to date."""
        self._lines = await read_thread(self.program.app, self.address)

    def heard(self) -> list[Shown]:
        return [_show(line) for line in self._lines if not line.is_own and line.at]

    def offers(self) -> dict[str, str]:
        """Give what the page's buttons say, by their labels."""
        return {b.label: b.says for b in self._lines[-1].buttons} if self._lines else {}


def _show(line: Line) -> Shown:
    return Shown(line.text, tuple(button.label for button in line.buttons), key=line.key)


@dataclass(slots=True)
class ConsolePhone:
    """A terminal, with one person before it."""

    program: Running
    folder: Path
    user: str = "lan"

    async def says(self, text: str) -> None:
        line = self.program.console.read(text)
        await send_line(self.program.app, Address("console", self.user), line)

    async def sends_photo(self, data: bytes, caption: str = "") -> None:
        photo = self.folder / "photo.jpg"
        photo.write_bytes(data)
        await self.says(f'@"{photo}" {caption}')

    async def sends_odd(self, kind: str) -> None:
        raise NotImplementedError(kind)

    async def presses(self, label: str) -> None:
        await self.says(str(self.heard()[-1].buttons.index(label) + 1))

    def heard(self) -> list[Shown]:
        return [_read_print(each) for each in self.program.printed]


def _read_print(printed: str) -> Shown:
    """Take the menu off the end of what was printed."""
    text, _, last = printed.rpartition("\n")
    return Shown(text, tuple(_MENU.findall(last))) if last.startswith("[1] ") else Shown(printed)
