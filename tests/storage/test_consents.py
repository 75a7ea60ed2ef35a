"""Consents are kept with their wording, each once."""

import datetime as dt

from storage.database import Database
from storage.values import Address

LAN, NOW = Address("web", "lan"), dt.datetime(2026, 11, 23, 2, 0, tzinfo=dt.UTC)


async def give(database: Database, purpose: str) -> bool:
    async with database.write() as work:
        return await work.consents.give(
            LAN, purpose, case_id=None, wording="Tôi đồng ý …", language="vi", now=NOW
        )


async def test_a_consent_is_given_once_and_again_after_it_was_withdrawn(database: Database) -> None:
    given = [await give(database, purpose) for purpose in ("name", "name", "template")]
    assert given == [True, False, True]
    async with database.write() as work:
        await work.erasing.withdraw_consents(LAN, now=NOW)
    assert await give(database, "name")
    async with database.read() as work:
        found = await work.consents.of_owner(LAN)
        assert not await work.consents.of_owner(Address("web", "minh"))
    assert [(each.purpose, each.withdrawn_at is None) for each in found] == [
        ("name", False),
        ("template", False),
        ("name", True),
    ]
