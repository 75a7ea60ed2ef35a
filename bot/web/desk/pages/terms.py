"""`/desk/cai-dat/thoi-han`: how long the office has for each kind of case."""

from functools import partial

from bot.web.desk.changing import change
from bot.web.desk.page import Desk, DeskPage
from bot.web.desk.setup.parts import SETTINGS, TOPICS, build_last, build_settings_tabs, may_edit
from bot.web.desk.widgets.dialogs import ask_for
from bot.web.desk.widgets.forms import Alert, Field, Filled
from bot.web.desk.widgets.marks import build_badge, build_button, build_section
from bot.web.desk.widgets.tables import Cell, Column, build_table
from bot.web.desk.words import common
from bot.web.desk.words import settings as words
from handlers.cases.own_terms import LONGEST_BASIS
from handlers.desk.settings.terms import TermLine, TermsView, drop_term, read_terms, save_term
from handlers.desk.visitor import Power

_COLUMNS = (
    words.TERM,
    Column(words.DAYS, "num"),
    words.BASIS,
    words.SOURCE,
    Column(words.ACTIONS, "tight"),
)


def add_page(desk: Desk) -> None:
    """Put the page."""

    @desk.page(f"{SETTINGS}/thoi-han", power=Power.VIEW_SETTINGS, title=common.SETTINGS)
    async def terms(page: DeskPage) -> None:
        build_settings_tabs(page)
        await page.live(TOPICS, lambda: page.read(read_terms), lambda view: _build(page, view))


def _build(page: DeskPage, view: TermsView) -> None:
    is_editor = may_edit(page)
    columns = _COLUMNS if is_editor else _COLUMNS[:-1]
    with build_section(words.TERMS, description=words.TERMS_HINT):
        rows = [_write(page, view, line)[: len(columns)] for line in view.lines]
        build_table(words.TERMS, columns, rows, empty=common.NONE)
    build_last(page, view.last)


def _write(page: DeskPage, view: TermsView, line: TermLine) -> tuple[Cell, ...]:
    return (
        line.name,
        str(line.days),
        line.basis,
        partial(_build_source, line),
        partial(_build_acts, page, view, line),
    )


def _build_source(line: TermLine) -> None:
    if line.is_own:
        build_badge(words.OWN_SHORT, "good")
    elif line.source:
        build_badge(words.BY_ABOVE.format(place=line.source))
    else:
        build_badge(words.BY_LAW if line.is_law else words.USUAL_TERM)


def _build_acts(page: DeskPage, view: TermsView, line: TermLine) -> None:
    id_ = f"{line.kind.value}-{line.term.value}"
    label, described = (
        (words.EDIT, words.EDIT_OF) if line.is_own else (words.SET_OWN, words.SET_OWN_OF)
    )
    described = described.format(name=line.name.lower())
    build_button(label, partial(_ask, page, line), id_=f"set-{id_}", description=described)
    if line.is_own:
        label = words.GO_BY_ABOVE.format(place=view.above) if view.above else words.GO_BY_DEFAULT
        described = f"{label}: {line.name}"
        build_button(label, partial(_drop, page, line), id_=f"drop-{id_}", description=described)


def _ask(page: DeskPage, line: TermLine) -> None:
    async def act(filled: Filled, alert: Alert) -> object:
        return await change(
            page,
            lambda work, visitor, over: save_term(
                work, visitor, line, days=filled.number("days"), basis=filled.get("basis"),
                now=page.app.clock.now(), overwrite=over,
            ),
            said=words.SAVED,
            alert=alert,
        )  # fmt: skip

    fields = (
        Field("days", words.DAYS_FIELD, "number", str(line.days), is_required=True, longest=3),
        Field(
            "basis", words.BASIS, value=line.basis if line.is_own else "", is_required=True,
            longest=LONGEST_BASIS,
        ),
    )  # fmt: skip
    ask_for(page, line.name, words.TERMS_HINT, fields=fields, yes=common.SAVE, act=act)


async def _drop(page: DeskPage, line: TermLine) -> None:
    await change(
        page,
        lambda work, visitor, over: drop_term(
            work, visitor, line, now=page.app.clock.now(), overwrite=over
        ),
        said=words.WENT_BACK,
    )
