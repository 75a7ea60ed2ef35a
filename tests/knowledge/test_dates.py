import unicodedata
from typing import Literal

import pytest

from knowledge.dates import parse_deadline
from knowledge.plan import Deadline


def shown(deadline: Deadline) -> str:
    words = [deadline.kind.value]
    if deadline.start or deadline.last_day:
        words.append(f"{deadline.start or ''}..{deadline.last_day or ''}")
    if deadline.strict:
        words.append("strict")
    if deadline.reason:
        words.append(deadline.reason)
    return " ".join(words)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Trước 15/12/2024", "by ..2024-12-14 strict"),
        ("Trước ngày 30/8/2024", "by ..2024-08-29 strict"),
        ("Chậm nhất đến hết Quý 3", "by ..2022-09-30"),
        ("Hoàn thành trước quý III/2021", "by ..2021-06-30 strict"),
        ("Chậm nhất ngày 20/5/2024", "by ..2024-05-20"),
        ("đến ngày 20/5/2024", "by ..2024-05-20"),
        ("trước tháng 6/2026", "by ..2026-05-31 strict"),
        ("hoàn thành trước ngày 8/3/2022", "by ..2022-03-07 strict"),
        ("truoc ngay 30/8/2024", "by ..2024-08-29 strict"),
        ("Trước  ngày   30/8/2024.", "by ..2024-08-29 strict"),
        ("- Trước ngày 31/5/2026;", "by ..2026-05-30 strict"),
        ("trước 15.12.2024", "by ..2024-12-14 strict"),
        ("Trước ngày 10-3-2022", "by ..2022-03-09 strict"),
        ("15-12-2024", "by ..2024-12-15"),
        ("ngày 20 tháng 7 năm 2022", "by ..2022-07-20"),
        ("Trước 30 tháng 6 năm 2022", "by ..2022-06-29 strict"),
        ("30/6", "by ..2022-06-30"),
        ("Trước 30-6", "by ..2022-06-29 strict"),
        ("Ngày 2/9", "by ..2022-09-02"),
        ("Chậm nhất là ngày 10/3", "by ..2022-03-10"),
        ("không muộn hơn 15/10/2024", "by ..2024-10-15"),
        ("Hạn chót: 30/4/2022", "by ..2022-04-30"),
        ("Thời hạn hoàn thành: Trước ngày 31/3/2026", "by ..2026-03-30 strict"),
        ("Trước 17h00 ngày 15/3/2022", "by ..2022-03-15"),
        ("Trước 17 giờ 30 phút ngày 15/3/2022", "by ..2022-03-15"),
        ("Trước ngày 31/01 năm sau", "by ..2023-01-30 strict"),
        ("Hoàn thành trong năm 2025", "by ..2025-12-31"),
        ("Hòan thành trong Quý 2", "by ..2022-06-30"),
        ("Xong trước 30/6", "by ..2022-06-29 strict"),
        ("Xong tháng 5", "by ..2022-05-31"),
        ("Hoàn thành trong Quý I, Quý II", "by ..2022-06-30"),
        ("đến hết năm 2026", "by ..2026-12-31"),
        ("hết tháng 9", "by ..2022-09-30"),
        ("Hết năm", "by ..2022-12-31"),
        ("từ nay đến cuối năm 2025", "by ..2025-12-31"),
        ("Từ khi ban hành đến hết 30/6/2022", "by ..2022-06-30"),
        ("Trước cuối tháng 6", "by ..2022-06-29 strict"),
        ("Trứơc ngày 5/4/2022", "by ..2022-04-04 strict"),
        ("Trưoc ngày 5/4/2022", "by ..2022-04-04 strict"),
        ("Truqc ngay 5/4/2022", "by ..2022-04-04 strict"),
        ("Trong quý II, chậm nhất ngày 15/6", "by ..2022-06-15"),
        ("Quý III/2024, trước 30/9/2024", "by ..2024-09-29 strict"),
        ("Thường xuyên, hoàn thành trước 30/6/2024", "by ..2024-06-29 strict"),
        ("Sau khi có kết luận, trước ngày 15/3", "by ..2022-03-14 strict"),
        ("Trước 15/12/24", "by ..2024-12-14 strict"),
        ("Trước ngày 31/4/2022", "by strict impossible_date"),
        ("Trước năm 2026", "by ..2025-12-31 strict"),
        ("Chậm nhất trong tháng 6/2024", "by ..2024-06-30"),
        ("Tháng 3 năm 2022", "within 2022-03-01..2022-03-31"),
        ("Trong tháng 02/2024", "within 2024-02-01..2024-02-29"),
        ("tháng 10/2022", "within 2022-10-01..2022-10-31"),
        ("Tháng 3 năm  2022", "within 2022-03-01..2022-03-31"),
        ("Thang 01/2024", "within 2024-01-01..2024-01-31"),
        ("Thág 10/2022", "within 2022-10-01..2022-10-31"),
        ("Tháng 10-2022", "within 2022-10-01..2022-10-31"),
        ("Quý II hoặc quý III/2021", "within 2021-04-01..2021-09-30"),
        ("Trong Quý 4/2022", "within 2022-10-01..2022-12-31"),
        ("Quý III Năm 2026", "within 2026-07-01..2026-09-30"),
        ("Quí IV-2025", "within 2025-10-01..2025-12-31"),
        ("Quy III nam 2024", "within 2024-07-01..2024-09-30"),
        ("Qúy IV/2022", "within 2022-10-01..2022-12-31"),
        ("Qúi I", "within 2022-01-01..2022-03-31"),
        ("Quy lI nam 2024", "within 2024-04-01..2024-06-30"),
        ("QUÝ II NĂM 2024", "within 2024-04-01..2024-06-30"),
        ("quý một", "within 2022-01-01..2022-03-31"),
        ("Quý tư", "within 2022-10-01..2022-12-31"),
        ("tháng mười hai", "within 2022-12-01..2022-12-31"),
        ("tháng sáu", "within 2022-06-01..2022-06-30"),
        ("quy 3", "within 2022-07-01..2022-09-30"),
        ("Tháng 11 - 12/2025", "within 2025-11-01..2025-12-31"),
        ("Thời gian hoàn thành: Tháng 11 - 12/2025", "within 2025-11-01..2025-12-31"),
        ("Quý I và quý II", "within 2022-01-01..2022-06-30"),
        ("Tháng 11,12/2024", "within 2024-11-01..2024-12-31"),
        ("Trong năm 2024", "within 2024-01-01..2024-12-31"),
        ("Năm 2022", "within 2022-01-01..2022-12-31"),
        ("2024", "within 2024-01-01..2024-12-31"),
        ("Trong năm", "within 2022-01-01..2022-12-31"),
        ("Năm 2025, 2026", "within 2025-01-01..2026-12-31"),
        ("6 tháng đầu năm", "within 2022-01-01..2022-06-30"),
        ("6 tháng cuối năm 2023", "within 2023-07-01..2023-12-31"),
        ("3 tháng cuối năm", "within 2022-10-01..2022-12-31"),
        ("9 tháng đầu năm 2024", "within 2024-01-01..2024-09-30"),
        ("nửa đầu năm 2024", "within 2024-01-01..2024-06-30"),
        ("đầu năm", "within 2022-01-01..2022-03-31"),
        ("giữa năm", "within 2022-04-01..2022-09-30"),
        ("cuối năm", "within 2022-10-01..2022-12-31"),
        ("đầu quý II", "within 2022-04-01..2022-04-30"),
        ("Cuối quý III/2024", "within 2024-09-01..2024-09-30"),
        ("Cuối tháng 6/2022", "within 2022-06-21..2022-06-30"),
        ("Tháng cuối quý II", "within 2022-06-01..2022-06-30"),
        ("Tháng 1 năm sau", "within 2023-01-01..2023-01-31"),
        ("Quý III (tháng 9/2024)", "within 2024-09-01..2024-09-30"),
        ("1. Trong tháng 5", "within 2022-05-01..2022-05-31"),
        ("vào ngày 20/7/2022", "within 2022-07-20..2022-07-20"),
        ("Từ tháng 3/2022 đến 30/6/2022", "range 2022-03-01..2022-06-30"),
        ("Quý IV/2025- Quý II/2026", "range 2025-10-01..2026-06-30"),
        ("Quý I - Quý II/2024", "range 2024-01-01..2024-06-30"),
        ("giai đoạn 2026-2030", "range 2026-01-01..2030-12-31"),
        ("Từ năm 2025 đến hết năm 2030", "range 2025-01-01..2030-12-31"),
        ("Từ ngày 01/01/2026 đến ngày 31/3/2026", "range 2026-01-01..2026-03-31"),
        ("từ ngày 08 đến ngày 10 tháng 12 năm 2025", "range 2025-12-08..2025-12-10"),
        ("Ngày 01/6/2024 - 30/6/2024", "range 2024-06-01..2024-06-30"),
        ("từ tháng 3 đến tháng 10 năm 2026", "range 2026-03-01..2026-10-31"),
        ("từ quý II đến quý IV", "range 2022-04-01..2022-12-31"),
        ("Từ tháng 10 đến tháng 3", "range 2022-10-01..2023-03-31"),
        ("Từ tháng 10 đến tháng 3/2025", "range 2024-10-01..2025-03-31"),
        ("Từ tháng 9/2024 đến trước 15/12/2024", "range 2024-09-01..2024-12-14 strict"),
        ("2024 - 2025", "range 2024-01-01..2025-12-31"),
        ("Từ 2024 đến 2026", "range 2024-01-01..2026-12-31"),
        ("Từ tháng 11/2025 đến khi kết thúc Tổng kiểm kê", "range 2025-11-01.. ends_with_event"),
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
        ("Khi có yêu cầu trong năm 2024", "event on_event"),
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
        ("năm học 2024-2025", "unspecified not_understood"),
        ("Tháng cao điểm", "unspecified not_understood"),
        ("Tháng 13", "unspecified not_understood"),
        ("Ngày 15", "unspecified no_month"),
        ("13/13/2024", "unspecified not_understood"),
        ("Trước Tết Nguyên đán", "unspecified lunar"),
        ("Ngày 10/3 âm lịch", "unspecified lunar"),
    ],
)
def test_meaning_in_a_plan_of_2022(text: str, expected: str) -> None:
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
