"""A double of the Telegram Bot API that python-telegram-bot and aiogram are content with.

Lengths are counted in UTF-16 units, the strictest reading of what is documented.
"""

import asyncio
import contextlib
import json
import time
from collections import deque
from typing import Any, Self

from aiohttp import web

from tests.doubles.base import Fault, Faults, Served, fail_wire
from tests.doubles.telegram_feed import Feed
from tests.doubles.telegram_methods import Methods
from tests.doubles.telegram_phone import TelegramPhone
from tests.doubles.telegram_store import Store
from tests.doubles.telegram_text import ApiError, Json

TOKEN = "123456789:AAHfR7x2vQkLm3NcPz9sTdWyBg5JuEo1XiK"
LARGEST_BODY = 60 * 1024 * 1024
BY_CHANCE = frozenset(
    [
        "sendMessage",
        "sendPhoto",
        "sendDocument",
        "sendChatAction",
        "editMessageText",
        "editMessageReplyMarkup",
        "deleteMessage",
        "answerCallbackQuery",
        "getFile",
    ]
)
TAKEN = (Fault.CUT, Fault.HANG, Fault.MALFORMED)  # the call has its effect all the same
SHAPING = (Fault.TWICE, Fault.SWAPPED)


class TelegramDouble(Served):
    """Serve one bot; `hook` is where its updates are brought, if anywhere."""

    def __init__(self, token: str = TOKEN, *, faults: Faults | None = None) -> None:
        self.token = token
        self.faults = faults or Faults()
        self.bot: Json = {
            "id": int(token.partition(":")[0]),
            "is_bot": True,
            "first_name": "Một cửa",
            "username": "motcua_bot",
        }
        self.calls: deque[tuple[str, str, float]] = deque(maxlen=50_000)
        self.store = Store(self.bot)
        self.feed = Feed(self.faults)
        self._methods = Methods(self.store, self.feed).by_name
        self._names = {name.lower(): name for name in self._methods}
        self._refusals: dict[str, deque[ApiError]] = {}

    @property
    def hook(self) -> str | None:
        """The webhook, as set by the bot or by a test."""
        return self.feed.hook

    @hook.setter
    def hook(self, url: str | None) -> None:
        self.feed.set_hook(url, self.feed.secret)

    def settings(self) -> dict[str, object]:
        """Give the settings of a program that uses this double."""
        return {"telegram_tokens": [self.token], "telegram_url": self.url}

    def phone(self, user: str) -> TelegramPhone:
        """Give a person's telephone; `user` is a number, written out."""
        return TelegramPhone(user, self.store, self.feed)

    def refuse(self, method: str, code: int, description: str, **parameters: int) -> None:
        """Let the next call of a method be refused with these words."""
        error = ApiError(code, description, **parameters)
        self._refusals.setdefault(method, deque()).append(error)

    def count_calls(self, method: str) -> int:
        """Count the calls of a method, failed ones among them."""
        return sum(name == method for name, _, _ in self.calls)

    async def __aenter__(self) -> Self:
        await super().__aenter__()
        self._pushing = asyncio.create_task(self.feed.push())
        return self

    async def __aexit__(self, *details: object) -> None:
        self._pushing.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await self._pushing
        await super().__aexit__(*details)

    def build_app(self) -> web.Application:
        """Build the routes."""
        app = web.Application(client_max_size=LARGEST_BODY)
        app.router.add_route("*", "/bot{token:[^/]+}/{method}", self._take)
        app.router.add_get("/file/bot{token:[^/]+}/{path:.+}", self._download)
        return app

    async def _take(self, request: web.Request) -> web.StreamResponse:
        try:
            self._check_token(request.match_info["token"])
            name = self._names.get(request.match_info["method"].lower(), "")
            if not name:
                raise ApiError(404, "Not Found: method not found")
            call = await _read_call(request)
            self.calls.append((name, str(call.get("chat_id", "")), time.monotonic()))
            return await self._answer(request, name, call)
        except ApiError as error:
            return web.json_response(error.body, status=error.code)

    async def _answer(self, request: web.Request, name: str, call: Json) -> web.StreamResponse:
        fault = self.faults.take(name, by_chance=name in BY_CHANCE)
        self._refuse(name, fault)
        if fault in SHAPING:
            self.feed.shape_next(fault)
        is_asking = name == "getUpdates"
        result: object = None
        if fault not in (*TAKEN, Fault.BROKEN) or (fault in TAKEN and not is_asking):
            result = await self._methods[name](call)
        failed = await fail_wire(request, fault, self.faults.hang)
        return failed or web.json_response({"ok": True, "result": result})

    def _refuse(self, name: str, fault: Fault) -> None:
        """Refuse a call as scripted."""
        if waiting := self._refusals.get(name):
            raise waiting.popleft()
        seconds = self.faults.retry_after
        if fault is Fault.BUSY:
            words = f"Too Many Requests: retry after {seconds}"
            raise ApiError(429, words, retry_after=seconds)
        if fault is Fault.BUSY_SILENT:
            raise ApiError(429, "Too Many Requests")
        if fault is Fault.BLOCKED:
            raise ApiError(403, "Forbidden: bot was blocked by the user")
        if fault is Fault.UNAUTHORIZED:
            raise ApiError(401, "Unauthorized")

    def _check_token(self, token: str) -> None:
        if not token.partition(":")[0].isdecimal():
            raise ApiError(404, "Not Found")
        if token != self.token:
            raise ApiError(401, "Unauthorized")

    async def _download(self, request: web.Request) -> web.StreamResponse:
        try:
            self._check_token(request.match_info["token"])
        except ApiError as error:
            return web.json_response(error.body, status=error.code)
        fault = self.faults.take("file")
        if failed := await fail_wire(request, fault, self.faults.hang):
            return failed
        path = request.match_info["path"]
        found = [kept.data for kept in self.store.files.values() if kept.path == path]
        if not found:
            return web.json_response(ApiError(404, "Not Found").body, status=404)
        return web.Response(body=found[0], content_type="application/octet-stream")


async def _read_call(request: web.Request) -> Json:
    """Read arguments from the address, a JSON body or a form; a file is (bytes, name)."""
    call: Json = dict(request.query)
    if request.content_type == "application/json":
        call |= await _read_body(request)
    elif request.body_exists:
        for name, value in (await request.post()).items():
            call[name] = _read_field(value)
    return call


def _read_field(value: "str | bytes | bytearray | web.FileField") -> Any:
    if isinstance(value, web.FileField):
        return value.file.read(), value.filename
    return value


async def _read_body(request: web.Request) -> Json:
    try:
        body = json.loads(await request.read() or b"{}")
    except ValueError:
        raise ApiError(400, "Bad Request: can't parse JSON object") from None
    return body if isinstance(body, dict) else {}
