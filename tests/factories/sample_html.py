"""The sample plan as a web page, built from its text file."""

from collections.abc import Iterator, Sequence
from html import escape

from tests.factories.sample_docx import CENTRED, HEADING, UNITS, Parts, read_parts

_STYLE = """
@page { size: A4; margin: 20mm 20mm 20mm 30mm } @page wide { size: A4 landscape }
body { font: 13pt/1.3 'Times New Roman', 'Liberation Serif', serif; text-align: justify }
.annex { page: wide; break-before: page } .head { width: 100%; text-align: center }
.tasks { border-collapse: collapse; width: 100%; text-align: left } .mid { text-align: center }
.tasks td, .tasks th { border: 1px solid black; padding: 2px 5px } ul { margin: 0; padding: 0 }
.tasks { font-size: 12pt } li { list-style-position: inside; list-style-type: '- ' }
"""


def build_html(text: str) -> str:
    """Build the page of the plan that the text holds."""
    parts = read_parts(text)
    return (
        '<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><title>Kế hoạch</title>'
        f"<style>{_STYLE}</style><script>var x = '<p>không phải chữ</p>';</script></head><body>"
        f"{_head(parts)}{''.join(_body(parts))}{_foot(parts)}"
        f'<div class="annex">{_centred(parts.annex)}{_tasks(parts.rows)}</div></body></html>'
    )


def _head(parts: Parts) -> str:
    left, right = [*parts.issuer, *parts.number], [*parts.motto, *parts.dated]
    return _beside(left, right) + _centred(parts.title)


def _foot(parts: Parts) -> str:
    return _beside(parts.recipients, [*parts.role, *parts.signer])


def _beside(left: Sequence[str], right: Sequence[str]) -> str:
    cells = "".join(f"<td>{'<br>'.join(map(escape, lines))}</td>" for lines in (left, right))
    return f'<table class="head"><tr>{cells}</tr></table>'


def _centred(lines: Sequence[str]) -> str:
    return "".join(f'<p class="mid">{escape(line)}</p>' for line in lines)


def _body(parts: Parts) -> Iterator[str]:
    for line in parts.body:
        text = escape(line)
        yield f"<p><b>{text}</b></p>" if HEADING.match(line) else f"<p>{text}</p>"


def _tasks(rows: Sequence[Sequence[str]]) -> str:
    header, *body = rows
    head = "".join(f"<th>{escape(cell)}</th>" for cell in header)
    made = "".join(f"<tr>{''.join(map(_cell, range(len(row)), row))}</tr>" for row in body)
    return f'<table class="tasks"><thead><tr>{head}</tr></thead><tbody>{made}</tbody></table>'


def _cell(column: int, text: str) -> str:
    units = text.split("; ") if column in UNITS else [text]
    middle = ' class="mid"' if column in CENTRED else ""
    if len(units) == 1:
        return f"<td{middle}>{escape(text)}</td>"
    return f"<td><ul>{''.join(f'<li>{escape(unit)}</li>' for unit in units)}</ul></td>"
