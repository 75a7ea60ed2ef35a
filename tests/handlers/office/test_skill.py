"""The office's profile in chat: a citizen asks for a line of it, its clerk reads it whole."""

from pathlib import Path

import pytest

from handlers.places import read_profile
from storage.database import Database
from tests.factories.clerk import PLACE, link, link_clerk
from tests.factories.talk import Chat, build_chat

SAMPLE = Path(__file__).parents[3] / "bot" / "samples" / "office.toml"


@pytest.fixture
async def chat(sqlite: Database) -> Chat:
    profile = dict(read_profile(SAMPLE.name, SAMPLE.read_text("utf-8")).changes)
    async with sqlite.write() as work:
        place = await work.localities.ensure(PLACE)
        await work.localities.ensure("xã Đồi Sim")
        await work.localities.save_profile(place.id, profile)
    return build_chat(sqlite, locality=PLACE)


async def test_a_citizen_is_told_hours(chat: Chat) -> None:
    assert "Thứ Bảy: 07:30–11:30" in await chat.says("t7 co lam k")
    assert "Giờ làm việc: thứ Hai đến thứ Sáu, 07:30–11:30" in await chat.says("mấy giờ đóng cửa")


@pytest.mark.parametrize("words", ["thông tin cơ quan", "Xem thông tin cơ quan", "office profile"])
async def test_a_clerk_reads_the_own_office(chat: Chat, words: str) -> None:
    said = await (await link_clerk(chat)).says(words)
    assert "0298 3000 112" in said
    assert "Facebook" in said.splitlines()[-1]  # not entered
    assert len(said) < 4000


async def test_nobody_else_does(chat: Chat) -> None:
    elsewhere = await link_clerk(chat.other("cuc"), "xã Đồi Sim")
    told = await elsewhere.says("thông tin cơ quan")
    assert told.startswith("UBND xã Đồi Sim chưa nhập thông tin nào")
    officer = await link(chat.other("binh"))
    for person in (chat, officer):
        assert "Công chức đầu mối" not in await person.says("thông tin cơ quan")
