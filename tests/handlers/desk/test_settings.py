"""Settings at the desk: read, set, taken back, and taken from the place above."""

import datetime as dt
from collections.abc import AsyncIterator
from dataclasses import dataclass

import pytest

from handlers.cases.changes import Facts
from handlers.cases.moves import CaseDesk
from handlers.courtesy import greet
from handlers.desk.overtaken import Overtaken
from handlers.desk.settings import places, profile, rules, simple, terms
from handlers.desk.settings.channels import Limits, read_channels
from handlers.desk.settings.history import read_trail, undo_change
from handlers.desk.settings.known import APPROVER, GREETING, LADDER
from handlers.desk.settings.simple import LadderTyped
from handlers.desk.visitor import Visitor
from handlers.errors import HandlerError
from handlers.inherited import list_answer_templates, list_reporting_rules, list_term_rules
from handlers.ladders import find_settings
from handlers.messages import Message
from handlers.reporting import RuleRequest
from handlers.turn import Turn
from knowledge.calendar import load_calendar
from knowledge.cases.states import CaseKind, TermKind
from knowledge.cases.steps import Action, Actor
from knowledge.cases.terms import find_rule
from knowledge.ladder import LadderSettings
from storage.database import Database
from storage.values import Account, Locality, Role
from storage.work import Work
from tests.factories.cases import open_case
from tests.factories.desk import sit_down
from tests.factories.talk import LAN, MONDAY
from tests.factories.town_hall import ECONOMY, TODAY, TownHall, found_hall

NOW = MONDAY
AFTER = {"office": "1", "head": "2", "clerk": "3", "deputy": "5", "chairman": "10"}
TYPED = LadderTyped({"early": "20,5", "usual": "5, 2, 0", "short": "1, 0"}, AFTER, is_weekly=True)


@dataclass
class Desk:
    """Clerks at the desks of a commune and of the province above it, in an open transaction."""

    work: Work
    hall: TownHall
    clerk: Visitor
    province: TownHall
    above: Visitor

    async def set_ladder(self, visitor: Visitor, typed: LadderTyped = TYPED) -> None:
        seen = (await simple.read_ladder(self.work, visitor)).own
        await simple.save_ladder(self.work, visitor, typed, seen=seen, now=NOW)

    async def undo_last(self, subject: str) -> None:
        [last, *_] = await self.work.changes.of(subject, locality_id=self.hall.place.id)
        await undo_change(self.work, self.clerk, last.id, now=NOW)


async def sit(work: Work, hall: TownHall, name: str, role: Role) -> Visitor:
    return await sit_down(work, await hall.seat(name, "Văn phòng", role))


@pytest.fixture
async def desk(sqlite: Database) -> AsyncIterator[Desk]:
    async with sqlite.write() as work:
        province, hall = await found_hall(work, "tỉnh Lam Hà"), await found_hall(work)
        await work.localities.set_parent(hall.place.id, province.place.id)
        above = await sit(work, province, "Đỗ Văn Nam", Role.CLERK)
        clerk = await sit(work, hall, "Lê Thị Bình", Role.CLERK)
        yield Desk(work, hall, clerk, province, above)


async def test_a_commune_goes_by_its_provinces_ladder_until_it_sets_its_own(desk: Desk) -> None:
    due = await desk.hall.add_work(ECONOMY, due_on=TODAY + dt.timedelta(days=30))
    await desk.work.due_days.plan_next({due.id: TODAY + dt.timedelta(days=20)})
    await desk.set_ladder(desk.above)
    assert (await find_settings(desk.work, desk.hall.place.id)).usual == (5, 2, 0)
    # what is open below is looked at again on the same day
    assert due.id in {row.id for row in await desk.work.due_days.claim_planned(
        desk.hall.place.id, TODAY)}  # fmt: skip
    view = await simple.read_ladder(desk.work, desk.clerk)
    assert (view.standing.is_own, view.standing.source, view.own) == (False, "tỉnh Lam Hà", None)
    await desk.set_ladder(desk.clerk, LadderTyped({**TYPED.before, "usual": "9"}, AFTER, True))
    assert (await find_settings(desk.work, desk.hall.place.id)).usual == (9,)
    view = await simple.read_ladder(desk.work, desk.clerk)
    assert (view.standing.is_own, view.standing.above) == (True, "tỉnh Lam Hà")
    await simple.go_by_above(desk.work, desk.clerk, LADDER, seen=view.own, now=NOW)
    assert (await find_settings(desk.work, desk.hall.place.id)).usual == (5, 2, 0)


async def test_a_ladder_is_taken_back_by_the_same_setter(desk: Desk) -> None:
    await desk.set_ladder(desk.clerk)
    [(name, line)] = (await simple.read_ladder(desk.work, desk.clerk)).standing.last
    assert (name, line.who, line.at, line.old) == (
        "Lịch nhắc việc", "Lê Thị Bình", NOW, "chưa đặt riêng"
    )  # fmt: skip
    assert "Thông thường: nhắc trước 5, 2, 0 ngày làm việc" in line.new
    assert line.may_undo
    await undo_change(desk.work, desk.clerk, line.id, now=NOW)
    assert await find_settings(desk.work, desk.hall.place.id) == LadderSettings()
    with pytest.raises(HandlerError, match="desk_setting_undone"):
        await undo_change(desk.work, desk.clerk, line.id, now=NOW)
    await desk.undo_last("setting ladder")
    assert (await find_settings(desk.work, desk.hall.place.id)).usual == (5, 2, 0)


@pytest.mark.parametrize(
    ("before", "after", "code"),
    [
        ({**TYPED.before, "usual": ""}, AFTER, "ladder_empty"),
        ({**TYPED.before, "usual": "1,2"}, AFTER, "ladder_unordered"),
        ({**TYPED.before, "usual": "x"}, AFTER, "ladder_malformed"),
        ({**TYPED.before, "usual": "99"}, AFTER, "ladder_out_of_range"),
        (TYPED.before, {**AFTER, "head": "hai"}, "ladder_malformed"),
        (TYPED.before, {}, "ladder_empty"),
    ],
)
async def test_what_is_no_ladder_is_refused(
    desk: Desk, before: dict[str, str], after: dict[str, str], code: str
) -> None:
    with pytest.raises(HandlerError, match=code):
        await desk.set_ladder(desk.clerk, LadderTyped(before, after, is_weekly=True))


async def test_the_second_of_two_learns_of_the_first(desk: Desk) -> None:
    await desk.set_ladder(desk.clerk)
    other = await sit(desk.work, desk.hall, "Vũ Mai", Role.CLERK)
    typed = LadderTyped({**TYPED.before, "usual": "3"}, AFTER, is_weekly=False)
    save = simple.save_ladder
    with pytest.raises(Overtaken) as caught:
        await save(desk.work, other, typed, seen=None, now=NOW)
    assert caught.value.facts["name"] == "Lê Thị Bình"
    assert "5, 2, 0" in caught.value.theirs
    assert "trước 3 ngày" in caught.value.mine
    await save(desk.work, other, typed, seen=None, now=NOW, overwrite=True)
    assert (await find_settings(desk.work, desk.hall.place.id)).usual == (3,)
    first = (await desk.work.changes.of("setting ladder", locality_id=desk.hall.place.id))[-1]
    with pytest.raises(Overtaken, match="desk_changed"):
        await undo_change(desk.work, desk.clerk, first.id, now=NOW)


async def test_who_approves_is_the_provinces_then_the_communes(desk: Desk) -> None:
    head = await desk.hall.seat("Phạm Văn Cường", ECONOMY, Role.HEAD)
    office = await desk.work.offices.ensure(desk.hall.place.id, ECONOMY)
    case = await open_case(desk.work, desk.hall.place.id)
    board = CaseDesk(load_calendar())
    assert desk.clerk.person
    for action, facts in (
        (Action.ACCEPT, Facts()),
        (Action.ASSIGN, Facts(office_id=office.id, office=office.name)),
    ):
        doer = board.find_doer(case, None, desk.clerk.person)
        case = await board.move(desk.work, case, action, doer, facts, now=NOW)

    async def may_approve() -> tuple[bool, bool]:
        found = await desk.work.cases.get(case.id)
        [listed] = await desk.work.case_lists.open_some([case.id], [])
        assert found
        assert desk.clerk.person
        assert listed.approver == found.approver
        doers = (board.find_doer(found, None, each) for each in (head, desk.clerk.person))
        return tuple(Actor.APPROVER in each.actors for each in doers)  # type: ignore[return-value]

    assert await may_approve() == (False, False)
    await simple.save_approver(desk.work, desk.above, "head", seen=None, now=NOW)
    assert await may_approve() == (True, False)
    view = await simple.read_approver(desk.work, desk.clerk, usual=Role.LEADER)
    assert (view.value, view.own, view.standing.source) == ("head", None, "tỉnh Lam Hà")
    await simple.save_approver(desk.work, desk.clerk, "clerk", seen=None, now=NOW)
    assert await may_approve() == (False, True)
    await desk.undo_last("setting approver")
    assert await may_approve() == (True, False)
    with pytest.raises(HandlerError, match="desk_gone"):
        await simple.save_approver(desk.work, desk.clerk, "officer", seen=None, now=NOW)


async def test_a_term_is_the_provinces_until_the_commune_sets_its_own(desk: Desk) -> None:
    async def days() -> int:
        own = await list_term_rules(desk.work, desk.hall.place.id)
        return find_rule(CaseKind.SCENE, TermKind.HANDLING, own).working_days

    async def find(visitor: Visitor) -> terms.TermLine:
        view = await terms.read_terms(desk.work, visitor)
        which = (CaseKind.SCENE, TermKind.HANDLING)
        return next(each for each in view.lines if (each.kind, each.term) == which)

    usual = await days()
    line, facts = await find(desk.above), {"basis": "Quyết định 12/QĐ-UBND", "now": NOW}
    await terms.save_term(desk.work, desk.above, line, days=6, **facts)  # type: ignore[arg-type]
    assert await days() == 6
    line = await find(desk.clerk)
    assert (line.days, line.source, line.is_own) == (6, "tỉnh Lam Hà", False)
    await terms.save_term(desk.work, desk.clerk, line, days=4, **facts)  # type: ignore[arg-type]
    assert await days() == 4
    with pytest.raises(Overtaken):
        await terms.save_term(desk.work, desk.clerk, line, days=5, **facts)  # type: ignore[arg-type]
    await terms.drop_term(desk.work, desk.clerk, await find(desk.clerk), now=NOW)
    assert await days() == 6
    await desk.undo_last("term scene handling")
    assert await days() == 4
    assert usual not in (4, 6)
    for wrong, code in ((0, "case_term_days"), (None, "case_term_days"), (251, "case_term_days")):
        with pytest.raises(HandlerError, match=code):
            await terms.save_term(desk.work, desk.clerk, line, days=wrong, **facts)  # type: ignore[arg-type]
    with pytest.raises(HandlerError, match="case_term_basis"):
        await terms.save_term(desk.work, desk.clerk, line, days=4, basis=" ", now=NOW)


async def test_reports_are_sent_by_the_provinces_rules_until_there_are_own_ones(desk: Desk) -> None:
    async def listed() -> list[int]:
        return [each.day for each in await list_reporting_rules(desk.work, desk.hall.place.id)]

    await rules.add_rule(desk.work, desk.above, RuleRequest("quarter", 18, "CV 1"), now=NOW)
    assert await listed() == [18]
    view = await rules.read_rules(desk.work, desk.clerk, now=NOW)
    assert (view.source, [each.day for each in view.rules]) == (
        "tỉnh Lam Hà", ["Ngày 18 của tháng cuối kỳ"]
    )  # fmt: skip
    theirs = view.rules[0].id
    await rules.add_rule(desk.work, desk.clerk, RuleRequest("quarter", 12, "CV 2"), now=NOW)
    assert await listed() == [12]
    with pytest.raises(HandlerError, match="desk_rule_overlaps"):
        await rules.add_rule(desk.work, desk.clerk, RuleRequest("quarter", 9, "CV 3"), now=NOW)
    with pytest.raises(HandlerError, match="desk_gone"):
        await rules.remove_rule(desk.work, desk.clerk, theirs, now=NOW)
    own = (await rules.read_rules(desk.work, desk.clerk, now=NOW)).rules[0].id
    await rules.remove_rule(desk.work, desk.clerk, own, now=NOW)
    assert await listed() == [18]
    await desk.undo_last("setting rules")
    assert await listed() == [12]
    await desk.undo_last("setting rules")
    assert await listed() == [18]


async def test_lines_of_the_profile_are_set_and_taken_back_one_by_one(desk: Desk) -> None:
    save, key = profile.save_profile, "office.phone"
    values = {key: "0298 3000 112", "office.fax": ""}
    assert await save(desk.work, desk.clerk, values, seen={}, now=NOW) == 1
    view = await profile.read_profile(desk.work, desk.clerk)
    lines = {line.key: line.value for group in view.groups for line in group}
    assert lines[key] == "0298 3000 112"
    assert [(name, line.old, line.new) for name, line in view.last] == [
        ("Điện thoại", "để trống", "0298 3000 112")
    ]
    other = await sit(desk.work, desk.hall, "Vũ Mai", Role.CLERK)
    with pytest.raises(Overtaken) as caught:
        await save(desk.work, other, {key: "1"}, seen={key: ""}, now=NOW)
    assert caught.value.theirs == "Điện thoại: 0298 3000 112"
    assert await save(desk.work, other, {"office.fax": "2"}, seen={}, now=NOW) == 1
    await desk.undo_last(f"profile {key}")
    assert key not in (await desk.work.localities.get(desk.hall.place.id)).profile
    with pytest.raises(HandlerError, match="profile_value_long"):
        await save(desk.work, other, {key: "1" * 501}, seen={}, now=NOW)
    with pytest.raises(HandlerError, match="desk_gone"):
        await save(desk.work, other, {"chat.greeting": "1"}, seen={}, now=NOW)


async def test_the_greeting_is_added_and_hides_nothing(desk: Desk) -> None:
    async def hear() -> str:
        known = await desk.work.localities.list_all()
        place: Locality = next(each for each in known if each.id == desk.hall.place.id)
        message = Message(LAN, "1", "xin chào", NOW)
        return greet(Turn(message, "vi", NOW, {}, person=None, places=known, place=place)).text

    usual = await hear()
    save = simple.save_greeting
    await save(desk.work, desk.above, "Tỉnh Lam Hà luôn lắng nghe.", seen=None, now=NOW)
    assert await hear() == f"{usual}\nTỉnh Lam Hà luôn lắng nghe."
    await save(desk.work, desk.clerk, "Xã Bến Lụa nghỉ Tết đến mùng 6.", seen=None, now=NOW)
    assert await hear() == f"{usual}\nXã Bến Lụa nghỉ Tết đến mùng 6."
    view = await simple.read_greeting(desk.work, desk.clerk)
    assert view.standing.above == "tỉnh Lam Hà"
    await simple.go_by_above(desk.work, desk.clerk, GREETING, seen=view.own, now=NOW)
    assert await hear() == f"{usual}\nTỉnh Lam Hà luôn lắng nghe."
    for wrong in ("", "x" * 301):
        with pytest.raises(HandlerError, match="desk_field"):
            await save(desk.work, desk.clerk, wrong, seen=None, now=NOW)


async def test_templates_of_places_above_come_after_the_own_ones(desk: Desk) -> None:
    await desk.work.answer_templates.add(desk.province.place.id, "A", "của tỉnh")
    await desk.work.answer_templates.add(desk.hall.place.id, "B", "của xã")
    found = await list_answer_templates(desk.work, desk.hall.place.id)
    assert [each.body for each in found] == ["của xã", "của tỉnh"]
    assert len(await list_answer_templates(desk.work, desk.province.place.id)) == 1


async def test_only_the_operator_moves_a_place(desk: Desk) -> None:
    view = await places.read_place(desk.work, desk.clerk)
    assert (view.above, view.others, view.may_edit) == (("tỉnh Lam Hà",), (), False)
    for deed in (
        places.set_parent(desk.work, desk.clerk, "", seen="tỉnh Lam Hà", now=NOW),
        places.set_parent(desk.work, desk.clerk, "tỉnh Mới", seen="tỉnh Lam Hà", now=NOW),
        places.set_successor(desk.work, desk.clerk, "xã Mới", first_day=None, now=NOW),
    ):
        with pytest.raises(HandlerError, match="desk_operator_only"):
            await deed
    session = (await sit_down(desk.work, None)).session
    operator = Visitor(None, Role.OPERATOR, desk.clerk.place, session)
    await places.set_parent(desk.work, operator, "", seen="tỉnh Lam Hà", now=NOW)
    assert (await places.read_place(desk.work, operator)).above == ()
    [last] = await desk.work.changes.of("setting parent", locality_id=desk.hall.place.id)
    with pytest.raises(HandlerError, match="desk_operator_only"):
        await undo_change(desk.work, desk.clerk, last.id, now=NOW)
    await undo_change(desk.work, operator, last.id, now=NOW)
    assert (await places.read_place(desk.work, operator)).above == ("tỉnh Lam Hà",)
    await places.set_successor(desk.work, operator, "xã Mới", first_day=TODAY, now=NOW)
    view = await places.read_place(desk.work, operator)
    assert (view.successor, view.last_day) == ("xã Mới", "22/11/2026")
    day = TODAY + dt.timedelta(days=1)
    with pytest.raises(HandlerError, match="end_in_future"):
        await places.set_successor(desk.work, operator, "xã Mới", first_day=day, now=NOW)


@pytest.mark.parametrize("role", [Role.OFFICER, Role.HEAD, Role.LEADER])
async def test_only_clerks_and_the_operator_change(desk: Desk, role: Role) -> None:
    visitor = await sit(desk.work, desk.hall, "Phạm Văn Cường", role)
    line = (await terms.read_terms(desk.work, desk.clerk)).lines[0]
    for deed in (
        desk.set_ladder(visitor),
        simple.save_approver(desk.work, visitor, "head", seen=None, now=NOW),
        simple.save_greeting(desk.work, visitor, "Chào", seen=None, now=NOW),
        simple.go_by_above(desk.work, visitor, APPROVER, seen=None, now=NOW),
        terms.save_term(desk.work, visitor, line, days=1, basis="CV", now=NOW),
        terms.drop_term(desk.work, visitor, line, now=NOW),
        rules.add_rule(desk.work, visitor, RuleRequest("year", 1, "CV"), now=NOW),
        rules.remove_rule(desk.work, visitor, 1, now=NOW),
        profile.save_profile(desk.work, visitor, {"office.fax": "1"}, seen={}, now=NOW),
        places.set_parent(desk.work, visitor, "", seen=None, now=NOW),
        undo_change(desk.work, visitor, 1, now=NOW),
    ):
        with pytest.raises(HandlerError, match="desk_forbidden"):
            await deed
    if role is not Role.LEADER:
        with pytest.raises(HandlerError, match="desk_forbidden"):
            await read_trail(desk.work, visitor, now=NOW)


async def test_the_trail_is_the_places_own_and_filtered_by_subject(desk: Desk) -> None:
    await desk.set_ladder(desk.clerk)
    await desk.set_ladder(desk.above)
    await profile.save_profile(desk.work, desk.clerk, {"office.fax": "1"}, seen={}, now=NOW)
    await desk.work.changes.add(
        "reply", "replies", locality_id=desk.hall.place.id, person_id=None, now=NOW
    )
    trail = await read_trail(desk.work, desk.clerk, now=NOW)
    assert [name for name, _ in trail.lines] == ["Tin gửi lại", "Fax", "Lịch nhắc việc"]
    settings = await read_trail(desk.work, desk.clerk, kind="cai-dat", now=NOW)
    assert [name for name, _ in settings.lines] == ["Fax", "Lịch nhắc việc"]
    sent = await read_trail(desk.work, desk.clerk, kind="tin-gui", now=NOW)
    assert [(line.who, line.may_undo) for _, line in sent.lines] == [("Người quản trị", False)]
    [theirs] = await desk.work.changes.of("setting ladder", locality_id=desk.province.place.id)
    with pytest.raises(HandlerError, match="desk_gone"):
        await undo_change(desk.work, desk.clerk, theirs.id, now=NOW)
    with pytest.raises(HandlerError, match="desk_not_undoable"):
        await undo_change(desk.work, desk.clerk, sent.lines[0][1].id, now=NOW)


async def test_channels_of_other_places_are_not_shown(desk: Desk) -> None:
    for name, place_id in (("zalo_oa:1", None), ("zalo_oa:2", desk.province.place.id)):
        await desk.work.accounts.save(Account(name, "1", "UBND", locality_id=place_id), now=NOW)
    names = ["zalo_oa:1", "zalo_oa:2", "telegram:3"]
    limits = Limits({}, {"zalo_oa": 2000})
    found = await read_channels(desk.work, desk.clerk, names, limits=limits, now=NOW)
    assert [(line.name, line.is_connected, line.most_sent) for line in found] == [
        ("Zalo OA", True, 2000), ("Telegram", False, None)
    ]  # fmt: skip
