"""The page that plays the phones, and what it asks for."""

import datetime as dt
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from aiohttp import web

from tests.doubles.demo.phones import HANOI, Handset

FOLDER = Path(__file__).parent / "page"
LARGEST = 20 * 1024 * 1024  # bytes of a photo as the page writes it
WEEKDAYS = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật")
HEADERS = {
    "Content-Security-Policy": "default-src 'self'; img-src 'self' data:",
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
}
Act = Callable[[Handset, dict[str, Any]], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the page needs of what runs beside: the time, and where the other pages are."""

    now: Callable[[], dt.datetime]
    move_to: Callable[[str], None]
    staff_answers: Callable[[str, str], Awaitable[None]]
    web: str
    open_desk: Callable[[], Awaitable[str]]


class Page:
    """Serve the page on loopback."""

    def __init__(self, handsets: Mapping[str, Handset], around: Surroundings) -> None:
        self._handsets = handsets
        self._around = around
        self._acts: dict[str, Act] = {
            "says": lambda handset, told: handset.says(told["text"]),
            "presses": lambda handset, told: handset.presses(told["label"]),
            "photo": lambda handset, told: handset.sends_photo(told["photo"], told["caption"]),
            "odd": lambda handset, told: handset.sends_odd(told["kind"]),
            "fault": self._switch,
            "staff": self._answer_as_staff,
        }

    def build_app(self) -> web.Application:
        """Build the routes."""
        app = web.Application(client_max_size=LARGEST)
        for path, name in (("/", "index.html"), *((f"/{n}", n) for n in _list_assets())):
            app.router.add_get(path, _send_asset(name))
        app.router.add_get("/state", self._tell)
        app.router.add_get("/desk", self._open_desk)
        app.router.add_post("/clock", self._move_clock)
        app.router.add_post("/phones/{id}/{act}", self._act)
        return app

    async def _tell(self, _: web.Request) -> web.Response:
        now = self._around.now().astimezone(HANOI)
        state = {
            "now": f"{WEEKDAYS[now.weekday()]} {now:%d/%m/%Y, %H:%M}",
            "web": self._around.web,
            "phones": [handset.describe() for handset in self._handsets.values()],
        }
        return web.json_response(state, headers=HEADERS)

    async def _act(self, request: web.Request) -> web.Response:
        handset = self._handsets.get(request.match_info["id"])
        act = self._acts.get(request.match_info["act"])
        if handset is None or act is None:
            raise web.HTTPNotFound
        try:
            await act(handset, await _read(request))
        except LookupError:
            raise web.HTTPConflict(text="Nút này không còn nữa.") from None
        return web.json_response({})

    async def _move_clock(self, request: web.Request) -> web.Response:
        self._around.move_to((await _read(request))["to"])
        day = self._around.now().astimezone(HANOI)
        for handset in self._handsets.values():
            handset.note(f"{WEEKDAYS[day.weekday()]} {day:%d/%m/%Y}")
        return web.json_response({})

    async def _open_desk(self, _: web.Request) -> web.Response:
        raise web.HTTPFound(await self._around.open_desk())

    async def _switch(self, handset: Handset, told: dict[str, Any]) -> None:
        await handset.switch(told["kind"], on=bool(told["on"]))

    async def _answer_as_staff(self, handset: Handset, told: dict[str, Any]) -> None:
        handset.note("Cán bộ trả lời trong cửa sổ OA, trợ lý tự động tạm im lặng")
        await self._around.staff_answers(handset.person.user, told["text"])


async def _read(request: web.Request) -> dict[str, Any]:
    """Read what a page of ours sent: another site's page cannot send this type unasked."""
    if request.content_type != "application/json":
        raise web.HTTPUnsupportedMediaType
    told: dict[str, Any] = await request.json()
    return told


def _list_assets() -> list[str]:
    return sorted(path.name for path in FOLDER.iterdir())


def _send_asset(name: str) -> Callable[[web.Request], Awaitable[web.FileResponse]]:
    async def send(_: web.Request) -> web.FileResponse:
        return web.FileResponse(FOLDER / name, headers=HEADERS)

    return send
