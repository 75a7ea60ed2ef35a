"""A document's text as it was read, in one piece of markup: thousands of lines, laid out at once.

An element of NiceGUI for each cell would be slow to lay out and to send. Everything that comes
from the document is escaped here.
"""

from collections.abc import Callable, Iterator, Sequence
from html import escape
from itertools import groupby

from bot.web.elements import Tag
from handlers.desk.plans.source import SourceLine


def build_paper(lines: Sequence[SourceLine], *, link: Callable[[int], tuple[str, str]]) -> None:
    """Lay out a text; `link` gives the address of a row and the words that lead there."""
    paper = Tag("div", style="paper-text")
    paper.props["innerHTML"] = "".join(_write(lines, link))


def _write(lines: Sequence[SourceLine], link: Callable[[int], tuple[str, str]]) -> Iterator[str]:
    told: set[int] = set()
    for table, group in groupby(lines, key=lambda each: (each.is_row, each.table)):
        is_table = table[0]
        if is_table:
            yield '<div class="paper-wide"><table role="presentation">'
        for line in group:
            marks = "".join(_mark(row, link) for row in line.rows if row not in told)
            told |= set(line.rows)
            yield _write_row(line, marks) if is_table else _write_paragraph(line, marks)
        if is_table:
            yield "</table></div>"


def _mark(row: int, link: Callable[[int], tuple[str, str]]) -> str:
    href, label = link(row)
    return (
        f'<a class="paper-mark" href="{escape(href)}" data-to-row="{row}" '
        f'aria-label="{escape(label)}">{row}</a> '
    )


def _write_paragraph(line: SourceLine, marks: str) -> str:
    return f"<p{_name(line)}>{marks}{_break(' '.join(line.cells))}</p>"


def _write_row(line: SourceLine, marks: str) -> str:
    cells = "</td><td>".join(map(_break, line.cells))
    return f"<tr{_name(line)}><td>{marks}{cells}</td></tr>"


def _name(line: SourceLine) -> str:
    """Say which rows a line is of; the script lights up both together."""
    return f' data-rows="{" ".join(map(str, line.rows))}"' if line.rows else ""


def _break(text: str) -> str:
    return escape(text).replace("\n", "<br>").replace("\t", " · ")
