"""What is older than a moment goes, a few at a time; what is not, or goes by another rule, stays."""

import datetime as dt

from storage.database import Database
from storage.models import (
    ChangeRow,
    ConsentRow,
    DialogueRow,
    InboxRow,
    OutboxRow,
    WebSessionRow,
)
from storage.old_rows import OldKind
from storage.values import Dialogue
from storage.work import Work
from tests.factories.talk import LAN, MONDAY

DAY = dt.timedelta(days=1)


def build_row(kind: OldKind, number: int, at: dt.datetime) -> object:
    """Build a row of a kind that is as old as a moment."""
    text = str(number)
    queued = {"channel": "web", "user": text, "body_sealed": b"", "created_at": MONDAY,
              "state": "done", "kind": "reply", "finished_at": at}  # fmt: skip
    match kind:
        case OldKind.INBOX:
            return InboxRow(message_id=text, **queued)
        case OldKind.OUTBOX:
            return OutboxRow(**queued)
        case OldKind.CHANGES:
            return ChangeRow(at=at, action="set", subject=text)
        case OldKind.CONSENTS:
            return ConsentRow(channel="web", user=text, purpose="name",
                              wording="", language="vi", given_at=at)  # fmt: skip
        case OldKind.DIALOGUES:
            return DialogueRow(channel="web", user=text, kind="question", version=1,
                               state_sealed=b"", updated_at=at)  # fmt: skip
        case _:
            return WebSessionRow(digest=text, role="officer", created_at=MONDAY, expires_at=at)


KINDS = (
    OldKind.INBOX,
    OldKind.OUTBOX,
    OldKind.CHANGES,
    OldKind.CONSENTS,
    OldKind.DIALOGUES,
    OldKind.SESSIONS,
)


async def test_old_rows_go_a_few_at_a_time(database: Database) -> None:
    async with database.write() as work:
        for kind in KINDS:
            for number in range(5):
                work._session.add(build_row(kind, number, MONDAY + number * DAY))
    before = MONDAY + 3 * DAY
    async with database.write() as work:
        for kind in KINDS:
            assert await work.old_rows.count(kind, before) == 3
            counts = [await work.old_rows.remove(kind, before, limit=2) for _ in range(3)]
            assert counts == [2, 1, 0]
            assert await work.old_rows.count(kind, MONDAY + 9 * DAY) == 2


async def test_what_waits_is_not_old(database: Database) -> None:
    async with database.write() as work:
        await work.inbox.add(LAN, "m", "{}", now=MONDAY)
        assert await work.old_rows.remove(OldKind.INBOX, MONDAY + 99 * DAY, limit=9) == 0


async def test_dialogues_with_a_rule_of_their_own_are_left(database: Database) -> None:
    async with database.write() as work:
        for kind in ("question", "feedback"):
            await work.dialogues.save(LAN, Dialogue(kind, 1, "{}", MONDAY))
        assert await _forget_dialogues(work) == 1
        assert set(await work.dialogues.of(LAN)) == {"feedback"}


async def _forget_dialogues(work: Work) -> int:
    return await work.old_rows.remove(
        OldKind.DIALOGUES, MONDAY + DAY, limit=9, but=("feedback", "handover")
    )
