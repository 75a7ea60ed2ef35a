"""A person's Zalo, in a conversation with an Official Account: everything is typed."""

import json
import re
from typing import TYPE_CHECKING, Any

from tests.doubles.base import Shown

if TYPE_CHECKING:
    from tests.doubles.zalo_oa import ZaloOaDouble

ODD: dict[str, tuple[str, dict[str, Any]]] = {
    "sticker": ("user_send_sticker", {"type": "sticker", "payload": {"id": "22", "url": "https://zalo-api.zadn.vn/s.png"}}),
    "voice": ("user_send_audio", {"type": "audio", "payload": {"url": "{url}/files/voice.amr"}}),
    "contact": ("user_send_business_card", {"type": "link", "payload": {"description": json.dumps({"phone": "84912345678"})}}),
    "location": ("user_send_location", {"type": "location", "payload": {"coordinates": {"latitude": "10.762622", "longitude": "106.660172"}}}),
    "gif": ("user_send_gif", {"type": "gif", "payload": {"url": "https://zalo-api.zadn.vn/g.gif"}}),
    "unsupported": ("user_send_file", {"type": "file", "payload": {}}),
}  # fmt: skip


class OaPhone:
    """Send events as the service would, and see what was sent."""

    def __init__(self, service: "ZaloOaDouble", user: str) -> None:
        self.user = user
        self._service = service

    async def says(self, text: str) -> None:
        """Send a text."""
        await self._send("user_send_text", {"text": text})

    async def sends_photo(self, data: bytes, caption: str = "") -> None:
        """Send a photo."""
        await self._send_file("user_send_image", "image", data, "photo.jpg", caption)

    async def sends_odd(self, kind: str) -> None:
        """Send a sticker, voice, contact, location or unsupported."""
        event, attachment = ODD[kind]
        self._service.files["voice.amr"] = b"#!AMR\n" + bytes(32)
        text = json.dumps(attachment).replace("{url}", self._service.url)
        await self._send(event, {"attachments": [json.loads(text)]})

    async def submits(self, **info: Any) -> None:
        """Fill in the form that asks for one's details."""
        self._note()
        await self._service.events.bring("user_submit_info", info=info, **self._ids())

    async def follows(self) -> None:
        """Follow the account."""
        self._note()
        self._service.users[self.user].is_following = True
        ids = {"oa_id": self._service.oa_id, "follower": {"id": self.user}}
        await self._service.events.bring("follow", source="oa_profile", **ids)

    def blocks(self) -> None:
        """Stop following, silently."""
        self._service.users[self.user].is_following = False

    async def presses(self, label: str) -> None:
        """Type the number before a label, or the words offered that are the label."""
        for shown in reversed(self.heard()):
            if (typed := _find_typed(shown.text, label)) is not None:
                return await self.says(typed)
        raise AssertionError(f"nothing to press is called {label!r}")

    def heard(self) -> list[Shown]:
        """Give everything this person was shown, oldest first."""
        return list(self._service.shown[self.user])

    def _ids(self) -> dict[str, Any]:
        by_app = f"9{self.user}"
        ids = {"sender": {"id": self.user}, "recipient": {"id": self._service.oa_id}}
        return {**ids, "user_id_by_app": by_app}

    def _note(self) -> None:
        self._service.users[self.user].heard_at = self._service.moment()

    async def _send(self, event: str, message: dict[str, Any]) -> None:
        self._note()
        message["msg_id"] = self._service.number()
        await self._service.events.bring(event, message=message, **self._ids())

    async def _send_file(self, event: str, kind: str, data: bytes, name: str, text: str) -> None:
        stored = f"{self._service.number()}-{name}"
        self._service.files[stored] = data
        url = f"{self._service.url}/files/{stored}"
        payload = {"url": url, "thumbnail": url, "name": name, "size": str(len(data))}
        attachment = {"type": kind, "payload": payload}
        words = {"text": text} if text else {}
        await self._send(event, {**words, "attachments": [attachment]})


def _find_typed(text: str, label: str) -> str | None:
    for line in text.splitlines():
        numbered = re.match(r"\s*(\d{1,2})[.)]\s+(.*)", line)
        if numbered and numbered[2].casefold().startswith(label.casefold()):
            return numbered[1]
    words = re.findall(r"“([^”]+)”", text)
    return next((each for each in words if each.casefold() == label.casefold()), None)
