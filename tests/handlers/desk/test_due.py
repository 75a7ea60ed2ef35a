"""Due days at the desk: what is listed for whom, by month, by words, and nobody's."""

import datetime as dt

import pytest

from handlers.desk.due.listing import DueQuery, read_choices, read_list
from handlers.desk.due.month import find_month, read_month
from handlers.desk.due.powers import Act
from handlers.desk.due.unassigned import read_unassigned
from handlers.desk.due.words import TaskWords
from handlers.desk.visitor import Visitor
from handlers.errors import HandlerError
from handlers.plans.waiting import list_unassigned
from knowledge.calendar import load_calendar
from storage.database import Database
from storage.values import Person, Role
from storage.values.due_lists import DueShown
from storage.work import Work
from tests.factories.desk import sit_down
from tests.factories.talk import MONDAY
from tests.factories.town_hall import ECONOMY, TODAY, TownHall, found_hall

OFFICE = "Văn phòng"
CALENDAR = load_calendar()
DAY = dt.timedelta(days=1)


async def list_work(
    work: Work, visitor: Visitor, query: DueQuery | None = None, *, page: int = 1
) -> list[str]:
    found = await read_list(
        work, visitor, query or DueQuery(), TaskWords(), page=page, now=MONDAY, calendar=CALENDAR
    )
    return [entry.content for entry in found.entries]


async def fill(work: Work) -> tuple[TownHall, dict[Role, Person]]:
    hall, other = await found_hall(work), await found_hall(work, "xã Đồi Sim")
    people = {
        Role.CLERK: await hall.seat("Lê Thị Bình", OFFICE, Role.CLERK),
        Role.LEADER: await hall.seat("Nguyễn Thị Hạnh", "Lãnh đạo", Role.LEADER),
        Role.HEAD: await hall.seat("Phạm Văn Cường", ECONOMY, Role.HEAD),
        Role.OFFICER: await hall.seat("Trần Văn An", ECONOMY),
    }
    await hall.add_work(ECONOMY, "Báo cáo giá chợ", TODAY - 4 * DAY)
    await hall.add_work(OFFICE, "Rà soát thủ tục", TODAY + 3 * DAY)
    await hall.add_work(None, "Kiểm kê tài sản", TODAY + 9 * DAY)
    await other.seat("Hồ Văn Xá", ECONOMY)
    await other.add_work(ECONOMY, "Việc của nơi khác", TODAY + DAY)
    return hall, people


async def test_each_role_sees_its_work_and_nothing_of_another_place(sqlite: Database) -> None:
    async with sqlite.write() as work:
        _, people = await fill(work)
        every = ["Báo cáo giá chợ", "Rà soát thủ tục", "Kiểm kê tài sản"]
        for role, seen in (
            (Role.CLERK, every),
            (Role.LEADER, every),
            (Role.HEAD, every[:1]),
            (Role.OFFICER, every[:1]),
        ):
            assert await list_work(work, await sit_down(work, people[role])) == seen
        assert await list_work(work, await sit_down(work, None)) == every


async def test_an_officer_cannot_ask_for_another_office_by_its_number(sqlite: Database) -> None:
    async with sqlite.write() as work:
        hall, people = await fill(work)
        office = await work.offices.ensure(hall.place.id, OFFICE)
        officer = await sit_down(work, people[Role.OFFICER])
        assert await list_work(work, officer, DueQuery(office_id=office.id)) == []
        assert await list_work(work, officer, DueQuery(office_id=0)) == []
        choices = await read_choices(work, officer)
        assert [name for _, name in choices.offices] == [ECONOMY]
        clerk = await sit_down(work, people[Role.CLERK])
        assert await list_work(work, clerk, DueQuery(office_id=office.id)) == ["Rà soát thủ tục"]
        assert await list_work(work, clerk, DueQuery(office_id=0)) == ["Kiểm kê tài sản"]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("gia cho", ["Báo cáo giá chợ"]),
        ("giá chợ", ["Báo cáo giá chợ"]),
        ("chợ giá", ["Báo cáo giá chợ"]),
        ("gia ch", ["Báo cáo giá chợ"]),
        ("giã chợ", []),
        ("gi cho", []),
        ("noi khac", []),
        ("KIEM KE", ["Kiểm kê tài sản"]),
        ("…", ["Báo cáo giá chợ", "Rà soát thủ tục", "Kiểm kê tài sản"]),
    ],
)
async def test_words_are_found_with_marks_and_without(
    sqlite: Database, words: str, found: list[str]
) -> None:
    async with sqlite.write() as work:
        _, people = await fill(work)
        clerk = await sit_down(work, people[Role.CLERK])
        assert await list_work(work, clerk, DueQuery(words=words)) == found


async def test_words_of_what_came_later_are_found_by_the_same_memory(sqlite: Database) -> None:
    known = TaskWords()
    async with sqlite.write() as work:
        hall, _ = await fill(work)
        assert await known.find(work, hall.place.id, "giay") == []
        due = await hall.add_work(OFFICE, "In giấy mời")
        assert await known.find(work, hall.place.id, "giay") == [due.task_id]
        assert await known.find(work, hall.place.id + 1, "giay") == []


async def test_a_list_has_pages_and_a_page_too_far_is_the_last(sqlite: Database) -> None:
    async with sqlite.write() as work:
        hall, people = await fill(work)
        for number in range(50):
            await hall.add_work(OFFICE, f"Việc {number}", TODAY + 20 * DAY)
        clerk = await sit_down(work, people[Role.CLERK])
        assert len(await list_work(work, clerk)) == 50
        assert len(await list_work(work, clerk, page=2)) == 3
        assert len(await list_work(work, clerk, page=99)) == 3


async def test_what_may_be_done_is_what_chat_allows(sqlite: Database) -> None:
    async with sqlite.write() as work:
        _, people = await fill(work)
        late = DueQuery(shown=DueShown.OVERDUE)

        async def acts(person: Person | None) -> set[Act]:
            visitor = await sit_down(work, person)
            found = await read_list(work, visitor, late, TaskWords(), now=MONDAY, calendar=CALENDAR)
            return set(found.entries[0].acts)

        own = {Act.DONE, Act.MORE_TIME, Act.DISPUTE, Act.LATER}
        assert await acts(people[Role.OFFICER]) == own
        assert await acts(people[Role.HEAD]) == own | {Act.URGE}
        assert await acts(people[Role.LEADER]) == {Act.GIVE, Act.URGE, Act.WITHDRAW}
        assert await acts(people[Role.CLERK]) == {
            Act.DONE, Act.MORE_TIME, Act.GIVE, Act.URGE, Act.WITHDRAW,
        }  # fmt: skip
        assert await acts(None) == {Act.DONE, Act.WITHDRAW}


async def test_a_month_begins_on_monday_and_groups_offices(sqlite: Database) -> None:
    async with sqlite.write() as work:
        hall, people = await fill(work)
        for number in range(6):
            await hall.add_work(OFFICE, f"Việc {number}", TODAY)
        clerk = await sit_down(work, people[Role.CLERK])
        month = await read_month(
            work, clerk, DueQuery(), TaskWords(),
            first=dt.date(2026, 11, 1), now=MONDAY, calendar=CALENDAR,
        )  # fmt: skip
    assert month.weeks[0][0].day == dt.date(2026, 10, 26)
    assert all(len(week) == 7 for week in month.weeks)
    days = {day.day: day for week in month.weeks for day in week}
    assert (len(days[TODAY].items), days[TODAY].more, days[TODAY].is_today) == (4, 2, True)
    assert days[dt.date(2026, 11, 22)].is_off
    assert days[TODAY - 4 * DAY].items[0].is_late
    assert month.count == 8
    assert days[dt.date(2026, 12, 2)].items[0].content == "Kiểm kê tài sản"


@pytest.mark.parametrize("text", ["", "2026-13", "x", "2026-1-1", "99999-01"])
def test_a_month_not_understood_is_this_one(text: str) -> None:
    assert find_month(text, today=TODAY) == dt.date(2026, 11, 1)
    assert find_month("2027-02", today=TODAY) == dt.date(2027, 2, 1)


async def test_nobodys_work_is_what_chat_lists(sqlite: Database) -> None:
    async with sqlite.write() as work:
        hall, people = await fill(work)
        await hall.add_work("Công an xã", "Kiểm tra cư trú", TODAY + 2 * DAY)
        clerk = await sit_down(work, people[Role.CLERK])
        found = await read_unassigned(work, clerk, now=MONDAY)
        listed = await list_unassigned(work, hall.place, today=TODAY)
        told = [(line.due_id, line.more) for line in found.lines]
        assert told == [(each.due.id, each.more) for each in listed]
        assert found.count == 2
        officer = await sit_down(work, people[Role.OFFICER])
        with pytest.raises(HandlerError, match="desk_forbidden"):
            await read_unassigned(work, officer, now=MONDAY)
