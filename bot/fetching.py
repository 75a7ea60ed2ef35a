"""Fetching the bytes of what was sent by reference, before a message is thought about."""

import asyncio
import datetime as dt
import logging
from collections.abc import Mapping
from dataclasses import replace

from bot.channels.base import Bot, Channel, Refused, TryLater
from bot.intake import Intake
from handlers.files.rules import Upload
from handlers.messages import Attachment, Message
from storage.values import Incoming

log = logging.getLogger(__name__)
NOT_FETCHED = "not_fetched"
LAST_TRY = 4  # of five attempts: after it the message has its effect without the file


class Fetcher:
    """Fetch what a message's attachments point at, once; what cannot be had is said."""

    def __init__(
        self, intake: Intake, channels: Mapping[str, Channel], *, patience: dt.timedelta
    ) -> None:
        self._intake = intake
        self._channels = channels
        self._patience = patience.total_seconds()

    async def complete(self, incoming: Incoming, message: Message) -> Message:
        """Give the message with its files kept; raise TryLater while another try may help."""
        wanted = [each for each in message.attachments if each.source]
        channel = self._channels.get(message.address.channel)
        if not wanted:
            return message
        rest = tuple(each for each in message.attachments if not each.source)
        got = await self._fetch_all(channel, wanted, is_last=incoming.attempts >= LAST_TRY)
        uploads = [each for each in got if isinstance(each, Upload)]
        lost = tuple(each for each in got if isinstance(each, Attachment))
        try:
            message = replace(message, attachments=(*rest, *lost))
            return await self._intake.keep_fetched(incoming, message, uploads)
        finally:
            for upload in uploads:
                upload.stream.close()

    async def _fetch_all(
        self, channel: Channel | None, wanted: list[Attachment], *, is_last: bool
    ) -> list[Upload | Attachment]:
        return await asyncio.gather(*(self._fetch(channel, each, is_last) for each in wanted))

    async def _fetch(
        self, channel: Channel | None, wanted: Attachment, is_last: bool
    ) -> Upload | Attachment:
        try:
            if not isinstance(channel, Bot):
                raise Refused("no_channel")
            async with asyncio.timeout(self._patience):
                upload = await channel.fetch(wanted.source)
        except Refused as error:
            log.warning("an attachment is not to be had: %s", error.code)
        except (TryLater, TimeoutError):
            if not is_last:
                raise
        else:
            return replace(upload, name=wanted.name or upload.name)
        return replace(wanted, source="", refusal=NOT_FETCHED)
