"""What a place is shown of others' plans, and of cases that are not for the reader."""

import pytest

from handlers.cases.changes import Facts
from handlers.desk.cases.view import read_case
from handlers.desk.plans.decisions import assign, name_own_plan, read_decided, use_rule
from handlers.desk.plans.listing import find_seen_plan
from handlers.desk.plans.view import Wanted, read_plan
from handlers.desk.visitor import Visitor
from handlers.errors import HandlerError
from knowledge.calendar import load_calendar
from knowledge.cases.steps import Action
from storage.database import Database
from storage.values import Address, Role
from tests.factories.cases import LAND, found_town, open_case, walk
from tests.factories.clerk import load
from tests.factories.desk import sit_down
from tests.factories.due_days import load_rows, put_under, write_superiors
from tests.factories.talk import MONDAY, Chat
from tests.factories.town_hall import found_hall

PROVINCE = "tỉnh Lam Hà"


async def seat(chat: Chat, place: str = "xã Bến Lụa") -> Visitor:
    async with chat.app.database.write() as work:
        person = await (await found_hall(work, place)).seat("Lê Thị Bình", "Văn phòng", Role.CLERK)
        return await sit_down(work, person)


async def find(chat: Chat, visitor: Visitor, plan_id: int) -> int:
    async with chat.app.database.read() as work:
        await find_seen_plan(work, visitor, plan_id)
        view = await read_plan(
            work, visitor, plan_id, Wanted(), now=MONDAY, calendar=load_calendar()
        )
    return len(view.rows)


@pytest.mark.parametrize(
    ("rows", "is_public", "seen"),
    [(("above",), False, None), (("above",), True, 1), (("above", "below"), False, 1)],
)
async def test_a_superiors_internal_plan_is_seen_where_it_gives_work(
    chat: Chat, rows: tuple[str, ...], is_public: bool, seen: int | None
) -> None:
    clerk = await seat(chat)
    loaded = await load(chat, write_superiors(*rows), is_public=is_public)
    await put_under(chat, clerk.place.name, PROVINCE)
    if seen is None:
        with pytest.raises(HandlerError, match="desk_gone"):
            await find(chat, clerk, loaded.plan_id)
    else:
        assert await find(chat, clerk, loaded.plan_id) == seen


async def test_nothing_of_another_places_rows_is_read_or_decided(chat: Chat) -> None:
    loaded = await load_rows(chat, "dated", "separate", "ruled")
    stranger, plan_id = await seat(chat, "xã Đồi Sim"), loaded.plan_id
    async with chat.app.database.write() as work:
        for deed in (
            read_decided(work, stranger, plan_id, 2),
            assign(work, stranger, plan_id, 1, [], seen=None, now=MONDAY),
            use_rule(work, stranger, plan_id, 3, 1, seen="khác", now=MONDAY),
            name_own_plan(work, stranger, plan_id, 2, "1", None, seen="khác", now=MONDAY),
        ):
            with pytest.raises(HandlerError, match="desk_gone"):
                await deed


async def test_a_case_that_is_not_for_the_reader_is_not_named_beside_another(
    sqlite: Database,
) -> None:
    async with sqlite.write() as work:
        town = await found_town(work)
        land = town.offices[LAND]
        kept = await open_case(work, town.place_id, number=1)
        other = await open_case(
            work, town.place_id, number=2, sender=Address("web", "khac"),
            complained_office_id=land,
        )  # fmt: skip
        clerk, officer = [await sit_down(work, town.people[who]) for who in ("thu", "dia")]
        kept = await walk(
            work, town, kept,
            ("thu", Action.ACCEPT, Facts()),
            ("thu", Action.ASSIGN, Facts(office_id=land, office=LAND)),
            ("thu", Action.MERGE, Facts(other_id=other.id, other_code=other.code)),
        )  # fmt: skip
        seen = {
            who.name: await read_case(
                work, who, desk=town.desk, code=kept.code, years=5, now=MONDAY
            )
            for who in (clerk, officer)
        }
    assert seen[clerk.name].merged_into == other.code
    assert seen[officer.name].merged_into == ""
    assert other.code in str(seen[clerk.name].history)
    assert other.code not in str(seen[officer.name])
