"""Fetching the bytes of what was sent by reference, before a message is thought about."""

import asyncio
import datetime as dt
import logging
from collections.abc import Collection, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import replace

from bot.channels.base import Bot, Channel, Refused, TryLater, Unreachable
from bot.failures import log_failure
from bot.intake import Intake
from handlers.files.rules import MOST_A_MESSAGE, Upload
from handlers.messages import Attachment, Message
from knowledge.files.sniff import FileKind
from storage.values import Incoming

log = logging.getLogger(__name__)
NOT_FETCHED = "not_fetched"
LAST_TRY = 4  # of five attempts: after it the message has its effect without the file
_Got = Upload | Attachment | None  # fetched, not to be had, or perhaps at another try


class Fetcher:
    """Fetch what a message's attachments point at, once; what cannot be had is said."""

    def __init__(
        self,
        intake: Intake,
        channels: Mapping[str, Channel],
        *,
        patience: dt.timedelta,
        closed: Collection[str] = (),
    ) -> None:
        self._intake = intake
        self._channels = channels
        self._patience = patience.total_seconds()
        self._closed = frozenset(closed)  # kinds of channels for officials alone

    async def complete(self, incoming: Incoming, message: Message) -> Message:
        """Give the message with its files kept; raise TryLater while another try may help.

        Files and message are recorded in one transaction: after a crash nothing is kept twice.
        """
        wanted = [each for each in message.attachments if each.source]
        if not wanted:
            return message
        rest = [each for each in message.attachments if not each.source]
        address = message.address
        if address.kind in self._closed and not await self._intake.is_officer(address):
            refused = [_refuse(each, NOT_FETCHED) for each in wanted]  # nothing of theirs is kept
            return replace(message, attachments=(*rest, *refused))
        got = await self._fetch_all(message, wanted)
        with ExitStack() as opened:
            uploads = [each for each in got if isinstance(each, Upload)]
            for upload in uploads:
                opened.callback(upload.stream.close)
            if None in got and incoming.attempts < LAST_TRY:
                raise TryLater
            lost = [_settle(each, one) for each, one in zip(wanted, got, strict=True)]
            known = [*rest, *(each for each in lost if each)]
            message = replace(message, attachments=tuple(known))
            return await self._intake.keep_fetched(incoming, message, uploads)

    async def _fetch_all(self, message: Message, wanted: Sequence[Attachment]) -> list[_Got]:
        channel = self._channels.get(message.address.channel)
        fetched = [self._fetch(channel, each) for each in wanted[:MOST_A_MESSAGE]]
        too_many = [_refuse(each, "too_many") for each in wanted[MOST_A_MESSAGE:]]
        return [*await asyncio.gather(*fetched), *too_many]

    async def _fetch(self, channel: Channel | None, wanted: Attachment) -> _Got:
        try:
            if not isinstance(channel, Bot):
                raise Refused("no_channel")
            async with asyncio.timeout(self._patience):
                upload = await channel.fetch(wanted.source)
        except (Refused, Unreachable) as error:
            log.warning("an attachment is not to be had: %s", error)
            return _refuse(wanted, NOT_FETCHED)
        except (TryLater, TimeoutError):
            return None
        except Exception as error:  # noqa: BLE001  a defect must not cost the words beside the file
            log_failure(log, error, "an attachment could not be fetched")
            return None
        given = "" if wanted.kind == FileKind.PHOTO else upload.name  # a number of the service's
        return replace(upload, name=wanted.name or given)


def _settle(wanted: Attachment, got: _Got) -> Attachment | None:
    """Say what is not to be had; None for what was fetched."""
    if isinstance(got, Upload):
        return None
    return got or _refuse(wanted, NOT_FETCHED)


def _refuse(wanted: Attachment, refusal: str) -> Attachment:
    return replace(wanted, source="", refusal=refusal)
