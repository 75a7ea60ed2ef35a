"""Figures beside the limits that they must keep."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rich.console import Console
from rich.table import Table


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure, and the most it may be where it is held to something."""

    name: str
    value: float
    unit: str = ""
    most: float | None = None

    @property
    def verdict(self) -> str:
        """Return "pass" or "FAIL" beside a limit, else nothing."""
        if self.most is None:
            return ""
        return "pass" if self.value <= self.most else "FAIL"


def show_figures(title: str, figures: Iterable[Figure]) -> None:
    """Print a row a figure."""
    table = Table("figure", "value", "limit", "", title=title)
    for figure in figures:
        limit = "" if figure.most is None else _write(figure.most, figure.unit)
        table.add_row(figure.name, _write(figure.value, figure.unit), limit, figure.verdict)
    Console().print(table)


def find_p95(values: Sequence[float]) -> float:
    """Return the value that 95 of 100 do not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * 0.95))]


def _write(value: float, unit: str) -> str:
    digits = 2 if value < 10 else 1 if value < 100 else 0
    return f"{value:.{digits}f} {unit}".strip()
