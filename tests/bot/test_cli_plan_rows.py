"""`motcua plan waiting / assign / rule / separate`, and what changes due days from elsewhere."""

from pathlib import Path

import pytest

from tests.factories.command import motcua
from tests.factories.due_days import GROUP, write_superiors, write_text

VI = {"LANG": "vi_VN.UTF-8"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    rows = ("dated", "group", "ruled", "separate", "untimed")
    (tmp_path / "plan.txt").write_text(write_text(*rows).replace("2026", "2099"), "utf-8")
    code, said, _ = motcua(tmp_path, "plan", "add", "--confirm", "plan.txt", **VI)
    assert code == 0
    assert "2 việc chưa có người nhận nên chưa nhắc được ai." in said
    assert "motcua plan waiting" in said
    return tmp_path


def tell(folder: Path, *arguments: str) -> str:
    code, said, failed = motcua(folder, *arguments, **VI)
    assert code == 0, failed
    return said


def test_lists_and_decisions(folder: Path) -> None:
    said = tell(folder, "plan", "waiting")
    assert "3 việc chưa có ngày, trong đó 3 việc chờ" in said
    assert f"{GROUP} – chưa có ai (1):" in said
    assert "Không có hạn nào đã qua" in said
    tell(folder, "office", "alias", "Phòng Kinh tế", "Phòng KT")
    said = tell(folder, "plan", "assign", "1", "2", "Phòng KT")
    assert "Đã giao việc 2 kế hoạch 1 cho Phòng Kinh tế." in said
    assert GROUP not in tell(folder, "plan", "waiting")
    tell(folder, "plan", "assign", "1", "2")
    rule = ("rule", "add", "--period", "quarter", "--day", "18", "--basis", "CV 45")
    tell(folder, *rule)
    assert "18/12/2099" in tell(folder, "plan", "rule", "1", "3", "1")
    separate = ("plan", "separate", "1", "4", "--number", "12/KH-UBND", "--day")
    assert "số 12/KH-UBND ngày 03/4/2099" in tell(folder, *separate, "3/4/2099")
    assert "1 việc chưa có ngày" not in tell(folder, "plan", "waiting")
    assert "2 việc chưa có ngày, trong đó 1 việc chờ" in tell(folder, "plan", "waiting")


REFUSED = [
    (("assign", "1", "2", "Phòng Lạ"), "Không có đơn vị “Phòng Lạ”"),
    (("assign", "9", "2", "Phòng Kinh tế"), "Không có kế hoạch 9"),
    (("rule", "1", "1", "1"), "không phải báo cáo định kỳ"),
    (("rule", "1", "3", "7"), "Không có quy định 7"),
    (("separate", "1", "1", "--number", "1/KH"), "không thuộc loại"),
    (("separate", "1", "4", "--number", " "), "Xin ghi số"),
    (("separate", "1", "4", "--number", "1/KH", "--day", "31/4/2099"), "“31/4/2099” không đúng"),
]


def test_what_cannot_be_is_said(folder: Path) -> None:
    for arguments, said in REFUSED:
        code, _, failed = motcua(folder, "plan", *arguments, **VI)
        assert code == 1
        assert said in failed


def test_members_of_a_group_and_what_lies_above_change_due_days(folder: Path) -> None:
    said = tell(folder, "office", "group", GROUP, "Phòng Kinh tế")
    assert "Cập nhật hạn: thêm 1, khôi phục 0, bỏ 1." in said
    above = write_superiors("below").replace("2026", "2099")
    (folder / "above.txt").write_text(above, "utf-8")
    tell(folder, "plan", "add", "--confirm", "above.txt")
    tell(folder, "place", "set-parent", "xã Bến Lụa", "tỉnh Lam Hà")
    assert "Văn phòng HĐND và UBND – chưa có ai (1):" in tell(
        folder, "plan", "waiting", "--place", "xã Bến Lụa"
    )
