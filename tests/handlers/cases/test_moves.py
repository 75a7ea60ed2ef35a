"""Steps of a case through the table: history, clock, notices, who may and who may not."""

import datetime as dt

import pytest

from handlers.cases.changes import Facts
from handlers.errors import HandlerError
from knowledge.cases.states import CaseKind, CaseState, Notice, Solved
from knowledge.cases.steps import Action, Actor
from storage.database import Database
from storage.errors import Conflict
from storage.values import Address, Role
from tests.factories.cases import (
    CONTENT,
    JUSTICE,
    LAND,
    found_town,
    found_with_case,
    open_case,
    to_answer,
    walk,
)
from tests.factories.talk import MONDAY

DAY = dt.timedelta(days=1)


async def test_a_case_goes_from_receipt_to_the_answer(database: Database) -> None:
    town, case = await found_with_case(database)
    async with database.write() as work:
        case = await walk(work, town, case, *to_answer(town))
    async with database.read() as work:
        terms = await work.case_terms.of_case(case.id)
        notices = [n.notice for n in await work.case_notices.of_case(case.id)]
        told = await work.outbox.count("new")
    assert case.state is CaseState.ANSWERED
    assert [e.action.value for e in case.events] == [
        *("send", "accept", "assign", "start", "draft", "approve", "answer"),
    ]
    assert case.answer.number == "45/UBND"
    assert notices == [Notice.ACCEPTED, Notice.ANSWERED]
    assert all(term.ended_on for term in terms)
    assert told == 2 + 2 + 1 + 3 + 0  # sender twice; unit; approver; who may send the answer


async def test_terms_are_in_working_days_and_stop_while_the_sender_is_asked(
    sqlite: Database,
) -> None:
    town, case = await found_with_case(sqlite)
    async with sqlite.write() as work:
        case = await walk(work, town, case, ("thu", Action.ACCEPT, Facts()))
        assert case.due_on == dt.date(2026, 12, 15)  # 24/11 is a day off
        land = Facts(office_id=town.offices[LAND], office=LAND)
        case = await walk(
            work,
            town,
            case,
            ("thu", Action.ASSIGN, land),
            ("dia", Action.ASK_INFO, Facts(text="Cột số mấy?")),
        )
        case = await walk(
            work,
            town,
            case,
            ("lan", Action.ADD_INFO, Facts(content="Cột 12")),
            now=MONDAY + 7 * DAY,
        )
    assert case.state is CaseState.ASSIGNED
    assert case.due_on == dt.date(2026, 12, 21)
    assert case.content == f"{CONTENT}\nCột 12"


@pytest.mark.parametrize(
    ("who", "action"),
    [
        ("lan", Action.ACCEPT),
        ("hoa", Action.WITHDRAW),
        ("hoa", Action.READ),
        ("dia", Action.ACCEPT),
        ("tuphap", Action.READ),
        ("truong", Action.ACCEPT),
        ("thu", Action.ANSWER),
        ("thu", Action.WITHDRAW),
    ],
)
async def test_what_somebody_may_not_do_is_refused_and_changes_nothing(
    sqlite: Database, who: str, action: Action
) -> None:
    town, case = await found_with_case(sqlite)
    async with sqlite.write() as work:
        with pytest.raises(HandlerError, match="case_step_forbidden"):
            await walk(work, town, case, (who, action, Facts(text="x", content="y")))
        kept = await work.cases.get(case.id)
    assert kept == case


async def test_the_unit_complained_of_neither_sees_nor_answers(sqlite: Database) -> None:
    async with sqlite.write() as work:
        town = await found_town(work)
        case = await open_case(
            work, town.place_id, kind=CaseKind.CONDUCT, complained_office_id=town.offices[JUSTICE]
        )
        case = await walk(work, town, case, ("thu", Action.ACCEPT, Facts()))
        assert not town.doer("tuphap", case).is_staff
        with pytest.raises(HandlerError, match="case_office_complained"):
            await walk(
                work,
                town,
                case,
                ("thu", Action.ASSIGN, Facts(office_id=town.offices[JUSTICE], office=JUSTICE)),
            )
        rows = await work.outbox.claim(now=MONDAY + DAY, lease=DAY, limit=99, channels=["web"])
    assert "tuphap" not in {row.address.user for row in rows}


async def test_a_clerk_who_holds_the_office_complained_of_does_not_see_it_either(
    sqlite: Database,
) -> None:
    async with sqlite.write() as work:
        town = await found_town(work)
        case = await open_case(
            work, town.place_id, complained_office_id=next(iter(town.people["thu"].office_ids))
        )
    assert town.doer("thu", case).actors == frozenset()
    assert Actor.LEADER in town.doer("chutich", case).actors


async def test_a_petition_is_for_the_clerk_alone(sqlite: Database) -> None:
    async with sqlite.write() as work:
        town = await found_town(work)
        case = await open_case(work, town.place_id, kind=CaseKind.PETITION)
    assert town.doer("thu", case).is_staff
    assert not town.doer("chutich", case).is_staff


async def test_what_is_sent_on_a_third_time_goes_to_the_leader(sqlite: Database) -> None:
    town, case = await found_with_case(sqlite)
    land = Facts(office_id=town.offices[LAND], office=LAND)
    back = Facts(text="Không thuộc nhiệm vụ")
    async with sqlite.write() as work:
        case = await walk(work, town, case, ("thu", Action.ACCEPT, Facts()))
        for _ in range(3):
            case = await walk(
                work, town, case, ("thu", Action.ASSIGN, land), ("dia", Action.SEND_ON, back)
            )
        with pytest.raises(HandlerError, match="case_needs_leader"):
            await walk(work, town, case, ("thu", Action.ASSIGN, land))
        case = await walk(work, town, case, ("chutich", Action.ASSIGN, land))
    assert (case.state, case.send_ons) == (CaseState.ASSIGNED, 3)


async def test_reopening_is_once_and_within_thirty_days(sqlite: Database) -> None:
    town, case = await found_with_case(sqlite)
    again = ("lan", Action.REOPEN, Facts(text="Đèn lại tắt", solved=Solved.NO))
    async with sqlite.write() as work:
        case = await walk(work, town, case, *to_answer(town))
        with pytest.raises(HandlerError, match="case_reopening_over"):
            await walk(work, town, case, again, now=MONDAY + 31 * DAY)
        case = await walk(work, town, case, again, now=MONDAY + 3 * DAY)
        assert (case.state, case.was_reopened) == (CaseState.REOPENED, True)
        case = await walk(work, town, case, *to_answer(town)[1:], now=MONDAY + 4 * DAY)
        with pytest.raises(HandlerError, match="case_reopened_before"):
            await walk(work, town, case, again, now=MONDAY + 5 * DAY)


async def test_those_who_were_merged_are_told_the_answer(sqlite: Database) -> None:
    town, case = await found_with_case(sqlite)
    async with sqlite.write() as work:
        other = await open_case(work, town.place_id, number=2, sender=Address("web", "hoa"))
        merge = Facts(other_id=case.id, other_code=case.code)
        await walk(work, town, other, ("thu", Action.MERGE, merge))
        await walk(work, town, case, *to_answer(town))
        notices = [n.notice for n in await work.case_notices.of_case(other.id)]
    assert notices == [Notice.MERGED, Notice.ANSWERED]


async def test_of_two_at_once_one_wins_and_the_other_is_told(database: Database) -> None:
    town, case = await found_with_case(database)
    async with database.write() as work:
        await walk(work, town, case, ("thu", Action.ACCEPT, Facts()))
    async with database.write() as work:
        with pytest.raises(Conflict, match="case_changed"):
            await walk(work, town, case, ("thu", Action.ACCEPT, Facts()))
    async with database.write() as work:
        held = await work.cases.hold(case.code)
        assert held is not None
        with pytest.raises(HandlerError, match="case_step_forbidden"):
            await walk(work, town, held, ("thu", Action.ACCEPT, Facts()))


@pytest.mark.parametrize(
    ("action", "facts"),
    [
        (Action.ASK_INFO, Facts()),
        (Action.REFUSE, Facts(text="Không rõ")),
        (Action.TRANSFER, Facts(recipient="Sở Xây dựng")),
        (Action.MERGE, Facts()),
    ],
)
async def test_what_a_step_needs_must_be_there(
    sqlite: Database, action: Action, facts: Facts
) -> None:
    town, case = await found_with_case(sqlite)
    async with sqlite.write() as work:
        with pytest.raises(HandlerError, match="case_fact_missing"):
            await walk(work, town, case, ("thu", action, facts))


@pytest.mark.parametrize(
    ("approver", "who"),
    [
        (Role.LEADER, {"chutich"}),
        (Role.HEAD, {"chutich", "truong"}),
        (Role.CLERK, {"chutich", "thu"}),
    ],
)
async def test_who_approves_is_a_setting(sqlite: Database, approver: Role, who: set[str]) -> None:
    async with sqlite.write() as work:
        town = await found_town(work, approver=approver)
        case = await open_case(work, town.place_id)
        case = await walk(work, town, case, *to_answer(town)[:4])
    able = {name for name in town.people if Actor.APPROVER in town.doer(name, case).actors}
    assert able == who


async def test_another_place_sees_nothing(sqlite: Database) -> None:
    town, case = await found_with_case(sqlite)
    async with sqlite.write() as work:
        other = await found_town(work, "xã Tân Phú")
    assert not any(other.desk.find_doer(case, None, p).is_staff for p in other.people.values())
    assert town.doer("thu", case).is_staff


async def test_reading_is_an_event(sqlite: Database) -> None:
    town, case = await found_with_case(sqlite)
    async with sqlite.write() as work:
        await town.desk.read(work, case, town.doer("thu", case), now=MONDAY)
        found = await work.cases.get(case.id)
    assert found
    last = found.events[-1]
    assert (last.action, last.person_id) == (Action.READ, town.people["thu"].id)


async def test_nothing_goes_out_at_night_or_on_a_day_off(sqlite: Database) -> None:
    town, case = await found_with_case(sqlite)
    night = dt.datetime(2026, 11, 23, 15, 0, tzinfo=dt.UTC)  # 22:00; the 24th is a day off
    async with sqlite.write() as work:
        case = await walk(work, town, case, ("thu", Action.ACCEPT, Facts()), now=night)
        land = Facts(office_id=town.offices[LAND], office=LAND)
        await walk(work, town, case, ("thu", Action.ASSIGN, land), now=night)
        for hours, users in (
            (1, set()),
            (9.6, {"lan"}),
            (30, {"lan"}),
            (33.6, {"lan", "dia", "truong"}),
        ):
            rows = await work.outbox.claim(
                now=night + dt.timedelta(hours=hours),
                lease=dt.timedelta(0),
                limit=9,
                channels=["web"],
            )
            assert {row.address.user for row in rows} == users, hours


async def test_an_extension_ends_on_a_working_day(sqlite: Database) -> None:
    town, case = await found_with_case(sqlite)
    async with sqlite.write() as work:
        case = await walk(work, town, case, ("thu", Action.ACCEPT, Facts()))
        later = Facts(day=dt.date(2026, 12, 19), text="Chờ vật tư")  # a Saturday
        case = await walk(work, town, case, ("chutich", Action.EXTEND, later))
        [notice] = [
            n for n in await work.case_notices.of_case(case.id) if n.notice is Notice.EXTENDED
        ]
    assert case.due_on == dt.date(2026, 12, 21)
    assert "thứ Hai 21/12/2026" in notice.text
