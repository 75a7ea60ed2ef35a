"""What is done about due days at the desk: by whom, said how, and what the second one learns."""

import datetime as dt
from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any

import pytest

from handlers.desk.due import acts as due_acts
from handlers.desk.due.giving import Giving, give_work, preview_giving, read_offices
from handlers.desk.due.item import ItemView, read_code, read_item
from handlers.desk.due.powers import Act
from handlers.desk.visitor import Visitor
from handlers.errors import HandlerError
from knowledge.calendar import load_calendar
from storage.database import Database
from storage.values import DueDay, DueState, Person, Role
from storage.work import Work
from tests.factories.desk import sit_down
from tests.factories.talk import MONDAY
from tests.factories.town_hall import ECONOMY, TODAY, TownHall, found_hall

CALENDAR = load_calendar()
DAY = dt.timedelta(days=1)
WHEN: dict[str, Any] = {"now": MONDAY, "calendar": CALENDAR}


@dataclass
class Scene:
    work: Work
    hall: TownHall
    people: dict[str, Person]
    due: DueDay
    elsewhere: DueDay

    async def sit(self, who: str) -> Visitor:
        return await sit_down(self.work, self.people.get(who))

    async def view(self, who: str, due: DueDay | None = None) -> ItemView:
        return await read_item(self.work, await self.sit(who), (due or self.due).id, **WHEN)


@pytest.fixture
async def scene(sqlite: Database) -> AsyncIterator[Scene]:
    async with sqlite.write() as work:
        hall, other = await found_hall(work), await found_hall(work, "xã Đồi Sim")
        people = {
            "clerk": await hall.seat("Lê Thị Bình", "Văn phòng", Role.CLERK),
            "leader": await hall.seat("Nguyễn Thị Hạnh", "Lãnh đạo", Role.LEADER),
            "head": await hall.seat("Phạm Văn Cường", ECONOMY, Role.HEAD),
            "officer": await hall.seat("Trần Văn An", ECONOMY),
            "stranger": await other.seat("Hồ Văn Xá", "Văn phòng", Role.CLERK),
        }
        due = await hall.add_work(ECONOMY, "Báo cáo giá chợ", TODAY + 9 * DAY)
        yield Scene(work, hall, people, due, await other.add_work(ECONOMY, "Việc nơi khác"))


DEEDS: dict[str, tuple[Any, dict[str, Any]]] = {
    "done": (due_acts.mark_done, {}),
    "ask": (due_acts.ask_time, {"day": TODAY + 20 * DAY, "reason": "bận"}),
    "decide": (due_acts.decide_time, {"is_granted": True, "day": TODAY + 20 * DAY}),
    "give": (due_acts.give_to, {"office_id": 1}),
    "keep": (due_acts.keep_with, {}),
    "dispute": (due_acts.say_not_ours, {}),
    "later": (due_acts.remind_later, {"day": TODAY + DAY}),
    "undo": (due_acts.take_back, {}),
    "withdraw": (due_acts.withdraw_work, {}),
}


async def test_nothing_is_done_to_another_places_work(scene: Scene) -> None:
    stranger = await scene.sit("stranger")
    pairs = [(await scene.sit(who), scene.elsewhere) for who in ("clerk", "operator", "officer")]
    for visitor, due in [*pairs, (stranger, scene.due)]:
        for deed, facts in DEEDS.values():
            with pytest.raises(HandlerError, match="desk_gone"):
                await deed(scene.work, visitor, due.id, **facts, **WHEN)
    with pytest.raises(HandlerError, match="desk_gone"):
        await due_acts.urge_offices(scene.work, stranger, [scene.due.id], **WHEN)
    with pytest.raises(HandlerError, match="desk_gone"):
        await read_item(scene.work, stranger, scene.due.id, **WHEN)


async def test_the_operator_does_what_the_command_line_can(scene: Scene) -> None:
    operator = await scene.sit("operator")
    for name in DEEDS.keys() - {"done", "withdraw"}:
        deed, facts = DEEDS[name]
        with pytest.raises(HandlerError, match="desk_needs_person"):
            await deed(scene.work, operator, scene.due.id, **facts, **WHEN)


async def test_done_is_told_of_and_the_second_learns_by_whom(scene: Scene) -> None:
    officer, head = await scene.sit("officer"), await scene.sit("head")
    said = await due_acts.mark_done(scene.work, officer, scene.due.id, note="cv số 45", **WHEN)
    assert said == f"Đã ghi việc V{scene.due.id} hoàn thành, sản phẩm: Công văn số 45."
    with pytest.raises(HandlerError, match="task_done_already") as error:
        await due_acts.mark_done(scene.work, head, scene.due.id, **WHEN)
    assert error.value.facts["name"] == "Trần Văn An"
    view = await scene.view("clerk")
    assert (view.result, view.done_by, view.entry.state) == (
        "Công văn số 45", "Trần Văn An", DueState.DONE,
    )  # fmt: skip
    said = await due_acts.add_result(scene.work, head, scene.due.id, note="đã gửi", now=MONDAY)
    assert said.startswith("Đã ghi thêm")
    assert (await scene.view("officer")).can_undo
    assert not (await scene.view("operator")).can_undo
    said = await due_acts.take_back(scene.work, await scene.sit("clerk"), scene.due.id, **WHEN)
    assert said.startswith("Đã bỏ kết quả")
    view = await scene.view("clerk")
    assert [(line.what, line.undone_at is not None) for line in view.events] == [
        ("ghi hoàn thành", False),
        ("ghi thêm kết quả", True),
    ]


async def test_more_time_is_granted_once_and_for_the_day_that_was_read(scene: Scene) -> None:
    officer, leader = await scene.sit("officer"), await scene.sit("leader")
    day = TODAY + 18 * DAY
    said = await due_acts.ask_time(
        scene.work, officer, scene.due.id, day=day, reason="chờ số liệu", **WHEN
    )
    assert "Nguyễn Thị Hạnh" in said
    view = await scene.view("leader")
    assert view.request
    assert (view.request.day, view.request.reason) == (day, "chờ số liệu")
    assert Act.DECIDE in view.acts
    assert Act.DECIDE not in (await scene.view("head")).acts
    facts = {"is_granted": True, **WHEN}
    with pytest.raises(HandlerError, match="task_other_day"):
        await due_acts.decide_time(scene.work, leader, scene.due.id, day=day + DAY, **facts)
    await due_acts.decide_time(scene.work, leader, scene.due.id, day=day, **facts)
    with pytest.raises(HandlerError, match="task_granted_already"):
        await due_acts.decide_time(scene.work, leader, scene.due.id, day=day, **facts)
    view = await scene.view("officer")
    assert (view.entry.due_on, view.last_day, view.request) == (day, scene.due.last_day, None)


async def test_another_office_takes_over_and_the_first_sees_it_no_more(scene: Scene) -> None:
    clerk, officer = await scene.sit("clerk"), await scene.sit("officer")
    said = await due_acts.say_not_ours(
        scene.work, officer, scene.due.id, office="Văn phòng", words="", **WHEN
    )
    assert "Lê Thị Bình" in said
    assert (await scene.view("clerk")).acts[0] is Act.KEEP
    office = await scene.work.offices.ensure(scene.hall.place.id, "Văn phòng")
    for wrong in (None, 0, 99_999):
        with pytest.raises(HandlerError, match="desk_due_office_wanted"):
            await due_acts.give_to(scene.work, clerk, scene.due.id, office_id=wrong, **WHEN)
    said = await due_acts.give_to(scene.work, clerk, scene.due.id, office_id=office.id, **WHEN)
    assert said.startswith(f"Đã giao việc V{scene.due.id} cho Văn phòng")
    with pytest.raises(HandlerError, match="desk_gone"):
        await scene.view("officer")


async def test_urging_telling_later_and_withdrawing(scene: Scene) -> None:
    head, officer = await scene.sit("head"), await scene.sit("officer")
    ids = [scene.due.id]
    assert "Trần Văn An" in await due_acts.urge_offices(scene.work, head, ids, **WHEN)
    assert "trong hôm nay" in await due_acts.urge_offices(scene.work, head, ids, **WHEN)
    day = TODAY + 2 * DAY
    said = await due_acts.remind_later(scene.work, officer, scene.due.id, day=day, **WHEN)
    assert "thứ Tư 25/11/2026" in said
    assert (await scene.view("officer")).paused_until == day
    assert (await scene.view("head")).paused_until is None
    with pytest.raises(HandlerError, match="withdraw_not_allowed"):
        await due_acts.withdraw_work(scene.work, officer, scene.due.id, **WHEN)
    await due_acts.withdraw_work(scene.work, await scene.sit("operator"), scene.due.id, **WHEN)
    view = await scene.view("clerk")
    assert (view.entry.state, view.acts, view.coming) == (DueState.CANCELLED, (), ())


async def test_an_item_says_which_steps_come_and_how_a_group_stands(scene: Scene) -> None:
    clerk = await scene.sit("clerk")
    place_id = scene.hall.place.id
    offices = [await scene.work.offices.ensure(place_id, name) for name in (ECONOMY, "Văn phòng")]
    giving = Giving(
        tuple(each.id for each in offices), "Rà soát thủ tục", TODAY + 10 * DAY, "Công văn số 9"
    )
    said = await give_work(scene.work, clerk, giving, **WHEN)
    assert said.startswith("Đã giao Phòng Kinh tế, Văn phòng")
    first, second = sorted(
        (d for d in await scene.work.due_days.of_place(place_id, [DueState.OPEN])
         if d.task.content == "Rà soát thủ tục"),
        key=lambda d: d.id,
    )  # fmt: skip
    await due_acts.mark_done(scene.work, clerk, second.id, **WHEN)
    view = await scene.view("clerk", first)
    assert view.standing
    assert (view.standing.done, view.standing.total, view.standing.urged) == (1, 2, (first.id,))
    assert view.coming[0].names == "Trần Văn An"
    assert view.coming[0].step == "trước hạn 3 ngày làm việc"
    assert (await scene.view("officer", first)).standing is None


async def test_work_is_looked_at_before_it_is_given(scene: Scene) -> None:
    head, clerk = await scene.sit("head"), await scene.sit("clerk")
    own = await read_offices(scene.work, head, now=MONDAY)
    assert [each.name for each in own] == [ECONOMY]
    office = await scene.work.offices.ensure(scene.hall.place.id, "Văn phòng")
    giving = Giving((office.id,), "Rà soát", TODAY + 5 * DAY)
    with pytest.raises(HandlerError, match="desk_due_giving_forbidden"):
        await preview_giving(scene.work, head, giving, **WHEN)
    with pytest.raises(HandlerError, match="desk_due_giving_forbidden"):
        await give_work(scene.work, head, giving, **WHEN)
    found = await preview_giving(scene.work, await scene.sit("operator"), giving, **WHEN)
    assert (found.offices, found.told) == (("Văn phòng",), ("Lê Thị Bình",))
    for wrong, code in (
        (Giving((), "Rà soát", TODAY), "desk_due_office_wanted"),
        (Giving((99_999,), "Rà soát", TODAY), "desk_due_office_wanted"),
        (Giving((office.id,), " ", TODAY), "assigning_no_content"),
        (Giving((office.id,), "Rà soát", TODAY - DAY), "assigning_day_past"),
        (Giving((office.id,), "Rà soát", TODAY, "x" * 201), "desk_due_document_long"),
    ):
        with pytest.raises(HandlerError, match=code):
            await give_work(scene.work, clerk, wrong, **WHEN)


@pytest.mark.parametrize("text", ["", "12", "V", "V1x", "V１", "V" + "1" * 10])
def test_a_code_that_is_none_is_refused(text: str) -> None:
    assert read_code("v12") == 12
    with pytest.raises(HandlerError, match="task_unknown"):
        read_code(text)
