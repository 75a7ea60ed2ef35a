"""Every page of the desk: who is let in, what stands around it, and that each has a rule."""

import httpx
import pytest

from bot.app import App
from bot.web.desk import build_pages
from bot.web.desk.frame import MENU
from bot.web.visits import DESK_COOKIE
from handlers.desk.visitor import Power
from storage.values import Role
from tests.factories.desk import let_in, write_cookie
from tests.factories.town_hall import found_hall


async def enter(app: App, visitor: httpx.AsyncClient, role: Role | None) -> None:
    """Let the browser in as an officer of a role, or as the operator."""
    async with app.database.write() as work:
        hall = await found_hall(work)
        person = await hall.seat("Lê Thị Bình", "Văn phòng", role) if role else None
        secret = await let_in(work, person, now=app.clock.now())
    visitor.cookies = httpx.Cookies(write_cookie(app.database.cipher, secret))


async def test_a_stranger_is_led_to_the_login(visitor: httpx.AsyncClient) -> None:
    answer = await visitor.get("/desk")
    assert (answer.status_code, answer.headers["location"]) == (303, "/vao")


async def test_a_cookie_that_we_have_not_signed_lets_nobody_in(
    app: App, visitor: httpx.AsyncClient
) -> None:
    await enter(app, visitor, Role.CLERK)
    secret, _, signature = visitor.cookies[DESK_COOKIE].partition(".")
    for forged in (secret, f"{secret}.", f"{secret}.{'0' * len(signature)}", f".{signature}", "."):
        visitor.cookies = httpx.Cookies({DESK_COOKIE: forged})
        assert (await visitor.get("/desk")).status_code == 303


async def test_the_frame_names_office_and_visitor(app: App, visitor: httpx.AsyncClient) -> None:
    await enter(app, visitor, Role.CLERK)
    page = await visitor.get("/desk")
    assert page.status_code == 200
    assert "Lê Thị Bình" in page.text
    assert "UBND xã Bến Lụa" in page.text
    assert page.headers["cache-control"] == "no-store"


async def test_leaving_ends_the_session(app: App, visitor: httpx.AsyncClient) -> None:
    await enter(app, visitor, Role.CLERK)
    kept = dict(visitor.cookies)
    assert (await visitor.post("/desk/dang-xuat")).status_code == 303
    visitor.cookies = httpx.Cookies(kept)
    assert (await visitor.get("/desk")).status_code == 303


async def test_every_page_has_a_rule_and_keeps_it(app: App, visitor: httpx.AsyncClient) -> None:
    pages = build_pages(app).registered
    assert {entry.path for entry in MENU} >= {page.path for page in pages if page.path == "/desk"}
    assert all(isinstance(page.power, Power) for page in pages)
    assert len({page.path for page in pages}) == len(pages)
    await enter(app, visitor, Role.OFFICER)
    for entry in MENU:
        status = (await visitor.get(entry.path)).status_code
        if entry.path in {page.path for page in pages}:
            allowed = entry.power in {Power.VIEW_TODAY, Power.VIEW_DUE, Power.VIEW_CASES}
            assert status == (200 if allowed else 403), entry.path


@pytest.mark.parametrize("role", [*Role][:4])
async def test_every_role_has_a_desk(app: App, visitor: httpx.AsyncClient, role: Role) -> None:
    await enter(app, visitor, role)
    assert (await visitor.get("/desk")).status_code == 200
