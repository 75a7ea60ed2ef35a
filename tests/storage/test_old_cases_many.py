"""Among a hundred thousand cases those of age are found by an index, on both databases."""

import datetime as dt
import time
from typing import Any

import pytest
import sqlalchemy as sa

from knowledge.cases.states import CaseState
from storage.database import Database
from storage.work import Work
from tests.factories.aged import end, open_named
from tests.factories.cases import found_town
from tests.factories.talk import MONDAY

pytestmark = pytest.mark.slow
MANY = 100_000
COPIED = """
INSERT INTO cases (code, locality_id, kind, state, version, sender_channel, sender_user, language,
  content_sealed, hides_name, may_publish_name, may_use_template, send_ons, was_reopened,
  received_at, answered_at, ended_at, erased_at)
SELECT 'X' || n, locality_id, kind, 'closed', 1, 'web', 'u' || n, 'vi', content_sealed,
  hides_name, may_publish_name, may_use_template, 0, was_reopened, received_at,
  CASE WHEN n % 5 > 0 THEN {at} END, {at}, CASE WHEN n < 50000 THEN {at} END
FROM cases, {numbers} WHERE cases.id = 1
"""
NUMBERS = {
    "sqlite": "(WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < {many}) "
    "SELECT n FROM c)",
    "postgresql": "(SELECT n FROM generate_series(1, {many}) AS n) AS c",
}
AT = {  # a case each quarter of an hour, the last one of all just now
    "sqlite": "datetime('2026-11-23', '-' || ((100000 - n) * 15) || ' minutes') || '.000000'",
    "postgresql": "timestamptz '2026-11-23 00:00+00' - (100000 - n) * interval '15 minutes'",
}


async def fill(work: Work, kind: str) -> None:
    town = await found_town(work)
    await end(work, await open_named(work, town), CaseState.WITHDRAWN)
    numbers = NUMBERS[kind].format(many=MANY)
    await work._session.execute(sa.text(COPIED.format(at=AT[kind], numbers=numbers)))
    await work._session.execute(sa.text("ANALYZE"))


async def test_old_cases_are_found_by_an_index(database: Database) -> None:
    kind = database._engine.dialect.name
    async with database.write() as work:
        await fill(work, kind)
    half = MONDAY - dt.timedelta(minutes=15 * 49_500)
    old = MONDAY - dt.timedelta(minutes=15 * 99_500)
    async with database.write() as work:
        plans = await watch(work, kind)
        begun = time.perf_counter()
        whole = await work.old_cases.list_whole(half, lapsed_before=half, limit=200)
        gone = await work.old_cases.list_anonymous(old, erased_before=MONDAY, limit=200)
        took = time.perf_counter() - begun
        assert len(whole) == len(gone) == 200
        assert len(plans) == 4
        for plan in plans:
            assert "ix_cases_whole" in plan or "ix_cases_anonymous" in plan, plan
            assert "SCAN cases\n" not in plan + "\n"
            assert "Seq Scan on cases" not in plan
        begun = time.perf_counter()
        assert await work.old_cases.delete([each.id for each in gone]) == 200
        assert time.perf_counter() - begun < 30  # without indexes of what refers to them: minutes
        print(f"{kind}: found in {took * 1000:.0f} ms")


async def watch(work: Work, kind: str) -> list[str]:
    """Keep the plan of each look for cases from here on."""
    connection = (await work._session.connection()).sync_connection
    assert connection
    plans: list[str] = []
    word = "EXPLAIN QUERY PLAN " if kind == "sqlite" else "EXPLAIN "

    def explain(_at: Any, _cursor: Any, statement: str, parameters: Any, *_: Any) -> None:
        if statement.startswith("SELECT cases.id, cases.code"):
            rows = connection.connection.cursor()
            rows.execute(word + statement, parameters)
            plans.append("\n".join(str(row[-1]) for row in rows.fetchall()))
            rows.close()

    sa.event.listen(connection, "before_cursor_execute", explain)
    return plans
