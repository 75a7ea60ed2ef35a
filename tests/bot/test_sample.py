"""The sample: a commune with its office and its superior, loaded once."""

from bot.sample import load_sample
from handlers.places import own_place
from storage.database import Database
from tests.factories.talk import build_chat


async def test_the_sample_is_a_commune_under_a_province(sqlite: Database) -> None:
    chat = build_chat(sqlite)
    own, above = await load_sample(chat.app)
    assert (len(own.rows), len(above.rows)) == (28, 6)
    async with sqlite.read() as work:
        places = await work.localities.list_all()
        plans = await work.plans.list_all()
    commune = own_place(places, None)
    assert commune
    assert commune.name == "xã Bến Lụa"
    assert [p.id for p in places if p.name == "tỉnh Lam Hà"] == [commune.parent_id]
    assert all(plan.is_public and plan.is_sample for plan in plans)
    assert commune.profile["office.phone"] == "0298 3000 112"
    assert await load_sample(chat.app) == ()


async def test_the_superiors_other_day_is_named(sqlite: Database) -> None:
    chat = build_chat(sqlite)
    await load_sample(chat.app)
    told = await chat.says("Rà soát thủ tục hành chính lĩnh vực đất đai, xây dựng trước ngày nào?")
    assert told.startswith("Trước ngày 31/7/2026")
    assert "tỉnh Lam Hà" in told
    assert "15/8/2026" in told


async def test_nobody_is_nudged_for_the_superiors_plan(sqlite: Database) -> None:
    chat = build_chat(sqlite)
    _, above = await load_sample(chat.app)
    async with sqlite.read() as work:
        due = await work.due_days.of_plan(above.plan_id)
    assert {day.state.value for day in due} == {"past"}
