"""`/desk/don-vi/chua-co-nguoi`: work that nobody answers for, to be given to an office."""

from functools import partial

from bot.web.desk.addresses import build_turning, read_page
from bot.web.desk.changing import change
from bot.web.desk.due.asking import link_item
from bot.web.desk.page import Desk, DeskPage
from bot.web.desk.staff.office_dialogs import write_options
from bot.web.desk.staff.parts import (
    INVITATIONS,
    OFFICES,
    TOPICS,
    UNASSIGNED,
    build_people_tabs,
    may_edit,
)
from bot.web.desk.widgets.dialogs import ask_for
from bot.web.desk.widgets.forms import Alert, Field, Filled
from bot.web.desk.widgets.marks import build_badge, build_button
from bot.web.desk.widgets.tables import Cell, Column, build_table
from bot.web.desk.words import common
from bot.web.desk.words import people as words
from bot.web.elements import Tag
from handlers.desk.due.unassigned import Unassigned, UnassignedLine, give_to_office, read_unassigned
from handlers.desk.visitor import Power
from handlers.texts.forms import capital, clip, write_weekday

LONGEST_TITLE = 80
_COLUMNS = (
    Column(words.CONTENT, "wide"),
    Column(words.DUE_ON, "tight"),
    words.PLANNED_OFFICE,
    words.ACTIONS,
)


def add_page(desk: Desk) -> None:
    """Put the page."""

    @desk.page(UNASSIGNED, power=Power.VIEW_PEOPLE, title=common.PEOPLE)
    async def unassigned(page: DeskPage) -> None:
        build_people_tabs(page, UNASSIGNED)
        Tag("p", words.UNASSIGNED_HINT, style="desk-hint people-hint")
        await page.live(TOPICS, partial(_read, page), partial(_build, page))


async def _read(page: DeskPage) -> Unassigned:
    number, now = read_page(page), page.app.clock.now()
    return await page.read(
        lambda work, visitor: read_unassigned(work, visitor, page=number, now=now)
    )


def _build(page: DeskPage, view: Unassigned) -> None:
    if view.count:
        Tag("p", words.FOUND.format(count=view.count), style="desk-hint people-hint", role="status")
    rows = [_write_row(page, view, each) for each in view.lines]
    columns = _COLUMNS if may_edit(page) else _COLUMNS[:-1]
    build_table(words.UNASSIGNED, columns, rows, empty=words.NO_UNASSIGNED)
    build_turning(page, view.page, view.pages)


def _write_row(page: DeskPage, view: Unassigned, line: UnassignedLine) -> tuple[Cell, ...]:
    cells: tuple[Cell, ...] = (
        lambda: _build_content(page, line),
        lambda: _build_day(line),
        lambda: _build_office(page, line),
    )
    return (*cells, lambda: _build_deeds(page, view, line)) if may_edit(page) else cells


def _build_content(page: DeskPage, line: UnassignedLine) -> None:
    Tag("a", line.content, href=link_item(page, line.due_id), id=f"work-{line.due_id}")
    Tag("p", capital(line.source), style="desk-hint")


def _build_day(line: UnassignedLine) -> None:
    Tag("p", write_weekday(line.due_on))
    if line.is_overdue:
        build_badge(words.OVERDUE, "late")
    if line.more:
        Tag("p", words.MORE_DAYS.format(count=line.more), style="desk-hint")


def _build_office(page: DeskPage, line: UnassignedLine) -> None:
    if line.office_id is None:
        Tag("span", common.NONE)
    else:
        Tag("a", line.office, href=page.link(f"{OFFICES}/{line.office_id}"))


def _build_deeds(page: DeskPage, view: Unassigned, line: UnassignedLine) -> None:
    title = words.ASSIGN_OF.format(content=clip(line.content, LONGEST_TITLE))
    build_button(
        words.ASSIGN,
        lambda: _ask_office(page, view, line, title),
        id_=f"assign-{line.due_id}",
        description=title,
    )
    if line.is_group:
        href = page.link(f"{OFFICES}/{line.office_id}")
        described = f"{line.office}: {words.SET_MEMBERS}"
        Tag("a", words.SET_MEMBERS, href=href, style="desk-button", aria_label=described)
    elif line.office:
        href = page.link(INVITATIONS, don_vi=line.office)
        described = words.INVITE_TO.format(name=line.office)
        Tag("a", words.INVITE_HERE, href=href, style="desk-button", aria_label=described)


def _ask_office(page: DeskPage, view: Unassigned, line: UnassignedLine, title: str) -> None:
    async def act(filled: Filled, alert: Alert) -> object:
        return await change(
            page,
            lambda work, visitor, is_sure: give_to_office(
                work, visitor, line.due_id, filled.number("office") or 0, is_sure=is_sure,
                now=page.app.clock.now(), calendar=page.app.calendar,
            ),
            said=str,
            alert=alert,
        )  # fmt: skip

    options = write_options(view.offices)
    office = Field("office", words.ASSIGN_TO, "select", options=options, is_required=True)
    ask_for(page, title, words.ASSIGN_BODY, fields=(office,), yes=words.ASSIGN, act=act)
