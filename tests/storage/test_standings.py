"""How the installation stands, as both databases say; what units of work note for who counts."""

import contextlib
import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field

import pytest

from storage.cipher import Cipher
from storage.database import Database
from storage.errors import Unavailable
from storage.meta import BACKUP_TAKEN_AT
from storage.migrate import head_revision
from storage.noting import Noted
from storage.values import Account, Address, NewReply, OutboxKind
from storage.values.service import Standing, TermCounts
from tests.factories.cases import found_town, open_case
from tests.storage.test_service_days import park_message

NOW = dt.datetime(2026, 11, 23, 2, 0, tzinfo=dt.UTC)
TODAY = dt.date(2026, 11, 23)
MINUTE = dt.timedelta(minutes=1)
LAN = Address("web", "lan")
BOT = Address("telegram:12345678", "7")


async def look(database: Database, *, today: dt.date = TODAY) -> Standing:
    async with database.read() as work:
        return await work.standings.read(today=today, now=NOW)


async def test_an_empty_installation(database: Database) -> None:
    standing = await look(database)
    assert standing.revision == head_revision()
    assert standing.inbox.oldest_of_all is None
    assert standing.terms == TermCounts()
    assert (standing.backup_taken_at, standing.index_revisions, standing.cases) == (None, 0, {})


async def test_what_waits_for_its_moment_is_not_old(database: Database) -> None:
    async with database.write() as work:
        await work.inbox.add(LAN, "1", "x", now=NOW - 3 * MINUTE)
        for address, age in ((LAN, 2), (LAN, 7), (BOT, 1)):
            new = NewReply(address, "x", OutboxKind.REPLY)
            await work.outbox.add_many([new], now=NOW - age * MINUTE)
        later = NewReply(BOT, "x", OutboxKind.NOTICE, not_before=NOW + MINUTE)
        await work.outbox.add_many([later], now=NOW - 99 * MINUTE)
    standing = await look(database)
    assert standing.inbox.oldest_of_all == NOW - 3 * MINUTE
    assert standing.outbox.oldest == {"web": NOW - 7 * MINUTE, BOT.channel: NOW - MINUTE}
    assert standing.outbox.counts == {("web", "waiting"): 2, (BOT.channel, "waiting"): 1}


async def test_what_was_given_up_is_counted(database: Database) -> None:
    await park_message(database)
    inbox = (await look(database)).inbox
    assert (inbox.count("parked"), inbox.count("waiting")) == (1, 0)


async def test_leases_tokens_and_the_last_backup(database: Database) -> None:
    async with database.write() as work:
        await work.leases.take("poll x", "a", now=NOW, lease=MINUTE)
        await work.accounts.save(Account("zalo_oa", "1"), now=NOW)
        await work.token_pairs.save("zalo_oa", "a", "r", expires_at=NOW + MINUTE, now=NOW)
        await work.token_pairs.note_failure("zalo_oa", "-14", now=NOW + MINUTE)
        await work.meta.save(BACKUP_TAKEN_AT, NOW.isoformat())
    standing = await look(database)
    assert standing.leases == {"poll x": NOW + MINUTE}
    token = standing.tokens["zalo_oa"]
    assert (token.changed_at, token.expires_at, token.failed_at) == (
        NOW,
        NOW + MINUTE,
        NOW + MINUTE,
    )
    assert standing.backup_taken_at == NOW


async def test_terms_that_run_near_their_end_and_are_over(database: Database) -> None:
    async with database.write() as work:
        town = await found_town(work)
        case = await open_case(work, town.place_id, number=1)
        term = await work.case_terms.find_open(case.id)
    assert term
    days = {term.due_on - dt.timedelta(days=9): (1, 0, 0), term.due_on: (1, 1, 0)}
    days[term.due_on + dt.timedelta(days=1)] = (1, 0, 1)
    for today, expected in days.items():
        assert (await look(database, today=today)).terms == TermCounts(*expected)
    assert (await look(database)).cases == {"received": 1}


async def test_only_a_server_has_a_time_of_its_own(database: Database, database_url: str) -> None:
    async with database.read() as work:
        at = await work.standings.find_time()
    if database_url.startswith("sqlite"):
        assert at is None
    else:
        assert at
        assert abs(at - dt.datetime.now(dt.UTC)) < MINUTE


@dataclass
class Counted:
    noted: list[Noted] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    def count(self, noted: Sequence[Noted]) -> None:
        self.noted += noted

    def count_fault(self, code: str) -> None:
        self.faults.append(code)


async def test_what_is_rolled_back_is_not_counted(database: Database) -> None:
    counted = database.counting = Counted()
    with contextlib.suppress(ZeroDivisionError):
        async with database.write() as work:
            await work.inbox.add(LAN, "1", "x", now=NOW)
            raise ZeroDivisionError
    assert not counted.noted
    for _ in range(2):  # brought twice
        async with database.write() as work:
            await work.inbox.add(LAN, "1", "x", now=NOW)
    assert counted.noted == [Noted("received", ("web",))]


async def test_what_becomes_of_replies_is_counted(database: Database) -> None:
    counted = database.counting = Counted()
    lease = 5 * MINUTE
    async with database.write() as work:
        new = [NewReply(LAN, "x", OutboxKind.REPLY, lease, asked_at=NOW) for _ in range(4)]
        one, two, three, _ = await work.outbox.add_many(new, now=NOW)
        await work.outbox.delivered(one, now=NOW + MINUTE)
        await work.outbox.fail(two, now=NOW, error="x", delay=MINUTE)
        await work.outbox.put_off(three, now=NOW, delay=MINUTE)
        await work.outbox.tidy(now=NOW + dt.timedelta(days=2))
    kinds = [each.kinds for each in counted.noted if each.what == "delivery"]
    assert kinds == [
        ("web", "delivered"), ("web", "failed"), ("web", "put_off"), *[("web", "stale")] * 3
    ]  # fmt: skip
    assert Noted("replied", ("web",), 60.0) in counted.noted


async def test_a_database_that_fails_is_counted(keys: list[str]) -> None:
    gone = Database("postgresql://nobody@127.0.0.1:1/nothing", Cipher(keys))
    gone.counting = counted = Counted()
    with pytest.raises(Unavailable):
        async with gone.read() as work:
            await work.meta.find("x")
    await gone.close()
    assert len(counted.faults) == 1
