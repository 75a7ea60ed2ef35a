import pytest

from knowledge.listing.units import find_units

UNITS = (
    "Văn phòng HĐND và UBND xã",
    "Phòng Văn hóa - Xã hội",
    "Phòng Văn hóa và Thông tin",
    "UBND xã",
    "UBND các xã",
    "Các bộ phận chuyên môn",
    "CC Văn hóa – TT",
    "Công chức Tư pháp - Hộ tịch",
    "Trung tâm Phục vụ hành chính công",
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("văn phòng chủ trì những việc gì", ["Văn phòng HĐND và UBND xã"]),
        ("van phong hdnd ubnd xa lam gi", ["Văn phòng HĐND và UBND xã"]),
        ("phong van hoa xa hoi co viec gi", ["Phòng Văn hóa - Xã hội"]),
        ("Phòng VH-XH có việc gì", ["Phòng Văn hóa - Xã hội"]),
        ("phòng văn hóa làm gì", ["Phòng Văn hóa - Xã hội", "Phòng Văn hóa và Thông tin"]),
        ("UBND xã chủ trì việc nào", ["UBND xã"]),
        ("UBND các xã phải làm gì", ["UBND các xã"]),
        ("các bộ phận chuyên môn có việc gì", ["Các bộ phận chuyên môn"]),
        ("công chức văn hóa có việc gì", ["CC Văn hóa – TT"]),
        ("tư pháp hộ tịch phối hợp việc gì", ["Công chức Tư pháp - Hộ tịch"]),
        ("bộ phận nào chủ trì", []),
        ("cơ quan nào phối hợp", []),
        ("UBND huyện có việc gì", []),
        ("trung tâm có việc gì", []),
        ("", []),
    ],
)
def test_units_as_people_shorten_them(text: str, found: list[str]) -> None:
    assert list(find_units(text, UNITS)) == found
