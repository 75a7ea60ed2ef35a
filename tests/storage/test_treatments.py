"""What clerks have decided on tasks; due days that say what is wanted now; places below a place."""

import datetime as dt

from storage.database import Database
from storage.values import DueKind, DueState, NewDueDay, Treatment
from storage.work import Work
from tests.factories.plans import build_plan, build_task

NOW = dt.datetime(2026, 11, 23, 2, 0, tzinfo=dt.UTC)
TODAY, DAY = dt.date(2026, 11, 23), dt.date(2026, 12, 4)


async def add_tasks(work: Work) -> list[int]:
    place = await work.localities.ensure("xã Bến Lụa")
    plan = build_plan(build_task(), build_task("Kiểm tra việc niêm yết giá"))
    plan_id = await work.plans.add(plan, locality_id=place.id, digest="d", is_sample=False, now=NOW)
    return [task.id for task in await work.plans.tasks(plan_id)]


async def test_decisions_are_kept_changed_and_inherited(database: Database) -> None:
    async with database.write() as work:
        draft, old = await add_tasks(work)
        one, two = [(await work.offices.ensure(1, name)).id for name in ("Phòng A", "Phòng B")]
        await work.treatments.choose_offices(draft, [one, two, one])
        await work.treatments.choose_offices(old, [one])
        await work.treatments.name_plan(draft, "12/KH-UBND", DAY)
        await work.treatments.name_plan(draft, "13/KH-UBND", None)
        assert await work.treatments.chosen_offices([draft]) == {draft: [one, two]}
        await work.treatments.inherit({draft: old})
        assert await work.treatments.chosen_offices([old]) == {old: [one, two]}
        assert await work.treatments.of_tasks([old]) == {old: Treatment(old, number="13/KH-UBND")}
        await work.treatments.choose_offices(old, [])
        assert not await work.treatments.chosen_offices([old])


async def test_what_was_not_decided_on_a_draft_stays(database: Database) -> None:
    async with database.write() as work:
        draft, old = await add_tasks(work)
        await work.treatments.name_plan(old, "12/KH-UBND", DAY)
        await work.treatments.inherit({draft: old})
        found = await work.treatments.of_tasks([draft, old])
    assert found == {old: Treatment(old, number="12/KH-UBND", day=DAY)}


async def test_a_due_day_says_what_is_wanted_now_and_keeps_its_state(database: Database) -> None:
    async with database.write() as work:
        task, _ = await add_tasks(work)
        group = await work.offices.ensure(1, "Các ban, ngành")
        due = NewDueDay(task, None, "", DAY, DueState.OPEN, TODAY)
        await work.due_days.add([due], locality_id=1)
        [held] = await work.due_days.of_tasks([task])
        await work.due_days.dispute(held.id)
        new = NewDueDay(
            task, None, "Quý IV/2026", DAY, DueState.OPEN, TODAY, DueKind.REPORT, group.id,
            dt.date(2027, 12, 31),
        )  # fmt: skip
        await work.due_days.describe(held.id, new)
        found = await work.due_days.find(held.id)
    assert found
    assert (found.kind, found.label, found.group_id) == (DueKind.REPORT, "Quý IV/2026", group.id)
    assert (found.state, found.due_on, found.ends_on.year) == (DueState.DISPUTED, DAY, 2027)


async def test_places_below_are_all_that_lie_under(sqlite: Database) -> None:
    async with sqlite.write() as work:
        names = ("tỉnh Lam Hà", "huyện Sông Mây", "xã Bến Lụa", "xã Đồi Sim")
        province, district, commune, other = [
            (await work.localities.ensure(name)).id for name in names
        ]
        await work.localities.set_parent(district, province)
        await work.localities.set_parent(commune, district)
        await work.localities.hold(other)
        below = [place.id for place in await work.localities.descendants(province)]
        assert below == [district, commune]
        assert not await work.localities.descendants(other)
