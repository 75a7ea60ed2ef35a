"""What Telegram brings, read into events: thirty shapes, hostile ones among them."""

import datetime as dt
import json
from typing import Any

import pytest

from bot.channels.base import Malformed, Pressed, Said
from bot.channels.telegram.updates import (
    Press,
    move_offset,
    read_body,
    read_events,
    read_press,
    read_update,
)
from handlers.messages import Attachment

Json = dict[str, Any]
CHANNEL = "telegram:12345678"
NOW = dt.datetime(2026, 11, 23, 2, 0, tzinfo=dt.UTC)
LAN: Json = {"id": 5012345678, "is_bot": False, "first_name": "Lan"}
CHAT: Json = {"id": 5012345678, "type": "private"}
SENT_AT = 1_795_000_000
HEAD: Json = {"message_id": 17, "from": LAN, "chat": CHAT, "date": SENT_AT}
CODE = "MOI-2345678-9ABCDEF"


def say(**content: Any) -> Json:
    return {"update_id": 1, "message": HEAD | content}


def press(**changes: Any) -> Json:
    query = {"id": "43", "from": LAN, "message": HEAD | {"from": {"is_bot": True}}, "data": "1:7:0"}
    return {"update_id": 1, "callback_query": query | changes}


def photo(*sides: int) -> list[Json]:
    return [{"file_id": f"f{side}", "width": side, "height": side} for side in sides]


TEXTS = [
    (say(text="Xin chào"), "Xin chào"),
    (say(text="Đường làng\nngập nước"), "Đường làng\nngập nước"),
    (say(text="/start"), "xin chào"),
    (say(text=f"/start {CODE}"), CODE),
    (say(text=f"/start@motcua_bot {CODE} "), CODE),
    (say(text="/huongdan"), "trợ giúp"),
    (say(text="/help"), "trợ giúp"),
    (say(text="/phananh"), "phản ánh"),
    (say(text="/phananh đèn hỏng ở thôn Đình"), "phản ánh: đèn hỏng ở thôn Đình"),
    (say(text="/TraCuu PA261123-7K3QXC"), "tra cứu PA261123-7K3QXC"),
    (say(text="/viec"), "việc của tôi"),
    (say(text="/huy@motcua_bot"), "huỷ"),
    (say(text="/bayvetrang"), "/bayvetrang"),
    (say(text="/ hai dấu"), "/ hai dấu"),
    (say(text="1/12 có họp không?"), "1/12 có họp không?"),
    (say(text="nửa chữ \ud83d đây"), "nửa chữ \ufffd đây"),
    (say(text="hai nửa \ud83c\udf3e"), "hai nửa 🌾"),
    ({"update_id": 1, "edited_message": HEAD | {"text": "đã sửa", "edit_date": 2}}, "đã sửa"),
]


@pytest.mark.parametrize(("update", "text"), TEXTS)
def test_words(update: Json, text: str) -> None:
    event = read_update(CHANNEL, update, now=NOW)
    assert isinstance(event, Said)
    message = event.message
    assert (message.text, message.attachments) == (text, ())
    assert (message.address.channel, message.address.user) == (CHANNEL, "5012345678")
    assert message.id == "5012345678.17"
    assert message.received_at == dt.datetime.fromtimestamp(SENT_AT, dt.UTC)
    text.encode()


FILES = [
    (say(photo=photo(90, 1280, 320)), Attachment("photo", source="f1280")),
    (
        say(document={"file_id": "d", "file_name": "kế hoạch.docx"}),
        ("document", "kế hoạch.docx", "d"),
    ),
    (say(document={"file_id": "d"}), Attachment("document", source="d")),
    (
        say(animation={"file_id": "a"}, document={"file_id": "a"}),
        Attachment("document", source="a"),
    ),
    (say(voice={"file_id": "v", "duration": 3}), Attachment("audio", source="v")),
    (say(audio={"file_id": "v", "file_name": "họp.mp3"}), ("audio", "họp.mp3", "v")),
    (say(video={"file_id": "v"}), Attachment("video", source="v")),
    (say(video_note={"file_id": "v"}), Attachment("video", source="v")),
    (say(sticker={"file_id": "s", "emoji": "👍"}), Attachment("sticker")),
    (say(contact={"phone_number": "+84901234567"}), Attachment("contact")),
    (
        say(location={"latitude": 10.762622, "longitude": 106.660172}),
        Attachment("location", "10.762622, 106.660172"),
    ),
    (
        say(venue={"title": "Chợ"}, location={"latitude": 21, "longitude": 105.5}),
        Attachment("location", "21.000000, 105.500000"),
    ),
    (say(dice={"value": 4}), Attachment("unsupported")),
    (say(poll={"question": "?"}), Attachment("unsupported")),
    (say(story={"id": 1}), Attachment("unsupported")),
    (say(text=""), Attachment("unsupported")),
]


@pytest.mark.parametrize(("update", "expected"), FILES)
def test_files_and_odd_things(update: Json, expected: Attachment | tuple[str, str, str]) -> None:
    event = read_update(CHANNEL, update, now=NOW)
    assert isinstance(event, Said)
    if isinstance(expected, tuple):
        kind, name, source = expected
        expected = Attachment(kind, name, source=source)
    assert event.message.attachments == (expected,)
    assert event.message.text == ""


def test_a_caption_is_what_is_said() -> None:
    event = read_update(CHANNEL, say(photo=photo(90), caption="/phananh rác"), now=NOW)
    assert isinstance(event, Said)
    assert event.message.text == "phản ánh: rác"
    assert [each.source for each in event.message.attachments] == ["f90"]


def test_a_press() -> None:
    event = read_update(CHANNEL, press(), now=NOW)
    assert isinstance(event, Pressed)
    assert (event.address.user, event.id, event.token) == ("5012345678", "press.43", "1:7:0")
    assert event.at == NOW


IGNORED = [
    say(text="ở nhóm", chat={"id": -100, "type": "supergroup"}),
    say(text="ở nhóm", chat={"id": -7, "type": "group"}),
    say(text="máy nói", **{"from": {"id": 9, "is_bot": True}}),
    {"update_id": 1, "channel_post": HEAD | {"text": "tin"}},
    {"update_id": 1, "message": {k: v for k, v in HEAD.items() if k != "from"} | {"text": "kênh"}},
    say(pinned_message=HEAD),
    say(new_chat_title="Xã"),
    say(message_auto_delete_timer_changed={"message_auto_delete_time": 5}),
    {"update_id": 1, "my_chat_member": {}},
    {"update_id": 1},
    press(message={**HEAD, "chat": {"id": -7, "type": "group"}}),
    press(message=None),
    {
        "update_id": 1,
        "callback_query": {"id": "4", "from": LAN, "message": HEAD, "game_short_name": "x"},
    },
]


@pytest.mark.parametrize("update", IGNORED)
def test_what_is_not_for_us(update: Json) -> None:
    assert read_update(CHANNEL, update, now=NOW) is None


MALFORMED = [
    {"update_id": 1, "message": None},
    {"update_id": 1, "message": []},
    {"update_id": 1, "message": {}},
    say(text=None),
    say(text=5),
    say(text={"a": 1}),
    say(text="x", date="hôm nay"),
    say(text="x", date=10**18),
    say(text="x", date=True),
    say(text="x", message_id="17"),
    say(text="x", chat={"type": "private"}),
    say(text="x", chat={"id": -5, "type": "private"}),
    say(photo=[]),
    say(photo=[5]),
    say(photo=[{"file_id": "f"}]),
    say(photo={"file_id": "f"}),
    say(document={"file_name": "a.pdf"}),
    say(location={"latitude": "10", "longitude": 106}),
    say(location={"latitude": float("nan"), "longitude": 106}),
    say(location={"latitude": 91, "longitude": 0}),
    press(id=None),
    press(data=5),
    press(**{"from": {"id": "5"}}),
]


@pytest.mark.parametrize("update", MALFORMED)
def test_what_cannot_be_read(update: Json, caplog: pytest.LogCaptureFixture) -> None:
    with pytest.raises(Malformed):
        read_update(CHANNEL, update, now=NOW)
    assert read_events(CHANNEL, update, now=NOW) == ()
    [record] = caplog.records
    kind = "callback_query" if "callback_query" in update else "message"
    assert record.getMessage() == f"{CHANNEL}: an update ({kind}) cannot be read"


KEYBOARD = {
    "inline_keyboard": [
        [
            {"text": "Xong 1", "callback_data": "1:7:0"},
            {"text": "Hoãn 1", "callback_data": "1:7:1"},
        ],
        [{"text": "Xong 2", "callback_data": "1:7:2"}],
    ]
}


@pytest.mark.parametrize(
    ("data", "rest"),
    [
        ("1:7:0", [[("Hoãn 1", "1:7:1")], [("Xong 2", "1:7:2")]]),
        ("1:7:2", [[("Xong 1", "1:7:0"), ("Hoãn 1", "1:7:1")]]),
    ],
)
def test_the_pressed_button_goes_and_the_others_stay(data: str, rest: object) -> None:
    update = press(data=data, message=HEAD | {"reply_markup": KEYBOARD})
    assert read_press(update) == Press("43", 5012345678, 17, rest)  # type: ignore[arg-type]


@pytest.mark.parametrize("markup", [None, [], {"inline_keyboard": 5}])
def test_unknown_buttons_are_left_alone(markup: object) -> None:
    update = press(message=HEAD | {"reply_markup": markup})
    assert read_press(update) == Press("43", 5012345678, None, ())


def test_odd_keyboards_do_no_harm() -> None:
    markup = {"inline_keyboard": [5, [None, {"text": "A"}, {"text": "B", "callback_data": "b"}]]}
    update = press(message=HEAD | {"reply_markup": markup})
    assert read_press(update).rest == [[("B", "b")]]


@pytest.mark.parametrize(
    "body", [b"", b"{", b"[]", b"{}", b"5", b"\xff\xfe", b"[" * 100_000, b'{"message": {}}']
)
def test_bodies_that_are_no_update(body: bytes) -> None:
    with pytest.raises(Malformed):
        read_body(body)


def test_a_body_is_an_update() -> None:
    assert read_body(json.dumps(say(text="ạ")).encode()) == say(text="ạ")


@pytest.mark.parametrize(
    ("update", "offset"),
    [({"update_id": 9}, 10), ({"update_id": 3}, 7), ({}, 7), ({"update_id": "9"}, 7)],
)
def test_the_offset_only_moves_on(update: Json, offset: int) -> None:
    assert move_offset(7, update) == offset
