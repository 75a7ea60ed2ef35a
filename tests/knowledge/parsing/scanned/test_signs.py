import pytest

from knowledge.parsing.scanned.signs import mend_signs


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("theo Quyết định 12/Qb-UBND ngày 3/2/2020", "theo Quyết định 12/QĐ-UBND ngày 3/2/2020"),
        ("số 7/2019/QD-UBND", "số 7/2019/QĐ-UBND"),
        ("số 7/2019/Qb- UBND", "số 7/2019/QĐ- UBND"),
        ("Nghị định 30/2020/ND-CP", "Nghị định 30/2020/NĐ-CP"),
        ("15/NQ-HDND", "15/NQ-HĐND"),
        ("8/KH-UBND và 2/TT-VPCP", "8/KH-UBND và 2/TT-VPCP"),
        ("đạt 5/Qb phần", "đạt 5/Qb phần"),
    ],
)
def test_signs(read: str, meant: str) -> None:
    assert mend_signs(read) == meant
