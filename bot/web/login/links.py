"""One-time links; chat apps fetch links for previews, so only the button uses one up."""

import logging

from fastapi import APIRouter, Request, Response

from bot.app import App
from bot.web.guard import is_from_elsewhere
from bot.web.limits import name_network
from bot.web.login import pages
from bot.web.login.browsers import name_browser
from bot.web.login.entering import let_in, name_place, seconds_left
from handlers.login.limits import count_void_link, may_use_link
from handlers.login.sessions import enter_by_link

log = logging.getLogger(__name__)


def build_links(app: App, router: APIRouter) -> None:
    """Add the routes of a link."""

    @router.get("/{secret}")
    async def ask(secret: str) -> Response:
        del secret
        return pages.show_link(office=await name_place(app))

    @router.post("/{secret}")
    async def enter(secret: str, request: Request) -> Response:
        if is_from_elsewhere(request.headers):
            return pages.say_from_elsewhere(office=await name_place(app))
        return await _enter(app, secret, request)


async def _enter(app: App, secret: str, request: Request) -> Response:
    now, network = app.clock.now(), name_network(request)
    browser = name_browser(request.headers.get("user-agent", ""))
    async with app.database.read() as work:
        may = await may_use_link(work, network, secret, now=now)
    if not may:
        return pages.say_later(seconds_left(now), office=await name_place(app))
    async with app.database.write() as work:
        session = await enter_by_link(work, secret, browser=browser, now=now)
        if session is None:
            await count_void_link(work, network, now=now)
    if session is None:
        log.info("a void link to the desk was tried")
        return pages.say_link_void(office=await name_place(app))
    return let_in(app, request, session)
