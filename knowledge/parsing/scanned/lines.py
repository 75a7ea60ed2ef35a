"""The lines of a scanned table."""

from dataclasses import dataclass

from knowledge.parsing.scanned.noise import ROMAN, Word
from knowledge.plan import Place


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the table: its number, its words, its place, how many blank lines are above it."""

    number: str | None
    words: tuple[Word, ...]
    place: Place
    blanks: int = 0

    @property
    def text(self) -> str:
        """Return the words as mended."""
        return " ".join(word.text for word in self.words)

    @property
    def numeral(self) -> str | None:
        """Return the Roman numeral that heads the line before a capital."""
        if len(self.words) < 2 or not self.words[1].text[:1].isupper():
            return None
        return self.words[0].raw.rstrip(".)") if ROMAN.match(self.words[0].raw) else None

    @property
    def head(self) -> str:
        """Return the words before the first bar, none where no bar stands."""
        bars = [i for i, word in enumerate(self.words) if word.barred and i]
        return " ".join(word.text for word in self.words[: bars[0]]) if bars else ""
