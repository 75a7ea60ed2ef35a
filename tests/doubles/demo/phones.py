"""Phones as the page shows them: what was sent, what was shown, and what may be pressed."""

import base64
import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from zoneinfo import ZoneInfo

from tests.doubles.base import Phone, Shown
from tests.doubles.demo.people import ZALO_OA, Person
from tests.doubles.demo.switches import Switches
from tests.doubles.telegram_phone import TelegramPhone
from tests.doubles.zalo_oa_phone import OaPhone

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")
OFFLINE, BUSY, BLOCKED = "offline", "busy", "blocked"
FILES = {"photo": "Ảnh", "document": "Tệp", "form": "Mẫu xin họ tên, số điện thoại, địa chỉ"}
SHARE = "Chia sẻ thông tin"  # what Zalo writes under a form that asks for one's details
SHARED = {"name": "Nguyễn Thị Hoa", "phone": "84912345678", "address": "thôn Đình, xã Bến Lụa"}
ODD = {
    "sticker": "Nhãn dán",
    "voice": "Tin thoại",
    "contact": "Danh thiếp",
    "location": "Vị trí",
    "unsupported": "Loại tin khác",
}
Line = dict[str, Any]


@dataclass(slots=True)
class Handset:
    """One person's phone, with everything that passed on it in its order."""

    person: Person
    phone: Phone
    switches: Switches
    now: Callable[[], dt.datetime]
    code: str = ""
    find_photo: Callable[[Shown], bytes | None] = lambda _: None
    is_blocked: bool = False
    _lines: list[Line] = field(default_factory=list)
    _heard: list[int] = field(default_factory=list)  # where in the lines each shown message stands

    def describe(self) -> Line:
        """Describe the phone as the page draws it."""
        self._look()
        person, phone = self.person, self.phone
        states = {
            OFFLINE: self.switches.is_offline,
            BUSY: self.switches.is_busy,
            BLOCKED: self.is_blocked,
        }
        return {
            "id": person.id,
            "service": person.service,
            "title": person.title,
            "who": person.who,
            "hints": list(person.hints),
            "code": self.code,
            "faults": [kind for kind, is_on in states.items() if is_on],
            "can_block": isinstance(phone, TelegramPhone | OaPhone),
            "has_staff": person.service == ZALO_OA,
            "lines": self._lines,
        }

    async def says(self, text: str) -> None:
        """Send a text."""
        self._add("own", text)
        if text == self.code:
            self.code = ""
        await self.phone.says(text)

    async def presses(self, label: str) -> None:
        """Press what is labelled so."""
        self._add("note", f"Đã bấm “{label}”")
        if label == SHARE and isinstance(self.phone, OaPhone):
            await self.phone.submits(**SHARED)
        else:
            await self.phone.presses(label)

    async def sends_photo(self, url: str, caption: str) -> None:
        """Send the photo of a data URL."""
        self._add("own", caption, photo=url)
        await self.phone.sends_photo(base64.b64decode(url.partition(",")[2]), caption)

    async def sends_odd(self, kind: str) -> None:
        """Send what is neither text nor photo."""
        self._add("own", "", files=[ODD[kind]])
        await self.phone.sends_odd(kind)

    async def switch(self, kind: str, *, on: bool) -> None:
        """Switch a fault on or off; an unblocked account is followed again."""
        if kind == OFFLINE:
            self.switches.is_offline = on
        elif kind == BUSY:
            self.switches.is_busy = on
        else:
            self.is_blocked = on
            await self._block()

    async def _block(self) -> None:
        if isinstance(self.phone, TelegramPhone):
            self.phone.blocks(blocked=self.is_blocked)
        elif isinstance(self.phone, OaPhone) and self.is_blocked:
            self.phone.blocks()
        elif isinstance(self.phone, OaPhone):
            await self.phone.follows()

    def note(self, text: str) -> None:
        """Write something between the messages."""
        self._add("note", text)

    def _look(self) -> None:
        """Take over what was shown since, and which buttons are left."""
        for shown in self.phone.heard()[len(self._heard) :]:
            self._heard.append(len(self._lines))
            self._lines.append(self._draw(shown))
        if isinstance(self.phone, TelegramPhone):
            for number, (_, buttons) in zip(self._heard, self.phone.sees(), strict=True):
                self._lines[number]["buttons"] = list(buttons)

    def _draw(self, shown: Shown) -> Line:
        photo = self.find_photo(shown)
        files = [] if photo else [FILES.get(each, each) for each in shown.files]
        buttons = [SHARE] if "form" in shown.files else []
        url = f"data:image/jpeg;base64,{base64.b64encode(photo).decode()}" if photo else ""
        return self._line("bot", shown.text, photo=url, files=files, buttons=buttons)

    def _add(self, by: str, text: str, **beside: Any) -> None:
        self._look()
        self._lines.append(self._line(by, text, **beside))

    def _line(self, by: str, text: str, **beside: Any) -> Line:
        at = self.now().astimezone(HANOI).strftime("%H:%M")
        return {"by": by, "text": text, "at": at, "photo": "", "files": [], "buttons": []} | beside
