"""A browser that shows a code is let in once the officer has agreed in chat."""

from fastapi import APIRouter, Request, Response
from fastapi.responses import JSONResponse, RedirectResponse

from bot.app import App
from bot.web.desk.words import login as words
from bot.web.guard import is_from_elsewhere
from bot.web.limits import SendLimit, name_network
from bot.web.login import pages
from bot.web.login.browsers import name_browser
from bot.web.login.entering import let_in, name_place, seconds_left
from bot.web.visits import LOGIN_COOKIE, LOGIN_PATH, give_login_cookie
from handlers.errors import HandlerError
from handlers.login.requests import Shown, ask_to_be_let_in, find_shown
from handlers.login.sessions import enter_by_request

MOST_LOOKS = 1_200  # a minute for one network: forty pages that look every other second
_GONE = "gone"
_NOT_YET = "cho"


def build_codes(app: App, router: APIRouter) -> None:
    """Add the routes of the code's page."""
    looks = SendLimit(most=MOST_LOOKS)

    @router.get("")
    async def show(request: Request) -> Response:
        shown = await _find(app, request)
        was_pressed = _NOT_YET in request.query_params
        if shown:
            note = words.NOT_YET if was_pressed else ""
            return pages.show_code(shown, office=await name_place(app), note=note)
        return await _begin(app, request, note=words.REPLACED if was_pressed else "")

    @router.get(pages.STATE_PATH)
    async def tell(request: Request) -> Response:
        if not looks.allows(name_network(request), now=app.clock.now()):
            return JSONResponse({}, 429)
        shown = await _find(app, request)
        return JSONResponse({"state": shown.request.state.value if shown else _GONE})

    @router.post(pages.ANOTHER_PATH)
    async def begin_anew(request: Request) -> Response:
        if is_from_elsewhere(request.headers):
            return pages.say_from_elsewhere(office=await name_place(app))
        answer = RedirectResponse(LOGIN_PATH, status_code=303)
        answer.delete_cookie(LOGIN_COOKIE, path=LOGIN_PATH)
        return answer

    @router.post("")
    async def enter(request: Request) -> Response:
        if is_from_elsewhere(request.headers):
            return pages.say_from_elsewhere(office=await name_place(app))
        return await _enter(app, request)


async def _find(app: App, request: Request) -> Shown | None:
    secret = request.cookies.get(LOGIN_COOKIE)
    if not secret:
        return None
    async with app.database.read() as work:
        return await find_shown(work, secret, now=app.clock.now())


async def _begin(app: App, request: Request, *, note: str) -> Response:
    """Give the browser a code of its own, and the secret that it is known by."""
    now = app.clock.now()
    browser = name_browser(request.headers.get("user-agent", ""))
    try:
        async with app.database.write() as work:
            shown = await ask_to_be_let_in(work, browser, name_network(request), now=now)
    except HandlerError:
        return pages.say_later(seconds_left(now), office=await name_place(app))
    answer = pages.show_code(shown, office=await name_place(app), note=note)
    give_login_cookie(answer, request, shown.secret)
    return answer


async def _enter(app: App, request: Request) -> Response:
    secret, session = request.cookies.get(LOGIN_COOKIE), None
    if secret:
        async with app.database.write() as work:
            session = await enter_by_request(work, secret, now=app.clock.now())
    if session is None:
        return RedirectResponse(f"{LOGIN_PATH}?{_NOT_YET}=1", status_code=303)
    answer = let_in(app, request, session)
    answer.delete_cookie(LOGIN_COOKIE, path=LOGIN_PATH)
    return answer
