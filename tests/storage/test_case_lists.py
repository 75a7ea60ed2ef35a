"""Lists of cases, on both databases."""

import datetime as dt
from dataclasses import replace

from knowledge.cases.steps import Action
from storage.database import Database
from storage.values import (
    Address,
    Case,
    CaseFilter,
    CaseKind,
    CaseOrder,
    CaseState,
    Contact,
    NewCase,
    Notice,
)
from storage.work import Work

NOW = dt.datetime(2026, 11, 23, 2, 0, tzinfo=dt.UTC)
TODAY = dt.date(2026, 11, 23)
CONTACT = Contact("Nguyễn Văn Bình", "+84 912 345 678", "Thôn 3")
DAY = dt.timedelta(days=1)


async def open_case(work: Work, place_id: int, number: int, **more: object) -> Case:
    """Open a case that was received so many days ago and is due as many days ahead."""
    given = {
        "code": f"PA261123-AAAAA{number}",
        "locality_id": place_id,
        "kind": CaseKind.SCENE,
        "sender": Address("web", "lan"),
        "content": "Đèn hỏng",
        "received_at": NOW - number * DAY,
        "accept_by": TODAY + number * DAY,
    }
    case_id = await work.cases.open(NewCase(**(given | more)))  # type: ignore[arg-type]
    found = await work.cases.get(case_id)
    assert found
    return found


async def list_numbers(
    work: Work, wanted: CaseFilter, order: CaseOrder = CaseOrder.DUE
) -> list[int]:
    return [int(stub.code[-1]) for stub in await work.case_lists.list_stubs(wanted, order)]


async def test_filters_and_orders(database: Database) -> None:
    async with database.write() as work:
        place = await work.localities.ensure("xã Bến Lụa")
        other = await work.localities.ensure("xã Đồng Quê")
        office = await work.offices.ensure(place.id, "Phòng Kinh tế")
        await open_case(work, place.id, 1, contact=CONTACT)
        two = await open_case(work, place.id, 2, kind=CaseKind.RULE, hides_name=True)
        three = await open_case(work, place.id, 3, accept_by=None)
        await open_case(work, other.id, 4)
        event = replace(two.events[0], action=Action.ASSIGN)
        given = replace(two, office_id=office.id, state=CaseState.ASSIGNED)
        await work.cases.save(given, event)
        subject = await work.case_notices.add(three.id, Notice.RECEIPT, "Đã nhận", now=NOW)
        await work.case_notices.record_subject(subject, "failed", now=NOW)
        here = CaseFilter(place.id)
        assert await list_numbers(work, here) == [1, 2, 3]
        assert await list_numbers(work, here, CaseOrder.NEWEST) == [1, 2, 3]
        assert await list_numbers(work, here, CaseOrder.OLDEST) == [3, 2, 1]
        for wanted, numbers in (
            (replace(here, states=frozenset({CaseState.ASSIGNED})), [2]),
            (replace(here, states=frozenset()), []),
            (replace(here, office_ids=frozenset({office.id})), [2]),
            (replace(here, office_ids=frozenset()), []),
            (replace(here, office_id=office.id), [2]),
            (replace(here, office_id=0), [1, 3]),
            (replace(here, kind=CaseKind.RULE), [2]),
            (replace(here, due_from=TODAY + 2 * DAY), [2]),
            (replace(here, due_until=TODAY + DAY), [1]),
            (replace(here, received_from=NOW - 2 * DAY), [1, 2]),
            (replace(here, received_before=NOW - 2 * DAY), [3]),
            (replace(here, hides_name=True), [2]),
            (replace(here, is_unpublished=True), [1, 2, 3]),
            (replace(here, must_call=True), [3]),
            (replace(here, phone="0912 345 678"), [1]),
            (replace(here, phone="0912 345 679"), []),
        ):
            assert await list_numbers(work, wanted) == numbers, wanted
        assert await work.case_lists.list_to_call(place.id) == {three.id}
        assert await work.case_lists.list_to_call(other.id) == frozenset()


async def test_heads_are_given_in_the_order_asked_for(database: Database) -> None:
    async with database.write() as work:
        place = await work.localities.ensure("xã Bến Lụa")
        one, two = [await open_case(work, place.id, number) for number in (1, 2)]
        heads = await work.case_lists.list_heads([two.id, 999, one.id])
        assert [head.id for head in heads] == [two.id, one.id]
        assert (heads[0].code, heads[0].state, heads[0].office) == (
            two.code, CaseState.RECEIVED, None,
        )  # fmt: skip
        assert (heads[0].received_at, heads[0].due_on) == (two.received_at, two.due_on)
        assert not heads[0].is_published


async def test_some_are_opened_without_the_words_of_their_histories(database: Database) -> None:
    async with database.write() as work:
        place = await work.localities.ensure("xã Bến Lụa")
        case = await open_case(work, place.id, 1, contact=CONTACT)
        asked = replace(case.events[0], action=Action.ASK_EXTENSION, note="riêng")
        await work.cases.save(case, asked)
        [opened] = await work.case_lists.open_some([case.id, 999], {Action.ASK_EXTENSION})
        whole = await work.cases.get(case.id)
        assert whole
        assert opened == replace(whole, events=(replace(asked, note="", facts=None),))
        assert await work.case_lists.open_some([], {Action.SEND}) == []


async def test_what_was_erased_since_a_moment_is_listed(database: Database) -> None:
    async with database.write() as work:
        place = await work.localities.ensure("xã Bến Lụa")
        case = await open_case(work, place.id, 1)
        await open_case(work, place.id, 2)
        assert await work.case_lists.list_erased(NOW - DAY) == []
        await work.erasing.erase_case(case.id, now=NOW)
        assert await work.case_lists.list_erased(NOW - DAY) == [case.id]
        assert await work.case_lists.list_erased(NOW + DAY) == []
        [stub, _] = await work.case_lists.list_stubs(CaseFilter(place.id))
        assert stub.is_erased
