"""Logging out."""

from fastapi import APIRouter, Request, Response
from fastapi.responses import RedirectResponse

from bot.app import App
from bot.web.desk.frame import LEAVE_PATH
from bot.web.guard import is_from_elsewhere
from bot.web.visits import DESK_COOKIE, DESK_PATH, LOGIN_PATH, read_desk_cookie
from handlers.login.sessions import leave_session


def build_leaving(app: App) -> APIRouter:
    """Build the route that ends a session; a form of another site ends none."""
    router = APIRouter(prefix=LEAVE_PATH)

    @router.post("")
    async def leave(request: Request) -> Response:
        if is_from_elsewhere(request.headers):
            return RedirectResponse(DESK_PATH, status_code=303)
        if secret := read_desk_cookie(app, request):
            async with app.database.write() as work:
                await leave_session(work, secret, now=app.clock.now())
        answer = RedirectResponse(LOGIN_PATH, status_code=303)
        answer.delete_cookie(DESK_COOKIE, path=DESK_PATH)
        return answer

    return router
