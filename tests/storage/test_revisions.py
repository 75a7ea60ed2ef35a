"""Rows read again, corrected, traded between versions; due days cancelled and renewed."""

import datetime as dt
from dataclasses import replace

import pytest

from knowledge.plan import PlannedTask
from storage.database import Database
from storage.errors import Conflict
from storage.values import (
    Address,
    CancelReason,
    Correction,
    DueState,
    NewDueDay,
    NewPassage,
    NewTask,
    PlanState,
    StoredPlan,
    StoredTask,
)
from storage.work import Work
from tests.factories.plans import build_plan, build_task

NOW = dt.datetime(2026, 11, 23, 2, 0, tzinfo=dt.UTC)
TODAY = dt.date(2026, 11, 23)
DAY = dt.date(2026, 12, 4)
ONE, TWO, THREE = (build_task(f"Việc thứ {name}") for name in ("nhất", "hai", "ba"))
PLACE = "xã Bến Lụa"
LAN = Address("web", "lan")


async def add(
    work: Work, *tasks: PlannedTask, digest: str = "d1", replaces: int | None = None
) -> int:
    place = await work.localities.ensure(PLACE)
    return await work.plans.add(
        build_plan(*tasks),
        locality_id=place.id,
        digest=digest,
        is_sample=False,
        now=NOW,
        replaces_id=replaces,
    )


async def said(work: Work, plan_id: int) -> list[tuple[int, str]]:
    return [(stored.id, stored.task.content) for stored in await work.plans.tasks(plan_id)]


async def get(work: Work, plan_id: int) -> StoredPlan:
    plan = await work.plans.find(plan_id)
    assert plan
    return plan


async def test_reading_again_keeps_named_ids_in_the_new_order(database: Database) -> None:
    async with database.write() as work:
        plan_id = await add(work, ONE, TWO, THREE)
        first, second, third = [task_id for task_id, _ in await said(work, plan_id)]
        again = [NewTask(THREE, id=third), NewTask(build_task("Việc mới")), NewTask(ONE, id=first)]
        plan = replace(build_plan(), title="Kế hoạch đọc lại", paragraphs=())
        await work.plans.read_again(plan_id, plan, again)
    async with database.read() as work:
        rows = await said(work, plan_id)
        assert [content for _, content in rows] == [THREE.content, "Việc mới", ONE.content]
        assert (rows[0][0], rows[2][0]) == (third, first)
        assert second not in [task_id for task_id, _ in rows]
        assert not await work.plans.paragraphs(plan_id)
        assert (await get(work, plan_id)).facts.title == "Kế hoạch đọc lại"


async def test_a_place_holds_one_draft_and_one_confirmed_copy_of_a_file(database: Database) -> None:
    async with database.write() as work:
        assert await work.plans.find_copy(PLACE, "d1") is None
        first = await add(work, ONE)
        await work.plans.confirm(first, now=NOW)
        second = await add(work, ONE, replaces=first)
    with pytest.raises(Conflict):
        async with database.write() as work:
            await add(work, ONE)
    async with database.write() as work:
        draft = await work.plans.find_copy("XA BEN LUA", "d1")
        assert draft
        assert (draft.id, draft.replaces_id) == (second, first)
        assert await work.plans.find_copy("xã Khác", "d1") is None
        await work.plans.supersede(first, by=second)
        await work.plans.confirm(second, now=NOW)
        third = await add(work, ONE)
        await work.plans.supersede(second, by=third)
        await work.plans.confirm(third, now=NOW)
        kept = await work.plans.find_copy(PLACE, "d1")
        assert kept
        assert kept.id == third


async def test_tasks_trade_plans_words_and_corrections_and_keep_their_ids(
    database: Database,
) -> None:
    async with database.write() as work:
        old = await add(work, ONE, TWO)
        new = await add(
            work, THREE, replace(TWO, number="9"), replace(ONE, number="8"), digest="d2"
        )
        old_rows, new_rows = await work.plans.tasks(old), await work.plans.tasks(new)
        await work.revisions.correct(
            new_rows[2],
            NewTask(replace(ONE, number="7"), replace(ONE, number="8")),
            [Correction(new_rows[2].id, "number", "8", "7", "operator", NOW)],
        )
        new_rows = await work.plans.tasks(new)
        await work.revisions.trade([(old_rows[0], new_rows[2]), (old_rows[1], new_rows[1])])
    async with database.read() as work:
        in_new, in_old = await work.plans.tasks(new), await work.plans.tasks(old)
        corrections = await work.revisions.of_plan(new)
    assert [(t.id, t.task.number) for t in in_new] == [
        (new_rows[0].id, "1"),
        (old_rows[1].id, "9"),
        (old_rows[0].id, "7"),
    ]
    assert in_new[2].as_read == replace(ONE, number="8")
    assert [(t.id, t.task) for t in in_old] == [(new_rows[2].id, ONE), (new_rows[1].id, TWO)]
    assert [t.position for t in in_new] == [0, 1, 2]
    assert [(c.task_id, c.field, c.old, c.new, c.actor, c.at) for c in corrections] == [
        (old_rows[0].id, "number", "8", "7", "operator", NOW)
    ]


async def test_a_row_that_has_changed_meanwhile_is_not_corrected(database: Database) -> None:
    async with database.write() as work:
        plan_id = await add(work, ONE)
        [stored] = await work.plans.tasks(plan_id)
        await work.revisions.correct(stored, NewTask(TWO, ONE), [])
    with pytest.raises(Conflict):
        async with database.write() as work:
            await work.revisions.correct(stored, NewTask(THREE, ONE), [])
    async with database.read() as work:
        [kept] = await work.plans.tasks(plan_id)
    assert (kept.task, kept.as_read) == (TWO, ONE)


async def test_a_row_that_has_moved_meanwhile_is_not_corrected(database: Database) -> None:
    async with database.write() as work:
        plan_id = await add(work, ONE, TWO)
        first, second = await work.plans.tasks(plan_id)
        again = [NewTask(TWO, id=second.id), NewTask(ONE, id=first.id)]
        await work.plans.read_again(plan_id, build_plan(TWO, ONE), again)
    with pytest.raises(Conflict):
        async with database.write() as work:
            await work.revisions.correct(first, NewTask(THREE, ONE), [])


async def test_a_plan_is_superseded_once_and_other_drafts_follow_its_heir(
    database: Database,
) -> None:
    async with database.write() as work:
        old = await add(work, ONE)
        await work.plans.confirm(old, now=NOW)
        heir = await add(work, ONE, digest="d2", replaces=old)
        other = await add(work, ONE, digest="d3", replaces=old)
        await work.plans.supersede(old, by=heir)
        assert (await get(work, old)).state is PlanState.SUPERSEDED
        assert (await get(work, other)).replaces_id == heir
        assert (await get(work, heir)).replaces_id == old
    with pytest.raises(Conflict):
        async with database.write() as work:
            await work.plans.supersede(old, by=other)


async def test_removing_the_old_plan_leaves_its_heir(database: Database) -> None:
    async with database.write() as work:
        old = await add(work, ONE)
        heir = await add(work, ONE, digest="d2", replaces=old)
        await work.plans.remove(old)
    async with database.read() as work:
        assert (await get(work, heir)).replaces_id is None


def due(task: StoredTask, office_id: int | None = None, day: dt.date = DAY) -> NewDueDay:
    return NewDueDay(task.id, office_id, "", day, DueState.OPEN, TODAY)


async def link_officer(work: Work) -> int:
    await work.invitations.add(
        "2345678ABCDEFG",
        locality_id=1,
        office_id=None,
        name="Trần An",
        role="officer",
        expires_at=NOW + dt.timedelta(days=7),
    )
    invitation = await work.invitations.take("2345678ABCDEFG", now=NOW)
    assert invitation
    return (await work.people.join(invitation, LAN, now=NOW, today=TODAY)).id


async def test_cancelled_days_are_out_of_the_way_until_renewed(database: Database) -> None:
    async with database.write() as work:
        plan_id = await add(work, ONE, TWO)
        await work.plans.confirm(plan_id, now=NOW)
        first, second = await work.plans.tasks(plan_id)
        await work.due_days.add([due(first), due(second)], locality_id=1)
        officer = await link_officer(work)
        open_day, done_day = await work.due_days.of_tasks([first.id, second.id])
        assert (open_day.task_id, done_day.task_id) == (first.id, second.id)
        await work.due_days.finish(done_day.id, person_id=officer, note="", now=NOW)
        await work.due_days.cancel([open_day.id, done_day.id], CancelReason.CORRECTED, now=NOW)
        states = [each.state for each in await work.due_days.of_plan(plan_id)]
        assert states == [DueState.CANCELLED, DueState.DONE]
        assert not await work.due_days.until(DAY, with_past=True)
        assert not await work.due_days.finish(open_day.id, person_id=officer, note="", now=NOW)
        await work.due_days.renew(done_day.id, DueState.OPEN)
        await work.due_days.renew(open_day.id, DueState.OPEN)
        [again] = await work.due_days.until(DAY)
        assert again.next_on == TODAY
    assert again.id == open_day.id


async def test_one_rows_passages_are_replaced_and_others_stay(database: Database) -> None:
    async with database.write() as work:
        plan_id = await add(work, ONE, TWO)
        await work.plans.confirm(plan_id, now=NOW)
        kinds = [("task", 0), ("task", 1), ("paragraph", 1)]
        passages = [NewPassage(kind, i, f"{kind} {i}", None) for kind, i in kinds]
        await work.passages.add(passages, plan_id=plan_id, locality_id=1, embedder=None)
        await work.passages.remove(plan_id, task=1)
        left = await work.passages.searchable([1], embedder=None)
        assert [passage.text for passage in left] == ["task 0", "paragraph 1"]
        await work.passages.remove(plan_id)
        assert not await work.passages.searchable([1], embedder=None)
