"""Events of an Official Account as messages, the odd and the hostile among them."""

import datetime as dt
import itertools
import json
from typing import Any

import pytest

from bot.channels.zalo_oa.events import read_echo, read_event, read_message
from handlers.messages import Attachment, Message
from storage.values import Address

OA, LAN = "388613280878808645", "246845883529197922"
NOW = dt.datetime(2026, 11, 23, 2, 0, tzinfo=dt.UTC)
STAMP = "1795399200000"  # 02:00 of that day
CHANNEL = "zalo_oa:78808645"
URL = "https://f20-zpc.zdn.vn/1/a.jpg"
TEXT = Attachment("unsupported")


def event(name: str, message: Any = None, **more: Any) -> dict[str, Any]:
    """An event of Lan's."""
    body = {
        "app_id": "360846524940903967",
        "sender": {"id": LAN},
        "recipient": {"id": OA},
        "event_name": name,
        "timestamp": STAMP,
    }
    return body | ({"message": message} if message is not None else {}) | more


def read(body: Any) -> Message | None:
    found = read_event(body, now=NOW)
    return read_message(found, CHANNEL) if found and not read_echo(found, CHANNEL) else None


def sent(kind: str, payload: Any, **more: Any) -> dict[str, Any]:
    attachments = [{"type": kind, "payload": payload}]
    return event(f"user_send_{kind}", {"msg_id": "7", "attachments": attachments, **more})


SAID: list[tuple[Any, str, tuple[Attachment, ...]]] = [
    (event("user_send_text", {"text": "xin chào", "msg_id": "7"}), "xin chào", ()),
    (event("user_send_text", {"text": " xin chào ", "msg_id": "7"}), "xin chào", ()),
    (event("user_send_text", {"text": "ho\u0323c", "msg_id": "7"}), "họ" + "c", ()),
    (event("user_send_text", {"text": "a\ud800b", "msg_id": "7"}), "a?b", ()),
    (event("user_send_link", {"text": "xem", "msg_id": "7"}), "xem", ()),
    (sent("link", {"url": "https://a.vn"}), "https://a.vn", ()),
    (sent("image", {"url": URL}), "", (Attachment("photo", source=URL),)),
    (sent("image", {"url": URL}, text="rác"), "rác", (Attachment("photo", source=URL),)),
    (sent("image", {"thumbnail": URL}), "", (TEXT,)),
    (sent("file", {"url": URL, "name": "a.pdf", "size": "9"}), "", (Attachment("document", "a.pdf", source=URL),)),
    (sent("audio", {"url": URL}), "", (Attachment("audio", source=URL),)),
    (sent("video", {"url": URL, "thumbnail": URL}), "", (Attachment("video", source=URL),)),
    (sent("sticker", {"id": "22", "url": URL}), "", (Attachment("sticker"),)),
    (sent("gif", {"url": URL}), "", (Attachment("sticker"),)),
    (sent("business_card", {"description": "{}"}), "", (Attachment("contact"),)),
    (sent("location", {"coordinates": {"latitude": "10.762622", "longitude": "106.660172"}}), "", (Attachment("location", "10.762622, 106.660172"),)),
    (sent("location", {"coordinates": {"latitude": 10.5, "longitude": 106}}), "", (Attachment("location", "10.500000, 106.000000"),)),
    (sent("location", {"coordinates": {"latitude": "đâu", "longitude": "đó"}}), "", (TEXT,)),
    (sent("location", {"coordinates": {"latitude": "1e400", "longitude": "5"}}), "", (Attachment("location"),)),
    (sent("location", {"coordinates": {"latitude": "nan", "longitude": "5"}}), "", (Attachment("location"),)),
    (sent("location", {}), "", (TEXT,)),
    (event("user_send_image", {"msg_id": "7"}), "", (TEXT,)),
    (event("user_send_sticker"), "", (TEXT,)),
    (event("user_submit_info", info={"name": "Lan", "phone": "84912345678", "address": "thôn Đình"}), "Lan, 0912345678, thôn Đình", ()),
    (event("user_submit_info", info={"name": "Lan", "phone": 84912345678, "ward": "xã Bến Lụa", "city": "Lam Hà"}), "Lan, 0912345678, xã Bến Lụa, Lam Hà", ()),
    (event("user_submit_info", info={"phone": "0912345678"}), "0912345678", ()),
]  # fmt: skip


@pytest.mark.parametrize(("body", "text", "attachments"), SAID)
def test_what_a_person_has_sent(body: Any, text: str, attachments: tuple[Attachment, ...]) -> None:
    message = read(body)
    assert message
    assert (message.text, message.attachments) == (text, attachments)
    assert (message.address, message.received_at) == (Address(CHANNEL, LAN), NOW)


def test_several_photos_come_together() -> None:
    rows = [{"type": "image", "payload": {"url": f"{URL}?{number}"}} for number in range(3)]
    message = read(event("user_send_image", {"msg_id": "7", "attachments": rows}))
    assert message
    assert [each.source[-1] for each in message.attachments] == ["0", "1", "2"]


@pytest.mark.parametrize(
    "body",
    [
        {},
        event("user_send_text", {"text": "", "msg_id": "7"}),
        event("user_send_text", {"text": 7, "msg_id": "7"}),
        event("user_send_text", "xin chào"),
        event("user_send_text"),
        event("user_submit_info", info="Lan"),
        event("user_submit_info"),
        event("user_seen_message", {"msg_ids": ["7"]}, sender={"id": OA}, recipient={"id": LAN}),
        event("user_received_message", {"msg_id": "7"}),
        event("user_click_button"),
        event("anonymous_send_text", {"text": "a", "msg_id": "7"}),
        event("user_send_group_text", {"text": "a", "msg_id": "7"}),
        event("user_send_", {"text": "a"}),
        event("user_send_text", {"text": "a"}, sender={}),
        event("user_send_text", {"text": "a"}, sender={"id": {"id": 1}}),
        event("user_send_text", {"text": "a"}, sender={"id": True}),
        event("user_send_text", {"text": "a"}, sender={"id": "x" * 500}),
        event("user_send_text", {"text": "a"}, sender=None, recipient=None),
        event(None),  # type: ignore[arg-type]
        {"oa_id": OA, "follower": {"id": LAN}, "event_name": "follow", "timestamp": STAMP},
        {"oa_id": OA, "follower": {"id": LAN}, "event_name": "unfollow", "timestamp": STAMP},
    ],
)
def test_what_is_passed_over(body: Any) -> None:
    assert read(body) is None


@pytest.mark.parametrize(
    "attachments", [None, [], "x", {}, [None], ["x"], [{"payload": None}], [{"payload": []}], [7]]
)
def test_broken_attachments_are_what_we_cannot_see(attachments: Any) -> None:
    message = read(event("user_send_image", {"msg_id": "7", "attachments": attachments}))
    assert message
    assert message.attachments == (TEXT,)


def test_a_message_keeps_its_number_and_others_get_one_of_their_own() -> None:
    numbered = [
        read(event("user_send_text", {"text": "a", "msg_id": number})) for number in ("7", 7)
    ]
    assert [message and message.id for message in numbered] == ["7", "7"]
    same = [read(event("user_submit_info", info={"name": "Lan"})) for _ in range(2)]
    later = read(event("user_submit_info", info={"name": "Lan"}, timestamp="1795399200001"))
    assert same[0]
    assert same[1]
    assert later
    assert same[0].id == same[1].id != later.id


@pytest.mark.parametrize(
    ("stamp", "moment"),
    [
        (STAMP, NOW),
        (int(STAMP), NOW),
        ("1795399200", NOW),
        ("1795395600000", NOW - dt.timedelta(hours=1)),
        ("1795402800000", NOW),  # no message comes from the future
        ("gestern", NOW),
        ("9" * 40, NOW),
        ("١٧٩٥٣٩٩٢٠٠", NOW),
        (None, NOW),
    ],
)
def test_moments(stamp: Any, moment: dt.datetime) -> None:
    message = read(event("user_send_text", {"text": "a", "msg_id": "7"}, timestamp=stamp))
    assert message
    assert message.received_at == moment


def test_what_the_account_has_sent_is_for_its_recipient() -> None:
    ids = {"sender": {"id": OA}, "recipient": {"id": LAN}}
    found = read_event(event("oa_send_text", {"text": "Chào bà", "msg_id": "7"}, **ids), now=NOW)
    assert found
    echo = read_echo(found, CHANNEL)
    assert echo
    assert (found.number, echo.address.user, echo.text, echo.at) == (OA, LAN, "Chào bà", NOW)


def test_an_event_shows_nothing_of_what_was_said() -> None:
    found = read_event(event("user_send_text", {"text": "bí mật", "msg_id": "7"}), now=NOW)
    assert "bí mật" not in repr(found)


def test_every_event_survives_the_loss_of_any_of_its_parts() -> None:
    values: list[Any] = [None, [], {}, "", 7, "x" * 3000]
    for body, *_ in SAID:
        for path, value in itertools.product(_walk(body), values):
            read(_put(body, path, value))


def _walk(node: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    items = (
        node.items()
        if isinstance(node, dict)
        else enumerate(node)
        if isinstance(node, list)
        else ()
    )
    return [path, *(found for key, value in items for found in _walk(value, (*path, key)))][
        bool(not path) :
    ]


def _put(body: Any, path: tuple[Any, ...], value: Any) -> Any:
    copied = json.loads(json.dumps(body))
    node = copied
    for key in path[:-1]:
        node = node[key]
    node[path[-1]] = value
    return copied
