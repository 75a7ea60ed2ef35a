"""What came without a word and cannot be read; a place on the map in feedback."""

import pytest

from handlers.intake import drafts
from handlers.intake.drafts import Draft, Step, begin, load_draft
from handlers.intake.spots import add_spot
from handlers.messages import Attachment, Message
from tests.factories.citizens import LAMP, bring, keep_voice, last_case, show, wait
from tests.factories.handover import ask_official, link_official
from tests.factories.talk import LAN, MONDAY, Chat

MARKET = Attachment("location", "10.762622, 106.660172")
SPOT = "Vị trí 10.762622, 106.660172"
OLD_BUTTON = Attachment("old_button")
ODD = {
    "sticker": "Ông/Bà cần hỏi gì thêm, xin nhắn tại đây.",
    "contact": "Trợ lý tự động chưa đọc được danh thiếp. Xin Ông/Bà nhắn nội dung bằng chữ.",
    "audio": "Chưa nhận được tin thoại này. Xin Ông/Bà nhắn bằng chữ, một câu ngắn là đủ.",
    "unsupported": (
        "Nội dung này chưa xem được tại đây. Xin Ông/Bà nhắn bằng chữ, cần thì gửi kèm ảnh."
    ),
    "old_button": "Nút này đã cũ nên không dùng được nữa. Xin Ông/Bà nhắn lại điều cần.",
    "": "Nội dung này chưa xem được tại đây. Xin Ông/Bà nhắn bằng chữ, cần thì gửi kèm ảnh.",
}


async def find_draft(chat: Chat) -> Draft | None:
    async with chat.app.database.read() as work:
        return load_draft((await work.dialogues.of(chat.address)).get(drafts.KIND))


@pytest.mark.parametrize("kind", ODD)
async def test_a_kind_sentence_for_each(chat: Chat, kind: str) -> None:
    assert await bring(chat, "", Attachment(kind)) == ODD[kind]
    assert await bring(chat, "…", Attachment("sticker"), Attachment(kind)) == ODD[kind]
    assert await find_draft(chat) is None


@pytest.mark.parametrize("kind", [*ODD, "location"])
async def test_officials_get_one_too(chat: Chat, kind: str) -> None:
    clerk = await link_official(chat, "binh", "Lê Thị Bình")
    said = await bring(clerk, "", Attachment(kind, MARKET.name))
    assert "Anh/Chị" in said
    assert "Ông/Bà" not in said
    assert len(said) < 130
    await clerk.says("mời Trần Văn An vào Văn phòng")
    await bring(clerk, "", Attachment(kind))
    assert "Đã tạo mã liên kết" in await clerk.says("tạo mã")


async def test_with_words_the_words_count(chat: Chat) -> None:
    said = await bring(chat, "giờ làm việc thế nào", Attachment("sticker"))
    assert said == await chat.says("giờ làm việc thế nào")


async def test_a_voice_that_was_kept_is_answered_as_before(chat: Chat) -> None:
    assert await bring(chat, "", await keep_voice(chat)) == ""
    assert "cán bộ sẽ nghe" in await wait(chat, 3)


async def test_what_could_not_be_fetched_is_asked_for_again(chat: Chat) -> None:
    lost = Attachment("photo", refusal="not_fetched")
    assert await bring(chat, "", lost) == "Chưa tải được ảnh này. Ông/Bà vui lòng gửi lại."
    said = await bring(chat, LAMP, lost)
    assert said.startswith("Chưa tải được ảnh này. Ông/Bà vui lòng gửi lại.\nNội dung ghi được")


@pytest.mark.parametrize("kind", ["contact", "audio", "unsupported"])
async def test_in_feedback_what_was_asked_is_asked_again(chat: Chat, kind: str) -> None:
    asked = await chat.says(LAMP)
    assert await bring(chat, "", Attachment(kind)) == f"{ODD[kind]}\n{asked}"
    draft = await find_draft(chat)
    assert draft
    assert draft.step is Step.CONTACT
    assert not draft.contact


async def test_an_old_button_leaves_feedback_as_it_is(chat: Chat) -> None:
    await chat.says(LAMP)
    before = await find_draft(chat)
    assert await bring(chat, "", OLD_BUTTON) == ODD["old_button"]
    assert await find_draft(chat) == before


async def test_an_official_is_not_shown_what_cannot_be_shown(chat: Chat) -> None:
    await link_official(chat, "binh", "Lê Thị Bình")
    await ask_official(chat)
    assert await bring(chat, "", Attachment("sticker")) == ""
    said = await bring(chat, "", Attachment("contact"))
    assert (
        said == "Nội dung này chưa chuyển được cho cán bộ đang trao đổi. Xin Ông/Bà nhắn bằng chữ."
    )
    assert await bring(chat, "", MARKET) == said


# A place on the map


async def test_a_place_begins_feedback_and_is_where_it_is(chat: Chat) -> None:
    said = await bring(chat, "", MARKET)
    assert said == (
        "Đã nhận vị trí. Ông/Bà cho biết muốn phản ánh việc gì ở đây, một câu ngắn là đủ."
    )
    asked = await chat.says("đèn đường hỏng cả tháng nay")
    assert "số điện thoại" in asked
    review = await chat.says("bỏ qua")
    assert f"Nơi xảy ra: {SPOT}" in review
    await chat.says("gửi")
    assert (await last_case(chat)).where == SPOT


async def test_a_place_answers_where(chat: Chat) -> None:
    assert "ở chỗ nào" in await chat.says("tôi muốn phản ánh đèn đường hỏng cả tháng nay")
    said = await bring(chat, "", MARKET)
    assert said.startswith("Đã ghi vị trí.\nNội dung ghi được: Đèn đường hỏng")
    assert chat.channel.sent[-1][1].asks == "contact"
    await chat.says("gần cổng chợ")
    draft = await find_draft(chat)
    assert draft
    assert draft.where == f"{SPOT}; gần cổng chợ"
    assert not draft.name


async def test_words_that_come_with_a_place_belong_to_it(chat: Chat) -> None:
    await chat.says("tôi muốn phản ánh đèn đường hỏng cả tháng nay")
    chat.clock.advance(minutes=2)
    await bring(chat, "gần cổng chợ", MARKET)
    chat.clock.advance(minutes=2)
    draft = await find_draft(chat)
    assert draft
    assert (draft.where, draft.step) == (f"{SPOT}; gần cổng chợ", Step.CONTACT)
    await chat.says("Nguyễn Thị Lan 0912 345 678")
    await bring(chat, "", Attachment("location", "10.5, 106.5"))
    moved = await find_draft(chat)
    assert moved
    assert moved.where == "Vị trí 10.5, 106.5; gần cổng chợ"
    assert (moved.step, moved.name) == (Step.REVIEW, "Nguyễn Thị Lan")


async def test_a_wish_to_change_the_place_replaces_it(chat: Chat) -> None:
    await chat.says("tôi muốn phản ánh đèn đường hỏng cả tháng nay")
    await bring(chat, "", MARKET)
    chat.clock.advance(minutes=1)
    await chat.says("sửa nơi xảy ra")
    await chat.says("đầu thôn 3")
    draft = await find_draft(chat)
    assert draft
    assert draft.where == "đầu thôn 3"


async def test_a_photo_and_a_place_with_words_at_once(chat: Chat) -> None:
    said = await bring(chat, "rác đổ đầy ở đây mấy hôm rồi không ai dọn", MARKET)
    assert "Nội dung ghi được: Rác đổ đầy" in said
    await show(chat, "rac.jpg")
    draft = await find_draft(chat)
    assert draft
    assert (draft.where, len(draft.files)) == (SPOT, 1)


@pytest.mark.parametrize("name", ["", "chợ", "95.1, 1, 2", "10.7", "10.762622,106.660172 <b>"])
def test_what_is_no_point_is_no_place(name: str) -> None:
    message = Message(LAN, "m1", "", MONDAY, (Attachment("location", name),))
    draft = begin("vi")
    assert add_spot(draft, message) == draft
