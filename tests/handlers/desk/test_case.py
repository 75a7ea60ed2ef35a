"""One case at the desk: who sees and does what, and that chat's rules hold."""

import dataclasses
import datetime as dt

import pytest

from handlers.cases.moves import CaseDesk
from handlers.cases.personal import Mark
from handlers.casework.suggestion import Adviser
from handlers.desk.cases.acts import foresee_act, list_choices, take_act
from handlers.desk.cases.advice import read_advice
from handlers.desk.cases.found import open_case as open_at_desk
from handlers.desk.cases.given import Given
from handlers.desk.cases.publishing import publish, read_publication
from handlers.desk.cases.view import CaseView, read_case
from handlers.desk.overtaken import Overtaken
from handlers.desk.visitor import Visitor
from handlers.errors import HandlerError
from handlers.library.scopes import Library
from knowledge.cases.states import CaseKind, CaseState
from knowledge.cases.steps import Action
from knowledge.search.words import WordEmbedder
from storage.database import Database
from storage.values import Address, Case
from storage.work import Work
from tests.factories.cases import LAND, TODAY, Town, found_town, open_case, to_answer, walk
from tests.factories.desk import sit_down
from tests.factories.talk import MONDAY

YEARS = 5
ANSWER = "Phòng đã thay bóng đèn ngày 20/11/2026."


@dataclasses.dataclass
class Room:
    """A town with one new case, and its people at the desk."""

    database: Database
    town: Town
    case: Case

    @property
    def desk(self) -> CaseDesk:
        return self.town.desk

    async def sit(self, work: Work, who: str) -> Visitor:
        return await sit_down(work, self.town.people[who])

    async def does(self, who: str, action: Action, **given: object) -> str:
        async with self.database.write() as work:
            return await take_act(
                work, await self.sit(work, who), desk=self.desk, code=self.case.code,
                given=Given(action, **given), years=YEARS, now=MONDAY,  # type: ignore[arg-type]
            )  # fmt: skip

    async def foresees(self, who: str, action: Action, **given: object) -> str:
        async with self.database.write() as work:
            foreseen = await foresee_act(
                work, await self.sit(work, who), desk=self.desk, code=self.case.code,
                given=Given(action, **given), now=MONDAY,  # type: ignore[arg-type]
            )  # fmt: skip
        return foreseen.text

    async def reads(self, who: str) -> CaseView:
        async with self.database.write() as work:
            visitor = await self.sit(work, who)
            return await read_case(
                work, visitor, desk=self.desk, code=self.case.code, years=YEARS, now=MONDAY
            )

    async def told(self) -> str:
        async with self.database.read() as work:
            return (await work.case_notices.of_case(self.case.id))[-1].text

    async def state(self) -> CaseState:
        async with self.database.read() as work:
            found = await work.cases.get(self.case.id)
        assert found
        return found.state

    async def walk(self, count: int) -> None:
        async with self.database.write() as work:
            self.case = await walk(work, self.town, self.case, *to_answer(self.town)[:count])


@pytest.fixture
async def room(sqlite: Database) -> Room:
    async with sqlite.write() as work:
        town = await found_town(work)
        return Room(sqlite, town, await open_case(work, town.place_id))


async def test_a_clerk_reads_all_and_sees_what_may_be_done(room: Room) -> None:
    view = await room.reads("thu")
    assert "Đèn đường" in view.content
    assert view.sender.phone == "0912 345 678"
    assert view.acts[0] is Action.ACCEPT
    assert {Action.REFUSE, Action.TRANSFER, Action.MERGE, Action.CLASSIFY} <= {*view.acts}
    assert not {Action.ASSIGN, Action.PUBLISH, Action.TELL, Action.ERASE} & {*view.acts}
    assert await room.reads("thu") == view


async def test_what_is_not_for_an_officer_is_not_there(room: Room) -> None:
    for who in ("dia", "tuphap", "truong"):
        with pytest.raises(HandlerError, match="desk_case_unknown"):
            await room.reads(who)
    await room.walk(2)
    assert (await room.reads("dia")).office == LAND
    with pytest.raises(HandlerError, match="desk_case_unknown"):
        await room.reads("tuphap")
    with pytest.raises(HandlerError, match="desk_case_unknown"):
        await room.does("tuphap", Action.NOTE, text="xin xem")


async def test_nothing_of_another_place_is_read_or_done(room: Room) -> None:
    async with room.database.write() as work:
        other = await found_town(work, "xã Khác")
        foreign = await sit_down(work, other.people[f"thu@{other.place_id}"])
        for call in (
            read_case(work, foreign, desk=room.desk, code=room.case.code, years=5, now=MONDAY),
            open_at_desk(work, foreign, desk=room.desk, code=room.case.code, now=MONDAY),
            foresee_act(work, foreign, desk=room.desk, code=room.case.code,
                        given=Given(Action.ACCEPT), now=MONDAY),
            take_act(work, foreign, desk=room.desk, code=room.case.code,
                     given=Given(Action.ACCEPT), years=5, now=MONDAY),
            list_choices(work, foreign, desk=room.desk, code=room.case.code, now=MONDAY),
            read_publication(work, foreign, desk=room.desk, code=room.case.code, now=MONDAY),
        ):  # fmt: skip
            with pytest.raises(HandlerError, match="desk_case_unknown"):
                await call
    with pytest.raises(HandlerError, match="desk_case_office_unknown"):
        await room.does("thu", Action.ACCEPT, office_id=other.offices[LAND])


async def test_the_operator_reads_no_case(room: Room) -> None:
    async with room.database.write() as work:
        operator = await sit_down(work, None)
        with pytest.raises(HandlerError, match="desk_forbidden"):
            await read_case(
                work, operator, desk=room.desk, code=room.case.code, years=5, now=MONDAY
            )


async def test_opening_is_an_event_and_reading_anew_is_none(room: Room) -> None:
    async with room.database.write() as work:
        visitor = await room.sit(work, "thu")
        await open_at_desk(work, visitor, desk=room.desk, code=room.case.code, now=MONDAY)
    await room.reads("thu")
    async with room.database.read() as work:
        case = await work.cases.get(room.case.id)
    assert case
    assert len(case.sources(Action.READ)) == 1


async def test_what_is_foreseen_is_what_the_sender_reads(room: Room) -> None:
    steps: tuple[tuple[str, Action, dict[str, object]], ...] = (
        ("thu", Action.ASK_INFO, {"text": "Bóng đèn số mấy?"}),
        ("thu", Action.RESUME, {}),
        ("thu", Action.ACCEPT, {}),
        ("thu", Action.ASSIGN, {"office_id": room.town.offices[LAND]}),
        ("dia", Action.DRAFT, {"text": ANSWER}),
        ("chutich", Action.EXTEND, {"day": dt.date(2026, 12, 27), "text": "chờ vật tư"}),
        ("chutich", Action.APPROVE, {"drafts": 1}),
        ("thu", Action.ANSWER,
         {"drafts": 1, "number": "45", "day": TODAY, "signer": "Chủ tịch Trần Thị Mai"}),
    )  # fmt: skip
    for who, action, given in steps:
        foreseen = await room.foresees(who, action, **given)
        said = await room.does(who, action, **given)
        assert room.case.code in said
        if foreseen:
            assert foreseen == await room.told(), action
    assert await room.state() is CaseState.ANSWERED
    assert ANSWER in await room.told()


async def test_what_is_accepted_may_be_given_at_once(room: Room) -> None:
    said = await room.does("thu", Action.ACCEPT, office_id=room.town.offices[LAND])
    assert LAND in said
    assert await room.state() is CaseState.ASSIGNED


async def test_who_comes_second_learns_who_was_first(room: Room) -> None:
    await room.does("chutich", Action.ACCEPT)
    with pytest.raises(HandlerError, match="desk_case_passed") as refused:
        await room.does("thu", Action.ACCEPT)
    assert "Người chutich" in str(refused.value.facts["last"])


async def test_two_drafts_do_not_overwrite_each_other_unseen(room: Room) -> None:
    await room.walk(3)
    await room.does("dia", Action.DRAFT, text="Bản của tôi", drafts=0)
    with pytest.raises(Overtaken) as overtaken:
        await room.does("truong", Action.DRAFT, text="Bản khác", drafts=0)
    assert (overtaken.value.theirs, overtaken.value.mine) == ("Bản của tôi", "Bản khác")
    assert overtaken.value.facts["name"] == "Người dia"
    await room.does("truong", Action.DRAFT, text="Bản khác", drafts=0, is_sure=True)
    assert (await room.reads("dia")).answer.text == "Bản khác"


async def test_nobody_approves_a_draft_that_they_have_not_read(room: Room) -> None:
    await room.walk(4)
    await room.does("dia", Action.DRAFT, text="Bản sau", drafts=1)
    with pytest.raises(HandlerError, match="desk_case_draft_changed"):
        await room.does("chutich", Action.APPROVE, drafts=1)
    await room.does("chutich", Action.APPROVE, drafts=2)


async def test_a_transfer_names_another_authority(room: Room) -> None:
    with pytest.raises(HandlerError, match="desk_case_inside"):
        await room.does("thu", Action.TRANSFER, recipient=LAND, text="đúng thẩm quyền")
    with pytest.raises(HandlerError, match="desk_field_long"):
        await room.does("thu", Action.TRANSFER, recipient="x" * 301, text="đúng thẩm quyền")


async def test_a_case_is_merged_into_one_that_the_visitor_handles(room: Room) -> None:
    async with room.database.write() as work:
        other = await open_case(work, room.town.place_id, number=2, sender=Address("web", "khac"))
        hidden = await open_case(
            work, room.town.place_id, number=3, kind=CaseKind.PETITION,
            sender=Address("web", "don"),
        )  # fmt: skip
    for wrong in ("", "PA", hidden.code):
        with pytest.raises(HandlerError, match="desk_case_other_unknown"):
            await room.does("chutich", Action.MERGE, other=wrong)
    await room.does("chutich", Action.MERGE, other=other.code.lower())
    assert (await room.reads("thu")).merged_into == other.code


async def test_a_hidden_name_is_hidden_from_all_but_the_clerk(room: Room) -> None:
    async with room.database.write() as work:
        room.case = await open_case(
            work, room.town.place_id, number=5, hides_name=True, where="nhà Nguyễn Văn Bình",
            content="Tôi là Nguyễn Văn Bình, đèn hỏng",
        )  # fmt: skip
    leader, clerk = await room.reads("chutich"), await room.reads("thu")
    assert "Bình" not in f"{leader.content}{leader.where}{leader.sender}{leader.copy}"
    assert leader.letters == ()
    assert clerk.sender.name == "Nguyễn Văn Bình"


async def test_a_call_is_noted_only_where_one_waits(room: Room) -> None:
    await room.walk(1)
    with pytest.raises(HandlerError, match="desk_case_no_call"):
        await room.does("thu", Action.TELL)
    async with room.database.write() as work:
        [notice] = await work.case_notices.of_case(room.case.id)
        await work.case_notices.record_subject(f"case notice {notice.id}", "failed", now=MONDAY)
    view = await room.reads("thu")
    assert Action.TELL in view.acts
    assert view.notices[-1].is_failed
    assert "Người thu" in await room.does("thu", Action.TELL, text="đã nói rõ")
    assert Action.TELL not in (await room.reads("thu")).acts


async def test_a_clerk_erases_what_need_not_be_kept(room: Room) -> None:
    async with room.database.write() as work:
        doer = room.town.doer("lan", room.case)
        await room.desk.move(work, room.case, Action.WITHDRAW, doer, now=MONDAY)
    assert Action.ERASE not in (await room.reads("chutich")).acts
    assert Action.ERASE in (await room.reads("thu")).acts
    await room.does("thu", Action.ERASE)
    view = await room.reads("thu")
    assert "Đèn" not in view.content
    assert Action.ERASE not in view.acts


async def test_what_must_be_kept_is_not_erased(room: Room) -> None:
    await room.walk(6)
    assert Action.ERASE not in (await room.reads("thu")).acts
    with pytest.raises(HandlerError, match="desk_case_kept"):
        await room.does("thu", Action.ERASE)


async def test_a_case_opened_again_is_drafted_at_once(room: Room) -> None:
    await room.walk(6)
    async with room.database.write() as work:
        doer = room.town.doer("lan", room.case)
        room.case = await room.desk.move(work, room.case, Action.REOPEN, doer, now=MONDAY)
    assert Action.DRAFT in (await room.reads("dia")).acts
    await room.does("dia", Action.DRAFT, text="Đã sửa lại", drafts=1)
    assert await room.state() is CaseState.DRAFTED


async def test_more_time_is_asked_for_and_declined(room: Room) -> None:
    await room.walk(3)
    await room.does("dia", Action.ASK_EXTENSION, day=dt.date(2026, 12, 30), text="chờ vật tư")
    view = await room.reads("chutich")
    assert view.request
    assert (view.request.by, view.request.text) == ("Người dia", "chờ vật tư")
    assert Action.DECLINE_EXTENSION in view.acts
    await room.does("chutich", Action.DECLINE_EXTENSION, text="đủ người làm")
    assert (await room.reads("chutich")).request is None


async def test_advice_is_for_who_chooses(room: Room) -> None:
    adviser = Adviser(room.database, room.desk, Library(WordEmbedder()))
    async with room.database.write() as work:
        similar = await open_case(work, room.town.place_id, number=2, sender=Address("web", "khac"))
        clerk = await room.sit(work, "thu")
    advice = await read_advice(adviser, clerk, code=room.case.code, now=MONDAY)
    assert [each.code for each in advice.similar] == [similar.code]


async def test_a_result_is_shown_with_its_marks_before_it_is_public(room: Room) -> None:
    await room.walk(5)
    async with room.database.write() as work:
        visitor = await room.sit(work, "thu")
        signed = Given(Action.ANSWER, number="45", day=TODAY, signer="Chủ tịch", drafts=1)
        await take_act(
            work, visitor, desk=room.desk, code=room.case.code, given=signed, years=5, now=MONDAY
        )
        read = {"desk": room.desk, "code": room.case.code, "now": MONDAY}
        typed = "Anh Nguyễn Văn Bình báo đèn hỏng, gọi 0912 345 678"
        view = await read_publication(work, visitor, content=typed, **read)  # type: ignore[arg-type]
        assert view.content.text == "Anh [đã lược bỏ] báo đèn hỏng, gọi [đã lược bỏ]"
        assert [each.mark for each in view.content.public].count(Mark.HIDDEN) == 2
        public = {"content": typed, "answer": view.answer.text, "seen": view.seen, **read}
        with pytest.raises(HandlerError, match="desk_case_personal"):
            await publish(work, visitor, **public)  # type: ignore[arg-type]
        public["content"] = view.content.text
        await publish(work, visitor, **public)  # type: ignore[arg-type]
        with pytest.raises(Overtaken):
            await publish(work, visitor, **public)  # type: ignore[arg-type]
        shown = await work.publications.find(room.case.code)
    assert shown
    assert shown.content == view.content.text
    assert view.notice == await room.told()
