import datetime as dt

import pytest

from knowledge.parsing.facts import Facts, read_facts

LETTERHEAD = [
    "ỦY BAN NHÂN DÂN",
    "PHƯỜNG AN HÒA",
    "Số: 15/KH-UBND",
    "An Hòa, ngày 3 tháng 2 năm 2026",
]
TITLE = ["KẾ HOẠCH", "Trồng cây năm 2026", "Căn cứ Luật Trồng trọt;"]
FOOT = [
    "Nơi nhận:",
    "- Như trên;",
    "- Lưu: VT.",
    "TM. ỦY BAN NHÂN DÂN",
    "CHỦ TỊCH",
    "Trần Thị Bình An",
]
WHOLE = [*LETTERHEAD, *TITLE, *FOOT]


def facts_of(*lines: str) -> Facts:
    return read_facts(lines)


def test_a_plan_with_its_letterhead() -> None:
    assert facts_of(*WHOLE) == Facts(
        number="15/KH-UBND",
        issued_on=dt.date(2026, 2, 3),
        issuer="UBND phường An Hòa",
        locality="phường An Hòa",
        year=2026,
        title="Kế hoạch Trồng cây năm 2026",
        signer="Trần Thị Bình An",
        kind="Kế hoạch",
    )


@pytest.mark.parametrize(
    ("lines", "name", "value"),
    [
        (["Số : 7 /QĐ - UBND"], "number", "7/QĐ-UBND"),
        (["Số:", "7360/KH-UBND"], "number", "7360/KH-UBND"),
        (["Số: /QĐ-UBND"], "number", None),
        (["(Kèm theo Kế hoạch số: 9 /KH-UBND ngày 4 tháng 3 năm 2026)"], "number", "9/KH-UBND"),
        (["(*Kèm theo Kế hoạch số 9/KH-UBND ngày 4/3/2026)"], "issued_on", None),
        (["(Kèm theo Kế hoạch số 9/KH-UBND ngày 4/3/2026)"], "issued_on", dt.date(2026, 3, 4)),
        (["Căn cứ Quyết định số 9/QĐ-UBND ngày 4/3/2026"], "number", None),
        (["An Hòa, ngày", "3 tháng 2 năm 2026"], "issued_on", dt.date(2026, 2, 3)),
        (["An Hòa, ngày tháng 02 năm 2026"], "issued_on", None),
        (["An Hòa, ngày tháng 02 năm 2026"], "year", 2026),
        (["An Hòa, ngày 31 tháng 02 năm 2026"], "issued_on", None),
        (["KẾ HOẠCH", "Trồng cây đến năm 2030"], "year", 2030),
        (["KẾ HOẠCH", "TRỒNG CÂY", "NĂM 2027", "Căn cứ"], "title", "Kế hoạch TRỒNG CÂY NĂM 2027"),
        (["KẾ HOẠCH", "THỰC HIỆN", "Thực hiện Chỉ thị"], "title", "Kế hoạch THỰC HIỆN"),
        (["Trước 15/12/2026", "Quý I/2026", "Quyết định ngày 4/3/2019"], "year", 2026),
        (["UBND xã Bến Gỗ ban hành", "xã Bến Gỗ", "tỉnh Sao Mai"], "locality", "xã Bến Gỗ"),
        (["ỦY BAN NHÂN", "DÂN", "TỈNH SAO MAI"], "locality", "tỉnh Sao Mai"),
        (["Bến Gỗ, ngày 1 tháng 2 năm 2024", "ỦY BAN NHÂN DÂN HUYỆN"], "locality", "huyện Bến Gỗ"),
        (["CHỦ TỊCH ỦY BAN NHÂN DÂN THỊ XÃ", "Bến Gỗ, ngày 1/2/2024"], "locality", "thị xã Bến Gỗ"),
        (["Phường 9, ngày 1 tháng 2 năm 2024"], "locality", "Phường 9"),
        (["KẾ HOẠCH", "Trồng cây giai đoạn 2027 - 2030"], "year", 2027),
        (["An Hòa, ngày 3/2/2028", "KẾ HOẠCH", "Trồng cây giai đoạn 2027-2030"], "year", 2028),
        (
            ["QUYẾT ĐỊNH", "Về việc ban hành Kế hoạch trồng cây", "Căn cứ"],
            "title",
            "Kế hoạch trồng cây",
        ),
        (
            ["QUYẾT ĐỊNH", "PHÊ DUYỆT ĐỀ ÁN TRỒNG CÂY", "Căn cứ"],
            "title",
            "Đề án TRỒNG CÂY",
        ),
        (["QUYẾT ĐỊNH", "Ban hành Quy chế", "Căn cứ"], "title", "Quyết định Ban hành Quy chế"),
        (["QUYẾT ĐỊNH", "Phê duyệt Kế hoạch trồng cây"], "kind", "Quyết định"),
        (["Không nói gì"], "locality", None),
        (["Không nói gì"], "issuer", None),
        (["Nơi nhận:", "- A;", "Lê Văn Tám", "PHỤ LỤC"], "signer", "Lê Văn Tám"),
        (["Nơi nhận:", "- A;", "Phó Chủ tịch"], "signer", None),
    ],
)  # fmt: skip
def test_facts_in_other_shapes(lines: list[str], name: str, value: object) -> None:
    assert getattr(facts_of(*lines), name) == value
