"""The inbox's page without a browser: its address, and what stands in it."""

import datetime as dt

import httpx
import pytest

from bot.app import App
from bot.web.desk.cases.addresses import read_wish, write_wish
from handlers.desk.cases.wish import CaseWish, Due, Tab
from knowledge.cases.states import CaseKind, CaseState
from storage.values import CaseOrder, Role
from tests.bot.web.desk.test_frame import enter
from tests.factories.cases import open_case

FULL = CaseWish(
    tab=Tab.OPEN, search="đèn đường", state=CaseState.RECEIVED, office_id=0, kind=CaseKind.RULE,
    due=Due.SOON, received_from=dt.date(2026, 11, 1), received_until=dt.date(2026, 11, 30),
    hides_name=True, is_unpublished=True, must_call=True, order=CaseOrder.OLDEST, page=3,
)  # fmt: skip


@pytest.mark.parametrize("wish", [CaseWish(), CaseWish(tab=Tab.ALL), FULL])
def test_an_address_says_what_is_shown(wish: CaseWish) -> None:
    assert read_wish(write_wish(wish)) == wish


@pytest.mark.parametrize(
    ("query", "wish"),
    [
        ({}, CaseWish()),
        ({"don-vi": "7", "han": "qua-han"}, CaseWish(tab=Tab.ALL, office_id=7, due=Due.OVER)),
        ({"xem": "la", "trang": "-1", "tu": "mai", "don-vi": "²"}, CaseWish(tab=Tab.ALL)),
        ({"trang": "9" * 30, "xem": "ket-thuc", "loai": "x"}, CaseWish(tab=Tab.OVER)),
    ],
)
def test_what_an_address_says_wrongly_is_left_out(query: dict[str, str], wish: CaseWish) -> None:
    assert read_wish(query) == wish


def test_the_operator_begins_with_what_is_open() -> None:
    assert read_wish({}, has_person=False) == CaseWish(tab=Tab.OPEN)


@pytest.mark.parametrize(("role", "is_read"), [(Role.CLERK, True), (None, False)])
async def test_the_page_lists_cases_for_who_may_read_them(
    app: App, visitor: httpx.AsyncClient, role: Role | None, is_read: bool
) -> None:
    await enter(app, visitor, role)
    async with app.database.write() as work:
        place = await work.localities.ensure("xã Bến Lụa")
        case = await open_case(work, place.id)
    page = await visitor.get("/desk/phan-anh?xem=dang-mo")
    assert page.status_code == 200
    assert case.code in page.text
    assert ("hỏng cả tháng nay" in page.text) == is_read
