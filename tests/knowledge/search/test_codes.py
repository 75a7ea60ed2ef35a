import pytest

from knowledge.search.codes import find_codes, mask_codes


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Quyết định số 007/QĐ-UBND", {"7/qd-ubnd"}),
        ("Thông tư 05/2019/TT-BXD", {"5/2019/tt-bxd"}),
        ("12 /KH - UBND", {"12/kh-ubnd"}),
        ("ngày 05/02/2020 và 5-2-2020", {"5/2/2020"}),
        ("ngày 05 tháng 02 năm 2020", {"5/2/2020"}),
        ("mã PA261123-7K3QXC", {"pa261123-7k3qxc"}),
        ("tháng 3/2022, 20/30", set()),
        ("", set()),
    ],
)
def test_find_codes(text: str, codes: set[str]) -> None:
    assert find_codes(text) == codes


def test_masking_keeps_positions() -> None:
    text = "theo 05/2019/tt-bxd nam 2021"
    assert mask_codes(text).split() == ["theo", "nam", "2021"]
    assert len(mask_codes(text)) == len(text)
