"""Files around invitations: the empty list to fill in, and slips to print, once."""

from fastapi import APIRouter, Request, Response
from fastapi.responses import HTMLResponse

from bot.web import plain
from bot.web.desk.files.serving import XLSX, send, serve
from bot.web.desk.page import Desk
from bot.web.desk.words import people as words
from bot.web.visits import read_desk_cookie
from handlers.desk.visitor import Power, Visitor
from handlers.people.lists import write_template

PATH = "/desk/giay-moi"
TEMPLATE_PATH = f"{PATH}/danh-sach-can-bo.xlsx"
_POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)


def link_sheet(name: str) -> str:
    """Give the address of slips to print."""
    return f"{PATH}/phieu/{name}"


def build_invitation_files(desk: Desk) -> APIRouter:
    """Build the routes, for who may invite."""
    router = APIRouter(prefix=PATH)

    @router.get("/danh-sach-can-bo.xlsx")
    async def template(request: Request) -> Response:
        async def answer(_visitor: Visitor) -> Response:
            return send("danh-sach-can-bo.xlsx", write_template(), XLSX)

        return await serve(desk, request, Power.EDIT_PEOPLE, answer)

    @router.get("/phieu/{name}")
    async def sheet(name: str, request: Request) -> Response:
        async def answer(_visitor: Visitor) -> Response:
            secret = read_desk_cookie(desk.app, request) or ""
            found = desk.handouts.find(name, secret, now=desk.app.clock.now())
            if found is None:
                return plain.say_gone(words.GONE_SHEET)
            return HTMLResponse(found, headers={"Content-Security-Policy": _POLICY})

        return await serve(desk, request, Power.EDIT_PEOPLE, answer)

    return router
