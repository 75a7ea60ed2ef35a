"""What the Telegram double keeps: chats with what was said and shown in them, and files."""

import time
from dataclasses import dataclass, field
from itertools import count

from tests.doubles.base import Shown
from tests.doubles.telegram_text import ApiError, Json


@dataclass(slots=True)
class Posted:
    """A message of the bot: as it was first shown, and as it stands."""

    first: Shown
    message: Json

    @property
    def buttons(self) -> dict[str, str]:
        """What can be pressed now, by label."""
        rows = self.message.get("reply_markup", {}).get("inline_keyboard", [])
        return {b["text"]: b.get("callback_data", "") for row in rows for b in row}


@dataclass(slots=True)
class Chat:
    """One person's private chat with the bot."""

    user: str
    is_blocked: bool = False
    is_deactivated: bool = False
    said: dict[int, Json] = field(default_factory=dict)
    posted: dict[int, Posted] = field(default_factory=dict)
    actions: list[str] = field(default_factory=list)

    @property
    def person(self) -> Json:
        """The person as Telegram describes one."""
        name = {"first_name": f"Người {self.user}", "language_code": "vi"}
        return {"id": int(self.user), "is_bot": False, **name}

    @property
    def described(self) -> Json:
        """The chat as Telegram describes one."""
        return {"id": int(self.user), "type": "private", "first_name": f"Người {self.user}"}


@dataclass(slots=True)
class Kept:
    """A file, and where it is downloaded from."""

    data: bytes
    path: str


@dataclass
class Store:
    """All chats, files and presses of one bot."""

    bot: Json
    chats: dict[str, Chat] = field(default_factory=dict)
    files: dict[str, Kept] = field(default_factory=dict)
    presses: set[str] = field(default_factory=set)
    commands: dict[str, list[Json]] = field(default_factory=dict)
    ids: "count[int]" = field(default_factory=lambda: count(1))

    def open_chat(self, user: str) -> Chat:
        """Give a person's chat; from now on it exists."""
        return self.chats.setdefault(user, Chat(user))

    def find_chat(self, arguments: Json) -> Chat:
        """Find the chat that a call names, or refuse the call."""
        chat = self.chats.get(str(arguments.get("chat_id", "")))
        if chat is None:
            raise ApiError(400, "Bad Request: chat not found")
        if chat.is_blocked:
            raise ApiError(403, "Forbidden: bot was blocked by the user")
        if chat.is_deactivated:
            raise ApiError(403, "Forbidden: user is deactivated")
        return chat

    def find_posted(self, arguments: Json) -> Posted:
        """Find the bot's own message that a call names."""
        posted = self.find_chat(arguments).posted.get(int(arguments.get("message_id", 0)))
        if posted is None:
            raise ApiError(400, "Bad Request: message to edit not found")
        return posted

    def post(self, chat: Chat, content: Json, shown: Shown) -> Json:
        """Show a message of the bot; give it as the API echoes it."""
        number = next(self.ids)
        head = {"message_id": number, "from": self.bot, "chat": chat.described}
        message = {**head, "date": int(time.time()), **content}
        first = Shown(shown.text, shown.buttons, shown.files, str(number))
        chat.posted[number] = Posted(first, message)
        return message

    def keep(self, data: bytes, name: str) -> Json:
        """Keep a file; describe it as Telegram does."""
        number = next(self.ids)
        file_id = f"AgACAgUAAxkBAAIB{number:06d}"
        self.files[file_id] = Kept(data, f"files/{number}_{name}")
        return {"file_id": file_id, "file_unique_id": f"AQAD{number:06d}", "file_size": len(data)}
