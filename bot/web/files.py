"""Files that a citizen sends from the chat page, and sees again there.

A form is taken from our own page only: it carries a header that a page of another host cannot set
without asking first, and its origin is looked at besides the cookie's `SameSite`.
"""

import asyncio
import logging
import re
from urllib.parse import quote

from fastapi import APIRouter, Request, Response
from fastapi.responses import JSONResponse

from bot.app import App
from bot.channels.web import WebChannel
from bot.failures import log_failure
from bot.web.guard import is_foreign
from bot.web.limits import SendLimit
from bot.web.receiving import MOST_TOGETHER, Form, Malformed, TooLarge, read_form
from bot.web.thread import FILES_PATH
from bot.web.visits import find_visit
from handlers.conversation import LONGEST
from handlers.files.rules import LARGEST, LIMITS, MB
from handlers.messages import Message
from handlers.texts import say
from knowledge.files.sniff import FileKind
from storage.values import Address, StoredFile

log = logging.getLogger(__name__)
HEADER = "X-Motcua"
PATIENCE = 300  # seconds that a form may take: 50 MB over a slow network
_AT_ONCE = 16  # forms read together: the disk holds as many times 50 MB for that long
_ID = re.compile(r"[0-9a-z]{16,32}")
HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; sandbox; frame-ancestors 'none'",
}


def build_files(app: App, channel: WebChannel, limit: SendLimit) -> APIRouter:
    """Build the routes: a form with files comes in; files go out to those who may open them."""
    router = APIRouter(prefix=FILES_PATH)
    counter = Counter(app, channel, limit)

    @router.post("")
    async def take(request: Request) -> Response:
        return await counter.take(request)

    @router.get("/{name}")
    async def show(name: str, request: Request) -> Response:
        visit = await find_visit(app, request)
        opened = await app.shelf.open(visit.address, name)
        if opened is None:
            return Response(status_code=404, headers=HEADERS)
        return send_file(opened.file, opened.data)

    return router


class Counter:
    """Take forms with files, or say why one is not taken."""

    def __init__(self, app: App, channel: WebChannel, limit: SendLimit) -> None:
        self._app = app
        self._channel = channel
        self._limit = limit
        self._reading = 0

    async def take(self, request: Request) -> Response:
        """Store a form as its sender's message."""
        if is_foreign(request.headers) or HEADER not in request.headers:
            return _refuse(403, "foreign", "file_upload_stale")
        visit = await find_visit(self._app, request)
        if not visit.is_known:
            return _refuse(401, "stale", "file_upload_stale")
        if not self._limit.allows(visit.address.user, now=self._app.clock.now()):
            return _refuse(429, "too_fast", "too_fast")
        if _declared(request) > MOST_TOGETHER:
            return _say_too_large()
        if self._reading >= _AT_ONCE:
            return _refuse(503, "busy", "file_upload_failed")
        self._reading += 1
        try:
            return await self._read(request, visit.address)
        finally:
            self._reading -= 1

    async def _read(self, request: Request, address: Address) -> Response:
        content_type = request.headers.get("content-type", "")
        try:
            async with asyncio.timeout(PATIENCE):
                scratch = self._app.files.open_scratch
                form = await read_form(content_type, request.stream(), scratch)
        except TooLarge:
            return _say_too_large()
        except OSError as error:
            log_failure(log, error, "files on their way in could not be written")
            return _refuse(503, "not_stored", "file_upload_failed")
        except (Malformed, TimeoutError):
            return _refuse(400, "malformed", "file_upload_failed")
        try:
            return await self._store(form, address)
        finally:
            for upload in form.uploads:
                upload.stream.close()

    async def _store(self, form: Form, address: Address) -> Response:
        text, given = form.texts.get("text", "").strip(), form.texts.get("id", "")
        if len(text) > LONGEST:
            return _refuse(400, "too_long", "too_long", limit=LONGEST)
        if not form.uploads or not _ID.fullmatch(given):
            return _refuse(400, "malformed", "file_upload_failed")
        message_id = f"{address.user[:16]}-{given}"  # the page's own, so that a retry is the same
        message = Message(address, message_id, text, self._app.clock.now())
        try:
            await self._app.intake.receive(message, form.uploads)
        except Exception as error:  # noqa: BLE001  the citizen must learn that it was not stored
            log_failure(log, error, "files of a web message could not be stored")
            return _refuse(503, "not_stored", "file_upload_failed")
        self._channel.wake(address.user)
        return JSONResponse({"code": "stored"})


def _declared(request: Request) -> int:
    length = request.headers.get("content-length", "")
    return int(length) if length.isdecimal() else 0


def _refuse(status: int, code: str, sentence: str, **facts: object) -> Response:
    headers = {"Connection": "close"}  # what is still on its way is not read
    return JSONResponse({"code": code, "say": say(sentence, "vi", **facts)}, status, headers)


def _say_too_large() -> Response:
    return _refuse(413, "too_large", "file_upload_too_large", **limits())


def limits() -> dict[str, int]:
    """Give the limits that people are told, in MB."""
    return {
        "limit": MOST_TOGETHER // MB,
        "small": LIMITS[FileKind.PHOTO] // MB,
        "large": LARGEST // MB,
    }


def send_file(file: StoredFile, data: bytes) -> Response:
    """Send a file; only photos, which were made here, open in the browser."""
    shown = "inline" if file.media_type.startswith("image/") else "attachment"
    disposition = f"{shown}; filename*=UTF-8''{quote(file.label or file.name, safe='')}"
    return Response(
        data, media_type=file.media_type, headers={**HEADERS, "Content-Disposition": disposition}
    )
