"""What is seen from the services' side: when messages were handed out, which calls came when."""

import asyncio
import contextlib
import json
import time
from collections import defaultdict
from collections.abc import Callable, Mapping
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any

from aiohttp import ClientError, ClientSession, ClientTimeout, web
from aiohttp.typedefs import Handler

from bench.channel_scripts import tidy
from tests.doubles.base import Fault, Faults, Served

HELD = 30.0  # seconds that what stands before the program keeps a webhook's request
PAUSE = 0.1
POLL_FAULTS = (Fault.BUSY, Fault.BROKEN, Fault.MALFORMED, Fault.CUT, Fault.TWICE)
TAKEN = frozenset({Fault.NONE, Fault.HANG, Fault.CUT, Fault.MALFORMED})
Json = dict[str, Any]


@dataclass(slots=True)
class Call:
    """A send call: when it came, what it says, and what the service did with it."""

    at: float
    text: str
    fault: Fault = Fault.NONE


@dataclass
class Watch:
    """What happened on one channel, by person, in the order of arrival."""

    handed: dict[str, dict[str, float]] = field(default_factory=lambda: defaultdict(dict))
    taken: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    calls: dict[str, list[Call]] = field(default_factory=lambda: defaultdict(list))
    changed: asyncio.Condition = field(default_factory=asyncio.Condition)

    def hand(self, user: str, number: str) -> None:
        """Note that an event is given to the program, where that is the first time."""
        self.handed[user].setdefault(number, time.monotonic())

    async def tell(self) -> None:
        """Let those look who wait for something."""
        async with self.changed:
            self.changed.notify_all()

    async def wait_for(self, is_so: Callable[[], bool], patience: float) -> None:
        """Wait until something has happened."""
        async with asyncio.timeout(patience), self.changed:
            await self.changed.wait_for(is_so)


_CURRENT: ContextVar[Call | None] = ContextVar("call", default=None)


@dataclass
class TracedFaults(Faults):
    """Faults that are noted with the call that they befell; polls fail, too."""

    def take(self, method: str, *, by_chance: bool = False) -> Fault:
        """Give what happens to this call."""
        if method == "getUpdates" and self.rate and self.dice.random() < self.rate:
            self.script(method, self.dice.choice(POLL_FAULTS))
        if method == "webhook" and self.rate and self.dice.random() < self.rate:
            self.script(method, Fault.TWICE)
        fault = super().take(method, by_chance=by_chance)
        if method != "webhook" and (call := _CURRENT.get()):  # what is sent comes back as an event
            call.fault = fault
        return fault


def watch(app: web.Application, seen: Watch) -> web.Application:
    """Let a double's calls be noted as they come."""

    @web.middleware
    async def note(request: web.Request, handler: Handler) -> web.StreamResponse:
        found = await _read_send(request)
        call = Call(time.monotonic(), tidy(found[1])) if found else None
        _CURRENT.set(call)
        if found and call:
            seen.calls[found[0]].append(call)
        response = await handler(request)
        if call:
            await seen.tell()
        elif request.path.endswith("/getUpdates"):
            _note_updates(response, seen)
        return response

    app.middlewares.append(note)
    return app


async def _read_send(request: web.Request) -> tuple[str, str] | None:
    """Read who is sent which text; None where this is another call."""
    if request.content_type == "application/json":
        sent = await request.json()
    elif request.content_type == "application/x-www-form-urlencoded":
        sent = dict(await request.post())
    else:
        return None
    user = sent.get("chat_id") or sent.get("recipient", {}).get("user_id")
    text = sent.get("text") or sent.get("message", {}).get("text")
    return (str(user), text) if user and text else None


def _note_updates(response: web.StreamResponse, seen: Watch) -> None:
    """Note the updates in an answer to a poll that arrives whole."""
    if not isinstance(response, web.Response) or response.status != web.HTTPOk.status_code:
        return
    with contextlib.suppress(ValueError):
        for update in json.loads(response.text or "").get("result") or ():
            said = update.get("message") or update.get("callback_query", {})
            seen.hand(str(said["from"]["id"]), str(update["update_id"]))


class Relay(Served):
    """A web server before the program: it holds a webhook's request while the program starts.

    Zalo's bots are not known to bring an update twice; Caddy's `lb_try_duration` does this.
    """

    def __init__(self, target: str, by_path: Mapping[str, Watch]) -> None:
        self._target = target
        self._by_path = by_path

    def build_app(self) -> web.Application:
        """Build the routes."""
        app = web.Application()
        app.router.add_post("/webhook/{path:.+}", self._pass_on)
        app.cleanup_ctx.append(self._open)
        return app

    async def _open(self, _: web.Application) -> Any:
        async with ClientSession(timeout=ClientTimeout(5)) as self._session:
            yield

    async def _pass_on(self, request: web.Request) -> web.Response:
        body, headers = await request.read(), dict(request.headers)
        seen = self._by_path[request.match_info["path"].partition("/")[0]]
        who = _find_sender(json.loads(body))
        if who:
            seen.hand(*who)
        until = time.monotonic() + HELD
        while (status := await self._try(request.path, headers, body)) != web.HTTPOk.status_code:
            if time.monotonic() > until:
                return web.Response(status=502)
            await asyncio.sleep(PAUSE)
        if who:
            seen.taken[who[0]].add(who[1])
            await seen.tell()
        return web.Response(status=status)

    async def _try(self, path: str, headers: Mapping[str, str], body: bytes) -> int:
        with contextlib.suppress(ClientError, TimeoutError, OSError):
            async with self._session.post(
                self._target + path, data=body, headers=headers
            ) as answer:
                return answer.status
        return 0


def _find_sender(event: Json) -> tuple[str, str] | None:
    """Find who sent a message, and its number; None where the event is no person's message."""
    event = event.get("result", event)
    if event["event_name"].startswith("user_send_"):
        return event["sender"]["id"], event["message"]["msg_id"]
    if event["event_name"].startswith("message."):
        return event["message"]["from"]["id"], event["message"]["message_id"]
    return None
