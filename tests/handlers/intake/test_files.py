"""Photos, voices and papers on the way to a PAKN."""

import pytest

from handlers.messages import Attachment
from knowledge.cases.states import CaseState
from tests.factories.citizens import LAMP, bring, keep_voice, last_case, show, wait
from tests.factories.handover import link_official
from tests.factories.talk import Chat

ALBUM = ("1.jpg", "2.jpg", "3.jpg")


async def count_files(chat: Chat) -> int:
    async with chat.app.database.read() as work:
        return len(await work.files.of_owner(chat.address))


async def test_an_album_gets_one_reply(chat: Chat) -> None:
    for name in (*ALBUM, "4.jpg", "5.jpg"):
        assert await show(chat, name) == ""
    assert await wait(chat, 3) == (
        "Đã nhận 5 ảnh. Ông/Bà cho biết chụp ở đâu và muốn phản ánh việc gì, một câu ngắn là đủ."
    )
    await chat.says("Bãi rác tự phát ở cổng chợ Bến Lụa")
    assert "Kèm theo: 5 ảnh" in await chat.says("bỏ qua")
    await chat.says("gửi")
    case = await last_case(chat)
    async with chat.app.database.read() as work:
        assert len(await work.files.of_case(case.id)) == 5


async def test_words_overtake_the_reply_to_photos(chat: Chat) -> None:
    await show(chat, *ALBUM)
    told = await chat.says("Bãi rác tự phát ở cổng chợ Bến Lụa")
    assert told.startswith("Nội dung ghi được: Bãi rác")
    assert "gửi thêm ảnh" not in told
    assert await wait(chat, 10) == ""


async def test_photos_with_a_caption_are_a_pakn(chat: Chat) -> None:
    told = await show(chat, *ALBUM, text="Ổ gà sâu trước trường mầm non Hoa Sen")
    assert told.startswith("Đã nhận 3 ảnh.\nNội dung ghi được: Ổ gà sâu")


async def test_more_photos_at_the_review_are_shown_in_it(chat: Chat) -> None:
    for text in ("phản ánh", LAMP, "bỏ qua"):
        await chat.says(text)
    await show(chat, *ALBUM)
    assert "Kèm theo: 3 ảnh" in await wait(chat, 3)
    assert "Kèm theo" not in await chat.says("bỏ ảnh")
    assert await count_files(chat) == 0


async def test_twenty_photos_are_ten(chat: Chat) -> None:
    told = await show(chat, *(f"{n}.jpg" for n in range(20)), text=LAMP)
    assert "Đã nhận 10 ảnh" in told
    assert "tối đa 10 tệp nên 10 ảnh" in told


async def test_what_is_refused_is_said_and_the_draft_is_kept(chat: Chat) -> None:
    for text in ("phản ánh", LAMP):
        await chat.says(text)
    film = Attachment("video", "rac.mp4", refusal="video_too_large")
    told = await bring(chat, "", film)
    assert "20 MB" in told
    assert "số điện thoại" in told
    assert "xem lại" in await chat.says("bỏ qua")


async def test_a_refused_photo_alone_starts_nothing(chat: Chat) -> None:
    told = await bring(chat, "", Attachment("photo", "a.heic", refusal="photo_heic"))
    assert "HEIC" in told
    async with chat.app.database.read() as work:
        assert not await work.dialogues.of(chat.address)


async def test_a_sticker_says_nothing(chat: Chat) -> None:
    asked = await chat.says("phản ánh")
    assert await bring(chat, "", Attachment("sticker")) == asked


async def test_an_identity_paper_is_not_kept(chat: Chat) -> None:
    told = await show(chat, "cccd.jpg")
    assert "không nhận giấy tờ tùy thân" in told
    assert await count_files(chat) == 0


async def test_words_after_a_photo_give_an_identity_paper_away(chat: Chat) -> None:
    await chat.says("phản ánh")
    await show(chat, *ALBUM, text=LAMP)
    await wait(chat, 60)
    await show(chat, "anh.jpg")
    told = await chat.says("cccd của tôi đó")
    assert "không nhận giấy tờ tùy thân" in told
    assert await count_files(chat) == 3
    assert "Kèm theo: 3 ảnh" in await chat.says("bỏ qua")


async def test_a_voice_may_be_sent_alone(chat: Chat) -> None:
    await bring(chat, "", await keep_voice(chat))
    told = await wait(chat, 3)
    assert "chưa nghe được" in told
    assert "việc gì, ở đâu" in told
    for text in ("gửi", "bỏ qua", "gửi"):
        await chat.says(text)
    case = await last_case(chat)
    assert (case.content, case.state) == ("Theo tin thoại kèm theo.", CaseState.RECEIVED)


async def test_officials_photos_start_no_pakn(chat: Chat) -> None:
    clerk = await link_official(chat, "an", "Trần Văn An")
    assert "Đã nhận 1 ảnh nhưng chưa gắn với việc nào" in await show(clerk, "a.jpg")


@pytest.mark.parametrize("text", ["cái này nộp ở đâu ạ", "giờ làm việc thế nào ạ?"])
async def test_a_question_with_a_photo_is_answered_and_the_photo_kept(
    chat: Chat, text: str
) -> None:
    told = await show(chat, "a.jpg", text=text)
    assert told.startswith("Đã nhận 1 ảnh.")
    assert told.endswith("nhắn “tiếp tục” để viết tiếp.")
    assert "Đã nhận 1 ảnh. Ông/Bà cho biết chụp ở đâu" in await chat.says("tiếp tục")
