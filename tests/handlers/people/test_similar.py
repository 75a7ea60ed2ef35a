"""A clerk settles offices of similar names in chat."""

from storage.values import Role
from tests.factories.handover import link_official
from tests.factories.talk import Chat
from tests.handlers.people.test_asking import make_offices

SHORT, LONG = "VP HĐND-UBND", "Văn phòng HĐND và UBND"


async def test_pairs_are_merged_or_kept_apart_on_the_clerks_word(chat: Chat) -> None:
    await make_offices(chat, SHORT, LONG, "Phòng Kinh tế", "Phòng Kinh tế - Hạ tầng")
    clerk = await link_official(chat, "binh", "Lê Thị Bình")
    said = await clerk.says("đơn vị gần giống")
    assert f"1. {SHORT} – {LONG} (giống 100%)" in said
    assert clerk.buttons == ["gộp 1", "khác 1"]
    assert "Anh/Chị giữ tên nào?" in await clerk.says("gộp 1")
    assert clerk.buttons == ["gộp 1 giữ 1", "gộp 1 giữ 2"]
    said = await clerk.says("gộp 1 giữ 2")
    assert f"Đã gộp “{SHORT}” vào {LONG}" in said
    assert "Có" in said
    while "Có" in said:  # what is left: the clerk's own office beside it, the economy's two
        said = await clerk.says("khác 1")
    assert "Không có cặp đơn vị nào" in said
    assert "Không có cặp đơn vị nào" in await clerk.says("đơn vị gần giống")


async def test_a_pair_that_is_gone(chat: Chat) -> None:
    await make_offices(chat, SHORT, LONG)
    clerk = await link_official(chat, "binh", "Lê Thị Bình")
    await clerk.says("đơn vị gần giống")
    await clerk.says("gộp 1 giữ 2")
    assert "Cặp này không còn" in await clerk.says("gộp 7")


async def test_nobody_else_sees_the_list(chat: Chat) -> None:
    await make_offices(chat, SHORT, LONG)
    officer = await link_official(chat, "an", "Trần Văn An", role=Role.OFFICER)
    for one in (officer, chat):
        assert "giống 100%" not in await one.says("đơn vị gần giống")
