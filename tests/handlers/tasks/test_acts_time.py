"""More time: asked for, put before who may grant it, recorded where the plan is a superior's."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from storage.models import PlanRow
from storage.values import DueState, Role
from tests.factories.plans import CULTURE
from tests.factories.tasks import Commune, open_commune
from tests.handlers.conftest import Prepared

FAIR, LATE = "hội thi", "Đăng tin"


@pytest.fixture
async def commune(prepared: Prepared, tmp_path: Path) -> AsyncIterator[Commune]:
    commune = await open_commune(prepared, tmp_path)
    yield commune
    await commune.chat.app.database.close()


async def ask(commune: Commune, text: str = "xin lùi 2 tới t6 tuần sau, sếp đi vắng") -> str:
    """Let An ask for more time for the fair; give the item's code."""
    await commune["an"].says("việc của tôi")
    await commune["an"].says(text)
    return f"V{(await commune.find(FAIR)).id}"


async def test_the_request_is_put_before_the_leader(commune: Commune) -> None:
    an, deputy = commune["an"], commune["phochutich"]
    await an.says("việc của tôi")
    await an.says("xem 2")
    assert await an.says("xin lùi tới t6 tuần sau đc ko, sếp đi vắng") == (
        "Đã trình lãnh đạo đề nghị gia hạn việc 2 đến thứ Sáu 04/12/2026, lý do: lãnh đạo đi vắng. "
        "Khi chưa được duyệt, hạn cũ vẫn giữ nguyên."
    )
    [told] = deputy.told()
    assert (
        f"Trần Văn An đề nghị gia hạn việc V{(await commune.find(FAIR)).id} của {CULTURE}" in told
    )
    assert "từ thứ Sáu 27/11/2026 đến thứ Sáu 04/12/2026, lý do: lãnh đạo đi vắng" in told
    assert not commune["chutich"].told()
    assert "chờ duyệt gia hạn đến 04/12/2026" in await an.says("việc của tôi")
    assert str((await commune.find(FAIR)).due_on) == "2026-11-27"


async def test_granted_the_new_day_counts(commune: Commune) -> None:
    code = await ask(commune)
    an, deputy = commune["an"], commune["phochutich"]
    deputy.told()
    assert await deputy.presses("Đồng ý gia hạn") == (
        f"Đã đồng ý gia hạn việc {code} của {CULTURE} đến thứ Sáu 04/12/2026."
    )
    due = await commune.find(FAIR)
    assert (str(due.due_on), str(due.last_day), str(due.next_on)) == (
        "2026-12-04", "2026-11-27", "2026-11-23",
    )  # fmt: skip
    [told] = an.told()
    assert "hạn mới thứ Sáu 04/12/2026 (hạn cũ thứ Sáu 27/11/2026)" in told
    assert "Đã gia hạn, hạn cũ 27/11/2026" in await an.says("việc của tôi")
    said = await commune["chutich"].says(f"đồng ý lùi {code}")
    assert f"Ngô Thị Mai đã đồng ý gia hạn việc {code} đến thứ Sáu 04/12/2026." in said
    assert "đã được xử lý tiếp" in await an.says(f"hoàn tác {code}")


async def test_refused_the_old_day_stands(commune: Commune) -> None:
    code = await ask(commune)
    assert "hạn vẫn là thứ Sáu 27/11/2026" in await commune["chutich"].says(
        f"không đồng ý lùi {code}: cần đúng hạn"
    )
    told = commune["an"].told()[-1]
    assert "Bùi Văn Lâm không đồng ý gia hạn" in told
    assert "lý do: cần đúng hạn. Hạn vẫn là thứ Sáu 27/11/2026" in told
    assert str((await commune.find(FAIR)).due_on) == "2026-11-27"


async def test_the_day_is_asked_back_and_the_reason_kept(commune: Commune) -> None:
    an = commune["an"]
    await an.says("việc của tôi")
    await an.says("xem 2")
    assert "cho biết ngày muốn gia hạn" in await an.presses("Xin gia hạn")
    assert "không sau hạn của việc 2" in await an.says("xin lùi đến 26/11 vì chờ số liệu")
    said = await an.says("thứ 6 tuần sau nhé")
    assert "đến thứ Sáu 04/12/2026, lý do: chờ số liệu" in said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("xin lùi 2 đến 25/11", "(thứ Tư 25/11/2026) không sau hạn của việc 2"),
        ("xin lùi 2 đến 20/11/2026", "(thứ Sáu 20/11/2026) đã qua"),
        ("xin lùi 1 đến 20/11/2026", "đã qua"),
        ("xin lùi 2 đến 5/12", "(thứ Bảy 05/12/2026) là ngày nghỉ nên chuyển sang ngày làm việc"),
        ("xin thêm 3 ngày việc 2", "đến thứ Hai 30/11/2026"),
        ("xin thêm 3 ngày làm việc cho việc 2", "đến thứ Tư 02/12/2026"),
    ],
)
async def test_days_that_give_no_more_time(commune: Commune, text: str, said: str) -> None:
    await commune["an"].says("việc của tôi")
    assert said in await commune["an"].says(text)


async def test_an_old_notice_does_not_grant_a_new_request(commune: Commune) -> None:
    code = await ask(commune)
    deputy = commune["phochutich"]
    deputy.told()
    old = deputy.buttons["Đồng ý gia hạn"]
    await commune["an"].says(f"xin lùi {code} đến 18/12")
    deputy.told()
    assert "nay xin gia hạn đến thứ Sáu 18/12/2026" in await deputy.says(old)
    assert str((await commune.find(FAIR)).due_on) == "2026-11-27"
    await deputy.presses("Đồng ý gia hạn")
    assert str((await commune.find(FAIR)).due_on) == "2026-12-18"


@pytest.mark.parametrize("user", ["an", "kinhte", "thu", "xa"])
async def test_others_do_not_decide(commune: Commune, user: str) -> None:
    code = await ask(commune)
    await commune[user].says(f"đồng ý lùi {code}")
    assert str((await commune.find(FAIR)).due_on) == "2026-11-27"


async def test_the_clerk_keeps_what_a_leader_without_chat_decides(commune: Commune) -> None:
    async with commune.chat.app.database.write() as work:
        for user in ("chutich", "phochutich"):
            await work.people.forget_address(commune[user].chat.address)
    code = await ask(commune)
    [told] = commune["thu"].told()
    assert "đề nghị gia hạn" in told
    assert f"Đã đồng ý gia hạn việc {code}" in await commune["thu"].presses("Đồng ý gia hạn")


async def test_nobody_there_to_decide_is_said(commune: Commune) -> None:
    async with commune.chat.app.database.write() as work:
        for user in ("chutich", "phochutich", "thu"):
            await work.people.forget_address(commune[user].chat.address)
    an = commune["an"]
    await an.says("việc của tôi")
    assert "xin Anh/Chị trình trực tiếp" in await an.says("xin lùi 2 đến 4/12")


async def test_a_request_taken_back_or_done_is_not_granted(commune: Commune) -> None:
    code = await ask(commune)
    an, leader = commune["an"], commune["chutich"]
    assert "Đã rút đề nghị gia hạn việc 2" in await an.says("hoàn tác 2")
    assert "không có đề nghị gia hạn nào" in await leader.says(f"đồng ý lùi {code}")
    await an.says("xin lùi 2 đến 4/12")
    await an.says("xong 2")
    assert "đã được Trần Văn An ghi hoàn thành" in await leader.says(f"đồng ý lùi {code}")
    assert (await commune.find(FAIR)).state is DueState.DONE


async def test_leaders_list_what_waits(commune: Commune) -> None:
    code = await ask(commune)
    leader = commune["chutich"]
    said = await leader.says("đề nghị gia hạn chờ duyệt")
    assert "Có 1 đề nghị gia hạn chờ quyết định" in said
    assert (
        f"{CULTURE} (Trần Văn An) đề nghị gia hạn từ thứ Sáu 27/11/2026 đến thứ Sáu 04/12/2026"
        in said
    )
    await leader.says("xem 1")
    assert list(leader.buttons) == ["Đồng ý gia hạn", "Không đồng ý", "Đôn đốc"]
    await leader.says("đồng ý lùi")
    assert str((await commune.find(FAIR)).due_on) == "2026-12-04"
    assert "Không có đề nghị" in await leader.says("đề nghị gia hạn chờ duyệt")
    assert code


async def test_a_verdict_without_an_item_means_the_only_request(commune: Commune) -> None:
    leader = commune["chutich"]
    assert "Không có đề nghị gia hạn nào" in await leader.says("đồng ý lùi")
    await ask(commune)
    await commune["an"].says("xin lùi 3 đến 15/12")
    assert "Có 2 đề nghị gia hạn chờ quyết định" in await leader.says("đồng ý lùi")
    assert "Đã đồng ý gia hạn việc 1" in await leader.says("đồng ý lùi việc 1")
    assert "Đã ghi không đồng ý gia hạn việc 2" in await leader.says("không đồng ý lùi")


async def test_a_superiors_plan_wants_the_number_of_the_request(commune: Commune) -> None:
    async with commune.chat.app.database.write() as work:
        above = await work.localities.ensure("tỉnh Sông Lục")
        plan = await work._session.get(PlanRow, 1)
        assert plan
        plan.locality_id = above.id
    an = commune["an"]
    await an.says("việc của tôi")
    said = await an.says("xin lùi 2 đến 4/12 vì chờ số liệu")
    assert "Xin Anh/Chị cho biết số văn bản đề nghị gia hạn đến thứ Sáu 04/12/2026" in said
    said = await an.says("cv số 50")
    assert (
        "Đã ghi đề nghị gia hạn việc 2 đến thứ Sáu 04/12/2026: Công văn số 50; chờ số liệu" in said
    )
    assert "hệ thống tiếp tục nhắc" in said
    assert not commune["phochutich"].told()
    due = await commune.find(FAIR)
    assert (str(due.due_on), due.state) == ("2026-11-27", DueState.OPEN)
    assert "Diễn biến: 23/11 Trần Văn An ghi văn bản" in await an.says("xem 2")
    assert "Đã bỏ ghi nhận" in await an.says("hoàn tác 2")


async def test_a_leader_may_grant_their_own(commune: Commune) -> None:
    async with commune.chat.app.database.write() as work:
        person = await work.people.find(commune["an"].chat.address, on=commune.today)
        assert person
        await work.people.set_role(person.id, Role.LEADER)
    await ask(commune)
    await commune["an"].presses("Đồng ý gia hạn")
    assert str((await commune.find(FAIR)).due_on) == "2026-12-04"
