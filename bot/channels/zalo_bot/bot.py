"""Zalo's Bot API: texts both ways, photos and voices in; no buttons, no files out.

`getUpdates` has no acknowledgement: what is lost with its answer is lost. A webhook is better.
"""

import datetime as dt
import hmac
import json
import logging
import re
from collections import deque
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from bot.channels.base import Event, Malformed, Receive, Refused, TryLater
from bot.channels.names import name_channel
from bot.channels.progress import Progress
from bot.channels.wire import Answer, Wire
from bot.channels.wording import split_text, write_menu
from bot.channels.zalo_bot.events import read_update
from bot.clock import Clock
from bot.settings import Settings
from bot.shelf import Shelf
from handlers.files.rules import Upload
from handlers.messages import Reply
from handlers.texts import say
from knowledge.questions.language import detect
from knowledge.text import nfc
from storage.cipher import Cipher
from storage.values import Account, Address

log = logging.getLogger(__name__)
KIND = "zalo_bot"
PATIENCE = 10.0  # seconds; the courier gives a message twelve of a lease of thirty
POLL = 15  # seconds that a poll lasts, and with it a stop: it must not be cut
LONGEST = 2000
FIRST_PAUSE = dt.timedelta(minutes=1)  # after “Quota exceeded”: a burst, or the month's quota
LONGEST_PAUSE = dt.timedelta(hours=1)
_SHUT_OUT, _IDLE, _BUSY = 401, 408, 429
_NONE_SET = "404"
_OUTCOME = re.compile(r"[\w.]{1,60}")


class ZaloBot:
    """One Zalo bot."""

    shows_later = False
    may_be_cut = False

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
        del shelf  # the service takes no bytes
        self._number = token.partition(":")[0]
        self.name = name_channel(KIND, self._number)
        self.path = f"zalo-bot/{self._number}"
        self._token = token
        self._settings = settings
        self._secrets = cipher.digests(f"zalo bot webhook {token}")
        self._clock = clock
        self._locality_id = locality_id
        url = settings.zalo_bot_url.rstrip("/")
        self._wire = Wire(url, patience=PATIENCE, hosts=settings.hosts)
        self._left: deque[Event] = deque()
        self._progress = Progress()
        self._pause = FIRST_PAUSE
        self._paused_until: dt.datetime | None = None
        self._is_shut_out = False

    async def ask(self) -> Account:
        """Ask the service who we are; nothing is changed there."""
        me = await self._call("getMe")
        title = next((t for k in ("display_name", "account_name") if (t := me.get(k))), "")
        return Account(self.name, self._number, str(title), locality_id=self._locality_id)

    async def open(self) -> Account:
        """Ask who we are, and make the service bring events the way that is set."""
        account = await self.ask()
        if self._settings.is_polling:
            await self._remove_webhook()
        else:
            await self._set_webhook()
        return account

    async def _remove_webhook(self) -> None:
        try:
            await self._call("deleteWebhook")
        except Refused as error:
            if error.code != _NONE_SET:
                raise

    async def _set_webhook(self) -> None:
        """Set the webhook; the service keeps the address even where it could not reach it."""
        url = f"{self._settings.public_url.rstrip('/')}/webhook/{self.path}"
        result = await self._call("setWebhook", {"url": url, "secret_token": self._secrets[0]})
        verified = result.get("verification")
        outcome = str(verified.get("outcome")) if isinstance(verified, dict) else ""
        if outcome and outcome != "webhook.ok":
            shown = outcome if _OUTCOME.fullmatch(outcome) else "unknown"
            log.warning("%s: Zalo could not reach the webhook: %s", self.name, shown)

    @property
    def unstored(self) -> int:
        """Count what came and is not stored yet."""
        return len(self._left)

    async def poll(self, receive: Receive) -> None:
        """Ask once; what came is kept here until it is stored, for the service gives it once."""
        if not self._left:
            self._left.extend(await self._fetch_events())
        while self._left:
            await receive(self._left[0])
            self._left.popleft()

    async def _fetch_events(self) -> list[Event]:
        body = {"timeout": str(POLL)}  # the documents want a text
        patience = POLL + PATIENCE
        answer = await self._post("getUpdates", body, patience=patience, is_sending=False)
        if _find_code(answer) == _IDLE:
            return []
        found = self._read(answer, is_sending=False)
        return self._read_events(found, now=self._clock.now())

    def _read_events(self, found: object, *, now: dt.datetime) -> list[Event]:
        updates = found if isinstance(found, list) else [found]
        return [event for update in updates for event in read_update(update, self.name, now=now)]

    def admits(self, headers: Mapping[str, str]) -> bool:
        """Tell, in constant time, whether a request carries our secret, under any of our keys."""
        given = headers.get("x-bot-api-secret-token", "").encode("utf-8", "replace")
        fitting = [hmac.compare_digest(given, each.encode()) for each in self._secrets]
        return any(fitting)

    def read_hook(
        self, headers: Mapping[str, str], body: bytes, *, now: dt.datetime
    ) -> Sequence[Event]:
        """Read a request, its update bare or wrapped as documented; raise Malformed."""
        del headers  # `admits` has looked at them
        try:
            update = json.loads(body)
        except (ValueError, RecursionError):
            raise Malformed from None
        if not isinstance(update, dict):
            raise Malformed
        return self._read_events(update.get("result", update), now=now)

    async def send(self, address: Address, reply: Reply, *, key: str) -> None:
        """Send a reply in parts; those that have gone out are not sent again by another try."""
        for part in self._progress.go_on(address, reply.text, key, _write_parts(reply)):
            body = {"chat_id": address.user, "text": part}
            await self._call("sendMessage", body, is_sending=True)

    async def fetch(self, source: str) -> Upload:
        """Fetch an attachment's bytes; raise TryLater, or Refused when it is not to be had."""
        return await self._wire.fetch(source)

    async def close(self) -> None:
        """Close connections."""
        await self._wire.close()

    async def _call(
        self, method: str, body: Mapping[str, str] | None = None, *, is_sending: bool = False
    ) -> dict[str, Any]:
        answer = await self._post(method, body or {}, is_sending=is_sending)
        result = self._read(answer, is_sending=is_sending)
        return result if isinstance(result, dict) else {}

    async def _post(
        self,
        method: str,
        body: Mapping[str, str],
        *,
        patience: float | None = None,
        is_sending: bool,
    ) -> Answer:
        path = f"/bot{self._token}/{method}"
        return await self._wire.call(
            "POST", path, json=body, patience=patience, is_sending=is_sending
        )

    def _read(self, answer: Answer, *, is_sending: bool) -> object:
        """Give an answer's result; raise what its code means."""
        code = _find_code(answer)
        if code == _SHUT_OUT and not self._is_shut_out:
            log.error("%s: Zalo refuses the bot's token", self.name)
        self._is_shut_out = code == _SHUT_OUT
        if code == _BUSY:
            raise TryLater(self._wait_longer(is_sending=is_sending), whole_channel=True)
        if code:
            raise find_error(code, is_sending=is_sending)
        if is_sending:
            self._pause, self._paused_until = FIRST_PAUSE, None
        return answer.body.get("result")

    def _wait_longer(self, *, is_sending: bool) -> dt.timedelta:
        """Wait four times as long after each refusal that follows a wait."""
        now = self._clock.now()
        if not is_sending:
            return FIRST_PAUSE
        if self._paused_until and now < self._paused_until:
            return self._paused_until - now
        pause, self._pause = self._pause, min(self._pause * 4, LONGEST_PAUSE)
        self._paused_until = now + pause
        return pause


def _find_code(answer: Answer) -> int:
    """Find the code of what went wrong, which may come with status 200; 0 where nothing did."""
    is_fine = answer.status < 400 and answer.body.get("ok") is True
    told = answer.body.get("error_code")
    return 0 if is_fine else told if isinstance(told, int) and told else answer.status


def find_error(code: int, *, is_sending: bool) -> TryLater | Refused:
    """Find what a code means, “Quota exceeded” apart.

    403 is Zalo's “Internal server error”, 200 an answer that says neither yes nor no: five tries.
    What it answers about a person who has blocked the bot is told nowhere.
    """
    if code in (200, 403, 408):
        return TryLater(may_have_arrived=is_sending)
    return TryLater() if code >= 500 else Refused(str(code))


def _write_parts(reply: Reply) -> list[str]:
    """Write a reply as texts; files are opened on the web page, for the service takes no bytes."""
    language = detect(reply.text, "vi")
    files = [say("file_on_web", language, label=file.label) for file in reply.files]
    text = "\n".join([reply.text, *files])
    return split_text(nfc(write_menu(replace(reply, text=text))), LONGEST, measure=_measure)


def _measure(text: str) -> int:
    """Count as Java does: the service is written in it, and nobody says how it counts."""
    return len(text.encode("utf-16-le")) // 2
