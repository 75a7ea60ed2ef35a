"""Parts of the pages of offices and people: tabs, changes with undo, choices, the trail."""

from collections.abc import Sequence

from bot.web.desk.changing import change
from bot.web.desk.page import DeskPage
from bot.web.desk.widgets.marks import build_button, build_section, build_tabs
from bot.web.desk.widgets.tables import Column, build_table
from bot.web.desk.words import common
from bot.web.desk.words import people as words
from bot.web.elements import Tag
from handlers.desk.people.trail import ChangeLine
from handlers.desk.people.undoing import undo_change
from handlers.desk.visitor import Power
from handlers.texts.forms import write_time
from storage.values import Topic

OFFICES, OFFICERS = "/desk/don-vi", "/desk/nguoi"
INVITATIONS, SIMILAR = f"{OFFICES}/loi-moi", f"{OFFICES}/gan-giong"
UNASSIGNED = f"{OFFICES}/chua-co-nguoi"
# Renaming, roles and leaders in charge show in the trail, which SETTINGS follows.
TOPICS = frozenset({Topic.PEOPLE, Topic.DUE, Topic.CASES, Topic.SETTINGS})
_TABS = (
    (OFFICES, words.OFFICES),
    (OFFICERS, words.OFFICERS),
    (INVITATIONS, words.INVITATIONS),
    (SIMILAR, words.SIMILAR),
    (UNASSIGNED, words.UNASSIGNED),
)


def build_people_tabs(page: DeskPage, current: str) -> None:
    """Lay out the way between the parts."""
    tabs = [(page.link(path), label) for path, label in _TABS]
    build_tabs(words.TABS, tabs, page.link(current))


def may_edit(page: DeskPage) -> bool:
    """Tell whether who looks at the page may change it."""
    return page.visitor.may(Power.EDIT_PEOPLE)


def build_trail(page: DeskPage, changes: Sequence[ChangeLine]) -> None:
    """Lay out who has changed what and when, with the way to take it back."""
    with build_section(words.CHANGES):
        rows = [
            (
                write_time(each.at),
                each.who,
                lambda each=each: _build_change(page, each),
            )
            for each in changes
        ]
        columns = (Column(words.AT, "tight"), words.BY, Column(words.WHAT, "wide"))
        build_table(words.CHANGES, columns, rows, empty=words.NO_CHANGES)


def _build_change(page: DeskPage, line: ChangeLine) -> None:
    what = words.ACTS.get(line.act, line.act).format(old=line.old, new=line.new)
    Tag("span", what)
    if line.is_undone:
        Tag("span", words.UNDONE, style="desk-badge")
    if line.may_undo:

        async def undo() -> None:
            now = page.app.clock.now()
            await change(
                page,
                lambda work, visitor, _over: undo_change(work, visitor, line.id, now=now),
                said=words.UNDO_DONE,
            )

        described = words.UNDO_OF.format(what=what)
        build_button(common.UNDO, undo, id_=f"undo-{line.id}", description=described)
