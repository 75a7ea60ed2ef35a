"""Rows that want periodic reports: told from other rows, fitted to the period asked about."""

import pytest

from knowledge.dates import parse_deadline
from knowledge.plan import Place, PlannedParagraph, PlannedTask
from knowledge.reporting import Fit, Period, ReportPeriod, fit_duty, read_duty

Q1, Q3, Q4 = (ReportPeriod(Period.QUARTER, n) for n in (1, 3, 4))
HALF, NINE, YEAR = (ReportPeriod(p, 1) for p in (Period.HALF, Period.NINE_MONTHS, Period.YEAR))
SEPTEMBER = ReportPeriod(Period.MONTH, 9)
ANY = ReportPeriod()
PLACE = Place("a.txt", 1, 1)


def make(content: str, timeframe: str = "", deliverable: str = "") -> PlannedTask:
    return PlannedTask(
        section=("V",),
        section_title="BÁO CÁO",
        number="1",
        content=content,
        place=PLACE,
        timeframe=timeframe or None,
        deadline=parse_deadline(timeframe, year=2026),
        deliverable=deliverable or None,
    )


@pytest.mark.parametrize(
    ("task", "asked", "fit"),
    [
        (make("Tổng hợp số liệu, báo cáo UBND tỉnh", "Quý I, II, III và năm"), Q3, Fit.NAMED),
        (make("Tổng hợp số liệu, báo cáo UBND tỉnh", "Quý I, II, III và năm"), YEAR, Fit.NAMED),
        (make("Tổng hợp số liệu, báo cáo UBND tỉnh", "Quý I, II, III và năm"), Q4, Fit.OTHER),
        (make("Tổng hợp số liệu, báo cáo UBND tỉnh", "Quý I, II, III và năm"), HALF, Fit.OTHER),
        (make("Gửi báo cáo về Văn phòng", "Quý, 6 tháng, 9 tháng và năm"), NINE, Fit.NAMED),
        (make("Gửi báo cáo về Văn phòng", "Hằng tháng"), SEPTEMBER, Fit.NAMED),
        (make("Gửi báo cáo về Văn phòng", "Hằng tháng"), Q3, Fit.OTHER),
        (make("Gửi báo cáo về Văn phòng", "Định kỳ theo quy định"), Q3, Fit.GENERAL),
        (make("Nhập số liệu trên hệ thống", "Định kỳ", "Biểu số liệu"), Q3, Fit.GENERAL),
        (make("Báo cáo quý", "Trước ngày 10 của tháng cuối quý"), Q3, Fit.DAY),
        (make("Báo cáo quý", "Trước ngày 10 của tháng cuối quý"), YEAR, Fit.OTHER),
        (make("Báo cáo công tác", "Ngày 15 hằng tháng"), SEPTEMBER, Fit.DAY),
        (make("Báo cáo kết quả", "Hằng năm, trước ngày 30/11"), YEAR, Fit.DAY),
        (make("Báo cáo kết quả", "Hằng năm, trước ngày 30/11"), Q4, Fit.OTHER),
        (make("Gửi báo cáo quý III", "Trước ngày 20/9/2026"), Q3, Fit.DAY),
        (make("Gửi báo cáo quý III", "Trước ngày 20/9/2026"), Q1, Fit.OTHER),
        (make("Định kỳ báo cáo quý, 6 tháng, năm", "Theo đúng quy định"), HALF, Fit.NAMED),
        (make("Định kỳ báo cáo quý, 6 tháng, năm", "Theo đúng quy định"), YEAR, Fit.NAMED),
        (make("Định kỳ gửi báo cáo quý I, II và quý III", "Theo quy định"), Q3, Fit.NAMED),
        (make("Định kỳ gửi báo cáo quý I, II và quý III", "Theo quy định"), Q4, Fit.OTHER),
        (make("Định kỳ báo cáo UBND tỉnh"), Q3, Fit.GENERAL),
        (make("Báo cáo quý", "Trước ngày 10 của tháng cuối quý"), ANY, Fit.DAY),
        (make("Gửi báo cáo", "Định kỳ theo quy định"), ANY, Fit.NAMED),
    ],
)
def test_a_task_is_fitted(task: PlannedTask, asked: ReportPeriod, fit: Fit) -> None:
    duty = read_duty(task, year=2026)
    assert duty
    assert fit_duty(duty, asked) is fit


@pytest.mark.parametrize(
    "task",
    [
        make("Báo cáo kết quả rà soát", "Trong quý IV/2026", "Báo cáo"),
        make("Kiểm tra tại quầy", "Thường xuyên", "Báo cáo kết quả kiểm tra"),
        make("Tập huấn về báo cáo theo quy định", "Theo yêu cầu"),
        make("Rà soát theo kế hoạch hằng năm", "Trước ngày 30/6/2026", "Báo cáo rà soát"),
        make("Đánh giá cán bộ", "Trước ngày 10 của tháng cuối quý", "Kết quả xếp loại"),
        make("Trực đường dây nóng", "Định kỳ hằng tháng"),
        make("Báo cáo việc lập quỹ khuyến học", "Trước ngày 01/6/2026"),
    ],
)
def test_other_tasks_want_no_periodic_report(task: PlannedTask) -> None:
    assert read_duty(task, year=2026) is None


@pytest.mark.parametrize(
    ("text", "asked", "fit"),
    [
        ("Các đơn vị định kỳ tổng hợp, báo cáo kết quả về Văn phòng.", Q3, Fit.GENERAL),
        ("Kinh phí do xã lo. Định kỳ hằng quý báo cáo UBND xã.", Q3, Fit.NAMED),
        ("Định kỳ hằng năm (trước ngày 15 tháng 11) báo cáo UBND tỉnh.", YEAR, Fit.DAY),
        ("Định kỳ hằng năm (trước ngày 15 tháng 11) báo cáo UBND tỉnh.", Q3, Fit.OTHER),
    ],
)
def test_a_paragraph_is_fitted(text: str, asked: ReportPeriod, fit: Fit) -> None:
    duty = read_duty(PlannedParagraph((), "", text, PLACE), year=2026)
    assert duty
    assert fit_duty(duty, asked) is fit


@pytest.mark.parametrize(
    "text",
    [
        "Căn cứ Thông tư số 5/2026/TT-ABC quy định chế độ báo cáo định kỳ;",
        "Báo cáo kịp thời khó khăn, vướng mắc về Văn phòng.",
        "Kiểm tra định kỳ các bãi rác. Báo cáo khi có sự cố.",
    ],
)
def test_other_paragraphs_want_none(text: str) -> None:
    assert read_duty(PlannedParagraph((), "", text, PLACE), year=2026) is None
