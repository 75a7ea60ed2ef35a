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
        ("alo quét chợ", "alo quét chợ"),
        ("", ""),
    ],
)
def test_slips_of_one_letter(speller: Speller, typed: str, meant: str) -> None:
    assert speller.mend(typed) == meant


def test_the_marks_typed_are_kept() -> None:
    speller = learn_speller(["Trực tiếp toàn thể, toàn bộ.", "Tính toán khối lượng trực tiếp."] * 3)
    assert speller.mend("ttoán trực tiếp") == "toán trực tiếp"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("nvét kmương", "nạo vét kênh mương"),
        ("kmuong", "kenh muong"),
        ("nạovét kênhmương", "nạo vét kênh mương"),
        ("trung tâm qdọn", "trung tâm quét dọn"),
        ("bcáo", "báo cáo"),
        ("btc", "btc"),
        ("NVET", "NVET"),
    ],
)
def test_words_cut_and_run_together(speller: Speller, typed: str, meant: str) -> None:
    assert speller.mend(typed) == meant


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("nạo vét kdv kênh", "nạo vét kênh"),
        ("nạo vét KDV", "nạo vét KDV"),
        ("kdv", "kdv"),
        ("nạo vét 5", "nạo vét 5"),
    ],
)
def test_short_forms_that_nothing_explains_are_dropped(
    speller: Speller, text: str, left: str
) -> None:
    assert speller.drop_scraps(text) == left


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
