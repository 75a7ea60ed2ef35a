import unicodedata

import pytest

from knowledge.text import clean, fold, has_marks, marked_share, nfc, strip_marks, syllables


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Đường ĐỎ", "duong do"),
        ("Quyết định", "quyet dinh"),
        ("ở tại ưỡn ẹo", "o tai uon eo"),
        (unicodedata.normalize("NFD", "Đèn chiếu sáng"), "den chieu sang"),
        ("ABC 12/KH", "abc 12/kh"),
        ("", ""),
    ],
)
def test_fold(text: str, expected: str) -> None:
    assert fold(text) == expected


def test_strip_marks_keeps_case() -> None:
    assert strip_marks("Ủy ban Đống Đa") == "Uy ban Dong Da"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("hoá", "hóa"),
        ("thuỷ", "thủy"),
        ("khoẻ", "khỏe"),
        ("qúy", "quý"),
        ("TOÀ", "tòa"),
        (unicodedata.normalize("NFD", "hoà"), "hòa"),
    ],
)
def test_one_spelling_for_each_place_of_a_tone(one: str, other: str) -> None:
    assert syllables(one) == syllables(other)


@pytest.mark.parametrize("text", ["hoàn", "toán", "ngoài", "quý", "loại", "tuyến"])
def test_closed_syllables_keep_their_tone(text: str) -> None:
    assert syllables(text) == [text]


def test_syllables_split_numbers_and_signs() -> None:
    assert syllables("Số 12/KH-UBND, ngày 5") == ["số", "12", "kh", "ubnd", "ngày", "5"]


def test_clean_removes_what_nobody_sees() -> None:
    assert clean("  a\u200bb\x00 \n\t c\ufeff\xad ") == "ab c"


@pytest.mark.parametrize(
    ("text", "marked", "share"),
    [
        ("den duong", False, 0.0),
        ("đèn đường", True, 1.0),
        ("đèn duong", True, 0.5),
        ("12", False, 0),
    ],
)
def test_marks(text: str, marked: bool, share: float) -> None:
    assert has_marks(text) is marked
    assert marked_share(text) == share


def test_nfc_composes() -> None:
    assert len(nfc(unicodedata.normalize("NFD", "ệ"))) == 1
