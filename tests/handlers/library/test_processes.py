"""Two programs on one database: what one changes, the other's next answer knows."""

import datetime as dt

import pytest

from bot.app import App
from storage.database import Database
from tests.factories.plans import TEXT
from tests.factories.talk import MONDAY, build_chat

QUESTION = "Hạn phát tờ rơi hướng dẫn nộp hồ sơ trực tuyến là khi nào?"
TODAY = dt.date(2026, 11, 23)


@pytest.fixture(params=[50_000, 0], ids=["in memory", "in the database"])
def apps(database: Database, request: pytest.FixtureRequest) -> tuple[App, App]:
    """Build two programs; on PostgreSQL the second run searches in the database."""
    first, second = (build_chat(database, scope_in_memory=request.param).app for _ in range(2))
    return first, second


async def ask(app: App) -> str:
    answer = await app.questions.answer(QUESTION, today=TODAY, is_official=True)
    return f"[{answer.status}] {answer.text}"


async def test_a_plan_confirmed_by_one_is_found_by_the_other(apps: tuple[App, App]) -> None:
    one, other = apps
    assert (await ask(other)).startswith("[not_found]")
    report = await one.plans.add("ke-hoach.txt", TEXT.encode(), now=MONDAY)
    assert (await ask(other)).startswith("[not_found]")
    await one.plans.confirm(report.plan_id, now=MONDAY)
    assert "05/12/2026" in await ask(other)
    assert await ask(one) == await ask(other)


async def test_a_plan_removed_by_one_is_not_found_by_the_other(apps: tuple[App, App]) -> None:
    one, other = apps
    report = await one.plans.add("ke-hoach.txt", TEXT.encode(), now=MONDAY)
    await one.plans.confirm(report.plan_id, now=MONDAY)
    assert "05/12/2026" in await ask(other)
    await one.plans.remove(report.plan_id)
    assert (await ask(other)).startswith("[not_found]")


async def test_a_row_corrected_by_one_is_answered_anew_by_the_other(apps: tuple[App, App]) -> None:
    one, other = apps
    report = await one.plans.add("ke-hoach.txt", TEXT.encode(), now=MONDAY)
    await one.plans.confirm(report.plan_id, now=MONDAY)
    assert "05/12/2026" in await ask(other)
    changes = {"timeframe": "Trước ngày 20/12/2026"}
    await one.plans.fix(report.plan_id, 1, changes, actor="clerk", now=MONDAY)
    said = await ask(other)
    assert "20/12/2026" in said
    assert "05/12/2026" not in said
