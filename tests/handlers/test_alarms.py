"""Danger, denunciation and complaint in conversations: what is said, and what is kept."""

import datetime as dt

import pytest

from handlers.files.rules import Upload
from handlers.intake import drafts as feedback
from handlers.intake.idle import close_idle
from handlers.intake.starting import PETITION
from storage.database import Database
from tests.factories.photos import write_png
from tests.factories.talk import Chat, build_chat

PROFILE = {
    "reception.address": "phòng 102",
    "reception.schedule": "thứ Năm hằng tuần",
    "reception.phone": "0298 3000 118",
    "superior.name": "UBND tỉnh Hải Đông",
    "superior.address": "số 1 đường Trần Phú",
}


@pytest.fixture
async def office(sqlite: Database) -> Chat:
    async with sqlite.write() as work:
        place = await work.localities.ensure("xã Bến Lụa")
        await work.localities.save_profile(place.id, PROFILE)
    return build_chat(sqlite)


@pytest.mark.parametrize(
    ("text", "first", "beside"),
    [
        ("chay nha roi cuu voi thon 5", "gọi ngay 114", "bị thương gọi 115"),
        ("tai nạn rồi, có người nằm bất tỉnh", "gọi ngay 115", "gọi 113"),
        ("nó đang cầm dao dọa giết vợ", "gọi ngay 113", "gọi 115"),
        ("cháu bé 4 tuổi đi lạc ở chợ", "gọi ngay 113", "gọi 111"),
    ],
)
async def test_the_number_to_call_first(office: Chat, text: str, first: str, beside: str) -> None:
    told = await office.says(text)
    assert told.startswith("KHẨN CẤP")
    assert first in told
    assert beside in told


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("bờ đê thủng rồi nước phun ào ào ở thôn 3", ""),
        (
            "tôi muốn phản ánh mái nhà sàn thôn 3 nghiêng sắp đổ còn bà già liệt",
            "Nội dung ghi được",
        ),
    ],
)
async def test_what_only_sounds_like_danger_is_answered_all_the_same(
    office: Chat, text: str, answer: str
) -> None:
    told = await office.says(text)
    assert told.startswith("Nếu có người đang gặp nguy hiểm, gọi ngay 114")
    assert answer in told
    assert len(told.splitlines()) > 1


UNSURE = "anh địa chính cố tình cắm mốc lùi để bán thêm mấy lô"


async def test_what_only_sounds_like_a_denunciation_is_asked_about(office: Chat) -> None:
    told = await office.says(UNSURE)
    assert told.startswith("Nội dung này có dấu hiệu tố cáo.")
    assert office.buttons == ["Gửi phản ánh"]
    async with office.app.database.read() as work:
        entries = await work.thread.recent(office.address, now=office.clock.now())
        assert PETITION in await work.dialogues.of(office.address)
    assert not any("cắm mốc" in entry.body for entry in entries)
    assert f"Nội dung ghi được: A{UNSURE[1:]}" in await office.says("gửi phản ánh")


async def test_what_was_asked_about_is_forgotten_within_the_hour(office: Chat) -> None:
    await office.says(UNSURE)
    office.clock.moment += dt.timedelta(hours=2)
    async with office.app.database.write() as work:
        assert not await close_idle(work, now=office.clock.now())
        assert PETITION not in await work.dialogues.of(office.address)
    assert "cắm mốc" not in await office.says("gửi phản ánh")


async def test_a_draft_well_begun_is_not_stopped_by_what_is_unsure(office: Chat) -> None:
    await office.says("tôi muốn phản ánh đèn đường thôn 3 hỏng cả tháng")
    assert "dấu hiệu" not in await office.says(UNSURE)
    async with office.app.database.read() as work:
        assert feedback.KIND in await work.dialogues.of(office.address)


async def test_what_only_sounds_like_a_complaint_may_be_feedback(office: Chat) -> None:
    await office.says("quyết định phạt tên tôi mà người vi phạm là người khác")
    assert office.buttons == ["gửi đơn cho công chức đầu mối", "Gửi phản ánh"]


async def test_despair_is_not_sent_to_feedback(office: Chat) -> None:
    told = await office.says("tôi không muốn sống nữa")
    assert "gọi ngay 115" in told
    assert "đừng ở một mình" in told
    assert "phản ánh" not in told


async def test_danger_keeps_the_draft(office: Chat) -> None:
    await office.says("phản ánh")
    await office.says("cháy nhà rồi cứu với thôn 5")
    async with office.app.database.read() as work:
        assert feedback.KIND in await work.dialogues.of(office.address)


async def test_nothing_of_a_denunciation_is_kept(office: Chat) -> None:
    await office.says("phản ánh")
    told = await office.says("tôi muốn tố cáo trưởng thôn ăn chặn tiền hỗ trợ bão lũ")
    assert "không tiếp nhận và không lưu" in told
    assert "phòng 102" in told
    assert "giữ bí mật" in told
    async with office.app.database.read() as work:
        entries = await work.thread.recent(office.address, now=office.clock.now())
        assert feedback.KIND not in await work.dialogues.of(office.address)
    assert not any("ăn chặn" in entry.body for entry in entries)
    assert any("không được lưu" in entry.body for entry in entries)


async def test_what_was_said_before_it_in_a_draft_is_forgotten_too(office: Chat) -> None:
    await office.says("giờ làm việc thứ bảy")
    office.clock.advance(minutes=5)
    await office.says("phản ánh: ông Sửu lấy gạch của nhà văn hóa", Upload.of("a.png", write_png()))
    told = await office.says("tôi tố cáo trưởng thôn ăn chặn tiền hỗ trợ bão lũ")
    assert "không lưu" in told
    async with office.app.database.read() as work:
        entries = await work.thread.recent(office.address, now=office.clock.now())
        assert not await work.files.of_owner(office.address)
    assert not any("Sửu" in entry.body or "ăn chặn" in entry.body for entry in entries)
    assert any("thứ bảy" in entry.body for entry in entries)


async def test_leaders_are_denounced_to_the_superior(office: Chat) -> None:
    told = await office.says("tố cáo chủ tịch xã bán đất công")
    assert "UBND cấp tỉnh" in told
    assert "số 1 đường Trần Phú" in told
    assert "phòng 102" not in told


async def test_a_superior_served_here_is_named(office: Chat) -> None:
    async with office.app.database.write() as work:
        [place] = await work.localities.list_all()
        above = await work.localities.ensure("tỉnh Hải Đông")
        await work.localities.set_parent(place.id, above.id)
        await work.localities.save_profile(above.id, {"reception.address": "số 5 Hùng Vương"})
    told = await office.says("phó chủ tịch xã nhận hối lộ")
    assert "UBND tỉnh Hải Đông" in told
    assert "số 5 Hùng Vương" in told


async def test_a_question_about_denouncing_forgets_nothing(office: Chat) -> None:
    asked = "nộp đơn tố cáo ở đâu"
    told = await office.says(asked)
    assert "dấu hiệu" not in told
    assert "phòng 102" in told
    async with office.app.database.read() as work:
        entries = await work.thread.recent(office.address, now=office.clock.now())
    assert any(asked in entry.body for entry in entries)


async def test_a_complaint_is_explained_and_can_be_insisted_on(office: Chat) -> None:
    text = "tôi khiếu nại quyết định xử phạt số 12 của xã"
    told = await office.says(text)
    assert "Nghị định 20/2008/NĐ-CP, Điều 1" in told
    assert office.buttons == ["gửi đơn cho công chức đầu mối"]
    async with office.app.database.read() as work:
        dialogues = await work.dialogues.of(office.address)
    assert text in dialogues[PETITION].state


async def test_a_question_about_complaining_offers_no_button(office: Chat) -> None:
    assert "gửi đơn" in await office.says("thủ tục khiếu nại thế nào")
    assert not office.buttons


async def test_a_petition_is_forgotten_after_an_hour(office: Chat) -> None:
    await office.says("tôi khiếu nại quyết định thu hồi đất")
    office.clock.moment += dt.timedelta(hours=2)
    told = await office.says("gửi đơn cho công chức đầu mối")
    assert "thu hồi đất" not in told
