"""Repositories of plans, cases, people and logins, on both databases."""

import datetime as dt

import pytest

from storage.database import Database
from storage.errors import Conflict
from storage.values import (
    Address,
    Dialogue,
    DueState,
    NewDueDay,
    NewNudge,
    NewPassage,
    PlanState,
    Told,
)
from storage.work import Work
from tests.factories.plans import build_plan

NOW = dt.datetime(2026, 11, 23, 2, 0, tzinfo=dt.UTC)
TODAY = dt.date(2026, 11, 23)
LAN = Address("web", "lan")


async def add_plan(database: Database, digest: str = "d1", place: str = "xã Bến Lụa") -> int:
    async with database.write() as work:
        locality = await work.localities.ensure(place)
        plan_id = await work.plans.add(
            build_plan(), locality_id=locality.id, digest=digest, is_sample=False, now=NOW
        )
        await work.passages.add(
            [NewPassage("task", 0, "phát tờ rơi", b"\0\0\0\0")],
            plan_id=plan_id,
            locality_id=locality.id,
            embedder="nano",
        )
    return plan_id


async def test_a_plan_comes_back_as_it_was(database: Database) -> None:
    plan_id = await add_plan(database)
    async with database.read() as work:
        stored = await work.plans.find(plan_id)
        [task] = await work.plans.tasks(plan_id)
        paragraphs = await work.plans.paragraphs(plan_id)
    plan = build_plan()
    assert stored
    assert (stored.state, stored.task_count, stored.added_at) == (PlanState.DRAFT, 1, NOW)
    assert stored.facts.title == plan.title
    assert task.task == plan.tasks[0]
    assert tuple(paragraphs) == plan.paragraphs


async def test_a_second_draft_is_refused_in_the_same_place_only(database: Database) -> None:
    await add_plan(database)
    with pytest.raises(Conflict):
        await add_plan(database)
    await add_plan(database, place="xã Khác")


async def test_only_confirmed_plans_are_searched(database: Database) -> None:
    plan_id = await add_plan(database)
    async with database.write() as work:
        assert not await work.passages.searchable([1], embedder="nano")
        assert await work.plans.confirm(plan_id, now=NOW)
        assert not await work.plans.confirm(plan_id, now=NOW)
        [same] = await work.passages.searchable([1], embedder="nano")
        [other] = await work.passages.searchable([1], embedder="another")
    assert same.vector == b"\0\0\0\0"
    assert other.vector is None


async def test_removing_a_plan_takes_all_with_it(database: Database) -> None:
    plan_id = await add_plan(database)
    async with database.write() as work:
        await work.plans.confirm(plan_id, now=NOW)
        [task] = await work.plans.tasks(plan_id)
        office = await work.offices.ensure(1, "Phòng Kinh tế")
        due = NewDueDay(task.id, office.id, "", dt.date(2026, 12, 4), DueState.OPEN, TODAY)
        await work.due_days.add([due, due], locality_id=1)
        [kept] = await work.due_days.of_plan(plan_id)
        person = await join(work, office.id)
        told = Told(kept.id, kept.due_on, person, -3)
        await work.nudges.claim([NewNudge(told, "own")], now=NOW)
        assert await work.nudges.told([kept.id]) == {told}
        await work.plans.remove(plan_id)
        assert not await work.due_days.until(dt.date(2030, 1, 1), with_past=True)
        assert not await work.passages.searchable([1], embedder="nano")


async def join(work: Work, office_id: int) -> int:
    secret = "2345678ABCDEFG"
    await work.invitations.add(
        secret,
        locality_id=1,
        office_id=office_id,
        name="Trần An",
        role="officer",
        expires_at=NOW + dt.timedelta(days=7),
    )
    invitation = await work.invitations.take(secret, now=NOW)
    assert invitation
    assert await work.invitations.take(secret, now=NOW) is None
    person = await work.people.join(invitation, LAN, now=NOW, today=TODAY)
    assert (person.name, person.offices) == ("Trần An", ("Phòng Kinh tế",))
    return person.id


async def test_offices_are_one_whatever_their_spelling(database: Database) -> None:
    async with database.write() as work:
        place = await work.localities.ensure("xã Bến Lụa")
        names = ["Văn phòng HĐND và UBND xã", "Văn phòng HĐND - UBND xã", "VĂN PHÒNG HĐND&UBND XÃ"]
        found = {(await work.offices.ensure(place.id, name)).id for name in names}
        other = await work.offices.ensure(place.id, "Công an xã")
    assert len(found) == 1
    assert other.id not in found


async def test_dialogues_of_each_kind_live_side_by_side(database: Database) -> None:
    async with database.write() as work:
        for kind, text in (("feedback", "một"), ("question", "hai"), ("feedback", "ba")):
            await work.dialogues.save(LAN, Dialogue(kind, 1, text, NOW))
        assert {k: d.state for k, d in (await work.dialogues.of(LAN)).items()} == {
            "feedback": "ba",
            "question": "hai",
        }
        later = NOW + dt.timedelta(days=1)
        assert await work.dialogues.remove_idle(later, "feedback") == [LAN]
        assert await work.dialogues.remove_idle(later, "feedback") == []
        assert list(await work.dialogues.of(LAN)) == ["question"]


async def test_links_are_consumed_once_and_expire(database: Database) -> None:
    hour = dt.timedelta(hours=1)
    async with database.write() as work:
        await work.logins.add_link("one", role="operator", expires_at=NOW + hour)
        await work.logins.add_link("late", role="operator", expires_at=NOW + hour)
        assert await work.logins.consume_link("one", now=NOW) == ("operator", None)
        assert await work.logins.consume_link("one", now=NOW) is None
        assert await work.logins.consume_link("late", now=NOW + hour) is None
        assert await work.logins.consume_link("forged", now=NOW) is None
        await work.logins.open_session("s", role="citizen", now=NOW, expires_at=NOW + hour)
        session = await work.logins.find_session("s", now=NOW)
        assert session
        assert session.role == "citizen"
        assert await work.logins.find_session("s", now=NOW + hour) is None


async def fail_half_way(database: Database) -> None:
    async with database.write() as work:
        await work.localities.ensure("xã Bến Lụa")
        raise RuntimeError


async def test_a_failed_unit_of_work_leaves_nothing(database: Database) -> None:
    with pytest.raises(RuntimeError):
        await fail_half_way(database)
    async with database.read() as work:
        assert not await work.localities.list_all()
