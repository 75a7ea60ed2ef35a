"""Telegram by python-telegram-bot: a typed client, polled by ourselves or brought its updates."""

import asyncio
import datetime as dt
import hmac
import io
import logging
import os
from collections.abc import Coroutine, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import PurePosixPath
from typing import Any

from telegram import BotCommand, InlineKeyboardButton, InlineKeyboardMarkup, LinkPreviewOptions
from telegram.constants import ChatAction
from telegram.error import TelegramError
from telegram.ext import AIORateLimiter, ExtBot
from telegram.request import HTTPXRequest

from bot.channels.base import Event, Pressed, Receive, Refused, Said
from bot.channels.names import name_channel
from bot.channels.presses import Presses
from bot.channels.telegram.errors import map_error
from bot.channels.telegram.replies import LONGEST_CAPTION, Step, Turns, arrange, split_reply
from bot.channels.telegram.updates import (
    ALLOWED,
    Press,
    Rows,
    move_offset,
    read_body,
    read_events,
    read_press,
)
from bot.clock import Clock
from bot.settings import Settings
from bot.shelf import Shelf
from handlers.files.rules import LARGEST, Upload
from handlers.messages import Reply, ShownFile
from handlers.texts import say
from handlers.texts.forms import clip
from storage.cipher import Cipher
from storage.values import Account, Address

log = logging.getLogger(__name__)
KIND = "telegram"
SECRET_HEADER = "x-telegram-bot-api-secret-token"  # noqa: S105  a header's name
COMMANDS = ("huongdan", "phananh", "tracuu", "viec", "huy")
LONG_POLL = 20  # seconds
POLL_WITHIN = 0.8  # of the lease: who polls prolongs its turn between polls
PATIENCE = 8.0  # seconds that a call may take
ANSWER_WITHIN = 0.3  # of the lease; the courier gives up a little later
OVERALL = 30  # calls a second that name a chat
_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
_PHOTOS = ("image/jpeg", "image/png")


class _Client(ExtBot[int]):
    """The library's client, which also gives updates unread.

    Its own `get_updates` fails as a whole for one update that it cannot read.
    """

    async def ask_updates(self, offset: int, patience: int) -> list[Mapping[str, Any]]:
        wanted = {"offset": offset, "timeout": patience, "allowed_updates": list(ALLOWED)}
        found = await self._post("getUpdates", wanted, read_timeout=patience + PATIENCE)
        return [each for each in found if isinstance(each, dict)] if isinstance(found, list) else []


class TelegramBot:
    """One bot of Telegram."""

    shows_later = False
    may_be_cut = True
    unstored = 0
    rate = 25.0
    burst = 30

    def __init__(
        self,
        token: str,
        settings: Settings,
        cipher: Cipher,
        shelf: Shelf,
        clock: Clock,
        *,
        locality_id: int | None,
    ) -> None:
        _prepare()
        self._number = token.partition(":")[0]
        self.name = name_channel(KIND, self._number)
        self.path = f"{KIND}/{self._number}"
        self._locality_id = locality_id
        self._shelf, self._clock, self._presses = shelf, clock, Presses(cipher)
        self._secrets = cipher.digests(f"telegram webhook {token}")
        self._hook = "" if settings.is_polling else f"{settings.public_url.rstrip('/')}/webhook/"
        lease = settings.lease.total_seconds()
        self._long_poll = max(1, int(min(LONG_POLL, lease * POLL_WITHIN)))
        self._wires = [_build_wire(min(PATIENCE, lease * ANSWER_WITHIN)) for _ in range(2)]
        self._client = _build_client(token, settings.telegram_url, *self._wires)
        self._offset = 0
        self._turns = Turns()
        self._beside: set[asyncio.Task[None]] = set()

    async def ask(self) -> Account:
        """Ask Telegram who we are."""
        with _mapped():
            me = await self._client.get_me()
        return Account(self.name, self._number, me.full_name, me.link or "", self._locality_id)

    async def open(self) -> Account:
        """Ask who we are; set the menu, and how updates come."""
        account = await self.ask()
        commands = [BotCommand(name, say(f"command_{name}")) for name in COMMANDS]
        with _mapped():
            await self._client.set_my_commands(commands)
            if self._hook:
                url, secret = self._hook + self.path, self._secrets[0]
                await self._client.set_webhook(url, secret_token=secret, allowed_updates=ALLOWED)
            else:
                await self._client.delete_webhook(drop_pending_updates=False)
        return account

    async def close(self) -> None:
        """Close connections."""
        for task in self._beside:
            task.cancel()
        await self.settle()
        for wire in self._wires:
            await wire.shutdown()

    async def settle(self) -> None:
        """Wait until presses are acknowledged."""
        await asyncio.gather(*self._beside, return_exceptions=True)

    async def poll(self, receive: Receive) -> None:
        """Ask for updates; each is stored before the offset moves past it."""
        try:
            updates = await self._client.ask_updates(self._offset, self._long_poll)
        except TelegramError as error:
            raise map_error(error) from None
        for update in updates:
            for event in read_events(self.name, update, now=self._clock.now()):
                await receive(event)
                self._acknowledge(event, update)
            self._offset = move_offset(self._offset, update)

    def admits(self, headers: Mapping[str, str]) -> bool:
        """Compare the secret that Telegram was given with the webhook's address."""
        told = headers.get(SECRET_HEADER, "").encode("utf-8", "surrogatepass")
        return any(hmac.compare_digest(told, each.encode()) for each in self._secrets)

    def read_hook(
        self, headers: Mapping[str, str], body: bytes, *, now: dt.datetime
    ) -> Sequence[Event]:
        """Read one update."""
        del headers
        update = read_body(body)
        events = read_events(self.name, update, now=now)
        for event in events:
            self._acknowledge(event, update)
        return events

    def _acknowledge(self, event: Event, update: Mapping[str, Any]) -> None:
        """Acknowledge beside: a service that hangs holds up nothing that came after."""
        match event:
            case Pressed():
                act = self._answer_press(read_press(update))
            case Said(message):
                act = self._show_typing(message.address)
            case _:
                return
        task = asyncio.create_task(act)
        self._beside.add(task)
        task.add_done_callback(self._beside.discard)

    async def _show_typing(self, address: Address) -> None:
        chat = int(address.user)
        await self._do_beside(self._client.send_chat_action(chat, ChatAction.TYPING))

    async def _answer_press(self, press: Press) -> None:
        """Stop the button's clock and take it away; the press counts where that fails, too."""
        await self._do_beside(self._client.answer_callback_query(press.query))
        if press.message:
            await self._do_beside(
                self._client.edit_message_reply_markup(
                    press.chat, press.message, reply_markup=_build_keyboard(press.rest)
                )
            )

    async def _do_beside(self, call: Coroutine[Any, Any, object]) -> None:
        try:
            await call
        except TelegramError as error:
            log.info("%s: a press was not acknowledged: %s", self.name, type(error).__name__)

    async def send(self, address: Address, reply: Reply, *, key: str) -> None:
        """Send a reply's parts and files that are not out yet, each in its turn."""
        await self._turns.run(address, reply.text, key, self._plan(address, reply, key))

    def _plan(self, address: Address, reply: Reply, key: str) -> list[Step]:
        *parts, last = split_reply(reply.text) or [""]
        rows = [
            [
                (label, self._presses.sign(address, key, index, reply.buttons[index].says))
                for index, label in row
            ]
            for row in arrange(reply.buttons)
        ]
        texts = [partial(self._send_text, address, part) for part in parts]
        ending = [partial(self._send_text, address, last, rows)] if last else []
        return [*texts, *ending, *(partial(self._send_file, address, f) for f in reply.files)]

    async def _send_text(self, address: Address, text: str, rows: Rows = ()) -> None:
        """Send a text as it is: without a parse mode there is nothing to escape."""
        with _mapped():
            await self._client.send_message(
                int(address.user),
                text,
                reply_markup=_build_keyboard(rows),
                link_preview_options=_NO_PREVIEW,
            )

    async def _send_file(self, address: Address, shown: ShownFile) -> None:
        """Send a file that the person may open; a photo that is refused as one as a document."""
        opened = await self._shelf.open(address, shown.name)
        if opened is None:
            log.warning("%s: a file is gone, or may not be opened by its reader", self.name)
            return
        user, name = int(address.user), opened.file.label or shown.label
        label = clip(shown.label, LONGEST_CAPTION)
        if opened.file.media_type in _PHOTOS:
            try:
                with _mapped():
                    await self._client.send_photo(user, opened.data, filename=name, caption=label)
            except Refused as error:
                log.warning("%s: a photo goes as a document: %s", self.name, error.code)
            else:
                return
        with _mapped():
            await self._client.send_document(user, opened.data, filename=name, caption=label)

    async def fetch(self, source: str) -> Upload:
        """Fetch a file by its number at Telegram."""
        with _mapped():
            file = await self._client.get_file(source)
            if (file.file_size or 0) > LARGEST:
                raise Refused("too_large")
            data = io.BytesIO()
            await file.download_to_memory(data)
        name = PurePosixPath(file.file_path or "").name
        return Upload(name, data, data.getbuffer().nbytes)


def _prepare() -> None:
    """Keep tokens and texts out of the log, and waiting times in their own type.

    httpx logs addresses, and the library what goes out and what it cannot read.
    """
    for name, level in (("httpx", 30), ("httpcore", 30), ("telegram", logging.CRITICAL)):
        logging.getLogger(name).setLevel(level)
    os.environ.setdefault("PTB_TIMEDELTA", "true")


def _build_wire(patience: float) -> HTTPXRequest:
    return HTTPXRequest(
        connection_pool_size=64,
        read_timeout=patience,
        write_timeout=patience,
        media_write_timeout=patience,
        connect_timeout=patience / 2,
        pool_timeout=patience / 2,
    )


def _build_client(token: str, url: str, polling: HTTPXRequest, other: HTTPXRequest) -> _Client:
    base = url.rstrip("/")
    return _Client(
        token,
        base_url=f"{base}/bot",
        base_file_url=f"{base}/file/bot",
        request=other,
        get_updates_request=polling,
        rate_limiter=AIORateLimiter(overall_max_rate=OVERALL, max_retries=0),
    )


def _build_keyboard(rows: Rows) -> InlineKeyboardMarkup | None:
    built = [[InlineKeyboardButton(label, callback_data=data) for label, data in r] for r in rows]
    return InlineKeyboardMarkup(built) if built else None


@contextmanager
def _mapped() -> Iterator[None]:
    """Raise our own error for the library's, whose words may hold a token or a text."""
    try:
        yield
    except TelegramError as error:
        raise map_error(error) from None
