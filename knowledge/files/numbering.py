"""Word's automatic numbers: what stands before a paragraph without being typed."""

from dataclasses import dataclass, field
from typing import Any

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_LEVELS = 9
_ROMAN = ((100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"),
          (1, "I"))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: its form, its text ("%1.%2.") and its first number."""

    form: str
    text: str
    start: int


@dataclass(slots=True)
class Numbering:
    """The lists of a Word file and how far each has counted."""

    levels: dict[str, dict[int, Level]]  # by numId
    lists: dict[str, str]  # numId → abstract list, which counts for all that share it
    styles: dict[str, tuple[str, int]]
    counts: dict[str, list[int]] = field(default_factory=dict)

    def next_label(self, paragraph: Any) -> str:
        """Count the paragraph and return its label with a space, "" if it has none."""
        number, depth = self._list_of(paragraph)
        level = self.levels.get(number, {}).get(depth)
        if level is None:
            return ""
        if level.form == "bullet":
            return "- "
        self._count(number, depth)
        label = self._label(number, level)
        return f"{label} " if label else ""

    def _list_of(self, paragraph: Any) -> tuple[str, int]:
        style = _value(paragraph, "pPr/pStyle")
        number, depth = self.styles.get(style, ("", 0))
        properties = paragraph.find(f"{_W}pPr/{_W}numPr")
        if properties is not None:
            number = _value(properties, "numId") or number
            own = _value(properties, "ilvl")
            depth = int(own) if own.isdecimal() else depth
        return number, min(depth, _LEVELS - 1)

    def _count(self, number: str, depth: int) -> None:
        levels = self.levels[number]
        starts = [levels[i].start if i in levels else 1 for i in range(_LEVELS)]
        counts = self.counts.setdefault(self.lists[number], [start - 1 for start in starts])
        for above in range(depth):
            counts[above] = max(counts[above], starts[above])
        counts[depth] += 1
        counts[depth + 1 :] = [start - 1 for start in starts[depth + 1 :]]

    def _label(self, number: str, level: Level) -> str:
        label = level.text
        counts = self.counts[self.lists[number]]
        for i in range(_LEVELS):
            if f"%{i + 1}" in label:
                form = self.levels[number].get(i, level).form
                label = label.replace(f"%{i + 1}", _write(counts[i], form))
        return label.strip()


def read_numbering(numbering: Any | None, styles: Any | None) -> Numbering:
    """Read the lists of numbering.xml and the styles that belong to them; None if it is absent."""
    if numbering is None:
        return Numbering({}, {}, {})
    abstract = {
        element.get(f"{_W}abstractNumId", ""): _levels(element)
        for element in numbering.iter(f"{_W}abstractNum")
    }
    lists = {
        element.get(f"{_W}numId", ""): _list_key(element) for element in numbering.iter(f"{_W}num")
    }
    levels = {
        number: abstract.get(name.split("/")[0], {}) for number, name in lists.items() if number
    }
    return Numbering(levels, lists, _styles(styles))


def _list_key(element: Any) -> str:
    """Name the counter of a list: its own where the list starts anew, else the shared one."""
    name = _value(element, "abstractNumId")
    restarts = element.find(f"{_W}lvlOverride/{_W}startOverride") is not None
    return f"{name}/{element.get(f'{_W}numId')}" if restarts else name


def _levels(abstract: Any) -> dict[int, Level]:
    found = {}
    for element in abstract.iter(f"{_W}lvl"):
        depth, start = element.get(f"{_W}ilvl", ""), _value(element, "start")
        if depth.isdecimal():
            found[int(depth)] = Level(
                _value(element, "numFmt") or "decimal",
                _value(element, "lvlText"),
                int(start) if start.isdecimal() else 1,
            )
    return found


def _styles(styles: Any | None) -> dict[str, tuple[str, int]]:
    found = {}
    for style in styles.iter(f"{_W}style") if styles is not None else ():
        number, depth = _value(style, "pPr/numPr/numId"), _value(style, "pPr/numPr/ilvl")
        if number:
            found[style.get(f"{_W}styleId", "")] = (number, int(depth) if depth.isdecimal() else 0)
    return found


def _value(element: Any, path: str) -> str:
    found = element.find("/".join(f"{_W}{step}" for step in path.split("/")))
    return found.get(f"{_W}val", "") if found is not None else ""


def _write(number: int, form: str) -> str:
    if form in ("lowerLetter", "upperLetter") and number > 0:
        letter = chr(ord("a") + (number - 1) % 26)
        return letter if form == "lowerLetter" else letter.upper()
    if form in ("lowerRoman", "upperRoman") and 0 < number < 400:
        roman = _roman(number)
        return roman.lower() if form == "lowerRoman" else roman
    if form == "none":
        return ""
    return f"{number:02}" if form == "decimalZero" else str(number)


def _roman(number: int) -> str:
    written = ""
    for value, letters in _ROMAN:
        while number >= value:
            written, number = written + letters, number - value
    return written
