"""What a sender was asked about a PAKN of theirs, and what they said meanwhile."""

import datetime as dt
from dataclasses import asdict, dataclass
from enum import StrEnum

from handlers.dialogues import read_dialogue, write_dialogue
from handlers.intake import drafts
from handlers.messages import Attachment
from handlers.turn import Turn
from storage.values import Address, Contact
from storage.work import Work

KIND = "own_case"
VERSION = 1
WAITED_FOR = dt.timedelta(hours=1)
DETAILS_KEPT = dt.timedelta(days=7)


class Awaited(StrEnum):
    """What the next words are taken for."""

    REASON = "reason"  # why it is reopened
    ADDITION = "addition"
    BELONGING = "belonging"  # whether what was said belongs to it
    WITHDRAWAL = "withdrawal"
    DETAILS = "details"  # the rest of name, address and phone


@dataclass(frozen=True, slots=True)
class Pending:
    """What is waited for about a case; `files` are (kind, number) pairs."""

    awaited: Awaited
    code: str
    text: str = ""
    files: tuple[tuple[str, int], ...] = ()
    name: str = ""
    phone: str = ""
    address: str = ""

    @property
    def contact(self) -> Contact:
        """The details given so far."""
        return Contact(self.name, self.phone, self.address)

    @property
    def attachments(self) -> tuple[Attachment, ...]:
        """The files that were sent with it."""
        return tuple(Attachment(kind, file_id=number) for kind, number in self.files)


def load_pending(turn: Turn) -> Pending | None:
    """Read what is waited for; None where nothing is, or another PAKN is being written."""
    if drafts.KIND in turn.dialogues:
        return None
    dialogue = turn.dialogues.get(KIND)
    state = read_dialogue(dialogue, VERSION, now=turn.now, kept=DETAILS_KEPT)
    if dialogue is None or state is None:
        return None
    files = tuple((str(kind), int(number)) for kind, number in state["files"])
    pending = Pending(**{**state, "awaited": Awaited(state["awaited"]), "files": files})
    is_old = turn.now - dialogue.updated_at > WAITED_FOR
    return None if is_old and pending.awaited is not Awaited.DETAILS else pending


async def save_pending(work: Work, address: Address, pending: Pending, *, now: dt.datetime) -> None:
    """Keep what is waited for."""
    await work.dialogues.save(address, write_dialogue(KIND, VERSION, asdict(pending), now=now))


def files_of(turn: Turn) -> tuple[tuple[str, int], ...]:
    """Give the files of a message that were kept."""
    found = turn.message.attachments
    return tuple((each.kind, each.file_id) for each in found if each.file_id is not None)
