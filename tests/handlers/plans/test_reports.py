"""What a clerk is told of a plan before confirming it: what was read, what each row will do."""

import datetime as dt
from dataclasses import replace

import pytest

from handlers.plans import ImportReport, preview, word_report
from handlers.plans.values import DueOutlook, OfficeOutlook
from handlers.plans.wording import write_numbers
from knowledge.calendar import load_calendar
from knowledge.plan import Deadline, DeadlineKind, Note, Occurrence, Place, PlannedTask, Skipped
from knowledge.treatments import Treatment
from storage.values import DueState
from tests.factories.plans import CULTURE, OFFICE, build_plan, build_task

NOW = dt.datetime(2026, 11, 2, 2, 0, tzinfo=dt.UTC)
CALENDAR = load_calendar()


def report_on(*tasks: PlannedTask, warnings: tuple[Note, ...] = ()) -> ImportReport:
    plan = replace(build_plan(*tasks), warnings=warnings)
    return preview(plan, now=NOW, calendar=CALENDAR)


def said(report: ImportReport, language: str = "vi", *, is_full: bool = False) -> str:
    return "\n".join(line.text for line in word_report(report, language, is_full=is_full))


def without_day(kind: DeadlineKind, reason: str) -> PlannedTask:
    return replace(build_task(), deadline=Deadline(kind, reason=reason))


def quarters(*, bare: bool) -> Deadline:
    days = [dt.date(2026, 3, 31), dt.date(2026, 12, 31)]
    occurrences = tuple(Occurrence("Quý", None, day, bare_period=bare) for day in days)
    return Deadline(DeadlineKind.RECURRING, occurrences=occurrences)


def test_a_dated_row_says_its_day_and_office() -> None:
    report = report_on(build_task())
    [row] = report.rows
    assert row.due == (DueOutlook(dt.date(2026, 12, 4), DueState.OPEN),)
    assert row.offices == (OfficeOutlook(CULTURE),)
    assert f"Hạn thứ Sáu 04/12/2026; giao {CULTURE}." in said(report)


def test_a_day_that_is_over_is_not_nudged() -> None:
    report = report_on(build_task(last_day=dt.date(2026, 6, 30)))
    assert "Hạn thứ Ba 30/6/2026 đã qua, không nhắc." in said(report)


def test_a_recurring_row_tells_days_to_come_from_days_gone() -> None:
    report = report_on(replace(build_task(deliverable="Sổ"), deadline=quarters(bare=False)))
    assert "Hạn thứ Năm 31/12/2026; giao" in said(report)
    assert "Hạn thứ Ba 31/3/2026 đã qua, không nhắc." in said(report)


@pytest.mark.parametrize(
    ("lead", "words"),
    [
        (("UBND xã",), f"giao {OFFICE} (kế hoạch ghi: UBND xã)."),
        (("Các ban, ngành",), "giao Các ban, ngành (gồm nhiều đơn vị, cần chọn cụ thể)."),
        ((), "Hạn thứ Sáu 04/12/2026; chưa có đơn vị nhận."),
    ],
)
def test_who_would_get_a_row(lead: tuple[str, ...], words: str) -> None:
    assert words in said(report_on(build_task(lead=lead), build_task(lead=(OFFICE,))))


@pytest.mark.parametrize(
    ("task", "treatment"),
    [
        (without_day(DeadlineKind.CONTINUOUS, "continuous"), Treatment.REPORT_LINE),
        (without_day(DeadlineKind.RECURRING, "rule_elsewhere"), Treatment.REPORTING_RULE),
        (without_day(DeadlineKind.SEPARATE_PLAN, "separate_plan"), Treatment.SEPARATE_PLAN),
        (without_day(DeadlineKind.EVENT, "on_event"), Treatment.CASES),
        (without_day(DeadlineKind.EVENT, "on_request"), Treatment.AD_HOC),
        (without_day(DeadlineKind.UNSPECIFIED, "empty"), Treatment.ASK_CLERK),
        (
            replace(build_task(deliverable="Báo cáo"), deadline=quarters(bare=True)),
            Treatment.REPORTING_RULE,
        ),
    ],
)
def test_a_row_without_a_day_says_why_and_what_is_done(
    task: PlannedTask, treatment: Treatment
) -> None:
    report = report_on(task)
    assert report.rows[0].treatment is treatment
    assert not report.rows[0].due
    assert "Không có hạn cụ thể: " in said(report)
    assert "No exact day: " in said(report, "en")


def test_a_doubt_is_said_once_with_its_rows_and_lines_before_the_rows() -> None:
    joined = Note("row_joined")
    one = replace(build_task(line=14), doubts=(joined, Note("cells_missing")))
    other = replace(build_task(line=20), doubts=(joined,))
    text = said(report_on(build_task(), one, other))
    assert "(2):" in text
    doubt = "việc 2 (dòng 14 của tệp), việc 3 (dòng 20 của tệp)\n"
    assert text.index(doubt) < text.index("2*. [mục I, STT 1]")
    assert text.count("việc 2 (dòng 14 của tệp)") == 2
    assert "1. [mục I, STT 1]" in text


@pytest.mark.parametrize("above", [(), (("inferred", ""),), (("inferred", "Công an xã"),)])
def test_a_blank_cell_quotes_the_row_above_where_it_says_something(
    above: tuple[tuple[str, str], ...],
) -> None:
    doubt = Note("empty_cell", (("field", "lead"), *above))
    text = said(report_on(replace(build_task(), doubts=(doubt,))))
    quoted = any(value for _, value in above)
    assert ("ô cơ quan chủ trì trống: việc 1" in text) is not quoted
    assert ("Công an xã" in text) is quoted


def test_what_a_scan_reads_stands_beside_its_row_in_full_only() -> None:
    mended = replace(build_task(), doubts=(Note("ocr_mended", (("raw", "Phat to roi"),)),))
    assert "Phat to roi" not in said(report_on(mended))
    assert "Phat to roi" in said(report_on(mended), is_full=True)


@pytest.mark.parametrize(
    ("numbers", "written"),
    [([], ""), ([4], "4"), ([1, 2], "1–2"), ([1, 3, 4, 5, 9], "1, 3–5, 9")],
)
def test_numbers_are_written_with_runs(numbers: list[int], written: str) -> None:
    assert write_numbers(numbers) == written


def test_how_rows_without_a_day_are_followed_is_said_once() -> None:
    rows = [without_day(DeadlineKind.CONTINUOUS, "continuous")] * 3
    text = said(report_on(build_task(), *rows))
    assert text.count("trước khi chốt số liệu") == 1
    assert "việc 2–4: " in text


def test_a_row_of_a_file_with_pages_is_found_by_page_table_and_row() -> None:
    place = Place("quet.pdf", page=3, table=1, row=5)
    doubtful = replace(build_task(), place=place, doubts=(Note("row_joined"),))
    assert "việc 1 (trang 3, bảng 1, dòng 5)" in said(report_on(doubtful))


def test_facts_sections_kinds_and_warnings_are_counted() -> None:
    other = replace(build_task(last_day=None), section=("II",), section_title="KIỂM TRA")
    facts = (("number", "1/KH"), ("other", "2/KH"))
    number = Note("two_numbers", facts, Place("ke-hoach.txt", 3, 3))
    text = said(report_on(build_task(), build_task("Khác"), other, warnings=(number,)))
    assert "số: 07/KH-UBND · ngày ban hành: 12/01/2026 · cơ quan ban hành: UBND xã Bến Lụa" in text
    assert "Đọc được 3 việc (có hạn cuối: 2, thường xuyên: 1)." in text
    assert "mục I. TUYÊN TRUYỀN: 2 việc" in text
    assert "mục II. KIỂM TRA: 1 việc" in text
    assert "văn bản ghi hai số khác nhau: 1/KH và 2/KH (dòng 3 của tệp)" in text


def test_what_was_left_out_says_where_and_why() -> None:
    skipped = Skipped(Place("ke-hoach.txt", 40, 52), "money_table", "TT | Nội dung | Số tiền")
    report = report_on(build_task())
    text = said(replace(report, plan=replace(report.plan, skipped=(skipped,))))
    assert "Phần không đọc thành việc (1):" in text
    assert "dòng 40 của tệp: " in text
    assert "“TT | Nội dung | Số tiền”" in text


def test_a_year_whose_days_off_are_not_announced_is_a_warning() -> None:
    report = report_on(build_task(last_day=dt.date(2031, 3, 31)))
    assert [note.code for note in report.warnings] == ["holidays_forecast"]
    assert "lịch nghỉ lễ năm 2031 là dự kiến" in said(report)


def test_in_full_a_row_says_what_the_plan_writes_and_nothing_it_leaves_out() -> None:
    text = said(report_on(build_task()), is_full=True)
    assert f"Chủ trì: {CULTURE}. Thời gian: Trước ngày 05/12/2026. Sản phẩm: Tờ rơi." in text
    assert "Phối hợp" not in text


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_part_is_said_in_both_languages(language: str) -> None:
    bare = replace(build_plan(), number=None, issued_on=None, issuer=None, year=None, title=None)
    report = preview(bare, now=NOW, calendar=CALENDAR)
    assert "ke-hoach.txt" in said(report, language)
