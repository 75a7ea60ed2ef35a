"""The office's answers, questions kept and ratings, on both databases."""

import asyncio
import datetime as dt
from dataclasses import replace

import sqlalchemy as sa

from storage.database import Database
from storage.old_rows import OldKind
from storage.values import KeptFor, NewFaqEntry, Ratings
from storage.work import Work

NOW = dt.datetime(2026, 11, 23, 2, 0, tzinfo=dt.UTC)
TODAY = dt.date(2026, 11, 23)
DAY = dt.timedelta(days=1)


def entry(locality_id: int, question: str = "Họp thôn ngày nào?") -> NewFaqEntry:
    vector = b"\0\0\x80\x3f"
    return NewFaqEntry(locality_id, question, "Ngày 5.", True, NOW, "clerk", "nano", vector)


async def two_places(work: Work) -> tuple[int, int]:
    one = await work.localities.ensure("xã Bến Lụa")
    other = await work.localities.ensure("xã Đồi Sim")
    return one.id, other.id


async def test_an_answer_comes_back_is_changed_and_removed(database: Database) -> None:
    async with database.write() as work:
        here, there = await two_places(work)
        kept = await work.faq.add(entry(here))
        changed = replace(entry(here), answer="Ngày 6.", is_public=False)
        assert await work.faq.change(kept, changed)
        assert not await work.faq.change(kept, entry(there))
        assert not await work.faq.change(kept + 1, changed)
    async with database.read() as work:
        found = await work.faq.find(kept)
        assert found
        assert (found.answer, found.is_public, found.written_at) == ("Ngày 6.", False, NOW)
        assert [each.id for each in await work.faq.list_all()] == [kept]
        assert await work.faq.find(kept + 1) is None
    async with database.write() as work:
        assert await work.faq.remove(kept)
        assert not await work.faq.remove(kept)


async def test_answers_are_listed_by_place_and_audience(database: Database) -> None:
    async with database.write() as work:
        here, there = await two_places(work)
        public = await work.faq.add(entry(here))
        internal = await work.faq.add(replace(entry(here), is_public=False))
        other = await work.faq.add(entry(there))

    async def ids(*places: int, only_public: bool) -> list[int]:
        async with database.read() as work:
            found = await work.faq.of_localities(places, embedder="nano", only_public=only_public)
        return [each.id for each in found]

    assert await ids(here, only_public=True) == [public]
    assert await ids(here, only_public=False) == [public, internal]
    assert await ids(here, there, only_public=True) == [public, other]
    assert await ids(only_public=True) == []


async def test_a_vector_of_another_model_is_left_out(database: Database) -> None:
    async with database.write() as work:
        here, _ = await two_places(work)
        await work.faq.add(entry(here))
        [same] = await work.faq.of_localities([here], embedder="nano", only_public=True)
        [other] = await work.faq.of_localities([here], embedder="else", only_public=True)
    assert same.vector == b"\0\0\x80\x3f"
    assert other.vector is None


async def test_questions_wait_until_settled_or_dropped(database: Database) -> None:
    async with database.write() as work:
        here, there = await two_places(work)
        first = await work.faq.keep(here, "một", KeptFor.NOT_FOUND, now=NOW)
        second = await work.faq.keep(here, "hai", KeptFor.DISLIKED, now=NOW - DAY)
        other = await work.faq.keep(there, "ba", KeptFor.NOT_FOUND, now=NOW)
        nowhere = await work.faq.keep(None, "bốn", KeptFor.NOT_FOUND, now=NOW)
    async with database.read() as work:
        assert [q.id for q in await work.faq.list_open(here)] == [second, first]
        assert {q.id for q in await work.faq.list_open()} == {first, second, other, nowhere}
        found, _ = await work.faq.list_open(here)
        assert (found.question, found.reason, found.asked_at) == (
            "hai",
            KeptFor.DISLIKED,
            NOW - DAY,
        )
    async with database.write() as work:
        answer = await work.faq.add(entry(here))
        assert await work.faq.settle([first, second], answer) == 2
        assert await work.faq.settle([first], answer) == 0
        assert await work.faq.drop([first, other]) == 1
        assert await work.faq.list_open(here) == []
        assert await work.faq.remove(answer)


async def test_kept_questions_are_sealed_and_forgotten_by_age(database: Database) -> None:
    async with database.write() as work:
        await work.faq.keep(None, "đèn đường hỏng", KeptFor.NOT_FOUND, now=NOW - 2 * DAY)
        await work.faq.keep(None, "cống tắc", KeptFor.NOT_FOUND, now=NOW)
        sealed = await work.faq._session.scalars(sa.text("SELECT question_sealed FROM unanswered"))
        assert not [bytes(each) for each in sealed if "đèn".encode() in bytes(each)]
        await work.old_rows.remove(OldKind.QUESTIONS, NOW - DAY, limit=9)
        assert [q.question for q in await work.faq.list_open()] == ["cống tắc"]


async def test_ratings_add_up_whoever_counts_at_once(database: Database) -> None:
    async with database.write() as work:
        here, there = await two_places(work)

    async def rate(place: int, *, is_good: bool, day: dt.date = TODAY) -> None:
        async with database.write() as work:
            await work.faq.rate(place, day, is_good=is_good)

    rated = [(here, True), (here, True), (here, False), (there, True), (here, True)]
    await asyncio.gather(*(rate(place, is_good=is_good) for place, is_good in rated))
    await rate(here, is_good=False, day=TODAY - DAY)
    async with database.read() as work:
        assert await work.faq.count_ratings(here, TODAY, TODAY) == Ratings(3, 1)
        assert await work.faq.count_ratings(here, TODAY - DAY, TODAY) == Ratings(3, 2)
        assert await work.faq.count_ratings(there, TODAY - DAY, TODAY) == Ratings(1, 0)
        assert await work.faq.count_ratings(there, TODAY + DAY, TODAY + DAY) == Ratings(0, 0)


async def test_all_goes_with_its_place(database: Database) -> None:
    async with database.write() as work:
        here, _ = await two_places(work)
        await work.faq.add(entry(here))
        await work.faq.keep(here, "một", KeptFor.NOT_FOUND, now=NOW)
        await work.faq.rate(here, TODAY, is_good=True)
        await work.faq._session.execute(sa.text("DELETE FROM localities"))
        assert await work.faq.list_all() == []
        assert await work.faq.list_open() == []


async def test_of_two_who_change_an_answer_the_second_is_too_late(database: Database) -> None:
    async with database.write() as work:
        here, _ = await two_places(work)
        kept = await work.faq.add(entry(here))
        first = replace(entry(here), answer="Ngày 6.", written_at=NOW + DAY)
        assert await work.faq.change(kept, first, written_at=NOW)
        assert not await work.faq.change(kept, entry(here), written_at=NOW)
        found = await work.faq.find(kept)
        assert found
        assert found.answer == "Ngày 6."


async def test_settled_questions_lead_to_their_answer_and_may_wait_again(
    database: Database,
) -> None:
    async with database.write() as work:
        here, _ = await two_places(work)
        asked = [await work.faq.keep(here, "một", KeptFor.NOT_FOUND, now=NOW) for _ in range(3)]
        kept = await work.faq.add(entry(here))
        assert await work.faq.find_answer_to(asked) is None
        await work.faq.settle(asked[:1], kept)
        await work.faq.drop(asked[1:2])
        found = await work.faq.find_answer_to(asked)
        assert found
        assert found.id == kept
        assert await work.faq.reopen(asked) == 2  # the third has waited all the time
        assert [each.id for each in await work.faq.list_open(here)] == asked
        assert await work.faq.find_answer_to(asked) is None
        assert await work.faq.find_answer_to([]) is None


async def test_changes_of_some_kinds_of_subjects(database: Database) -> None:
    async with database.write() as work:
        here, there = await two_places(work)
        for subject in ("answer 1", "question 2", "profile", "answers 3"):
            await work.changes.add("edit", subject, locality_id=here, person_id=None, now=NOW)
        await work.changes.add("edit", "answer 9", locality_id=there, person_id=None, now=NOW)
        found = await work.changes.of_place(here, kinds=("answer", "question"))
        assert [each.subject for each in found] == ["question 2", "answer 1"]
