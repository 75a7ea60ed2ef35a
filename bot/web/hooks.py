"""Webhooks of other services: looked at before they are read, stored before they are answered."""

import asyncio
import datetime as dt
import logging
from collections.abc import Mapping, Sequence

from fastapi import APIRouter, Request, Response
from starlette.requests import ClientDisconnect

from bot.app import App
from bot.channels.base import Event, Forged, Hooked, Malformed
from bot.failures import log_failure

log = logging.getLogger(__name__)
LARGEST = 1024 * 1024  # bytes; what the services send is a few kB
DIGITS = len(str(LARGEST))
PATIENCE = 5.0  # seconds that a body may take
QUIET = dt.timedelta(minutes=10)  # between two warnings of one webhook
METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]


class _Refused(Exception):
    """Say with which status a request is answered."""

    def __init__(self, status: int) -> None:
        super().__init__(status)
        self.status = status


def build_hooks(app: App) -> APIRouter:
    """Build the routes /webhook/…, one for each bot and one for all Official Accounts."""
    router = APIRouter(prefix="/webhook")
    hooks = _Hooks(app)
    router.add_api_route("/{path:path}", hooks.take, methods=METHODS)
    return router


class _Hooks:
    """Take requests; what is refused is told to the operator now and then, without its content."""

    def __init__(self, app: App) -> None:
        self._app = app
        self._by_path: Mapping[str, Hooked] = {hook.path: hook for hook in app.hooks}
        self._warned: dict[str, dt.datetime] = {}

    async def take(self, path: str, request: Request) -> Response:
        """Store a request's events; 200 means that all are stored."""
        hook = self._by_path.get(path)
        if hook is None:
            return Response(status_code=404)
        if request.method != "POST":
            return Response(status_code=405, headers={"Allow": "POST"})
        try:
            events = await self._read(hook, request)
            await self._store(hook, events)
        except _Refused as error:
            self._warn(hook, error.status)
            return Response(status_code=error.status, headers={"Connection": "close"})
        return Response(status_code=200)

    async def _read(self, hook: Hooked, request: Request) -> Sequence[Event]:
        if not hook.admits(request.headers):
            raise _Refused(401)
        body = await _read_body(request)
        try:
            return hook.read_hook(request.headers, body, now=self._app.clock.now())
        except Forged:
            raise _Refused(401) from None
        except Malformed:
            raise _Refused(400) from None
        except Exception as error:  # noqa: BLE001  our defect, and no reason to bring it again
            log_failure(log, error, "a request to the webhook %s could not be read", hook.path)
            raise _Refused(400) from None

    async def _store(self, hook: Hooked, events: Sequence[Event]) -> None:
        try:
            for event in events:
                await self._app.receiver.receive(event)
        except Exception as error:  # noqa: BLE001  whatever it is, the service brings it again
            log_failure(log, error, "an event of %s could not be stored", hook.path)
            raise _Refused(503) from None

    def _warn(self, hook: Hooked, status: int) -> None:
        """Warn that requests are refused: a wrong secret would go unnoticed otherwise."""
        now = self._app.clock.now()
        if now - self._warned.get(hook.path, dt.datetime.min.replace(tzinfo=dt.UTC)) > QUIET:
            self._warned[hook.path] = now
            log.warning("the webhook %s refuses requests: %s", hook.path, status)


async def _read_body(request: Request) -> bytes:
    length = request.headers.get("content-length", "0")
    if not (length.isdecimal() and len(length) <= DIGITS and int(length) <= LARGEST):
        raise _Refused(413)
    try:
        async with asyncio.timeout(PATIENCE):
            return await _read_pieces(request)
    except TimeoutError:
        raise _Refused(408) from None
    except ClientDisconnect:
        raise _Refused(400) from None


async def _read_pieces(request: Request) -> bytes:
    body = bytearray()
    async for piece in request.stream():
        body += piece
        if len(body) > LARGEST:
            raise _Refused(413)
    return bytes(body)
