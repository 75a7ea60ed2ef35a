"""A clerk sends a plan in chat: read, named, added on the clerk's word, never kept when secret."""

import pytest

from handlers.files.rules import Upload
from storage.values import PlanState
from tests.factories.clerk import link, link_clerk, load
from tests.factories.sample_docx import TEXT, build
from tests.factories.sample_xlsx import build_xlsx
from tests.factories.talk import Chat

NAME = "ke-hoach.docx"
PLAN = TEXT.read_text("utf-8")
ELSEWHERE = PLAN.replace("BẾN LỤA", "ĐỒI SIM").replace("Bến Lụa", "Đồi Sim")


@pytest.fixture
async def clerk(chat: Chat) -> Chat:
    async with chat.app.database.write() as work:
        await work.localities.ensure("xã Bến Lụa")
    return await link_clerk(chat)


def word(text: str = PLAN, name: str = NAME) -> Upload:
    return Upload.of(name, build(text))


async def states(chat: Chat) -> list[PlanState]:
    async with chat.app.database.read() as work:
        return [plan.state for plan in await work.plans.list_all()]


async def count_files(chat: Chat) -> int:
    async with chat.app.database.read() as work:
        return len(await work.files.of_owner(chat.address))


@pytest.mark.parametrize("text", ["", "kế hoạch năm nay", "Thêm kế hoạch này giúp em"])
async def test_a_plan_is_added_read_and_confirmed_in_chat(clerk: Chat, text: str) -> None:
    assert "Thêm làm kế hoạch của UBND xã Bến Lụa?" in await clerk.says(text, word())
    assert clerk.buttons == ["thêm kế hoạch"]
    assert await states(clerk) == []
    told = await clerk.says("thêm kế hoạch")
    assert "Đã thêm kế hoạch 1: Kế hoạch số" in told
    assert "Xin đọc lại rồi xác nhận" in told
    assert clerk.buttons == ["xem kế hoạch 1", "xác nhận kế hoạch 1"]
    assert await count_files(clerk) == 0
    assert await clerk.says("xác nhận kế hoạch 1")
    assert await states(clerk) == [PlanState.CONFIRMED]


async def test_a_sheet_of_excel_is_taken_as_well(clerk: Chat) -> None:
    told = await clerk.says("", Upload.of("ke-hoach.xlsx", build_xlsx(PLAN)))
    assert "Thêm làm kế hoạch" in told


async def test_said_twice_it_is_added_once(clerk: Chat) -> None:
    await clerk.says("", word())
    await clerk.says("thêm kế hoạch")
    assert "Xin gửi lại tệp" in await clerk.says("thêm kế hoạch")
    await clerk.says("", word())
    assert "đã có trong hệ thống, là kế hoạch 1" in await clerk.says("thêm kế hoạch")
    assert len(await states(clerk)) == 1


async def test_a_secret_one_leaves_nothing(clerk: Chat) -> None:
    told = await clerk.says("", word(PLAN.replace("KẾ HOẠCH\n", "MẬT\nKẾ HOẠCH\n", 1)))
    assert "dấu chỉ độ mật" in told
    assert await count_files(clerk) == 0
    assert "Xin gửi lại tệp" in await clerk.says("thêm kế hoạch")


async def test_another_places_plan_is_not_added_here(clerk: Chat) -> None:
    assert "của xã Đồi Sim" in await clerk.says("", word(ELSEWHERE))
    assert await count_files(clerk) == 0


async def test_what_cannot_be_read_is_said(clerk: Chat) -> None:
    told = await clerk.says("", Upload.of("hong.pdf", b"%PDF-1.7 hong"))
    assert "hong.pdf" in told
    assert "Thêm làm" not in told
    assert await count_files(clerk) == 0


async def test_several_are_asked_for_one_by_one(clerk: Chat) -> None:
    assert "từng văn bản" in await clerk.says("", word(), word(name="hai.docx"))


async def test_only_a_clerk_adds_plans(chat: Chat) -> None:
    await load(chat)
    await link(chat)
    assert "Thêm làm" not in await chat.says("", word())
    assert "thêm kế hoạch" not in " ".join(chat.buttons)
    await chat.says("thêm kế hoạch")
    assert len(await states(chat)) == 1


async def test_a_document_of_feedback_half_written_is_not_a_plan(clerk: Chat) -> None:
    await clerk.says("tôi muốn phản ánh")
    assert "Thêm làm" not in await clerk.says("", word())


async def test_other_words_with_a_document_are_about_something_else(clerk: Chat) -> None:
    assert "Thêm làm" not in await clerk.says("phiếu này nộp ở đâu", word())
