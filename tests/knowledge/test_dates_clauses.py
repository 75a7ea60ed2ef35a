import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.dates import find_timeframe, parse_deadline
from knowledge.plan import Deadline, DeadlineKind

REASONS = {
    "empty",
    "not_understood",
    "no_year",
    "no_month",
    "no_day",
    "impossible_date",
    "backwards",
    "lunar",
    "rule_elsewhere",
    "continuous",
    "open_end",
    "ends_with_event",
    "on_event",
    "on_request",
    "counted_term",
    "separate_plan",
}
WORDS = (
    " trước ngày tháng quý năm chậm nhất đến hết từ và hoặc - , ( ) / . hằng định kỳ cuối đầu"
    " giữa sau theo kế hoạch quy định yêu cầu khi có thường xuyên tiếp theo các lần mỗi I II Il"
    " IV 1 3 6 9 12 15 30 31 2022 2024 15/12 15/12/2024 3/2022 29/2/2023 trong hoàn thành nua"
    " trở đi giai đoạn 17h00 kể"
)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Xây dựng kế hoạch của đơn vị (hoàn thành trước ngày 8/3/2022); gửi Văn phòng",
            "hoàn thành trước ngày 8/3/2022",
        ),
        ("Chậm nhất đến hết Quý 3 phải làm xong việc rà soát", "Chậm nhất đến hết Quý 3"),
        (
            "Trước ngày 10 của tháng cuối Quý chấm điểm theo Nghị định số 9/2018 ngày 23/4/2018",
            "Trước ngày 10 của tháng cuối Quý",
        ),
        ("Lập danh sách trong Tháng 10/2022 để niêm yết", "trong Tháng 10/2022"),
        (
            "Trao giấy khen từ ngày 08 đến ngày 10 tháng 12 năm 2025 tại xã",
            "từ ngày 08 đến ngày 10 tháng 12 năm 2025",
        ),
        (
            "Gửi báo cáo định kỳ hằng năm (trước ngày 15 tháng 12) về Sở",
            "định kỳ hằng năm (trước ngày 15 tháng 12)",
        ),
        (
            "Nộp hồ sơ trong thời hạn 10 ngày kể từ ngày nhận Kế hoạch này.",
            "trong thời hạn 10 ngày kể từ ngày nhận Kế hoạch này",
        ),
        (
            "Mở lớp từ tháng 3 đến tháng 10 năm 2026, mỗi xã một lớp",
            "từ tháng 3 đến tháng 10 năm 2026",
        ),
        (
            "Triển khai ngay sau khi phần mềm được cấp phép. Việc khác làm sau",
            "ngay sau khi phần mềm được cấp phép",
        ),
        (
            "Phong trào thực hiện trong năm 2022 và các năm tiếp theo",
            "trong năm 2022 và các năm tiếp theo",
        ),
        ("Thời gian thực hiện: Quý IV năm 2025. Đơn vị chủ trì: Sở Nội vụ", "Quý IV năm 2025"),
        ("Báo cáo **trước ngày 31 tháng 12 năm 2025** về huyện", "trước ngày 31 tháng 12 năm 2025"),
        ("Tổng hợp, báo cáo huyện theo yêu cầu.", "theo yêu cầu"),
        ("Bao cao ket qua truoc ngay 15/11/2024 ve huyen", "truoc ngay 15/11/2024"),
    ],
)
def test_time_clause_of_a_sentence(sentence: str, expected: str) -> None:
    assert find_timeframe(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "",
        "Thực hiện Quyết định số 45/QĐ-UBND ngày 03/5/2018 của UBND tỉnh",
        "Căn cứ Luật số 80/2015/QH13 ngày 22 tháng 6 năm 2015",
        "Chiến lược hạ tầng số đến năm 2025 và định hướng đến năm 2030",
        "Nghị định có hiệu lực từ ngày 01/7/2025 và thay thế nghị định cũ",
        "Số liệu tính đến ngày 31/12/2021 của các xã",
        "Nâng cao chất lượng giải quyết hồ sơ năm 2024",
        "Bố trí phòng họp đảm bảo theo yêu cầu.",
        "Chịu trách nhiệm trước Chủ tịch UBND xã về kết quả",
        "Giảm 20% thời gian giải quyết, đạt tối thiểu 90%",
        "Khách hàng tháng nào cũng hài lòng",
    ],
)
def test_dates_that_are_not_time_limits(sentence: str) -> None:
    assert find_timeframe(sentence) is None


def check(deadline: Deadline) -> None:
    days = [(deadline.start, deadline.last_day)]
    days += [(o.start, o.last_day) for o in deadline.occurrences]
    assert all(not start or not last or start <= last for start, last in days)
    assert deadline.reason is None or deadline.reason in REASONS
    assert deadline.last_day or deadline.occurrences or deadline.reason
    assert not deadline.occurrences or deadline.kind is DeadlineKind.RECURRING


@given(st.text(max_size=80), st.none() | st.integers())
def test_any_text_is_read_without_error(text: str, year: int | None) -> None:
    check(parse_deadline(text, year=year))
    find_timeframe(text)


@settings(max_examples=400)
@given(st.lists(st.sampled_from(WORDS.split()), max_size=12), st.none() | st.integers(1890, 2210))
def test_any_words_of_time_are_read_without_error(pieces: list[str], year: int | None) -> None:
    text = " ".join(pieces)
    check(parse_deadline(text, year=year))
    found = find_timeframe(text)
    assert found is None or set(found.split()) <= set(text.split())
