"""What of a question is its subject, its kind of fact, its figures, its turns."""

import datetime as dt

import pytest

from knowledge.gist import compare, read_gist

TODAY = dt.date(2026, 11, 23)


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("lệ phí khai sinh bao nhiêu", {"cost"}),
        ("khai sinh hết mấy tiền", {"cost"}),
        ("học phí bao nhiêu", {"count"}),
        ("khai sinh mất bao lâu", {"duration"}),
        ("khai sinh cần những gì", {"papers"}),
        ("khai sinh ở đâu", {"where"}),
        ("mấy giờ mở cửa", {"when"}),
        ("ai cấp giấy khai sinh", {"who"}),
        ("số điện thoại trạm y tế", {"phone"}),
        ("làm thế nào để khai sinh", {"how"}),
        ("mẫu đơn xin nghỉ học", {"form"}),
        ("thứ bảy có làm việc không", set()),
        ("bản sao chứng thực", set()),
        ("khai sinh quá hạn", set()),
    ],
)
def test_kinds_of_fact(text: str, asks: set[str]) -> None:
    assert read_gist(text, TODAY).asks == asks
    assert read_gist(text, TODAY, is_folded=True).asks == asks


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("lớp một", {"1"}),
        ("lớp 01", {"1"}),
        ("thứ 7", {"7"}),
        ("t7", {"7"}),
        ("thứ bảy", {"7"}),
        ("thôn ba", {"3"}),
        ("loại II", {"2"}),
        ("quý II năm 2025", set()),
        ("hai người", set()),
    ],
)
def test_figures(text: str, figures: set[str]) -> None:
    assert read_gist(text, TODAY).figures == figures


@pytest.mark.parametrize(
    ("text", "turns"),
    [
        ("cấp lại căn cước", {"=lại"}),
        ("không có sổ đỏ thì sao", {"=không"}),
        ("có sổ đỏ được không", set()),
        ("có sổ đỏ được không ạ", set()),
        ("sáng tạo trẻ", set()),
        ("nộp trực tuyến", {"=trực tuyến"}),
        ("nộp qua mạng", {"=trực tuyến"}),
    ],
)
def test_turns(text: str, turns: set[str]) -> None:
    assert read_gist(text, TODAY).turns == turns


@pytest.mark.parametrize(
    ("asked", "known", "share"),
    [
        ("nuôi lợn ở khu dân cư", "nuôi lợn ở khu dân cư", 1.0),
        ("nuôi lợn", "nuôi lợn khu dân cư", None),
        ("nuôi gà ở khu dân cư", "nuôi lợn ở khu dân cư", None),
        ("năm 2025 nuôi lợn", "năm 2026 nuôi lợn", None),
        ("", "nuôi lợn", None),
        ("", "", None),
    ],
)
def test_comparisons(asked: str, known: str, share: float | None) -> None:
    likeness = compare(read_gist(asked, TODAY), read_gist(known, TODAY))
    if share is None:
        assert likeness is None or likeness.share < 0.6
    else:
        assert likeness
        assert (likeness.share, likeness.is_same) == (share, True)
