"""The office's answers at the desk: who may, what is shown, two at one answer, undoing."""

from dataclasses import dataclass, replace

import pytest

from handlers.desk.answers.listing import (
    AnswerBook,
    Written,
    list_answers,
    list_waiting,
)
from handlers.desk.answers.trail import find_restored, list_deeds, undo_change
from handlers.desk.answers.writing import (
    Draft,
    begin_draft,
    drop_questions,
    prepare_answer,
    preview_answer,
    remove_answer,
    save_answer,
)
from handlers.desk.overtaken import Overtaken
from handlers.desk.visitor import Visitor
from handlers.errors import HandlerError
from handlers.faq.service import Saved
from storage.database import Database
from storage.values import KeptFor, Role
from tests.factories.desk import sit_down
from tests.factories.talk import MONDAY, Chat, build_chat
from tests.factories.town_hall import PLACE, found_hall

QUESTION = "Làm lại thẻ bảo hiểm y tế cho con ở đâu?"
ANSWER = "Ông/Bà nộp tại Bộ phận Một cửa, mang theo giấy khai sinh."


@dataclass
class Hall:
    """The clerk, a second one, the leader, an officer, the operator, and another place's clerk."""

    chat: Chat
    clerk: Visitor
    second: Visitor
    leader: Visitor
    officer: Visitor
    operator: Visitor
    stranger: Visitor

    async def save(self, draft: Draft, who: Visitor | None = None, **more: bool) -> Saved:
        who, now = who or self.clerk, self.chat.clock.now()
        entry = await prepare_answer(self.chat.app.library, who, draft, now=now)
        async with self.chat.app.database.write() as work:
            saved = await save_answer(work, who, draft, entry, now=now, **more)
        self.chat.clock.advance(seconds=1)
        return saved

    async def book(self, who: Visitor | None = None, **narrow: object) -> AnswerBook:
        async with self.chat.app.database.read() as work:
            now = self.chat.clock.now()
            return await list_answers(work, who or self.clerk, now=now, **narrow)  # type: ignore[arg-type]

    async def find(self, faq_id: int) -> Written:
        book = await self.book()
        return next(each for each in book.answers if each.id == faq_id)

    async def questions(self, who: Visitor | None = None, **narrow: object) -> list[str]:
        async with self.chat.app.database.read() as work:
            now = self.chat.clock.now()
            found = await list_waiting(work, who or self.clerk, now=now, **narrow)  # type: ignore[arg-type]
        return [each.question for each in found.groups]

    async def undo_last(self, who: Visitor | None = None) -> None:
        who, now = who or self.clerk, self.chat.clock.now()
        async with self.chat.app.database.read() as work:
            last = (await list_deeds(work, self.clerk))[0]
            old = await find_restored(work, who, last.id)
        library = self.chat.app.library
        entry = await prepare_answer(library, who, old, now=now) if old else None
        async with self.chat.app.database.write() as work:
            await undo_change(work, who, last.id, entry, now=now)
        self.chat.clock.advance(seconds=1)


@pytest.fixture
async def hall(sqlite: Database) -> Hall:
    async with sqlite.write() as work:
        here = await found_hall(work, PLACE)
        there = await found_hall(work, "xã Đồi Sim")
        seated = [
            await here.seat("Lê Thị Bình", "Văn phòng", Role.CLERK),
            await here.seat("Trần Văn An", "Văn phòng", Role.CLERK),
            await here.seat("Nguyễn Thị Hạnh", "Lãnh đạo", Role.LEADER),
            await here.seat("Phạm Văn Cường", "Phòng Kinh tế"),
            None,
            await there.seat("Vũ Sim", "Văn phòng", Role.CLERK),
        ]
        for _ in range(3):
            await work.faq.keep(here.place.id, QUESTION, KeptFor.NOT_FOUND, now=MONDAY)
        await work.faq.keep(
            here.place.id, "Hạn báo cáo rà soát thủ tục?", KeptFor.DISLIKED, now=MONDAY
        )
        await work.faq.keep(
            there.place.id, "Chợ Đồi Sim họp ngày nào?", KeptFor.NOT_FOUND, now=MONDAY
        )
        visitors = [await sit_down(work, each) for each in seated]
    visitors[4] = replace(visitors[4], place=here.place)
    return Hall(build_chat(sqlite, locality=PLACE), *visitors)


async def test_questions_are_grouped_and_the_most_asked_comes_first(hall: Hall) -> None:
    assert await hall.questions() == [QUESTION, "Hạn báo cáo rà soát thủ tục?"]
    assert await hall.questions(words="the bao hiem") == [QUESTION]
    assert await hall.questions(words="thẻ bảo") == [QUESTION]
    assert await hall.questions(words="thé") == []
    assert await hall.questions(reason=KeptFor.DISLIKED) == ["Hạn báo cáo rà soát thủ tục?"]
    assert await hall.questions(hall.stranger) == ["Chợ Đồi Sim họp ngày nào?"]


async def test_an_answer_is_found_by_the_next_asker_and_settles_the_rest(hall: Hall) -> None:
    async with hall.chat.app.database.read() as work:
        found = await list_waiting(work, hall.clerk, now=hall.chat.clock.now())
    draft = replace(begin_draft(found.groups[0]), answer=ANSWER)
    preview = preview_answer(hall.clerk, draft, now=hall.chat.clock.now())
    saved = await hall.save(draft)
    assert saved.settled == 3
    assert await hall.chat.says("lam lai the bao hiem y te cho con o dau") == preview.text
    assert QUESTION not in await hall.questions()
    [written] = (await hall.book()).answers
    assert (written.question, written.by, written.is_public) == (QUESTION, "Lê Thị Bình", True)
    assert (await hall.book(hall.stranger)).count == 0
    assert (await hall.book(words="giay khai sinh")).count == 1
    assert (await hall.book(is_public=False)).count == 0


async def test_personal_data_is_warned_of(hall: Hall) -> None:
    draft = Draft(QUESTION, "Liên hệ ông Nguyễn Văn Bình, CCCD 001090001234.")
    assert preview_answer(hall.clerk, draft, now=hall.chat.clock.now()).warnings


@pytest.mark.parametrize("who", ["leader", "officer"])
async def test_only_clerks_and_the_operator_write(hall: Hall, who: str) -> None:
    visitor = getattr(hall, who)
    with pytest.raises(HandlerError, match="desk_forbidden"):
        await hall.save(Draft(QUESTION, ANSWER), visitor)
    with pytest.raises(HandlerError, match="desk_forbidden"):
        preview_answer(visitor, Draft(QUESTION, ANSWER), now=hall.chat.clock.now())
    async with hall.chat.app.database.write() as work:
        for deed in (
            drop_questions(work, visitor, [1], now=hall.chat.clock.now()),
            remove_answer(work, visitor, 1, "", now=hall.chat.clock.now()),
            find_restored(work, visitor, 1),
        ):
            with pytest.raises(HandlerError, match="desk_forbidden"):
                await deed
    saved = await hall.save(Draft(QUESTION, ANSWER), hall.operator)
    assert (await hall.find(saved.faq_id)).by == "Người quản trị"


async def test_an_officer_sees_none_of_it_and_a_leader_reads(hall: Hall) -> None:
    assert await hall.questions(hall.leader)
    with pytest.raises(HandlerError, match="desk_forbidden"):
        await hall.questions(hall.officer)
    with pytest.raises(HandlerError, match="desk_forbidden"):
        await hall.book(hall.officer)


async def test_nothing_of_another_place_is_reached_by_its_number(hall: Hall) -> None:
    saved = await hall.save(Draft(QUESTION, ANSWER))
    now = hall.chat.clock.now()
    assert saved.faq_id not in [each.id for each in (await hall.book(hall.stranger)).answers]
    with pytest.raises(HandlerError, match="desk_gone"):
        await hall.save(Draft(QUESTION, "khác", faq_id=saved.faq_id), hall.stranger)
    async with hall.chat.app.database.write() as work:
        [deed, *_] = await list_deeds(work, hall.clerk)
        assert await list_deeds(work, hall.stranger) == ()
        with pytest.raises(HandlerError, match="desk_gone"):
            await remove_answer(work, hall.stranger, saved.faq_id, "", now=now)
        with pytest.raises(HandlerError, match="desk_gone"):
            await undo_change(work, hall.stranger, deed.id, None, now=now)
        with pytest.raises(HandlerError, match="question_gone_desk"):
            await drop_questions(work, hall.stranger, [1, 2, 3, 4], now=now)
    foreign = await hall.save(
        Draft("Chợ họp ngày nào?", "Ngày 5.", settles=(4,)), hall.stranger, overwrites=True
    )
    assert foreign.settled_ids == ()  # question 4 is not theirs
    assert (await hall.find(saved.faq_id)).answer == ANSWER


async def test_the_second_of_two_editors_is_told_and_may_insist(hall: Hall) -> None:
    saved = await hall.save(Draft(QUESTION, ANSWER))
    shown = await hall.find(saved.faq_id)
    first = Draft(QUESTION, "Nộp tại tầng 1.", faq_id=shown.id, version=shown.version)
    await hall.save(first, hall.second)
    mine = replace(first, answer="Nộp tại tầng 2.")
    with pytest.raises(Overtaken) as told:
        await hall.save(mine)
    assert told.value.facts["name"] == "Trần Văn An"
    assert "Nộp tại tầng 1." in told.value.theirs
    assert "Nộp tại tầng 2." in told.value.mine
    assert (await hall.find(shown.id)).answer == "Nộp tại tầng 1."
    await hall.save(mine, overwrites=True)
    assert (await hall.find(shown.id)).answer == "Nộp tại tầng 2."


async def test_who_edits_what_another_removed_is_told(hall: Hall) -> None:
    saved = await hall.save(Draft(QUESTION, ANSWER))
    shown = await hall.find(saved.faq_id)
    async with hall.chat.app.database.write() as work:
        now = hall.chat.clock.now()
        await remove_answer(work, hall.second, shown.id, shown.version, now=now)
    draft = Draft(QUESTION, "Nộp tại tầng 1.", faq_id=shown.id, version=shown.version)
    with pytest.raises(Overtaken) as told:
        await hall.save(draft)
    assert told.value.facts["name"] == "Trần Văn An"
    await hall.save(draft, overwrites=True)
    assert (await hall.book()).count == 1


async def test_who_removes_what_another_changed_is_told(hall: Hall) -> None:
    saved = await hall.save(Draft(QUESTION, ANSWER))
    shown = await hall.find(saved.faq_id)
    await hall.save(Draft(QUESTION, "Khác.", faq_id=shown.id, version=shown.version), hall.second)
    async with hall.chat.app.database.write() as work:
        with pytest.raises(Overtaken):
            await remove_answer(
                work, hall.clerk, shown.id, shown.version, now=hall.chat.clock.now()
            )


async def test_two_answers_to_one_question(hall: Hall) -> None:
    await hall.save(Draft(QUESTION, ANSWER, settles=(1, 2, 3)), hall.second)
    with pytest.raises(Overtaken) as told:
        await hall.save(Draft("Thẻ bảo hiểm của con làm lại thế nào?", "Khác.", settles=(1, 2, 3)))
    assert ANSWER in told.value.theirs
    async with hall.chat.app.database.write() as work:
        await drop_questions(work, hall.clerk, [4], now=hall.chat.clock.now())
    with pytest.raises(HandlerError, match="question_gone_desk"):
        await hall.save(Draft("Hạn báo cáo rà soát?", "Ngày 5.", settles=(4,)))


async def test_one_question_has_one_answer(hall: Hall) -> None:
    await hall.save(Draft(QUESTION, ANSWER))
    other = await hall.save(Draft("Chợ Bến Lụa họp ngày nào?", "Ngày 5."))
    shown = await hall.find(other.faq_id)
    draft = Draft(QUESTION, "Khác.", faq_id=shown.id, version=shown.version)
    with pytest.raises(HandlerError, match="desk_answer_exists"):
        await hall.save(draft)


@pytest.mark.parametrize(
    ("question", "answer", "code"),
    [("", ANSWER, "faq_empty"), (QUESTION, " … ", "faq_empty"), ("thế nào?", ANSWER, "faq_says")],
)
async def test_what_cannot_be_kept(hall: Hall, question: str, answer: str, code: str) -> None:
    with pytest.raises(HandlerError, match=code):
        await hall.save(Draft(question, answer))


async def test_each_change_is_taken_back(hall: Hall) -> None:
    saved = await hall.save(Draft(QUESTION, ANSWER, settles=(1, 2, 3)))
    shown = await hall.find(saved.faq_id)
    await hall.save(Draft(QUESTION, "Khác.", faq_id=shown.id, version=shown.version))
    await hall.undo_last()
    assert (await hall.find(shown.id)).answer == ANSWER
    with pytest.raises(HandlerError):
        await hall.undo_last()  # the last is the undoing
    now_shown = await hall.find(shown.id)
    async with hall.chat.app.database.write() as work:
        now = hall.chat.clock.now()
        await remove_answer(work, hall.clerk, shown.id, now_shown.version, now=now)
    await hall.undo_last()
    [again] = (await hall.book()).answers
    assert again.answer == ANSWER
    assert ANSWER in await hall.chat.says(QUESTION)


async def test_taking_a_new_answer_back_lets_the_questions_wait_again(hall: Hall) -> None:
    await hall.save(Draft(QUESTION, ANSWER, settles=(1, 2, 3)))
    assert QUESTION not in await hall.questions()
    await hall.undo_last(hall.second)
    assert QUESTION in await hall.questions()
    assert (await hall.book()).count == 0


async def test_a_dropped_question_comes_back(hall: Hall) -> None:
    async with hall.chat.app.database.write() as work:
        await drop_questions(work, hall.clerk, [1, 2, 3], now=hall.chat.clock.now())
    assert QUESTION not in await hall.questions()
    await hall.undo_last()
    assert QUESTION in await hall.questions()


async def test_what_was_changed_since_is_not_undone(hall: Hall) -> None:
    saved = await hall.save(Draft(QUESTION, ANSWER))
    async with hall.chat.app.database.write() as work:
        [first] = await list_deeds(work, hall.clerk)
    shown = await hall.find(saved.faq_id)
    await hall.save(Draft(QUESTION, "Khác.", faq_id=shown.id, version=shown.version))
    async with hall.chat.app.database.write() as work:
        newest, oldest = await list_deeds(work, hall.clerk)
        assert (newest.can_undo, oldest.can_undo) == (True, False)
        with pytest.raises(Overtaken):
            await undo_change(work, hall.clerk, first.id, None, now=hall.chat.clock.now())
