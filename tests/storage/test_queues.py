"""The inbox and outbox as durable queues, on both databases."""

import asyncio
import datetime as dt

import pytest
from sqlalchemy import Connection, event

from storage.cipher import Cipher, new_key
from storage.database import Database
from storage.errors import LostClaim
from storage.values import Address, NewReply, OutboxKind

NOW = dt.datetime(2026, 11, 23, 2, 0, tzinfo=dt.UTC)
LEASE = dt.timedelta(seconds=30)
LAN = Address("web", "lan")
MINH = Address("web", "minh")


async def receive(database: Database, address: Address, message_id: str, body: str = "x") -> bool:
    async with database.write() as work:
        return await work.inbox.add(address, message_id, body, now=NOW)


async def test_same_message_is_stored_once(database: Database) -> None:
    assert await receive(database, LAN, "m1")
    assert not await receive(database, LAN, "m1")
    async with database.read() as work:
        assert await work.inbox.count("new") == 1


async def test_claim_takes_oldest_of_each_address(database: Database) -> None:
    for address, message_id in [(LAN, "a"), (LAN, "b"), (MINH, "c")]:
        await receive(database, address, message_id)
    async with database.write() as work:
        claimed = await work.inbox.claim(now=NOW, lease=LEASE, limit=10)
    assert [c.message_id for c in claimed] == ["a", "c"]


async def test_next_of_an_address_waits_for_the_first(database: Database) -> None:
    await receive(database, LAN, "a")
    await receive(database, LAN, "b")
    async with database.write() as work:
        [first] = await work.inbox.claim(now=NOW, lease=LEASE)
    async with database.write() as work:
        assert not await work.inbox.claim(now=NOW, lease=LEASE)
        await work.inbox.finish(first, now=NOW)
        [second] = await work.inbox.claim(now=NOW, lease=LEASE)
    assert second.message_id == "b"


async def test_dead_claim_is_taken_over_and_its_token_is_void(database: Database) -> None:
    await receive(database, LAN, "a")
    async with database.write() as work:
        [dead] = await work.inbox.claim(now=NOW, lease=LEASE)
    later = NOW + LEASE
    async with database.write() as work:
        [taken] = await work.inbox.claim(now=later, lease=LEASE)
    assert taken.attempts == 2
    with pytest.raises(LostClaim):
        async with database.write() as work:
            await work.inbox.finish(dead, now=later)
    async with database.write() as work:
        await work.inbox.finish(taken, now=later)


async def test_five_failures_park_a_row_and_free_the_address(database: Database) -> None:
    await receive(database, LAN, "a")
    await receive(database, LAN, "b")
    now, parked = NOW, False
    for _ in range(5):
        assert not parked
        async with database.write() as work:
            [claimed] = await work.inbox.claim(now=now, lease=LEASE)
            parked = await work.inbox.fail(claimed, now=now, error="Boom", delay=LEASE)
        now += LEASE
    assert parked
    async with database.write() as work:
        [following] = await work.inbox.claim(now=now, lease=LEASE)
    assert following.message_id == "b"


async def test_outbox_rows_are_born_claimed_and_need_their_token(database: Database) -> None:
    async with database.write() as work:
        born = await work.outbox.add(LAN, "xin chào", kind=OutboxKind.REPLY, now=NOW, lease=LEASE)
        claimed = await work.outbox.claim(now=NOW, lease=LEASE, limit=9, channels=["web"])
    assert not claimed
    async with database.write() as work:
        await work.outbox.delivered(born, now=NOW)
    with pytest.raises(LostClaim):
        async with database.write() as work:
            await work.outbox.delivered(born, now=NOW)


async def test_outbox_is_claimed_only_for_channels_at_hand(database: Database) -> None:
    async with database.write() as work:
        await work.outbox.add(LAN, "xin chào", kind=OutboxKind.REPLY, now=NOW)
    async with database.write() as work:
        assert not await work.outbox.claim(now=NOW, lease=LEASE, limit=9, channels=["console"])
        assert await work.outbox.claim(now=NOW, lease=LEASE, limit=9, channels=["web"])


async def test_a_waiting_digest_never_blocks_a_reply(database: Database) -> None:
    async with database.write() as work:
        await work.outbox.add(LAN, "việc", kind=OutboxKind.DIGEST, now=NOW, lease=LEASE)
        await work.outbox.add(LAN, "trả lời", kind=OutboxKind.REPLY, now=NOW)
    async with database.write() as work:
        [reply] = await work.outbox.claim(now=NOW, lease=LEASE, limit=9, channels=["web"])
    assert reply.payload == "trả lời"


async def test_many_claimers_take_every_row_once(database: Database) -> None:
    for i in range(40):
        await receive(database, Address("web", f"user{i}"), f"m{i}")
    taken: list[str] = []

    async def claimer() -> None:
        while True:
            async with database.write() as work:
                claimed = await work.inbox.claim(now=NOW, lease=LEASE, limit=3)
            if not claimed:
                return
            taken.extend(c.message_id for c in claimed)

    await asyncio.gather(*(claimer() for _ in range(6)))
    assert sorted(taken) == sorted(f"m{i}" for i in range(40))


async def test_concurrent_changes_are_not_lost(database: Database) -> None:
    async with database.write() as work:
        place = await work.localities.ensure("xã Thử Nghiệm")

    async def bump() -> None:
        async with database.write() as work:
            await work.localities.bump_index(place.id)

    await asyncio.gather(*(bump() for _ in range(60)))
    async with database.read() as work:
        [found] = await work.localities.list_all()
    assert found.index_revision == 60


async def test_bodies_are_encrypted(database: Database) -> None:
    await receive(database, LAN, "m1", "số của tôi 0912 345 678")
    async with database.write() as work:
        [claimed] = await work.inbox.claim(now=NOW, lease=LEASE)
    assert claimed.body == "số của tôi 0912 345 678"


async def test_a_row_that_outlives_every_lease_is_parked(database: Database) -> None:
    await receive(database, LAN, "a")
    await receive(database, LAN, "b")
    now = NOW
    for _ in range(5):
        async with database.write() as work:
            [claimed] = await work.inbox.claim(now=now, lease=LEASE)
        assert claimed.message_id == "a"
        now += LEASE
    async with database.write() as work:  # who does not park leaves it to who does
        assert not await work.inbox.claim(now=now, lease=LEASE, tidies=False)
        [following] = await work.inbox.claim(now=now, lease=LEASE)
        assert await work.inbox.count("parked") == 1
    assert following.message_id == "b"


async def test_a_row_that_no_key_opens_is_parked(database: Database) -> None:
    await receive(database, LAN, "a")
    stranger = Database(str(database._engine.url.render_as_string(False)), Cipher([new_key()]))
    async with stranger.write() as work:
        assert not await work.inbox.claim(now=NOW, lease=LEASE)
        assert await work.inbox.count("parked") == 1
    await stranger.close()


async def test_copies_arriving_at_once_are_stored_once(database: Database) -> None:
    stored = await asyncio.gather(*(receive(database, LAN, "same") for _ in range(8)))
    assert sum(stored) == 1


async def test_a_terminal_claims_its_own_replies_only(database: Database) -> None:
    an, binh = Address("console", "an"), Address("console", "binh")
    async with database.write() as work:
        for address in (an, binh):
            await work.outbox.add(address, address.user, kind=OutboxKind.REPLY, now=NOW)
        claimed = await work.outbox.claim(
            now=NOW, lease=LEASE, limit=9, channels=["console"], user="binh"
        )
    assert [row.payload for row in claimed] == ["binh"]


async def test_claiming_reads_indexes_only(sqlite: Database) -> None:
    statements: list[tuple[str, tuple[object, ...]]] = []

    @event.listens_for(sqlite._engine.sync_engine, "before_cursor_execute")
    def keep(
        _connection: Connection, _cursor: object, sql: str, values: tuple[object, ...], *_: object
    ) -> None:
        statements.append((sql, values))

    async with sqlite.write() as work:
        await work.outbox.claim(now=NOW, lease=LEASE, limit=9, channels=["web"])
        await work.inbox.claim(now=NOW, lease=LEASE)
    async with sqlite._engine.connect() as connection:
        plans = [
            (await connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {sql}", values)).all()
            for sql, values in statements
            if sql.startswith(("UPDATE", "WITH"))
        ]
    lines = [tuple(line)[-1] for plan in plans for line in plan]
    assert {
        "ix_outbox_order",
        "ix_outbox_lane",
        "ix_outbox_use",
        "ix_outbox_held",
        "ix_inbox_lane",
    } <= {word for line in lines for word in line.split()}
    assert not [line for line in lines if "TEMP B-TREE" in line or line == "SCAN outbox"]


async def test_a_claim_of_all_kinds_takes_replies_first(database: Database) -> None:
    async with database.write() as work:
        for kind in (OutboxKind.DIGEST, OutboxKind.NOTICE, OutboxKind.REPLY):
            await work.outbox.add(LAN, kind.value, kind=kind, now=NOW)
        await work.outbox.add(MINH, "later", kind=OutboxKind.REPLY, now=NOW, not_before=NOW + LEASE)
        claimed = await work.outbox.claim(now=NOW, lease=LEASE, limit=2, channels=["web"])
    assert [row.payload for row in claimed] == ["reply", "notice"]


async def test_stale_and_unreadable_rows_are_given_up_aloud(database: Database) -> None:
    async with database.write() as work:
        old = await work.outbox.add(LAN, "a", kind=OutboxKind.REPLY, now=NOW, useful_until=NOW)
        held = await work.outbox.add(
            MINH, "b", kind=OutboxKind.REPLY, now=NOW, useful_until=NOW, lease=LEASE
        )
        assert not await work.outbox.claim(now=NOW, lease=LEASE, limit=9, channels=["web"])
        assert work.outbox.undelivered == [old.id]  # the other may be on its way
        fresh = await work.outbox.add(LAN, "c", kind=OutboxKind.REPLY, now=NOW)
    stranger = Database(str(database._engine.url.render_as_string(False)), Cipher([new_key()]))
    async with stranger.write() as work:
        assert not await work.outbox.claim(now=NOW, lease=LEASE, limit=9, channels=["web"])
        assert work.outbox.undelivered == [fresh.id]
    await stranger.close()
    async with database.write() as work:
        await work.outbox.delivered(held, now=NOW)


async def test_a_row_given_up_is_sent_again_by_number(sqlite: Database) -> None:
    async with sqlite.write() as work:
        row = await work.outbox.add(LAN, "a", kind=OutboxKind.REPLY, now=NOW, lease=LEASE)
        await work.outbox.unreachable(row, now=NOW)
    later = NOW + dt.timedelta(days=3)
    async with sqlite.write() as work:
        assert not await work.outbox.retry(row.id + 1, now=later)
        assert await work.outbox.retry_parked(now=later) == 0
        assert await work.outbox.retry(row.id, now=later)
        assert not await work.outbox.retry(row.id, now=later)
        [again] = await work.outbox.claim(now=later, lease=LEASE, limit=9, channels=["web"])
    assert (again.payload, again.attempts) == ("a", 1)


async def test_replies_of_one_moment_stay_in_order(database: Database) -> None:
    async with database.write() as work:
        new = [NewReply(LAN, text, OutboxKind.DIGEST) for text in ("một", "hai", "ba")]
        await work.outbox.add_many(new, now=NOW)
    async with database.read() as work:
        assert [entry.body for entry in await work.thread.recent(LAN)] == ["một", "hai", "ba"]
