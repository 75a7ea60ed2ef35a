"""Storing what arrives, before anybody is told that it did."""

import asyncio
import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from bot.clock import Clock
from handlers.files.identity import is_announced
from handlers.files.rules import NO_ROOM, TOO_MANY_HOUR, Upload, Verdict, examine_all, find_room
from handlers.messages import Attachment, Message, dump_message
from handlers.texts.forms import local_day
from storage.database import Database
from storage.errors import Unavailable
from storage.file_store import FileStore
from storage.values import Address, Incoming, NewFile
from storage.work import Work

AT_ONCE = 2  # messages whose photos are made anew together: each takes up to 300 MB for a second
_Kept = tuple[Verdict, str | None]


class Intake:
    """Put messages, and the files that come with them, into store; wake this process's worker."""

    def __init__(
        self, database: Database, *, clock: Clock, wake: asyncio.Event, files: FileStore
    ) -> None:
        self._database = database
        self._clock = clock
        self._wake = wake
        self._files = files
        self._turns = asyncio.Semaphore(AT_ONCE)

    async def receive(self, message: Message, uploads: Sequence[Upload] = ()) -> bool:
        """Store a message once and commit; tell whether it is new.

        What is not kept of the uploads travels in the message with its reason. Bytes are on the
        disk before the rows that name them; those of a message that fails are swept later.
        """
        kept = await self._keep(message, uploads) if uploads else []
        async with self._database.write() as work:
            is_new = await self._add(work, message, kept)
        self._wake.set()
        return is_new

    async def is_officer(self, address: Address) -> bool:
        """Tell whether an official writes from this address."""
        async with self._database.read() as work:
            return await work.people.find(address, on=local_day(self._clock.now())) is not None

    async def keep_fetched(
        self, incoming: Incoming, message: Message, uploads: Sequence[Upload]
    ) -> Message:
        """Keep files fetched for a claimed message, and the message with them; return it whole."""
        kept = await self._keep(message, uploads) if uploads else []
        now = self._clock.now()
        async with self._database.write() as work:
            new = await self._record(work, message.address, kept, now=now)
            whole = replace(message, attachments=(*message.attachments, *new))
            await work.inbox.rewrite(incoming, dump_message(whole))
        return whole

    async def _keep(self, message: Message, uploads: Sequence[Upload]) -> list[_Kept]:
        async with self._database.read() as work:
            room = await find_room(work, message.address, now=self._clock.now())
            is_identity = await is_announced(work, message)
        async with self._turns:
            return await asyncio.to_thread(
                self._examine, uploads, room=room, is_identity=is_identity
            )

    def _examine(self, uploads: Sequence[Upload], *, room: int, is_identity: bool) -> list[_Kept]:
        verdicts = examine_all(uploads, room=room, is_identity=is_identity)
        return [self._put_away(each) for each in verdicts]

    def _put_away(self, verdict: Verdict) -> _Kept:
        """Put bytes on the disk; one that takes none costs the file, not the words beside it."""
        try:
            return verdict, self._files.add(verdict.data) if verdict.data else None
        except Unavailable:
            return replace(verdict, data=None, refusal=NO_ROOM), None

    async def _add(self, work: Work, message: Message, kept: Sequence[_Kept]) -> bool:
        now = self._clock.now()
        new = [*message.attachments, *await self._record(work, message.address, kept, now=now)]
        whole = replace(message, attachments=tuple(new))
        is_new = await work.inbox.add(whole.address, whole.id, dump_message(whole), now=now)
        if not is_new:
            await work.files.remove([each.file_id for each in new if each.file_id])
        return is_new

    async def _record(
        self, work: Work, owner: Address, kept: Sequence[_Kept], *, now: dt.datetime
    ) -> list[Attachment]:
        """Record what was kept; another message may have taken the room meanwhile."""
        room = await find_room(work, owner, now=now) if kept else 0
        attachments = []
        for verdict, name in kept:
            attachment = verdict.describe()
            if name and room:
                room -= 1
                file_id = await work.files.add(owner, _describe(attachment, name), now=now)
                attachment = replace(attachment, file_id=file_id)
            elif name:
                work.removed_files.append(name)
                attachment = replace(attachment, size=0, refusal=TOO_MANY_HOUR)
            attachments.append(attachment)
        return attachments


def _describe(attachment: Attachment, name: str) -> NewFile:
    return NewFile(name, attachment.media_type, attachment.size, attachment.name)
