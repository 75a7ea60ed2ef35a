"""Texts for the groups of offices whose people have no chat."""

import datetime as dt
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from handlers.nudges.pasting import GroupTextAsked, read_group_text, write_group_text
from knowledge.calendar import load_calendar
from knowledge.text import fold
from storage.database import Database
from storage.values import Role
from tests.factories.talk import Chat, build_chat
from tests.factories.town_hall import ECONOMY, PLACE, TODAY, fill_hall, found_hall
from tests.handlers.conftest import Prepared


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("soạn tin nhóm", GroupTextAsked()),
        ("tin nhắn nhóm", GroupTextAsked()),
        ("soạn tin nhóm Phòng Kinh tế", GroupTextAsked("phong kinh te")),
        ("soan tin nhan nhom cho phong KT", GroupTextAsked("phong kt")),
        (
            "soạn tin nhóm Phòng Kinh tế tuần này",
            GroupTextAsked("phong kinh te", "tuan nay"),
        ),
        ("tin nhóm zalo tuần sau", GroupTextAsked("", "tuan sau")),
        ("soạn tin nhóm Phòng Kinh tế trong tháng này", GroupTextAsked("phong kinh te", "thang nay")),
        ("tin nhắn của nhóm hỗ trợ", None),
        ("nhóm này làm gì", None),
    ],
)  # fmt: skip
def test_what_is_asked(text: str, asked: GroupTextAsked | None) -> None:
    assert read_group_text(fold(text)) == asked


@pytest.fixture
async def clerk(prepared: Prepared, tmp_path: Path) -> AsyncIterator[Chat]:
    database = await prepared.copy(fill_hall, tmp_path / "hall.sqlite")
    yield build_chat(database).other("Bình")
    await database.close()


async def test_a_text_to_paste(clerk: Chat) -> None:
    await clerk.says("soạn tin nhóm phòng kinh tế")
    lead, text = clerk.heard()
    assert lead == f"Tin dưới đây để dán vào nhóm Zalo của {ECONOMY}:"
    assert text == (
        f"UBND {PLACE} nhắc {ECONOMY} các việc có hạn đến hết 07/12/2026:\n"
        "1. Báo cáo rà soát thủ tục – hạn thứ Sáu 27/11/2026 (còn 3 ngày làm việc).\n"
        "   Nguồn: việc được giao ngày 23/11/2026.\n"
        "2. Niêm yết giá tại chợ – hạn thứ Năm 03/12/2026 (còn 7 ngày làm việc).\n"
        "   Nguồn: việc được giao ngày 23/11/2026.\n"
        "Việc nào đã hoàn thành, xin báo công chức đầu mối kèm số văn bản nếu có."
    )


async def test_a_time_and_an_office_with_nothing(clerk: Chat) -> None:
    await clerk.says(f"soạn tin nhóm {ECONOMY} tuần này")
    assert "Niêm yết" not in clerk.heard()[-1]
    assert "nhắc Phòng Kinh tế các việc" in await clerk.says("tin nhắn nhóm p. KT")
    said = await clerk.says("soạn tin nhóm văn phòng")
    assert said == "Văn phòng không có việc nào chưa hoàn thành có hạn đến hết 07/12/2026."


async def test_the_only_busy_office_needs_no_name_and_of_two_one_is_chosen(clerk: Chat) -> None:
    assert ECONOMY in await clerk.says("tin nhắn nhóm")
    async with clerk.app.database.write() as work:
        await (await found_hall(work)).add_work("Công an xã")
    said = await clerk.says("soạn tin nhóm tuần này")
    # The police, whom nobody has joined, stand first.
    assert said == f"Anh/Chị cần tin nhắc việc của đơn vị nào?\n1. Công an xã\n2. {ECONOMY}"
    assert clerk.buttons == [
        "soạn tin nhóm Công an xã tuần này",
        f"soạn tin nhóm {ECONOMY} tuần này",
    ]
    assert "nhắc Công an xã các việc" in await clerk.says("1")
    assert "Chưa có đơn vị tên như vậy" in await clerk.says("soạn tin nhóm Phòng Đất đai")


async def test_who_may(clerk: Chat) -> None:
    head = clerk.other("Cường")
    assert "nhắc Phòng Kinh tế các việc" in await head.says("soạn tin nhóm")
    assert "công chức đầu mối" in await head.says("soạn tin nhóm Văn phòng")
    async with clerk.app.database.write() as work:
        await (await found_hall(work)).seat("Đỗ Thị Dung", ECONOMY)
    said = await clerk.other("Dung").says("soạn tin nhóm")
    assert said.startswith("Tin nhắc việc cho nhóm, phiếu nhắc việc dành cho")
    assert "nhắc việc" not in await clerk.other("stranger").says("soạn tin nhóm")


async def test_a_group_stands_for_its_members(clerk: Chat) -> None:
    async with clerk.app.database.write() as work:
        hall = await found_hall(work)
        police = await hall.add_work("Công an xã", "Tổng kiểm tra cư trú")
        economy = await work.offices.find(hall.place.id, ECONOMY)
        group = await work.offices.ensure(hall.place.id, "Các ban, ngành", is_group=True)
        assert economy
        assert police.office_id
        await work.offices.set_members(group.id, [economy.id, police.office_id])
    said = await clerk.says("soạn tin nhóm các ban ngành")
    names = ("Báo cáo rà soát", "Tổng kiểm tra", "Niêm yết giá")
    assert [said.index(name) for name in names] == sorted(said.index(name) for name in names)


async def test_the_sheet_is_made_elsewhere(clerk: Chat) -> None:
    assert "motcua nudge sheet" in await clerk.says("in phiếu nhắc việc giúp tôi")


async def test_long_work_is_split_between_items(sqlite: Database) -> None:
    async with sqlite.write() as work:
        hall = await found_hall(work)
        await hall.seat("Lê Thị Bình", "Văn phòng", Role.CLERK)
        items = [await hall.add_work(ECONOMY, f"Việc {n} " + "rất dài " * 30) for n in range(1, 31)]
    texts = write_group_text(
        ECONOMY,
        PLACE,
        items,
        until=TODAY + dt.timedelta(days=14),
        today=TODAY,
        calendar=load_calendar(),
    )
    assert all(len(text) <= 2000 for text in texts)
    assert [text.splitlines()[0][-10:] for text in texts] == [
        f"(tin {n}/{len(texts)}):" for n in range(1, len(texts) + 1)
    ]
    lines = [line for text in texts for line in text.splitlines()]
    assert [line.split(".")[0] for line in lines if line[0].isdigit()] == [
        str(n) for n in range(1, 31)
    ]
    assert sum("xin báo công chức đầu mối" in text for text in texts) == 1
