"""Who may see and take a citizen's question: of two at once one, of another place nobody."""

import pytest

from storage.values import HandoverState, Role
from tests.factories.handover import (
    QUESTION,
    find_state,
    link_official,
)
from tests.factories.talk import Chat

pytestmark = pytest.mark.usefixtures("asked")
ANSWER = "Ông/Bà nộp đơn tại Văn phòng, mang theo căn cước."
UNKNOWN = "Không có hỏi đáp số {}. Nhắn “hỏi đáp” để xem câu hỏi của người dân đang chờ."


@pytest.mark.parametrize(
    "command", ["nhận", "nhận thay", "trả lời", "đóng", "xem hỏi đáp", "lưu hỏi đáp"]
)
async def test_another_places_officials_learn_nothing(lan: Chat, clerk: Chat, command: str) -> None:
    async with lan.app.database.write() as work:
        await work.localities.ensure("xã Đồi Sim")
    stranger = await link_official(lan, "sim", "Vũ Sim", place="xã Đồi Sim")
    told = await stranger.says(f"{command} 1")
    assert told.startswith(UNKNOWN.format(1))
    assert (await stranger.says(f"{command} 99")) == told.replace("1", "99")
    assert ("“trả lời câu 1: …”" in told) is (command == "trả lời")  # the clerk's other list
    assert "không có câu hỏi nào" in await stranger.says("hỏi đáp")
    assert not [text for text in stranger.heard() if QUESTION in text]
    assert await find_state(lan) is HandoverState.WAITING


async def test_an_officer_beside_a_clerk_learns_nothing(lan: Chat, clerk: Chat) -> None:
    officer = await link_official(lan, "hoa", "Hồ Hoa", role=Role.OFFICER)
    assert await officer.says("nhận 1") == UNKNOWN.format(1)
    assert "không có câu hỏi nào" in await officer.says("hỏi đáp")


async def test_a_citizen_who_types_the_commands_is_told_nothing(lan: Chat, clerk: Chat) -> None:
    minh = lan.other("minh")
    for text in ("nhận 1", f"trả lời 1: {ANSWER}", "hỏi đáp"):
        assert QUESTION not in await minh.says(text)
    assert await find_state(lan) is HandoverState.WAITING
