"""`/desk/nguoi`: the officers, what they hold and whether messages reach them."""

from functools import partial

from bot.web.desk.addresses import build_narrowing, build_turning, read_page
from bot.web.desk.page import Desk, DeskPage
from bot.web.desk.staff.parts import (
    INVITATIONS,
    OFFICERS,
    OFFICES,
    TOPICS,
    build_people_tabs,
    may_edit,
)
from bot.web.desk.widgets.forms import Field
from bot.web.desk.widgets.marks import build_badge
from bot.web.desk.widgets.tables import Cell, Column, build_table
from bot.web.desk.words import common
from bot.web.desk.words import people as words
from bot.web.elements import Tag
from handlers.desk.people.officers import PersonLine, PersonPage, Who, list_people
from handlers.desk.people.trail import say_role
from handlers.desk.visitor import Power
from handlers.texts.forms import write_day

_COLUMNS = (words.NAME, words.ROLE, Column(words.HELD, "wide"), words.CHANNELS, words.STATE)


def add_page(desk: Desk) -> None:
    """Put the page."""

    @desk.page(OFFICERS, power=Power.VIEW_PEOPLE, title=common.PEOPLE)
    async def officers(page: DeskPage) -> None:
        build_people_tabs(page, OFFICERS)
        if may_edit(page):
            with Tag("p", style="desk-row people-deeds"):
                Tag("a", words.INVITE_ONE, href=page.link(INVITATIONS), style="desk-button main")
        search = page.query.get("tim", "")
        fields = (
            Field("tim", words.SEARCH_OFFICERS, "search", search, longest=200),
            Field("loc", words.SHOW, "select", _read_who(page), options=words.WHO),
        )
        build_narrowing(page, fields, label=words.FILTERS)
        await page.live(TOPICS, partial(_read, page), partial(_build, page))


def _read_who(page: DeskPage) -> Who:
    text = page.query.get("loc", "")
    return Who(text) if text in tuple(Who) else Who.HERE


async def _read(page: DeskPage) -> PersonPage:
    text, number, now = page.query.get("tim", ""), read_page(page), page.app.clock.now()
    return await page.read(
        lambda work, visitor: list_people(
            work, visitor, text=text, who=_read_who(page), page=number, now=now
        )
    )


def _build(page: DeskPage, view: PersonPage) -> None:
    Tag("p", words.FOUND.format(count=view.found), style="desk-hint people-hint", role="status")
    rows = [_write_row(page, each) for each in view.lines]
    build_table(words.OFFICERS, _COLUMNS, rows, empty=words.NO_OFFICERS)
    build_turning(page, view.page, view.pages)


def _write_row(page: DeskPage, line: PersonLine) -> tuple[Cell, ...]:
    def build_name() -> None:
        Tag("a", line.name, href=page.link(f"{OFFICERS}/{line.id}"))

    def build_offices() -> None:
        with Tag("div", style="people-holders"):
            for id_, name in zip(line.office_ids, line.offices, strict=True):
                with Tag("p"):
                    Tag("a", name, href=page.link(f"{OFFICES}/{id_}"))
            if not line.offices:
                Tag("span", common.NONE)

    kinds = dict.fromkeys(words.KINDS.get(link.kind, link.kind) for link in line.links)
    channels = ", ".join(kinds) or common.NONE
    return (build_name, say_role(line.role), build_offices, channels, lambda: build_state(line))


def build_state(line: PersonLine) -> None:
    """Lay out whether an officer is at work and reached."""
    if line.left_on:
        build_badge(words.LEFT_ON.format(day=write_day(line.left_on)))
        return
    if line.is_away:
        build_badge(words.AWAY, "soon")
    if not line.links:
        build_badge(words.UNLINKED, "doubt")
    elif line.is_unreachable:
        build_badge(words.UNREACHABLE, "late")
    elif not line.is_away:
        build_badge(words.HERE, "good")
