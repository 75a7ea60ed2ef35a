"""Lists of work in chat: pages that cut no item, what waits, and one item in full."""

import datetime as dt
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from handlers.tasks.pages import LONGEST_PAGE, Listed, split_items
from storage.values import DueState, NewDueDay
from tests.factories.plans import CULTURE, build_task
from tests.factories.tasks import Commune, open_commune
from tests.handlers.conftest import Prepared

MANY = 25


@pytest.fixture
async def commune(prepared: Prepared, tmp_path: Path) -> AsyncIterator[Commune]:
    commune = await open_commune(prepared, tmp_path)
    yield commune
    await commune.chat.app.database.close()


async def give_out(commune: Commune, count: int) -> None:
    """Give An so many pieces of work, due one after another in December."""
    async with commune.chat.app.database.write() as work:
        person = await work.people.find(commune["an"].chat.address, on=commune.today)
        assert person
        for number in range(count):
            task_id = await work.assignments.add(
                build_task(f"Báo cáo chuyên đề thứ {number + 1} về cải cách hành chính"),
                locality_id=person.locality_id,
                document="Công văn số 9",
                by=None,
                now=commune.chat.clock.now(),
            )
            due = NewDueDay(
                task_id,
                person.office_ids[0],
                "",
                dt.date(2026, 12, 5) + dt.timedelta(number),
                DueState.OPEN,
                known_since=commune.today,
            )
            await work.due_days.add([due], locality_id=person.locality_id)


async def test_a_long_list_comes_in_pages(commune: Commune) -> None:
    await give_out(commune, MANY)
    an = commune["an"]
    pages = [await an.says("việc của tôi")]
    assert an.buttons["Xem tiếp"] == "xem tiếp"
    while "Xem tiếp" in an.buttons:
        pages.append(await an.says("xem tiếp"))
    assert len(pages) > 1
    assert all(len(page) <= 1400 for page in pages)
    lines = [line for page in pages for line in page.splitlines()]
    numbers = [int(line.split(". ")[0]) for line in lines if line[0].isdigit()]
    assert numbers == list(range(1, MANY + 4))
    assert all(line.endswith(".") for line in lines if line[0].isdigit())
    assert f"thứ {MANY} về" in await an.says(f"xem {MANY + 3}")


async def test_the_next_page_is_of_the_list_shown_last(commune: Commune) -> None:
    await give_out(commune, MANY)
    thu = commune["thu"]
    async with commune.chat.app.database.write() as work:
        clerk = await work.people.find(thu.chat.address, on=commune.today)
        office = (await commune.find("hội thi")).office_id
        assert clerk
        assert office
        await work.people.hold(clerk.id, office, from_day=commune.today)
    await thu.says("xem kế hoạch 1")
    first = await thu.says("việc của tôi")
    assert "(Trang 1/" in first
    assert "Báo cáo chuyên đề" in await thu.says("xem tiếp")


async def test_overdue_comes_first(commune: Commune) -> None:
    said = (await commune["an"].says("việc của tôi")).splitlines()
    assert said[1].startswith("1. Đăng tin")
    assert "chưa cập nhật kết quả" in said[1]


async def test_one_item_brings_its_four_buttons(commune: Commune) -> None:
    kinhte = commune["kinhte"]
    await kinhte.says("việc của tôi")
    assert list(kinhte.buttons) == [
        "Đã xong", "Nhắc lại sau", "Không thuộc đơn vị", "Xin gia hạn",
    ]  # fmt: skip


async def test_work_given_out_says_by_whom(commune: Commune) -> None:
    await give_out(commune, 1)
    due = await commune.find("chuyên đề")
    shown = await commune["an"].says(f"xem V{due.id}")
    assert "Nội dung: Báo cáo chuyên đề thứ 1" in shown
    assert "theo Công văn số 9" in shown
    assert f"Đơn vị: {CULTURE}. Hạn: thứ Bảy 05/12/2026" in shown


async def test_the_leader_sees_and_urges_but_reports_nothing(commune: Commune) -> None:
    leader = commune["chutich"]
    due = await commune.find("hội thi")
    shown = await leader.says(f"xem V{due.id}")
    assert "Tình trạng: chưa hoàn thành" in shown
    assert list(leader.buttons) == ["Đôn đốc"]


async def test_who_only_supports_reads_the_row_and_not_how_it_stands(commune: Commune) -> None:
    due = await commune.find("hội thi")
    await commune["an"].says(f"xin lùi V{due.id} đến 4/12")
    shown = await commune["kinhte"].says(f"xem V{due.id}")
    assert f"Đơn vị: {CULTURE}. Hạn: thứ Sáu 27/11/2026." in shown
    assert "Tình trạng" not in shown
    assert "Diễn biến" not in shown
    assert not commune["kinhte"].buttons
    assert "Không có việc" in await commune["xa"].says(f"xem V{due.id}")


async def test_what_is_done_says_by_whom(commune: Commune) -> None:
    due = await commune.find("hội thi")
    await commune["an"].says(f"xong V{due.id}, cv số 45")
    shown = await commune["binh"].says(f"xem V{due.id}")
    assert "Hoàn thành: Trần Văn An ghi ngày 23/11/2026, sản phẩm: Công văn số 45." in shown
    assert not commune["binh"].buttons
    await commune["an"].says(f"xem V{due.id}")
    assert list(commune["an"].buttons) == ["Hoàn tác"]


async def test_what_came_since_is_about_the_answer(commune: Commune) -> None:
    an = commune["an"]
    await an.says("việc của tôi")
    await an.says("Phòng Kinh tế chủ trì những việc gì")
    assert "Niêm yết" in await an.says("xem 1")
    assert "hoàn thành ngày" not in await an.says("đã xong")


@pytest.mark.parametrize("text", ["số 45", "cv số 45", "kết quả: tốt", "xem tiếp"])
async def test_words_that_nothing_waits_for_are_not_about_work(commune: Commune, text: str) -> None:
    assert "Các tài liệu hiện có không nêu" in await commune["an"].says(text)


def test_no_item_is_cut() -> None:
    items = [Listed(n, n, f"{n}. {'x' * 300}") for n in range(1, 12)]
    pages = split_items("Đầu", items)
    assert [item for _, on_page in pages for item in on_page] == items
    assert all(len(text) <= LONGEST_PAGE for text, _ in pages)
    assert pages[0][0].startswith("Đầu\n1. ")
