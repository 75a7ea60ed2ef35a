"""A case grows old: open, ended, without its files, without its sender, gone; each on its day."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from handlers.cases.changes import Facts
from handlers.figures.report import CaseReport, build_report
from handlers.retention.cases import list_case_steps
from handlers.texts import say
from knowledge.calendar import load_calendar
from knowledge.cases.routing import find_topic
from knowledge.cases.states import CaseState
from knowledge.cases.steps import Action
from knowledge.reporting import Period, ReportPeriod
from storage.database import Database
from storage.errors import CannotOpen
from storage.models import CaseRow
from storage.values import Address
from storage.work import Work
from tests.factories.aged import (
    DAY,
    LAN,
    PHONE,
    SAID,
    WORDS,
    answer_named,
    ask_for_copy,
    attach,
    end,
    found_named,
    open_named,
    read_all,
    read_files,
)
from tests.factories.cases import found_town, open_case, walk
from tests.factories.talk import MONDAY, Chat, build_chat

SET: dict[str, Any] = {
    "retention_attachments": 400,
    "retention_cases_anonymise": 3,
    "retention_cases_delete": 5,
}


async def pass_to(chat: Chat, day: dt.date) -> None:
    """Let a day come; only its forgetting of cases is of interest."""
    chat.clock.moment = dt.datetime.combine(day, dt.time(5), dt.UTC)
    for step in list_case_steps():
        await chat.app.forgetting.go_on(step, now=chat.clock.now())


async def count_year(database: Database, now: dt.datetime) -> CaseReport:
    period = ReportPeriod(Period.YEAR, 1, 2026)
    async with database.read() as work:
        place = (await work.localities.list_all())[0]
        return await build_report(work, place, period, load_calendar(), now=now, with_fields=True)


async def list_published(database: Database) -> Sequence[str]:
    async with database.read() as work:
        return list((await work.publications.texts()).values())


async def test_a_case_goes_in_stages_each_on_its_day(database: Database, keys: list[str]) -> None:
    _, case = await found_named(database)
    chat = build_chat(database, **SET)
    photo = await attach(chat, case)
    later = MONDAY + 2 * DAY
    counted = await count_year(database, later)
    assert counted.fields[case.code] == find_topic(SAID) != ""
    stages = (  # the day, whether bytes, words and the row are still there
        ("2027-12-28", True, True, True),  # 400 days after its end
        ("2027-12-29", False, True, True),
        ("2029-11-23", False, True, True),
        ("2029-11-24", False, False, True),
        ("2031-11-23", False, False, True),
        ("2031-11-24", False, False, False),
    )
    for day, has_bytes, has_words, is_there in stages:
        await pass_to(chat, dt.date.fromisoformat(day))
        left = await read_all(database, keys)
        assert (chat.app.files.read(photo) is not None) is has_bytes, day
        assert ([word in left for word in WORDS] == [True, True, False, True, True]) is has_words, (
            day
        )
        assert [word for word in WORDS if word in left] == [] or has_words, day
        assert (LAN.user in left) is has_words, day
        assert (case.code in left) is is_there, day
        if is_there:
            assert await count_year(database, later) == counted, day
            assert await list_published(database) == ["Cống tắc. Đã thông cống."], day
    assert await list_published(database) == []


async def test_the_history_says_what_went_and_why(sqlite: Database) -> None:
    _, case = await found_named(sqlite)
    chat = build_chat(sqlite, **SET)
    await attach(chat, case)
    for day in ("2028-01-01", "2029-12-01"):
        await pass_to(chat, dt.date.fromisoformat(day))
    async with sqlite.read() as work:
        found = await work.cases.find(case.code)
    assert found
    notes = [event.note for event in found.events if event.note]
    assert notes == [say("retention_noted_anonymised")]  # the earlier words have gone, too
    assert [event.action for event in found.events[-2:]] == [Action.NOTE, Action.ERASE]


async def test_after_the_last_stage_the_disk_holds_nothing(
    sqlite: Database, sqlite_url: str, keys: list[str]
) -> None:
    folder = Path(sqlite_url.removeprefix("sqlite:///")).parent
    _, case = await found_named(sqlite)
    chat = build_chat(sqlite, **SET)
    await attach(chat, case)
    before = read_files(folder, keys)
    assert [word for word in WORDS if word not in before] == [PHONE.replace(" ", "")]
    await pass_to(chat, dt.date(2029, 11, 24))  # while the program runs: its log is looked at, too
    left = read_files(folder, keys)
    assert [word for word in WORDS if word in left] == []
    plain = b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())
    assert LAN.user.encode() not in plain


async def test_what_is_open_or_awaited_stays_whatever_its_age(database: Database) -> None:
    async with database.write() as work:
        town = await found_town(work)
        still_open = await open_named(work, town, number=1)
        hoa = Address("web", "hoa")
        awaited = await open_named(work, town, number=2, sender=hoa)
        await answer_named(work, town, awaited)
        request = await ask_for_copy(work, town.place_id, hoa)
    chat = build_chat(database)
    await pass_to(chat, dt.date(2040, 1, 1))
    assert await list_erased(database) == []
    async with database.write() as work:
        await work.data_requests.finish(request, now=chat.clock.now())
    await pass_to(chat, dt.date(2040, 1, 2))
    assert await list_erased(database) == [awaited.code]
    assert still_open.code not in await list_erased(database)


async def list_erased(database: Database) -> list[str]:
    async with database.read() as work:
        return [case.code for case in await work.cases.list_all() if case.is_erased]


async def test_a_withdrawn_case_is_kept_for_its_years(sqlite: Database) -> None:
    async with sqlite.write() as work:
        town = await found_town(work)
        withdrawn = await open_named(work, town)
        await walk(work, town, withdrawn, ("lan-huong-17", Action.WITHDRAW, Facts()))
    chat = build_chat(sqlite)
    await pass_to(chat, dt.date(2027, 3, 1))
    assert await list_erased(sqlite) == []  # a withdrawal is a record for its years


async def test_few_go_at_a_time_and_all_go(sqlite: Database) -> None:
    async with sqlite.write() as work:
        town = await found_town(work)
        for number in range(1, 6):
            case = await open_case(work, town.place_id, number=number)
            await end(work, case, CaseState.REFUSED)
    chat = build_chat(sqlite)
    chat.clock.moment = now = MONDAY + 6 * 366 * DAY
    due = await chat.app.forgetting.list_due(now=now)
    step = replace(next(each for each in due if each.name == "cases_anonymised"), batch=2)
    assert [await chat.app.forgetting.take(step, now=now) for _ in range(3)] == [2, 2, 1]
    assert step.name not in [each.name for each in await chat.app.forgetting.list_due(now=now)]
    assert len(await list_erased(sqlite)) == 5
    due = await chat.app.forgetting.list_due(now=now + DAY)
    assert step.name in [each.name for each in due]


async def test_a_case_that_cannot_be_taken_holds_up_no_other(sqlite: Database) -> None:
    async with sqlite.write() as work:
        town = await found_town(work)
        cases = [await open_case(work, town.place_id, number=number) for number in (1, 2, 3)]
        for case in cases:
            await end(work, case, CaseState.REFUSED)
        await damage(work, cases[0].id)
    chat = build_chat(sqlite)
    chat.clock.moment = MONDAY + 6 * 366 * DAY
    with pytest.raises(CannotOpen):
        async with sqlite.read() as work:
            await work.cases.find(cases[0].code)
    await chat.app.duties.do()
    async with sqlite.read() as work:
        found = [await work.cases.find(case.code) for case in cases[1:]]
    assert all(each and each.is_erased for each in found)
    async with sqlite.write() as work:
        await repair(work, cases[0].id)
    chat.clock.moment += DAY
    await chat.app.duties.do()
    async with sqlite.read() as work:
        late = await work.cases.find(cases[0].code)
    assert late
    assert late.is_erased


async def damage(work: Work, case_id: int) -> None:
    """Seal what a case says under a key that nobody has."""
    row = await work._session.get(CaseRow, case_id)
    assert row
    row.content_sealed = b"?"


async def repair(work: Work, case_id: int) -> None:
    """Let what a case says be opened again, as if its key had been found."""
    row = await work._session.get(CaseRow, case_id)
    assert row
    row.content_sealed = work.cases._cipher.encrypt("Đèn đường hỏng")
