"""An office's rules: entered, ended by newer ones, refused, removed; the index is bumped."""

import asyncio
import datetime as dt

import pytest

from handlers.errors import HandlerError
from handlers.reporting import RuleAdded, RuleRequest, add_rule, remove_rule
from storage.database import Database
from storage.values import ReportingRule
from tests.factories.talk import MONDAY

DAY = dt.date.fromisoformat


async def make_place(database: Database) -> int:
    async with database.write() as work:
        return (await work.localities.ensure("xã Bến Lụa")).id


async def list_rules(database: Database, place: int) -> list[ReportingRule]:
    async with database.read() as work:
        return list(await work.reporting_rules.of_localities([place]))


async def enter(database: Database, place: int, **changes: object) -> RuleAdded:
    facts = {"period": "quarter", "day": 18, "basis": "Công văn số 45/UBND-VP"} | changes
    request = RuleRequest(**facts)  # type: ignore[arg-type]
    return await add_rule(database, place, request, now=MONDAY, by="test")


async def test_a_rule_is_kept_and_removed(database: Database) -> None:
    place = await make_place(database)
    added = await enter(database, place, basis="  Công văn\tsố 45/UBND-VP. ")
    [rule] = await list_rules(database, place)
    assert rule == added.rule
    assert (rule.period, rule.day, rule.months_after) == ("quarter", 18, 0)
    assert (rule.basis, rule.written_by, rule.written_at) == (
        "Công văn số 45/UBND-VP",
        "test",
        MONDAY,
    )
    assert await remove_rule(database, rule.id, now=MONDAY) == rule
    assert await list_rules(database, place) == []
    with pytest.raises(HandlerError, match="rule_unknown"):
        await remove_rule(database, rule.id, now=MONDAY)


async def test_each_change_bumps_the_index(sqlite: Database) -> None:
    place = await make_place(sqlite)

    async def revision() -> int:
        async with sqlite.read() as work:
            [locality] = await work.localities.list_all()
        return locality.index_revision

    before = await revision()
    added = await enter(sqlite, place)
    assert await revision() == before + 1
    with pytest.raises(HandlerError):
        await enter(sqlite, place)
    assert await revision() == before + 1
    await remove_rule(sqlite, added.rule.id, now=MONDAY)
    assert await revision() == before + 2


@pytest.mark.parametrize(
    ("name", "period"),
    [
        ("quarter", "quarter"),
        ("Quý", "quarter"),
        ("quy", "quarter"),
        ("tháng", "month"),
        ("6 tháng", "half"),
        ("9 tháng", "nine_months"),
        ("nine-months", "nine_months"),
        ("năm", "year"),
    ],
)
async def test_periods_are_named_in_either_language(
    sqlite: Database, name: str, period: str
) -> None:
    added = await enter(sqlite, await make_place(sqlite), period=name)
    assert added.rule.period == period


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"period": "tuần"}, "rule_period_unknown"),
        ({"period": ""}, "rule_period_unknown"),
        ({"day": 0}, "rule_day_impossible"),
        ({"day": 32}, "rule_day_impossible"),
        ({"day": -1}, "rule_day_impossible"),
        ({"months_after": -1}, "rule_months_impossible"),
        ({"months_after": 13}, "rule_months_impossible"),
        ({"basis": " \u200b . "}, "rule_basis_empty"),
        ({"basis": "x" * 301}, "rule_basis_long"),
        (
            {"valid_from": DAY("2026-12-31"), "valid_to": DAY("2026-01-01")},
            "rule_backwards",
        ),
    ],
)
async def test_what_cannot_be_is_refused(
    sqlite: Database, changes: dict[str, object], code: str
) -> None:
    place = await make_place(sqlite)
    with pytest.raises(HandlerError, match=code):
        await enter(sqlite, place, **changes)
    assert await list_rules(sqlite, place) == []


async def test_a_later_rule_ends_the_one_before(database: Database) -> None:
    place = await make_place(database)
    old = (await enter(database, place)).rule
    added = await enter(database, place, day=20, valid_from=DAY("2027-01-01"))
    assert [rule.id for rule in added.ended] == [old.id]
    kept, new = await list_rules(database, place)
    assert (kept.id, kept.valid_to) == (old.id, DAY("2026-12-31"))
    assert (new.day, new.valid_from, new.valid_to) == (20, DAY("2027-01-01"), None)


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"valid_to": DAY("2026-12-31")},
        {"valid_from": DAY("2025-01-01")},
        {"valid_from": DAY("2026-01-01")},
        {"valid_from": DAY("2027-01-01"), "valid_to": DAY("2027-12-31")},  # would leave a hole
    ],
)
async def test_any_other_clash_is_refused(sqlite: Database, changes: dict[str, object]) -> None:
    place = await make_place(sqlite)
    old = (await enter(sqlite, place, valid_from=DAY("2026-01-01"))).rule
    with pytest.raises(HandlerError, match="rule_overlaps") as error:
        await enter(sqlite, place, day=20, **changes)
    assert error.value.facts == {"rule": old.id}
    assert await list_rules(sqlite, place) == [old]


async def test_other_periods_and_places_do_not_clash(sqlite: Database) -> None:
    place = await make_place(sqlite)
    async with sqlite.write() as work:
        other = (await work.localities.ensure("xã Đồi Sim")).id
    await enter(sqlite, place)
    await enter(sqlite, place, period="month")
    await enter(sqlite, other)
    assert len(await list_rules(sqlite, place)) == 2


async def test_two_clerks_at_once_enter_one_rule(database: Database) -> None:
    place = await make_place(database)
    outcomes = await asyncio.gather(
        *(enter(database, place, day=day) for day in (18, 19, 20)), return_exceptions=True
    )
    assert sum(isinstance(each, HandlerError) for each in outcomes) == 2
    assert len(await list_rules(database, place)) == 1


@pytest.mark.parametrize(("day", "is_soon"), [(14, True), (15, False), (31, False)])
async def test_a_day_too_soon_is_told(sqlite: Database, day: int, is_soon: bool) -> None:
    added = await enter(sqlite, await make_place(sqlite), day=day)
    assert (added.broken is not None) is is_soon


@pytest.mark.parametrize("number", [0, -3, 7, 2**63, 10**30])
async def test_an_unknown_number_is_one_sentence(sqlite: Database, number: int) -> None:
    with pytest.raises(HandlerError, match="rule_unknown"):
        await remove_rule(sqlite, number, now=MONDAY)
