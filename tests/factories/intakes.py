"""Many citizens with a PAKN written and checked, who send it all at once."""

import datetime as dt
from collections.abc import Sequence

from handlers.intake.drafts import Step, begin, save_draft
from handlers.messages import Message, dump_message
from knowledge.cases.states import CaseKind
from storage.database import Database
from storage.values import Address
from storage.work import Work
from tests.factories.cases import PLACE


def name_senders(count: int) -> list[Address]:
    """Name so many addresses."""
    return [Address("web", f"dan-{number}") for number in range(count)]


async def write_draft(work: Work, sender: Address, *, now: dt.datetime) -> None:
    """Bring somebody to the point where "gửi" makes a case."""
    draft = begin(
        "vi",
        step=Step.REVIEW,
        place=PLACE,
        content=f"Cống đầu ngõ nhà tôi tắc, {sender.user}",
        kind=CaseKind.SCENE.value,
        where="đầu ngõ",
        name="Nguyễn Văn Bình",
        phone="0912345678",
    )
    await save_draft(work, sender, draft, now=now)


async def send(work: Work, sender: Address, *, now: dt.datetime) -> None:
    """Put somebody's "gửi" into the inbox, as a channel does."""
    message = Message(sender, f"send-{sender.user}", "gửi", now)
    await work.inbox.add(sender, message.id, dump_message(message), now=now)


async def send_all_at_once(
    database: Database, senders: Sequence[Address], *, now: dt.datetime
) -> None:
    """Let all of them send what they have written."""
    async with database.write() as work:
        for sender in senders:
            await write_draft(work, sender, now=now)
            await send(work, sender, now=now)
