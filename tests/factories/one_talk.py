"""A talk that is the same on every phone, and what a person saw of it."""

import asyncio
import contextlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from bot.worker import put_out
from handlers.messages import Reply
from handlers.people import NewInvitation, invite
from handlers.texts import say
from storage.values import Address
from tests.doubles.base import Phone, Shown
from tests.factories.channels import Running, WebPhone

PATIENCE = 3.0  # seconds until what was sent has come in, before a test goes on without it
_CODES = re.compile(r"(PA)\d{6}-\w{6}|(MOI)(-\w{7}){2}")
_WORDS = say("menu_words", says="\0").partition("\0")[0]
_NUMBERS = say("menu_numbers")
_ITEM_CODE = re.compile(r"\bV\d+\b")


@dataclass(slots=True)
class Talk:
    """One person talks to the program; every step is what came of what they did.

    `words` says what buttons stand for where they are not shown as such.
    """

    program: Running
    phone: Phone
    has_menus: bool = False
    words: dict[str, str] = field(default_factory=dict)
    steps: list[Sequence[Shown]] = field(default_factory=list)

    async def says(self, text: str) -> str:
        """Say something; give what was answered."""
        await self.phone.says(text)
        return await self.hears()

    async def shows(self, photo: bytes, caption: str = "") -> str:
        """Send a photo; give what was answered."""
        await self.phone.sends_photo(photo, caption)
        return await self.hears()

    async def sends(self, kind: str) -> str:
        """Send something odd; give what was answered."""
        await self.phone.sends_odd(kind)
        return await self.hears()

    async def presses(self, label: str) -> str:
        """Press a button; where it is not numbered, type what it stands for."""
        shown = self.steps[-1][-1].text
        if self.has_menus and not re.search(rf"^\d+\. {re.escape(label)}$", shown, re.MULTILINE):
            words = self.words[label]
            alone = name_alone(words)
            return await self.says(alone if f"“{alone}”" in shown else words)
        await self.phone.presses(label)
        return await self.hears()

    async def presses_after(self, text: str, label: str) -> str:
        """Say something, then press a button of the answer; give what that was answered."""
        await self.says(text)
        return await self.presses(label)

    async def is_told(self, reply: Reply) -> str:
        """Put something out for this person; give what was shown."""
        app = self.program.app
        channel = app.bots[0].name if app.bots else self.program.way.kind
        address = Address(channel, self.phone.user)
        async with app.database.write() as work:
            born = await put_out(work, [reply], address, courier=app.courier, now=app.clock.now())
        await app.courier.deliver(born)
        return await self.sees()

    async def hears(self, *, comes: bool = True) -> str:
        """Wait until what was sent has come in, let it be answered; give what was shown."""
        app = self.program.app
        if comes:
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(app.wake.wait(), PATIENCE)
        app.wake.clear()
        await app.drain()
        return await self.sees()

    async def sees(self) -> str:
        """Look at the phone; give what is new there."""
        if isinstance(self.phone, WebPhone):
            await self.phone.look()
            self.words |= self.phone.offers()
        known = sum(map(len, self.steps))
        self.steps.append(self.phone.heard()[known:])
        return "\n".join(shown.text for shown in self.steps[-1])


def name_alone(words: str) -> str:
    """Name an item that stands alone in a list by its number there: “nhắc lại 1”."""
    return _ITEM_CODE.sub("1", words)


async def join(talk: Talk) -> str:
    """Send an invitation's code; give what was answered."""
    app = talk.program.app
    new = NewInvitation("xã Bến Lụa", "Phòng Kinh tế", "Trần Văn An")
    return await talk.says(await invite(app.database, new, now=app.clock.now()))


@dataclass(frozen=True, slots=True)
class Seen:
    """What a step showed: the words, and what could be pressed or typed."""

    text: str
    offered: frozenset[str]


def read_steps(talk: Talk, words: Mapping[str, str]) -> list[Seen]:
    """Read what a person saw, whatever it looked like; `words` are the buttons there may be."""
    return [_read_step(step, words if talk.has_menus else {}) for step in talk.steps]


def _read_step(step: Sequence[Shown], words: Mapping[str, str]) -> Seen:
    lines = [line for shown in step for line in shown.text.splitlines() if not shown.files]
    lines = [line for line in lines if line != _NUMBERS]
    offered = {label for shown in step for label in shown.buttons}
    kept = []
    for line in lines:
        found = _find_offers(line, words)
        offered |= found
        kept += [] if found else [line]
    text = " ".join(" ".join(kept).split())
    return Seen(_CODES.sub(r"\1\2…", text), frozenset(offered))


def _find_offers(line: str, words: Mapping[str, str]) -> set[str]:
    """Find the buttons that a line of a menu stands for; none where it is no such line."""
    if words and line.startswith(_WORDS):
        said = {each.casefold() for each in re.findall("“([^”]+)”", line)}
        told = {
            label: {each.casefold(), name_alone(each).casefold()} for label, each in words.items()
        }
        return {label for label, ways in told.items() if ways & said}
    numbered = re.fullmatch(r"\d+\. (.+)", line)
    return {numbered[1]} if numbered and numbered[1] in words else set()
