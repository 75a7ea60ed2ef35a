"""What both ways in share."""

import datetime as dt

from fastapi import Request, Response
from fastapi.responses import RedirectResponse

from bot.app import App
from bot.web.visits import DESK_PATH, give_desk_cookie
from handlers.places import name_office, own_place

_HOUR = 3600


def let_in(app: App, request: Request, session: str) -> Response:
    """Lead a browser to the desk with its new session."""
    answer = RedirectResponse(DESK_PATH, status_code=303)
    give_desk_cookie(app, answer, request, session)
    return answer


async def name_place(app: App) -> str:
    """Name the installation's own office; nothing where it serves several."""
    async with app.database.read() as work:
        place = own_place(await work.localities.list_all(), app.settings.place_name)
    return name_office(place) if place else ""


def seconds_left(now: dt.datetime) -> int:
    """Count the seconds to the next hour, when limits begin anew."""
    return _HOUR - (now.minute * 60 + now.second)
