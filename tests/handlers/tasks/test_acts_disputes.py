"""Work that an office says is not theirs: silent until the clerk gives it away or leaves it."""

import datetime as dt
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from handlers.tasks.disputing import list_disputed
from storage.values import DueState, NewDueDay
from tests.factories.plans import CULTURE, build_task
from tests.factories.tasks import ECONOMY, Commune, open_commune
from tests.handlers.conftest import Prepared

FAIR = "hội thi"


@pytest.fixture
async def commune(prepared: Prepared, tmp_path: Path) -> AsyncIterator[Commune]:
    commune = await open_commune(prepared, tmp_path)
    yield commune
    await commune.chat.app.database.close()


async def dispute(commune: Commune) -> str:
    """Let An say that the fair is not theirs; give the item's code."""
    await commune["an"].says("việc của tôi")
    await commune["an"].says("xem 2")
    await commune["an"].says("viec nay cua phong KT chu dau phai ben minh")
    return f"V{(await commune.find(FAIR)).id}"


async def test_the_office_named_is_passed_to_the_clerk(commune: Commune) -> None:
    an, thu = commune["an"], commune["thu"]
    await an.says("việc của tôi")
    await an.says("xem 2")
    assert await an.says("viec nay cua phong KT chu dau phai ben minh") == (
        "Đã chuyển công chức đầu mối xem xét: Anh/Chị cho rằng việc này thuộc Phòng Kinh tế. "
        "Trong khi chờ phân công lại, hệ thống tạm dừng nhắc Anh/Chị về việc này."
    )
    due = await commune.find(FAIR)
    assert (due.state, due.next_on) == (DueState.DISPUTED, None)
    [told] = thu.told()
    assert f"không thuộc {CULTURE}, mà thuộc {ECONOMY}" in told
    assert list(thu.buttons) == [f"Giao {ECONOMY}", "Giao đơn vị khác", "Giữ nguyên"]
    assert "Đang chờ công chức đầu mối xem xét" in await an.says("việc của tôi")


async def test_the_button_says_whose_item_it_is(commune: Commune) -> None:
    an = commune["an"]
    await an.says("việc của tôi")
    await an.says("xem 2")
    said = await an.presses("Không thuộc đơn vị")
    assert f"việc này không thuộc {CULTURE}" in said
    code = f"V{(await commune.find(FAIR)).id}"
    assert "đang chờ công chức đầu mối" in await commune["binh"].says(
        f"{code} không thuộc đơn vị tôi"
    )
    assert "lý do" not in await commune["thu"].says("việc không thuộc đơn vị")


async def test_the_clerk_leaves_it_with_a_reason(commune: Commune) -> None:
    code = await dispute(commune)
    thu, an = commune["thu"], commune["an"]
    an.told()
    said = await thu.says(f"giữ nguyên {code}, theo quy chế")
    assert f"Đã giữ nguyên việc {code} cho {CULTURE}" in said
    assert "Trần Văn An" in said
    [told] = an.told()
    assert f"thuộc {CULTURE}" in told
    assert "lý do: theo quy chế" in told
    due = await commune.find(FAIR)
    assert (due.state, str(due.next_on)) == (DueState.OPEN, "2026-11-23")
    assert "đã được xử lý tiếp" in await an.says(f"hoàn tác {code}")
    assert "Đỗ Anh Thư đã giữ nguyên" in await thu.says(f"giữ nguyên {code}")


async def test_the_clerk_gives_it_to_the_office_named(commune: Commune) -> None:
    code = await dispute(commune)
    thu, an, kinhte = commune["thu"], commune["an"], commune["kinhte"]
    an.told(), thu.told()
    said = await thu.presses(f"Giao {ECONOMY}")
    assert (
        f"Đã giao việc {code} cho {ECONOMY}, hạn thứ Sáu 27/11/2026. Đã báo: Vũ Minh Kha." in said
    )
    [told] = kinhte.told()
    assert f"giao {ECONOMY} việc V" in told
    assert "Anh/Chị không phải thực hiện" in an.told()[0]
    assert "không còn hiệu lực" in await an.says(f"xong {code}")
    assert "hội thi" in await kinhte.says("việc của tôi")
    assert "hội thi" not in await an.says("việc của tôi")
    assert f"đã giao việc {code} cho {ECONOMY}" in await thu.says(f"giữ nguyên {code}")


async def test_which_office_is_asked_back(commune: Commune) -> None:
    await dispute(commune)
    thu, kinhte = commune["thu"], commune["kinhte"]
    thu.told()
    assert "nhắn tên đơn vị nhận việc" in await thu.presses("Giao đơn vị khác")
    assert "Chưa xác định được đơn vị “phòng lưu trữ”" in await thu.says("phòng lưu trữ")
    await thu.says("phong kinh te")
    assert len(kinhte.told()) == 1


@pytest.mark.parametrize("user", ["an", "binh", "ha", "kinhte", "xa"])
async def test_only_clerk_and_leader_decide(commune: Commune, user: str) -> None:
    code = await dispute(commune)
    for text in (f"giữ nguyên {code}", f"giao {code} cho {ECONOMY}"):
        said = await commune[user].says(text)
        assert "công chức đầu mối quyết định" in said or "Không có việc" in said or "thuộc" in said
    assert (await commune.find(FAIR)).state is DueState.DISPUTED


async def test_only_who_holds_the_office_can_deny_it(commune: Commune) -> None:
    code = f"V{(await commune.find(FAIR)).id}"
    for user in ("kinhte", "xa", "thu"):
        await commune[user].says(f"{code} không thuộc đơn vị tôi")
    assert (await commune.find(FAIR)).state is DueState.OPEN


async def test_the_list_of_what_waits_is_for_the_clerk(commune: Commune) -> None:
    await dispute(commune)
    said = await commune["thu"].says("việc không thuộc đơn vị")
    assert "Có 1 việc được báo là không thuộc đơn vị được giao" in said
    assert f"{CULTURE} (Trần Văn An), hạn thứ Sáu 27/11/2026, lý do: {ECONOMY}" in said
    assert list(commune["thu"].buttons) == ["Giao đơn vị khác", "Giữ nguyên"]
    assert "không thuộc đơn vị được giao" not in await commune["an"].says("việc không thuộc đơn vị")
    async with commune.chat.app.database.read() as work:
        assert [each.event is not None for each in await list_disputed(work, 1)] == [True]
        assert not await list_disputed(work, 2)


async def test_a_clerks_own_work_is_decided_at_once(commune: Commune) -> None:
    thu = commune["thu"]
    await thu.says("việc của tôi")
    assert "xin chọn cách giải quyết" in await thu.says("1 không thuộc đơn vị tôi")
    assert "Đã giữ nguyên" in await thu.presses("Giữ nguyên")


async def test_work_given_out_goes_over_by_itself(commune: Commune) -> None:
    async with commune.chat.app.database.write() as work:
        people = {p.name: p for p in await work.people.list_all(on=dt.date(2026, 11, 23))}
        an, clerk = people["Trần Văn An"], people["Đỗ Anh Thư"]
        task_id = await work.assignments.add(
            build_task("Báo cáo tình hình lễ hội"),
            locality_id=an.locality_id,
            document="",
            by=clerk.id,
            now=commune.chat.clock.now(),
        )
        due = NewDueDay(
            task_id,
            an.office_ids[0],
            "",
            dt.date(2026, 12, 4),
            DueState.OPEN,
            known_since=dt.date(2026, 11, 23),
        )
        await work.due_days.add([due], locality_id=an.locality_id)
    code = f"V{(await commune.find('lễ hội')).id}"
    await commune["an"].says(f"{code} không thuộc đơn vị tôi")
    assert "Đã giao việc" in await commune["thu"].says(f"giao {code} cho {ECONOMY}")
    given = await commune.find("lễ hội")
    assert (f"V{given.id}", given.office, given.state) == (code, ECONOMY, DueState.OPEN)
    assert "lễ hội" in await commune["kinhte"].says(f"xem {code}")
