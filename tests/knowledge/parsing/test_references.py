import datetime as dt

import pytest

from knowledge.parsing.references import find_references, tidy_number
from knowledge.plan import LegalReference


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("theo Nghị định số 11/2030/NĐ-CP ngày 2/3/2030 của Chính phủ về cây",
         ["Nghị định số 11/2030/NĐ-CP ngày 2/3/2030 của Chính phủ"]),
        ("theo Quyết định 5/QĐ-UBND", ["Quyết định 5/QĐ-UBND"]),
        ("Nghị quyết số 9-NQ/TW ngày 1 tháng 2 năm 2030; Kế hoạch số 12 /KH-UBND",
         ["Nghị quyết số 9-NQ/TW ngày 1 tháng 2 năm 2030", "Kế hoạch số 12 /KH-UBND"]),
        ("Thông tư số 1/2030/TT-BNV và Thông tư số 1/2030/TT-BNV", ["Thông tư số 1/2030/TT-BNV"]),
        ("các Nghị định của Chính phủ: số 1/2030/NĐ-CP ngày 2/3/2030 về cây, số 2/2030/NĐ-CP",
         ["Nghị định số 1/2030/NĐ-CP ngày 2/3/2030", "Nghị định số 2/2030/NĐ-CP"]),
        ("Luật Trồng trọt ngày 5/6/2028; Luật Vườn năm 2029; Luật Đất mới",
         ["Luật Trồng trọt ngày 5/6/2028", "Luật Vườn năm 2029"]),
        ("trồng 15 cây trước 2/3/2030", []),
        ("số 15 đường Cây Me", []),
        ("", []),
    ],
)  # fmt: skip
def test_references(text: str, found: list[str]) -> None:
    assert [named.text for named in find_references(text)] == found


@pytest.mark.parametrize(
    ("text", "kind", "number", "day", "issuer"),
    [
        ("Nghị định số 1/2030/NĐ – CP ngày 2/3/2030 về cây", "Nghị định", "1/2030/NĐ-CP",
         dt.date(2030, 3, 2), "Chính phủ"),
        ("Chỉ thị 7/CT-TTg", "Chỉ thị", "7/CT-TTg", None, "Thủ tướng Chính phủ"),
        ("Thông tư 1/2030/TT-VPCP ngày 5 tháng 4 năm 2030 của Bộ trưởng, Chủ nhiệm Văn phòng Cây",
         "Thông tư", "1/2030/TT-VPCP", dt.date(2030, 4, 5), "Bộ trưởng, Chủ nhiệm Văn phòng Cây"),
        ("Thông tư số 1/2030/TT-VPCP ngày 5/4/2030 của hướng dẫn trồng cây", "Thông tư",
         "1/2030/TT-VPCP", dt.date(2030, 4, 5), "Văn phòng Chính phủ"),
        ("Quyết định số 1/QĐ-BGDĐT ngày 5/4/2030 của Bộ Giáo dục và Đào tạo phê duyệt vườn trường",
         "Quyết định", "1/QĐ-BGDĐT", dt.date(2030, 4, 5), "Bộ Giáo dục và Đào tạo"),
        ("Kế hoạch số 3/KH-UBND ngày 5/4/2030 của Ủy ban nhân dân phường và Kế hoạch xanh",
         "Kế hoạch", "3/KH-UBND", dt.date(2030, 4, 5), "Ủy ban nhân dân phường"),
        ("công văn số 74/UBND-NC", "Công văn", "74/UBND-NC", None, None),
        ("Luật Trồng trọt số 9/2028/QH15 ngày 5/6/2028", "Luật", "9/2028/QH15",
         dt.date(2028, 6, 5), "Quốc hội"),
        ("Luật sửa đổi, bổ sung một số điều của Luật Vườn và Luật Cây ngày 5/6/2028", "Luật", None,
         dt.date(2028, 6, 5), "Quốc hội"),
        ("Quyết định số 1/QĐ-UBND ngày 31/2/2030", "Quyết định", "1/QĐ-UBND", None, None),
    ],
)  # fmt: skip
def test_what_a_name_says(
    text: str, kind: str, number: str | None, day: dt.date | None, issuer: str | None
) -> None:
    (found,) = find_references(text)
    assert found == LegalReference(found.text, kind, number, day, issuer)


def test_a_tidy_number() -> None:
    assert tidy_number("9 / KH – UBND.") == "9/KH-UBND"
