"""Logging out."""

from fastapi import APIRouter, Request, Response
from fastapi.responses import RedirectResponse

from bot.app import App
from bot.web.desk.frame import LEAVE_PATH
from bot.web.guard import is_foreign
from bot.web.visits import DESK_COOKIE, DESK_PATH, LOGIN_PATH, read_desk_cookie
from storage.cipher import digest_secret


def build_leaving(app: App) -> APIRouter:
    """Build the route that ends a session."""
    router = APIRouter(prefix=LEAVE_PATH)

    @router.post("")
    async def leave(request: Request) -> Response:
        secret = read_desk_cookie(app, request)
        if secret and not is_foreign(request.headers):
            async with app.database.write() as work:
                await work.logins.close_session(digest_secret(secret))
        answer = RedirectResponse(LOGIN_PATH, status_code=303)
        answer.delete_cookie(DESK_COOKIE, path=DESK_PATH)
        return answer

    return router
