"""“Hôm nay” and “Báo cáo” without a browser: who is let in, and what files are given to whom."""

import io

import httpx
import pytest
from openpyxl import load_workbook

from bot.app import App
from storage.values import Role
from tests.bot.web.desk.test_frame import enter
from tests.factories.cases import open_case
from tests.factories.town_hall import ECONOMY, TODAY, found_hall

REPORT = "/desk/tai-ve/bao-cao"


async def test_an_empty_day_says_so(app: App, visitor: httpx.AsyncClient) -> None:
    await enter(app, visitor, Role.OFFICER)
    assert "Hiện không có việc nào chờ Anh/Chị." in (await visitor.get("/desk")).text


async def test_items_lead_to_their_pages(app: App, visitor: httpx.AsyncClient) -> None:
    await enter(app, visitor, Role.CLERK)
    async with app.database.write() as work:
        hall = await found_hall(work)
        due = await hall.add_work(ECONOMY, "Báo cáo thu ngân sách", TODAY)
        case = await open_case(work, hall.place.id)
    page = (await visitor.get("/desk")).text
    for path in (f"/desk/lich-han/V{due.id}", f"/desk/phan-anh/{case.code}"):
        assert path in page
    assert "trang-thai=chua-lam" in page


async def test_files_are_given_to_who_may_read_reports(
    app: App, visitor: httpx.AsyncClient
) -> None:
    assert (await visitor.get(f"{REPORT}.xlsx")).status_code == 303
    await enter(app, visitor, Role.OFFICER)
    assert (await visitor.get(f"{REPORT}.json")).status_code == 403
    await enter(app, visitor, Role.LEADER)
    async with app.database.write() as work:
        hall = await found_hall(work)
        await hall.add_work("=HYPERLINK(1)", "Việc", TODAY)
    book = await visitor.get(f"{REPORT}.xlsx")
    assert book.headers["content-disposition"].endswith("bao-cao-2026-Q4.xlsx")
    assert book.headers["cache-control"] == "no-store"
    sheet = load_workbook(io.BytesIO(book.content))["Nhiệm vụ"]
    names = [row[0].value for row in sheet.iter_rows() if row[0].value]
    assert "'=HYPERLINK(1)" in names
    body = (await visitor.get(f"{REPORT}.json?ky=2026")).json()
    assert (body["period"], body["tasks"]["totals"]["due"]) == ("2026", 1)


@pytest.mark.parametrize("query", ["?ky=quý+V", "?ky=2030", "?don-vi=Phòng+lạ"])
async def test_what_cannot_be_reported_is_said(
    app: App, visitor: httpx.AsyncClient, query: str
) -> None:
    await enter(app, visitor, Role.CLERK)
    assert (await visitor.get(f"{REPORT}.xlsx{query}")).status_code == 404
