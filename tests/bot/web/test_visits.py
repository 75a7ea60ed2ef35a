"""Sessions of the chat and of the desk: neither stands for the other."""

import httpx

from bot.app import App
from bot.web.visits import CHAT_COOKIE
from handlers.login.sessions import LIFETIME
from storage.values import Role
from tests.factories.desk import let_in
from tests.factories.town_hall import found_hall


async def test_a_session_of_the_desk_is_not_kept_alive_as_a_chat(
    app: App, visitor: httpx.AsyncClient
) -> None:
    async with app.database.write() as work:
        person = await (await found_hall(work)).seat("Lê Thị Bình", "Văn phòng", Role.CLERK)
        secret = await let_in(work, person, now=app.clock.now())
    visitor.cookies = httpx.Cookies({CHAT_COOKIE: secret})
    await visitor.get("/")
    await visitor.get("/chat/files/khong-co")
    async with app.database.read() as work:
        session = await work.logins.find_session(secret, now=app.clock.now())
    assert session
    assert session.expires_at == app.clock.now() + LIFETIME
