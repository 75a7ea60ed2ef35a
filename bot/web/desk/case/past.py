"""What has happened to a case, and what its sender was told."""

from collections.abc import Sequence
from functools import partial

from bot.web.desk.case.room import Room
from bot.web.desk.widgets.marks import build_badge, build_section
from bot.web.desk.widgets.tables import Cell, Column, build_table
from bot.web.desk.words import case as words
from bot.web.elements import Tag
from handlers.desk.cases.view import CaseView, Told


def build_past(_room: Room, view: CaseView) -> None:
    """Lay out notices and history."""
    with build_section(words.NOTICES):
        _build(words.NOTICES, words.NOTICE_COLUMNS, view.notices)
    with build_section(words.HISTORY):
        _build(words.HISTORY, words.HISTORY_COLUMNS, view.history)


def _build(caption: str, columns: Sequence[str], lines: Sequence[Told]) -> None:
    when, what, by, text = columns
    heads = (Column(when, "tight"), Column(what), Column(by), Column(text, "wide"))
    build_table(caption, heads, [_row(line) for line in lines], empty=words.NOTICES_NONE)


def _row(line: Told) -> Sequence[Cell]:
    by: Cell = partial(build_badge, line.by, "late") if line.is_failed else line.by
    return line.at, line.what, by, partial(Tag, "p", line.text, style="case-text")
