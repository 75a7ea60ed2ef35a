"""`make licences`: what the program runs with, and under which licences; others fail."""

import json
import re
import subprocess
import sys
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
# “;” between classifiers, AND and OR of SPDX with their brackets; not those of “(MPL 2.0)”.
_BETWEEN = re.compile(r";|\)*\s+(?:AND|OR)\s+\(*")
_GROUP = re.compile(r"\(([^()]*)|([^()]*)\)")


@dataclass(frozen=True, slots=True)
class Policy:
    """The licences an office may run, and packages with a reason of their own."""

    allowed: frozenset[str]
    excepted: Mapping[str, str]

    def find_refused(self, licences: Mapping[str, str]) -> Sequence[str]:
        """Find the packages under a licence that is not allowed, also as one of a choice."""
        return [
            f"{name}: {licence}"
            for name, licence in licences.items()
            if normalise(name) not in self.excepted and not split(licence) <= self.allowed
        ]


def split(licence: str) -> frozenset[str]:
    """Split “MPL-2.0 AND (Apache-2.0 OR MIT)” into its licences."""
    parts = (part.strip() for part in _BETWEEN.split(licence))
    return frozenset(
        _GROUP.sub(r"\1\2", part) if _GROUP.fullmatch(part) else part for part in parts
    )


def normalise(name: str) -> str:
    """Write a package's name as locks do."""
    return re.sub(r"[-_.]+", "-", name).lower()


def read_policy(project: Path = ROOT / "pyproject.toml") -> Policy:
    """Read `[tool.motcua.licences]`."""
    table = tomllib.loads(project.read_text("utf-8"))["tool"]["motcua"]["licences"]
    return Policy(frozenset(table["allowed"]), table["excepted"])


def list_locked(lock: Path = ROOT / "locks" / "run.txt") -> Sequence[str]:
    """List the packages of a lock."""
    return re.findall(r"^([\w.-]+)==", lock.read_text("utf-8"), re.MULTILINE)


def ask_licences(names: Sequence[str]) -> Mapping[str, str]:
    """Ask installed packages for their licences; what this machine does not need is left out."""
    command = [
        sys.executable,
        "-m",
        "piplicenses",
        "--from=mixed",
        "--format=json",
        "--with-system",
    ]
    said = subprocess.run(
        [*command, "--packages", *names], capture_output=True, text=True, check=True
    )
    return {each["Name"]: each["License"] for each in json.loads(said.stdout)}


def main() -> None:
    """Print a line a package; exit 1 where one must not be used."""
    licences, policy = ask_licences(list_locked()), read_policy()
    if "--quiet" not in sys.argv:
        for name, licence in sorted(licences.items(), key=lambda each: each[0].lower()):
            reason = policy.excepted.get(normalise(name), "")
            print(f"{name:28}{licence}" + (f"  ({reason})" if reason else ""))
    refused = policy.find_refused(licences)
    for line in refused:
        print(f"Not an allowed licence: {line}. See [tool.motcua.licences] in pyproject.toml.")
    if not licences or refused:
        sys.exit(1)
    print(f"Licences: {len(licences)} packages, all allowed.")


if __name__ == "__main__":
    main()
