import pytest

from knowledge.dates import parse_deadline
from knowledge.dates.numbers import read_number
from tests.knowledge.dates.showing import shown

ROUND = "continuous 2026-01-01..2026-12-31 continuous"


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("mot", 1),
        ("muoi", 10),
        ("muoi lam", 15),
        ("hai muoi", 20),
        ("hai muoi mot", 21),
        ("ba muoi mot", 31),
        ("mot tram linh nam", 105),
        ("hai nghin khong tram hai muoi sau~", 2026),
        ("hai ngan khong tram le chin", 2009),
        ("hai khong hai sau~", 2026),
        ("hai lam", None),
        ("nghin", None),
    ],
)
def test_a_run_of_number_words(words: str, number: int | None) -> None:
    assert read_number(words.split()) == number


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ngày mười lăm tháng sáu", "by ..2026-06-15"),
        (
            "ngày mười lăm tháng sáu năm hai nghìn không trăm hai mươi sáu",
            "by ..2026-06-15",
        ),
        ("trước ngày ba mươi tháng Tư", "by ..2026-04-29 strict"),
        ("ngày mười lăm tháng 6", "by ..2026-06-15"),
        ("ngày hai mươi năm tháng sáu", "by ..2026-06-25"),
        ("Ngày 1 tháng Năm", "by ..2026-05-01"),
        ("ngày một tháng năm năm 2027", "by ..2027-05-01"),
        ("mùng hai tháng chín", "by ..2026-09-02"),
        ("trước mùng 5 tháng 3", "by ..2026-03-04 strict"),
        ("ngay muoi lam thang sau nam 2027", "by ..2027-06-15"),
        ("tháng năm", "within 2026-05-01..2026-05-31"),
        ("tháng mười hai năm 2027", "within 2027-12-01..2027-12-31"),
        ("quý hai, ba", "within 2026-04-01..2026-09-30"),
        ("năm hai không hai bảy", "within 2027-01-01..2027-12-31"),
        ("từ ngày mười đến ngày hai mươi tháng sáu", "range 2026-06-10..2026-06-20"),
        ("trong vòng mười ngày kể từ ngày 16/3", "by ..2026-03-26"),
        ("chậm nhất năm ngày làm việc kể từ ngày 16/3", "by ..2026-03-23"),
        ("trong vòng một tháng kể từ ngày 16/3", "by ..2026-04-16"),
        ("Hoàn thành 24/8", "by ..2026-08-24"),
        ("ngày hai lăm tháng sáu", "unspecified not_understood"),
        ("ngày bốn mươi tháng sáu", "unspecified not_understood"),
        ("tháng mười lăm", "unspecified not_understood"),
        ("tháng năm 2026", "unspecified not_understood"),
        ("ngày 32 tháng 6", "unspecified not_understood"),
        ("ngày … tháng 6 năm 2026", "unspecified not_understood"),
        ("ngày một tốt hơn", "unspecified not_understood"),
        ("tháng tạm dừng", "unspecified not_understood"),
        ("quý tư vấn", "unspecified not_understood"),
        ("tháng Giêng", "unspecified lunar"),
        ("trong tháng Chạp năm 2026", "unspecified lunar"),
        ("ngày rằm tháng Bảy", "unspecified lunar"),
        ("mùng 3 Tết", "unspecified lunar"),
        ("30 Tết", "unspecified lunar"),
    ],
)
def test_numbers_in_words(text: str, expected: str) -> None:
    assert shown(parse_deadline(text, year=2026)) == expected


@pytest.mark.parametrize(
    "text",
    [
        *("24/7", "24/24", "24/24h", "24/24 giờ", "24h/24h", "8/24", "24 giờ/ngày", "Trực 24/7"),
        *("24/24 giờ, 7/7 ngày", "24/7 trong năm", "Thường xuyên 24/7", "thu thập 24/7"),
        *("24/7. Báo cáo khi có yêu cầu", "24/7, 24/24 giờ", "24/7 - trực tại cơ quan"),
        "Thời gian thực hiện: 24/7",
    ],
)
def test_round_the_clock_is_no_date(text: str) -> None:
    assert shown(parse_deadline(text, year=2026)) == ROUND


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ngày 24/7", "by ..2026-07-24"),
        ("trước 24/7", "by ..2026-07-23 strict"),
        ("đến 24/7", "by ..2026-07-24"),
        ("24/7/2027", "by ..2027-07-24"),
        ("Thời hạn hoàn thành: 24/7", "by ..2026-07-24"),
        ("Thứ Sáu, 24/7", "by ..2026-07-24"),
        ("24/7, 30/8", "recurring"),
        ("24/7 - 30/7", "range 2026-07-24..2026-07-30"),
        ("Trước 15/12/24", "by ..2024-12-14 strict"),
        ("7/7", "by ..2026-07-07"),
    ],
)
def test_a_word_or_a_date_beside_it_makes_it_a_day(text: str, expected: str) -> None:
    assert shown(parse_deadline(text, year=2026)) == expected
