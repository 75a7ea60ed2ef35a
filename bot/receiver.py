"""What channels bring: stored once, before anybody is told that it arrived."""

from bot.channels.base import Answered, Event, Pressed, Said
from bot.channels.presses import Presses
from bot.intake import Intake
from handlers.handover.staffed import note_staff
from handlers.messages import Attachment, Message
from storage.database import Database


class Receiver:
    """Turn events into messages of the inbox, and what else they mean into state."""

    def __init__(self, database: Database, intake: Intake) -> None:
        self._database = database
        self._intake = intake
        self._presses = Presses(database.cipher)

    async def receive(self, event: Event) -> bool:
        """Store an event and commit; tell whether it is new."""
        match event:
            case Said(message):
                return await self._intake.receive(message)
            case Pressed():
                return await self._intake.receive(await self._read_press(event))
            case Answered(address, at):
                async with self._database.write() as work:
                    await note_staff(work, address, now=at)
        return True

    async def _read_press(self, press: Pressed) -> Message:
        """Say what the button says; one that says nothing any more is answered, too."""
        async with self._database.read() as work:
            says = await self._presses.find_said(work, press.address, press.token)
        attachments = () if says else (Attachment("old_button"),)
        return Message(press.address, press.id, says or "", press.at, attachments)
