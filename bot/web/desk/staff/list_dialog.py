"""A list of officers to invite: its rows before anything is made, and the codes after."""

from collections.abc import Sequence

from bot.web.desk.files.handouts import KEPT
from bot.web.desk.page import DeskPage
from bot.web.desk.staff.made import keep_sheet, reach_of
from bot.web.desk.widgets.dialogs import Dialog
from bot.web.desk.widgets.forms import Field, Filled, Form
from bot.web.desk.widgets.marks import build_button
from bot.web.desk.widgets.tables import Cell, Column, build_table
from bot.web.desk.words import common
from bot.web.desk.words import people as words
from bot.web.elements import Tag
from handlers.desk.people.inviting import ListPreview, MadeList, invite_list
from handlers.desk.people.trail import say_role
from handlers.people.lists import BadRow, Invitee
from handlers.texts import say

_ROWS = (Column(words.ROW, "num"), words.NAME, Column(words.OFFICE, "wide"), words.ROLE)
_BAD = (Column(words.ROW, "num"), words.REASON)
_CODES = (words.NAME, Column(words.OFFICE, "wide"), Column(words.CODE, "tight"))


def show_preview(page: DeskPage, preview: ListPreview) -> None:
    """Show which rows can be used, and invite on wish."""
    with Dialog(page, words.PREVIEW.format(name=preview.name), is_wide=True) as dialog:
        Tag("p", words.PREVIEW_HINT, style="desk-hint")
        _build_bad(preview.bad)
        _build_rows(words.NEW_ROWS, preview.of_new_offices)
        _build_rows(words.GOOD_ROWS, preview.good)
        if preview.good or preview.of_new_offices:
            _build_form(page, preview, dialog)
        build_button(words.DROP_LIST, dialog.close)


def _build_bad(rows: Sequence[BadRow]) -> None:
    if not rows:
        return
    title = words.BAD_ROWS.format(count=len(rows))
    Tag("h3", title)
    cells: list[Sequence[Cell]] = [
        (str(each.row), say(f"list_{each.code}", **dict(each.facts))) for each in rows
    ]
    build_table(title, _BAD, cells, empty=common.NONE)


def _build_rows(words_of: str, rows: Sequence[Invitee]) -> None:
    if not rows:
        return
    title = words_of.format(count=len(rows))
    Tag("h3", title)
    cells = [(str(each.row), each.name, each.office, say_role(each.role)) for each in rows]
    build_table(title, _ROWS, cells, empty=common.NONE)


def _build_form(page: DeskPage, preview: ListPreview, dialog: Dialog) -> None:
    async def send(filled: Filled) -> None:
        now = page.app.clock.now()
        made = await page.do(
            lambda: page.write(
                lambda work, visitor: invite_list(
                    work, visitor, preview, makes_offices=filled.has("new"),
                    reach=reach_of(page), now=now,
                )
            ),
            said=lambda made: words.LIST_MADE.format(count=len(made.invited)),
            alert=form,
        )  # fmt: skip
        if made:
            dialog.close()
            _show_made(page, made)

    fields = (Field("new", words.MAKES_OFFICES, "check"),) if preview.of_new_offices else ()
    form = Form(fields, words.INVITE_ALL, send).build()


def _show_made(page: DeskPage, made: MadeList) -> None:
    title = words.LIST_MADE.format(count=len(made.invited))
    with Dialog(page, title, is_wide=True) as dialog:
        minutes = KEPT.seconds // 60
        Tag("p", words.LIST_MADE_HINT.format(minutes=minutes), style="desk-dialog-body")
        if made.warning:
            Tag("p", made.warning, style="desk-alert")
        with Tag("div", style="desk-row"):
            href = keep_sheet(page, made.sheet)
            Tag("a", words.PRINT_ALL, href=href, target="_blank", style="desk-button main")
            build_button(common.CLOSE, dialog.close)
        rows = [(each.invitee.name, each.invitee.office, each.code) for each in made.invited]
        build_table(words.CODE, _CODES, rows, empty=common.NONE)
