"""What Zalo's Bot API brings: everything that was seen, and what nobody should send."""

import datetime as dt
from typing import Any

import pytest

from bot.channels.base import Said
from bot.channels.zalo_bot.events import read_update
from handlers.messages import Attachment, Message
from storage.values import Address
from tests.factories.talk import MONDAY

USER = "6ede9afa66b88fe6d6a9"
SENT = dt.datetime(2025, 6, 19, 6, 55, 31, 602000, tzinfo=dt.UTC)
UNSUPPORTED = (Attachment("unsupported"),)
PHOTO = "https://photo-stal-1.zdn.vn/a/b.jpg"


def update(kind: str = "text", /, **fields: object) -> dict[str, Any]:
    """Make an update; a field that is `...` is left out."""
    message = {
        "from": {"id": USER, "display_name": "Ted", "is_bot": False},
        "chat": {"id": USER, "chat_type": "PRIVATE"},
        "message_id": "2d758cb5e222177a4e35",
        "date": 1750316131602,
        **fields,
    }
    kept = {name: value for name, value in message.items() if value is not ...}
    return {"event_name": f"message.{kind}.received", "message": kept}


def read(found: object) -> Message | None:
    """Read the one message of an update, if there is one."""
    events = read_update(found, "zalo_bot:1", now=MONDAY)
    assert len(events) <= 1
    for event in events:
        assert isinstance(event, Said)
        return event.message
    return None


@pytest.mark.parametrize(
    ("found", "text", "attachments"),
    [
        (update(text="Xin chào"), "Xin chào", ()),
        (update(text="  Xin\nchào \n"), "Xin\nchào", ()),
        (update(text="Đươ\u0300ng"), "Đường", ()),
        (update(text="nửa \ud83d chữ"), "nửa ? chữ", ()),
        (update(text="ok", message_id=17), "ok", ()),
        (update(text="ok", chat={"id": USER}), "ok", ()),
        (update(text="ok", chat={"id": USER, "chat_type": None}), "ok", ()),
        (update(text="ok", chat=...), "ok", ()),
        (update(text="ok", **{"from": None}), "ok", ()),
        (update("image", photo=PHOTO), "", (Attachment("photo", source=PHOTO),)),
        (
            update("image", photo_url=PHOTO, caption="đèn hỏng"),
            "đèn hỏng",
            (Attachment("photo", source=PHOTO),),
        ),
        (update("image", photo=None, photo_url=PHOTO), "", (Attachment("photo", source=PHOTO),)),
        (update("image", photo="", caption="xem"), "xem", UNSUPPORTED),
        (update("image", photo=[PHOTO]), "", UNSUPPORTED),
        (
            update("sticker", sticker="bfe458", url="https://x.zdn.vn/"),
            "",
            (Attachment("sticker"),),
        ),
        (
            update("voice", voice_url="https://v.zdn.vn/a.aac"),
            "",
            (Attachment("audio", source="https://v.zdn.vn/a.aac"),),
        ),
        (update("voice"), "", UNSUPPORTED),
        (update("link", text="xem https://a.vn"), "xem https://a.vn", ()),
        (update("link", url="https://a.vn"), "https://a.vn", ()),
        (update("unsupported"), "", UNSUPPORTED),
        (update("unsupported", caption="tệp"), "tệp", UNSUPPORTED),
    ],
)
def test_what_is_read(found: object, text: str, attachments: tuple[Attachment, ...]) -> None:
    message = read(found)
    assert message
    assert (message.address, message.received_at) == (Address("zalo_bot:1", USER), SENT)
    assert (message.text, message.attachments) == (text, attachments)


@pytest.mark.parametrize(
    "found",
    [
        None,
        [],
        "message.text.received",
        {},
        {"ok": True, "result": "x"},
        {"event_name": "message.unsupported.received"},
        {"event_name": "message.unsupported.received", "message": None},
        {"event_name": "message.text.received", "message": "x"},
        {"event_name": ["message.text.received"], "message": {}},
        {"event_name": "message.text.received", "message": {}},
        update("reaction", text="x"),
        update("text.received.message", text="x"),
        update("TEXT", text="x"),
        update(text=""),
        update(text=" \n"),
        update(text={"a": 1}),
        update(text=None),
        update("link"),
        update(text="x", message_id=...),
        update(text="x", message_id=""),
        update(text="x", message_id="a b"),
        update(text="x", message_id="a\x00b"),
        update(text="x", message_id="m" * 101),
        update(text="x", message_id=True),
        update(text="x", chat={"id": "g1", "chat_type": "GROUP"}),
        update("unsupported", chat={"id": "g1", "chat_type": "GROUP"}),
        update(text="x", chat={"id": USER, "chat_type": ["PRIVATE"]}),
        update(text="x", chat={"id": "ư"}, **{"from": {"id": {}}}),
        update(text="x", chat=7, **{"from": 7}),
        update(text="x", **{"from": {"id": USER, "is_bot": True}}),
        update("unsupported", chat=..., **{"from": ...}),
    ],
)
def test_what_is_passed_over(found: object) -> None:
    assert read(found) is None


@pytest.mark.parametrize(
    ("date", "at"),
    [
        (1750316131602, SENT),
        (1750316131, SENT.replace(microsecond=0)),
        (1750316131602.0, SENT),
        (..., MONDAY),
        (None, MONDAY),
        ("1750316131602", MONDAY),
        (True, MONDAY),
        (0, MONDAY),
        (-1750316131602, MONDAY),
        (10**30, MONDAY),
        (float("inf"), MONDAY),
        (float("nan"), MONDAY),
    ],
)
def test_when_it_was_sent(date: object, at: dt.datetime) -> None:
    message = read(update(text="x", date=date))
    assert message
    assert message.received_at == at


def test_what_is_hidden_has_an_id_all_the_same() -> None:
    first, again = (read(update("unsupported", message_id=...)) for _ in range(2))
    other = read(update("unsupported", message_id=..., date=1750316131603))
    assert first
    assert again
    assert other
    assert first.id == again.id != other.id
