"""A double of the Zalo Bot API, as documented and as seen live; several bots may live on it."""

import contextlib
import hashlib
import json
import re
import time
from collections import deque
from collections.abc import Awaitable, Callable, Mapping

from aiohttp import web

from tests.doubles.base import Fault, Faults, Served, fail_wire
from tests.doubles.zalo_bot_phone import ZaloBotPhone
from tests.doubles.zalo_bot_store import SHAPING, BotStore, Hook, Json

TOKEN = "3541029087654321:kLmNoPqRsTuVwXyZaBcDeFgHiJkLmNoP"
LONGEST = 2000
BY_CHANCE = frozenset({"sendMessage", "sendPhoto", "sendSticker", "sendVoice", "sendChatAction"})
TAKEN = (Fault.CUT, Fault.HANG, Fault.MALFORMED)  # the call has its effect all the same
_FAILURES = {
    Fault.BUSY: (429, "Quota exceeded"),  # the service tells no time to wait
    Fault.BUSY_SILENT: (429, "Quota exceeded"),
    Fault.BLOCKED: (400, "Bad Request"),  # told nowhere; this is what suits the documents best
    Fault.UNAUTHORIZED: (401, "Unauthorized"),
}
_OPAQUE = re.compile(r"[0-9a-f]{8,40}")


class ApiError(Exception):
    """Say what the service answers instead of a result."""

    def __init__(self, code: int, description: str) -> None:
        super().__init__(description)
        self.code = code
        self.body = {"ok": False, "description": description, "error_code": code}


class ZaloBotDouble(Served):
    """Serve bots; `quota` messages each. A poll lasts `longest_poll` seconds at most.

    Fields of a photo, the webhook's shape and the status of errors differ between sources:
    `photo_field`, `is_flat`, `fails_with_200`. `reach` stands for the scheme and host of webhooks.
    """

    def __init__(
        self,
        *tokens: str,
        faults: Faults | None = None,
        quota: int = 3000,
        is_flat: bool = False,
        fails_with_200: bool = False,
        photo_field: str = "photo",
        longest_poll: float = 0.3,
    ) -> None:
        self.faults = faults or Faults()
        self.tokens = tokens or (TOKEN,)
        self.bots = {token: BotStore(token, self.faults, quota, is_flat) for token in self.tokens}
        self.outcome = "webhook.ok"
        self.calls: list[tuple[str, Json]] = []
        self.longest_poll = longest_poll
        self._fails_with_200 = fails_with_200
        self._photo_field = photo_field
        self._files: dict[str, bytes] = {}
        self._refusals: dict[str, deque[ApiError]] = {}
        self._methods: Mapping[str, Callable[[BotStore, Json], Awaitable[object]]] = {
            "getMe": _get_me,
            "setWebhook": self._set_webhook,
            "getWebhookInfo": _get_webhook,
            "deleteWebhook": _delete_webhook,
            "sendMessage": _send_message,
            "sendPhoto": _send_photo,
            "sendChatAction": _act,
        }

    @property
    def quota(self) -> int:
        """What the first bot may still send."""
        return self.bots[self.tokens[0]].quota

    @quota.setter
    def quota(self, left: int) -> None:
        for bot in self.bots.values():
            bot.quota = left

    @property
    def reach(self) -> str:
        """Where the public host of webhooks is on this machine."""
        return self.bots[self.tokens[0]].reach

    @reach.setter
    def reach(self, url: str) -> None:
        for bot in self.bots.values():
            bot.reach = url

    def settings(self) -> dict[str, object]:
        """Give the settings of a program that uses this double."""
        tokens = list(self.tokens)
        return {"zalo_bot_tokens": tokens, "zalo_bot_url": self.url, "file_hosts": "127.0.0.1"}

    def phone(self, user: str, token: str | None = None) -> ZaloBotPhone:
        """Give a person's telephone in the chat with a bot; a name becomes an opaque id."""
        if not _OPAQUE.fullmatch(user):
            user = hashlib.sha256(user.encode()).hexdigest()[:20]
        bot = self.bots[token or self.tokens[0]]
        return ZaloBotPhone(user, bot, self._keep, self._photo_field)

    def refuse(self, method: str, code: int, description: str = "") -> None:
        """Let the next call of a method be refused with this code."""
        self._refusals.setdefault(method, deque()).append(ApiError(code, description))

    def count_calls(self, method: str) -> int:
        """Count the calls of a method, failed ones among them."""
        return sum(name == method for name, _ in self.calls)

    def build_app(self) -> web.Application:
        """Build the routes."""
        app = web.Application()
        app.router.add_route("*", "/bot{token:[^/]+}/{method}", self._take)
        app.router.add_get("/photos/{name}", self._download)
        return app

    def _keep(self, data: bytes, suffix: str) -> str:
        name = hashlib.sha256(data).hexdigest()[:24] + suffix
        self._files[name] = data
        return f"{self.url}/photos/{name}"

    async def _download(self, request: web.Request) -> web.StreamResponse:
        if failed := await fail_wire(request, self.faults.take("file"), self.faults.hang):
            return failed
        data = self._files.get(request.match_info["name"])
        return web.Response(body=data) if data is not None else web.Response(status=404)

    async def _take(self, request: web.Request) -> web.StreamResponse:
        try:
            bot = self.bots.get(request.match_info["token"])
            if bot is None:
                raise ApiError(401, "Unauthorized")
            method, call = request.match_info["method"], await _read_call(request)
            self.calls.append((method, call))
            return await self._answer(request, bot, method, call)
        except ApiError as error:
            status = 200 if self._fails_with_200 else error.code
            return web.json_response(error.body, status=status)

    async def _answer(
        self, request: web.Request, bot: BotStore, method: str, call: Json
    ) -> web.StreamResponse:
        if waiting := self._refusals.get(method):
            raise waiting.popleft()
        fault = self.faults.take(method, by_chance=method in BY_CHANCE)
        if fault in _FAILURES:
            raise ApiError(*_FAILURES[fault])
        if fault in SHAPING:
            bot.shape_next(fault)
        if fault in TAKEN:
            with contextlib.suppress(ApiError):
                await self._do(request, bot, method, call)
        if failed := await fail_wire(request, fault, self.faults.hang):
            return failed
        result = await self._do(request, bot, method, call)
        done = {} if method == "sendChatAction" else {"result": result}
        return web.json_response({"ok": True, **done})

    async def _do(self, request: web.Request, bot: BotStore, method: str, call: Json) -> object:
        if method == "getUpdates":
            return await self._get_updates(request, bot, call)
        if method not in self._methods:
            raise ApiError(404, "Not Found")
        return await self._methods[method](bot, call)

    async def _get_updates(self, request: web.Request, bot: BotStore, call: Json) -> Json:
        if bot.hook:
            raise ApiError(400, "Bad Request: webhook is set")
        asked = str(call.get("timeout", "30"))
        if not asked.isdecimal():
            raise ApiError(400, "Bad Request: timeout")
        update = await bot.ask(min(float(asked), self.longest_poll), lambda: _is_there(request))
        if update is None:
            raise ApiError(408, "Request timeout")
        return update

    async def _set_webhook(self, bot: BotStore, call: Json) -> Json:
        url, secret = str(call.get("url", "")), str(call.get("secret_token", ""))
        if not url.startswith("https://") or not 8 <= len(secret) <= 256:
            raise ApiError(400, "Bad Request: url or secret_token")
        bot.hook = Hook(url, secret, _now())
        is_ok = self.outcome == "webhook.ok"
        verified = {"ok": is_ok, "outcome": self.outcome, "status_code": 200 if is_ok else 403}
        return {"url": url, "updated_at": bot.hook.updated_at, "verification": verified}


async def _get_me(bot: BotStore, call: Json) -> Json:
    del call
    return {
        "id": bot.number,
        "account_name": f"bot.{bot.number[-6:]}",
        "account_type": "BASIC",
        "can_join_groups": False,
        "display_name": "Bot Một cửa",
    }


async def _get_webhook(bot: BotStore, call: Json) -> Json:
    del call
    if not bot.hook:
        raise ApiError(404, "Not Found")
    return {"url": bot.hook.url, "updated_at": bot.hook.updated_at}


async def _delete_webhook(bot: BotStore, call: Json) -> Json:
    del call
    bot.hook = None
    return {"url": "", "updated_at": _now()}


async def _send_message(bot: BotStore, call: Json) -> Json:
    user, text = str(call.get("chat_id", "")), str(call.get("text", ""))
    if user not in bot.shown or not 1 <= len(text.encode("utf-16-le")) // 2 <= LONGEST:
        raise ApiError(400, "Bad Request")
    _count(bot)
    return bot.show(user, text)


async def _send_photo(bot: BotStore, call: Json) -> Json:
    user, photo = str(call.get("chat_id", "")), str(call.get("photo", ""))
    if user not in bot.shown or not photo.startswith("https://"):
        raise ApiError(400, "Bad Request")
    _count(bot)
    return bot.show(user, str(call.get("caption", "")), "photo")


async def _act(bot: BotStore, call: Json) -> None:
    if str(call.get("chat_id", "")) not in bot.shown or call.get("action") != "typing":
        raise ApiError(400, "Bad Request")


def _count(bot: BotStore) -> None:
    """Count a message of the month's quota."""
    if bot.quota <= 0:
        raise ApiError(429, "Quota exceeded")
    bot.quota -= 1


async def _read_call(request: web.Request) -> Json:
    """Read arguments from the address, a JSON body or a form."""
    call: Json = dict(request.query)
    if request.content_type != "application/json":
        return call | dict(await request.post())
    try:
        body = json.loads(await request.read() or b"{}")
    except ValueError:
        raise ApiError(400, "Bad Request") from None
    return call | (body if isinstance(body, dict) else {})


def _is_there(request: web.Request) -> bool:
    """Tell whether whoever polls is still on the line."""
    return request.transport is not None and not request.transport.is_closing()


def _now() -> int:
    return time.time_ns() // 1_000_000
