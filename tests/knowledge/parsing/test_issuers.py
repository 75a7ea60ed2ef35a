import pytest

from knowledge.parsing.issuers import find_issuer, is_national
from knowledge.parsing.localities import find_locality

REPUBLIC = ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "KẾ HOẠCH"]


@pytest.mark.parametrize(
    ("lines", "locality", "issuer"),
    [
        (["ỦY BAN NHÂN DÂN", "PHƯỜNG AN HÒA"], "phường An Hòa", "UBND phường An Hòa"),
        (["ỦY BAN NHÂN DÂN"], "Phường 9, thị xã Bến Gỗ", "UBND Phường 9"),
        (["CHỦ TỊCH ỦY BAN NHÂN DÂN"], "xã Bến Gỗ", "Chủ tịch UBND xã Bến Gỗ"),
        (["ỦY BAN NHÂN DÂN", "TỈNH SAO MAI", "SỞ CÂY XANH"], "tỉnh Sao Mai", "Sở cây xanh"),
        (["BỘ HOA VÀ CÂY", *REPUBLIC, "Bộ Hoa và Cây ban hành"], None, "Bộ Hoa và Cây"),
        (["BỘ HOA", "VÀ CÂY", *REPUBLIC, "Bộ Hoa và Cây ban hành"], None, "Bộ Hoa và Cây"),
        (["KẾ HOẠCH", "BAN HÀNH QUY CHẾ CÂY"], None, None),
        (["Không nói gì"], None, None),
    ],
)
def test_issuers(lines: list[str], locality: str | None, issuer: str | None) -> None:
    assert find_issuer(lines, locality) == issuer


def test_a_ministry_has_no_locality() -> None:
    lines = ["BỘ HOA VÀ CÂY", *REPUBLIC, "Giao UBND tỉnh Sao Mai trồng cây"]
    assert is_national(lines)
    assert find_locality(lines, None) is None
