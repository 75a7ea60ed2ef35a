"""Installed as the image has it: not editable, the package tree read-only, no HOME, cwd /."""

import os
import shutil
import subprocess
import sys
import urllib.request
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from tests.deploy.proxies import find_port
from tests.factories.command import environment

pytestmark = pytest.mark.slow
ROOT = Path(__file__).parents[2]
COPIED = ("pyproject.toml", "README.md", "bot", "handlers", "knowledge", "storage")
CODE = "import sys; from bot.cli import main; sys.argv[0] = 'motcua'; main()"


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The program as `pip install .` puts it; what it depends on is this environment's."""
    source, target = tmp_path_factory.mktemp("src"), tmp_path_factory.mktemp("opt") / "lib"
    skipped = shutil.ignore_patterns("__pycache__")
    for name in COPIED:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, source / name, ignore=skipped)
        else:
            shutil.copyfile(ROOT / name, source / name)
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-build-isolation"]
    subprocess.run([*pip, "--no-index", "--target", target, source], check=True)
    for path in [target, *target.rglob("*")]:
        path.chmod(path.stat().st_mode & 0o555)
    return target


def build_environment(tree: Path, folder: Path, **more: str) -> dict[str, str]:
    changed = environment(folder, PYTHONPATH=str(tree), PYTHONDONTWRITEBYTECODE="1", **more)
    whole: Mapping[str, str | None] = os.environ | changed
    return {k: v for k, v in whole.items() if v is not None and k != "HOME"}


def run(tree: Path, folder: Path, *arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-P", "-c", CODE, *arguments],
        cwd="/",
        env=build_environment(tree, folder, **more),
        capture_output=True,
        text=True,
        timeout=60,
    )


def list_files(tree: Path) -> dict[Path, tuple[int, int]]:
    return {path: (path.stat().st_size, path.stat().st_mtime_ns) for path in tree.rglob("*")}


def test_everything_the_program_reads_is_in_the_package(tree: Path) -> None:
    kept = {".py", ".pyc", ""}
    data = [
        path.relative_to(ROOT)
        for name in ("bot", "handlers", "knowledge", "storage")
        for path in (ROOT / name).rglob("*")
        if path.is_file() and path.suffix not in kept
    ]
    assert len(data) > 20
    assert not [path for path in data if not (tree / path).exists()]


@pytest.fixture
def started(tree: Path, tmp_path: Path) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    key = run(tree, tmp_path, "key", "new").stdout.strip()
    port = find_port()
    process = subprocess.Popen(
        [sys.executable, "-P", "-c", CODE, "run"],
        cwd="/",
        env=build_environment(tree, tmp_path, MOTCUA_KEYS=key, MOTCUA_PORT=str(port)),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    said = ""
    assert process.stdout
    while "desk link" not in said:
        line = process.stdout.readline()
        assert line, said
        said += line
    yield f"http://127.0.0.1:{port}", process
    process.kill()  # where a test has not ended it
    process.communicate()


def test_it_runs_and_writes_nowhere_else(
    tree: Path, started: tuple[str, subprocess.Popen[str]], tmp_path: Path
) -> None:
    before, slash = list_files(tree), set(Path("/").iterdir())
    url, process = started
    for path in ("/", "/tra-cuu", "/ket-qua", "/quyen-rieng-tu", "/healthz"):
        assert urllib.request.urlopen(url + path, timeout=20).status == 200
    process.terminate()
    assert process.wait(timeout=30) == 0
    assert list_files(tree) == before
    assert set(Path("/").iterdir()) == slash
    assert {path.name for path in tmp_path.iterdir()} == {"data"}


def test_a_first_key_that_cannot_be_written_is_one_sentence(tree: Path, tmp_path: Path) -> None:
    """On a read-only system a key is made by hand; a folder in the file's place refuses also root."""
    (tmp_path / "work" / ".env").mkdir(parents=True)
    said = subprocess.run(
        [sys.executable, "-P", "-c", CODE, "plan", "list"],
        cwd=tmp_path / "work",
        env=build_environment(tree, tmp_path),
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert said.returncode != 0
    assert len(said.stderr.strip().splitlines()) == 1
