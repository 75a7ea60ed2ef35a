"""Pages of offices and people: who sees what, and the files beside them."""

import io

import httpx
import openpyxl
import pytest

from bot.app import App
from bot.web.desk import build_pages
from bot.web.desk.files.handouts import KEPT, MOST, Handouts
from bot.web.desk.files.invitations import TEMPLATE_PATH, link_sheet
from bot.web.desk.words import people as words
from storage.values import Role
from tests.bot.web.desk.test_frame import enter
from tests.factories.talk import MONDAY
from tests.factories.town_hall import ECONOMY, found_hall

PATHS = (
    "/desk/don-vi",
    "/desk/don-vi/gan-giong",
    "/desk/don-vi/chua-co-nguoi",
    "/desk/don-vi/loi-moi",
    "/desk/nguoi",
)


async def test_a_leader_sees_but_has_no_buttons(app: App, visitor: httpx.AsyncClient) -> None:
    async with app.database.write() as work:
        hall = await found_hall(work)
        person = await hall.seat("Trần Văn An", ECONOMY)
        office = await work.offices.ensure(hall.place.id, ECONOMY)
    await enter(app, visitor, Role.LEADER)
    pages = {path: await visitor.get(path) for path in PATHS}
    pages |= {path: await visitor.get(path) for path in (
        f"/desk/don-vi/{office.id}", f"/desk/nguoi/{person.id}"
    )}  # fmt: skip
    for path, page in pages.items():
        assert page.status_code == 200, path
        for deed in (words.NEW_OFFICE, words.MAKE_CODE, words.RENAME, words.SET_ROLE, words.LEAVE):
            assert f">{deed}<" not in page.text, path
            assert f'"{deed}"' not in page.text, path
    assert (await visitor.get(TEMPLATE_PATH)).status_code == 403


@pytest.mark.parametrize("role", [Role.OFFICER, Role.HEAD])
async def test_officers_and_heads_are_not_let_in(
    app: App, visitor: httpx.AsyncClient, role: Role
) -> None:
    await enter(app, visitor, role)
    for path in (*PATHS, "/desk/don-vi/1", "/desk/nguoi/1", TEMPLATE_PATH):
        assert (await visitor.get(path)).status_code == 403, path


async def test_what_is_not_there_and_what_is_elsewhere(
    app: App, visitor: httpx.AsyncClient
) -> None:
    async with app.database.write() as work:
        other = await found_hall(work, "xã Đồi Sim")
        stranger = await other.seat("Vũ Mai", ECONOMY)
        there = await work.offices.ensure(other.place.id, ECONOMY)
    await enter(app, visitor, Role.CLERK)
    for path in (
        "/desk/don-vi/abc", "/desk/don-vi/999999", f"/desk/don-vi/{there.id}",
        "/desk/nguoi/-1", "/desk/nguoi/999999", f"/desk/nguoi/{stranger.id}",
        f"/desk/nguoi/{'9' * 40}", "/desk/giay-moi/phieu/nothing",
    ):  # fmt: skip
        page = await visitor.get(path)
        assert page.status_code == 404, path
        assert "Vũ Mai" not in page.text


async def test_the_template_is_a_workbook(app: App, visitor: httpx.AsyncClient) -> None:
    await enter(app, visitor, Role.CLERK)
    answer = await visitor.get(TEMPLATE_PATH)
    sheet = openpyxl.load_workbook(io.BytesIO(answer.content)).active
    assert sheet is not None
    assert [cell.value for cell in sheet[1]] == ["Họ tên", "Đơn vị/chức danh", "Vai trò"]


def test_slips_are_one_sessions_for_a_while() -> None:
    handouts = Handouts()
    name = handouts.put("mine", "<p>phiếu</p>", now=MONDAY)
    assert handouts.find(name, "mine", now=MONDAY) == "<p>phiếu</p>"
    assert handouts.find(name, "another", now=MONDAY) is None
    assert handouts.find("other", "mine", now=MONDAY) is None
    assert handouts.find(name, "mine", now=MONDAY + KEPT) is None
    for _ in range(MOST):
        handouts.put("mine", "", now=MONDAY)
    assert handouts.find(name, "mine", now=MONDAY) is None


async def test_addresses_of_the_menu_and_of_sheets(app: App) -> None:
    registered = [each.path for each in build_pages(app).registered]
    first = registered.index("/desk/don-vi/{office_id}")
    assert all(registered.index(path) < first for path in PATHS if path.count("/") == 3)
    assert link_sheet("x") == "/desk/giay-moi/phieu/x"
