"""Files that the desk takes: each page that asks for one has a ticket, good for its session.

A form is taken from our own page only, as in `bot.web.files`: it carries a header that another
host's page cannot set, and the cookie of the session that the ticket was given to.
"""

import asyncio
import hmac
import logging
import secrets
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from fastapi import APIRouter, Request, Response
from fastapi.responses import JSONResponse

from bot.app import App
from bot.errors import word_failure
from bot.failures import log_failure
from bot.web.guard import is_foreign
from bot.web.receiving import Form, Malformed, TooLarge, read_form
from bot.web.visits import read_desk_cookie
from handlers.errors import HandlerError
from handlers.texts import say
from knowledge.errors import KnowledgeError
from knowledge.files.guards import MAX_BYTES

log = logging.getLogger(__name__)
PATH = "/desk/tai-len"
HEADER = "X-Motcua"
PATIENCE = 300  # seconds that a file may take to come
AROUND = 64 * 1024  # bytes that a form has around its file
_AT_ONCE = 4
Take = Callable[[str, bytes], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Ticket:
    """Which session may send a file, and what becomes of it."""

    secret: str
    take: Take


class Uploads:
    """Give tickets to pages, and take files by them."""

    def __init__(self, app: App) -> None:
        self._app = app
        self._tickets: dict[str, Ticket] = {}
        self._reading = 0

    def open(self, secret: str, take: Take) -> str:
        """Give a ticket for files of a session; `take` is called with a file's name and bytes.

        What it refuses (`HandlerError`, `KnowledgeError`) is said where the file was dropped.
        """
        name = secrets.token_urlsafe(16)
        self._tickets[name] = Ticket(secret, take)
        return name

    def close(self, name: str) -> None:
        """Take no more files by a ticket."""
        self._tickets.pop(name, None)

    def build_router(self) -> APIRouter:
        """Build the route."""
        router = APIRouter(prefix=PATH)

        @router.post("/{name}")
        async def take(name: str, request: Request) -> Response:
            return await self._take(name, request)

        return router

    async def _take(self, name: str, request: Request) -> Response:
        ticket, secret = self._tickets.get(name), read_desk_cookie(self._app, request)
        if is_foreign(request.headers) or HEADER not in request.headers:
            return _refuse(403, "error_desk_forbidden")
        if ticket is None or not secret or not hmac.compare_digest(secret, ticket.secret):
            return _refuse(401, "error_desk_signed_out")
        async with self._app.database.read() as work:
            if await work.logins.find_session(secret, now=self._app.clock.now()) is None:
                return _refuse(401, "error_desk_signed_out")
        if self._reading >= _AT_ONCE:
            return _refuse(503, "error_desk_busy")
        self._reading += 1
        try:
            return await self._read(request, ticket)
        finally:
            self._reading -= 1

    async def _read(self, request: Request, ticket: Ticket) -> Response:
        content_type = request.headers.get("content-type", "")
        scratch = self._app.files.open_scratch
        try:
            async with asyncio.timeout(PATIENCE):
                form = await read_form(
                    content_type, request.stream(), scratch,
                    largest=MAX_BYTES, most=MAX_BYTES + AROUND,
                )  # fmt: skip
        except TooLarge:
            return _refuse(413, "error_desk_file_large", limit=MAX_BYTES // 2**20)
        except (Malformed, TimeoutError, OSError) as error:
            log_failure(log, error, "a file for the desk could not be read")
            return _refuse(400, "error_desk_busy")
        return await _hand_over(form, ticket)


async def _hand_over(form: Form, ticket: Ticket) -> Response:
    if not form.uploads:
        return _refuse(400, "error_desk_busy")
    try:
        upload = form.uploads[0]
        if upload.size > MAX_BYTES:
            return _refuse(413, "error_desk_file_large", limit=MAX_BYTES // 2**20)
        upload.stream.seek(0)
        await ticket.take(upload.name, await asyncio.to_thread(upload.stream.read))
    except (HandlerError, KnowledgeError) as error:
        return JSONResponse({"say": word_failure(error, "vi", name=upload.name)}, 422)
    finally:
        for each in form.uploads:
            each.stream.close()
    return JSONResponse({"code": "taken"})


def _refuse(status: int, sentence: str, **facts: object) -> Response:
    return JSONResponse({"say": say(sentence, "vi", **facts)}, status, {"Connection": "close"})
