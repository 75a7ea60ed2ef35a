"""Ask for known vulnerabilities of what is locked, within 20 seconds; fail on one."""

import json
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
LOCK = ROOT / "locks" / "all.txt"
PIP_AUDIT = [sys.executable, "-m", "pip_audit"]
OPTIONS = ["--require-hashes", "--disable-pip", "--format=json", "--progress-spinner=off"]
PATIENCE = 20.0  # seconds, for a hundred and seventy packages: with an answer it is five
NETWORK = 5  # seconds that one question may take


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was said; nothing is known where the data could not be reached."""

    said: str
    is_known: bool = True
    holes: Sequence[str] = ()


def audit(
    lock: Path = LOCK, *, command: Sequence[str] = PIP_AUDIT, patience: float = PATIENCE
) -> Verdict:
    """Ask for what is known about every package of a lock."""
    asked = [*command, "--requirement", str(lock), f"--timeout={NETWORK}", *OPTIONS]
    try:
        said = subprocess.run(asked, capture_output=True, text=True, timeout=patience, check=False)
    except subprocess.TimeoutExpired:
        return Verdict(f"no answer within {patience:g} s", is_known=False)
    return judge(said.stdout, said.stderr)


def judge(answer: str, complaint: str) -> Verdict:
    """Read the answer: it is JSON even where packages are vulnerable, and only then."""
    try:
        packages: Sequence[dict[str, Any]] = json.loads(answer)["dependencies"]
    except (ValueError, KeyError):
        return Verdict((complaint.strip().splitlines() or ["no answer"])[-1], is_known=False)
    known = [each for each in packages if "skip_reason" not in each]
    if not known:
        return Verdict("the registry in use has no such data", is_known=False)
    holes = [
        f"{each['name']} {each['version']}: {hole['id']}, fixed in {', '.join(hole['fix_versions']) or 'none'}"
        for each in known
        for hole in each["vulns"]
    ]
    return Verdict(f"{len(holes)} in {len(known)} of {len(packages)} packages", holes=holes)


def main() -> None:
    """Print what is known; exit 1 on a vulnerability, 0 where nobody could be asked."""
    verdict = audit()
    head = "Known vulnerabilities" if verdict.is_known else "Vulnerabilities not looked up, skipped"
    print(f"{head}: {verdict.said}")
    for hole in verdict.holes:
        print(f"  {hole}")
    sys.exit(bool(verdict.holes))


if __name__ == "__main__":
    main()
