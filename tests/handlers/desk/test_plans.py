"""Plans at the desk: listed, read, corrected, accepted, confirmed, replaced, removed."""

import asyncio
from dataclasses import dataclass, replace
from typing import Any

import pytest

from handlers.desk.overtaken import Overtaken
from handlers.desk.plans.choices import list_offices
from handlers.desk.plans.decisions import assign, name_own_plan, use_rule
from handlers.desk.plans.deeds import (
    confirm,
    foresee_confirmation,
    list_replaceable,
    name_replaced,
    publish,
    remove,
)
from handlers.desk.plans.history import name_actor
from handlers.desk.plans.listing import PlanList, read_plans
from handlers.desk.plans.rows import (
    accept_rows,
    embed_edit,
    find_edit,
    find_undo,
    save_edit,
)
from handlers.desk.plans.source import read_source
from handlers.desk.plans.versions import read_versions
from handlers.desk.plans.view import PlanView, Show, Wanted, read_plan
from handlers.desk.visitor import Visitor
from handlers.errors import HandlerError
from handlers.plans import Outcome
from handlers.plans.values import Fix
from handlers.plans.versions import carry_corrections
from knowledge.corrections import correct
from knowledge.errors import KnowledgeError
from knowledge.matching import Change
from knowledge.plan import Note
from storage.database import Database
from storage.values import Correction, NewTask, PlanState, Role
from tests.factories.clerk import ELSEWHERE, NEXT, add
from tests.factories.desk import sit_down
from tests.factories.plans import CULTURE, OFFICE, TEXT
from tests.factories.talk import MONDAY, Chat, build_chat
from tests.factories.town_hall import found_hall


@dataclass
class Desk:
    """A clerk at a desk, with the program behind it."""

    chat: Chat
    visitor: Visitor

    async def read(self, deed: Any, *args: Any, **more: Any) -> Any:
        async with self.chat.app.database.read() as work:
            return await deed(work, self.visitor, *args, **more)

    async def write(self, deed: Any, *args: Any, **more: Any) -> Any:
        async with self.chat.app.database.write() as work:
            return await deed(work, self.visitor, *args, **more)

    async def list(self) -> PlanList:
        found: PlanList = await self.read(read_plans, now=MONDAY, calendar=self.chat.app.calendar)
        return found

    async def look(self, plan: int = 1, **wanted: Any) -> PlanView:
        view: PlanView = await self.read(
            read_plan, plan, Wanted(**wanted), now=MONDAY, calendar=self.chat.app.calendar
        )
        return view

    async def fix(
        self, row: int, field: str, value: str, *, seen: str | None, plan: int = 1
    ) -> Fix:
        edit = await self.read(find_edit, plan, row, field, value, seen=seen, now=MONDAY)
        ready = await embed_edit(self.chat.app.library, edit)
        fix: Fix = await self.write(save_edit, ready, now=MONDAY)
        return fix

    async def confirm(self, plan: int = 1) -> Any:
        late = await self.chat.app.plans.prepare(plan)
        return await self.write(confirm, plan, late=late, now=MONDAY)

    async def doubt(self, *rows: int, plan: int = 1) -> None:
        """Let rows be doubtful, as a reader of a worse file would."""
        async with self.chat.app.database.write() as work:
            for stored in await work.plans.tasks(plan):
                if stored.position + 1 in rows:
                    note = Note("empty_cell", (("field", "supporting"), ("inferred", CULTURE)))
                    task = replace(stored.task, doubts=(note, Note("cells_missing")))
                    await work.revisions.correct(stored, NewTask(task), ())

    async def sit(self, name: str, office: str, role: Role, place: str = "xã Bến Lụa") -> "Desk":
        async with self.chat.app.database.write() as work:
            hall = await found_hall(work, place)
            person = await hall.seat(name, office, role)
            return Desk(self.chat, await sit_down(work, person))


async def open_desk(database: Database) -> Desk:
    chat = build_chat(database)
    async with database.write() as work:
        hall = await found_hall(work)
        clerk = await hall.seat("Lê Thị Bình", OFFICE, Role.CLERK)
        visitor = await sit_down(work, clerk)
    return Desk(chat, visitor)


@pytest.fixture
async def desk(sqlite: Database) -> Desk:
    desk = await open_desk(sqlite)
    await add(desk.chat, is_announced=False)
    return desk


async def test_drafts_come_first_and_say_what_is_left_to_settle(desk: Desk) -> None:
    await desk.doubt(1, 2)
    listed = await desk.list()
    [draft] = listed.drafts
    assert (draft.rows, draft.count.doubtful, draft.count.undated) == (4, 2, 1)
    assert draft.count.unheld == 1
    assert listed.may_edit
    await desk.confirm()
    listed = await desk.list()
    assert not listed.drafts
    [(year, (entry,))] = listed.in_force
    assert (year, entry.count) == (2026, draft.count)


async def test_another_place_sees_and_changes_nothing(desk: Desk) -> None:
    other = await desk.sit("Trần Thị Tý", "Văn phòng", Role.CLERK, "xã Đồi Sim")
    assert (await other.list()).is_empty
    app, later = desk.chat.app, {"now": MONDAY}
    for deed, args, more in (
        (read_plan, (Wanted(),), {**later, "calendar": app.calendar}),
        (read_source, (), {}),
        (read_versions, (), {}),
        (find_edit, (1, "lead", "Công an xã"), {**later, "seen": None}),
        (find_undo, (1,), {}),
        (accept_rows, ([1],), later),
        (assign, (1, []), {**later, "seen": None}),
        (use_rule, (1, 1), {**later, "seen": None}),
        (name_own_plan, (1, "12/KH-UBND", None), {**later, "seen": None}),
        (list_offices, (1,), later),
        (foresee_confirmation, (), {**later, "calendar": app.calendar}),
        (confirm, (), {**later, "late": await app.plans.prepare(1)}),
        (publish, (), {**later, "is_public": True}),
        (remove, (), later),
        (list_replaceable, (), {}),
        (name_replaced, (None,), later),
    ):
        with pytest.raises(HandlerError, match="desk_gone"):
            await other.write(deed, 1, *args, **more)
    edit = await desk.read(find_edit, 1, 1, "lead", "Công an xã", seen=None, now=MONDAY)
    with pytest.raises(HandlerError, match="desk_gone"):
        await other.write(save_edit, edit, now=MONDAY)
    assert (await desk.look()).state is PlanState.DRAFT


@pytest.mark.parametrize("role", [Role.OFFICER, Role.HEAD, Role.LEADER])
async def test_only_clerks_change_plans(desk: Desk, role: Role) -> None:
    other = await desk.sit("Trần Văn An", CULTURE, role)
    app, later = desk.chat.app, {"now": MONDAY}
    for deed, args, more in (
        (find_edit, (1, "lead", "Công an xã"), {**later, "seen": None}),
        (accept_rows, ([1],), later),
        (assign, (1, []), {**later, "seen": None}),
        (confirm, (), {**later, "late": await app.plans.prepare(1)}),
        (publish, (), {**later, "is_public": True}),
        (remove, (), later),
    ):
        with pytest.raises(HandlerError, match="desk_forbidden"):
            await other.write(deed, 1, *args, **more)
    if role is Role.LEADER:
        assert not (await other.look()).may_edit
    else:
        with pytest.raises(HandlerError, match="desk_forbidden"):
            await other.look()


async def test_rows_with_doubts_come_first_and_offer_what_stands_above(desk: Desk) -> None:
    await desk.doubt(3)
    view = await desk.look()
    assert [row.row for row in view.rows] == [3, 1, 2, 4]
    empty, _ = view.rows[0].doubts
    assert (empty.field, empty.offered) == ("supporting", CULTURE)
    assert [row.row for row in (await desk.look(show=Show.UNDATED)).rows] == [4]
    assert [row.row for row in (await desk.look(show=Show.DOUBTFUL, page=9)).rows] == [3]


async def test_a_row_says_its_days_its_office_and_who_holds_it(desk: Desk) -> None:
    _, list_row, *_ = (await desk.look()).rows
    assert list_row.says == (f"Hạn thứ Sáu 27/11/2026; giao {OFFICE}.",)
    assert list_row.holders == ("Lê Thị Bình",)
    assert not list_row.is_unheld


async def test_a_cell_is_corrected_and_the_audit_holds_a_number(desk: Desk) -> None:
    await desk.fix(1, "timeframe", "Trước ngày 20/12/2026", seen="Trước ngày 05/12/2026")
    row = (await desk.look()).rows[0]
    assert row.get("timeframe") == "Trước ngày 20/12/2026"
    assert row.corrected == ("timeframe",)
    assert [(each.name, each.field, each.old) for each in row.history] == [
        ("Lê Thị Bình", "timeframe", "Trước ngày 05/12/2026")
    ]
    async with desk.chat.app.database.read() as work:
        [kept] = await work.revisions.of_plan(1)
    assert kept.actor == name_actor(desk.visitor) == f"person {desk.visitor.person_id}"
    edit = await desk.read(find_undo, 1, 1)
    await desk.write(save_edit, await embed_edit(desk.chat.app.library, edit), now=MONDAY)
    assert (await desk.look()).rows[0].corrected == ()


async def test_the_second_of_two_editors_sees_the_difference(desk: Desk) -> None:
    other = await desk.sit("Phạm Thị Hoa", OFFICE, Role.CLERK)
    await other.fix(1, "lead", "Công an xã", seen=CULTURE)
    with pytest.raises(Overtaken) as raised:
        await desk.fix(1, "lead", "Phòng Kinh tế", seen=CULTURE)
    assert (raised.value.facts["name"], raised.value.theirs, raised.value.mine) == (
        "Phạm Thị Hoa", "Công an xã", "Phòng Kinh tế",
    )  # fmt: skip
    await desk.fix(1, "deliverable", "Báo cáo", seen="Tờ rơi được phát")  # another cell is free
    await desk.fix(1, "lead", "Phòng Kinh tế", seen=None)
    assert (await desk.look()).rows[0].get("lead") == "Phòng Kinh tế"


async def test_who_is_overtaken_between_reading_and_saving_is_told_too(desk: Desk) -> None:
    other = await desk.sit("Phạm Thị Hoa", OFFICE, Role.CLERK)
    edit = await desk.read(find_edit, 1, 1, "lead", "Phòng Kinh tế", seen=CULTURE, now=MONDAY)
    await other.fix(1, "lead", "Công an xã", seen=CULTURE)
    with pytest.raises(Overtaken) as raised:
        await desk.write(save_edit, edit, now=MONDAY)
    assert raised.value.theirs == "Công an xã"


async def test_accepting_settles_doubts_and_lasts_when_the_file_is_read_again(
    desk: Desk,
) -> None:
    await desk.doubt(1, 3)
    assert await desk.write(accept_rows, 1, [1], now=MONDAY) == 1
    view = await desk.look()
    assert view.count.doubtful == 1
    [accepted] = [row for row in view.rows if row.row == 1]
    assert [(each.field, each.new) for each in accepted.history] == [("doubts", "")]
    assert await desk.write(accept_rows, 1, now=MONDAY) == 1
    assert await desk.write(accept_rows, 1, now=MONDAY) == 0
    edit = await desk.read(find_undo, 1, 1)
    await desk.write(save_edit, await embed_edit(desk.chat.app.library, edit), now=MONDAY)
    assert (await desk.look()).count.doubtful == 1


async def test_what_was_accepted_stays_so_in_a_new_reading(desk: Desk) -> None:
    await desk.doubt(1)
    async with desk.chat.app.database.read() as work:
        read = (await work.plans.tasks(1))[0].task
    await desk.write(accept_rows, 1, now=MONDAY)
    async with desk.chat.app.database.read() as work:
        stored = (await work.plans.tasks(1))[0]
    again = NewTask(read)
    [(carried, _)] = carry_corrections(
        [stored], [again], plan=(await desk.look()).plan, is_same_document=True
    )
    assert (carried.task.doubts, carried.as_read) == ((), read)
    changed = correct(read, "content", "Phát tờ rơi tới từng nhà", plan=(await desk.look()).plan)
    [(carried, _)] = carry_corrections(
        [stored], [NewTask(changed)], plan=(await desk.look()).plan, is_same_document=True
    )
    assert carried.task.doubts == read.doubts


async def test_an_office_is_chosen_and_the_second_clerk_is_told(desk: Desk) -> None:
    other = await desk.sit("Phạm Thị Hoa", OFFICE, Role.CLERK)
    choices = await desk.read(list_offices, 1, 1, now=MONDAY)
    assert choices.chosen == ()
    assert choices.offices[0].name == OFFICE
    await other.write(assign, 1, 1, [OFFICE], seen=[], now=MONDAY)
    with pytest.raises(Overtaken) as raised:
        await desk.write(assign, 1, 1, ["Lãnh đạo"], seen=[], now=MONDAY)
    assert (raised.value.facts["name"], raised.value.theirs) == ("Phạm Thị Hoa", OFFICE)
    await desk.write(assign, 1, 1, [], seen=[OFFICE], now=MONDAY)
    async with desk.chat.app.database.read() as work:
        changes = await work.changes.of("plan 1 row 1", locality_id=desk.visitor.place.id)
    assert [(change.action, change.old, change.new) for change in changes] == [
        ("row_assigned", [OFFICE], []),
        ("row_assigned", [], [OFFICE]),
    ]


async def test_confirming_does_what_was_foretold(desk: Desk) -> None:
    prospect = await desk.read(foresee_confirmation, 1, now=MONDAY, calendar=desk.chat.app.calendar)
    done = await desk.confirm()
    assert (prospect.open_days, prospect.past_days) == (done.open_days, done.past_days)
    assert (prospect.count.undated, prospect.is_public) == (1, False)
    with pytest.raises(HandlerError, match="plan_not_draft"):
        await desk.confirm()
    await desk.write(publish, 1, is_public=True, now=MONDAY)
    assert (await desk.look()).is_public
    await desk.write(remove, 1, now=MONDAY)
    assert (await desk.list()).is_empty
    async with desk.chat.app.database.read() as work:
        trail = await work.changes.of("plan 1", locality_id=desk.visitor.place.id)
    assert [each.action for each in trail] == ["plan_removed", "plan_published", "plan_confirmed"]


async def test_a_version_says_row_by_row_what_it_changes(desk: Desk) -> None:
    await desk.confirm()
    await add(desk.chat, NEXT, is_announced=False)
    view = await desk.read(read_versions, 2)
    assert [(version.id, version.state) for version in view.versions] == [
        (2, PlanState.DRAFT),
        (1, PlanState.CONFIRMED),
    ]
    assert dict(view.counts)[Change.MOVED] == 1
    moved = next(each for each in view.changes if each.change is Change.MOVED)
    assert moved.fields == (("timeframe", "Trước ngày 05/12/2026", "Trước ngày 20/12/2026"),)
    before = view.changes
    await desk.confirm(2)
    after = await desk.read(read_versions, 2)
    assert after.changes == before
    assert (await desk.read(read_versions, 1)).old is None
    assert [each.id for each in (await desk.list()).superseded] == [1]


async def test_a_draft_may_replace_a_plan_of_another_number(desk: Desk) -> None:
    await desk.confirm()
    await add(desk.chat, NEXT.replace("07/KH", "08/KH"), is_announced=False)
    assert not (await desk.look(2)).replaces
    assert [number for number, _ in await desk.read(list_replaceable, 2)] == [1]
    await desk.write(name_replaced, 2, 1, now=MONDAY)
    assert "07/KH-UBND" in (await desk.look(2)).replaces
    with pytest.raises(HandlerError, match="not_replaceable"):
        await desk.write(name_replaced, 2, 2, now=MONDAY)
    with pytest.raises(HandlerError, match="plan_not_draft"):
        await desk.write(name_replaced, 1, None, now=MONDAY)


async def test_the_source_says_which_row_each_line_is_of(desk: Desk) -> None:
    source = await desk.read(read_source, 1)
    assert source.is_kept
    by_row = {line.rows: line.cells[0][:10] for line in source.lines if line.rows}
    assert by_row[(1,)].startswith("1\tPhát tờ")
    assert len(by_row) == 4
    assert any(line.cells == ("KẾ HOẠCH",) and not line.rows for line in source.lines)


async def test_a_plan_from_before_shows_what_is_stored_of_its_text(sqlite: Database) -> None:
    desk = await open_desk(sqlite)
    await add(desk.chat, is_announced=False)
    async with sqlite.write() as work:
        await work.plan_sources.save(1, ())
    source = await desk.read(read_source, 1)
    assert not source.is_kept
    assert {line.rows for line in source.lines} >= {(1,), (2,), (3,), (4,)}


async def test_the_same_file_again_brings_its_text(sqlite: Database) -> None:
    desk = await open_desk(sqlite)
    await add(desk.chat, is_announced=False)
    async with sqlite.write() as work:
        await work.plan_sources.forget(1)
    assert (await add(desk.chat)).outcome is Outcome.UNCHANGED
    assert (await desk.read(read_source, 1)).is_kept


async def test_a_superiors_plan_is_read_only_and_shows_what_it_gives(desk: Desk) -> None:
    text = TEXT.replace("XÃ BẾN LỤA", "TỈNH LAM HÀ").replace("xã Bến Lụa", "tỉnh Lam Hà")
    text = text.replace("UBND xã", "UBND tỉnh").replace("Công an xã", "Công an tỉnh")
    text = text.replace("Phòng Văn hóa - Xã hội\tCông an tỉnh", "UBND các xã, phường\t")
    report = await add(desk.chat, text, locality="tỉnh Lam Hà", is_announced=False)
    async with desk.chat.app.database.write() as work:
        above = await work.localities.ensure("tỉnh Lam Hà")
        await work.localities.set_parent(desk.visitor.place.id, above.id)
    with pytest.raises(HandlerError, match="desk_gone"):
        await desk.look(report.plan_id)  # a superior's draft is nobody's business
    await desk.chat.app.plans.confirm(report.plan_id, now=MONDAY)
    [entry] = (await desk.list()).above
    assert (entry.id, entry.rows) == (report.plan_id, 1)
    view = await desk.look(report.plan_id)
    assert (view.is_own, view.may_edit, len(view.rows)) == (False, False, 1)
    assert not (await desk.read(read_source, report.plan_id)).lines
    with pytest.raises(HandlerError, match="desk_gone"):
        await desk.fix(1, "lead", "Công an xã", seen=None, plan=report.plan_id)


@pytest.mark.parametrize(
    ("field", "value", "code"),
    [
        ("mau", "đỏ", "field_unknown"),
        ("content", " ", "content_empty"),
        ("timeframe", "con mèo", "timeframe_not_understood"),
    ],
)
async def test_what_cannot_be_read_is_refused(
    desk: Desk, field: str, value: str, code: str
) -> None:
    with pytest.raises((HandlerError, KnowledgeError)) as raised:
        await desk.fix(1, field, value, seen=None)
    assert str(raised.value) == code


async def test_an_older_audit_is_named_as_well_as_may_be(desk: Desk) -> None:
    async with desk.chat.app.database.write() as work:
        stored = (await work.plans.tasks(1))[0]
        for actor in ("operator", "person 999", "person x", "ai đó"):
            kept = Correction(stored.id, "number", "1", "2", actor, MONDAY)
            await work.revisions.correct(stored, NewTask(stored.task), [kept])
    row = (await desk.look()).rows[0]
    assert [each.name for each in row.history] == ["Cán bộ khác"] * 3 + ["Người quản trị"]


async def test_two_people_at_two_rows_do_not_meet(desk: Desk) -> None:
    other = await desk.sit("Phạm Thị Hoa", OFFICE, Role.CLERK)
    await asyncio.gather(
        desk.fix(1, "lead", "Công an xã", seen=CULTURE),
        other.fix(2, "deliverable", "Danh sách", seen="Danh sách được phê duyệt"),
    )
    assert (await desk.look()).corrected == 2


async def test_elsewheres_text_stays_elsewhere(desk: Desk) -> None:
    await add(desk.chat, ELSEWHERE, is_announced=False)
    assert len((await desk.list()).drafts) == 1
