"""The pages on questions and answers, without a browser: who sees which, and what they say."""

import httpx
import pytest

from bot.app import App
from bot.web.desk.words import answers as words
from storage.values import KeptFor, Role
from tests.bot.web.desk.test_frame import enter
from tests.factories.town_hall import found_hall

PATHS = (
    "/desk/hoi-dap",
    "/desk/hoi-dap/cau-tra-loi",
    "/desk/hoi-dap/nguoi-dan",
    "/desk/hoi-dap/hoi-thu",
)
QUESTION = "Làm lại thẻ bảo hiểm y tế cho con ở đâu?"


async def keep(app: App) -> None:
    async with app.database.write() as work:
        hall = await found_hall(work)
        await work.faq.keep(hall.place.id, QUESTION, KeptFor.NOT_FOUND, now=app.clock.now())


@pytest.mark.parametrize(("role", "status"), [(Role.LEADER, 200), (Role.HEAD, 403)])
async def test_who_sees_which_page(
    app: App, visitor: httpx.AsyncClient, role: Role, status: int
) -> None:
    await enter(app, visitor, role)
    for path in PATHS:
        assert (await visitor.get(path)).status_code == status, path


@pytest.mark.parametrize(("role", "may"), [(Role.CLERK, True), (Role.LEADER, False), (None, True)])
async def test_only_who_may_write_is_offered_to(
    app: App, visitor: httpx.AsyncClient, role: Role | None, *, may: bool
) -> None:
    await keep(app)
    await enter(app, visitor, role)
    page = (await visitor.get("/desk/hoi-dap")).text
    assert QUESTION in page
    assert (words.ADD in page) is may


async def test_the_operator_is_told_that_conversations_are_not_theirs(
    app: App, visitor: httpx.AsyncClient
) -> None:
    await enter(app, visitor, None)
    assert words.PEOPLE_OPERATOR in (await visitor.get("/desk/hoi-dap/nguoi-dan")).text


@pytest.mark.parametrize("number", ["1", "0", "abc", "99999999999999999999", "١"])
async def test_a_conversation_that_is_not_there(
    app: App, visitor: httpx.AsyncClient, number: str
) -> None:
    await enter(app, visitor, Role.CLERK)
    assert (await visitor.get(f"/desk/hoi-dap/nguoi-dan/{number}")).status_code == 404


async def test_a_question_in_the_address_is_tried(app: App, visitor: httpx.AsyncClient) -> None:
    await enter(app, visitor, Role.CLERK)
    page = (await visitor.get("/desk/hoi-dap/hoi-thu", params={"cau": "Giờ làm việc?"})).text
    assert words.REPLIED in page
    odd = {"cau": "?" * 3000, "ai": "x", "noi": "y"}
    assert (await visitor.get("/desk/hoi-dap/hoi-thu", params=odd)).status_code == 200
    for query in ("trang=x", "trang=-1", "trang=9999999999999999999999", "vi=x", "tu=%00"):
        assert (await visitor.get(f"/desk/hoi-dap?{query}")).status_code == 200
