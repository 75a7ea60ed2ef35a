"""Acts that come too late, twice or in another order than they should: nothing impossible stands."""

import datetime as dt
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from storage.values import CancelReason, DueState, NewDueDay, PostponementState
from tests.factories.plans import CULTURE, build_task
from tests.factories.tasks import ECONOMY, Commune, open_commune
from tests.handlers.conftest import Prepared

FAIR = "hội thi"
LATER = "04/12/2026"


@pytest.fixture
async def commune(prepared: Prepared, tmp_path: Path) -> AsyncIterator[Commune]:
    commune = await open_commune(prepared, tmp_path)
    yield commune
    await commune.chat.app.database.close()


async def give_out(commune: Commune, office: str, last_day: dt.date) -> str:
    """Give work out to an office; give its code."""
    async with commune.chat.app.database.write() as work:
        place = await work.localities.find("xã Bến Lụa")
        assert place
        found = await work.offices.ensure(place.id, office)
        now = commune.chat.clock.now()
        task_id = await work.assignments.add(
            build_task("Kê khai tài sản công"), locality_id=place.id, document="", by=None, now=now
        )
        day = NewDueDay(task_id, found.id, "", last_day, DueState.OPEN, commune.today)
        await work.due_days.add([day], locality_id=place.id)
        [due] = await work.due_days.of_tasks([task_id])
    return f"V{due.id}"


async def state_of(commune: Commune, words: str, office: str | None = None) -> DueState:
    return (await commune.find(words, office)).state


async def test_done_and_undone_after_it_was_given_here_is_open(commune: Commune) -> None:
    code = await give_out(commune, CULTURE, dt.date(2026, 12, 4))
    await commune["an"].says(f"{code} không phải của chúng tôi")
    assert "Đã giao" in await commune["thu"].says(f"giao {code} cho {ECONOMY}")
    await commune["kinhte"].says(f"xong {code}")
    await commune["kinhte"].says(f"hoàn tác {code}")
    assert await state_of(commune, "Kê khai", ECONOMY) is DueState.OPEN


async def test_late_work_done_and_undone_by_its_new_office_is_open(commune: Commune) -> None:
    due = await commune.find("Đăng tin")
    assert due.due_on < commune.today
    assert "Đã giao" in await commune["thu"].says(f"giao V{due.id} cho {ECONOMY}")
    given = await commune.find("Đăng tin", ECONOMY)
    assert given.state is DueState.OPEN
    await commune["kinhte"].says(f"xong V{given.id}")
    await commune["kinhte"].says(f"hoàn tác V{given.id}")
    assert await state_of(commune, "Đăng tin", ECONOMY) is DueState.OPEN


async def test_an_older_note_taken_back_leaves_a_newer_one(commune: Commune) -> None:
    code = f"V{(await commune.find(FAIR)).id}"
    await commune["an"].says(f"xong {code}")
    await commune["an"].says(f"kết quả {code}: Công văn số 45")
    await commune["binh"].says(f"kết quả {code}: Công văn số 46")
    assert "46" in (await commune.find(FAIR)).done_note
    await commune["an"].says(f"hoàn tác {code}")
    assert "46" in (await commune.find(FAIR)).done_note


async def test_a_request_taken_back_leaves_a_newer_one_of_a_colleague(commune: Commune) -> None:
    due = await commune.find(FAIR)
    await commune["an"].says(f"V{due.id} xin lùi đến {LATER}")
    await commune["binh"].says(f"V{due.id} xin lùi đến 08/12/2026")
    await commune["an"].says(f"hoàn tác V{due.id}")
    async with commune.chat.app.database.read() as work:
        waiting = await work.postponements.find_waiting(due.id)
    assert waiting
    assert waiting.new_day == dt.date(2026, 12, 8)


async def test_an_older_dispute_taken_back_leaves_a_newer_one(commune: Commune) -> None:
    code = f"V{(await commune.find(FAIR)).id}"
    await commune["an"].says(f"{code} không phải của chúng tôi")
    await commune["thu"].says(f"giữ nguyên {code}")
    await commune["binh"].says(f"{code} không phải của chúng tôi")
    await commune["an"].says(f"hoàn tác {code}")
    assert await state_of(commune, FAIR) is DueState.DISPUTED


async def test_what_was_over_before_it_became_known_gets_no_more_time(commune: Commune) -> None:
    async with commune.chat.app.database.write() as work:
        place = await work.localities.find("xã Bến Lụa")
        assert place
        [past, *_] = await work.due_days.of_place(place.id, {DueState.PAST})
        office = await work.offices.find(place.id, CULTURE)
        assert office
        person = await work.people.find(commune["an"].chat.address, on=commune.today)
        assert person
        await work.people.hold(person.id, past.office_id or 0, from_day=commune.today)
    await commune["an"].says(f"V{past.id} xin lùi đến {LATER}")
    await commune["chutich"].says(f"đồng ý V{past.id}")
    async with commune.chat.app.database.read() as work:
        assert not await work.postponements.of(past.id)
        after = await work.due_days.find(past.id)
    assert after
    assert not after.is_put_off


async def test_requests_for_what_holds_no_more_wait_for_nobody(commune: Commune) -> None:
    due = await commune.find(FAIR)
    await commune["an"].says(f"V{due.id} xin lùi đến {LATER}")
    assert "hội thi" in await commune["chutich"].says("việc xin gia hạn")
    async with commune.chat.app.database.write() as work:
        await work.due_days.cancel([due.id], CancelReason.REPLACED, now=commune.chat.clock.now())
    assert "hội thi" not in await commune["chutich"].says("việc xin gia hạn")


async def test_given_to_a_group_that_holds_its_office_too_it_is_open_again(
    commune: Commune,
) -> None:
    due = await commune.find(FAIR)
    async with commune.chat.app.database.write() as work:
        place = await work.localities.find("xã Bến Lụa")
        assert place
        group = await work.offices.ensure(place.id, "Các ban, ngành")
        members = [await work.offices.ensure(place.id, name) for name in (CULTURE, ECONOMY)]
        await work.offices.set_members(group.id, [each.id for each in members])
    await commune["an"].says(f"V{due.id} không phải của chúng tôi")
    await commune["thu"].says(f"giao V{due.id} cho Các ban, ngành")
    assert await state_of(commune, FAIR, CULTURE) is DueState.OPEN
    assert await state_of(commune, FAIR, ECONOMY) is DueState.OPEN


@pytest.mark.parametrize("after", ["xong {}", "{} không phải của chúng tôi"])
async def test_what_is_done_or_disputed_waits_for_no_more_time(
    commune: Commune, after: str
) -> None:
    due = await commune.find(FAIR)
    await commune["an"].says(f"V{due.id} xin lùi đến {LATER}")
    await commune["an"].says(after.format(f"V{due.id}"))
    await commune["chutich"].says(f"đồng ý V{due.id}")
    async with commune.chat.app.database.read() as work:
        [request] = await work.postponements.of(due.id)
    assert request.state is PostponementState.WITHDRAWN
    assert not (await commune.find(FAIR)).is_put_off


_SAID = (
    "xem {}", "xong {}", "kết quả {}: Công văn số 1", "nhắc lại {} thứ Năm", "tình hình {}",
    "{} không phải của chúng tôi", "{} xin lùi đến 04/12/2026", "đồng ý {}", "từ chối {}",
    "giữ nguyên {}", "giao {} cho Phòng Kinh tế", "đôn đốc {}", "hoàn tác {}", "thu hồi {}",
)  # fmt: skip


@pytest.mark.parametrize("user", ["thu", "chutich", "ha", "an", "dan"])
async def test_nobody_reads_or_changes_what_is_another_places(commune: Commune, user: str) -> None:
    async with commune.chat.app.database.read() as work:
        place = await work.localities.find("xã Đồi Sim")
        assert place
        [due, *_] = await work.due_days.of_place(place.id, frozenset(DueState))
    for words in _SAID:
        said = await commune[user].says(words.format(f"V{due.id}"))
        assert due.task.content[:20] not in said, words
        assert "Đồi Sim" not in said, words
    async with commune.chat.app.database.read() as work:
        assert await work.due_days.find(due.id) == due
        assert not await work.due_events.of(due.id)


async def test_who_has_left_reads_and_changes_nothing(commune: Commune) -> None:
    due = await commune.find(FAIR)
    async with commune.chat.app.database.write() as work:
        an = await work.people.find(commune["an"].chat.address, on=commune.today)
        assert an
        await work.people.leave(an.id, now=commune.chat.clock.now(), today=commune.today)
    for words in _SAID:
        assert due.task.content[:20] not in await commune["an"].says(words.format(f"V{due.id}"))
    assert await commune.find(FAIR) == due
