"""The methods of the Bot API that the double knows."""

import time
from collections.abc import Awaitable, Callable

from tests.doubles.base import Shown
from tests.doubles.telegram_feed import Feed
from tests.doubles.telegram_store import Posted, Store
from tests.doubles.telegram_text import (
    LONGEST_CAPTION,
    LONGEST_TEXT,
    ApiError,
    Json,
    read_json,
    read_keyboard,
    read_text,
)

Result = Json | list[Json] | bool
Method = Callable[[Json], Awaitable[Result]]
LARGEST_UP = 50 * 1024 * 1024
LARGEST_PHOTO = 10 * 1024 * 1024
LARGEST_DOWN = 20 * 1024 * 1024
PICTURES = (b"\xff\xd8\xff", b"\x89PNG", b"GIF8", b"RIFF")
SAME = (
    "Bad Request: message is not modified: specified new message content and reply markup are "
    "exactly the same as a current content and reply markup of the message"
)
OLD_QUERY = "Bad Request: query is too old and response timeout expired or query ID is invalid"
WRONG_FILE = "Bad Request: wrong file_id or the file is temporarily unavailable"


class Methods:
    """Answer calls out of a store and a feed."""

    def __init__(self, store: Store, feed: Feed) -> None:
        self._store = store
        self._feed = feed
        self.by_name: dict[str, Method] = {
            "getMe": self._get_me,
            "getUpdates": self._get_updates,
            "setWebhook": self._set_webhook,
            "deleteWebhook": self._delete_webhook,
            "getWebhookInfo": self._get_webhook_info,
            "sendMessage": self._send_message,
            "sendPhoto": self._send_photo,
            "sendDocument": self._send_document,
            "sendChatAction": self._send_chat_action,
            "editMessageText": self._edit_text,
            "editMessageReplyMarkup": self._edit_markup,
            "deleteMessage": self._delete_message,
            "answerCallbackQuery": self._answer_press,
            "getFile": self._get_file,
            "setMyCommands": self._set_commands,
            "getMyCommands": self._get_commands,
            "logOut": self._agree,
            "close": self._agree,
        }

    async def _get_me(self, _: Json) -> Result:
        can = dict.fromkeys(("can_join_groups", "can_read_all_group_messages"), False)
        return self._store.bot | can | {"supports_inline_queries": False}

    async def _get_updates(self, call: Json) -> Result:
        if "allowed_updates" in call:
            self._feed.allowed = read_json(call["allowed_updates"]) or ()
        offset, limit = int(call.get("offset", 0)), int(call.get("limit", 100))
        patience = float(call.get("timeout", 0))
        return await self._feed.ask(offset=offset, limit=limit, patience=patience)

    async def _set_webhook(self, call: Json) -> Result:
        url = str(call.get("url", ""))
        if url and not url.startswith("https://"):
            raise ApiError(
                400, "Bad Request: bad webhook: An HTTPS URL must be provided for webhook"
            )
        if "allowed_updates" in call:
            self._feed.allowed = read_json(call["allowed_updates"]) or ()
        drop = _is_true(call.get("drop_pending_updates"))
        self._feed.set_hook(url or None, str(call.get("secret_token", "")), drop=drop)
        return True

    async def _delete_webhook(self, call: Json) -> Result:
        self._feed.set_hook(None, drop=_is_true(call.get("drop_pending_updates")))
        return True

    async def _get_webhook_info(self, _: Json) -> Result:
        feed = self._feed
        known = {"url": feed.hook or "", "pending_update_count": len(feed.pending)}
        info: Json = {**known, "has_custom_certificate": False}
        if feed.last_error:
            info |= {"last_error_message": feed.last_error, "last_error_date": int(time.time())}
        return info

    async def _send_message(self, call: Json) -> Result:
        chat = self._store.find_chat(call)
        text, keyboard = read_text(call, "text", LONGEST_TEXT), read_keyboard(call)
        if not text:
            raise ApiError(400, "Bad Request: message text is empty")
        return self._store.post(chat, _with(keyboard, {"text": text}), _show(text, keyboard))

    async def _send_photo(self, call: Json) -> Result:
        data, _ = self._take_file(call, "photo", LARGEST_PHOTO)
        if not data.startswith(PICTURES):
            raise ApiError(400, "Bad Request: IMAGE_PROCESS_FAILED")
        size = {**self._store.keep(data, "photo.jpg"), "width": 800, "height": 600}
        return self._post_file(call, "photo", [size])

    async def _send_document(self, call: Json) -> Result:
        data, name = self._take_file(call, "document", LARGEST_UP)
        return self._post_file(call, "document", self._store.keep(data, name) | {"file_name": name})

    def _take_file(self, call: Json, field: str, largest: int) -> tuple[bytes, str]:
        """Take a file that came beside, directly or by “attach://name”, or one known already."""
        given = call.get(field, b"")
        if isinstance(given, str) and given.startswith("attach://"):
            given = call.get(given.removeprefix("attach://"), b"")
        if isinstance(given, str):
            kept = self._store.files.get(given)
            if kept is None:
                raise ApiError(400, "Bad Request: wrong remote file identifier specified")
            given = (kept.data, kept.path.rpartition("_")[2])
        data, name = given or (b"", "")
        if not data:
            raise ApiError(400, "Bad Request: file must be non-empty")
        if len(data) > largest:
            raise ApiError(413, "Request Entity Too Large")
        return data, name

    def _post_file(self, call: Json, kind: str, described: Json | list[Json]) -> Json:
        chat = self._store.find_chat(call)
        caption = read_text(call, "caption", LONGEST_CAPTION)
        keyboard = read_keyboard(call)
        content = {kind: described} | ({"caption": caption} if caption else {})
        return self._store.post(chat, _with(keyboard, content), _show(caption, keyboard, kind))

    async def _send_chat_action(self, call: Json) -> Result:
        self._store.find_chat(call).actions.append(str(call.get("action")))
        return True

    async def _edit_text(self, call: Json) -> Result:
        posted = self._store.find_posted(call)
        text = read_text(call, "text", LONGEST_TEXT)
        return self._edit(posted, {"text": text}, read_keyboard(call))

    async def _edit_markup(self, call: Json) -> Result:
        return self._edit(self._store.find_posted(call), {}, read_keyboard(call))

    def _edit(self, posted: Posted, content: Json, keyboard: Json | None) -> Json:
        bare = {k: v for k, v in posted.message.items() if k not in ("reply_markup", "edit_date")}
        edited = _with(keyboard, bare | content)
        if edited == {k: v for k, v in posted.message.items() if k != "edit_date"}:
            raise ApiError(400, SAME)
        posted.message = edited | {"edit_date": int(time.time())}
        return posted.message

    async def _delete_message(self, call: Json) -> Result:
        chat = self._store.find_chat(call)
        if chat.posted.pop(int(call.get("message_id", 0)), None) is None:
            raise ApiError(400, "Bad Request: message to delete not found")
        return True

    async def _answer_press(self, call: Json) -> Result:
        if call.get("callback_query_id") not in self._store.presses:
            raise ApiError(400, OLD_QUERY)
        self._store.presses.remove(call["callback_query_id"])
        return True

    async def _get_file(self, call: Json) -> Result:
        file_id = str(call.get("file_id", ""))
        kept = self._store.files.get(file_id)
        if kept is None:
            raise ApiError(400, WRONG_FILE)
        if len(kept.data) > LARGEST_DOWN:
            raise ApiError(400, "Bad Request: file is too big")
        size = len(kept.data)
        named = {"file_id": file_id, "file_unique_id": f"AQAD{file_id[-6:]}"}
        return {**named, "file_size": size, "file_path": kept.path}

    async def _set_commands(self, call: Json) -> Result:
        commands = read_json(call.get("commands")) or []
        if any(len(each["command"]) > 32 or not each["description"] for each in commands):
            raise ApiError(400, "Bad Request: BOT_COMMAND_INVALID")
        self._store.commands[str(call.get("language_code", ""))] = commands
        return True

    async def _get_commands(self, call: Json) -> Result:
        return self._store.commands.get(str(call.get("language_code", "")), [])

    async def _agree(self, _: Json) -> Result:
        return True


def _with(keyboard: Json | None, content: Json) -> Json:
    return content | ({"reply_markup": keyboard} if keyboard else {})


def _show(text: str, keyboard: Json | None, *files: str) -> Shown:
    rows = keyboard["inline_keyboard"] if keyboard else []
    return Shown(text, tuple(button["text"] for row in rows for button in row), files)


def _is_true(value: object) -> bool:
    return str(value).lower() == "true"
