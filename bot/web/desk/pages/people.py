"""`/desk/don-vi`: the offices, who holds them, their work."""

from functools import partial

from bot.web.desk.addresses import build_narrowing, build_turning, read_page
from bot.web.desk.page import Desk, DeskPage
from bot.web.desk.staff.office_dialogs import ask_new_office
from bot.web.desk.staff.parts import (
    OFFICERS,
    OFFICES,
    TOPICS,
    build_people_tabs,
    may_edit,
)
from bot.web.desk.widgets.forms import Field
from bot.web.desk.widgets.marks import build_badge, build_button
from bot.web.desk.widgets.tables import Cell, Column, build_table
from bot.web.desk.words import common
from bot.web.desk.words import people as words
from bot.web.elements import Tag
from handlers.desk.people.offices import HolderLine, OfficeLine, OfficePage, Which, list_offices
from handlers.desk.visitor import Power
from handlers.texts.forms import join_names, write_day

_COLUMNS = (
    words.OFFICE,
    words.HOLDERS,
    Column(words.REACHED, "tight"),
    Column(words.SHORT_OPEN, "num"),
    Column(words.OVERDUE, "num"),
    Column(words.SHORT_CASES, "num"),
    words.IN_CHARGE,
)


def add_page(desk: Desk) -> None:
    """Put the page."""

    @desk.page(OFFICES, power=Power.VIEW_PEOPLE, title=common.PEOPLE)
    async def people(page: DeskPage) -> None:
        build_people_tabs(page, OFFICES)
        if may_edit(page):
            with Tag("p", style="desk-row people-deeds"):
                build_button(words.NEW_OFFICE, lambda: ask_new_office(page), style="main")
        search = page.query.get("tim", "")
        fields = (
            Field("tim", words.SEARCH_OFFICES, "search", search, longest=200),
            Field("loc", words.SHOW, "select", _read_which(page), options=words.WHICH),
        )
        build_narrowing(page, fields, label=words.FILTERS)
        await page.live(TOPICS, partial(_read, page), partial(_build, page))


def _read_which(page: DeskPage) -> Which:
    text = page.query.get("loc", "")
    return Which(text) if text in tuple(Which) else Which.IN_FORCE


async def _read(page: DeskPage) -> OfficePage:
    text, number, now = page.query.get("tim", ""), read_page(page), page.app.clock.now()
    return await page.read(
        lambda work, visitor: list_offices(
            work, visitor, text=text, which=_read_which(page), page=number, now=now
        )
    )


def _build(page: DeskPage, view: OfficePage) -> None:
    Tag("p", words.FOUND.format(count=view.found), style="desk-hint people-hint", role="status")
    rows = [_write_row(page, each) for each in view.lines]
    build_table(words.OFFICES, _COLUMNS, rows, empty=words.NO_OFFICES)
    build_turning(page, view.page, view.pages)


def _write_row(page: DeskPage, line: OfficeLine) -> tuple[Cell, ...]:
    reached = words.YES_REACHED if line.is_reached else words.NOT_REACHED
    return (
        lambda: _build_name(page, line),
        lambda: build_holders(page, line),
        common.NONE if line.is_group else reached,
        _write_count(line.load.open),
        _write_late(line.load.overdue),
        _write_count(line.load.cases),
        join_names(line.overseers) or common.NONE,
    )


def _write_count(count: int) -> str:
    return str(count) if count else common.NONE


def _write_late(count: int) -> Cell:
    return (lambda: build_badge(str(count), "late")) if count else common.NONE


def _build_name(page: DeskPage, line: OfficeLine) -> None:
    with Tag("div", style="people-name"):
        Tag("a", line.name, href=page.link(f"{OFFICES}/{line.id}"))
        if line.aliases:
            Tag("p", words.ALSO_CALLED.format(names=join_names(line.aliases)), style="desk-hint")
        if line.is_group:
            build_badge(words.GROUP)
        if line.valid_to:
            build_badge(words.ENDED.format(day=write_day(line.valid_to)))
        if line.successor:
            Tag("p", words.FOLLOWED_BY.format(name=line.successor), style="desk-hint")


def build_holders(page: DeskPage, line: OfficeLine) -> None:
    """Lay out who holds an office since when; of a group, what it stands for."""
    with Tag("div", style="people-holders"):
        if line.is_group:
            members = words.GROUP_OF.format(names=join_names(line.members))
            Tag("span", members if line.members else words.GROUP_EMPTY)
        elif not line.holders:
            build_badge(words.NOBODY, "soon")
        for each in line.holders:
            _build_holder(page, each)


def _build_holder(page: DeskPage, holder: HolderLine) -> None:
    with Tag("p"):
        Tag("a", holder.name, href=page.link(f"{OFFICERS}/{holder.id}"))
        Tag("span", words.SINCE.format(day=write_day(holder.since)), style="desk-hint")
        if holder.stands_in:
            build_badge(words.STANDS_IN)
