"""The page at `/moi/…` that says an invitation's code in the visitor's chat."""

import uuid

from fastapi import APIRouter, Request, Response
from fastapi.responses import RedirectResponse

from bot.app import App
from bot.web import plain
from bot.web.guard import is_from_elsewhere
from bot.web.visits import find_visit, give_chat_cookie, keep_visit
from handlers.messages import Message
from handlers.people.inviting import PATH, find_secret, write_code
from handlers.people.joining import is_flooded
from handlers.texts import say


def build_invitation(app: App) -> APIRouter:
    """Build the routes of an invitation; previews of links fetch them, so only POST says the code.

    A form of another site may not press the button: its visitor would be linked unawares.
    """
    router = APIRouter(prefix=PATH)

    @router.get("/{code}")
    async def ask(code: str) -> Response:
        return plain.ask_to_join() if find_secret(code) else plain.say_no_invitation()

    @router.post("/{code}")
    async def join(code: str, request: Request) -> Response:
        secret = find_secret(code)
        if secret is None or is_from_elsewhere(request.headers):
            return plain.say_no_invitation()
        async with app.database.read() as work:
            if await is_flooded(work, secret, now=app.clock.now()):
                return plain.say_try_later(say("invitation_limited"))
        visit = await find_visit(app, request)
        if not visit.is_known:
            await keep_visit(app, visit)
        said = Message(visit.address, uuid.uuid4().hex, write_code(secret), app.clock.now())
        await app.intake.receive(said)
        response = RedirectResponse("/", status_code=303)
        give_chat_cookie(response, request, visit.secret)
        return response

    return router
