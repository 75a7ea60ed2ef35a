"""Urging: the officers who hold what is not done, once a day, by whom it concerns."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.factories.plans import CULTURE
from tests.factories.tasks import ECONOMY, Commune, open_commune
from tests.handlers.conftest import Prepared


@pytest.fixture
async def commune(prepared: Prepared, tmp_path: Path) -> AsyncIterator[Commune]:
    commune = await open_commune(prepared, tmp_path)
    yield commune
    await commune.chat.app.database.close()


async def codes(commune: Commune, *words: str) -> list[str]:
    return [f"V{(await commune.find(each)).id}" for each in words]


async def test_each_officer_gets_one_notice_and_the_leader_hears_who(commune: Commune) -> None:
    late, fair, prices = await codes(commune, "Đăng tin", "hội thi", "Niêm yết")
    said = await commune["chutich"].says(f"đôn đốc {late} {fair} {prices}")
    assert said == "Đã gửi đôn đốc tới: Trần Văn An, Lê Thị Bình, Vũ Minh Kha."
    [told] = commune["an"].told()
    assert told.startswith("Bùi Văn Lâm đôn đốc 2 việc, xin Anh/Chị cập nhật kết quả:\n1. ")
    assert commune["an"].buttons == {"Xem 1": f"xem {late}", "Xem 2": f"xem {fair}"}
    assert len(commune["kinhte"].told()) == 1
    assert not commune["ha"].told()  # the head, as others answer for the office


async def test_two_presses_are_one(commune: Commune) -> None:
    [late] = await codes(commune, "Đăng tin")
    await commune["chutich"].says(f"đôn đốc {late}")
    assert f"Việc {late} đã được đôn đốc trong hôm nay" in await commune["thu"].says(
        f"đôn đốc {late}"
    )
    assert len(commune["an"].told()) == 1
    commune.go_to("2026-11-25 09:00")
    await commune["chutich"].says(f"đôn đốc {late}")
    assert len(commune["an"].told()) == 1


async def test_who_has_no_chat_is_named(commune: Commune) -> None:
    async with commune.chat.app.database.write() as work:
        await work.people.forget_address(commune["kinhte"].chat.address)
    late, prices = await codes(commune, "Đăng tin", "Niêm yết")
    said = await commune["chutich"].says(f"đôn đốc {late} {prices}")
    assert "Đã gửi đôn đốc tới: Trần Văn An, Lê Thị Bình." in said
    assert f"Chưa có ai nhận được tin tại đây ở {ECONOMY}" in said


async def test_a_head_urges_the_own_office_only(commune: Commune) -> None:
    late, prices = await codes(commune, "Đăng tin", "Niêm yết")
    said = await commune["ha"].says(f"đôn đốc {late}")
    assert "Trần Văn An, Lê Thị Bình" in said
    await commune["ha"].says(f"đôn đốc {prices}")
    assert not commune["kinhte"].told()


async def test_an_officer_urges_nobody(commune: Commune) -> None:
    [late] = await codes(commune, "Đăng tin")
    assert "không đôn đốc được" in await commune["an"].says(f"đôn đốc {late}")
    assert not commune["binh"].told()


async def test_what_is_done_is_left_out(commune: Commune) -> None:
    late, fair = await codes(commune, "Đăng tin", "hội thi")
    await commune["an"].says(f"xong {late}")
    said = await commune["chutich"].says(f"đôn đốc {late} {fair}")
    assert f"Việc {late} không còn chờ kết quả" in said
    assert "Đã gửi đôn đốc" in said


async def test_an_office_by_name_and_at_night(commune: Commune) -> None:
    commune.go_to("2026-11-23 20:30")
    said = await commune["chutich"].says("đôn đốc phòng văn hóa - xã hội")
    assert "Tin được gửi lúc 07:30 ngày 25/11/2026" in said
    assert not commune["an"].told()
    assert "Không có việc nào cần đôn đốc" in await commune["chutich"].says(f"đôn đốc {ECONOMY}")
    commune.go_to("2026-11-25 07:30")
    await commune.deliver()
    [told] = commune["an"].told()
    assert "Đăng tin" in told
    assert "hội thi" not in told


async def test_the_history_says_it(commune: Commune) -> None:
    [late] = await codes(commune, "Đăng tin")
    await commune["chutich"].says(f"đôn đốc {late}")
    shown = await commune["an"].says(f"xem {late}")
    assert "Diễn biến: 23/11 Bùi Văn Lâm đôn đốc." in shown
    assert CULTURE in shown
