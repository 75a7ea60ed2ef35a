"""Cases, their terms and notices, on both databases."""

import datetime as dt
from dataclasses import replace

import pytest

from knowledge.cases.steps import Action, Actor
from knowledge.cases.terms import TermRule
from storage.database import Database
from storage.errors import Conflict
from storage.values import (
    Address,
    CaseAnswer,
    CaseEvent,
    CaseKind,
    CaseState,
    Contact,
    NewCase,
    Notice,
    OutboxKind,
    Publication,
    Solved,
    TermKind,
    ToldBy,
)

NOW = dt.datetime(2026, 11, 23, 2, 0, tzinfo=dt.UTC)
TODAY = dt.date(2026, 11, 23)
LAN, HOA = Address("web", "lan"), Address("web", "hoa")
CODE = "PA261123-AAAAAA"
CONTACT = Contact("Nguyễn Văn Bình", "+84 912 345 678", "Thôn 3")


def new_case(place_id: int, code: str = CODE, sender: Address = LAN) -> NewCase:
    return NewCase(
        code, place_id, CaseKind.SCENE, sender, "Đèn hỏng", NOW, TODAY, contact=CONTACT,
        vector=b"\0\0\0\0", embedder="nano",
    )  # fmt: skip


async def open_cases(database: Database, *codes: str) -> int:
    async with database.write() as work:
        place = await work.localities.ensure("xã Bến Lụa")
        for code in codes or (CODE,):
            await work.cases.open(new_case(place.id, code))
    return place.id


def accepted(now: dt.datetime = NOW) -> CaseEvent:
    return CaseEvent(now, Action.ACCEPT, CaseState.ACCEPTED, Actor.CLERK, note="riêng")


async def test_everything_of_a_case_is_read_back(database: Database) -> None:
    await open_cases(database)
    async with database.write() as work:
        case = await work.cases.find(CODE)
        assert case
        office = await work.offices.ensure(case.locality_id, "Công an xã")
        changed = replace(
            case,
            state=CaseState.ANSWERED,
            office_id=office.id,
            send_ons=2,
            answer=CaseAnswer("Đã sửa", "45/UBND", TODAY, "Chủ tịch"),
            recipient="Sở Xây dựng",
            solved=Solved.PARTLY,
            was_reopened=True,
            accepted_at=NOW,
            answered_at=NOW,
            hides_name=True,
            complained_of="ông Năm",
            published=Publication("Đèn", "Đã sửa", "", NOW),
            portal_code="PAKN.1",
            due_on=None,
        )
        await work.cases.save(changed, accepted())
    async with database.read() as work:
        found = await work.cases.get(case.id)
        held = await work.cases.hold(CODE)
    assert found
    assert found == held
    assert replace(found, events=(), version=1) == replace(changed, events=(), office="Công an xã")
    assert [(e.action, e.note) for e in found.events] == [
        (Action.SEND, ""),
        (Action.ACCEPT, "riêng"),
    ]


async def test_the_second_of_two_decisions_is_told(database: Database) -> None:
    await open_cases(database)
    async with database.read() as work:
        case = await work.cases.find(CODE)
        assert case
    async with database.write() as work:
        await work.cases.save(replace(case, state=CaseState.ACCEPTED), accepted())
    with pytest.raises(Conflict, match="case_changed"):
        async with database.write() as work:
            await work.cases.save(replace(case, state=CaseState.REFUSED), accepted())
    async with database.read() as work:
        kept = await work.cases.find(CODE)
    assert kept
    assert (kept.state, kept.version, len(kept.events)) == (CaseState.ACCEPTED, 2, 2)


async def test_a_code_is_used_once(database: Database) -> None:
    await open_cases(database)
    with pytest.raises(Conflict):
        await open_cases(database)


async def test_a_case_has_one_open_term(database: Database) -> None:
    await open_cases(database)
    async with database.write() as work:
        await work.case_terms.start(1, TermKind.ACCEPTANCE, started_on=TODAY, due_on=TODAY)
        term = await work.case_terms.find_open(1)
        assert term
    with pytest.raises(Conflict):
        async with database.write() as work:
            await work.case_terms.start(1, TermKind.HANDLING, started_on=TODAY, due_on=TODAY)
    async with database.write() as work:
        await work.case_terms.save(replace(term, ended_on=TODAY))
        await work.case_terms.start(1, TermKind.HANDLING, started_on=TODAY, due_on=TODAY)
        assert [t.kind for t in await work.case_terms.list_running()] == [TermKind.HANDLING]
        assert len(await work.case_terms.of_case(1)) == 2


async def test_a_rule_of_the_office_replaces_the_one_before(database: Database) -> None:
    place_id = await open_cases(database)
    for days in (10, 7):
        async with database.write() as work:
            rule = TermRule(CaseKind.SCENE, TermKind.HANDLING, days, "Quyết định của UBND xã")
            await work.case_terms.set_rule(place_id, rule, by="thu", now=NOW)
    async with database.read() as work:
        assert [r.working_days for r in await work.case_terms.rules(place_id)] == [7]


async def test_cases_are_found_by_phone_however_it_is_written(database: Database) -> None:
    place_id = await open_cases(database)
    async with database.read() as work:
        assert [c.code for c in await work.cases.find_by_phone("0912.345.678", place_id)] == [CODE]
        assert not await work.cases.find_by_phone("0912345679", place_id)
        assert await work.cases.vectors([1], "nano") == {1: b"\0\0\0\0"}
        assert not await work.cases.vectors([1], "other")


async def test_told_is_a_fact_of_its_own(database: Database) -> None:
    await open_cases(database)
    async with database.write() as work:
        subjects = [
            await work.case_notices.add(1, notice, "…", now=NOW)
            for notice in (Notice.ACCEPTED, Notice.ANSWERED, Notice.PUBLISHED)
        ]
        ids = [
            (await work.outbox.add(LAN, "{}", kind=OutboxKind.NOTICE, now=NOW, subject=s)).id
            for s in (*subjects, "case 1", None)
        ]
        for outbox_id, outcome in zip(
            ids, ("delivered", "failed", "failed", "failed", "failed"), strict=True
        ):
            await work.case_notices.record_outcome(outbox_id, outcome, now=NOW)
    async with database.write() as work:
        first, second, third = await work.case_notices.of_case(1)
        assert (first.told_by, first.told_at) == (ToldBy.CHAT, NOW)
        assert [n.id for n in await work.case_notices.list_failed()] == [second.id, third.id]
        assert not await work.case_notices.list_untold(HOA)
        await work.case_notices.record_call(second.id, person_id=None, by=ToldBy.PHONE, now=NOW)
        await work.case_notices.record_seen(LAN, now=NOW)
        assert not await work.case_notices.list_untold(LAN)
        assert [n.told_by for n in await work.case_notices.of_case(1)] == [
            ToldBy.CHAT,
            ToldBy.PHONE,
            ToldBy.CHAT,
        ]
