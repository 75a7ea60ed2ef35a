"""Work given out in chat: asked for, shown, agreed to, told, taken back."""

import datetime as dt

import pytest

from handlers.assigning.drafting import close_idle
from storage.values import Address, DueAction, DueState
from tests.factories.cases import JUSTICE, LAND, TODAY, open_case
from tests.factories.casework import FELL_THROUGH
from tests.handlers.assigning.conftest import CALENDAR, ECONOMY, GROUP, Desk

REPORT = f"giao {LAND} báo cáo kết quả đo đạc thôn 3 trước 4/12"


async def test_work_is_shown_agreed_to_and_told(desk: Desk) -> None:
    said = await desk.says("chutich", f"{REPORT} theo CV 123/UBND-VP")
    assert said.startswith(
        f"Giao {LAND}: “Báo cáo kết quả đo đạc thôn 3”, hạn thứ Năm 03/12/2026, "
        "theo Công văn 123/UBND-VP."
    )
    assert desk.buttons == ["giao", "Sửa", "Hủy"]
    assert not await desk.due_days()
    said = await desk.says("chutich", "giao")
    [due] = await desk.due_days()
    assert said == (
        f"Đã giao {LAND}: “Báo cáo kết quả đo đạc thôn 3”, hạn thứ Năm 03/12/2026. "
        f"Mã việc: V{due.id}. Đã báo Người dia."
    )
    assert (due.known_since, due.next_on, due.due_on) == (TODAY, TODAY, dt.date(2026, 12, 3))
    assert due.assignment
    assert (due.assignment.by, due.assignment.document) == (
        "Người chutich",
        "Công văn 123/UBND-VP",
    )
    [(told, not_before)] = await desk.notices("dia")
    assert told.text.startswith(f"Người chutich giao {LAND}: “Báo cáo kết quả đo đạc")
    assert [button.says for button in told.buttons] == [f"xem V{due.id}"]
    assert not_before is None
    assert not await desk.notices("truong")
    async with desk.database.read() as work:
        [event] = await work.due_events.of(due.id)
    assert (event.action, event.person) == (DueAction.ASSIGNED, "Người chutich")


async def test_what_is_agreed_to_twice_is_given_once(desk: Desk) -> None:
    await desk.says("thu", REPORT)
    await desk.says("thu", "giao")
    assert "đã được giao từ trước" in await desk.says("thu", "giao")
    assert len(await desk.due_days()) == 1


async def test_at_night_officers_are_told_the_next_working_morning(desk: Desk) -> None:
    desk.now = dt.datetime(2026, 11, 23, 14, 0, tzinfo=dt.UTC)  # 21:00; Tuesday is a day off
    await desk.says("thu", REPORT)
    assert "Người dia sẽ được báo lúc 07:30 ngày 25/11/2026" in await desk.says("thu", "giao")
    [(_, not_before)] = await desk.notices("dia")
    assert not_before == dt.datetime(2026, 11, 25, 0, 30, tzinfo=dt.UTC)


async def test_a_group_is_given_a_due_day_for_each_member(desk: Desk) -> None:
    said = await desk.says("thu", f"giao {GROUP} nộp danh sách hộ nghèo chậm nhất 30/11")
    assert f"{GROUP} ({LAND}; {JUSTICE}; {ECONOMY})" in said or ECONOMY in said
    said = await desk.says("thu", "giao")
    due_days = await desk.due_days()
    assert {due.office for due in due_days} == {LAND, JUSTICE, ECONOMY}
    assert len({due.task_id for due in due_days}) == 1
    assert {due.group_id for due in due_days} == {desk.town.offices[GROUP]}
    assert f"{ECONOMY}: chưa có cán bộ liên kết" in said
    assert f"mời <họ tên> vào {ECONOMY}" in said
    assert len(desk.buttons[0].split()) == 5


@pytest.mark.parametrize(
    ("user", "text", "reply"),
    [
        ("truong", REPORT, f"Giao {LAND}"),
        ("truong", "giao báo cáo kết quả đo đạc trước 4/12", f"Giao {LAND}"),
        ("truong", f"giao {JUSTICE} báo cáo trước 4/12", "giao được việc cho đơn vị mình"),
        ("dia", REPORT, "do lãnh đạo, công chức đầu mối hoặc người đứng đầu"),
        ("dia", f"đề nghị {JUSTICE} báo cáo trước 4/12", FELL_THROUGH),
        ("lan", REPORT, FELL_THROUGH),
        ("thu", "giao thông ở thôn 3 hỏng trước 4/12", FELL_THROUGH),
        ("thu", f"đề nghị {JUSTICE} cho ý kiến", FELL_THROUGH),
        ("thu", "giao V12 cho Phòng Kinh tế", FELL_THROUGH),
        ("thu", f"{REPORT}?", FELL_THROUGH),
        ("thu", f"giao {LAND} nộp báo cáo trước 20/11/2026", "Ngày 19/11/2026 đã qua"),
        ("thu", f"giao {LAND} nộp báo cáo trước 20/11/2066", "quá xa"),
        ("thu", f"giao {LAND} nộp báo cáo hạn 6/12/2026", "(ngày nghỉ; ngày làm việc liền trước"),
        ("thu", f"giao {LAND} nộp báo cáo trong 3 ngày làm việc", "hạn thứ Sáu 27/11/2026"),
        ("thu", f"giao {LAND} nộp báo cáo hôm nay", "hạn thứ Hai 23/11/2026"),
    ],
)
async def test_who_may_give_what_to_whom(desk: Desk, user: str, text: str, reply: str) -> None:
    assert reply in await desk.says(user, text)
    assert not await desk.due_days()


async def test_what_is_missing_is_asked(desk: Desk) -> None:
    said = await desk.says("thu", "giao công chức địa trính báo cáo đo đạc trước 4/12")
    assert "giao cho đơn vị nào" in said
    assert LAND in desk.buttons
    assert "đơn vị nào" in await desk.says("thu", "đơn vị khác")
    assert f"Giao {LAND}" in await desk.says("thu", LAND)
    assert "hạn hoàn thành" in await desk.says("thu", f"giao {LAND} báo cáo đo đạc")
    assert "Chưa đọc được ngày" in await desk.says("thu", "sớm nhất")
    assert "hạn thứ Sáu 04/12/2026" in await desk.says("thu", "thứ 6 tuần sau")
    assert "nội dung công việc" in await desk.says("thu", f"giao {LAND} hạn 5/12")
    assert "“Báo cáo đo đạc”" in await desk.says("thu", "báo cáo đo đạc")


async def test_what_was_shown_may_be_changed(desk: Desk) -> None:
    await desk.says("thu", REPORT)
    assert "phần cần sửa" in await desk.says("thu", "sửa")
    assert f"Giao {JUSTICE}: “Báo cáo kết quả" in await desk.says("thu", JUSTICE)
    await desk.says("thu", "sửa")
    assert "thôn 3”, hạn thứ Sáu 11/12/2026" in await desk.says("thu", "đổi hạn sang 11/12 nhé")
    await desk.says("thu", "sửa")
    assert "“Nộp bản đồ mới”, hạn thứ Sáu 11/12" in await desk.says("thu", "nộp bản đồ mới")
    await desk.says("thu", "sửa")
    said = await desk.says("thu", "nộp sổ mục kê trong 3 ngày làm việc")
    assert "“Nộp sổ mục kê”, hạn thứ Sáu 27/11" in said
    assert f"Giao {LAND}" in await desk.says("thu", REPORT)


@pytest.mark.parametrize(
    "words",
    [
        [REPORT],
        [REPORT, "sửa"],
        [f"giao {LAND} báo cáo đo đạc"],
        [f"giao {LAND} hạn 5/12"],
        ["giao báo cáo đo đạc trước 4/12"],
    ],
)
async def test_it_may_be_dropped_at_every_step(desk: Desk, words: list[str]) -> None:
    for each in words:
        await desk.says("thu", each)
    assert "chưa giao việc này" in await desk.says("thu", "huỷ")
    assert "đã hủy từ trước" in await desk.says("thu", "giao")
    assert not await desk.due_days()


async def test_an_old_preview_is_shown_again(desk: Desk) -> None:
    await desk.says("thu", REPORT)
    desk.now += dt.timedelta(hours=2)
    assert "Nhắn “giao” nếu đúng" in await desk.says("thu", "giao")
    assert not await desk.due_days()
    assert "Đã giao" in await desk.says("thu", "giao")


async def test_a_draft_left_for_a_day_is_closed_and_says_so(desk: Desk) -> None:
    await desk.says("thu", REPORT)
    desk.now += dt.timedelta(hours=25)
    async with desk.database.write() as work:
        [said] = await close_idle(work, CALENDAR, now=desk.now)
    assert (said.to, "quá một ngày" in said.text) == (Address("web", "thu"), True)
    assert await desk.says("thu", "giao") == FELL_THROUGH


async def test_cases_keep_their_own_words(desk: Desk) -> None:
    async with desk.database.write() as work:
        case = await open_case(work, desk.town.place_id)
    await desk.says("thu", f"tiếp nhận {case.code}")
    said = await desk.says("thu", f"giao {case.code} cho {LAND}")
    assert case.code in said
    assert "cho biết thêm điều gì" in await desk.says("thu", f"hỏi {case.code}")
    assert "Người gửi sẽ đọc" in await desk.says("thu", f"giao {LAND} báo cáo trước 4/12")
    assert not await desk.due_days()


async def test_what_was_given_is_taken_back(desk: Desk) -> None:
    [one, two] = await desk.give("Báo cáo đo đạc", LAND, JUSTICE)
    assert "chỉ do người giao" in await desk.says("dia", f"thu hồi V{one.id}")
    said = await desk.says("thu", f"thu hồi V{one.id} V{two.id}")
    assert f"Đã thu hồi việc V{one.id} của {LAND}. Đã báo Người truong, Người dia." in said
    assert f"V{two.id} của {JUSTICE}" in said
    assert not await desk.due_days()
    assert len(await desk.due_days(DueState.CANCELLED)) == 2
    [(told, _)] = await desk.notices("dia")
    assert told.text.startswith(f"Người thu đã thu hồi việc V{one.id}: “Báo cáo đo đạc”")
    assert "từ trước" in await desk.says("chutich", f"thu hồi V{one.id}")


async def test_what_is_done_or_unknown_is_not_taken_back(desk: Desk) -> None:
    [due] = await desk.give("Báo cáo đo đạc", LAND)
    await desk.finish(due)
    assert "đã hoàn thành" in await desk.says("chutich", f"thu hồi V{due.id}")
    assert "Không có việc V999" in await desk.says("chutich", "thu hồi V999")
    assert await desk.says("lan", f"thu hồi V{due.id}") == FELL_THROUGH


async def test_an_ended_office_leads_to_what_followed_it(desk: Desk) -> None:
    offices = desk.town.offices
    async with desk.database.write() as work:
        yesterday = TODAY - dt.timedelta(1)
        await work.offices.end(offices[ECONOMY], last_day=yesterday, successor_id=offices[LAND])
    assert f"Giao {LAND}:" in await desk.says("thu", f"giao {ECONOMY} báo cáo giá trước 4/12")
    said = await desk.says("thu", f"giao {GROUP} báo cáo giá trước 4/12")
    assert f"{GROUP} (" in said
    assert ECONOMY not in said


async def test_what_cannot_be_given_is_said_in_a_sentence(desk: Desk) -> None:
    async with desk.database.write() as work:
        await work.offices.ensure(desk.town.place_id, "Các thôn")
    said = await desk.says("thu", "giao các thôn báo cáo giá trước 4/12")
    assert said.startswith("“Các thôn” chưa có đơn vị thành viên")
    assert f"Giao {LAND}: “Báo cáo giá”" in await desk.says("thu", LAND)
    long = "báo cáo " * 130
    assert "dài quá 1000" in await desk.says("thu", f"giao {LAND} {long} trước 4/12")
    assert not await desk.due_days()


async def test_work_due_at_a_year_s_end_is_repeated_after_it(desk: Desk) -> None:
    [late] = await desk.give("Báo cáo năm", LAND, last_day=dt.date(2026, 12, 30))
    [early] = await desk.give("Báo cáo ngày", LAND, last_day=TODAY)
    assert late.ends_on == dt.date(2027, 12, 31)
    assert early.ends_on == dt.date(2026, 12, 31)
