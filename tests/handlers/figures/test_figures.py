"""Figures of a real history: told in chat, laid out in a workbook that is read back, as JSON."""

import datetime as dt
import io
import json

import pytest
from openpyxl import load_workbook

from handlers.cases.changes import Facts
from handlers.channels.naming import name_kind
from handlers.errors import HandlerError
from handlers.figures.exchange import write_json
from handlers.figures.periods import find_data, read_period, write_code
from handlers.figures.report import CaseReport, build_report
from handlers.figures.skill import FiguresSkill
from handlers.figures.tables import build_sheets
from handlers.figures.wording import word_report, write_number
from handlers.figures.workbook import neutralise, write_workbook
from knowledge.calendar import load_calendar
from knowledge.cases.states import CaseKind, CaseState
from knowledge.cases.steps import Action
from storage.database import Database
from storage.values import Locality
from tests.factories.cases import (
    CONTACT,
    CONTENT,
    LAND,
    Town,
    found_town,
    open_case,
    to_answer,
    walk,
)
from tests.factories.casework import FELL_THROUGH, Talk
from tests.factories.talk import MONDAY

TODAY = dt.date(2026, 11, 23)
DAY = dt.timedelta(days=1)


@pytest.mark.parametrize(
    ("channel", "vi", "en"),
    [
        ("web", "Trang web", "Web page"),
        ("console", "Dòng lệnh", "Command line"),
        ("telegram:12345678", "Telegram", "Telegram"),
        ("zalo_bot:12345678", "Zalo Bot", "Zalo Bot"),
        ("zalo_oa:45678901", "Zalo OA", "Zalo OA"),
        ("fax:1", "fax", "fax"),
    ],
)
def test_a_channel_is_named_by_its_kind(channel: str, vi: str, en: str) -> None:
    assert (name_kind(channel), name_kind(channel, "en")) == (vi, en)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("2026-Q3", "2026-Q3"),
        ("2026-q3", "2026-Q3"),
        ("2026-06", "2026-06"),
        ("2026-H1", "2026-H1"),
        ("2026-9M", "2026-9M"),
        ("2026", "2026"),
        ("quý III/2026", "2026-Q3"),
        ("quý III", "2026-Q3"),
        ("quy 4", "2026-Q4"),
        ("quý trước", "2026-Q3"),
        ("tháng này", "2026-11"),
        ("tháng 12", "2026-12"),
        ("tháng 6", "2026-06"),
        ("6/2026", "2026-06"),
        ("6 tháng đầu năm 2026", "2026-H1"),
        ("9 tháng", "2026-9M"),
        ("năm nay", "2026"),
        ("năm 2025", "2025"),
        ("last quarter", "2026-Q3"),
    ],
)
def test_periods_are_read(text: str, code: str) -> None:
    assert write_code(read_period(text, TODAY)) == code


@pytest.mark.parametrize(
    "text", ["", "2026-Q5", "2026-13", "2010-Q1", "quý V", "tháng 13/2026", "tuần này", "hôm qua"]
)
def test_what_is_no_period_is_refused(text: str) -> None:
    with pytest.raises(HandlerError, match="period_unread"):
        read_period(text, TODAY)


def test_data_of_a_quarter() -> None:
    data = find_data(read_period("2026-Q3", TODAY))
    assert (data.first, data.last) == (dt.date(2026, 6, 15), dt.date(2026, 9, 14))


async def live(database: Database) -> tuple[Town, Locality]:
    """Let a place live: two cases answered, one of them late, one open, one refused, one new."""
    async with database.write() as work:
        town = await found_town(work)
        first = await open_case(work, town.place_id)
        first = await walk(work, town, first, *to_answer(town), now=MONDAY + DAY)
        late = await open_case(work, town.place_id, number=2, kind=CaseKind.CONDUCT)
        late = await walk(work, town, late, *to_answer(town)[:4], now=MONDAY + DAY)
        await walk(work, town, late, *to_answer(town)[4:], now=MONDAY + 30 * DAY)
        slow = await open_case(work, town.place_id, number=3)
        await walk(work, town, slow, *to_answer(town)[:2], now=MONDAY + DAY)
        refused = await open_case(work, town.place_id, number=4)
        why = Facts(text="Không thuộc phạm vi", recipient="Tòa án nhân dân")
        await walk(work, town, refused, ("thu", Action.REFUSE, why), now=MONDAY + DAY)
        await open_case(work, town.place_id, number=5, now=MONDAY + 29 * DAY)
        place = next(p for p in await work.localities.list_all() if p.id == town.place_id)
    return town, place


async def report_of(database: Database, place: Locality, text: str, now: dt.datetime) -> CaseReport:
    async with database.read() as work:
        period = read_period(text, now.date())
        return await build_report(work, place, period, load_calendar(), now=now, with_fields=True)


async def test_a_life_is_counted_at_both_ends_of_a_period(sqlite: Database) -> None:
    _, place = await live(sqlite)
    now = MONDAY + 40 * DAY
    before = (await report_of(sqlite, place, "2026-Q4", now)).totals
    assert (before.received, before.answered, before.on_time, before.open) == (4, 1, 1, 2)
    assert (before.open_overdue, before.ended[CaseState.REFUSED]) == (0, 1)
    after = (await report_of(sqlite, place, "2027-Q1", now)).totals
    assert (after.received, after.carried_over, after.answered_late) == (1, 2, 1)
    assert (after.open, after.open_overdue, after.points) == (2, 2, 0)
    with pytest.raises(HandlerError, match="period_ahead"):
        await report_of(sqlite, place, "2027-Q3", now)


async def test_an_acceptance_that_is_late_counts(database: Database) -> None:
    async with database.write() as work:
        town = await found_town(work)
        await open_case(work, town.place_id)
        place = next(p for p in await work.localities.list_all() if p.id == town.place_id)
    assert (await report_of(database, place, "2026-Q4", MONDAY)).totals.open_overdue == 0
    assert (await report_of(database, place, "2026-Q4", MONDAY + 7 * DAY)).totals.open_overdue == 1


async def test_the_workbook_is_read_back(sqlite: Database) -> None:
    _, place = await live(sqlite)
    now = MONDAY + 40 * DAY
    report = await report_of(sqlite, place, "2027-Q1", now)
    data = write_workbook(build_sheets(report), title="PAKN", now=now)
    book = load_workbook(io.BytesIO(data))
    assert book.sheetnames == ["Tổng hợp", "Theo đơn vị", "Chưa phân công", LAND, "Danh sách"]
    cells = {row[1].value: row[2] for row in book["Tổng hợp"].iter_rows(min_row=7)}
    assert (cells["Nhận mới trong kỳ"].value, cells["Đúng hạn"].value) == (1, 0)
    assert cells["Tỷ lệ xử lý đúng hạn"].number_format == "0.0%"
    assert all(cell.data_type != "f" for sheet in book for row in sheet for cell in row)
    for sheet in book:
        assert (sheet.page_setup.paperSize, sheet.page_setup.fitToWidth) == ("9", 1) or (
            int(sheet.page_setup.paperSize) == 9
        )
    listed = [[cell.value for cell in row] for row in book["Danh sách"].iter_rows()]
    dated = next(row for row in listed if row[1] and "PA" in str(row[1]))
    assert isinstance(dated[6], dt.datetime)
    text = str(listed) + str([[c.value for c in row] for row in book["Tổng hợp"].iter_rows()])
    assert all(word not in text for word in (CONTACT.name, CONTACT.phone, CONTENT, "thôn 3"))


async def test_a_unit_alone(sqlite: Database) -> None:
    _, place = await live(sqlite)
    async with sqlite.read() as work:
        period = read_period("2027-Q1", TODAY)
        report = await build_report(
            work, place, period, load_calendar(), now=MONDAY + 40 * DAY, unit=LAND.lower()
        )
        assert [sheet.name for sheet in build_sheets(report)] == ["Tổng hợp", "Danh sách"]
        assert report.totals.received == 0
        with pytest.raises(HandlerError, match="report_unit_unknown"):
            await build_report(
                work, place, period, load_calendar(), now=MONDAY + 40 * DAY, unit="Sở Y tế"
            )


async def test_another_place_has_its_own_figures(sqlite: Database) -> None:
    await live(sqlite)
    async with sqlite.write() as work:
        other = await work.localities.ensure("xã Lũng Tre")
    report = await report_of(sqlite, other, "2027-Q1", MONDAY + 40 * DAY)
    assert (report.totals.received, report.totals.carried_over, report.cases) == (0, 0, [])


async def test_json_says_the_same(sqlite: Database) -> None:
    _, place = await live(sqlite)
    body = json.loads(write_json(await report_of(sqlite, place, "2027-Q1", MONDAY + 40 * DAY)))
    assert (body["period"], body["first"], body["as_of"]) == ("2027-Q1", "2026-12-15", "2027-01-02")
    assert body["totals"]["received_by_kind"]["scene"] == 1
    assert [each["unit"] for each in body["units"]] == [None, LAND]
    assert body["cases"][0]["field"] == "giao thông, hạ tầng, điện nước"
    assert CONTACT.phone not in json.dumps(body)


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("=1+1", "'=1+1"),
        ("+84", "'+84"),
        ("-2", "'-2"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("\r=1", "'\r=1"),
        ("Công an xã", "Công an xã"),
        ("a\x00b\x0bc", "abc"),
        ("\x00=1", "'=1"),
    ],
)
def test_nothing_typed_becomes_a_formula(text: str, safe: str) -> None:
    assert neutralise(text) == safe


@pytest.mark.parametrize(("value", "vi", "en"), [(72.72, "72,7", "72.7"), (100.0, "100", "100")])
def test_numbers_as_people_write_them(value: float, vi: str, en: str) -> None:
    assert (write_number(value, "vi"), write_number(value, "en")) == (vi, en)


async def test_clerk_and_leader_ask_in_chat(sqlite: Database) -> None:
    town, place = await live(sqlite)
    talk = Talk(sqlite, town, [FiguresSkill(load_calendar())], now=MONDAY + 40 * DAY)
    told = await talk.says("thu", "báo cáo PAKN quý IV")
    assert told.startswith(
        "PAKN quý IV/2026 của UBND xã Bến Lụa, số liệu từ 15/9/2026 đến hết 14/12/2026:\n"
        "Nhận mới: 4 (hiện trường 3, hành vi hành chính 1); kỳ trước chuyển sang: 0.\n"
        "Đã trả lời: 1, đúng hạn 1, quá hạn 0; trung bình 0 ngày làm việc.\n"
        "Chưa trả lời: 2, không có phản ánh quá hạn.\n"
        "Tỷ lệ xử lý đúng hạn: 100% (2 điểm).\n"
        "Kết thúc không trả lời: không tiếp nhận 1."
    )
    running = await talk.says("chutich", "cho tôi xem báo cáo phản ánh")
    assert "quý I/2027" in running
    assert "tính đến 02/01/2027" in running
    assert f"quá hạn 2 (chưa phân công 1; {LAND} 1)" in running
    assert (await talk.says("thu", "báo cáo pakn tuần này")).startswith(
        "Chưa rõ kỳ báo cáo “tuần này”"
    )
    assert await talk.says("dia", "báo cáo PAKN quý IV") == FELL_THROUGH
    assert await talk.says("nguoi-dan", "báo cáo PAKN quý IV") == FELL_THROUGH
    assert await talk.says("thu", "báo cáo quý IV hạn khi nào") == FELL_THROUGH
    report = await report_of(sqlite, place, "2027-Q1", MONDAY + 40 * DAY)
    assert "Answered: 1, on time 0, late 1" in word_report(report, "en")
