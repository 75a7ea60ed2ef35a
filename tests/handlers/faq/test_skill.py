"""A clerk answers once in chat what people ask; nobody else sees or does any of it."""

import pytest

from handlers.faq.service import keep_question
from handlers.faq.state import KIND, VERSION, State, load_state
from storage.database import Database
from storage.values import Dialogue, FaqEntry, KeptFor, Unanswered
from tests.factories.clerk import link, link_clerk, load
from tests.factories.talk import MONDAY, Chat, build_chat

ASKED = "Bao giờ thôn 3 có nước sạch?"
OTHER = "Phí gửi xe ở chợ bao nhiêu?"


async def keep(chat: Chat, text: str, *, times: int = 1, place: int = 1) -> None:
    async with chat.app.database.write() as work:
        for _ in range(times):
            chat.clock.advance(seconds=1)
            await keep_question(work, place, text, KeptFor.NOT_FOUND, now=chat.clock.now())


async def open_questions(chat: Chat) -> list[Unanswered]:
    async with chat.app.database.read() as work:
        return list(await work.faq.list_open())


async def entries(chat: Chat) -> list[FaqEntry]:
    async with chat.app.database.read() as work:
        return list(await work.faq.list_all())


async def test_questions_are_listed_most_asked_first(chat: Chat) -> None:
    await link_clerk(chat)
    assert await chat.says("câu hỏi") == "Hiện không có câu hỏi nào chờ câu trả lời chung."
    await keep(chat, OTHER)
    await keep(chat, ASKED, times=2)
    await keep(chat, "thon 3 bao gio co nuoc sach")
    told = await chat.says("câu hỏi chưa trả lời")
    assert (
        told.splitlines()[1]
        == "1. Bao giờ thôn 3 có nước sạch? (được hỏi 3 lần, từ ngày 23/11/2026)"
    )
    assert "Có 2 câu hỏi chờ câu trả lời chung" in told
    assert "2. Phí gửi xe" in told


async def test_an_answer_is_shown_confirmed_and_settles_the_same_questions(chat: Chat) -> None:
    await link_clerk(chat)
    await keep(chat, OTHER)
    await keep(chat, ASKED, times=2)
    await keep(chat, "thon 3 bao gio co nuoc sach")
    await chat.says("câu hỏi")
    shown = await chat.says("trả lời câu 1: Dự kiến tháng 3/2027.\nĐang lắp ống.")
    assert "Hỏi: Bao giờ thôn 3 có nước sạch?" in shown
    assert "Đáp: Dự kiến tháng 3/2027.\nĐang lắp ống." in shown
    assert chat.buttons == ["xác nhận", "Hủy"]
    assert await entries(chat) == []
    told = await chat.says("xác nhận")
    assert told.startswith("Đã lưu câu trả lời.")
    assert "3 câu hỏi đang chờ đã được giải quyết cùng lúc." in told
    [kept] = await entries(chat)
    assert (kept.question, kept.is_public) == (ASKED, True)
    assert kept.answer == "Dự kiến tháng 3/2027.\nĐang lắp ống."
    assert [each.question for each in await open_questions(chat)] == [OTHER]


async def test_a_confirmation_counts_once(chat: Chat) -> None:
    await link_clerk(chat)
    await keep(chat, ASKED)
    await chat.says("trả lời câu 1: Tháng 3/2027.")
    await chat.says("xác nhận")
    await chat.says("xác nhận")
    assert len(await entries(chat)) == 1


async def test_an_answer_may_be_written_again_or_cancelled(chat: Chat) -> None:
    await link_clerk(chat)
    await keep(chat, ASKED)
    await chat.says("tra loi cau 1: thang 3")
    assert "Đáp: Tháng 4/2027." in await chat.says("Trả lời câu 1. Tháng 4/2027.")
    assert "chưa được lưu" in await chat.says("huỷ")
    assert "chưa được lưu" not in await chat.says("hủy")
    assert await entries(chat) == []
    assert len(await open_questions(chat)) == 1


async def test_an_internal_answer_is_not_public(chat: Chat) -> None:
    await link_clerk(chat)
    await keep(chat, ASKED)
    assert "chỉ cán bộ" in await chat.says("trả lời nội bộ câu 1: Xem Công văn số 5.")
    assert "cán bộ hỏi câu này" in await chat.says("xác nhận")
    [kept] = await entries(chat)
    assert not kept.is_public


async def test_a_question_is_taken_off_the_list(chat: Chat) -> None:
    await link_clerk(chat)
    await keep(chat, ASKED, times=2)
    assert await chat.says("bỏ câu 1") == "Đã bỏ câu hỏi 1 khỏi danh sách chờ."
    assert await open_questions(chat) == []
    assert "Không có câu hỏi 1" in await chat.says("bỏ câu 1")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("trả lời câu 9: Có.", "Không có câu hỏi 9 trong danh sách."),
        ("trả lời câu 1:", "Câu trả lời còn trống."),
        ("trả lời câu 1: …", "không được để trống"),
        ("trả lời câu 1: " + "a" * 1501, "dài quá 1500 ký tự"),
        ("bỏ câu 0", "Không có câu hỏi 0"),
    ],
)
async def test_what_cannot_be_done_is_said(chat: Chat, text: str, told: str) -> None:
    await link_clerk(chat)
    await keep(chat, ASKED)
    assert told in await chat.says(text)
    assert len(await open_questions(chat)) == 1


async def test_numbers_are_those_of_the_list_shown(chat: Chat) -> None:
    await link_clerk(chat)
    await keep(chat, ASKED)
    await keep(chat, OTHER)
    await chat.says("câu hỏi")
    await keep(chat, OTHER, times=3)
    assert ASKED in await chat.says("trả lời câu 1: Tháng 3/2027.")


async def test_another_clerk_was_first(chat: Chat) -> None:
    await link_clerk(chat)
    second = await link_clerk(chat.other("binh"))
    await keep(chat, ASKED)
    await chat.says("trả lời câu 1: Tháng 3/2027.")
    await second.says("bỏ câu 1")
    assert "đã được người khác trả lời hoặc bỏ" in await chat.says("xác nhận")
    assert await entries(chat) == []


async def test_a_confirmation_is_of_what_was_said_last(chat: Chat) -> None:
    await link_clerk(chat)
    await load(chat)
    await keep(chat, ASKED)
    await chat.says("trả lời câu 1: Tháng 3/2027.")
    await chat.says("Ai chủ trì phát tờ rơi hướng dẫn nộp hồ sơ?")
    await chat.says("xác nhận")
    assert await entries(chat) == []


async def test_personal_data_in_an_answer_is_pointed_out(chat: Chat) -> None:
    await link_clerk(chat)
    await keep(chat, ASKED)
    shown = await chat.says("trả lời câu 1: Ông Nguyễn Văn An, số 0298 3777 123 lo việc này.")
    assert "thông tin cá nhân (họ tên)" in shown


async def test_a_kept_question_is_answered_without_its_brackets(chat: Chat) -> None:
    await link_clerk(chat)
    await keep(chat, "Tôi tên Lê Thị Nga, 0912345678, thôn 3 bao giờ có nước sạch")
    assert "[họ tên]" in await chat.says("câu hỏi")
    shown = await chat.says("trả lời câu 1: Tháng 3/2027.")
    assert "[" not in shown
    assert "Nga" not in shown


COMMANDS = ["câu hỏi", "trả lời câu 1: Có.", "bỏ câu 1", "xác nhận", "questions"]


@pytest.mark.parametrize("command", COMMANDS)
async def test_nobody_else_reads_or_does_it(chat: Chat, command: str) -> None:
    await keep(chat, ASKED)
    officer = await link(chat.other("binh"))
    elsewhere = await link_clerk(chat.other("cuc"), "xã Đồi Sim")
    for each in (chat, officer, elsewhere):
        assert "nước sạch" not in await each.says(command)
    assert ASKED in [each.question for each in await open_questions(chat)]
    assert await entries(chat) == []


async def test_english_is_answered_in_english(chat: Chat) -> None:
    await link_clerk(chat)
    await keep(chat, ASKED)
    assert "Question: Bao giờ thôn 3" in await chat.says("answer question 1: In March 2027.")
    assert (await chat.says("confirm")).startswith("Saved.")


async def test_a_restart_forgets_nothing(sqlite: Database) -> None:
    chat = await link_clerk(build_chat(sqlite))
    await keep(chat, ASKED)
    await chat.says("trả lời câu 1: Tháng 3/2027.")
    again = build_chat(sqlite)
    assert (await again.says("xác nhận")).startswith("Đã lưu")


# As written by each release.
RELEASES = {
    1: '{"listed": [[3, 5]], "pending": {"ids": [3], "question": "a", "answer": "b",'
    ' "is_public": true}}'
}


@pytest.mark.parametrize("version", RELEASES)
def test_every_release_is_read(version: int) -> None:
    state = load_state(Dialogue(KIND, version, RELEASES[version], MONDAY), now=MONDAY)
    assert state.listed == ((3, 5),)
    assert state.pending
    assert state.pending.ids == (3,)


def test_what_is_unknown_is_forgotten() -> None:
    unknown = Dialogue(KIND, VERSION + 1, "{}", MONDAY)
    assert load_state(unknown, now=MONDAY) == load_state(None, now=MONDAY) == State()
