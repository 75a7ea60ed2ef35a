"""A clerk invites officers in chat; nobody else does."""

import pytest

from handlers.people.asking import Asked, read_asked
from storage.database import Database
from storage.values import Role
from tests.factories.handover import ask_official, link_official
from tests.factories.talk import Chat, build_chat
from tests.handlers.conftest import PLACE


async def make_offices(chat: Chat, *names: str) -> None:
    async with chat.app.database.write() as work:
        place = await work.localities.ensure(PLACE)
        for name in names:
            await work.offices.ensure(place.id, name)


async def test_a_clerk_invites_after_a_review(chat: Chat) -> None:
    await make_offices(chat, "Văn phòng HĐND và UBND")
    clerk = await link_official(chat, "binh", "Lê Thị Bình")
    said = await clerk.says("mời Trần Văn An vào văn phòng hđnd - ubnd")
    assert "Mời Trần Văn An nhận việc của Văn phòng HĐND và UBND, vai trò: cán bộ" in said
    assert clerk.buttons == ["Tạo mã", "Hủy"]
    made = await clerk.says("tạo mã")
    assert "Xin Anh/Chị chuyển tin dưới đây" in made
    forward = clerk.heard()[-1]
    assert forward.startswith("UBND xã Bến Lụa mời Anh/Chị Trần Văn An")
    assert "Từ nay Anh/Chị nhận nhắc việc" in await chat.other("an").says(forward)
    assert "tạo mã" not in await clerk.says("tạo mã")  # nothing waits any more


async def test_a_link_goes_with_the_code(sqlite: Database) -> None:
    chat = build_chat(sqlite, public_url="https://benlua.example")
    await make_offices(chat, "Công an xã")
    clerk = await link_official(chat, "binh", "Lê Thị Bình")
    await clerk.says("mời Trần Văn An vào Công an xã, vai trò người đứng đầu")
    await clerk.says("tạo mã")
    assert "https://benlua.example/moi/MOI-" in clerk.heard()[-1]


async def test_an_unknown_office_is_chosen_or_added(chat: Chat) -> None:
    await make_offices(chat, "Phòng Kinh tế", "Các ban, ngành")
    clerk = await link_official(chat, "binh", "Lê Thị Bình")
    said = await clerk.says("mời Trần Văn An vào Phòng Kinh tế và Hạ tầng")
    assert "1. Phòng Kinh tế\n2. Thêm đơn vị" in said
    assert "Mời Trần Văn An nhận việc của Phòng Kinh tế, vai trò" in await clerk.says("1")
    assert "Đã bỏ lời mời" in await clerk.says("hủy")
    await clerk.says("mời Trần Văn An vào Ban Chỉ huy Quân sự")
    await clerk.says("thêm đơn vị")
    assert "Ban Chỉ huy Quân sự" in clerk.heard()[-1]
    said = await clerk.says("mời Trần Văn An vào các ban ngành")
    assert "tên chung của nhiều đơn vị" in said


async def test_cancelling_is_about_what_was_begun_last(chat: Chat) -> None:
    await make_offices(chat, "Văn phòng")
    clerk = await link_official(chat, "binh", "Lê Thị Bình")
    await ask_official(chat.other("dan"))
    await clerk.says("mời Trần Văn An vào Văn phòng")
    await clerk.says("trả lời 1: xin gửi đơn")
    assert "Đã bỏ lời mời" not in await clerk.says("hủy")
    assert "Xin Anh/Chị chuyển tin dưới đây" in await clerk.says("tạo mã")


async def test_only_a_clerk_invites(chat: Chat) -> None:
    officer = await link_official(chat, "an", "Trần Văn An", role=Role.OFFICER)
    assert "Chỉ công chức đầu mối được mời" in await officer.says("mời Lê Thị Bình vào Văn phòng")
    leader = await link_official(chat, "chi", "Phạm Văn Chi", role=Role.LEADER)
    assert "Chỉ công chức đầu mối được mời" in await leader.says("mời Lê Thị Bình vào Văn phòng")
    assert "mời cán bộ" not in await chat.says("mời Lê Thị Bình vào Văn phòng")


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("mời Trần Văn An vào Công an xã", Asked("Trần Văn An", "Công an xã")),
        ("moi tran van an vao cong an xa", Asked("tran van an", "cong an xa")),
        ("Mời Trần An vào Văn phòng làm đầu mối", Asked("Trần An", "Văn phòng", Role.CLERK)),
        (
            "mời Trần An vào UBND xã, vai trò lãnh đạo",
            Asked("Trần An", "UBND xã", Role.LEADER),
        ),
        (
            "mời Trần An vào Phòng Kinh tế, vai trò công chức đầu mối.",
            Asked("Trần An", "Phòng Kinh tế", Role.CLERK),
        ),
        ("invite Trần An to Phòng Kinh tế, as head", Asked("Trần An", "Phòng Kinh tế", Role.HEAD)),
        ("mời vào họp", None),
        ("mời An vào Văn phòng", None),
        ("mời 12 hộ dân vào họp", None),
        ("mời Trần Văn An", None),
        ("mời Trần Văn An vào", None),
        ("", None),
    ],
)
def test_what_a_clerk_types(text: str, asked: Asked | None) -> None:
    assert read_asked(text) == asked


async def test_the_button_of_a_morning_asks_for_the_name(chat: Chat) -> None:
    await make_offices(chat, "Phòng Kinh tế")
    clerk = await link_official(chat, "binh", "Lê Thị Bình")
    said = await clerk.says("mời cán bộ vào Phòng Kinh tế")
    assert said.endswith("chẳng hạn: mời Trần Văn An vào Phòng Kinh tế.")
    assert clerk.buttons == []
