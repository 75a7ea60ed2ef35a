"""Files of the desk: who has no session is led to the login, who may not have one is told."""

from collections.abc import Awaitable, Callable
from urllib.parse import quote

from fastapi import Request, Response
from fastapi.responses import RedirectResponse

from bot.errors import word_failure
from bot.web import plain
from bot.web.desk.page import LANGUAGE, Desk
from bot.web.files import HEADERS
from bot.web.visits import LOGIN_PATH
from handlers.desk.visitor import Power, Visitor
from handlers.errors import HandlerError

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


async def serve(
    desk: Desk, request: Request, power: Power, answer: Callable[[Visitor], Awaitable[Response]]
) -> Response:
    """Answer somebody whose role allows it; say why where `answer` raises `HandlerError`."""
    async with desk.app.database.read() as work:
        visitor = await desk.find(work, request)
    if visitor is None:
        return RedirectResponse(LOGIN_PATH, status_code=303)
    if not visitor.may(power):
        return plain.say_forbidden()
    try:
        return await answer(visitor)
    except HandlerError as error:
        return plain.say_gone(word_failure(error, LANGUAGE))


def send(name: str, data: bytes, media_type: str) -> Response:
    """Send bytes to be kept under a name."""
    disposition = f"attachment; filename*=UTF-8''{quote(name, safe='')}"
    headers = {**HEADERS, "Content-Disposition": disposition}
    return Response(data, media_type=media_type, headers=headers)
