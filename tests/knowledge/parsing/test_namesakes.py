import pytest

from knowledge.parsing.namesakes import find_namesakes, is_same_unit
from tests.knowledge.plans import make_task


@pytest.mark.parametrize(
    ("name", "other", "expected"),
    [
        ("Phòng Cây - Hoa", "Phòng Cây và Hoa", True),
        ("Phòng Vườn hoa - Cây xanh", "Phòng VHCX", True),
        ("Phòng Vườn hoa và Cây xanh", "Phòng VH&CX", True),
        ("Văn phòng HĐND-UBND", "Văn phòng HĐND và UBND", True),
        ("Phòng Văn hóa - Xã hội", "Phòng VH-XH", True),
        ("Trung tâm Cây xanh", "Trung tâm Cây xamh", True),
        ("Sở Tài chính", "Bộ Tài chính", False),
        ("Đội cây xanh 1", "Đội cây xanh 2", False),
        ("UBND xã", "UBND các xã", False),
        ("Phòng Cây", "Phòng Hoa", False),
        ("Phòng VHCX", "Phòng Vườn rau", False),
    ],
)
def test_near_spellings(name: str, other: str, expected: bool) -> None:
    assert is_same_unit(name, other) is expected
    assert is_same_unit(other, name) is expected


def test_the_rarer_name_is_told_with_its_place() -> None:
    names = ("Phòng Cây - Hoa", "phòng Cây – Hoa", "Phòng Cây và Hoa", "Đội A")
    tasks = [make_task("Trồng cây", line, lead=name) for line, name in enumerate(names, 1)]
    (note,) = find_namesakes(tasks)
    assert note.facts == (("name", "Phòng Cây - Hoa"), ("other", "Phòng Cây và Hoa"))
    assert note.place == tasks[2].place


def test_everybodys_short_forms_are_no_other_name() -> None:
    tasks = [make_task("Trồng", 1, lead="UBND xã"), make_task("Tưới", 2, lead="Ủy ban nhân dân xã")]
    assert list(find_namesakes(tasks)) == []
