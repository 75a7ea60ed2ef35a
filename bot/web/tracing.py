"""Each request's id, and the log of those that fail or are slow; an ordinary one leaves no line."""

import logging
import re
import secrets
import time
from dataclasses import dataclass, field

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bot.failures import log_failure
from bot.logs.context import bind
from bot.web.guard import SOCKETS

log = logging.getLogger(__name__)
HEADER = "X-Request-ID"
SLOW = 2.0  # seconds, without those in which a visitor's line brings the body
BROKEN = 500
_SAFE = re.compile(r"[A-Za-z0-9_-]{8,64}", re.ASCII)
_PROBED = ("/healthz", "/readyz", "/metrics")  # their answers say themselves what is wrong


class Tracing:
    """Bind a request's id to whatever is logged, and answer it."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request through, watched."""
        if scope["type"] not in ("http", "websocket"):
            await self._app(scope, receive, send)
            return
        name = choose_id(Headers(scope=scope).get(HEADER))
        watched = _Watched(name, receive, send)
        with bind(request=name):
            try:
                await self._app(scope, watched.receive, watched.send)
            except Exception as error:
                log_failure(log, error, "a request failed")
                if not watched.status:
                    raise  # nothing is answered yet: the server does
            if scope["type"] == "http":
                _log_request(scope, watched)


@dataclass(slots=True)
class _Watched:
    """What passes of a request."""

    name: str
    receive_on: Receive
    send_on: Send
    status: int = 0
    waited: float = 0.0  # for the body
    took: float = 0.0  # until the answer began
    begun: float = field(default_factory=lambda: time.monotonic())

    async def receive(self) -> Message:
        begun = time.monotonic()
        try:
            return await self.receive_on()
        finally:
            self.waited += time.monotonic() - begun

    async def send(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.took = time.monotonic() - self.begun - self.waited
            self.status = message["status"]
            MutableHeaders(scope=message)[HEADER] = self.name
        await self.send_on(message)


def choose_id(given: str | None) -> str:
    """Take the id that a proxy has given, if it is short and plain; else make one."""
    return given if given and _SAFE.fullmatch(given) else secrets.token_hex(8)


def _log_request(scope: Scope, watched: _Watched) -> None:
    """Log a failure or a slow answer by its route's template: paths hold codes of cases."""
    path = scope["path"]
    is_broken = watched.status >= BROKEN and path not in _PROBED
    is_slow = watched.took > SLOW and not path.startswith(SOCKETS)
    if is_broken or is_slow:
        log.warning(
            "%s %s answered %s in %s ms",
            scope["method"] if scope["method"].isascii() else "?",
            _find_template(scope),
            watched.status,
            round(watched.took * 1000),
        )


def _find_template(scope: Scope) -> str:
    route = scope.get("route")
    return str(getattr(route, "path_format", None) or getattr(route, "path", "an unknown page"))
