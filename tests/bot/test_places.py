"""`motcua place`: every wrong word is one sentence that says what would be right."""

from pathlib import Path

import pytest

from tests.factories.command import motcua
from tests.factories.plans import TEXT

SAMPLE = Path(__file__).parents[2] / "bot" / "samples" / "office.toml"
COMMUNE = "xã Bến Lụa"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    motcua(tmp_path, "place", "add", COMMUNE)
    return tmp_path


def test_the_samples_form_is_loaded_with_the_superior(tmp_path: Path) -> None:
    code, out, _ = motcua(tmp_path, "place", "load", str(SAMPLE))
    assert code == 0
    assert f"Stored the profile of {COMMUNE}" in out
    listed = motcua(tmp_path, "place", "list")[1]
    assert f"{COMMUNE} (part of tỉnh Lam Hà)" in listed
    shown = motcua(tmp_path, "place", "show")[1]
    assert "Superiors: tỉnh Lam Hà" in shown
    assert "Phone: 0298 3000 112" in shown
    assert "Fax: (not entered)" in shown


def test_lines_are_set_by_key_or_label_and_removed(folder: Path) -> None:
    set_ = motcua(folder, "place", "set", "office.phone=0298 1", "Fax=2", "Giờ làm việc=x")
    assert set_[0] == 1  # one unknown line, and nothing is stored
    assert "Phone: (not entered)" in motcua(folder, "place", "show")[1]
    assert (
        motcua(folder, "place", "set", COMMUNE, "office.phone=0298 1", "Đường dây nóng=3")[0] == 0
    )
    shown = motcua(folder, "place", "show", "bến lụa")[1]
    assert "Phone: 0298 1" in shown
    assert "Hotline: 3" in shown
    motcua(folder, "place", "set", "office.phone=")
    assert "Phone: (not entered)" in motcua(folder, "place", "show")[1]


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["set", "office.phon=1"], "There is no line “office.phon”; the nearest is office.phone."),
        (["set", "điện thoai=1"], None),
        (["set", "dia chỉ tiep cong dan ="], None),
        (["set", "hours.saturdays=x"], "nearest is hours.saturday."),
        (["set", "=x"], "There is no line “”"),
        (["set", COMMUNE], "Please say what to set"),
        (["set", "office.fax=" + "1" * 600], "longer than 500 characters"),
        (["set", "xã Không Có", "office.fax=1"], "xã Không Có"),
        (["show", "xã Không Có"], "xã Không Có"),
        (["add", "Bến Lụa"], "“Bến Lụa” lacks its level"),
        (["add", "xã"], "lacks its level"),
        (["add", COMMUNE, "--parent", "Lam Hà"], "lacks its level"),
        (["load", "khong-co.toml"], "khong-co.toml"),
        (["set-parent", COMMUNE, COMMUNE], "lies under this very place"),
    ],
)
def test_wrong_words(folder: Path, arguments: list[str], sentence: str | None) -> None:
    code, _, err = motcua(folder, "place", *arguments)
    if sentence is None:
        assert code == 0
    else:
        assert (code, len(err.strip().splitlines())) == (1, 1)
        assert sentence in err


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("[office\n", "not valid TOML (line 1)"),
        ("[office]\nphone = 0298 1\n", "not valid TOML (line 2); each value must be in quotes"),
        ("[office]\nphone = 298\n", "“office.phone” must be a text in quotes"),
        ("[office]\nphoen = '1'\n", "nearest is office.phone"),
        ("[office]\nlocality = 'xã Bến Lụa'\n", "holds nothing to store"),
        ("phones = '1'\n", "There is no line “phones”"),
        ("[hours]\nmorning = 07:30:00\n", "must be a text in quotes"),
        ("[office]\nlocality = 'Bến Xa'\nphone = '1'\n", "lacks its level"),
        ("\x00\x01", "not valid TOML"),
    ],
)
def test_wrong_files(folder: Path, text: str, sentence: str) -> None:
    (folder / "office.toml").write_text(text, encoding="utf-8")
    code, _, err = motcua(folder, "place", "load", "office.toml")
    assert (code, len(err.strip().splitlines())) == (1, 1)
    assert sentence in err
    assert "Phone: (not entered)" in motcua(folder, "place", "show")[1]


def test_bytes_that_are_no_text_are_refused(folder: Path) -> None:
    (folder / "office.toml").write_bytes(b"\xff\xfe\xfa")
    code, _, err = motcua(folder, "place", "load", "office.toml")
    assert (code, len(err.strip().splitlines())) == (1, 1)


def test_superiors_are_set_and_removed(folder: Path) -> None:
    added = motcua(folder, "place", "add", COMMUNE, "--parent", "tỉnh Lam Hà")
    assert f"{COMMUNE} is there already." in added[1]
    code, _, err = motcua(folder, "place", "set-parent", "tỉnh Lam Hà", COMMUNE)
    assert (code, "lies under this very place" in err) == (1, True)
    motcua(folder, "place", "set-parent", COMMUNE)
    assert "Superiors: not set" in motcua(folder, "place", "show", COMMUNE)[1]
    code, _, err = motcua(folder, "place", "show")
    assert (code, "There are several places" in err) == (1, True)


def test_without_any_place_it_says_how_to_add_one(tmp_path: Path) -> None:
    for command in ("list", "show"):
        code, _, err = motcua(tmp_path, "place", command)
        assert (code, "motcua place add" in err) == (1, True)


# Who may read, on the command line.

QUESTION = "Phát tờ rơi hướng dẫn nộp hồ sơ trực tuyến trước ngày nào?"


def test_the_operator_is_answered_from_all_and_a_citizen_from_what_is_public(folder: Path) -> None:
    (folder / "ke-hoach.txt").write_text(TEXT, encoding="utf-8")
    out = motcua(folder, "plan", "add", "--confirm", "ke-hoach.txt")[1]
    assert "Internal: only officials" in out
    assert "motcua plan publish 1" in out
    assert "internal" in motcua(folder, "plan", "list")[1]
    assert "1 plans are confirmed but not public" in motcua(folder, "check")[1]
    assert "05/12/2026" in motcua(folder, "ask", QUESTION)[1]
    assert "05/12/2026" not in motcua(folder, "ask", "--citizen", QUESTION)[1]
    assert "is public" in motcua(folder, "plan", "publish", "1")[1]
    assert "05/12/2026" in motcua(folder, "ask", "--citizen", QUESTION)[1]
    assert "but not public" not in motcua(folder, "check")[1]
    assert "Public: citizens" in motcua(folder, "plan", "show", "1")[1]
    assert "not public any more" in motcua(folder, "plan", "publish", "1", "--undo")[1]
    assert "05/12/2026" not in motcua(folder, "ask", "--citizen", QUESTION)[1]


def test_a_plan_is_added_as_public(folder: Path) -> None:
    (folder / "ke-hoach.txt").write_text(TEXT, encoding="utf-8")
    out = motcua(folder, "plan", "add", "--confirm", "--public", "ke-hoach.txt")[1]
    assert "Public: citizens" in out
    assert "citizens too" in out
    again = motcua(folder, "plan", "add", "--public", "ke-hoach.txt")
    assert (again[0], "loaded already" in again[1]) == (0, True)
    code, _, err = motcua(folder, "plan", "publish", "9")
    assert (code, len(err.strip().splitlines())) == (1, 1)
