"""`motcua task`, run as an operator types it."""

import datetime as dt
import shutil
from pathlib import Path

import pytest

from tests.factories.command import motcua

DAY = (dt.date.today() + dt.timedelta(20)).isoformat()  # noqa: DTZ011  the command's own clock
ECONOMY, POLICE = "Phòng Kinh tế", "Công an xã"


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Install a place with two offices once, for tests to copy."""
    folder = tmp_path_factory.mktemp("installed")
    assert motcua(folder, "place", "add", "xã Bến Lụa")[0] == 0
    for office in (ECONOMY, POLICE):
        new = ("person", "invite", "--office", office, "--name", "Trần Văn An", "--new-office")
        assert motcua(folder, *new)[0] == 0
    return folder


@pytest.fixture
def folder(installed: Path, tmp_path: Path) -> Path:
    return shutil.copytree(installed, tmp_path / "here")


def run(folder: Path, *arguments: str, code: int = 0) -> str:
    done, out, err = motcua(folder, "task", *arguments)
    assert done == code, (out, err)
    return out + err


def test_work_is_added_listed_done_and_withdrawn(folder: Path) -> None:
    motcua(folder, "office", "group", "Các ban, ngành", ECONOMY, POLICE)
    out = run(folder, "add", "Các ban, ngành", "Nộp danh sách", "--by", DAY, "--document", "CV 45")
    assert f"{ECONOMY}: Nộp danh sách" in out
    assert "Nobody is linked in" in out
    assert run(folder, "list", "--office", POLICE).startswith("V")
    assert len(run(folder, "list").splitlines()) == 2
    assert "no such work" in run(folder, "list", "--late")
    assert "done for" in run(folder, "done", "V1", "--note", "cv số 45")
    shown = run(folder, "show", "v1")
    assert "(done)" in shown
    assert "Result: Công văn số 45" in shown
    assert "the operator: gave it out" in shown
    assert "the operator: recorded it as done – Công văn số 45" in shown
    assert "is withdrawn" in run(folder, "withdraw", "2")
    assert "no such work" in run(folder, "list")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("add", "Phòng Nội vụ", "Báo cáo", "--by", DAY), "Phòng Nội vụ"),
        (("add", ECONOMY, "Báo cáo", "--by", "2020-01-02"), "is past"),
        (("add", ECONOMY, " ", "--by", DAY), "is missing"),
        (("add", ECONOMY, "Báo cáo", "--by", DAY, "--place", "xã Không Có"), "xã Không Có"),
        (("show", "V99"), "no item V99"),
        (("done", "việc 1"), "no item việc 1"),
        (("withdraw", "V99"), "no item V99"),
    ],
)
def test_bad_input_is_one_sentence(folder: Path, arguments: tuple[str, ...], said: str) -> None:
    out = run(folder, *arguments, code=1)
    assert said in out
    assert len(out.strip().splitlines()) == 1
    assert "no such work" in run(folder, "list")


def test_a_day_must_be_written_as_one(folder: Path) -> None:
    assert "does not match" in run(folder, "add", ECONOMY, "Báo cáo", "--by", "4/12", code=2)
