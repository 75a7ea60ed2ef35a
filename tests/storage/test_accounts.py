"""Accounts: kept by their channels' names; people counted by channel."""

import datetime as dt
from dataclasses import replace

from storage.database import Database
from storage.models import AccountRow
from storage.values import Account, Address
from tests.factories.post import link

NOW = dt.datetime(2026, 11, 23, 2, 0, tzinfo=dt.UTC)
ONE = Account("zalo_oa:78808645", "388613280878808645", "Xã Bến Lụa", "https://zalo.me/1")


async def save(database: Database, account: Account, *, at: dt.datetime = NOW) -> None:
    async with database.write() as work:
        await work.accounts.save(account, now=at)


async def find(database: Database, channel: str = ONE.channel) -> Account | None:
    async with database.read() as work:
        return await work.accounts.find(channel)


async def test_what_a_service_says_replaces_what_it_said(database: Database) -> None:
    async with database.write() as work:
        place = await work.localities.ensure("xã Bến Lụa")
    await save(database, ONE)
    changed = replace(ONE, title="UBND xã Bến Lụa", locality_id=place.id)
    later = NOW + dt.timedelta(days=1)
    await save(database, changed, at=later)
    assert await find(database) == changed
    async with database.read() as work:
        row = await work._session.get(AccountRow, ONE.channel)
    assert row
    assert row.seen_at == later


async def test_what_worked_outlives_what_a_service_says(database: Database) -> None:
    await save(database, ONE)
    async with database.write() as work:
        await work.accounts.remember_endpoint(ONE.channel, "v2")
        await work.accounts.remember_endpoint("zalo_oa:unknown", "v2")
    await save(database, replace(ONE, title="khác"))
    found = await find(database)
    assert found
    assert (found.title, found.endpoint) == ("khác", "v2")
    assert await find(database, "zalo_oa:unknown") is None


async def test_accounts_are_listed_by_name(sqlite: Database) -> None:
    for channel in ("zalo_bot:2", "telegram:1", "zalo_bot:1"):
        await save(sqlite, Account(channel, "1"))
    async with sqlite.read() as work:
        listed = [account.channel for account in await work.accounts.list_all()]
    assert listed == ["telegram:1", "zalo_bot:1", "zalo_bot:2"]


async def test_people_who_have_left_take_no_place(database: Database) -> None:
    bot, other = "zalo_bot:12345678", "telegram:12345678"
    await link(database, Address(bot, "a"), Address(other, "b"))
    await link(database, Address(bot, "c"))
    await link(database, Address(bot, "d"), left=True)
    async with database.read() as work:
        assert await work.accounts.count_people() == {bot: 2, other: 1}
