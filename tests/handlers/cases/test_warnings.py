"""Warnings of terms: who is warned of what, when, and once."""

import datetime as dt
from collections import Counter

import pytest

from handlers.cases.changes import Facts
from handlers.cases.warnings import Warned, find_warned_people
from knowledge.cases.states import CaseKind, TermKind
from knowledge.cases.steps import Action
from knowledge.cases.terms import Stage, TermStep
from storage.database import Database
from storage.values import Address, CaseTerm
from tests.factories.cases import (
    JUSTICE,
    LAND,
    found_town,
    found_with_case,
    open_case,
    to_answer,
    walk,
)
from tests.factories.duties import act, at, in_progress, tick
from tests.factories.talk import build_chat

DAY = dt.timedelta(days=1)


async def test_who_has_the_case_is_warned_then_the_head_then_the_leaders(sqlite: Database) -> None:
    _, case, chat = await in_progress(sqlite)
    days = "02 03 04 05 06 13 14 15 16 17 18 19 21 24 25 28"
    heard = {}
    for day in days.split():
        told = await tick(chat, at(f"{day}/12"))
        heard[day] = " ".join(user for user, _ in told)
        assert all(case.code in text for _, text in told)
    assert {day: names for day, names in heard.items() if names} == {
        "03": "dia",
        "14": "dia",
        "16": "dia truong",
        "18": "chutich dia thu truong",
        "25": "chutich dia thu truong",
    }


async def test_who_is_to_accept_a_case_is_warned_of_that(sqlite: Database) -> None:
    await found_with_case(sqlite)
    chat = build_chat(sqlite)
    heard = {day: await tick(chat, at(f"{day}/11")) for day in ("24", "25", "26", "27")}
    heard["01"] = await tick(chat, at("01/12"))
    assert {day: [user for user, _ in told] for day, told in heard.items()} == {
        "24": [],  # a day off
        "25": ["thu"],
        "26": [],
        "27": ["thu"],
        "01": ["chutich", "thu"],
    }
    assert "sắp đến hạn tiếp nhận thứ Năm 26/11/2026" in heard["25"][0][1]


@pytest.mark.parametrize(
    "moment", [at("05/12"), at("06/12"), at("03/12", "07:29"), at("03/12", "20:00")]
)
async def test_nobody_is_warned_at_night_or_on_a_day_off(
    sqlite: Database, moment: dt.datetime
) -> None:
    _, _, chat = await in_progress(sqlite)
    assert not await tick(chat, moment)


async def test_after_down_time_only_the_latest_step_is_told_once(sqlite: Database) -> None:
    _, _, chat = await in_progress(sqlite)
    told = await tick(chat, at("21/12", "10:15"))
    assert Counter(user for user, _ in told) == Counter(["dia", "truong", "chutich", "thu"])
    assert "đã quá hạn trả lời thứ Ba 15/12/2026, nơi đang xử lý: Công chức Địa chính" in told[0][1]
    assert not await tick(chat, at("21/12", "10:16"))
    assert not await tick(chat, at("22/12"))


async def test_several_terms_are_one_message_a_day(sqlite: Database) -> None:
    town, _, chat = await in_progress(sqlite)
    async with sqlite.write() as work:
        for number in range(2, 9):
            case = await open_case(work, town.place_id, number=number, sender=Address("web", "b"))
            await walk(work, town, case, *to_answer(town)[:3])
    await chat.app.drain()
    told = await tick(chat, at("14/12"))
    assert [user for user, _ in told] == ["dia"]
    assert told[0][1].startswith("8 phản ánh cần chú ý về thời hạn:\n")
    assert told[0][1].endswith("Còn 3 phản ánh nữa; nhắn “việc PAKN” để xem.")
    assert "0912" not in told[0][1]


async def test_a_pause_stops_warnings_and_a_new_day_is_warned_of_again(sqlite: Database) -> None:
    town, case, chat = await in_progress(sqlite)
    assert [user for user, _ in await tick(chat, at("14/12"))] == ["dia"]
    question = ("dia", Action.ASK_INFO, Facts(text="Cột số mấy?"))
    await act(sqlite, town, case, question, now=at("14/12", "09:00"))
    await chat.app.drain()
    assert not await tick(chat, at("18/12"))
    more = ("lan", Action.ADD_INFO, Facts(content="Cột 12"))
    case = await act(sqlite, town, case, more, now=at("18/12", "09:00"))
    assert case.due_on == dt.date(2026, 12, 21)
    await chat.app.drain()
    heard = {n: [u for u, _ in await tick(chat, at("19/12") + n * DAY)] for n in range(4)}
    assert heard == {0: [], 1: [], 2: ["dia"], 3: ["dia", "truong"]}


def step(stage: Stage) -> TermStep:
    return TermStep(stage, dt.date(2026, 12, 3), stage.value)


TERM = CaseTerm(1, 1, TermKind.HANDLING, dt.date(2026, 11, 23), dt.date(2026, 12, 15))


async def test_whoever_is_complained_of_is_not_warned(sqlite: Database) -> None:
    async with sqlite.write() as work:
        town = await found_town(work)
        case = await open_case(
            work,
            town.place_id,
            kind=CaseKind.CONDUCT,
            complained_office_id=town.offices[LAND],
        )
        people = list(town.people.values())
        case = await walk(
            work,
            town,
            case,
            ("thu", Action.ACCEPT, Facts()),
            ("thu", Action.ASSIGN, Facts(office_id=town.offices[JUSTICE], office=JUSTICE)),
        )
    for stage, names in (
        (Stage.HALF, {"tuphap"}),
        (Stage.OVER, {"tuphap"}),
        (Stage.LATE, {"tuphap", "thu", "chutich"}),
    ):
        found = find_warned_people(people, Warned(case, TERM, step(stage)), town.desk)
        assert {person.addresses[0].user for person in found} == names


async def test_where_nobody_can_be_reached_the_clerk_is_warned(sqlite: Database) -> None:
    town, case = await found_with_case(sqlite)
    case = await act(sqlite, town, case, *to_answer(town)[:3])
    people = [p for name, p in town.people.items() if name not in ("dia", "truong")]
    found = find_warned_people(people, Warned(case, TERM, step(Stage.HALF)), town.desk)
    assert [person.addresses[0].user for person in found] == ["thu"]
