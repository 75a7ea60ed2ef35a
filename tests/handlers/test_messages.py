"""Messages and replies as versioned JSON."""

import datetime as dt
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.messages import (
    Attachment,
    Button,
    Message,
    Reply,
    UnknownVersion,
    dump_message,
    dump_reply,
    load_message,
    load_reply,
)
from storage.values import Address

ADDRESS = Address("web", "lan")
NOW = dt.datetime(2026, 11, 23, 2, 0, tzinfo=dt.UTC)
RELEASED = [
    ('{"v": 1, "text": "xin chào", "buttons": [{"label": "Gửi", "says": "gửi"}]}', "xin chào"),
]


@given(st.text(), st.lists(st.tuples(st.text(), st.text()), max_size=4))
def test_replies_survive_storage(text: str, buttons: list[tuple[str, str]]) -> None:
    reply = Reply(text, tuple(Button(label, says) for label, says in buttons))
    assert load_reply(dump_reply(reply)) == reply


@given(st.text(), st.lists(st.text(), max_size=3))
def test_messages_survive_storage(text: str, names: list[str]) -> None:
    attachments = tuple(Attachment("photo", name) for name in names)
    message = Message(ADDRESS, "m1", text, NOW, attachments)
    body = dump_message(message)
    assert load_message(body, address=ADDRESS, message_id="m1", received_at=NOW) == message


@pytest.mark.parametrize(
    ("stored", "attachment"),
    [
        ({"kind": "photo", "name": "a.jpg"}, Attachment("photo", "a.jpg")),
        (
            {"kind": "photo", "name": "a.jpg", "file_id": 7, "media_type": "image/jpeg", "size": 9},
            Attachment("photo", "a.jpg", 7, "image/jpeg", 9),
        ),
        (
            {"kind": "", "name": "x.exe", "refusal": "file_unknown", "later": 1},
            Attachment("", "x.exe", refusal="file_unknown"),
        ),
    ],
)
def test_attachments_of_every_release_are_read(
    stored: dict[str, object], attachment: Attachment
) -> None:
    body = json.dumps({"v": 1, "text": "", "attachments": [stored]})
    message = load_message(body, address=ADDRESS, message_id="m1", received_at=NOW)
    assert message.attachments == (attachment,)
    again = load_message(dump_message(message), address=ADDRESS, message_id="m1", received_at=NOW)
    assert again == message


@pytest.mark.parametrize(("payload", "text"), RELEASED)
def test_payloads_of_every_release_are_read(payload: str, text: str) -> None:
    assert load_reply(payload).text == text


def test_a_newer_payload_is_refused() -> None:
    with pytest.raises(UnknownVersion):
        load_reply(json.dumps({"v": 2, "text": "x"}))
