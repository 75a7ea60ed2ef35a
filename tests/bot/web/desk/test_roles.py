"""Who may see which page: the table of roles, kept by every page that is registered."""

import httpx
import pytest

from bot.app import App
from bot.web.desk import build_pages
from bot.web.desk.page import Registered
from bot.web.desk.pages import ADD_PAGES
from handlers.desk.visitor import Power
from storage.database import Database
from storage.values import Role
from tests.bot.web.desk.test_frame import enter
from tests.factories.desk import sit_down
from tests.factories.town_hall import found_hall

OFFICE = {
    Power.VIEW_TODAY,
    Power.VIEW_DUE,
    Power.ACT_ON_DUE,
    Power.VIEW_CASES,
    Power.READ_CASES,
    Power.VIEW_SESSIONS,
}
LEADERS = OFFICE | {
    Power.VIEW_PLANS,
    Power.VIEW_ANSWERS,
    Power.VIEW_PEOPLE,
    Power.VIEW_REPORTS,
    Power.VIEW_SETTINGS,
}
ALLOWED: dict[Role | None, set[Power]] = {
    Role.OFFICER: OFFICE,
    Role.HEAD: OFFICE,
    Role.LEADER: LEADERS,
    Role.CLERK: set(Power),
    None: set(Power) - {Power.READ_CASES},  # the operator
}


def write_path(page: Registered) -> str:
    """Give an address of a page; a number that no row has stands for what the path names."""
    return "/".join("999999" if part.startswith("{") else part for part in page.path.split("/"))


@pytest.mark.parametrize("role", [*ALLOWED])
async def test_what_a_role_may_is_a_table(sqlite: Database, role: Role | None) -> None:
    async with sqlite.write() as work:
        hall = await found_hall(work)
        person = await hall.seat("Lê Thị Bình", "Văn phòng", role) if role else None
        visitor = await sit_down(work, person)
    assert {power for power in Power if visitor.may(power)} == ALLOWED[role]


async def test_every_page_has_one_rule(app: App) -> None:
    pages = build_pages(app).registered
    assert all(isinstance(page.power, Power) for page in pages)
    assert len({page.path for page in pages}) == len(pages) >= len(ADD_PAGES)
    assert all(page.path == "/desk" or page.path.startswith("/desk/") for page in pages)


async def test_a_stranger_is_led_to_the_login_from_every_page(
    app: App, visitor: httpx.AsyncClient
) -> None:
    for page in build_pages(app).registered:
        answer = await visitor.get(write_path(page))
        assert (answer.status_code, answer.headers.get("location")) == (303, "/vao"), page.path


@pytest.mark.parametrize("role", [*ALLOWED])
async def test_a_role_is_refused_what_it_may_not_see(
    app: App, visitor: httpx.AsyncClient, role: Role | None
) -> None:
    await enter(app, visitor, role)
    for page in build_pages(app).registered:
        if page.power not in ALLOWED[role]:
            assert (await visitor.get(write_path(page))).status_code == 403, page.path


@pytest.mark.slow
@pytest.mark.parametrize("role", [*ALLOWED])
async def test_a_role_is_shown_what_it_may_see(
    app: App, visitor: httpx.AsyncClient, role: Role | None
) -> None:
    """A page of something that is not there says so (404)."""
    await enter(app, visitor, role)
    for page in build_pages(app).registered:
        if page.power in ALLOWED[role]:
            status = (await visitor.get(write_path(page))).status_code
            assert status == (404 if "{" in page.path else 200), page.path
