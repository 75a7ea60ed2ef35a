"""systemd units: valid, confined, and of one mind; the administrator's `motcua` reads as they do."""

import re
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest

from bot.settings import Settings

DEPLOY = Path(__file__).parents[2] / "deploy"
UNITS = sorted((DEPLOY / "systemd").iterdir())
SERVICES = [unit for unit in UNITS if unit.suffix == ".service"]
RUNNING = [unit for unit in SERVICES if "backup" not in unit.name]
ANALYZE = "systemd-analyze"
MOST_EXPOSED = 2.0  # of 10; a unit that says nothing has 9.6

needs_systemd = pytest.mark.skipif(
    not shutil.which(ANALYZE), reason="systemd-analyze is not installed"
)


def read_unit(unit: Path) -> Mapping[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name, value in re.findall(r"^(\w+)=(.*)$", unit.read_text("utf-8"), re.MULTILINE):
        found.setdefault(name, []).append(value)
    return found


@needs_systemd
def test_units_are_valid(tmp_path: Path) -> None:
    for unit in UNITS:
        text = unit.read_text("utf-8").replace("/opt/motcua/.venv/bin/motcua", "/bin/true")
        (tmp_path / unit.name).write_text(text, "utf-8")
    said = subprocess.run(
        [ANALYZE, "verify", "--man=no", *sorted(tmp_path.iterdir())], capture_output=True, text=True
    )
    assert (said.returncode, said.stderr) == (0, "")


@needs_systemd
@pytest.mark.parametrize("unit", SERVICES, ids=lambda unit: unit.name)
def test_units_expose_little(unit: Path) -> None:
    said = subprocess.run(
        [ANALYZE, "security", "--offline=true", "--no-pager", unit], capture_output=True, text=True
    )
    if "offline" in said.stderr:
        pytest.skip("this systemd cannot judge a file")
    score = re.search(r"exposure level for \S+: ([\d.]+)", said.stdout)
    assert score, said.stderr
    print(f"{unit.name}: {score[1]}")
    assert float(score[1]) <= MOST_EXPOSED


def test_units_are_confined_alike() -> None:
    confined = [unit.read_text("utf-8").partition("# What may be touched")[2] for unit in SERVICES]
    parts = [re.sub(r"\n\[Install\].*", "", each, flags=re.DOTALL).strip() for each in confined]
    assert len(set(parts)) == 1
    assert "ProtectSystem=strict" in parts[0]
    assert "MemoryDenyWriteExecute=true" in parts[0]


@pytest.mark.parametrize("unit", RUNNING, ids=lambda unit: unit.name)
def test_a_unit_gives_time_to_finish_and_starts_again(unit: Path) -> None:
    facts = read_unit(unit)
    assert facts["TimeoutStopSec"] == ["60"]
    assert facts["Restart"] == ["on-failure"]
    assert facts["EnvironmentFile"] == ["/etc/motcua/motcua.env"]


def test_units_set_what_the_program_knows() -> None:
    for unit in UNITS:
        names = re.findall(r"MOTCUA_(\w+)=", unit.read_text("utf-8"))
        assert {name.lower() for name in names} <= set(Settings.model_fields)


def test_a_unit_of_several_keeps_its_port_whatever_the_settings_say() -> None:
    # What EnvironmentFile says goes before Environment: a port in it would be every process's.
    web = read_unit(DEPLOY / "systemd" / "motcua-web@.service")
    assert web["ExecStart"][0].startswith("/usr/bin/env MOTCUA_PORT=%i ")


SETTINGS = """# Thiết lập
MOTCUA_DATABASE_URL=postgresql://motcua:a$b#c'd"e@localhost/motcua

 MOTCUA_HOST=indented
MOTCUA_TELEGRAM_TOKENS=xã Bến Lụa=1:A, xã Đông Mai=2:B
FORWARDED_ALLOW_IPS=10.0.0.7
MOTCUA_LOCALITY=xã Bến Lụa"""  # the last line does not end


def shim(folder: Path, name: str, line: str) -> None:
    (folder / name).write_text(f"#!/bin/sh\n{line}\n")
    (folder / name).chmod(0o755)


def run_wrapper(
    tmp_path: Path,
    *arguments: str,
    user: str = "0",
    settings: str = SETTINGS,
    setpriv: str = 'env; echo "ran: $*"',
) -> subprocess.CompletedProcess[str]:
    shim(tmp_path, "id", f"echo {user}")
    shim(tmp_path, "setpriv", setpriv)
    file = tmp_path / "motcua.env"
    file.write_text(settings, "utf-8")
    return subprocess.run(
        [DEPLOY / "motcua", *arguments],
        env={"PATH": f"{tmp_path}:/usr/bin:/bin", "MOTCUA_SETTINGS": str(file)},
        capture_output=True,
        text=True,
    )


def test_the_command_reads_the_settings_to_the_letter(tmp_path: Path) -> None:
    said = run_wrapper(tmp_path, "plan", "add", "kế hoạch.docx").stdout
    assert "MOTCUA_DATABASE_URL=postgresql://motcua:a$b#c'd\"e@localhost/motcua\n" in said
    assert "MOTCUA_TELEGRAM_TOKENS=xã Bến Lụa=1:A, xã Đông Mai=2:B\n" in said
    assert "FORWARDED_ALLOW_IPS=10.0.0.7\n" in said
    assert "MOTCUA_LOCALITY=xã Bến Lụa\n" in said
    assert "MOTCUA_DATA_DIR=/var/lib/motcua\n" in said
    assert "MOTCUA_HOST" not in said
    assert "--reuid=motcua --regid=motcua" in said
    assert "/opt/motcua/.venv/bin/motcua plan add kế hoạch.docx\n" in said


@pytest.mark.parametrize(
    ("line", "folder"), [("data", "/var/lib/motcua/data"), ("/srv/a", "/srv/a")]
)
def test_the_command_finds_the_data_of_the_units(tmp_path: Path, line: str, folder: str) -> None:
    more = f"\nMOTCUA_DATA_DIR={line}\n"
    said = run_wrapper(tmp_path, "check", settings=SETTINGS + more).stdout
    assert f"MOTCUA_DATA_DIR={folder}\n" in said


@pytest.mark.parametrize(("can_enter", "folder"), [("true", str(Path.cwd())), ("false", "/")])
def test_the_command_leaves_a_folder_closed_to_its_user(
    tmp_path: Path, can_enter: str, folder: str
) -> None:
    shimmed = f'case "$*" in *"-- test -x .") exec {can_enter};; *) pwd;; esac'
    assert run_wrapper(tmp_path, "check", setpriv=shimmed).stdout == f"{folder}\n"


def test_the_command_asks_for_sudo(tmp_path: Path) -> None:
    done = run_wrapper(tmp_path, "check", user="1000")
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr == "Xin chạy bằng: sudo motcua check\n"
