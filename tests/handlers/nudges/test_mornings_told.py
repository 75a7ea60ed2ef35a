"""What a tick tells: the right people, on the right morning, once."""

import datetime as dt
from dataclasses import replace

import pytest

from storage.database import Database
from storage.values import DueKind, DueState, Role
from tests.factories.nudges import Town, found_town
from tests.factories.plans import build_task
from tests.factories.talk import build_chat

ECONOMY, CULTURE = "Phòng Kinh tế", "Phòng Văn hóa - Xã hội"
FRIDAY = dt.date(2026, 12, 4)  # the due day; 24/11 is a day off
Day = dt.date


@pytest.fixture
async def town(sqlite: Database) -> Town:
    town = await found_town(build_chat(sqlite))
    await town.seat("an", ECONOMY)
    return town


@pytest.fixture
async def town_anywhere(database: Database) -> Town:
    town = await found_town(build_chat(database))
    await town.seat("an", ECONOMY)
    return town


async def staff(town: Town) -> None:
    await town.seat("head", ECONOMY, role=Role.HEAD)
    await town.seat("clerk", "Văn phòng HĐND và UBND xã", role=Role.CLERK)
    await town.seat("deputy", "Phó Chủ tịch UBND xã", role=Role.LEADER)
    await town.seat("chairman", "Chủ tịch UBND xã", role=Role.LEADER)


async def test_the_whole_ladder_of_one_item(town_anywhere: Town) -> None:
    town = town_anywhere
    await staff(town)
    await town.add(ECONOMY, FRIDAY)
    told: dict[str, list[Day]] = {}
    for n in range(43):
        day = Day(2026, 11, 23) + dt.timedelta(n)
        for time in ("07:00", "07:30") if day.weekday() == 0 else ("07:30",):
            for name in await town.tick(day, time):
                told.setdefault(name, []).append(day)
    december = [Day(2026, 12, d) for d in (1, 3, 4, 7, 28)]
    assert told["an"] == [Day(2026, 11, 25), *december]
    assert told["head"] == [Day(2026, 12, d) for d in (8, 28)]
    assert told["clerk"] == [Day(2026, 12, 9)]
    assert told["deputy"] == [Day(2026, 12, d) for d in (14, 28)]
    assert told["chairman"] == [Day(2026, 12, d) for d in (21, 28)]


async def test_leaders_hear_at_seven_on_a_monday_and_only_once(town: Town) -> None:
    await staff(town)
    due = await town.add(ECONOMY, FRIDAY)
    assert "deputy" not in await town.tick("2026-12-11", "07:30")
    assert set(await town.tick("2026-12-14", "07:00")) == {"deputy"}
    assert town.chat.buttons == [f"xem V{due}", f"đôn đốc V{due}"]
    assert "deputy" not in await town.tick("2026-12-14", "07:10")
    assert "deputy" not in await town.tick("2026-12-14", "07:30")


async def test_a_leader_reads_at_a_glance_which_offices_are_late_and_how_long(town: Town) -> None:
    await staff(town)
    await town.seat("binh", CULTURE)
    for office in (CULTURE, *[ECONOMY] * 5):
        await town.add(office, FRIDAY)
    oldest = await town.add(CULTURE, Day(2026, 12, 3))
    text = "\n".join((await town.tick("2026-12-14", "07:00"))["deputy"])
    head, first, *_, more = text.splitlines()
    assert "7 việc quá hạn, chưa cập nhật kết quả" in head
    assert f"({CULTURE}: 2; {ECONOMY}: 5)" in head
    assert first.startswith(f"1. {CULTURE}: Việc số 7")
    assert first.endswith("hạn thứ Năm 03/12/2026, quá hạn 7 ngày làm việc.")
    assert more == "Còn 2 việc nữa; nhắn “việc quá hạn” để xem hết."
    assert town.chat.buttons[0] == f"xem V{oldest}"
    assert len(town.chat.buttons) == 6


async def test_an_office_without_a_head_is_told_of_in_the_clerks_words(town: Town) -> None:
    await town.seat("clerk", "Văn phòng HĐND và UBND xã", role=Role.CLERK)
    await town.add(ECONOMY, FRIDAY)
    [text] = (await town.tick("2026-12-08"))["clerk"]
    assert text.startswith(
        "Các đơn vị có 1 việc quá hạn, chưa cập nhật kết quả:\n1. Phòng Kinh tế:"
    )


async def test_an_item_told_for_two_reasons_is_counted_and_listed_once(town: Town) -> None:
    clerk = "Văn phòng HĐND và UBND xã"
    await town.seat("clerk", clerk, role=Role.CLERK)
    await town.seat("cuong", CULTURE, has_chat=False)
    for office in (ECONOMY, CULTURE):
        task = replace(build_task(lead=(office,), last_day=FRIDAY), supporting=(clerk,))
        await town.add(office, FRIDAY, task=task)
    text = "\n".join((await town.tick("2026-11-25"))["clerk"])
    assert f"chuyển tới cuong ({CULTURE}, chưa nhận được tin tại đây) 1 việc" in text
    assert "phối hợp trong 1 việc" in text
    assert text.count(f"Chủ trì: {ECONOMY}.") == 1
    assert "Chủ trì: Phòng Văn hóa" not in text


async def test_what_is_passed_on_stands_together_for_each_person(town: Town) -> None:
    await town.seat("clerk", "Văn phòng HĐND và UBND xã", role=Role.CLERK)
    await town.seat("cuong", CULTURE, has_chat=False)
    await town.seat("dung", "Trạm Y tế", has_chat=False)
    for office in (CULTURE, "Trạm Y tế", CULTURE):
        await town.add(office, FRIDAY)
    text = "\n".join((await town.tick("2026-12-01"))["clerk"])
    assert text.count("Nhờ Anh/Chị chuyển tới") == 2
    assert f"chuyển tới cuong ({CULTURE}, chưa nhận được tin tại đây) 2 việc:" in text


async def test_what_became_known_today_waits_for_the_next_morning(town: Town) -> None:
    await town.add(ECONOMY, FRIDAY, known=Day(2026, 12, 1))
    assert not await town.tick("2026-12-01", "10:00")
    [text] = (await town.tick("2026-12-02"))["an"]
    assert "muộn" not in text


async def test_what_is_due_today_and_known_today_is_told_at_once(town: Town) -> None:
    await town.add(ECONOMY, FRIDAY, known=FRIDAY)
    [text] = (await town.tick(FRIDAY, "10:00"))["an"]
    assert "(hôm nay)" in text


@pytest.mark.parametrize("time", ["05:00", "06:59", "07:00", "07:29", "20:00", "23:59"])
async def test_officers_hear_nothing_outside_their_hours(town: Town, time: str) -> None:
    await town.add(ECONOMY, FRIDAY)
    assert not await town.tick("2026-12-01", time)


async def test_down_time_is_merged_into_one_that_says_so(town: Town) -> None:
    await staff(town)
    await town.add(ECONOMY, FRIDAY)
    told = await town.tick("2026-12-16")
    assert {name: len(texts) for name, texts in told.items()} == {
        "an": 1, "head": 1, "clerk": 1, "deputy": 1,
    }  # fmt: skip
    assert all("gửi muộn" in text for [text] in told.values())
    assert not await town.tick("2026-12-17")


async def test_a_clock_that_jumps_ahead_and_back_tells_nothing_twice(town: Town) -> None:
    await town.add(ECONOMY, FRIDAY)
    assert await town.tick("2026-12-01")
    assert await town.tick("2026-12-03")
    for day in ("2026-12-01", "2026-12-02", "2026-12-03"):
        assert not await town.tick(day)
    assert await town.tick(FRIDAY)


async def test_a_day_off_is_nudged_for_the_working_day_before(town: Town) -> None:
    await town.add(ECONOMY, Day(2026, 12, 6))
    [text] = (await town.tick(FRIDAY))["an"]
    assert "hạn Chủ nhật 06/12/2026 (sau hôm nay không còn ngày làm việc)" in text
    assert "xin hoàn thành chậm nhất thứ Sáu 04/12/2026" in text


@pytest.mark.parametrize(
    "state", [DueState.PAST, DueState.DONE, DueState.CANCELLED, DueState.DISPUTED]
)
async def test_only_what_is_open_is_told(town: Town, state: DueState) -> None:
    await town.add(ECONOMY, FRIDAY, state=state)
    assert not await town.days_of("an", Day(2026, 11, 30), Day(2026, 12, 8))


async def test_two_holders_hear_both_and_heads_only_what_is_late(town: Town) -> None:
    await town.seat("binh", ECONOMY)
    await town.seat("head", ECONOMY, role=Role.HEAD)
    await town.add(ECONOMY, FRIDAY)
    assert set(await town.tick("2026-12-01")) == {"an", "binh"}


async def test_a_head_alone_is_told_as_the_officer(town: Town) -> None:
    await town.seat("head", CULTURE, role=Role.HEAD)
    await town.add(CULTURE, FRIDAY)
    assert set(await town.tick("2026-12-01")) == {"head"}


async def test_a_substitute_hears_in_place_of_who_is_away(town: Town) -> None:
    await town.seat("binh", CULTURE)
    await town.add(ECONOMY, FRIDAY)
    async with town.chat.app.database.write() as work:
        await work.absences.set(
            town.people["an"].id,
            from_day=Day(2026, 11, 30),
            to_day=Day(2026, 12, 2),
            substitute_id=town.people["binh"].id,
        )
    assert set(await town.tick("2026-12-01")) == {"binh"}
    assert set(await town.tick("2026-12-03")) == {"an"}


async def test_the_head_passes_on_to_who_has_no_chat(town: Town) -> None:
    await town.seat("cuong", CULTURE, has_chat=False)
    await town.seat("head", CULTURE, role=Role.HEAD)
    await town.add(CULTURE, FRIDAY)
    [text] = (await town.tick("2026-12-01"))["head"]
    assert text.startswith("Nhờ Anh/Chị chuyển tới cuong")


async def test_a_pause_is_kept_and_ends_with_one_telling(town: Town) -> None:
    due = await town.add(ECONOMY, FRIDAY)
    async with town.chat.app.database.write() as work:
        await work.nudges.pause(due, town.people["an"].id, Day(2026, 12, 2))
    days = await town.days_of("an", Day(2026, 11, 30), FRIDAY)
    assert days == [Day(2026, 12, 2), Day(2026, 12, 3), FRIDAY]


async def test_a_day_put_off_has_a_ladder_of_its_own(town: Town) -> None:
    due = await town.add(ECONOMY, FRIDAY)
    assert await town.tick("2026-12-03")
    async with town.chat.app.database.write() as work:
        await work.due_days.put_off(due, Day(2026, 12, 18), on=Day(2026, 12, 3))
    days = await town.days_of("an", FRIDAY, Day(2026, 12, 18))
    assert days == [Day(2026, 12, d) for d in (9, 15, 17, 18)]
    assert "hạn cũ 04/12/2026" in town.chat.heard_by("an")[-1]


async def test_supporting_offices_hear_once_and_never_again(town: Town) -> None:
    await town.seat("binh", CULTURE)
    task = replace(
        build_task("Kiểm tra chợ", lead=(ECONOMY,), last_day=FRIDAY), supporting=(CULTURE,)
    )
    await town.add(ECONOMY, FRIDAY, task=task)
    days = await town.days_of("binh", Day(2026, 11, 23), Day(2026, 12, 8))
    assert days == [Day(2026, 11, 25)]


async def test_a_line_of_result_is_asked_for_twice_and_never_escalated(town: Town) -> None:
    await staff(town)
    await town.add(ECONOMY, Day(2026, 12, 14), kind=DueKind.LINE)
    days = await town.days_of("an", Day(2026, 12, 4), Day(2026, 12, 17))
    assert days == [Day(2026, 12, 7), Day(2026, 12, 14)]
    assert not town.chat.heard_by("head")


async def test_one_digest_holds_five_items_and_says_how_many_more(town: Town) -> None:
    for _ in range(7):
        await town.add(ECONOMY, FRIDAY)
    texts = (await town.tick("2026-12-01"))["an"]
    assert "Còn 2 việc nữa" in "\n".join(texts)
    assert all(len(text) <= 1400 for text in texts)
    assert sum(text.count("Việc số") for text in texts) == 5


async def test_a_new_holder_hears_from_then_on(town: Town) -> None:
    await town.add(CULTURE, FRIDAY)
    assert not await town.tick("2026-12-01")
    await town.seat("dung", CULTURE, since=Day(2026, 12, 2))
    assert await town.days_of("dung", Day(2026, 12, 2), FRIDAY) == [Day(2026, 12, 3), FRIDAY]


async def test_weekly_repeats_end_with_the_plans_year(town: Town) -> None:
    await town.add(ECONOMY, FRIDAY)
    days = await town.days_of("an", Day(2026, 12, 21), Day(2027, 1, 12))
    assert days == [Day(2026, 12, 21), Day(2026, 12, 28)]


async def test_a_place_has_a_ladder_of_its_own(town: Town) -> None:
    await town.add(ECONOMY, FRIDAY)
    async with town.chat.app.database.write() as work:
        await work.localities.save_ladder(town.place.id, {"usual": [2], "is_weekly": False})
    assert await town.days_of("an", Day(2026, 11, 24), Day(2026, 12, 22)) == [
        Day(2026, 12, 2),
        Day(2026, 12, 7),
    ]


async def test_the_last_fifth_of_a_quota_is_kept_for_what_is_late(sqlite: Database) -> None:
    town = await found_town(build_chat(sqlite, quotas="web:10"))
    await town.seat("an", ECONOMY)
    await town.seat("binh", CULTURE)
    await town.add(ECONOMY, Day(2026, 11, 26))
    await town.add(CULTURE, FRIDAY)
    async with sqlite.write() as work:
        await work.quotas.count("web", "2026-11", by=8)
    assert set(await town.tick("2026-11-27")) == {"an"}
    assert set(await town.tick("2026-12-01")) == {"binh"}
