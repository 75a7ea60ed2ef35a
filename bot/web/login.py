"""The operator's one-time link at `/vao/…`."""

from fastapi import APIRouter, Request, Response
from fastapi.responses import RedirectResponse

from bot.app import App
from bot.web import plain
from bot.web.visits import DESK_PATH, give_desk_cookie, use_link


def build_login(app: App) -> APIRouter:
    """Build the routes of the link; chat apps fetch links for previews, so only POST uses it."""
    router = APIRouter(prefix="/vao")

    @router.get("")
    async def explain() -> Response:
        return plain.say_link_needed()

    @router.get("/{secret}")
    async def ask(secret: str) -> Response:
        del secret
        return plain.ask_to_enter()

    @router.post("/{secret}")
    async def enter(secret: str, request: Request) -> Response:
        session = await use_link(app, secret)
        if session is None:
            return plain.say_link_void()
        response = RedirectResponse(DESK_PATH, status_code=303)
        give_desk_cookie(app, response, request, session)
        return response

    return router
