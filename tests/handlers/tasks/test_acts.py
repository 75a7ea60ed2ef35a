"""What officials answer to work: done, a note, undone, later; and who else hears of it."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from handlers.tasks.own_tasks import OwnTasksSkill
from storage.values import CancelReason, DueKind, DueState
from tests.factories.plans import CULTURE, OFFICE
from tests.factories.tasks import ECONOMY, Commune, open_commune
from tests.handlers.conftest import Prepared

LATE, FAIR, LEAFLETS, PRICES = "Đăng tin", "hội thi", "Phát tờ rơi", "Niêm yết"


@pytest.fixture
async def commune(prepared: Prepared, tmp_path: Path) -> AsyncIterator[Commune]:
    commune = await open_commune(prepared, tmp_path)
    yield commune
    await commune.chat.app.database.close()


async def test_done_with_a_number_is_said_in_full(commune: Commune) -> None:
    an = commune["an"]
    await an.says("việc của tôi")
    assert await an.says("xong 2 nhe, cv so 45") == (
        "Đã ghi việc 2 hoàn thành ngày 23/11/2026, sản phẩm: Công văn số 45. "
        "Nếu nhầm, nhắn “hoàn tác 2” trong hôm nay."
    )
    due = await commune.find(FAIR)
    assert (due.state, due.done_note, due.next_on) == (DueState.DONE, "Công văn số 45", None)


@pytest.mark.parametrize(("minutes", "is_added"), [(14, True), (16, False)])
async def test_a_number_that_comes_next_is_added(
    commune: Commune, minutes: int, *, is_added: bool
) -> None:
    an = commune["an"]
    await an.says("việc của tôi")
    assert "xin Anh/Chị nhắn tiếp" in await an.says("xong 2")
    commune.chat.clock.advance(minutes=minutes)
    said = await an.says("số 45")
    assert ("Đã ghi thêm cho việc 2, sản phẩm: Số 45." in said) is is_added
    assert (await commune.find(FAIR)).done_note == ("Số 45" if is_added else "")


async def test_several_at_once_and_late(commune: Commune) -> None:
    an = commune["an"]
    await an.says("việc của tôi")
    said = (await an.says("xong 1, 2")).splitlines()
    assert (
        "việc 1 hoàn thành ngày 23/11/2026, muộn 1 ngày làm việc so với hạn 20/11/2026" in said[0]
    )
    assert "việc 2 hoàn thành ngày 23/11/2026. Nếu nhầm" in said[1]
    assert (await commune.find(LATE)).state is (await commune.find(FAIR)).state is DueState.DONE


async def test_done_by_one_is_done_for_both_and_told(commune: Commune) -> None:
    an, binh = commune["an"], commune["binh"]
    await an.says("việc của tôi")
    await an.says("xong 2, báo cáo số 12/BC-UBND")
    for user in ("binh", "ha"):
        [told] = commune[user].told()
        assert "Trần Văn An đã ghi hoàn thành" in told
        assert "sản phẩm: Báo cáo số 12/BC-UBND" in told
    assert not commune["kinhte"].told()
    assert "đã được Trần Văn An ghi hoàn thành lúc 09:00" in await binh.says(
        f"xong V{(await commune.find(FAIR)).id}"
    )


async def test_nobody_is_told_at_night(commune: Commune) -> None:
    an, binh = commune["an"], commune["binh"]
    commune.go_to("2026-11-23 21:00")
    await an.says("việc của tôi")
    await an.says("xong 2")
    assert not binh.told()
    commune.go_to("2026-11-25 07:29")  # 24/11 is a day off
    await commune.deliver()
    assert not binh.told()
    commune.go_to("2026-11-25 07:30")
    await commune.deliver()
    assert len(binh.told()) == 1


async def test_what_is_undone_at_night_was_never_told(commune: Commune) -> None:
    an, binh = commune["an"], commune["binh"]
    commune.go_to("2026-11-23 21:00")
    await an.says("việc của tôi")
    await an.says("xong 2")
    await an.says("hoàn tác")
    commune.go_to("2026-11-25 07:30")
    await commune.deliver()
    assert not any("đã ghi hoàn thành" in text for text in binh.told())


async def test_undone_until_midnight(commune: Commune) -> None:
    an = commune["an"]
    await an.says("việc của tôi")
    await an.says("xong 2")
    commune.go_to("2026-11-23 23:59")
    assert await an.says("hoàn tác 2") == (
        f"Đã hoàn tác: việc 2 của {CULTURE} trở lại chưa hoàn thành, hạn thứ Sáu 27/11/2026."
    )
    due = await commune.find(FAIR)
    assert (due.state, due.done_at, str(due.next_on)) == (DueState.OPEN, None, "2026-11-23")


async def test_after_midnight_only_the_clerk_undoes(commune: Commune) -> None:
    an, thu = commune["an"], commune["thu"]
    code = f"V{(await commune.find(FAIR)).id}"
    await an.says(f"xong {code}")
    assert "do Trần Văn An cập nhật" in await commune["binh"].says(f"hoàn tác {code}")
    commune.go_to("2026-11-24 00:01")
    assert "từ ngày trước" in await an.says(f"hoàn tác {code}")
    assert "chưa cập nhật việc nào" in await an.says("hoàn tác")
    assert "trở lại chưa hoàn thành" in await thu.says(f"hoàn tác {code}")
    assert (await commune.find(FAIR)).state is DueState.OPEN


async def test_a_note_undone_gives_the_one_before(commune: Commune) -> None:
    an = commune["an"]
    await an.says("việc của tôi")
    await an.says("xong 2, cv số 45")
    await an.says("kq 2: cv số 46")
    assert (await commune.find(FAIR)).done_note == "Công văn số 46"
    assert "Đã bỏ kết quả" in await an.says("hoàn tác 2")
    assert (await commune.find(FAIR)).done_note == "Công văn số 45"
    assert "trở lại chưa hoàn thành" in await an.says("hoàn tác 2")
    assert "chưa có cập nhật nào" in await an.says("hoàn tác 2")


async def test_a_result_of_what_is_not_done_is_not_kept(commune: Commune) -> None:
    an = commune["an"]
    await an.says("việc của tôi")
    assert "chưa được ghi hoàn thành" in await an.says("kq 2: đã in 500 tờ")
    assert (await commune.find(FAIR)).done_note == ""


async def test_later_is_offered_and_kept(commune: Commune) -> None:
    an = commune["an"]
    await an.says("việc của tôi")
    assert "vào sáng ngày nào" in await an.says("nhắc lại 3")
    assert list(an.buttons) == ["Thứ Tư 25/11/2026", "Thứ Hai 30/11/2026", "Thứ Năm 03/12/2026"]
    said = await an.says("thứ Hai tuần sau")
    assert said == "Sẽ nhắc lại việc 3 sáng thứ Hai 30/11/2026, hạn thứ Sáu 04/12/2026."
    assert "Hẹn nhắc lại ngày 30/11/2026" in await an.says("việc của tôi")
    assert "Đã bỏ hẹn nhắc lại việc 3" in await an.says("hoàn tác 3")
    assert "Hẹn nhắc lại" not in await an.says("việc của tôi")


@pytest.mark.parametrize(
    ("moment", "text", "said"),
    [
        ("2026-11-23 09:00", "nhắc lại 2 thứ 6", "chậm nhất sáng thứ Năm 26/11/2026"),
        ("2026-11-23 09:00", "nhắc lại 3 28/11", "sáng thứ Hai 30/11/2026"),  # a Saturday
        ("2026-11-23 09:00", "nhắc lại 2 hôm nay", "phải sau hôm nay"),
        ("2026-11-26 09:00", "nhắc lại 2", "không còn buổi sáng làm việc nào trước hạn"),
        ("2026-11-27 09:00", "nhắc lại 2 mai", "không còn buổi sáng làm việc nào trước hạn"),
        ("2026-11-23 09:00", "nhắc lại 1 15/12", "chậm nhất sáng thứ Ba 01/12/2026"),  # overdue
        ("2026-11-23 09:00", "nhắc lại 1 25/11", "Sẽ nhắc lại việc 1 sáng thứ Tư 25/11/2026"),
    ],
)
async def test_later_never_passes_the_day(
    commune: Commune, moment: str, text: str, said: str
) -> None:
    commune.go_to(moment)
    await commune["an"].says("việc của tôi")
    assert said in await commune["an"].says(text)


async def test_the_clerk_reports_for_others(commune: Commune) -> None:
    thu, kinhte = commune["thu"], commune["kinhte"]
    said = await thu.says(f"xong hộ Phòng Kinh tế V{(await commune.find(PRICES)).id}")
    assert f"Đã ghi thay {ECONOMY}" in said
    [told] = kinhte.told()
    assert "Đỗ Anh Thư đã ghi thay" in told
    async with commune.chat.app.database.read() as work:
        [event] = await work.due_events.of((await commune.find(PRICES)).id)
    assert event.person == "Đỗ Anh Thư"


async def test_the_number_of_another_office_needs_its_list_or_name(commune: Commune) -> None:
    thu = commune["thu"]
    assert f"Đã ghi thay {ECONOMY}: việc 1" in await thu.says("xong hộ Phòng Kinh tế việc 1")
    await thu.says("việc của tôi")
    assert f"Việc 1 thuộc {OFFICE}, không phải" in await thu.says("xong hộ Phòng Kinh tế việc 1")


@pytest.mark.parametrize(
    ("user", "said"),
    [
        ("kinhte", f"thuộc {CULTURE} nên Anh/Chị không cập nhật được"),
        ("chutich", f"thuộc {CULTURE} nên Anh/Chị không cập nhật được"),
        ("xa", "Không có việc V"),
        ("la", "Mục này dành cho cán bộ đã liên kết"),
    ],
)
async def test_others_change_nothing(commune: Commune, user: str, said: str) -> None:
    due = await commune.find(FAIR)
    assert said in await commune[user].says(f"xong V{due.id}, cv số 1")
    assert (await commune.find(FAIR)).state is DueState.OPEN


async def test_buttons_mean_their_own_item_after_another_list(commune: Commune) -> None:
    an = commune["an"]
    await an.says("việc của tôi")
    old = an.buttons["Xem 3"]
    await an.says("tuần này tôi phải làm gì")
    assert "Không có việc số 3" in await an.says("xong 3")
    assert LEAFLETS in await an.says(old)
    assert "thuộc đơn vị tôi" in an.buttons["Không thuộc đơn vị"]
    await an.presses("Đã xong")
    assert (await commune.find(LEAFLETS)).state is DueState.DONE


async def test_what_was_shown_is_what_is_spoken_of(commune: Commune) -> None:
    an = commune["an"]
    await an.says("việc của tôi")
    await an.says("xem 3")
    await an.says("đã xong")
    assert (await commune.find(LEAFLETS)).state is DueState.DONE


async def test_done_with_no_list_counts_own_open_work(commune: Commune) -> None:
    an = commune["an"]
    await an.says("xong 1")
    assert (await commune.find(LATE)).state is DueState.DONE
    await an.says("xong 2")  # the numbers stay as they were
    assert (await commune.find(FAIR)).state is DueState.DONE


async def test_a_line_of_result_is_asked_for(commune: Commune) -> None:
    thu = commune["thu"]
    commune.go_to("2026-12-10 09:00")
    said = await thu.says("việc của tôi")
    assert "Cần một dòng kết quả cho báo cáo" in said
    number = next(line[0] for line in said.splitlines() if "Trực đường dây nóng" in line)
    assert "cần một dòng kết quả" in await thu.says(f"xong {number}")
    assert "kết quả: Tiếp 40 cuộc gọi" in await thu.says("Tiếp 40 cuộc gọi, xử lý xong 38")
    async with commune.chat.app.database.read() as work:
        lines = await work.due_days.of_place(1, (DueState.DONE,))
    assert [due.kind for due in lines] == [DueKind.LINE]


async def test_a_line_of_result_is_not_listed_months_ahead(commune: Commune) -> None:
    assert "Trực đường dây nóng" not in await commune["thu"].says("việc của tôi")


async def test_what_is_asked_back_may_be_dropped(commune: Commune) -> None:
    an = commune["an"]
    await an.says("việc của tôi")
    await an.says("xin lùi 2")
    skill, turn = OwnTasksSkill(commune.chat.app.calendar), await commune.turn("an", "hủy")
    effect = await skill.take(turn)
    assert effect
    async with commune.chat.app.database.write() as work:
        [reply] = await effect(work)
    assert "Đã bỏ qua" in reply.text
    assert "Đã trình" not in await an.says("thứ 6 tuần sau")


async def test_what_a_new_plan_dropped_needs_nothing(commune: Commune) -> None:
    due = await commune.find(FAIR)
    async with commune.chat.app.database.write() as work:
        await work.due_days.cancel([due.id], CancelReason.REPLACED, now=commune.chat.clock.now())
    assert "không còn hiệu lực" in await commune["an"].says(f"xong V{due.id}")
