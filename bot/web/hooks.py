"""Webhooks of other services: looked at before they are read, stored before they are answered."""

import asyncio
import logging
from collections.abc import Mapping

from fastapi import APIRouter, Request, Response

from bot.app import App
from bot.channels.base import Forged, Hooked, Malformed
from bot.failures import log_failure

log = logging.getLogger(__name__)
LARGEST = 1024 * 1024  # bytes; what the services send is a few kB
PATIENCE = 5.0  # seconds that a body may take


def build_hooks(app: App) -> APIRouter:
    """Build the routes /webhook/…, one for each bot and one for all Official Accounts."""
    router = APIRouter(prefix="/webhook")
    by_path: Mapping[str, Hooked] = {hook.path: hook for hook in app.hooks}

    @router.post("/{path:path}")
    async def take(path: str, request: Request) -> Response:
        hook = by_path.get(path)
        if hook is None:
            return Response(status_code=404)
        return await _take(app, hook, request)

    return router


async def _take(app: App, hook: Hooked, request: Request) -> Response:
    if not hook.admits(request.headers):
        return _refuse(401)
    try:
        async with asyncio.timeout(PATIENCE):
            body = await _read(request)
    except TimeoutError:
        return _refuse(408)
    if body is None:
        return _refuse(413)
    try:
        events = hook.read_hook(request.headers, body, now=app.clock.now())
    except Forged:
        return _refuse(401)
    except Malformed:
        return _refuse(400)
    try:
        for event in events:
            await app.receiver.receive(event)
    except Exception as error:  # noqa: BLE001  the service brings it again
        log_failure(log, error, "an event of %s could not be stored", hook.path)
        return Response(status_code=503)
    return Response(status_code=200)


async def _read(request: Request) -> bytes | None:
    """Read a body; None when it is too large."""
    length = request.headers.get("content-length", "0")
    if not length.isdecimal() or int(length) > LARGEST:
        return None
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > LARGEST:
            return None
    return bytes(body)


def _refuse(status: int) -> Response:
    return Response(status_code=status, headers={"Connection": "close"})
