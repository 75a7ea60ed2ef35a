import pytest

from knowledge.parsing.units import split_units, starts_unit


@pytest.mark.parametrize(
    ("cell", "units"),
    [
        (None, []),
        ("", []),
        ("UBND xã", ["UBND xã"]),
        ("Văn phòng HĐND - UBND phường", ["Văn phòng HĐND - UBND phường"]),
        ("Văn phòng HĐND-UBND phường", ["Văn phòng HĐND-UBND phường"]),
        ("Văn phòng HĐND và UBND quận", ["Văn phòng HĐND và UBND quận"]),
        ("Văn phòng Đảng ủy - HĐND & UBND quận", ["Văn phòng Đảng ủy - HĐND & UBND quận"]),
        ("UBND các xã, phường", ["UBND các xã, phường"]),
        ("Các đơn vị, tổ chức thuộc quận", ["Các đơn vị, tổ chức thuộc quận"]),
        ("Các sở, ban, ngành", ["Các sở, ban, ngành"]),
        ("Các phòng, ban, ngành quận", ["Các phòng, ban, ngành quận"]),
        ("Sở Văn hóa, Thể thao và Du lịch", ["Sở Văn hóa, Thể thao và Du lịch"]),
        ("Phòng Kinh tế - Hạ tầng", ["Phòng Kinh tế - Hạ tầng"]),
        ("Các ban, ngành phường,", ["Các ban, ngành phường"]),
        (
            "- Các trạm, trại thuộc quận - UBND các phường",
            ["Các trạm, trại thuộc quận", "UBND các phường"],
        ),
        ("- Phòng Y tế - Dân số - Phòng Nội vụ", ["Phòng Y tế - Dân số", "Phòng Nội vụ"]),
        (
            "- Văn phòng HĐND - UBND phường - Phòng Thuế",
            ["Văn phòng HĐND - UBND phường", "Phòng Thuế"],
        ),
        ("<ul><li>- Trạm Y tế</li> <li>- Phòng Kinh tế</li></ul>", ["Trạm Y tế", "Phòng Kinh tế"]),
        ("<p>Trạm Y tế</p><p>Phòng Kinh tế</p>", ["Trạm Y tế", "Phòng Kinh tế"]),
        ("Trạm Y tế<br>Phòng Kinh tế", ["Trạm Y tế", "Phòng Kinh tế"]),
        ("Trạm Y tế; Công an phường", ["Trạm Y tế", "Công an phường"]),
        (
            "Trạm Y tế; Công an phường và các tổ dân phố",
            ["Trạm Y tế", "Công an phường", "các tổ dân phố"],
        ),
        ("Sở Nội vụ, Sở Y tế, Các trường đại học", ["Sở Nội vụ", "Sở Y tế", "Các trường đại học"]),
        ("Các phòng chuyên môn, UBND phường", ["Các phòng chuyên môn", "UBND phường"]),
        (
            "Văn phòng quận, phòng, ban quận, UBND phường",
            ["Văn phòng quận", "phòng, ban quận", "UBND phường"],
        ),
        ("Trạm Y tế\nphường", ["Trạm Y tế phường"]),
        ("Văn phòng HĐND\nvà UBND phường", ["Văn phòng HĐND và UBND phường"]),
        ("Văn phòng Đảng ủy\n- HĐND & UBND quận", ["Văn phòng Đảng ủy - HĐND & UBND quận"]),
        ("Sở Nội vụ Sở Y tế", ["Sở Nội vụ", "Sở Y tế"]),
        (
            "CC Địa chính – MT Các ban, ngành liên quan",
            ["CC Địa chính – MT", "Các ban, ngành liên quan"],
        ),
        ("Trưởng Đoàn giám sát của quận", ["Trưởng Đoàn giám sát của quận"]),
        ("Trạm Y tế, Trạm Y tế", ["Trạm Y tế"]),
        ("Trạm Y tế và Công an phường", ["Trạm Y tế", "Công an phường"]),
        ("Trạm Y tế với Công an phường", ["Trạm Y tế", "Công an phường"]),
        ("Trạm Y tế phối hợp với Công an phường", ["Trạm Y tế", "Công an phường"]),
        (
            "Các đội, tổ; UBND các thôn và các cá nhân, tổ chức khác",
            ["Các đội, tổ", "UBND các thôn", "các cá nhân, tổ chức khác"],
        ),
        ("Phòng Tài chính và Môi trường", ["Phòng Tài chính và Môi trường"]),
        ("Chủ tịch HĐND và UBND phường", ["Chủ tịch HĐND và UBND phường"]),
        ("sở, ban, ngành liên quan", ["sở, ban, ngành liên quan"]),
        ("Trạm Y tế, sở, ban, ngành", ["Trạm Y tế", "sở, ban, ngành"]),
        ("Cán bộ tại các phòng, ban phường", ["Cán bộ tại các phòng, ban phường"]),
        ("Các đội trực và công chức cấp xã", ["Các đội trực và công chức cấp xã"]),
        ("Trạm Y tế và công chức cấp xã", ["Trạm Y tế", "công chức cấp xã"]),
        ("Cán bộ, công chức cấp xã", ["Cán bộ, công chức cấp xã"]),
        ("Lãnh đạo\nUBND phường", ["Lãnh đạo UBND phường"]),
        ("Công chức thuộc\nUBND phường", ["Công chức thuộc UBND phường"]),
        ("Trạm Y tế\nUBND phường", ["Trạm Y tế", "UBND phường"]),
    ],
)
def test_units_of_a_cell(cell: str | None, units: list[str]) -> None:
    assert list(split_units(cell)) == units


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sở Nội vụ chủ trì", True),
        ("các cơ quan liên quan", True),
        ("phòng Kinh tế", True),
        ("Ban Quản lý dự án", True),
        ("Ban hành quy chế", False),
        ("Tổ chức hội nghị", False),
        ("Báo cáo kết quả", False),
        ("các bước tiến hành", False),
        ("sở, ban, ngành", True),
        ("ban, ngành, đoàn thể", True),
        ("phòng chống dịch", False),
    ],
)
def test_what_begins_like_a_unit(text: str, expected: bool) -> None:
    assert starts_unit(text) is expected
