"""Two libraries behind one small interface, so that both can be asked the same of the double."""

import logging
from collections.abc import Mapping
from typing import Any, ClassVar, Protocol

import aiogram
import aiogram.exceptions as theirs
import telegram
import telegram.error as ours
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.types import BufferedInputFile
from aiogram.types import InlineKeyboardButton as AioButton
from aiogram.types import InlineKeyboardMarkup as AioMarkup
from telegram.request import HTTPXRequest

Keyboard = tuple[tuple[str, str], ...]  # (label, data), one a row


class Client(Protocol):
    """What the contract needs of a library."""

    errors: ClassVar[dict[str, type[Exception]]]

    async def me(self) -> tuple[int, str]: ...

    async def updates(self, offset: int = 0, patience: int = 0) -> list[Any]: ...

    async def say(
        self, chat: int, text: str, keyboard: Keyboard = (), mode: str | None = None
    ) -> Any: ...

    async def reword(self, chat: int, message: int, text: str) -> None: ...

    async def clear(self, chat: int, message: int) -> None: ...

    async def answer(self, query: str) -> None: ...

    async def remove(self, chat: int, message: int) -> None: ...

    async def photo(self, chat: int, data: bytes, caption: str) -> Any: ...

    async def document(self, chat: int, data: bytes, name: str) -> Any: ...

    async def typing(self, chat: int) -> None: ...

    async def download(self, file_id: str) -> bytes: ...

    async def hook(self, url: str, secret: str) -> None: ...

    async def unhook(self) -> None: ...

    async def hook_info(self) -> tuple[str, int]: ...

    async def menu(self, commands: Mapping[str, str]) -> dict[str, str]: ...

    async def close(self) -> None: ...


class Ptb:
    """python-telegram-bot."""

    errors: ClassVar[dict[str, type[Exception]]] = {
        "busy": ours.RetryAfter,
        "forbidden": ours.Forbidden,
        "unauthorized": ours.InvalidToken,
        "bad": ours.BadRequest,
        "conflict": ours.Conflict,
        "broken": ours.NetworkError,
        "migrated": ours.ChatMigrated,
    }

    def __init__(self, url: str, token: str) -> None:
        for name in ("httpx", "httpcore", "telegram"):  # a bare client logs its token
            logging.getLogger(name).setLevel(logging.CRITICAL)
        self._wires = [HTTPXRequest(read_timeout=3), HTTPXRequest(read_timeout=3)]
        self._bot = telegram.Bot(
            token,
            base_url=f"{url}/bot",
            base_file_url=f"{url}/file/bot",
            request=self._wires[0],
            get_updates_request=self._wires[1],
        )

    async def me(self) -> tuple[int, str]:
        me = await self._bot.get_me()
        return me.id, me.username or ""

    async def updates(self, offset: int = 0, patience: int = 0) -> list[Any]:
        return list(await self._bot.get_updates(offset=offset, timeout=patience))

    async def say(
        self, chat: int, text: str, keyboard: Keyboard = (), mode: str | None = None
    ) -> Any:
        rows = [[telegram.InlineKeyboardButton(t, callback_data=d)] for t, d in keyboard]
        markup = telegram.InlineKeyboardMarkup(rows) if rows else None
        return await self._bot.send_message(chat, text, parse_mode=mode, reply_markup=markup)

    async def reword(self, chat: int, message: int, text: str) -> None:
        await self._bot.edit_message_text(text, chat, message)

    async def clear(self, chat: int, message: int) -> None:
        await self._bot.edit_message_reply_markup(chat, message)

    async def answer(self, query: str) -> None:
        await self._bot.answer_callback_query(query)

    async def remove(self, chat: int, message: int) -> None:
        await self._bot.delete_message(chat, message)

    async def photo(self, chat: int, data: bytes, caption: str) -> Any:
        return await self._bot.send_photo(chat, data, caption=caption)

    async def document(self, chat: int, data: bytes, name: str) -> Any:
        return await self._bot.send_document(chat, data, filename=name)

    async def typing(self, chat: int) -> None:
        await self._bot.send_chat_action(chat, "typing")

    async def download(self, file_id: str) -> bytes:
        return bytes(await (await self._bot.get_file(file_id)).download_as_bytearray())

    async def hook(self, url: str, secret: str) -> None:
        await self._bot.set_webhook(url, secret_token=secret)

    async def unhook(self) -> None:
        await self._bot.delete_webhook()

    async def hook_info(self) -> tuple[str, int]:
        info = await self._bot.get_webhook_info()
        return info.url, info.pending_update_count

    async def menu(self, commands: Mapping[str, str]) -> dict[str, str]:
        await self._bot.set_my_commands(list(commands.items()))
        return {each.command: each.description for each in await self._bot.get_my_commands()}

    async def close(self) -> None:
        for wire in self._wires:
            await wire.shutdown()


class Aiogram:
    """aiogram."""

    errors: ClassVar[dict[str, type[Exception]]] = {
        "busy": theirs.TelegramRetryAfter,
        "forbidden": theirs.TelegramForbiddenError,
        "unauthorized": theirs.TelegramUnauthorizedError,
        "bad": theirs.TelegramBadRequest,
        "conflict": theirs.TelegramConflictError,
        "broken": theirs.ClientDecodeError,
        "migrated": theirs.TelegramMigrateToChat,
    }

    def __init__(self, url: str, token: str) -> None:
        server = TelegramAPIServer.from_base(url)
        self._session = AiohttpSession(api=server, timeout=5)
        self._bot = aiogram.Bot(token, session=self._session)

    async def me(self) -> tuple[int, str]:
        me = await self._bot.get_me()
        return me.id, me.username or ""

    async def updates(self, offset: int = 0, patience: int = 0) -> list[Any]:
        return list(await self._bot.get_updates(offset=offset, timeout=patience))

    async def say(
        self, chat: int, text: str, keyboard: Keyboard = (), mode: str | None = None
    ) -> Any:
        rows = [[AioButton(text=t, callback_data=d)] for t, d in keyboard]
        markup = AioMarkup(inline_keyboard=rows) if rows else None
        return await self._bot.send_message(chat, text, parse_mode=mode, reply_markup=markup)

    async def reword(self, chat: int, message: int, text: str) -> None:
        await self._bot.edit_message_text(text=text, chat_id=chat, message_id=message)

    async def clear(self, chat: int, message: int) -> None:
        await self._bot.edit_message_reply_markup(chat_id=chat, message_id=message)

    async def answer(self, query: str) -> None:
        await self._bot.answer_callback_query(query)

    async def remove(self, chat: int, message: int) -> None:
        await self._bot.delete_message(chat, message)

    async def photo(self, chat: int, data: bytes, caption: str) -> Any:
        return await self._bot.send_photo(chat, BufferedInputFile(data, "a.jpg"), caption=caption)

    async def document(self, chat: int, data: bytes, name: str) -> Any:
        return await self._bot.send_document(chat, BufferedInputFile(data, name))

    async def typing(self, chat: int) -> None:
        await self._bot.send_chat_action(chat, "typing")

    async def download(self, file_id: str) -> bytes:
        found = await self._bot.download(file_id)
        assert found
        return found.read()

    async def hook(self, url: str, secret: str) -> None:
        await self._bot.set_webhook(url, secret_token=secret)

    async def unhook(self) -> None:
        await self._bot.delete_webhook()

    async def hook_info(self) -> tuple[str, int]:
        info = await self._bot.get_webhook_info()
        return info.url, info.pending_update_count

    async def menu(self, commands: Mapping[str, str]) -> dict[str, str]:
        listed = [aiogram.types.BotCommand(command=c, description=d) for c, d in commands.items()]
        await self._bot.set_my_commands(listed)
        return {each.command: each.description for each in await self._bot.get_my_commands()}

    async def close(self) -> None:
        session = await self._session.create_session()  # its own close sleeps, for TLS
        await session.close()
