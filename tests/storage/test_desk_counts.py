"""What the desk counts, on both databases."""

import datetime as dt

from handlers.cases.changes import Facts
from knowledge.cases.states import OPEN, CaseKind, CaseState
from knowledge.cases.steps import Action
from storage.database import Database
from storage.desk_counts import DueCounts
from storage.values import Address, DueState, KeptFor, NewDueDay, OutboxKind
from tests.factories.cases import LAND, found_town, open_case, to_answer, walk
from tests.factories.plans import build_plan, build_task
from tests.factories.talk import LAN, MONDAY
from tests.factories.town_hall import ECONOMY, TODAY, found_hall

DAY = dt.timedelta(days=1)
LEASE = dt.timedelta(seconds=30)


async def test_open_work_is_counted_by_day_place_and_office(database: Database) -> None:
    async with database.write() as work:
        hall = await found_hall(work)
        other = await found_hall(work, "xã Đồi Chè")
        for day in (-2, -1, 0, 3, 9):
            await hall.add_work(ECONOMY, f"Việc {day}", TODAY + day * DAY)
        await hall.add_work("Công an xã", "Việc khác", TODAY)
        await hall.add_work(None, "Chưa rõ đơn vị", TODAY + DAY)
        disputed = await hall.add_work(ECONOMY, "Không phải", TODAY, state=DueState.DISPUTED)
        await other.add_work(ECONOMY, "Nơi khác", TODAY)
        office = await work.offices.ensure(hall.place.id, ECONOMY)
        counts, place = work.desk_counts, hall.place.id
        for office_ids, expected in (
            (None, DueCounts(2, 2, 2)),
            ([office.id], DueCounts(2, 1, 1)),
            ([], DueCounts(0, 0, 0)),
        ):
            counted = await counts.count_due(
                place, today=TODAY, until=TODAY + 6 * DAY, office_ids=office_ids
            )
            assert counted == expected
        found = await counts.list_due(place, None, TODAY, office_ids=[office.id], limit=2)
        assert [due.task.content for due in found] == ["Việc -2", "Việc -1"]
        assert await counts.count_disputed(place) == 1
        [denied] = await counts.list_disputed(place, limit=5)
        assert denied.id == disputed.id
        loads = await counts.count_open_work(place)
        assert loads[office.id].count == 6
        assert loads[office.id].first_on == TODAY - 2 * DAY
        assert loads[None].count == 1


async def test_outcomes_are_those_of_plans_in_force(database: Database) -> None:
    async with database.write() as work:
        hall = await found_hall(work)
        place = hall.place.id
        due = await hall.add_work(ECONOMY, "Việc", TODAY)
        await work.due_days.finish(due.id, person_id=None, note="", now=MONDAY)
        await hall.add_work(ECONOMY, "Đã qua", TODAY, state=DueState.PAST)
        plan_id = await work.plans.add(
            build_plan(build_task()), locality_id=place, digest="d", is_sample=False, now=MONDAY
        )
        [task] = await work.plans.tasks(plan_id)
        drafted = NewDueDay(task.id, None, "", TODAY, DueState.OPEN, TODAY)
        await work.due_days.add([drafted], locality_id=place)
        [outcome] = await work.desk_counts.list_outcomes(place, TODAY, TODAY)
        assert (outcome.office, outcome.due_on, outcome.done_at) == (ECONOMY, TODAY, MONDAY)
        assert await work.desk_counts.count_open_work(place) == {}
        await work.plans.confirm(plan_id, now=MONDAY)
        assert len(await work.desk_counts.list_outcomes(place, TODAY, TODAY)) == 2
        assert not await work.desk_counts.list_outcomes(place, TODAY, TODAY, office_ids=[])


async def test_questions_are_those_of_the_place_that_wait(database: Database) -> None:
    async with database.write() as work:
        hall = await found_hall(work)
        ids = [
            await work.faq.keep(hall.place.id, f"Câu {n}", KeptFor.NOT_FOUND, now=MONDAY)
            for n in range(3)
        ]
        await work.faq.drop(ids[:1])
        await work.faq.keep(None, "Không rõ nơi nào", KeptFor.NOT_FOUND, now=MONDAY)
        assert await work.desk_counts.count_questions(hall.place.id) == 2
        found = await work.desk_counts.list_questions(hall.place.id, limit=1)
    assert [each.question for each in found] == ["Câu 2"]


async def test_lost_messages_belong_to_officers_and_senders_of_a_place(
    database: Database,
) -> None:
    async with database.write() as work:
        hall = await found_hall(work)
        await hall.seat("Trần Văn An", ECONOMY)
        await open_case(work, hall.place.id)
        lost = []
        for address in (Address("web", "An"), LAN, Address("web", "stranger")):
            sent = await work.outbox.add(
                address, "{}", kind=OutboxKind.NOTICE, now=MONDAY, lease=LEASE
            )
            await work.outbox.unreachable(sent, now=MONDAY)
            lost.append(sent.id)
        counts, place = work.desk_counts, hall.place.id
        assert (await counts.count_given_up(place), await counts.count_given_up(None)) == (2, 3)
        [newest] = await counts.list_given_up(place, limit=1)
        assert newest.id == lost[1]
        assert await counts.was_given_up(place, lost[0])
        assert not await counts.was_given_up(place, lost[2])


async def test_bare_cases_decide_alike_and_say_nothing(database: Database) -> None:
    async with database.write() as work:
        town = await found_town(work)
        signed = to_answer(town)
        asked = await open_case(work, town.place_id, number=1)
        extension = Facts(day=TODAY + 60 * DAY, text="chờ vật tư")
        asked = await walk(work, town, asked, *signed[:3], ("dia", Action.ASK_EXTENSION, extension))
        conduct = await open_case(work, town.place_id, number=2, kind=CaseKind.CONDUCT)
        answered = await open_case(work, town.place_id, number=3)
        answered = await walk(work, town, answered, *signed)
        bare = await work.bare_cases.list_unfinished(town.place_id, OPEN | {CaseState.ANSWERED})
        assert {case.code for case in bare} == {asked.code, conduct.code, answered.code}
        found = {case.code: case for case in bare}
        assert found[asked.code].content == ""
        assert found[asked.code].contact.name == ""
        assert found[conduct.code].content == conduct.content
        assert found[asked.code].events[-1].action is Action.ASK_EXTENSION
        own = await work.bare_cases.list_unfinished(
            town.place_id, OPEN, office_ids=[town.offices[LAND]]
        )
        assert [case.code for case in own] == [asked.code]
        [one] = await work.bare_cases.list_by_id(town.place_id, [conduct.id])
        assert one.code == conduct.code
        assert not await work.bare_cases.list_by_id(town.place_id + 1, [conduct.id])
        contents = await work.bare_cases.read_contents(town.place_id, [answered.code])
        assert contents == {answered.code: answered.content}
        outcomes = await work.desk_counts.list_case_outcomes(town.place_id, MONDAY - DAY)
    assert sorted((each.office, each.done_at is not None) for each in outcomes) == [
        ("", False),
        (LAND, False),
        (LAND, True),
    ]


async def test_histories_since_a_moment_leave_out_what_was_over_before(
    database: Database,
) -> None:
    async with database.write() as work:
        town = await found_town(work)
        old = await open_case(work, town.place_id, number=1, now=MONDAY - 90 * DAY)
        signed = Facts(number="45/UBND", day=TODAY - 81 * DAY, signer="Chủ tịch Trần Thị Mai")
        steps = (*to_answer(town)[:4], ("chutich", Action.APPROVE, signed), to_answer(town)[5])
        await walk(work, town, old, *steps, now=MONDAY - 80 * DAY)
        waiting = await open_case(work, town.place_id, number=2, now=MONDAY - 90 * DAY)
        late = await open_case(work, town.place_id, number=3, now=MONDAY - 90 * DAY)
        await walk(work, town, late, *to_answer(town))
        found = await work.case_facts.list_histories(
            town.place_id, lambda moment: moment.date(), since=MONDAY - 10 * DAY
        )
        everything = await work.case_facts.list_histories(
            town.place_id, lambda moment: moment.date()
        )
    assert [each.code for each in found] == [waiting.code, late.code]
    assert len(everything) == 3
