"""Measure how many syllables get their marks back, each plan held out in turn.

python -m bench.marks
"""

import os
import time
from collections.abc import Iterator
from pathlib import Path

from rich.console import Console
from rich.table import Table

from knowledge.marks import SyllableModel, learn, load_own_model
from knowledge.marks.pieces import Kind, cut_typed, spell
from knowledge.text import marked_share, strip_marks

_LEAST_MARKED = 0.5


def main() -> None:
    """Print a row a plan: learnt from the five, from all, from all with our own words."""
    texts = dict(_plans())
    table = Table("plan", "five plans", "all plans", "all + own", "own", "ms / 200", title="marks")
    for name, text in texts.items():
        others = {other: each for other, each in texts.items() if other != name}
        five = [each for other, each in others.items() if other.startswith("00")]
        models = [learn(five), learn(others.values()), load_own_model(others.values())]
        shares = [share_restored(model, text) for model in (*models, load_own_model())]
        table.add_row(name, *(f"{share:.2%}" for share in shares), f"{_spent(models[1], text):.0f}")
    Console().print(table)


def share_restored(model: SyllableModel, text: str) -> float:
    """Return the share of the text's syllables given back after its marks were stripped."""
    wanted, got = words_of(text), words_of(model.restore(strip_marks(text)))
    return sum(a == b for a, b in zip(wanted, got, strict=True)) / len(wanted)


def words_of(text: str) -> list[str]:
    """Return the syllables outside codes, one spelling each."""
    return [spell(piece.text) for piece in cut_typed(text) if piece.kind is Kind.WORD]


def _spent(model: SyllableModel, text: str) -> float:
    """Return the milliseconds that 200 syllables take."""
    short = strip_marks(" ".join(words_of(text)[:200]))
    started = time.perf_counter()
    model.restore(short)
    return (time.perf_counter() - started) * 1000


def _plans() -> Iterator[tuple[str, str]]:
    folder = Path(os.environ.get("MOTCUA_SHARED", "../shared")) / "plans"
    for path in sorted(folder.rglob("*.txt")) or [Path("bot/samples/ke-hoach-2026.txt")]:
        text = path.read_text("utf-8")
        if marked_share(text) >= _LEAST_MARKED and path.name != "README.md":
            yield str(path.relative_to(folder)) if folder in path.parents else path.name, text


if __name__ == "__main__":
    main()
