"""Locks agree with pyproject and carry hashes; holes and licences are judged."""

import json
import re
import sys
import tomllib
from collections.abc import Sequence
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.version import Version

from tests.deploy.audit import audit, judge
from tests.deploy.licences import Policy, ask_licences, list_locked, normalise, read_policy

ROOT = Path(__file__).parents[2]
LOCKS = sorted((ROOT / "locks").glob("*.txt"))
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
EXTRAS: dict[str, list[str]] = PROJECT["project"]["optional-dependencies"]
GROUPS: dict[str, list[str]] = PROJECT["dependency-groups"]
RUN = [*PROJECT["project"]["dependencies"], *EXTRAS["postgres"], *GROUPS["build"]]
WANTED = {
    "build": GROUPS["build"],
    "run": RUN,
    "models": [*RUN, *EXTRAS["models"], *GROUPS["torch"]],
    "dev": [*RUN, *EXTRAS["dev"]],
    "all": [*RUN, *EXTRAS["models"], *EXTRAS["dev"], *GROUPS["torch"], *GROUPS["trial"]],
}
PINNED = re.compile(r"([\w.-]+)==([\w.]+)(?: ; .+)? \\")
HASH = re.compile(r"    --hash=sha256:[0-9a-f]{64}(?: \\)?")


def read_lock(name: str) -> dict[str, Version]:
    text = (ROOT / "locks" / f"{name}.txt").read_text("utf-8")
    found = re.findall(r"^([\w.-]+)==([\w.]+)", text, re.MULTILINE)
    return {normalise(name): Version(version) for name, version in found}


def test_every_kind_of_lock_is_there() -> None:
    assert [lock.stem for lock in LOCKS] == sorted(WANTED)


@pytest.mark.parametrize("name", WANTED)
def test_a_lock_has_what_the_project_asks_for(name: str) -> None:
    locked = read_lock(name)
    for line in WANTED[name]:
        asked = Requirement(line)
        assert normalise(asked.name) in locked, f"{line}: run `make lock`"
        assert locked[normalise(asked.name)] in asked.specifier


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.stem)
def test_every_line_of_a_lock_has_hashes_and_no_address(lock: Path) -> None:
    lines = [line for line in lock.read_text("utf-8").splitlines() if not line.startswith("#")]
    assert all(PINNED.fullmatch(line) or HASH.fullmatch(line) for line in lines)
    for line, below in zip(lines, [*lines[1:], ""], strict=True):
        assert HASH.fullmatch(line) or HASH.fullmatch(below), line


def test_locks_agree_on_versions() -> None:
    everything = read_lock("all")
    for name in WANTED:
        assert read_lock(name).items() <= everything.items()


def test_no_lock_brings_a_gpu() -> None:
    assert not [name for name in read_lock("all") if re.match(r"torch$|nvidia|cuda|triton", name)]


def test_what_is_installed_here_is_what_is_locked() -> None:
    from importlib.metadata import distributions

    installed = {normalise(each.name): each.version for each in distributions() if each.name}
    locked = {name: str(version) for name, version in read_lock("run").items()}
    found = {name: installed[name] for name in locked if name in installed and name != "setuptools"}
    assert len(found) > 80
    assert {n: Version(v) for n, v in found.items()}.items() <= read_lock("run").items()


# Vulnerabilities


def said(*packages: dict[str, object]) -> str:
    return json.dumps({"dependencies": packages, "fixes": []})


HOLE = {"id": "PYSEC-2026-1", "fix_versions": ["2.0"], "aliases": [], "description": ""}
WELL: dict[str, object] = {"name": "typer", "version": "1.0", "vulns": []}
HURT: dict[str, object] = {"name": "jinja2", "version": "1.0", "vulns": [HOLE]}
UNKNOWN: dict[str, object] = {"name": "rich", "skip_reason": "not found"}


@pytest.mark.parametrize(
    ("answer", "is_known", "holes"),
    [
        (said(WELL, UNKNOWN), True, 0),
        (said(WELL, HURT), True, 1),
        (said(UNKNOWN, UNKNOWN), False, 0),
        ("", False, 0),
        ("ERROR: not JSON", False, 0),
    ],
)
def test_a_hole_is_told_from_no_answer(answer: str, is_known: bool, holes: int) -> None:
    verdict = judge(answer, "something\nCould not connect")
    assert (verdict.is_known, len(verdict.holes)) == (is_known, holes)


def play(tmp_path: Path, code: str) -> Sequence[str]:
    script = tmp_path / "pip_audit.py"
    script.write_text(code, "utf-8")
    return [sys.executable, str(script)]


def test_an_audit_reads_what_the_tool_says(tmp_path: Path) -> None:
    answer = said(HURT)
    verdict = audit(command=play(tmp_path, f"print({answer!r}); raise SystemExit(1)"))
    assert verdict.is_known
    assert verdict.holes == ["jinja2 1.0: PYSEC-2026-1, fixed in 2.0"]


def test_an_audit_does_not_wait_long(tmp_path: Path) -> None:
    verdict = audit(command=play(tmp_path, "import time; time.sleep(60)"), patience=0.2)
    assert not verdict.is_known
    assert verdict.said == "no answer within 0.2 s"


# Licences


def test_everything_that_runs_may_be_used() -> None:
    assert not read_policy().find_refused(ask_licences(list_locked()))


def test_exceptions_are_needed_and_say_why() -> None:
    policy = read_policy()
    bare = Policy(policy.allowed, {})
    refused = {
        normalise(line.split(":")[0]) for line in bare.find_refused(ask_licences(list_locked()))
    }
    assert refused == set(policy.excepted)
    assert all(len(reason) > 20 for reason in policy.excepted.values())


@pytest.mark.parametrize(
    ("licence", "is_allowed"),
    [
        ("MIT", True),
        ("MPL-2.0 AND (Apache-2.0 OR MIT)", True),
        ("(MIT OR Apache-2.0) AND MPL-2.0", True),
        ("MIT License; Mozilla Public License 2.0 (MPL 2.0)", True),
        ("MIT AND (Apache-2.0 OR GPL-3.0-only)", False),
        ("GPL-3.0-only", False),
        ("MIT OR GPL-3.0-only", False),
        ("BSD License; GNU General Public License (GPL)", False),
        ("UNKNOWN", False),
    ],
)
def test_a_licence_that_is_not_listed_is_refused(licence: str, is_allowed: bool) -> None:
    assert bool(read_policy().find_refused({"some-package": licence})) is not is_allowed
