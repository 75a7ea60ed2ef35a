"""`motcua nudge`, `place ladder` and `office overseer`, each run as an operator types it."""

import re
from pathlib import Path

import pytest

from tests.factories.command import motcua
from tests.factories.plans import TEXT

PLACE = "xã Bến Lụa"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    run(tmp_path, "place", "add", PLACE)
    return tmp_path


@pytest.fixture
def planned(tmp_path: Path) -> Path:
    (tmp_path / "ke-hoach.txt").write_text(TEXT.replace("2026", "2099"), encoding="utf-8")
    run(tmp_path, "plan", "add", "--confirm", "ke-hoach.txt")
    return tmp_path


def run(folder: Path, *arguments: str, code: int = 0, **more: str) -> str:
    done, out, err = motcua(folder, *arguments, **more)
    assert done == code, (out, err)
    return out + err


def test_who_would_be_told_and_who_reads_it(planned: Path) -> None:
    out = run(planned, "nudge", "--dry-run", "--at", "2099-12-04")
    assert "Phát tờ rơi" in out
    assert "the day itself, to the office" in out
    assert "nobody linked yet" in out
    late = run(planned, "nudge", "--at", "2099-12-08")
    assert "2 working days after, to its head" in late
    assert "2000 and 2100" in run(planned, "nudge", "--at", "1999-12-08", code=2)


def test_a_sheet_is_made(planned: Path) -> None:
    assert "nothing to print" in run(planned, "nudge", "sheet", "-o", "phieu.docx", code=1)
    assert not (planned / "phieu.docx").exists()
    assert "from 0 to 366" in run(planned, "nudge", "sheet", "--days=9999", "-o", "x.docx", code=1)
    missing = run(planned, "nudge", "sheet", "--office", "Sở Gì đó", "-o", "x.docx", code=1)
    assert "Sở Gì đó" in missing


def test_the_ladder_is_shown_set_and_reset(planned: Path) -> None:
    folder = planned
    assert "usual: otherwise – 7,3,1,0" in run(folder, "place", "ladder", PLACE)
    out = run(folder, "place", "ladder", PLACE, "--usual", "5,2,0", "--no-weekly")
    assert re.search(r"Saved; the steps of \d+ open due days", out)
    out = run(folder, "place", "ladder", "--escalate", "1:office,4:chairman")
    assert "usual: otherwise – 5,2,0" in out
    assert "1:office,4:chairman" in out
    assert "weekly: told again every week – no" in out
    out = run(folder, "place", "ladder", "--reset")
    assert "Nudges of xã Bến Lụa (as usual):" in out
    assert "5:deputy,10:chairman" in out


BAD = {
    ("--usual", "1,3,7"): "usual",
    ("--usual", "bảy"): "usual",
    ("--early", "90,1"): "early",
    ("--escalate", "1:bạn"): "bạn",
    ("--escalate", "office"): "escalations",
    ("--reset", "--weekly"): "--reset",
}


def test_bad_settings_are_one_sentence(folder: Path) -> None:
    for arguments, said in BAD.items():
        out = run(folder, "place", "ladder", *arguments, code=1)
        assert said in out
        assert len(out.strip().splitlines()) == 1
    assert "(as usual)" in run(folder, "place", "ladder")


def test_leaders_are_put_in_charge(folder: Path) -> None:
    office = "Ban lãnh đạo"
    for name, role in (("Trần Mai", "leader"), ("Lê An", "officer")):
        out = run(
            folder, "person", "invite", "--office", office, "--name", name,
            "--role", role, "--new-office",
        )  # fmt: skip
        [code] = re.findall(r"MOI-\w{7}-\w{7}", out)
        run(folder, "chat", stdin=f"{code}\n", LOGNAME=name.split()[-1])
    assert f"Trần Mai in charge of {office}." in run(folder, "office", "overseer", office, "1")
    assert "Lê An is no leader" in run(folder, "office", "overseer", office, "2", code=1)
    assert "9" in run(folder, "office", "overseer", office, "9", code=1)
    assert "No leader" in run(folder, "office", "overseer", office)
