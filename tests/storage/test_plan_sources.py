"""The text of plans' files, and what is left to settle of plans, on both databases."""

import datetime as dt
from dataclasses import replace

from knowledge.plan import Note, Place
from storage.database import Database
from storage.values import DueState, NewDueDay, NewTask, SourcePiece
from storage.work import Work
from tests.factories.plans import ADDED_AT, build_plan, build_task

DAY = dt.date(2026, 12, 4)
PIECES = (
    SourcePiece(("KẾ HOẠCH",), Place("a.docx", row=1)),
    SourcePiece(("1", "Phát tờ rơi", ""), Place("a.docx", table=1, row=2), is_row=True),
)


async def add_plan(work: Work, *contents: str) -> int:
    place = await work.localities.ensure("xã Bến Lụa")
    tasks = [build_task(content) for content in contents]
    facts = build_plan(*tasks)
    return await work.plans.add(
        facts, locality_id=place.id, digest=contents[0], is_sample=False, now=ADDED_AT
    )


async def test_the_text_of_a_file_is_kept_renewed_and_gone_with_its_plan(
    database: Database,
) -> None:
    async with database.write() as work:
        plan_id = await add_plan(work, "Phát tờ rơi")
        assert not await work.plan_sources.has(plan_id)
        assert await work.plan_sources.find(plan_id) == ()
        await work.plan_sources.save(plan_id, PIECES[:1])
        await work.plan_sources.save(plan_id, PIECES)
    async with database.read() as work:
        assert await work.plan_sources.has(plan_id)
        assert await work.plan_sources.find(plan_id, source="a.docx") == PIECES
    async with database.write() as work:
        await work.plans.remove(plan_id)
        assert not await work.plan_sources.has(plan_id)


async def test_doubts_missing_days_and_empty_offices_are_counted(database: Database) -> None:
    async with database.write() as work:
        plan_id = await add_plan(work, "Một", "Hai", "Ba")
        one, two, _ = await work.plans.tasks(plan_id)
        doubted = NewTask(build_task("Một", line=3), build_task("Một"))
        doubtful = replace(build_task("Hai"), doubts=(Note("cells_missing"),))
        await work.revisions.correct(one, doubted, ())
        await work.revisions.correct(two, NewTask(doubtful), ())
        held = await work.offices.ensure(1, "Phòng Kinh tế")
        empty = await work.offices.ensure(1, "Phòng Văn hóa")
        days = [
            NewDueDay(one.id, held.id, "", DAY, DueState.OPEN, DAY),
            NewDueDay(one.id, empty.id, "", DAY, DueState.OPEN, DAY),
            NewDueDay(two.id, None, "", DAY, DueState.DONE, DAY),
        ]
        await work.due_days.add(days, locality_id=1)
        assert await work.plan_counts.doubtful([plan_id]) == {plan_id: 1}
        assert await work.plan_counts.undated([plan_id], locality_id=1) == {plan_id: 1}
        unheld = await work.plan_counts.unheld([plan_id], locality_id=1, held={held.id})
        assert unheld == {plan_id: 1}
        nobody = await work.plan_counts.unheld([plan_id], locality_id=1, held={held.id, empty.id})
        assert nobody == {}


async def test_a_draft_says_what_it_replaces(database: Database) -> None:
    async with database.write() as work:
        old, new = await add_plan(work, "Một"), await add_plan(work, "Hai")
        await work.plans.confirm(old, now=ADDED_AT)
        await work.plans.name_replaced(new, old)
        await work.plans.name_replaced(old, new)  # it is no draft
    async with database.read() as work:
        plans = {plan.id: plan.replaces_id for plan in await work.plans.list_all()}
    assert plans == {old: None, new: old}
