"""Rules are kept by place, on both databases."""

import datetime as dt

from storage.database import Database
from storage.values import NewReportingRule
from tests.factories.talk import MONDAY


def make_rule(locality_id: int, **changes: object) -> NewReportingRule:
    facts: dict[str, object] = {
        "locality_id": locality_id,
        "period": "nine_months",
        "day": 31,
        "months_after": 1,
        "basis": "Quy chế báo cáo",
        "valid_from": dt.date(2026, 1, 1),
        "valid_to": None,
        "written_at": MONDAY,
        "written_by": "test",
    }
    return NewReportingRule(**(facts | changes))  # type: ignore[arg-type]


async def test_rules_come_back_as_they_were(database: Database) -> None:
    async with database.write() as work:
        first = (await work.localities.ensure("xã Bến Lụa")).id
        other = (await work.localities.ensure("xã Đồi Sim")).id
        rule = await work.reporting_rules.add(make_rule(first))
        elsewhere = await work.reporting_rules.add(make_rule(other, day=5))
    async with database.read() as work:
        assert await work.reporting_rules.find(rule.id) == rule
        assert await work.reporting_rules.of_localities([first]) == [rule]
        assert await work.reporting_rules.of_localities([first, other]) == [rule, elsewhere]
        assert await work.reporting_rules.of_localities([]) == []
        assert await work.reporting_rules.find(rule.id + 99) is None
    assert (rule.day, rule.valid_from, rule.written_at) == (31, dt.date(2026, 1, 1), MONDAY)


async def test_a_rule_is_ended_and_removed(database: Database) -> None:
    async with database.write() as work:
        place = (await work.localities.ensure("xã Bến Lụa")).id
        rule = await work.reporting_rules.add(make_rule(place))
        await work.reporting_rules.end(rule.id, dt.date(2026, 6, 30))
        [ended] = await work.reporting_rules.of_localities([place])
    assert ended.valid_to == dt.date(2026, 6, 30)
    async with database.write() as work:
        await work.reporting_rules.remove(rule.id)
    async with database.read() as work:
        assert await work.reporting_rules.of_localities([place]) == []
