"""Where there are no buttons: what a menu shows is what typing it says."""

import re

from bot.channels.wording import write_menu
from handlers.choices import find_choice, is_named, remember_choices
from handlers.messages import Button, Reply
from handlers.own_cases.commands import read_command
from knowledge.cases.states import CaseState, Solved
from knowledge.text import fold
from tests.factories.citizens import ANSWERED, CLERKS, LAMP, act, last_case, report
from tests.factories.handover import link_official
from tests.factories.talk import MONDAY, Chat
from tests.handlers.channels.conftest import ZALO_OA, OpenChat

CITIZEN = [
    *("xin chào", "tôi muốn phản ánh", "đèn đường hỏng cả tháng nay", "đầu thôn 3", "bỏ qua"),
    *("sửa", "tiếp tục", "gửi", "phản ánh của tôi", "tra cứu", "trợ giúp", "hủy"),
    *(CLERKS, "hủy", "rút phản ánh", "không rút", "hạn báo cáo quý III là khi nào"),
    *("1", "gặp cán bộ", "bot ngu"),
]
CLERK = [
    *("việc PAKN", "1", "xem 1", "tiếp nhận 1", "kế hoạch", "câu hỏi", "hỏi đáp", "việc của tôi"),
    *("mời Trần Văn Cường vào Văn phòng", "hủy", "mời Trần Văn Cường vào Đội xe", "hủy"),
    *("phản ánh", "hủy", "chưa có người nhận", "đơn vị gần giống"),
]


async def check_last(chat: Chat) -> None:
    """Check that the menu shown last and what is kept of it agree."""
    own = [reply for address, reply, _ in chat.channel.sent if address == chat.address]
    async with chat.app.database.read() as work:
        dialogues = await work.dialogues.of(chat.address)
    now, reply = chat.clock.now(), own[-1]
    menu = write_menu(reply).removeprefix(reply.text).strip()
    numbered = {int(n): label for n, label in re.findall(r"^(\d+)\. (.+)$", menu, re.MULTILINE)}
    for number, label in numbered.items():
        button = reply.buttons[number - 1]
        assert label == button.label
        assert find_choice(str(number), dialogues, now=now) == button.says
    if not numbered and not reply.numbered:
        assert find_choice("1", dialogues, now=now) is None
    words = {fold(said) for said in re.findall("“([^”]+)”", menu)}
    for number, button in enumerate(reply.buttons, 1):
        told = number in numbered or number <= reply.numbered or is_named(button, reply.text)
        assert told or fold(button.says) in words


async def test_a_citizen_s_menus(on: OpenChat) -> None:
    chat = on(ZALO_OA)
    for said in CITIZEN:
        await chat.says(said)
        await check_last(chat)


async def test_a_clerk_s_menus(on: OpenChat) -> None:
    await report(on(ZALO_OA), LAMP, "bỏ qua")
    chat = on(ZALO_OA, "binh")
    await link_here(chat)
    for said in CLERK:
        await chat.says(said)
        await check_last(chat)


async def link_here(chat: Chat) -> None:
    """Link this conversation itself to the clerk's office."""
    official = await link_official(chat, "khac", "Lê Thị Bình")
    async with chat.app.database.write() as work:
        person = await work.people.find(official.address, on=chat.clock.now().date())
        assert person
        await work.people.add_address(person.id, chat.address, now=chat.clock.now())


async def test_a_number_typed_does_what_its_button_does(on: OpenChat) -> None:
    chat = on(ZALO_OA)
    await chat.says("xin chào")
    assert "việc cần phản ánh" in await chat.says("1")
    await chat.says("đèn đường hỏng cả tháng nay")
    said = await chat.says("3")  # "thôn 3" in short, not the third button, which cancels
    assert "không được gửi đi" not in said


async def test_words_without_a_code_mean_the_case_told_of(on: OpenChat) -> None:
    chat = on(ZALO_OA)
    await report(chat, LAMP, "bỏ qua")
    await act(chat, *ANSWERED)
    notice = chat.channel.sent[-1][1]
    assert write_menu(notice).splitlines()[-1] == (
        "Có thể nhắn: “đã giải quyết”; “giải quyết một phần”; “chưa giải quyết”."
    )
    assert "mở lại một lần" in await chat.says("chưa giải quyết")
    case = await last_case(chat)
    assert (case.state, case.solved) == (CaseState.ANSWERED, Solved.NO)
    assert read_command(notice.buttons[2].says)


async def test_of_several_replies_the_numbers_shown_last_count(on: OpenChat) -> None:
    chat = on(ZALO_OA)
    replies = [Reply("Chọn:", (Button("Gặp cán bộ", "gặp cán bộ"),)), Reply("Cảm ơn.")]
    async with chat.app.database.write() as work:
        await remember_choices(work, chat.address, replies, as_menu=True, now=MONDAY)
        dialogues = await work.dialogues.of(chat.address)
    assert find_choice("1", dialogues, now=MONDAY) == "gặp cán bộ"
