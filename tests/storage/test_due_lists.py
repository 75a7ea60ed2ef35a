"""Lists of due days: filtered, counted, paged and grouped in the database."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

from storage.database import Database
from storage.values import CancelReason, DueState, NewDueDay, NewNudge, Told
from storage.values.due_lists import DueFilter, DueShown, OpenWork
from storage.work import Work
from tests.factories.plans import build_plan, build_task
from tests.factories.town_hall import TownHall

NOW = dt.datetime(2026, 11, 23, 2, 0, tzinfo=dt.UTC)
TODAY = dt.date(2026, 11, 23)
LATE, SOON = dt.date(2026, 11, 20), dt.date(2026, 11, 27)


@dataclass(frozen=True, slots=True)
class Scene:
    work: Work
    place_id: int
    offices: Sequence[int]
    tasks: Sequence[int]

    @property
    def all(self) -> DueFilter:
        return DueFilter(self.place_id, TODAY)

    async def add(
        self, task: int, day: dt.date, *, office: int | None = 0, state: DueState = DueState.OPEN
    ) -> int:
        office_id = None if office is None else self.offices[office]
        new = NewDueDay(self.tasks[task], office_id, "", day, state, TODAY)
        await self.work.due_days.add([new], locality_id=self.place_id)
        found = await self.work.due_days.of_tasks([self.tasks[task]])
        return next(d.id for d in found if (d.office_id, d.last_day) == (office_id, day))

    async def find(self, **wanted: object) -> list[int]:
        chosen = replace(self.all, **wanted)  # type: ignore[arg-type]
        found = [due.id for due in await self.work.due_lists.page(chosen, limit=50)]
        assert await self.work.due_lists.count(chosen) == len(found)
        return found


async def set_up(work: Work, name: str = "xã Bến Lụa", digest: str = "d") -> Scene:
    place = await work.localities.ensure(name)
    plan = build_plan(build_task("Rà soát thủ tục"), build_task("Niêm yết giá"), locality=name)
    plan_id = await work.plans.add(
        plan, locality_id=place.id, digest=digest, is_sample=False, now=NOW
    )
    await work.plans.confirm(plan_id, now=NOW)
    offices = [(await work.offices.ensure(place.id, each)).id for each in ("Phòng A", "Phòng B")]
    return Scene(work, place.id, offices, [each.id for each in await work.plans.tasks(plan_id)])


async def test_states_are_told_apart(database: Database) -> None:
    async with database.write() as work:
        scene = await set_up(work)
        late, soon = await scene.add(0, LATE), await scene.add(0, SOON)
        past = await scene.add(1, dt.date(2026, 3, 2), state=DueState.PAST)
        disputed = await scene.add(1, SOON, office=1)
        await work.due_days.dispute(disputed)
        in_time, too_late = await scene.add(1, LATE), await scene.add(1, dt.date(2026, 11, 22))
        # Friday 20:00 and Monday 00:30 in Viet Nam, the latter still Sunday in UTC
        await work.due_days.finish(
            in_time, person_id=None, note="", now=dt.datetime(2026, 11, 20, 13, tzinfo=dt.UTC)
        )
        await work.due_days.finish(
            too_late, person_id=None, note="", now=dt.datetime(2026, 11, 22, 17, 30, tzinfo=dt.UTC)
        )
        await work.postponements.ask(
            soon, person_id=None, new_day=dt.date(2026, 12, 4), reason="bận", now=NOW
        )
        gone = await scene.add(1, dt.date(2026, 12, 1))
        await work.due_days.cancel([gone], CancelReason.CORRECTED, now=NOW)
        assert set(await scene.find()) == {late, soon, disputed, in_time, too_late}
        assert await scene.find(shown=DueShown.OPEN) == [late, soon]
        assert await scene.find(shown=DueShown.OVERDUE) == [late]
        assert await scene.find(shown=DueShown.DONE) == [in_time, too_late]
        assert await scene.find(shown=DueShown.DONE_LATE) == [too_late]
        assert await scene.find(shown=DueShown.ASKED) == [soon]
        assert await scene.find(shown=DueShown.DISPUTED) == [disputed]
        assert await scene.find(shown=DueShown.PAST) == [past]
        assert await scene.find(shown=DueShown.CANCELLED) == [gone]


async def test_offices_plans_days_and_words_narrow_a_list(database: Database) -> None:
    async with database.write() as work:
        scene, other = await set_up(work), await set_up(work, "xã Đồi Sim", "e")
        first, second = await scene.add(0, LATE), await scene.add(1, SOON, office=1)
        nobodys = await scene.add(1, LATE, office=None)
        elsewhere = await other.add(0, SOON)
        one, two = scene.offices
        assert await scene.find() == [first, nobodys, second]
        assert await scene.find(office_ids={one}) == [first]
        assert await scene.find(office_ids=frozenset()) == []
        assert await scene.find(office_id=two) == [second]
        assert await scene.find(office_id=0) == [nobodys]
        assert await scene.find(since=SOON) == [second]
        assert await scene.find(until=LATE) == [first, nobodys]
        assert await scene.find(task_ids=[scene.tasks[0], other.tasks[0]]) == [first]
        assert await scene.find(task_ids=range(30_000, 70_000)) == []
        [plan_id] = await work.due_lists.plans(scene.place_id)
        assert await scene.find(plan_id=plan_id) == [first, nobodys, second]
        assert await scene.find(plan_id=plan_id + 1) == []
        assert await other.find() == [elsewhere]
        assert await work.due_lists.positions(scene.tasks) == dict(
            zip(scene.tasks, (1, 2), strict=True)
        )


async def test_days_are_grouped_by_task_open_ones_first(database: Database) -> None:
    async with database.write() as work:
        scene = await set_up(work)
        done, both = await scene.add(0, SOON), await scene.add(1, SOON)
        await work.due_days.finish(done, person_id=None, note="", now=NOW)
        await work.due_days.finish(both, person_id=None, note="", now=NOW)
        still = await scene.add(1, SOON, office=1)
        groups = await work.due_lists.group(scene.all, most=4)
        assert [(g.first, g.count, g.done, g.in_day) for g in groups] == [
            (still, 2, 1, 2),
            (done, 1, 1, 2),
        ]
        [first] = await work.due_lists.group(scene.all, most=1)
        assert (first.first, first.in_day) == (still, 2)


async def test_work_of_offices_not_held_is_listed_once(database: Database) -> None:
    async with database.write() as work:
        scene = await set_up(work)
        held = [scene.offices[0]]
        await scene.add(0, LATE)
        later, first = await scene.add(0, SOON, office=1), await scene.add(0, LATE, office=1)
        nobodys = await scene.add(1, SOON, office=None)
        await work.due_days.dispute(later)
        found = await work.due_lists.unassigned(scene.place_id, held, limit=10)
        assert found == [OpenWork(first, 1), OpenWork(nobodys, 0)]
        assert await work.due_lists.count_unassigned(scene.place_id, held) == 2
        assert await work.due_lists.unassigned(scene.place_id, held, limit=1, offset=1) == found[1:]


async def test_texts_are_read_anew_when_something_is_added(database: Database) -> None:
    async with database.write() as work:
        scene = await set_up(work)
        before = await work.due_lists.read_text_stamp(scene.place_id)
        due = await scene.add(0, SOON)
        stamp = await work.due_lists.read_text_stamp(scene.place_id)
        assert stamp != before
        assert await work.due_lists.texts(scene.place_id) == {
            scene.tasks[0]: "Rà soát thủ tục Tờ rơi"
        }
        given = await work.assignments.add(
            build_task("Báo cáo giá chợ", deliverable=None),
            locality_id=scene.place_id, document="", by=None, now=NOW,
        )  # fmt: skip
        new = NewDueDay(given, scene.offices[0], "", SOON, DueState.OPEN, TODAY)
        await work.due_days.add([new], locality_id=scene.place_id)
        assert await work.due_lists.texts(scene.place_id, after=due) == {given: "Báo cáo giá chợ "}
        assert len(await work.due_lists.texts(scene.place_id)) == 2
        assert len(await work.due_lists.texts(scene.place_id, after=99, corrected_after=0)) == 0


async def test_what_was_told_is_listed_with_whom(database: Database) -> None:
    async with database.write() as work:
        scene = await set_up(work)
        due = await scene.add(0, SOON)
        hall = TownHall(work, await work.localities.ensure("xã Bến Lụa"))
        person = await hall.seat("Trần Văn An", "Phòng A")
        nudge = NewNudge(Told(due, SOON, person.id, -3), "own")
        await work.nudges.claim([nudge], now=NOW)
        [claimed] = await work.due_lists.told(due)
        assert (claimed.person, claimed.step, claimed.told_at) == ("Trần Văn An", -3, None)
        await work.nudges.tell([nudge], now=NOW)
        [told] = await work.due_lists.told(due)
        assert told.told_at == NOW
