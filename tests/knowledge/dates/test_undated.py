import unicodedata
from typing import Literal

import pytest

from knowledge.dates import parse_deadline
from tests.knowledge.dates.showing import shown


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Từ tháng 6/2025 đến tháng 3/2025", "unspecified backwards"),
        ("Thường xuyên", "continuous 2022-01-01..2022-12-31 continuous"),
        ("Thường xuyên (trong năm)", "continuous 2022-01-01..2022-12-31 continuous"),
        ("Thường xuyên trong năm", "continuous 2022-01-01..2022-12-31 continuous"),
        ("Thuong xuyén", "continuous 2022-01-01..2022-12-31 continuous"),
        ("Thudng xuyén", "continuous 2022-01-01..2022-12-31 continuous"),
        ("Thực hiện thường xuyên", "continuous 2022-01-01..2022-12-31 continuous"),
        ("Thường xuyên, theo yêu cầu nhiệm vụ", "continuous 2022-01-01..2022-12-31 continuous"),
        ("trong suốt năm 2024", "continuous 2024-01-01..2024-12-31 continuous"),
        ("Cả năm", "continuous 2022-01-01..2022-12-31 continuous"),
        ("Từ tháng 10/2022 và các năm tiếp theo", "continuous 2022-10-01.. open_end"),
        ("Từ quý 4/2022", "continuous 2022-10-01.. open_end"),
        ("Năm 2022 và các năm tiếp theo", "continuous 2022-01-01.. open_end"),
        ("Quý IV năm 2025 và các năm tiếp theo", "continuous 2025-10-01.. open_end"),
        ("Giai đoạn 2026 - 2030 và những năm tiếp theo", "continuous 2026-01-01.. open_end"),
        ("Từ 01/7/2025", "continuous 2025-07-01.. open_end"),
        ("Từ ngày 01/7/2025 trở đi", "continuous 2025-07-01.. open_end"),
        ("Sau ngày 30/6/2024", "continuous 2024-07-01.. open_end"),
        ("Tùy tình hình thực tế", "event on_event"),
        ("Trong năm, khi có phát sinh", "event on_event"),
        ("Khi có phản ánh, kiến nghị", "event on_event"),
        ("Theo yêu cầu của Văn phòng UBND tỉnh", "event on_request"),
        ("Sau đợt kiểm tra", "event on_event"),
        ("chậm nhất 05 ngày làm việc kể từ ngày nhận", "event counted_term"),
        ("trong 30 ngày kể từ ngày ban hành", "event counted_term"),
        ("trong vòng 7 ngày từ khi có kết luận", "event counted_term"),
        ("Theo tiến độ xây dựng dự thảo văn bản", "event on_event"),
        ("Ngay sau khi ban hành kế hoạch", "event on_event"),
        ("Đột xuất", "event on_event"),
        ("Trước khi ban hành", "event on_event"),
        ("Trước Hội nghị tổng kết", "event on_event"),
        ("Theo giấy mời", "event on_request"),
        ("Khi có yêu cầu trong năm 2024", "event on_request"),
        ("trường hợp có khó khăn, vướng mắc", "event on_event"),
        ("Theo kế hoạch", "separate_plan separate_plan"),
        ("Theo kế hoạch riêng", "separate_plan separate_plan"),
        ("Theo ké hoach", "separate_plan separate_plan"),
        ("Theo kế hoạch công tác tư pháp hàng năm", "separate_plan separate_plan"),
        ("Theo kế hoạch năm 2024 của UBND huyện", "separate_plan separate_plan"),
        (
            "Triển khai đảm bảo theo lộ trình, hướng dẫn của Bộ, ngành",
            "separate_plan separate_plan",
        ),
        ("", "unspecified empty"),
        ("   ", "unspecified empty"),
        ("…", "unspecified empty"),
        ("-", "unspecified empty"),
        ("Trong quá trình thực hiện", "unspecified not_understood"),
        ("Kịp thời", "unspecified not_understood"),
        ("Tháng cao điểm", "unspecified not_understood"),
        ("Tháng 13", "unspecified not_understood"),
        ("Ngày 15", "unspecified no_month"),
        ("13/13/2024", "unspecified not_understood"),
        ("Ngày 10/3 âm lịch", "unspecified lunar"),
        ("sau Tết Âm lịch", "continuous 2022-02-04.. open_end"),
        ("trước, trong và sau Tết Nguyên đán", "unspecified not_understood"),
        ("trước và sau ngày 30/4", "unspecified not_understood"),
        ("Học kỳ I năm học 2025-2026", "unspecified not_understood"),
        ("Từ đầu năm", "continuous 2022-01-01.. open_end"),
        ("Ngay từ đầu năm 2024", "continuous 2024-01-01.. open_end"),
        ("Thường xuyên từ tháng 3 đến tháng 12", "continuous 2022-03-01..2022-12-31 continuous"),
        ("Thường xuyên, trọng tâm quý II, III", "continuous 2022-01-01..2022-12-31 continuous"),
        ("Thường xuyên trong quý II", "continuous 2022-04-01..2022-06-30 continuous"),
        ("Quý I và thường xuyên", "continuous 2022-01-01..2022-12-31 continuous"),
        ("Khi có yêu cầu", "event on_request"),
        ("theo KH", "separate_plan separate_plan"),
        ("Trong vòng 24 giờ", "event counted_term"),
        ("Trước kỳ họp", "event on_event"),
        ("Ngay khi có thông tin", "event on_event"),
    ],
)
def test_undated_in_a_plan_of_2022(text: str, expected: str) -> None:
    assert shown(parse_deadline(text, year=2022)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Quý 3", "within no_year"),
        ("Chậm nhất đến hết Quý 3", "by no_year"),
        ("Trước ngày 15/12", "by strict no_year"),
        ("hằng quý", "recurring no_year"),
        ("Từ tháng 3 đến tháng 5", "range no_year"),
        ("Từ tháng 3", "continuous no_year"),
        ("Thường xuyên", "continuous continuous"),
        ("Trong năm", "within no_year"),
        ("Trước Tết Nguyên đán", "by strict no_year"),
        ("trước cuối năm", "by strict no_year"),
        ("Thứ Sáu hằng tuần", "recurring no_year"),
        ("Hàng ngày", "recurring frequent"),
        ("Trước 15/12/2024", "by ..2024-12-14 strict"),
        ("Tháng 3 năm 2022", "within 2022-03-01..2022-03-31"),
    ],
)
@pytest.mark.parametrize("year", [None, 0, -5, 99999])
def test_without_a_year_nothing_is_invented(text: str, expected: str, year: int | None) -> None:
    assert shown(parse_deadline(text, year=year)) == expected


def test_no_text_is_empty() -> None:
    assert shown(parse_deadline(None, year=2022)) == "unspecified empty"


@pytest.mark.parametrize(
    "text",
    ["Chậm nhất đến hết Quý 3", "Trước ngày 10 của tháng cuối Quý", "Thường xuyên", "Quý tư"],
)
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_forms_of_unicode_mean_the_same(text: str, form: Literal["NFC", "NFD"]) -> None:
    written = parse_deadline(unicodedata.normalize(form, text), year=2022)
    assert written == parse_deadline(text, year=2022)


@pytest.mark.parametrize(
    ("text", "year", "expected"),
    [
        ("Trước Tết Nguyên đán", 1900, "by strict lunar"),
        ("Dịp Tết Nguyên đán", 2101, "within lunar"),
        ("Tháng 1 năm sau", 2199, "within no_year"),
        ("Tháng 12 năm trước", 1900, "within no_year"),
        ("Sau năm 2199", 2022, "unspecified not_understood"),
        ("Trước năm 1900", 2022, "unspecified not_understood"),
    ],
)
def test_edges_of_the_years_we_read(text: str, year: int, expected: str) -> None:
    assert shown(parse_deadline(text, year=year)) == expected
