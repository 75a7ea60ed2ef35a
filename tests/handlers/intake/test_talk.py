"""Feedback (PAKN): a conversation from the first word to a code, and the code's state."""

import pytest

from handlers.intake import drafts as feedback
from knowledge.case_codes import find_code
from knowledge.cases.states import CaseState
from knowledge.cases.steps import Action
from storage.database import Database
from storage.values import Contact, Dialogue
from tests.factories.talk import Chat, build_chat

LAMP = "Đèn đường đầu thôn Bến Đình hỏng cả tháng nay, tối đi lại rất nguy hiểm"
CONTACT = "Nguyễn Thị Lan, thôn Bến Đình, 0912 345 678"
SENDER = Contact("Nguyễn Thị Lan", "0912345678", "thôn Bến Đình")


async def send_lamp(chat: Chat) -> str:
    await chat.says("Tôi muốn phản ánh")
    await chat.says(LAMP)
    await chat.says(CONTACT)
    return await chat.says("gửi")


async def test_a_report_ends_with_a_code(chat: Chat) -> None:
    assert "việc gì, ở đâu" in await chat.says("Tôi muốn phản ánh")
    asked = await chat.says(LAMP)
    assert LAMP in asked
    assert "số điện thoại" in asked
    review = await chat.says(CONTACT)
    assert LAMP in review
    assert CONTACT in review
    assert chat.buttons == ["Gửi", "Sửa", "Hủy"]
    receipt = await chat.says("gửi")
    code = find_code(receipt)
    assert code
    assert "thứ Năm 26/11/2026" in receipt  # 24/11 is a day off, two working days after the 23rd
    async with chat.app.database.read() as work:
        case = await work.cases.find(code)
    assert case
    assert (case.content, case.contact, case.state) == (LAMP, SENDER, CaseState.RECEIVED)
    assert [event.action for event in case.events] == [Action.SEND]


@pytest.mark.parametrize("step", [1, 3])
async def test_cancel_works_at_every_step(chat: Chat, step: int) -> None:
    for text in ("Tôi muốn phản ánh", LAMP, CONTACT)[:step]:
        await chat.says(text)
    assert await chat.says("huỷ") == "Đã hủy, phản ánh này không được gửi đi."
    assert await chat.says("huỷ") == "Hiện không có nội dung nào đang viết dở."
    async with chat.app.database.read() as work:
        assert not await work.cases.list_all()
        assert not await work.dialogues.of(chat.address)


@pytest.mark.parametrize("said", [(CONTACT, "sửa"), ("sửa",)])
async def test_a_draft_can_be_rewritten(chat: Chat, said: tuple[str, ...]) -> None:
    for text in ("Tôi muốn phản ánh", "Cống trước chợ bị tắc", *said, LAMP, "bỏ qua"):
        await chat.says(text)
    code = find_code(await chat.says("gửi"))
    async with chat.app.database.read() as work:
        case = await work.cases.find(code or "")
    assert case
    assert case.content == LAMP


async def test_a_word_is_not_enough(chat: Chat) -> None:
    await chat.says("phản ánh")
    assert "viết rõ hơn" in await chat.says("đèn")


async def test_anything_but_send_at_the_review_sends_nothing(chat: Chat) -> None:
    for text in ("phản ánh", LAMP, CONTACT):
        await chat.says(text)
    assert "Xin nhắn “gửi”" in await chat.says("để tôi nghĩ đã")
    async with chat.app.database.read() as work:
        assert not await work.cases.list_all()


async def test_the_same_update_twice_makes_one_case(chat: Chat) -> None:
    for text in ("phản ánh", LAMP, CONTACT):
        await chat.says(text)
    await chat.says("gửi", message_id="m-9")
    assert await chat.says("gửi", message_id="m-9") == ""
    async with chat.app.database.read() as work:
        assert len(await work.cases.list_all()) == 1


async def test_a_draft_left_alone_is_closed_and_says_so(chat: Chat) -> None:
    await chat.says("phản ánh")
    await chat.says(LAMP)
    chat.clock.advance(hours=23)
    await chat.app.tick()
    assert "đã đóng" not in chat.heard()[-1]
    chat.clock.advance(hours=2)
    await chat.app.tick()
    await chat.app.tick()
    assert [text for text in chat.heard() if "viết dở đã đóng" in text] == [chat.heard()[-1]]


async def test_a_draft_of_another_version_is_closed_with_its_text(chat: Chat) -> None:
    state = f'{{"buoc": 2, "noi_dung": "{LAMP}"}}'
    async with chat.app.database.write() as work:
        dialogue = Dialogue(feedback.KIND, 99, state, chat.clock.now())
        await work.dialogues.save(chat.address, dialogue)
    told = await chat.says("gửi")
    assert LAMP in told
    assert "không tiếp tục được" in told


async def test_with_several_places_the_citizen_is_asked_which(sqlite: Database) -> None:
    async with sqlite.write() as work:
        await work.localities.ensure("xã Bến Lụa")
        await work.localities.ensure("phường Lam Hà")
    chat = build_chat(sqlite)
    assert "tới UBND nào" in await chat.says("tôi muốn phản ánh")
    assert chat.buttons == ["xã Bến Lụa", "phường Lam Hà"]
    assert "tới UBND nào" in await chat.says("xã Không Có")
    await chat.says("phuong lam ha")
    await chat.says(LAMP)
    assert "phường Lam Hà" in await chat.says("bỏ qua")


async def test_without_any_place_nothing_is_taken(sqlite: Database) -> None:
    chat = build_chat(sqlite)
    assert "chưa nhận phản ánh" in await chat.says("tôi muốn phản ánh")


async def test_messages_without_words_get_a_kind_sentence(chat: Chat) -> None:
    for text in ("", "   ", "🙂🙂", "\u200b\u200d", "???"):
        assert "không có chữ" in await chat.says(text)


async def test_a_very_long_message_is_refused_kindly(chat: Chat) -> None:
    assert "quá 4000 ký tự" in await chat.says("a" * 10_000)


async def test_what_was_said_at_once_is_not_asked_again(chat: Chat) -> None:
    for opening, content in (
        (f"tôi muốn phản ánh {LAMP}", LAMP),
        ("phan anh den duong thon 3 hu", "den duong thon 3 hu"),
        ("Xin phản ánh về việc cống tắc trước chợ", "cống tắc trước chợ"),
    ):
        assert content.lower() in (await chat.says(opening)).lower()
        assert content in await chat.says("bỏ qua")
        await chat.says("hủy")


async def test_questions_about_feedback_start_none(chat: Chat) -> None:
    for text in (
        "Phản ánh, kiến nghị được xử lý theo nghị định nào?",
        "phản ánh xử lý trong bao lâu",
        "kiến nghị do đơn vị nào xử lý",
    ):
        assert "việc cần phản ánh" not in await chat.says(text)
    async with chat.app.database.read() as work:
        assert feedback.KIND not in await work.dialogues.of(chat.address)


async def test_denunciation_is_turned_away_and_never_recorded(chat: Chat) -> None:
    await chat.says("phản ánh")
    told = await chat.says("Trưởng thôn nhận hối lộ, tôi muốn tố cáo")
    assert "dấu hiệu tố cáo" in told
    await chat.says("bỏ qua")
    await chat.says("gửi")
    async with chat.app.database.read() as work:
        assert not await work.cases.list_all()


async def test_danger_comes_first_and_keeps_the_draft(chat: Chat) -> None:
    await chat.says("phản ánh")
    assert "gọi ngay 114" in await chat.says("cháy nhà rồi cứu với thôn 5")
    assert LAMP in await chat.says(LAMP)
