import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.questions.spelling import Speller, learn_speller

TEXTS = [
    "Nạo vét kênh mương nội đồng trước mùa mưa.",
    "Quét dọn chợ trung tâm mỗi tuần hai lần, báo cáo ủy ban.",
]


@pytest.fixture(scope="module")
def speller() -> Speller:
    return learn_speller(TEXTS * 3)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("nạo vvét kênh mương", "nạo vét kênh mương"),
        ("nao vet kenhh muong", "nao vet kenh muong"),
        ("báo caáo ủy ban", "báo cáo ủy ban"),
        ("baos cao uy ban", "bao cao uy ban"),
        ("quét dọnn chợ", "quét dọn chợ"),
        ("quét đường", "quét đường"),
        ("UBNDX 12/KH-UBND", "UBNDX 12/KH-UBND"),
        ("xyzt", "xyzt"),
        ("", ""),
    ],
)
def test_slips_of_one_letter(speller: Speller, typed: str, meant: str) -> None:
    assert speller.mend(typed) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("nao vet kenh muong", "nạo vét kênh mương"),
        ("nạo vét kenh", "nạo vét kenh"),
        ("quet don cho thang may", "quét dọn chợ tháng mấy"),
    ],
)
def test_marks_are_given_back(speller: Speller, typed: str, meant: str) -> None:
    assert speller.restore(typed) == meant


@given(st.text(max_size=40))
def test_any_text_is_mended_once(text: str) -> None:
    speller = _SPELLER
    once = speller.mend(text)
    assert speller.mend(once) == once


_SPELLER = learn_speller(TEXTS)
