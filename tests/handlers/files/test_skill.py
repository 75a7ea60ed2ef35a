"""Files that came alone and that nobody else answers."""

import pytest

from handlers.files.skill import FilesSkill
from handlers.messages import Attachment, Message
from handlers.turn import Turn
from storage.database import Database
from storage.values import Person
from tests.factories.talk import LAN, MONDAY

PHOTO = Attachment("photo", "a.jpg", 1)
FILM = Attachment("video", "phim.mp4", refusal="video_too_large")
OFFICER = Person(1, 1, "Lê Thị Thu", "officer")


@pytest.mark.parametrize(
    ("attachments", "text", "person", "heard"),
    [
        ((), "", None, None),
        ((PHOTO,), "rác trước chợ", None, None),
        ((Attachment("sticker"),), "", None, None),
        ((PHOTO,), "", None, "Đã nhận 1 ảnh. Nếu là phản ánh, xin nhắn “phản ánh”"),
        ((PHOTO,), " . ", OFFICER, "Đã nhận 1 ảnh nhưng chưa gắn với việc nào. Xin Anh/Chị"),
        ((FILM,), "", None, "Video này quá 20 MB"),
        ((PHOTO, FILM), "", None, "Video “phim.mp4” quá 20 MB"),
    ],
)
async def test_what_is_said(
    sqlite: Database,
    attachments: tuple[Attachment, ...],
    text: str,
    person: Person | None,
    heard: str | None,
) -> None:
    message = Message(LAN, "m1", text, MONDAY, attachments)
    turn = Turn(message, "vi", MONDAY, {}, person, (), None)
    effect = await FilesSkill().take(turn)
    if heard is None:
        assert effect is None
        return
    assert effect
    async with sqlite.read() as work:
        (reply,) = await effect(work)
    assert reply.text.startswith(heard)
    assert ("Đã nhận" in reply.text) == (PHOTO in attachments)
