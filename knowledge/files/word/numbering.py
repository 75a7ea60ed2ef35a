"""Word's automatic numbers: what stands before a paragraph without being typed."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from knowledge.files.word.xml import W, find, find_number, find_value, is_on

_LEVELS = 9
_ROMAN = ((100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"),
          (1, "I"))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: its form, its text ("%1.%2.") and its first number."""

    form: str
    text: str
    start: int
    is_legal: bool = False  # "II.1" is written "2.1"


@dataclass(slots=True)
class Numbering:
    """The lists of a Word file and how far each has counted."""

    levels: dict[str, dict[int, Level]]  # by numId
    lists: dict[str, str]  # numId → abstract list, which counts for all that share it
    styles: Mapping[str, tuple[str, int]]
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
        number, depth = self.styles.get(find_value(paragraph, "pPr/pStyle"), ("", 0))
        number = find_value(paragraph, "pPr/numPr/numId") or number
        return number, min(find_number(paragraph, "pPr/numPr/ilvl", depth), _LEVELS - 1)

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
                form = "decimal" if level.is_legal else self.levels[number].get(i, level).form
                label = label.replace(f"%{i + 1}", _write(counts[i], form))
        return label.strip()


def read_numbering(root: Any | None, styles: Mapping[str, tuple[str, int]]) -> Numbering:
    """Read the lists of numbering.xml, None if it is absent; `styles` are those with a list."""
    if root is None:
        return Numbering({}, {}, {})
    abstract = {
        element.get(f"{W}abstractNumId", ""): _levels(element)
        for element in root.iter(f"{W}abstractNum")
    }
    levels, lists = {}, {}
    for element in root.iter(f"{W}num"):
        number, name = element.get(f"{W}numId", ""), find_value(element, "abstractNumId")
        own = _overrides(element, abstract.get(name, {}))
        restarts = find(element, "lvlOverride/startOverride") is not None
        levels[number] = abstract.get(name, {}) | own
        lists[number] = f"{name}/{number}" if restarts else name
    return Numbering(levels, lists, styles)


def _levels(parent: Any) -> dict[int, Level]:
    return {at: _level(level) for at, level in _by_depth(parent, "lvl")}


def _overrides(num: Any, levels: Mapping[int, Level]) -> dict[int, Level]:
    """Return the levels that a list changes: another form, another first number."""
    changed = {}
    for at, override in _by_depth(num, "lvlOverride"):
        level = _levels(override).get(at) or levels.get(at)
        if level is not None:
            start = find_number(override, "startOverride", level.start)
            changed[at] = replace(level, start=start)
    return changed


def _by_depth(parent: Any, name: str) -> Iterator[tuple[int, Any]]:
    for element in parent.iter(f"{W}{name}"):
        depth = element.get(f"{W}ilvl", "")
        if len(depth) == 1 and depth.isdecimal():
            yield int(depth), element


def _level(element: Any) -> Level:
    return Level(
        find_value(element, "numFmt") or "decimal",
        find_value(element, "lvlText"),
        find_number(element, "start", 1),
        is_on(element, "isLgl"),
    )


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
