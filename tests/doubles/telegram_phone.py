"""A person's telephone with Telegram on it."""

import time
from collections.abc import Callable

from tests.doubles.base import Shown
from tests.doubles.telegram_feed import Feed
from tests.doubles.telegram_store import Store
from tests.doubles.telegram_text import Json

MP3 = b"ID3\x03\x00\x00\x00\x00\x00\x00"
ODD: dict[str, Json] = {
    "contact": {"contact": {"phone_number": "+84901234567", "first_name": "Lan"}},
    "location": {"location": {"latitude": 10.762622, "longitude": 106.660172}},
    "unsupported": {"dice": {"emoji": "🎲", "value": 4}},
}


class TelegramPhone:
    """Write to the bot as one person, and read what it writes."""

    def __init__(self, user: str, store: Store, feed: Feed) -> None:
        self.user = user
        self._store = store
        self._feed = feed
        self._chat = store.open_chat(user)

    async def says(self, text: str) -> None:
        """Send a text; one that begins with “/” is a command."""
        self._send({"text": text, **_mark_command(text)})

    async def starts(self, code: str) -> None:
        """Open the bot by its link, as t.me/…?start=CODE does."""
        await self.says(f"/start {code}")

    async def edits(self, text: str) -> None:
        """Change the words of the latest message."""
        number = max(self._chat.said)
        edited = self._chat.said[number] | {"text": text, "edit_date": int(time.time())}
        self._chat.said[number] = edited
        self._feed.add("edited_message", edited)

    async def sends_photo(self, data: bytes, caption: str = "") -> None:
        """Send a photo, which Telegram keeps in several sizes, the largest last."""
        small = self._store.keep(data[:100], "small.jpg") | {"width": 90, "height": 60}
        large = self._store.keep(data, "large.jpg") | {"width": 1280, "height": 853}
        self._send({"photo": [small, large], **_caption(caption)})

    async def sends_document(self, data: bytes, name: str, caption: str = "") -> None:
        """Send a file by its name."""
        document = self._store.keep(data, name) | {"file_name": name}
        self._send({"document": document, **_caption(caption)})

    async def sends_odd(self, kind: str) -> None:
        """Send a sticker, voice, contact, location or unsupported."""
        self._send(ODD[kind] if kind in ODD else self._odd_files()[kind]())

    def _odd_files(self) -> dict[str, Callable[[], Json]]:
        keep = self._store.keep
        shape = {"width": 512, "height": 512, "is_animated": False, "is_video": False}
        return {
            "sticker": lambda: {
                "sticker": keep(b"RIFF", "sticker.webp")
                | shape
                | {"type": "regular", "emoji": "👍"}
            },
            "voice": lambda: {
                "voice": keep(MP3, "voice.oga") | {"duration": 3, "mime_type": "audio/ogg"}
            },
        }

    async def presses(self, label: str) -> None:
        """Press a button of the latest message that has it now; raise `LookupError` without."""
        for posted in reversed(self._chat.posted.values()):
            if label in posted.buttons:
                self._press(posted.message, posted.buttons[label])
                return
        raise LookupError(f"no button {label!r}")

    def _press(self, message: Json, data: str) -> None:
        query = str(4382_0000_0000_0000 + next(self._store.ids))
        self._store.presses.add(query)
        told = {"chat_instance": "-3871", "message": message, "data": data}
        self._feed.add("callback_query", {"id": query, "from": self._chat.person, **told})

    def heard(self) -> list[Shown]:
        """Give everything this person was shown, as it was first shown, oldest first."""
        return [posted.first for posted in self._chat.posted.values()]

    def sees(self) -> list[tuple[str, tuple[str, ...]]]:
        """Give each message's text and buttons as they stand now."""
        posted = self._chat.posted.values()
        return [(each.message.get("text", ""), tuple(each.buttons)) for each in posted]

    def blocks(self, *, blocked: bool = True) -> None:
        """Block the bot, or let it write again."""
        self._chat.is_blocked = blocked

    def _send(self, content: Json) -> None:
        number = next(self._store.ids)
        head = {"message_id": number, "from": self._chat.person, "chat": self._chat.described}
        message = {**head, "date": int(time.time()), **content}
        self._chat.said[number] = message
        self._feed.add("message", message)


def _caption(caption: str) -> Json:
    return {"caption": caption} if caption else {}


def _mark_command(text: str) -> Json:
    if not text.startswith("/"):
        return {}
    return {"entities": [{"type": "bot_command", "offset": 0, "length": len(text.split()[0])}]}
