import pytest

from knowledge.parsing.targets import find_targets
from knowledge.plan import Bound

LEAST, MOST, EXACT = Bound.AT_LEAST, Bound.AT_MOST, Bound.EXACTLY


@pytest.mark.parametrize(
    ("clause", "percent", "bound", "measure"),
    [
        ("tối thiểu 80% cây được tưới", 80, LEAST, "cây được tưới"),
        ("Ít nhất 80 % số cây được tưới", 80, LEAST, "số cây được tưới"),
        ("trên 70% vườn có rào", 70, LEAST, "vườn có rào"),
        ("Không dưới 60% số hộ có cây", 60, LEAST, "số hộ có cây"),
        ("tỷ lệ cây sống đạt 98% trở lên", 98, LEAST, "tỷ lệ cây sống"),
        ("Tỷ lệ cây sống đạt 80%", 80, LEAST, "Tỷ lệ cây sống"),
        ("tỉ lệ cây sống đạt trên 80%", 80, LEAST, "tỉ lệ cây sống"),
        ("Tỷ lệ cây sống: 80%", 80, EXACT, "Tỷ lệ cây sống"),
        ("Tỷ lệ cây sống là 80%", 80, EXACT, "Tỷ lệ cây sống"),
        ("100% vườn có rào", 100, EXACT, "vườn có rào"),
        ("Phấn đấu 100% vườn có rào", 100, EXACT, "vườn có rào"),
        ("Việc tưới cây đạt 100%", 100, EXACT, "Việc tưới cây"),
        ("tỉa 5,5% số cây", 5.5, EXACT, "số cây"),
        ("tỉa 5.5% số cây", 5.5, EXACT, "số cây"),
        ("Cây chết dưới 2%", 2, MOST, "Cây chết"),
        ("tỷ lệ cây chết không quá 3,5%", 3.5, MOST, "tỷ lệ cây chết"),
        ("Số cây chết tối đa 5% tổng số cây", 5, MOST, "Số cây chết"),
        ("Tỷ lệ cây chết giảm còn 3% trở xuống", 3, MOST, "Tỷ lệ cây chết"),
        ("từ 80% đến 90% số hộ có cây", 80, LEAST, "số hộ có cây"),
        ("Chỉ số hài lòng từ 85 - 90%", 85, LEAST, "Chỉ số hài lòng"),
        ("tối thiểu 20% – 30 % số cây", 20, LEAST, "số cây"),
        ("giảm 50% số cây chết", 50, EXACT, "giảm số cây chết"),
        ("Tăng tối thiểu 10% số vườn", 10, LEAST, "Tăng số vườn"),
        ("Cắt tỉa tối thiểu 20%", 20, LEAST, "Cắt tỉa"),
        ("Mức độ hài lòng của dân đạt trên 90% trong năm 2026", 90, LEAST,
         "Mức độ hài lòng của dân"),
        ("Trồng nhiều hoa, phấn đấu tỷ lệ cây sống đạt 60 phần trăm", 60, LEAST,
         "tỷ lệ cây sống"),
        ("đến năm 2030 đạt ít nhất 50% số xã có vườn", 50, LEAST, "số xã có vườn"),
        ("Đạt tỷ lệ 85% số cây", 85, LEAST, "số cây"),
        ("Tốc độ lớn của cây khoảng 12%", 12, EXACT, "Tốc độ lớn của cây"),
        ("Số cây năm nay bằng 110% so với năm 2025", 110, EXACT, "Số cây năm nay"),
        ("- Bảo đảm 95% cây sống", 95, EXACT, "cây sống"),
        ("tăng 20% so với 10% năm trước", 20, EXACT, "tăng so với 10% năm trước"),
        ("100%", 100, EXACT, "100%"),
    ],
)  # fmt: skip
def test_a_target(clause: str, percent: float, bound: Bound, measure: str) -> None:
    (target,) = find_targets(clause)
    assert (target.percent, target.bound, target.measure) == (percent, bound, measure)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Trồng 20 cây", []),
        ("", []),
        ("Trồng mới 20 % diện tích; tưới hàng ngày; tỉa 5,5% số cây.",
         [("Trồng mới 20 % diện tích", "diện tích"), ("tỉa 5,5% số cây", "số cây")]),
        ("Trồng cây (Tỷ lệ sống đạt 95%; hộ tham gia đạt 60%)",
         [("Tỷ lệ sống đạt 95%", "Tỷ lệ sống"), ("hộ tham gia đạt 60%", "hộ tham gia")]),
        ("Phấn đấu 100% vườn có rào, tối thiểu 50% cây có biển và trên 70% hộ tham gia",
         [("Phấn đấu 100% vườn có rào", "vườn có rào"),
          ("tối thiểu 50% cây có biển", "cây có biển"), ("trên 70% hộ tham gia", "hộ tham gia")]),
        ("Tỷ lệ sống đạt 90%, tỷ lệ cây có biển, có rào đạt trên 95%",
         [("Tỷ lệ sống đạt 90%", "Tỷ lệ sống"),
          ("tỷ lệ cây có biển, có rào đạt trên 95%", "tỷ lệ cây có biển, có rào")]),
        ("Tỷ lệ sống đạt 90% trở lên và tỷ lệ nở đạt 80%",
         [("Tỷ lệ sống đạt 90% trở lên", "Tỷ lệ sống"), ("tỷ lệ nở đạt 80%", "tỷ lệ nở")]),
    ],
)  # fmt: skip
def test_several_targets(text: str, found: list[tuple[str, str]]) -> None:
    assert [(target.text, target.measure) for target in find_targets(text)] == found
