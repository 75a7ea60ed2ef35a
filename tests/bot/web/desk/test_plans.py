"""The pages of plans without a browser: who may see them, what stands on them."""

import httpx
import pytest

from bot.app import App
from storage.values import Role
from tests.bot.web.desk.test_frame import enter
from tests.factories.plans import TEXT


async def add_plan(app: App, text: str = TEXT, place: str = "xã Bến Lụa") -> int:
    report = await app.plans.add(
        "ke-hoach.txt", text.encode(), now=app.clock.now(), locality=place, is_announced=False
    )
    return report.plan_id


async def test_a_clerk_sees_drafts_and_where_to_drop_a_file(
    app: App, visitor: httpx.AsyncClient
) -> None:
    await add_plan(app)
    await enter(app, visitor, Role.CLERK)
    page = await visitor.get("/desk/ke-hoach")
    assert page.status_code == 200
    assert "Kế hoạch số 07/KH-UBND" in page.text
    assert "Nạp kế hoạch" in page.text


async def test_a_leader_reads_and_changes_nothing(app: App, visitor: httpx.AsyncClient) -> None:
    plan_id = await add_plan(app)
    await enter(app, visitor, Role.LEADER)
    listed = await visitor.get("/desk/ke-hoach")
    assert "Nạp kế hoạch" not in listed.text
    shown = await visitor.get(f"/desk/ke-hoach/{plan_id}")
    assert "Phát tờ rơi hướng dẫn" in shown.text
    for verb in ("Xác nhận kế hoạch", "Xóa kế hoạch", "Chọn đơn vị"):
        assert verb not in shown.text


@pytest.mark.parametrize("path", ["", "/thay-doi"])
async def test_another_places_plan_is_not_there(
    app: App, visitor: httpx.AsyncClient, path: str
) -> None:
    elsewhere = await add_plan(app, place="xã Đồi Sim")
    await enter(app, visitor, Role.CLERK)
    for plan in (str(elsewhere), "999999", "mot", "٣", "9" * 30):
        page = await visitor.get(f"/desk/ke-hoach/{plan}{path}")
        assert page.status_code == 404, plan
        assert "Phát tờ rơi" not in page.text


async def test_the_source_cannot_bring_markup(app: App, visitor: httpx.AsyncClient) -> None:
    hostile = TEXT.replace("Phát tờ rơi", "<img src=x onerror=alert(1)> Phát tờ rơi")
    plan_id = await add_plan(app, hostile)
    await enter(app, visitor, Role.CLERK)
    page = await visitor.get(f"/desk/ke-hoach/{plan_id}")
    assert page.status_code == 200
    assert "<img src=x" not in page.text
    assert "&lt;img src=x" in page.text.replace("&amp;", "&").replace("\\u003c", "&lt;")
