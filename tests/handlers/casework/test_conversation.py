"""A case from the clerk's inbox to the published result, as officials talk it through."""

import datetime as dt

import pytest

from handlers.cases.changes import Facts
from handlers.casework.drafts import KIND
from knowledge.cases.states import CaseKind, CaseState, Solved
from knowledge.cases.steps import Action
from storage.values import Address, Case, Contact, Dialogue
from tests.factories.cases import LAND, Town, open_case, to_answer, walk
from tests.factories.casework import FELL_THROUGH, Talk

DRAFT = "Đã thay bóng đèn đầu thôn 3."
SIGNED = "số 12/UBND-VP ngày 23/11/2026 ký Chủ tịch Nguyễn Văn A"


async def test_from_the_inbox_to_the_published_result(talk: Talk, case: Case) -> None:
    code = case.code
    assert "1 phản ánh" in await talk.says("thu", "việc PAKN")
    await talk.says("thu", "tiếp nhận 1, giao cho Địa chính")
    assert (await talk.find(case)).office == LAND
    assert code in await talk.says("dia", "hộp thư")
    await talk.says("dia", "bắt đầu xử lý 1")
    assert DRAFT in await talk.says("dia", f"dự thảo 1: {DRAFT}")
    assert "chờ duyệt" in await talk.says("dia", "trình")
    assert "chờ duyệt dự thảo" in await talk.says("chutich", "phản ánh cần xử lý")
    await talk.says("chutich", f"duyệt 1 {SIGNED}")
    before = await talk.told(case)
    preview = await talk.says("dia", f"trả lời {code}")
    assert await talk.told(case) == before
    await talk.says("dia", "gửi")
    [answer] = (await talk.told(case))[len(before) :]
    assert answer in preview
    assert "chờ xem xét công khai" in await talk.says("thu", "việc PAKN")
    assert "không nêu tên" in await talk.says("thu", f"công khai {code}")
    assert "Đã công khai" in await talk.says("thu", "đồng ý công khai")
    found = await talk.find(case)
    assert found.published is not None
    assert found.published.answer == DRAFT
    assert "không có phản ánh nào" in await talk.says("thu", "việc PAKN")


async def test_what_is_missing_is_asked_for_one_at_a_time(talk: Talk, case: Case) -> None:
    code = case.code
    assert "cơ quan nào" in await talk.says("thu", f"chuyển {code}")
    assert "lý do" in await talk.says("thu", "Sở Xây dựng")
    assert "ngày, ví dụ" not in await talk.says("thu", "lý do: đường tỉnh")
    assert (await talk.find(case)).state is CaseState.RECEIVED
    await talk.says("thu", "gửi")
    found = await talk.find(case)
    assert (found.state, found.recipient) == (CaseState.TRANSFERRED, "Sở Xây dựng")
    assert "đường tỉnh" in (await talk.told(case))[-1]


async def test_a_signature_is_asked_for_piece_by_piece(talk: Talk, town: Town, case: Case) -> None:
    async with talk.database.write() as work:
        *before, _, _ = to_answer(town)
        await walk(work, town, case, *before)
    await talk.says("chutich", f"duyệt {case.code}")
    assert "số văn bản" in await talk.says("thu", f"trả lời {case.code}")
    assert "ngày" in await talk.says("thu", "12/UBND")
    assert "Chưa đọc được ngày" in await talk.says("thu", "bữa trước")
    assert "người ký" in await talk.says("thu", "hôm nay")
    assert "số 12/UBND ngày 23/11/2026" in await talk.says("thu", "Chủ tịch Nguyễn Văn A")
    await talk.says("thu", "gửi")
    assert (await talk.find(case)).state is CaseState.ANSWERED


@pytest.mark.parametrize(
    "command", ["hỏi {}: Cột số mấy?", "từ chối {}: là đơn, nơi nhận: Tỉnh", "chuyển {} đến Sở: a"]
)
async def test_nothing_goes_out_without_a_confirmation(
    talk: Talk, case: Case, command: str
) -> None:
    assert "Người gửi sẽ đọc" in await talk.says("thu", command.format(case.code))
    assert "giữ nguyên" in await talk.says("thu", "hủy")
    assert "đã hủy từ trước" in await talk.says("thu", "gửi")
    assert await talk.told(case) == []
    assert (await talk.find(case)).state is CaseState.RECEIVED


async def test_a_preview_may_be_rewritten(talk: Talk, case: Case) -> None:
    await talk.says("thu", f"hỏi {case.code}: nhầm")
    assert "cho biết thêm điều gì" in await talk.says("thu", "sửa")
    await talk.says("thu", "Cột số mấy?")
    await talk.says("thu", "gửi")
    assert "đã thực hiện từ trước" in await talk.says("thu", "gửi")
    [told] = await talk.told(case)
    assert "Cột số mấy?" in told
    assert "nhầm" not in told


async def test_an_old_preview_is_shown_again_before_it_goes(talk: Talk, case: Case) -> None:
    await talk.says("thu", f"hỏi {case.code}: Cột số mấy?")
    talk.now += dt.timedelta(hours=2)
    assert "Người gửi sẽ đọc" in await talk.says("thu", "gửi")
    assert await talk.told(case) == []


async def test_more_time_is_asked_for_and_granted(talk: Talk, town: Town, case: Case) -> None:
    async with talk.database.write() as work:
        await walk(work, town, case, *to_answer(town)[:3])
    code = case.code
    assert "hạn cũ" in await talk.says("dia", f"gia hạn {code} đến 22/12: chờ vật tư")
    assert "xin gia hạn" in await talk.says("chutich", "việc PAKN")
    assert f"gia hạn {code}" in (await talk.says("chutich", "xem 1") and talk.buttons)
    declined = await talk.says("chutich", f"không gia hạn {code}: việc gấp")
    assert "hạn" in declined
    assert "giữ nguyên" in declined
    assert f"gia hạn {code}" not in (await talk.says("chutich", f"xem {code}") and talk.buttons)
    await talk.says("dia", f"xin gia hạn {code} đến 22/12: chờ vật tư")
    assert "22/12/2026. Lý do: chờ vật tư" in await talk.says("chutich", f"gia hạn {code}")
    await talk.says("chutich", "gửi")
    assert (await talk.find(case)).due_on == dt.date(2026, 12, 22)


async def test_a_late_transfer_is_warned_of(talk: Talk, case: Case) -> None:
    command = f"chuyển {case.code} đến Sở Y tế: không thuộc xã"
    assert "Điều 9" not in await talk.says("thu", command)
    talk.now += dt.timedelta(days=9)
    assert "quá 5 ngày (Nghị định 20/2008/NĐ-CP, Điều 9)" in await talk.says("thu", command)


async def test_an_own_office_is_assigned_not_transferred(talk: Talk, case: Case) -> None:
    await talk.says("thu", f"tiếp nhận {case.code}")
    assert "không phải chuyển" in await talk.says("thu", f"chuyển {case.code} cho Địa chính: a")
    assert talk.buttons == [f"giao {case.code} cho {LAND}"]


async def test_an_office_is_found_by_near_names_and_people(talk: Talk, case: Case) -> None:
    code = case.code
    await talk.says("thu", f"tiếp nhận {code}")
    assert "Ý Anh/Chị" in await talk.says("thu", f"giao {code} cho Tư pháp")
    assert talk.buttons == [f"giao {code} cho Công chức Tư pháp - Hộ tịch"]
    assert "Ý Anh/Chị" in await talk.says("thu", f"giao {code} cho anh dia")
    assert talk.buttons == [f"giao {code} cho {LAND}"]
    assert "chưa có đơn vị" in await talk.says("thu", f"giao {code} cho Sở Ngoại vụ")
    assert "cho đơn vị nào" in await talk.says("thu", f"giao {code}")
    await talk.says("thu", "Địa chính")
    assert (await talk.find(case)).state is CaseState.ASSIGNED


async def test_two_cases_are_merged_after_both_were_shown(
    talk: Talk, town: Town, case: Case
) -> None:
    async with talk.database.write() as work:
        content = "thôn 3 tối om vì đèn đường đầu thôn hỏng cả tháng"
        same = await open_case(work, town.place_id, number=2, content=content)
    assert same.code in await talk.says("thu", f"xem {case.code}")
    assert f"gộp {case.code} vào {same.code}" in talk.buttons
    shown = await talk.says("thu", f"gộp {case.code} vào {same.code}")
    assert "Đèn đường đầu thôn 3" in shown
    assert "tối om" in shown
    await talk.says("thu", "đồng ý")
    assert (await talk.find(case)).merged_into_id == same.id
    assert "chính nó" in await talk.says("thu", f"gộp {same.code} vào {same.code}")


async def test_numbers_and_kinds_and_notes(talk: Talk, case: Case) -> None:
    code = case.code
    for said, done in (
        (f"số đến {code} 123", "số đến"),
        (f"số đi {code} 45/UBND", "số đi"),
        (f"mã cổng {code} PAKN.20261123.0012", "mã trên cổng"),
        (f"ghi chú {code}: đã hỏi điện lực", "ghi chú nội bộ"),
        (f"phân loại {code} hành vi", "hành vi hành chính"),
    ):
        assert done in await talk.says("thu", said)
    found = await talk.find(case)
    assert found.kind is CaseKind.CONDUCT
    numbers = found.incoming_number, found.outgoing_number, found.portal_code
    assert numbers == ("123", "45/UBND", "PAKN.20261123.0012")
    assert await talk.told(case) == []
    assert "đã hỏi điện lực" in await talk.says("thu", f"xem {code}")


async def test_what_is_published_is_redacted_even_when_corrected(talk: Talk, town: Town) -> None:
    async with talk.database.write() as work:
        contact = Contact("Nguyễn Văn Bình", "0912 345 678", "Thôn 3")
        content = "Tôi là Nguyễn Văn Bình, 0912345678, báo đèn hỏng"
        case = await open_case(work, town.place_id, number=5, content=content, contact=contact)
        case = await walk(work, town, case, *to_answer(town))
    shown = await talk.says("thu", f"công khai {case.code}")
    assert "0912345678" not in shown
    assert "Nguyễn Văn Bình" not in shown
    again = await talk.says("thu", "trả lời: Đã thay, gọi 0912345678 khi cần")
    assert "Đã thay, gọi" in again
    assert "0912345678" not in again
    assert "khi công khai sẽ hiện" in await talk.says("thu", "gửi")
    await talk.says("thu", "đồng ý công khai")
    found = (await talk.find(case)).published
    assert found
    assert found.answer.startswith("Đã thay, gọi")
    assert (found.sender, "0912345678" in found.answer + found.content) == ("", False)
    assert "Đã gỡ" in await talk.says("thu", f"gỡ công khai {case.code}")


async def test_reading_is_an_event_and_the_list_shows_nothing_personal(
    talk: Talk, town: Town
) -> None:
    async with talk.database.write() as work:
        content = "Tôi là Nguyễn Văn Bình ở thôn 3, số 0912 345 678, đèn hỏng"
        case = await open_case(work, town.place_id, number=6, content=content)
    listed = await talk.says("thu", "việc PAKN")
    assert "0912" not in listed
    assert not (await talk.find(case)).sources(Action.READ)
    assert "0912 345 678" in await talk.says("thu", "xem 1")
    assert "Họ tên: Nguyễn Văn Bình" in await talk.says("thu", f"sao chép {case.code}")
    assert len((await talk.find(case)).sources(Action.READ)) == 2


async def test_a_long_inbox_has_pages(talk: Talk, town: Town) -> None:
    async with talk.database.write() as work:
        for number in range(1, 12):
            await open_case(work, town.place_id, number=number)
    first = await talk.says("thu", "việc PAKN")
    assert "\n8. " in first
    assert "\n9. " not in first
    assert "Còn 3 mục" in first
    assert talk.buttons[-1] == "hộp thư trang 2"
    assert "\n11. " in await talk.says("thu", talk.buttons[-1])
    assert "Đã tiếp nhận" in await talk.says("thu", "tiếp nhận 11")


async def test_numbers_without_a_list_are_left_to_others(talk: Talk, case: Case) -> None:
    assert await talk.says("thu", "xem 1") == FELL_THROUGH
    assert await talk.says("thu", "gửi") == FELL_THROUGH
    assert await talk.says("thu", "việc PAKN") != FELL_THROUGH
    assert await talk.says("thu", "trả lời 2: có") == FELL_THROUGH
    other = Dialogue("task_list", 1, "{}", talk.now + dt.timedelta(minutes=1))
    async with talk.database.write() as work:
        await work.dialogues.save(Address("web", "thu"), other)
    assert await talk.says("thu", "xem 1") == FELL_THROUGH


async def test_a_draft_yields_to_what_was_written_since(talk: Talk, case: Case) -> None:
    await talk.says("thu", f"hỏi {case.code}: Cột số mấy?")
    younger = Dialogue("handover_answer", 1, "{}", talk.now + dt.timedelta(minutes=1))
    async with talk.database.write() as work:
        await work.dialogues.save(Address("web", "thu"), younger)
    assert await talk.says("thu", "gửi") == FELL_THROUGH
    async with talk.database.read() as work:
        assert KIND in await work.dialogues.of(Address("web", "thu"))


async def test_a_draft_that_no_longer_fits_is_closed(talk: Talk, town: Town, case: Case) -> None:
    await talk.says("thu", f"hỏi {case.code}: Cột số mấy?")
    async with talk.database.write() as work:
        await walk(work, town, case, ("lan", Action.WITHDRAW, Facts()))
    told = await talk.says("thu", "gửi")
    assert told.startswith(f"Bản đang soạn cho {case.code} không còn phù hợp nên đã đóng")
    assert "người gửi đã rút" in told
    assert "đã hủy từ trước" in await talk.says("thu", "gửi")


async def test_agreeing_to_publish_nothing_asks_which(talk: Talk, town: Town, case: Case) -> None:
    assert "không có phản ánh nào chờ" in await talk.says("thu", "đồng ý công khai")
    async with talk.database.write() as work:
        await walk(work, town, case, *to_answer(town))
        other = await open_case(work, town.place_id, number=2)
    await talk.says("thu", f"hỏi {other.code}: Cột số mấy?")
    assert f"1. {case.code}" in await talk.says("thu", "đồng ý công khai")
    assert await talk.told(other) == []
    await talk.says("thu", talk.buttons[0])
    assert "Đã công khai" in await talk.says("thu", "đồng ý công khai")
    assert "đã thực hiện từ trước" in await talk.says("thu", "đồng ý công khai")
    assert "không có phản ánh nào chờ" in await talk.says("dia", "đồng ý công khai")


async def test_cases_are_found_by_the_phone_of_who_calls(
    talk: Talk, town: Town, case: Case
) -> None:
    assert f"1. {case.code} – chờ tiếp nhận" in await talk.says("thu", "tìm 0912.345.678 nhé")
    assert "Quá trình xử lý" in await talk.says("thu", "xem 1")
    for nobody in (("thu", "tìm phản ánh của số 0912345679"), ("dia", "tra 0912345678")):
        assert "Chưa tìm thấy phản ánh nào" in await talk.says(*nobody)
    async with talk.database.write() as work:
        await open_case(work, town.place_id, number=2, hides_name=True)
        await walk(work, town, case, *to_answer(town)[:2])
    assert case.code in (found := await talk.says("dia", "find 0912345678"))
    assert "number: 1," in found  # the other sender wants to be unknown to the unit


async def test_accepting_and_assigning_is_told_once(talk: Talk, case: Case) -> None:
    told = await talk.says("thu", f"tiếp nhận {case.code}, giao cho Địa chính")
    assert told.startswith(f"Đã tiếp nhận {case.code} và giao cho {LAND}, hạn trả lời: ")
    assert (told.count(case.code), told.count("hạn trả lời")) == (1, 1)


async def test_english_buttons_are_understood(talk: Talk, case: Case) -> None:
    await talk.says("thu", f"show {case.code}")
    assert talk.buttons[1] == f"accept {case.code}, assign to {LAND}"
    assert f"{case.code} is accepted" in await talk.says("thu", talk.buttons[1])
    assert (await talk.find(case)).office == LAND


async def test_a_case_is_accepted_before_it_is_given_to_an_office(talk: Talk, case: Case) -> None:
    assert "chưa được tiếp nhận" in await talk.says("thu", f"giao {case.code} cho Địa chính")
    await talk.says("thu", talk.buttons[0])
    found = await talk.find(case)
    assert (found.office, found.state) == (LAND, CaseState.ASSIGNED)


async def test_answering_what_has_no_draft_begins_one(talk: Talk, town: Town, case: Case) -> None:
    async with talk.database.write() as work:
        await walk(work, town, case, *to_answer(town)[:2])
    assert "nội dung dự thảo" in await talk.says("dia", f"trả lời {case.code}")
    assert "Người gửi chưa đọc được" in await talk.says("dia", DRAFT)
    await talk.says("dia", "gửi")
    assert (await talk.find(case)).answer.text == DRAFT


async def test_a_reopened_case_is_drafted_anew(talk: Talk, town: Town, case: Case) -> None:
    async with talk.database.write() as work:
        reopen = ("lan", Action.REOPEN, Facts(solved=Solved.NO))
        await walk(work, town, case, *to_answer(town), reopen)
    assert "chờ xử lý" in await talk.says("dia", "việc PAKN")
    await talk.says("dia", f"dự thảo {case.code}: Đã thay cả dây.")
    await talk.says("dia", "trình")
    found = await talk.find(case)
    assert (found.state, found.answer.text) == (CaseState.DRAFTED, "Đã thay cả dây.")
