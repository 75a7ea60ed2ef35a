"""A sender follows, rates, reopens, completes and withdraws; a stranger sees the state."""

import pytest

from handlers.cases.lookup import MOST_MISSES, look_up
from knowledge.case_codes import build_code
from knowledge.cases.states import CaseState, Solved
from knowledge.cases.steps import Action
from tests.factories.citizens import (
    ANSWERED,
    CLERKS,
    CONTACT,
    LAMP,
    RULE,
    act,
    last_case,
    report,
    show,
)
from tests.factories.talk import Chat


async def test_the_answer_is_shown_and_rated(chat: Chat) -> None:
    case = await report(chat)
    await act(chat, *ANSWERED)
    told = await chat.says("phản ánh của tôi")
    assert f"{case.code}: Đã trả lời ngày 23/11/2026." in told
    assert "văn bản số 12/UBND-VP ngày 23/11/2026, người ký: Trần Văn Hai" in told
    assert "Đã thay bóng đèn." in told
    assert "Cảm ơn Ông/Bà" in await chat.says(chat.buttons[0])
    assert (await last_case(chat)).solved is Solved.YES


async def test_what_is_not_solved_is_reopened_once(chat: Chat) -> None:
    case = await report(chat)
    await act(chat, *ANSWERED)
    assert "mở lại một lần, chậm nhất thứ Tư 23/12/2026" in await chat.says("chưa giải quyết")
    assert "điều gì còn chưa xong" in await chat.says(chat.buttons[0])
    assert "đã được mở lại, hạn trả lời" in await chat.says("đèn sáng một đêm rồi lại tắt")
    reopened = await last_case(chat)
    assert reopened.state is CaseState.REOPENED
    assert reopened.events[-1].note == "đèn sáng một đêm rồi lại tắt"
    await act(chat, *ANSWERED[1:])
    assert "không mở lại được nữa" in await chat.says("giải quyết một phần")
    assert "đã được mở lại một lần" in await chat.says(f"mở lại {case.code}: vẫn tắt")


async def test_reopening_ends_after_thirty_days(chat: Chat) -> None:
    case = await report(chat)
    await act(chat, *ANSWERED)
    chat.clock.advance(days=31)
    assert "gửi phản ánh mới" in await chat.says(f"{case.code} vẫn hỏng")


@pytest.mark.parametrize(
    ("actions", "offered"),
    [
        ((), "bổ sung vào {code}"),
        (ANSWERED, "mở lại {code}"),
        ((Action.ACCEPT, Action.CLOSE), "phản ánh mới"),
    ],
)
async def test_a_remark_on_a_case_depends_on_its_state(
    chat: Chat, actions: tuple[Action, ...], offered: str
) -> None:
    case = await report(chat)
    if Action.CLOSE in actions:
        await chat.says(f"đồng ý rút {case.code}")
    else:
        await act(chat, *actions)
    await chat.says(f"{case.code} vẫn hỏng")
    assert chat.buttons[0] == offered.format(code=case.code)


async def test_a_case_is_withdrawn_after_a_question(chat: Chat) -> None:
    case = await report(chat)
    assert f"chắc chắn rút {case.code}" in await chat.says("rút phản ánh")
    assert "vẫn được giữ" in await chat.says("không rút")
    await chat.says(f"rút phản ánh {case.code}")
    assert "vẫn được giữ" in await chat.says("không")
    await chat.says("rút phản ánh")
    assert "Đã rút" in await chat.says("đồng ý")
    assert (await last_case(chat)).state is CaseState.WITHDRAWN
    assert "Người gửi đã rút" in await chat.says("phản ánh của tôi")


async def test_when_it_is_done_is_read_of_the_own_case(chat: Chat) -> None:
    assert "PA" not in await chat.says("bao giờ xong vậy")
    case = await report(chat)
    assert case.code in await chat.says("bao giờ xong vậy")


async def test_words_set_off_are_added_to_the_only_case(chat: Chat) -> None:
    case = await report(chat)
    assert case.code in await chat.says("bổ sung: cột số 5, gần nhà văn hóa thôn")
    assert (await last_case(chat)).content.endswith("nhà văn hóa thôn")
    assert "Đã trả lời" not in await chat.says("mở lại")


async def test_what_an_official_asked_for_is_asked_whether_it_belongs(chat: Chat) -> None:
    case = await report(chat)
    await act(chat, Action.ASK_INFO)
    assert f"bổ sung cho {case.code}, phải không" in await chat.says(
        "cột số 5, gần nhà văn hóa thôn"
    )
    assert "Đã bổ sung" in await chat.says(chat.buttons[0])
    case = await last_case(chat)
    assert case.state is CaseState.RECEIVED
    assert case.content.endswith("Bổ sung ngày 23/11/2026: cột số 5, gần nhà văn hóa thôn")


async def test_photos_for_an_official_are_attached(chat: Chat) -> None:
    case = await report(chat)
    await act(chat, Action.ASK_INFO)
    assert "phải không" in await show(chat, "a.jpg", "b.jpg")
    await chat.says("đúng")
    async with chat.app.database.read() as work:
        assert len(await work.files.of_case(case.id)) == 2


async def test_what_does_not_belong_is_a_new_pakn(chat: Chat) -> None:
    await report(chat)
    await act(chat, Action.ASK_INFO)
    await chat.says("Cống trước chợ Bến Lụa tắc cả tuần nay")
    assert "Cống trước chợ Bến Lụa tắc" in await chat.says("đây là phản ánh mới")
    assert (await last_case(chat)).content == LAMP


async def test_missing_details_complete_a_pakn(chat: Chat) -> None:
    await report(chat, "phản ánh", RULE, "bỏ qua")
    assert "còn thiếu địa chỉ, số điện thoại" in await chat.says("tôi tên Nguyễn Thị Lan")
    assert "Đã bổ sung" in await chat.says("thôn 3, 0912345678")
    case = await last_case(chat)
    assert case.state is CaseState.RECEIVED
    assert case.contact.is_complete
    assert case.content == RULE


async def test_consents_are_separate_and_given_after_the_code(chat: Chat) -> None:
    case = await report(chat)
    assert not case.may_publish_name
    assert chat.buttons == [f"đồng ý nêu tên {case.code}"]
    assert "Đã ghi nhận: “Tôi đồng ý để UBND xã Bến Lụa nêu họ tên" in await chat.says(
        chat.buttons[0]
    )
    assert "từ trước" in await chat.says(f"đồng ý nêu tên {case.code}")
    assert "cơ quan xem xét" in await chat.says("đồng ý công khai")
    assert (await last_case(chat)).may_publish_name
    async with chat.app.database.read() as work:
        [consent] = await work.consents.of_owner(chat.address)
    assert (consent.purpose, consent.case_id, consent.language) == ("name", case.id, "vi")
    await chat.says("rút đồng ý")
    assert not (await last_case(chat)).may_publish_name


async def test_a_hidden_name_is_not_offered_for_publication(chat: Chat) -> None:
    case = await report(chat, "phản ánh", CLERKS, CONTACT)
    assert chat.buttons == []
    assert "chọn ẩn tên" in await chat.says(f"đồng ý nêu tên {case.code}")
    assert not (await last_case(chat)).may_publish_name


async def test_a_stranger_sees_state_and_dates_whatever_they_say(chat: Chat) -> None:
    case = await report(chat)
    stranger = chat.other("minh")
    for said in (
        *("{code}", "chưa giải quyết {code}", "rút phản ánh {code}", "đồng ý rút {code}"),
        *("bổ sung {code}: vẫn hỏng", "mở lại {code}", "{code} vẫn hỏng"),
        "đồng ý nêu tên {code}",
    ):
        assert await stranger.says(said.format(code=case.code)) == (
            f"{case.code}: Đã gửi, chờ tiếp nhận; chậm nhất thứ Năm 26/11/2026, cán bộ báo có "
            "tiếp nhận hay không. Gửi lúc 09:00 ngày 23/11/2026. Nội dung chi tiết chỉ xem được từ cuộc "
            "trò chuyện đã gửi phản ánh."
        )
    assert (await last_case(chat)).version == case.version


async def test_guessing_codes_is_limited_but_not_for_ones_own(chat: Chat) -> None:
    case = await report(chat)
    minh = chat.other("minh")
    guess = build_code(chat.clock.now().date(), [9, 1, 2, 3, 4])
    async with chat.app.database.write() as work:
        for _ in range(MOST_MISSES - 1):
            await look_up(work, guess, "web minh", now=chat.clock.now())
    assert "Chưa tìm thấy" in await minh.says(guess)
    assert "tạm dừng" in await minh.says(case.code)
    assert "tạm dừng" in await minh.says(guess)
    assert case.code in await chat.says(case.code)
    chat.clock.advance(hours=1)
    assert "Nội dung chi tiết" in await minh.says(case.code)


async def test_a_wrong_symbol_reveals_nothing(chat: Chat) -> None:
    case = await report(chat)
    wrong = case.code[:-1] + ("0" if case.code[-1] != "0" else "1")
    assert "Mã phản ánh chưa đúng" in await chat.says(wrong)


async def test_several_cases_are_told_apart(chat: Chat) -> None:
    first = await report(chat)
    second = await report(chat, "phản ánh", "Cống trước chợ Bến Lụa tắc", "bỏ qua")
    told = await chat.says("phản ánh của tôi")
    assert first.code in told
    assert second.code in told
    assert "phản ánh nào" in await chat.says("rút phản ánh")
    assert chat.buttons == [f"rút phản ánh {case.code}" for case in (second, first)]


async def test_nothing_to_rate(chat: Chat) -> None:
    await report(chat)
    assert "không có phản ánh nào" in await chat.says("đã giải quyết")
