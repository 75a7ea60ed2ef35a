"""Find the measured aims that a text names, and what each of them measures."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from knowledge.parsing.letters import UPPER
from knowledge.plan import Bound, Target
from knowledge.text import clean

_CLAUSES = re.compile(rf"[;()\n]|\.\s+(?=[{UPPER}])")
_SIGN = r"\s*(?:%|phần trăm\b)"
_FIGURE = r"\d{1,3}(?:[.,]\d+)?"
_PERCENT = re.compile(
    rf"(?<![\d.,])\b({_FIGURE})(?:(?:{_SIGN})?\s*(?:-|–|đến|tới)\s*({_FIGURE}))?{_SIGN}", re.I
)
_LEAST = r"tối thiểu|ít nhất|trên|hơn|từ|không dưới|không thấp hơn|không ít hơn|chí ít"
_MOST = r"không quá|không vượt quá|không vượt|tối đa|dưới|không cao hơn|không hơn|nhỏ hơn"
_ABOUT = r"khoảng|gần|bình quân|lần lượt|thêm"
_LINK = r"đạt|là|bằng|chiếm|còn|tăng|giảm|lên|xuống|ước|được|ở mức|:"
_LEAD_IN = re.compile(rf"(?:(?:^|(?<=\s))(?:{_LEAST}|{_MOST}|{_ABOUT}|{_LINK})\s*|\s+)+$", re.I)
_MORE = re.compile(r"^\s*(?:số\s+)?trở (lên|xuống)\b", re.I)
_BOUND_BEFORE = re.compile(rf"\b(?:({_MOST})|({_LEAST}))\s*$", re.I)
_REACHES = re.compile(r"\bđạt(?: tỷ lệ| tỉ lệ| mức)?\s*$", re.I)
_CHANGE = re.compile(r"\b(tăng|giảm)\b", re.I)
_MEASURED = re.compile(
    r"(?:^(?:tổng )?số|\b(?:tổng )?(?:tỷ lệ|tỉ lệ|mức|chỉ số|tốc độ|tỷ trọng))\s+\w", re.I
)
_STRIVES = re.compile(
    r"^.*\b(?:phấn đấu|đảm bảo|bảo đảm|duy trì|nâng)\s+|^(?:và|đến (?:hết )?năm \d{4},?)\s+", re.I
)
_WHEN = re.compile(r"^\s*(?:(?:trong|so|vào|đến|hằng|hàng|của) .*|mỗi năm)?\W*$", re.I)
_BREAK = re.compile(r",\s+|\s+và\s+")
_BULLET = re.compile(r"^\s*[-–+•]\s*")


@dataclass(frozen=True, slots=True)
class _Piece:
    """One figure with the words that belong to it."""

    before: str
    figure: re.Match[str]
    after: str

    def text(self) -> str:
        return _tidy(f"{self.before}{self.figure[0]}{self.after}")


def find_targets(*texts: str | None) -> tuple[Target, ...]:
    """Return the measured aims; of a range ("từ 80% đến 90%") the figure to be reached."""
    clauses = (clause for text in texts for clause in _CLAUSES.split(text or ""))
    pieces = (piece for clause in clauses for piece in _pieces(_BULLET.sub("", clause)))
    return tuple(dict.fromkeys(map(_target, pieces)))


def _pieces(clause: str) -> Iterator[_Piece]:
    """Yield the figures of a clause, each with its own words."""
    kept: list[re.Match[str]] = []
    edges = [0]
    for figure in _PERCENT.finditer(clause):
        edge = _edge(clause, kept[-1].end(), figure.start()) if kept else 0
        if edge is not None:
            kept.append(figure)
            edges.append(edge)
    yield from _cut(clause, kept, [*edges[1:], len(clause)])


def _cut(clause: str, figures: Sequence[re.Match[str]], edges: Sequence[int]) -> Iterator[_Piece]:
    for i, figure in enumerate(figures):
        before = clause[edges[i] : figure.start()].lstrip(" ,")
        yield _Piece(before, figure, clause[figure.end() : edges[i + 1]])


def _edge(clause: str, start: int, end: int) -> int | None:
    """Return where the words of the next figure begin, None when it belongs to the one before."""
    breaks = list(_BREAK.finditer(clause, start, end))
    if not breaks:
        return None
    said = _MORE.sub("", clause[start : breaks[0].start()]).strip()
    return breaks[-1].end() if said else breaks[0].end()


def _target(piece: _Piece) -> Target:
    percent = float(piece.figure[1].replace(",", "."))
    return Target(piece.text(), percent, _bound(piece, percent), _measure(piece) or piece.text())


def _bound(piece: _Piece, percent: float) -> Bound:
    more = _MORE.match(piece.after)
    if more:
        return Bound.AT_LEAST if more[1].lower() == "lên" else Bound.AT_MOST
    found = _BOUND_BEFORE.search(piece.before)
    if found:
        return Bound.AT_MOST if found[1] else Bound.AT_LEAST
    reaches = _REACHES.search(piece.before) and percent < 100
    return Bound.AT_LEAST if piece.figure[2] or reaches else Bound.EXACTLY


def _measure(piece: _Piece) -> str:
    """Return what is counted: the words before "đạt 80%", or those after "80% số …"."""
    lead_in = _LEAD_IN.search(piece.before)
    subject = _subject(piece.before[: lead_in.start()] if lead_in else piece.before)
    counted = _MORE.sub("", piece.after)
    if subject and (_MEASURED.match(subject) or _WHEN.match(counted)):
        return subject
    change = _CHANGE.search(lead_in[0]) if lead_in else None
    return _tidy(f"{change[1] if change else ''} {counted}")


def _subject(text: str) -> str:
    subject = _tidy(_STRIVES.sub("", clean(text)))
    measured = _MEASURED.search(subject)
    return subject[measured.start() :] if measured else subject


def _tidy(text: str) -> str:
    return clean(text).removesuffix(" và").strip(" .,;:")
