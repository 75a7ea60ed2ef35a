"""Which questions are about periodic reports, and which period they mean."""

import datetime as dt

import pytest

from knowledge.questions.following import carry_over
from knowledge.questions.understanding import Question, understand
from knowledge.reporting import (
    Period,
    ReportPeriod,
    asks_for_data,
    find_report_period,
    find_report_topic,
    is_report_question,
)

TODAY = dt.date(2026, 11, 23)
MONTH, QUARTER, HALF, NINE, YEAR = Period


def read(text: str) -> Question:
    return understand(text, [], TODAY)


@pytest.mark.parametrize(
    ("text", "kind", "number", "year"),
    [
        ("hạn báo cáo quý III là khi nào?", QUARTER, 3, None),
        ("han bao cao quy 3 la khi nao a", QUARTER, 3, None),
        ("hạn bc q3 khi nào z", QUARTER, 3, None),
        ("quý 3 báo cáo khi nào", QUARTER, 3, None),
        ("chừng nào nộp báo cáo quý 4", QUARTER, 4, None),
        ("báo cáo quý IV năm 2025 gửi ngày nào", QUARTER, 4, 2025),
        ("hạn nộp báo cáo quý 1/2027", QUARTER, 1, 2027),
        ("bao gio nop bao cao quy", QUARTER, None, None),
        ("báo cáo hằng quý gửi ngày mấy", QUARTER, None, None),
        ("hạn báo cáo quý này", QUARTER, 4, 2026),
        ("báo cáo quý trước hạn nào", QUARTER, 3, 2026),
        ("hạn nộp báo cáo quý sau", QUARTER, 1, 2027),
        ("hạn báo cáo quý III năm nay", QUARTER, 3, 2026),
        ("bao cao thang gui khi nao", MONTH, None, None),
        ("hạn báo cáo tháng 9/2026", MONTH, 9, 2026),
        ("bc t9 nop khi nao", MONTH, 9, None),
        ("báo cáo tháng này hạn nào", MONTH, 11, 2026),
        ("báo cáo tháng sau nộp hôm nào", MONTH, 12, 2026),
        ("báo cáo 6 tháng nộp ngày nào", HALF, 1, None),
        ("bao cao sau thang dau nam khi nao nop", HALF, 1, None),
        ("báo cáo sáu tháng cuối năm khi nào nộp", HALF, 2, None),
        ("báo cáo 9 tháng đầu năm nộp ngày nào", NINE, 1, None),
        ("báo cáo năm 2026 hạn nào", YEAR, 1, 2026),
        ("khi nào phải báo cáo cuối năm", YEAR, 1, None),
        ("báo cáo định kỳ nộp lúc nào", None, None, None),
        ("when is the quarterly report due", QUARTER, None, None),
        ("deadline for the Q3 report", QUARTER, 3, None),
        ("when must the third quarter report be sent", QUARTER, 3, None),
        ("when is the report for this quarter due", QUARTER, 4, 2026),
        ("annual report deadline", YEAR, 1, None),
        ("when is the six-month report due", HALF, 1, None),
        ("when is the monthly report due", MONTH, None, None),
        ("hạn gửi số liệu quý II", QUARTER, 2, None),
        ("số liệu quý III chốt ngày nào", QUARTER, 3, None),
        ("số liệu báo cáo năm tính từ ngày nào", YEAR, 1, None),
    ],
)
def test_the_period_meant(
    text: str, kind: Period | None, number: int | None, year: int | None
) -> None:
    question = read(text)
    assert is_report_question(question)
    assert find_report_period(question, TODAY) == ReportPeriod(kind, number, year)
    assert find_report_topic(question) == ()


@pytest.mark.parametrize(
    "text",
    [
        "ai báo cáo quý III",
        "quý III có việc gì",
        "hạn phát tờ rơi quý III",
        "báo cáo kết quả rà soát vào quý nào",
        "hạn nộp báo cáo quy chế dân chủ",
        "báo cáo theo quy định khi nào nộp",
        "khi nào báo cáo kết quả phản ánh của tôi",
        "hạn báo cáo ngày 5 tháng 9",
        "hạn báo cáo tự kiểm tra là khi nào",
        "hạn báo cáo tổng kết năm",
        "báo cáo sơ kết 6 tháng nộp ngày nào",
        "hạn đóng quỹ báo cáo",
        "when is the quarterly report on zebra grooming due",
        "who writes the quarterly report",
        "",
    ],
)
def test_other_questions_are_left_alone(text: str) -> None:
    assert not is_report_question(read(text))


@pytest.mark.parametrize(
    ("text", "is_data"),
    [
        ("số liệu quý III chốt ngày nào", True),
        ("chốt số liệu báo cáo tháng vào ngày nào", True),
        ("kỳ số liệu quý III từ ngày nào", True),
        ("hạn báo cáo quý III", False),
        ("gửi số liệu quý III khi nào", False),
    ],
)
def test_questions_about_the_data(text: str, is_data: bool) -> None:
    assert asks_for_data(read(text)) is is_data


def test_the_subject_of_a_report_is_found() -> None:
    question = read("hạn báo cáo phòng chống cháy rừng quý III")
    assert find_report_topic(question) == ("phong", "chong", "chay", "rung")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("còn quý IV thì sao?", ReportPeriod(QUARTER, 4)),
        ("còn 6 tháng thì sao?", ReportPeriod(HALF, 1)),
        ("còn năm 2025 thì sao?", ReportPeriod(QUARTER, 3, 2025)),
        ("thế báo cáo năm thì sao", ReportPeriod(YEAR, 1)),
    ],
)
def test_a_follow_up_changes_the_period(text: str, expected: ReportPeriod) -> None:
    question = carry_over(read(text), read("hạn báo cáo quý III là khi nào"))
    assert is_report_question(question)
    assert find_report_period(question, TODAY) == expected
