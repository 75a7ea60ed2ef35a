"""The calendar of due days without a browser: what stands on it, for whom, and by its address."""

import datetime as dt

import httpx
import pytest

from bot.app import App
from storage.values import DueState, Role
from tests.bot.web.desk.test_frame import enter
from tests.factories.town_hall import ECONOMY, TODAY, found_hall


@pytest.fixture
async def items(app: App) -> dict[str, int]:
    """Work of two offices in one place, and of another place."""
    async with app.database.write() as work:
        hall, other = await found_hall(work), await found_hall(work, "xã Đồi Sim")
        late = await hall.add_work(ECONOMY, "Báo cáo giá chợ", TODAY - dt.timedelta(days=4))
        soon = await hall.add_work("Văn phòng", "Rà soát thủ tục", TODAY + dt.timedelta(days=3))
        past = await hall.add_work(
            "Văn phòng", "Họp triển khai", TODAY - dt.timedelta(days=60), state=DueState.PAST
        )
        far = await other.add_work(ECONOMY, "Việc của nơi khác")
    return {"late": late.id, "soon": soon.id, "past": past.id, "elsewhere": far.id}


async def test_the_month_and_the_list_show_what_is_due(
    app: App, visitor: httpx.AsyncClient, items: dict[str, int]
) -> None:
    await enter(app, visitor, Role.CLERK)
    month = (await visitor.get("/desk/lich-han")).text
    for words in ("Báo cáo giá chợ", "Rà soát thủ tục", "Tháng 11/2026", "Chủ nhật", "hôm nay"):
        assert words in month
    assert "Việc của nơi khác" not in month
    listed = (await visitor.get("/desk/lich-han?xem=danh-sach&trang-thai=qua-han")).text
    assert "Báo cáo giá chợ" in listed
    assert "Rà soát thủ tục" not in listed


@pytest.mark.parametrize(
    ("query", "found", "hidden"),
    [
        ("tim=gia+cho", "Báo cáo giá chợ", "Rà soát thủ tục"),
        ("tim=giá+chợ", "Báo cáo giá chợ", "Rà soát thủ tục"),
        ("tu=2026-11-23&den=2026-11-29", "Rà soát thủ tục", "Báo cáo giá chợ"),
        ("trang-thai=da-qua", "Họp triển khai", "Rà soát thủ tục"),
        ("trang-thai=la-gi&trang=x&don-vi=y&tu=z", "Rà soát thủ tục", "Họp triển khai"),
    ],
)
async def test_the_address_says_what_is_shown(
    app: App, visitor: httpx.AsyncClient, items: dict[str, int], query: str, found: str, hidden: str
) -> None:
    await enter(app, visitor, Role.CLERK)
    page = (await visitor.get(f"/desk/lich-han?xem=danh-sach&{query}")).text
    assert found in page
    assert hidden not in page


async def test_an_officer_sees_the_own_offices_work_and_no_tabs_of_the_clerk(
    app: App, visitor: httpx.AsyncClient, items: dict[str, int]
) -> None:
    await enter(app, visitor, Role.OFFICER)
    page = (await visitor.get("/desk/lich-han?xem=danh-sach")).text
    assert "Rà soát thủ tục" in page
    assert "Báo cáo giá chợ" not in page
    for tab in ("Chưa có ngày", "Xem trước tin nhắc", "Giao việc"):
        assert tab not in page
    assert "Xem trước tin nhắc" not in (await visitor.get("/desk/lich-han?xem=tin-nhac")).text


@pytest.mark.parametrize("view", ["chua-ngay", "da-qua", "tin-nhac", "giao-viec"])
async def test_every_tab_opens(
    app: App, visitor: httpx.AsyncClient, items: dict[str, int], view: str
) -> None:
    await enter(app, visitor, Role.CLERK)
    assert (await visitor.get(f"/desk/lich-han?xem={view}")).status_code == 200


async def test_an_item_is_shown_to_who_may_see_it(
    app: App, visitor: httpx.AsyncClient, items: dict[str, int]
) -> None:
    await enter(app, visitor, Role.OFFICER)
    own = await visitor.get(f"/desk/lich-han/V{items['soon']}")
    assert own.status_code == 200
    assert "Rà soát thủ tục" in own.text
    for wrong in (
        f"V{items['late']}",
        f"V{items['elsewhere']}",
        "V999",
        "12",
        "V1x",
        "V" + "9" * 30,
    ):
        page = await visitor.get(f"/desk/lich-han/{wrong}")
        assert page.status_code == 404, wrong
        assert "Báo cáo giá chợ" not in page.text
