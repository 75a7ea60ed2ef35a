"""The rows of a plan, each with its cells, its doubts and what can be done with it."""

from bot.web.desk.plans.head import build_notes
from bot.web.desk.plans.row_deeds import RowDeeds
from bot.web.desk.widgets.marks import build_badge, build_button
from bot.web.desk.widgets.tables import build_pager
from bot.web.desk.words import plans as words
from bot.web.elements import Tag
from handlers.desk.plans.history import Edited
from handlers.desk.plans.row_view import Doubt, RowView
from handlers.desk.plans.view import PlanView
from handlers.texts.forms import clip, write_time
from knowledge.corrections import DOUBTS
from knowledge.treatments import Treatment

SHORT = ("lead", "supporting", "timeframe", "deliverable")
LONGEST_LABEL = 60


def build_rows(view: PlanView, deeds: RowDeeds) -> None:
    """Lay out a page of rows: those with doubts, what is odd about the document, the others."""
    doubtful = [row for row in view.rows if row.doubts]
    others = [row for row in view.rows if not row.doubts]
    if doubtful:
        _build_group(words.ROWS_DOUBTFUL, doubtful, view, deeds)
    if view.page == 1:
        build_notes(view)
    if others:
        _build_group(words.ROWS_OTHER, others, view, deeds)
    if not view.rows:
        Tag("p", words.GUIDE_ROWS if view.is_guide else words.NO_ROWS, style="desk-empty")
    build_pager(view.page, view.pages, deeds.turn)


def _build_group(title: str, rows: list[RowView], view: PlanView, deeds: RowDeeds) -> None:
    with Tag("section", style="plan-group"):
        Tag("h3", title)
        for row in rows:
            _build_row(row, deeds, may_edit=view.may_edit)


def _build_row(row: RowView, deeds: RowDeeds, *, may_edit: bool) -> None:
    with Tag(
        "article", style="plan-row", id=f"viec-{row.row}", tabindex="-1",
        data_row=str(row.row), aria_labelledby=f"row-{row.row}-name",
    ):  # fmt: skip
        with Tag("div", style="plan-row-head"):
            Tag("h4", words.ROW.format(row=row.row), id=f"row-{row.row}-name")
            Tag("span", row.place, style="desk-hint")
            for is_so, text, kind in (
                (row.doubts, words.DOUBTFUL, "doubt"),
                (row.is_undated, words.UNDATED, "soon"),
                (row.is_unheld, words.UNHELD, "late"),
            ):
                if is_so:
                    build_badge(text, kind)
        _build_cell(row, "content", deeds, may_edit=may_edit)
        with Tag("dl", style="plan-cells"):
            for field in SHORT:
                with Tag("div"):
                    Tag("dt", words.FIELDS[field])
                    with Tag("dd"):
                        _build_cell(row, field, deeds, may_edit=may_edit)
        for doubt in row.doubts:
            _build_doubt(row, doubt, deeds, may_edit=may_edit)
        _build_outlook(row)
        _build_deeds(row, deeds, may_edit=may_edit)
        _build_history(row.history)


def _build_cell(row: RowView, field: str, deeds: RowDeeds, *, may_edit: bool) -> None:
    value, style = row.get(field), f"plan-cell {field}"
    if field in row.corrected:
        style += " corrected"
    text = value or words.BLANK
    if not value:
        style += " blank"
    if not may_edit:
        Tag("p", text, style=style)
        return
    label = words.EDIT_CELL.format(
        field=words.FIELDS[field].lower(), row=row.row, value=clip(text, LONGEST_LABEL)
    )
    cell = Tag(
        "button", text, type="button", style=style, id=f"cell-{row.row}-{field}",
        aria_label=label, aria_haspopup="dialog",
    )  # fmt: skip
    cell.on("click", lambda _event: deeds.edit(row, field))


def _build_doubt(row: RowView, doubt: Doubt, deeds: RowDeeds, *, may_edit: bool) -> None:
    with Tag("div", style="plan-doubt"):
        Tag("p", doubt.text[:1].upper() + doubt.text[1:] + ".")
        if may_edit and doubt.offered:
            value = clip(doubt.offered, LONGEST_LABEL)
            field = words.FIELDS[doubt.field].lower()
            build_button(
                words.USE_OFFERED.format(value=value),
                lambda: deeds.use_offered(row, doubt),
                id_=f"offer-{row.row}-{doubt.field}",
                description=words.USE_OFFERED_ROW.format(value=value, field=field, row=row.row),
            )


def _build_outlook(row: RowView) -> None:
    for text in row.scanned:
        Tag("p", words.SCANNED.format(text=text), style="desk-hint")
    for text in row.says:
        Tag("p", text, style="plan-says")
    if row.holders:
        names = ", ".join(row.holders)
        Tag("p", words.HELD_BY.format(names=names), style="desk-hint")


def _build_deeds(row: RowView, deeds: RowDeeds, *, may_edit: bool) -> None:
    number = row.row
    with Tag("div", style="plan-row-deeds"):
        if may_edit and row.doubts:
            build_button(
                words.ACCEPT, lambda: deeds.accept(row), id_=f"accept-{number}",
                style="main plan-accept", description=words.ACCEPT_ROW.format(row=number),
            )  # fmt: skip
        if may_edit:
            build_button(
                words.ASSIGN, lambda: deeds.assign(row), id_=f"assign-{number}",
                description=words.ASSIGN_ROW.format(row=number),
            )  # fmt: skip
        if may_edit and row.treatment == Treatment.REPORTING_RULE:
            build_button(
                words.RULE, lambda: deeds.pick_rule(row), id_=f"rule-{number}",
                description=words.RULE_ROW.format(row=number),
            )  # fmt: skip
        if may_edit and row.treatment == Treatment.SEPARATE_PLAN:
            build_button(
                words.SEPARATE, lambda: deeds.name_separate(row), id_=f"separate-{number}",
                description=words.SEPARATE_ROW.format(row=number),
            )  # fmt: skip
        if may_edit and row.history:
            build_button(
                words.UNDO_ROW, lambda: deeds.undo(row), id_=f"undo-{number}",
                description=words.UNDO_ROW_OF.format(row=number),
            )  # fmt: skip
        Tag(
            "button", words.SHOW_SOURCE, type="button", style="desk-button plan-find",
            data_show_row=str(number), aria_label=words.SHOW_SOURCE_ROW.format(row=number),
        )  # fmt: skip


def _build_history(history: tuple[Edited, ...]) -> None:
    if not history:
        return
    with Tag("details", style="plan-more"):
        Tag("summary", words.HISTORY.format(count=len(history)))
        with Tag("ul"):
            for each in history:
                Tag("li", _word_edit(each))


def _word_edit(each: Edited) -> str:
    facts = {"at": write_time(each.at), "name": each.name}
    if each.field == DOUBTS:
        return (words.DOUBTED if each.new else words.SETTLED).format(**facts)
    old, new = (value or words.BLANK for value in (each.old, each.new))
    return words.EDITED.format(field=words.FIELDS[each.field].lower(), old=old, new=new, **facts)
