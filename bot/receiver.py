"""What channels bring: stored once, before anybody is told that it arrived."""

import hashlib
import logging
from dataclasses import replace

from bot.channels.base import Answered, Event, Pressed, Said
from bot.channels.presses import Presses
from bot.channels.zalo_oa.echoes import is_own
from bot.intake import Intake
from handlers.handover.staffed import note_staff
from handlers.messages import Attachment, Message, UnknownVersion
from storage.database import Database
from storage.errors import CannotOpen

log = logging.getLogger(__name__)
LONGEST_ID = 128  # letters; the services' own have at most 64


class Receiver:
    """Turn events into messages of the inbox, and what else they mean into state."""

    def __init__(self, database: Database, intake: Intake) -> None:
        self._database = database
        self._intake = intake
        self._presses = Presses(database.cipher)

    async def receive(self, event: Event) -> bool:
        """Store an event and commit; tell whether it is new.

        An event that cannot be stored now can be later: of what could never be, the service would
        bring it for ever, and nothing behind it.
        """
        address = event.message.address if isinstance(event, Said) else event.address
        if len(address.user) > LONGEST_ID:
            log.warning("an event of %s names nobody who can be answered", address.channel)
            return False
        match event:
            case Said(message):
                return await self._intake.receive(_make_storable(message))
            case Pressed():
                return await self._intake.receive(_make_storable(await self._read_press(event)))
            case Answered():
                return await self._note_answer(event)

    async def _note_answer(self, answer: Answered) -> bool:
        """Let the bot be silent while a human answers; what we have said ourselves comes back."""
        async with self._database.write() as work:
            if await is_own(work, answer):
                return False
            await note_staff(work, answer.address, now=answer.at)
        return True

    async def _read_press(self, press: Pressed) -> Message:
        """Say what the button says; one that says nothing any more is answered, too."""
        async with self._database.read() as work:
            try:
                says = await self._presses.find_said(work, press.address, press.token)
            except (UnknownVersion, CannotOpen):  # shown by another release, or under an old key
                says = None
        attachments = () if says else (Attachment("old_button"),)
        return Message(press.address, press.id, says or "", press.at, attachments)


def _make_storable(message: Message) -> Message:
    """Mend what no service should send and no database takes: half letters, endless numbers."""
    message_id, attachments = message.id, message.attachments
    if len(message_id) > LONGEST_ID:
        message_id = hashlib.sha256(_mend(message_id).encode()).hexdigest()
    mended = [
        replace(each, name=_mend(each.name), source=_mend(each.source)) for each in attachments
    ]
    return replace(
        message, id=_mend(message_id), text=_mend(message.text), attachments=tuple(mended)
    )


def _mend(text: str) -> str:
    """Drop NUL and put “?” for halves of surrogate pairs."""
    return text.replace("\0", "").encode("utf-8", "replace").decode("utf-8")
