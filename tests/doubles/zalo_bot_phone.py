"""A person's telephone with a chat with a Zalo bot; ids are opaque texts."""

import re
import time
from collections.abc import Callable

from tests.doubles.base import Shown
from tests.doubles.zalo_bot_store import BotStore, Json

AAC = b"\xff\xf1\x50\x80\x02\x1f\xfc" + bytes(64)  # the head of a frame of sound
STICKER = "bfe458bf64fa8da4d4eb"
_WORDS = re.compile("“([^”]+)”")


class ZaloBotPhone:
    """Write to a bot as one person, and read what it writes.

    `keep` puts bytes where the service shows them, and gives their address.
    """

    def __init__(
        self, user: str, store: BotStore, keep: Callable[[bytes, str], str], photo_field: str
    ) -> None:
        self.user = user
        self._store = store
        self._keep = keep
        self._photo_field = photo_field
        store.shown.setdefault(user, [])

    async def says(self, text: str) -> None:
        """Send a text."""
        await self._send("text", {"text": text})

    async def sends_photo(self, data: bytes, caption: str = "") -> None:
        """Send a photo (JPEG or PNG)."""
        content = {self._photo_field: self._keep(data, ".jpg")}
        await self._send("image", content | ({"caption": caption} if caption else {}))

    async def sends_odd(self, kind: str) -> None:
        """Send a sticker, voice, contact, location or unsupported."""
        if kind == "sticker":
            await self._send("sticker", {"sticker": STICKER, "url": self._keep(b"GIF89a", ".gif")})
        elif kind == "voice":
            await self._send("voice", {"voice_url": self._keep(AAC, ".aac")})
        else:
            await self._send("unsupported", {})

    async def sends_hidden(self) -> None:
        """Send what the service says nothing of, as it must for children."""
        await self._store.bring({"event_name": "message.unsupported.received"})

    async def says_in_group(self, group: str, text: str) -> None:
        """Speak to the bot in a group."""
        await self._send("text", {"text": text, "chat": {"id": group, "chat_type": "GROUP"}})

    async def presses(self, label: str) -> None:
        """Type the number before a label, or words that are offered; `LookupError` without."""
        numbered = re.compile(rf"^\s*(\d+)[.)]\s+{re.escape(label)}\s*$", re.MULTILINE)
        for shown in reversed(self.heard()):
            if found := numbered.search(shown.text):
                return await self.says(found[1])
            offered = [words for words in _WORDS.findall(shown.text) if _fits(words, label)]
            if offered:
                return await self.says(offered[-1])
        raise LookupError(f"nothing is labelled {label!r}")

    def heard(self) -> list[Shown]:
        """Give everything this person was shown, oldest first."""
        return list(self._store.shown[self.user])

    async def _send(self, kind: str, content: Json) -> None:
        message = {
            "from": {"id": self.user, "display_name": "Ted", "is_bot": False},
            "chat": {"id": self.user, "chat_type": "PRIVATE"},
            "message_id": self._store.make_id(),
            "message_type": "CHAT_MESSAGE",
            "date": time.time_ns() // 1_000_000,
        }
        event = f"message.{kind}.received"
        await self._store.bring({"event_name": event, "message": message | content})


def _fits(words: str, label: str) -> bool:
    words, label = words.casefold(), label.casefold()
    return words == label or words.startswith(f"{label} ") or label in words.split(": ", 1)[0]
