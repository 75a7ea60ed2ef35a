import pytest

from knowledge.parsing.references import find_references, find_targets


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("theo Nghị định số 11/2030/NĐ-CP ngày 2/3/2030 của Chính phủ",
         ["Nghị định số 11/2030/NĐ-CP ngày 2/3/2030"]),
        ("theo Quyết định 5/QĐ-UBND", ["Quyết định 5/QĐ-UBND"]),
        ("Nghị quyết số 9-NQ/TW ngày 1 tháng 2 năm 2030; Kế hoạch số 12 /KH-UBND",
         ["Nghị quyết số 9-NQ/TW ngày 1 tháng 2 năm 2030", "Kế hoạch số 12 /KH-UBND"]),
        ("Thông tư số 1/2030/TT-BNV và Thông tư số 1/2030/TT-BNV", ["Thông tư số 1/2030/TT-BNV"]),
        ("trồng 15 cây trước 2/3/2030", []),
    ],
)  # fmt: skip
def test_references(text: str, found: list[str]) -> None:
    assert [named.text for named in find_references(text)] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Tỷ lệ hộ có cây đạt 80%", ["Tỷ lệ hộ có cây đạt 80%"]),
        ("Trồng mới 20 % diện tích; tưới hàng ngày; tỉa 5,5% số cây.",
         ["Trồng mới 20 % diện tích", "tỉa 5,5% số cây"]),
        ("Trồng cây (Tỷ lệ sống đạt 95%; hộ tham gia đạt 60%)",
         ["Tỷ lệ sống đạt 95%", "hộ tham gia đạt 60%"]),
        ("Trồng 20 cây", []),
    ],
)  # fmt: skip
def test_targets(text: str, found: list[str]) -> None:
    assert [target.text for target in find_targets(text)] == found
