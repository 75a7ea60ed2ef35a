"""Files of a case for who sits at the desk: photos and documents that came in, letters to go out.

Each is shown without scripts, in a sandbox; only photos, which were made here, open in the browser.
"""

from fastapi import APIRouter, Request, Response

from bot.web.desk.files.serving import DOCX, send, serve
from bot.web.desk.page import Desk
from bot.web.files import HEADERS, send_file
from handlers.desk.cases.letters import write_letter
from handlers.desk.visitor import Power, Visitor
from handlers.letters.letter import LetterKind

PATH = "/desk/tep"


def link_file(name: str) -> str:
    """Give the address of a file that came with a case."""
    return f"{PATH}/{name}"


def link_photo(name: str) -> str:
    """Give the address of a photo as a part of its case's page."""
    return f"{PATH}/{name}?trong-trang=1"


def link_letter(code: str, kind: LetterKind) -> str:
    """Give the address of a letter to the sender of a case."""
    return f"{PATH}/thu/{code}/{kind.value}"


def build_case_files(desk: Desk) -> APIRouter:
    """Build the routes."""
    router = APIRouter(prefix=PATH)

    @router.get("/thu/{code}/{kind}")
    async def letter(code: str, kind: str, request: Request) -> Response:
        async def answer(visitor: Visitor) -> Response:
            return await _send_letter(desk, visitor, code, LetterKind(kind))

        if kind not in set(LetterKind):
            return _say_nothing()
        return await serve(desk, request, Power.READ_CASES, answer)

    @router.get("/{name}")
    async def show(name: str, request: Request) -> Response:
        async def answer(visitor: Visitor) -> Response:
            is_part = "trong-trang" in request.query_params
            opened = await desk.app.shelf.open_by(visitor.get_person(), name, is_part=is_part)
            return send_file(opened.file, opened.data) if opened else _say_nothing()

        return await serve(desk, request, Power.READ_CASES, answer)

    return router


async def _send_letter(desk: Desk, visitor: Visitor, code: str, kind: LetterKind) -> Response:
    app = desk.app
    async with app.database.write() as work:
        letter = await write_letter(
            work, visitor, desk=app.desk, code=code, kind=kind, now=app.clock.now()
        )
    return send(letter.name, letter.data, DOCX)


def _say_nothing() -> Response:
    return Response(status_code=404, headers=HEADERS)
