"""Figures beside the limits that they must keep."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from rich.console import Console
from rich.table import Table


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure, and the most or the least it may be where it is held to something."""

    name: str
    value: float
    unit: str = ""
    most: float | None = None
    least: float | None = None

    @property
    def limit(self) -> str:
        """Write what it is held to, or nothing."""
        if self.least is not None:
            return f"≥ {_write(self.least, self.unit)}"
        return "" if self.most is None else _write(self.most, self.unit)

    @property
    def verdict(self) -> str:
        """Return "pass" or "FAIL" beside a limit, else nothing."""
        if self.most is None and self.least is None:
            return ""
        is_most = self.most is None or self.value <= self.most
        return "pass" if is_most and (self.least is None or self.value >= self.least) else "FAIL"


def show_figures(title: str, figures: Iterable[Figure]) -> None:
    """Print a row a figure."""
    table = Table("figure", "value", "limit", "", title=title)
    for figure in figures:
        value = _write(figure.value, figure.unit)
        table.add_row(figure.name, value, figure.limit, figure.verdict)
    Console().print(table)


def write_figures(path: Path, figures: Iterable[Figure]) -> None:
    """Write figures as JSON: name, value, unit, most, least, verdict."""
    rows = [asdict(figure) | {"verdict": figure.verdict} for figure in figures]
    path.write_text(json.dumps(rows, ensure_ascii=False, indent=2) + "\n", "utf-8")


def find_p95(values: Sequence[float]) -> float:
    """Return the value that 95 of 100 do not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * 0.95))]


def _write(value: float, unit: str) -> str:
    digits = 2 if value < 10 else 1 if value < 100 else 0
    return f"{value:.{digits}f} {unit}".strip()
