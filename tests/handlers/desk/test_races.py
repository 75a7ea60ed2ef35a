"""Two people save the same thing at once, on both databases: the second learns of the first."""

import asyncio
import datetime as dt
from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Any

from handlers.desk.answers.writing import Draft, prepare_answer, save_answer
from handlers.desk.cases.acts import take_act
from handlers.desk.cases.given import Given
from handlers.desk.cases.templates import remove_template, save_template
from handlers.desk.due import acts as due_acts
from handlers.desk.people import office_changes, person_changes
from handlers.desk.plans.decisions import assign
from handlers.desk.visitor import Visitor
from handlers.errors import HandlerError
from knowledge.calendar import load_calendar
from knowledge.cases.steps import Action
from storage.database import Database
from storage.errors import StorageError
from storage.values import Role
from storage.work import Work
from tests.factories.cases import found_town, open_case, to_answer, walk
from tests.factories.desk import sit_down
from tests.factories.due_days import load_rows
from tests.factories.talk import MONDAY, build_chat
from tests.factories.town_hall import ECONOMY, found_hall

DAY = dt.timedelta(days=1)
Deed = Callable[[Work, Visitor], Awaitable[object]]


async def race(database: Database, who: tuple[Visitor, Visitor], deeds: tuple[Deed, Deed]) -> str:
    """Do two things at once; give the code of what the second was told, empty if nothing."""

    async def one(visitor: Visitor, deed: Deed) -> str:
        try:
            async with database.write() as work:
                await deed(work, visitor)
        except (HandlerError, StorageError) as error:
            return str(getattr(error, "code", error))
        return ""

    told = await asyncio.gather(*map(one, who, deeds))
    assert "" in told, told
    return "".join(told)


async def seat_two(database: Database) -> tuple[Visitor, Visitor]:
    async with database.write() as work:
        hall = await found_hall(work)
        people = [
            await hall.seat(name, "Văn phòng", Role.CLERK) for name in ("Lê Thị Bình", "Hồ Văn Tâm")
        ]
        first, second = [await sit_down(work, each) for each in people]
    return first, second


async def test_offices_of_a_row(database: Database) -> None:
    chat = build_chat(database)
    await load_rows(chat, "dated")
    two = await seat_two(database)
    async with database.write() as work:
        for name in (ECONOMY, "Công an xã"):
            await work.offices.ensure(two[0].place.id, name)

    def choose(office: str) -> Deed:
        return lambda work, who: assign(work, who, 1, 1, [office], seen=[], now=MONDAY)

    assert await race(database, two, (choose(ECONOMY), choose("Công an xã"))) == "desk_changed"


async def test_names_roles_and_absences(database: Database) -> None:
    two = await seat_two(database)
    async with database.write() as work:
        office = await work.offices.ensure(two[0].place.id, ECONOMY)
        person = await (await found_hall(work)).seat("Trần Văn An", ECONOMY)

    def rename(name: str) -> Deed:
        return lambda work, who: office_changes.rename_office(
            work, who, office.id, name, seen=ECONOMY, now=MONDAY
        )

    def promote(role: Role) -> Deed:
        return lambda work, who: person_changes.set_role(
            work, who, person.id, role, seen=Role.OFFICER, now=MONDAY
        )

    def send_off(days: int) -> Deed:
        away: dict[str, Any] = {"from_day": MONDAY.date(), "to_day": MONDAY.date() + days * DAY}
        return lambda work, who: person_changes.set_away(
            work, who, person.id, **away, substitute_id=None, seen="[]", now=MONDAY
        )

    for deeds in (
        (rename("Phòng Kinh tế xã"), rename("Phòng Kinh tế - Hạ tầng")),
        (promote(Role.HEAD), promote(Role.LEADER)),
        (send_off(1), send_off(2)),
    ):
        assert await race(database, two, deeds) == "desk_changed"


async def test_the_last_two_clerks_do_not_let_each_other_go(database: Database) -> None:
    two = await seat_two(database)

    def let_go(gone: Visitor) -> Deed:
        return lambda work, who: person_changes.let_leave(
            work, who, gone.get_person().id, successor_id=None, now=MONDAY
        )

    assert await race(database, two, (let_go(two[1]), let_go(two[0]))) == "desk_last_clerk"


async def test_templates(database: Database) -> None:
    two = await seat_two(database)
    async with database.write() as work:
        kept = await work.answer_templates.add(two[0].place.id, "Đèn", "Đã sửa.")

    def save(body: str) -> Deed:
        return lambda work, who: save_template(
            work, who, template_id=kept.id, name="Đèn", body=body, version=1, now=MONDAY
        )

    def remove(work: Work, who: Visitor) -> Awaitable[object]:
        return remove_template(work, who, template_id=kept.id, version=2, now=MONDAY)

    assert await race(database, two, (save("Một."), save("Hai."))) in (
        "desk_changed", "template_changed",
    )  # fmt: skip

    def save_second(work: Work, who: Visitor) -> Awaitable[object]:
        return save_template(
            work, who, template_id=kept.id, name="Đèn", body="Ba.", version=2, now=MONDAY
        )

    assert await race(database, two, (save_second, remove))


async def test_drafts(database: Database) -> None:
    async with database.write() as work:
        town = await found_town(work)
        case = await open_case(work, town.place_id)
        steps = to_answer(town)
        case = await walk(work, town, case, *steps[: [s[1] for s in steps].index(Action.DRAFT)])
        two = (
            await sit_down(work, town.people["dia"]),
            await sit_down(work, town.people["truong"]),
        )

    def draft(text: str) -> Deed:
        return lambda work, who: take_act(
            work, who, desk=town.desk, code=case.code, given=Given(Action.DRAFT, text), years=5,
            now=MONDAY,
        )  # fmt: skip

    assert await race(database, two, (draft("Một."), draft("Hai."))) == "desk_changed"


async def test_what_is_done_is_done_once(database: Database) -> None:
    two = await seat_two(database)
    async with database.write() as work:
        due = await (await found_hall(work)).add_work(ECONOMY)
    when: dict[str, Any] = {"now": MONDAY, "calendar": load_calendar()}

    def finish(work: Work, who: Visitor) -> Awaitable[object]:
        return due_acts.mark_done(work, who, due.id, note="Công văn số 45", **when)

    assert await race(database, two, (finish, finish))
    async with database.read() as work:
        assert len(await work.due_events.of(due.id)) == 1


async def test_answers(database: Database) -> None:
    chat = build_chat(database)
    two = await seat_two(database)
    draft = Draft("Nộp thẻ ở đâu?", "Tại tầng 1.")
    library = chat.app.library

    def save(mine: Draft) -> Deed:
        async def deed(work: Work, who: Visitor) -> object:
            entry = await prepare_answer(library, who, mine, now=MONDAY)
            return await save_answer(work, who, mine, entry, now=MONDAY)

        return deed

    assert await race(database, two, (save(draft), save(replace(draft, answer="Tại tầng 2."))))
    async with database.read() as work:
        [kept] = await work.faq.of_localities([two[0].place.id], embedder=None, only_public=False)
    version = kept.written_at.isoformat()
    held = replace(draft, faq_id=kept.id, version=version)
    later = MONDAY + DAY

    def change(answer: str) -> Deed:
        async def deed(work: Work, who: Visitor) -> object:
            mine = replace(held, answer=answer)
            entry = await prepare_answer(library, who, mine, now=later)
            return await save_answer(work, who, mine, entry, now=later)

        return deed

    assert await race(database, two, (change("Ba."), change("Bốn.")))
