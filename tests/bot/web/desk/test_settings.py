"""The pages of settings: who may see them, and what stands on each."""

import httpx
import pytest

from bot.app import App
from storage.values import Role
from tests.bot.web.desk.test_frame import enter

PARTS = {
    "": "Bộ phận Một cửa",
    "/dia-phuong": "chưa ghi cấp trên",
    "/nhac-viec": "Biết trước từ 60 ngày",
    "/quy-tac": "Chưa có quy định nào",
    "/thoi-han": "Hạn trả lời – hiện trường",
    "/duyet": "Chỉ lãnh đạo",
    "/loi-chao": "Chưa thêm câu nào",
    "/cong-khai": "Không công khai",
    "/mau": "Chưa có mẫu nào",
    "/kenh": "Chưa kết nối kênh nào",
    "/nhat-ky": "Chưa có thay đổi nào",
}


async def test_a_clerk_sees_every_part(app: App, visitor: httpx.AsyncClient) -> None:
    await enter(app, visitor, Role.CLERK)
    for path, text in PARTS.items():
        page = await visitor.get(f"/desk/cai-dat{path}")
        assert (page.status_code, text in page.text) == (200, True), path
        assert "Chỉ công chức đầu mối" not in page.text


async def test_a_leader_only_looks(app: App, visitor: httpx.AsyncClient) -> None:
    await enter(app, visitor, Role.LEADER)
    ladder = (await visitor.get("/desk/cai-dat/nhac-viec")).text
    assert "Chỉ công chức đầu mối" in ladder
    assert "Đặt riêng lịch nhắc việc" not in ladder


@pytest.mark.parametrize("role", [Role.HEAD, Role.OFFICER])
async def test_heads_and_officers_see_none(
    app: App, visitor: httpx.AsyncClient, role: Role
) -> None:
    await enter(app, visitor, role)
    for path in PARTS:
        assert (await visitor.get(f"/desk/cai-dat{path}")).status_code == 403


async def test_a_forged_address_of_the_trail_shows_nothing_odd(
    app: App, visitor: httpx.AsyncClient
) -> None:
    await enter(app, visitor, Role.CLERK)
    for query in ("truoc=x", "truoc=9999999999999999999", "loai=x&truoc=1"):
        assert (await visitor.get(f"/desk/cai-dat/nhat-ky?{query}")).status_code == 200
