"""`motcua rule`: entered, listed beside the law, ended, removed; bad input is one sentence."""

from pathlib import Path

import pytest

from tests.factories.command import motcua
from tests.factories.plans import TEXT

ADD = ("rule", "add", "--period", "quarter", "--day", "18", "--basis", "Công văn số 45/UBND-VP")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "ke-hoach.txt").write_text(TEXT, encoding="utf-8")
    assert motcua(tmp_path, "plan", "add", "ke-hoach.txt")[0] == 0
    return tmp_path


def test_a_rule_is_entered_listed_ended_and_removed(folder: Path) -> None:
    code, out, _ = motcua(folder, *ADD, LANG="vi_VN.UTF-8")
    assert code == 0
    assert out.startswith(
        "Đã ghi quy định 1 của xã Bến Lụa: báo cáo quý gửi ngày 18 của tháng cuối kỳ, căn cứ Công "
        "văn số 45/UBND-VP.\nLần tới, cho quý "
    )
    later = ("--period", "quý", "--day", "10", "--from", "01/01/2099", "--basis", "Quy chế")
    code, out, _ = motcua(folder, "rule", "add", *later, LANG="vi_VN.UTF-8")
    assert code == 0
    assert "Quy định 1 trước đó được áp dụng đến hết ngày 31/12/2098." in out
    out = motcua(folder, "rule", "list", LANG="vi_VN.UTF-8")[1]
    assert out.startswith("Quy định do cơ quan nhập:\n1. xã Bến Lụa – báo cáo quý: ngày 18 của")
    assert "; áp dụng đến hết 31/12/2098\n2. xã Bến Lụa – báo cáo quý: ngày 10" in out
    assert "; áp dụng từ 01/01/2099\nKỳ số liệu theo quy định của pháp luật:\n" in out
    assert "(Nghị định 09/2019/NĐ-CP, Điều 12; hiệu lực từ 12/3/2019; đã đối chiếu" in out
    assert "báo cáo 9 tháng: từ ngày 15" in out
    assert out.count("chưa đối chiếu nguyên văn") == 1
    assert motcua(folder, "rule", "remove", "1")[1] == "Rule 1 of xã Bến Lụa removed.\n"
    assert "2. xã Bến Lụa" in motcua(folder, "rule", "list")[1]


def test_a_day_before_the_data_close_is_told(folder: Path) -> None:
    code, out, _ = motcua(folder, *ADD[:4], "--day", "10", *ADD[6:], LANG="vi_VN.UTF-8")
    assert code == 0
    assert "Lưu ý: ngày gửi này chưa cách ngày chốt số liệu đủ 1 ngày làm việc" in out


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        (("--period", "tuần"), "There is no reporting period “tuần”; known: month, quarter,"),
        (("--day", "32"), "No month has day 32: give 1 to 31 (31 is the last day of the month)."),
        (("--months-after", "99"), "The months after the period are 0 to 12, not 99."),
        (("--basis", " "), "Name the document that sets the day (--basis)."),
        (("--place", "xã Lũng Tre"), "No place called “xã Lũng Tre” is loaded."),
        (("--from", "2027-01-01", "--to", "2026-01-01"), "The first day 01/01/2027 comes after"),
    ],
)
def test_bad_input_is_one_sentence(folder: Path, changes: tuple[str, ...], sentence: str) -> None:
    code, out, err = motcua(folder, *ADD, *changes)
    assert (code, out) == (1, "")
    assert err.startswith(sentence)
    assert err.count("\n") == 1
    assert "no rule on when reports" in motcua(folder, "rule", "list")[1]


def test_a_second_rule_at_one_time_is_refused(folder: Path) -> None:
    assert motcua(folder, *ADD)[0] == 0
    code, _, err = motcua(folder, *ADD)
    assert code == 1
    assert "motcua rule remove 1" in err


def test_the_place_must_be_known(tmp_path: Path) -> None:
    code, _, err = motcua(tmp_path, *ADD)
    assert code == 1
    assert err.endswith("There is no place yet; add one with: motcua place add “xã …”.\n")
    assert (
        motcua(tmp_path, "rule", "remove", "9")[2]
        == "There is no rule 9; see `motcua rule list`.\n"
    )
