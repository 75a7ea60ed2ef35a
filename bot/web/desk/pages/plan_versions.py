"""`/desk/ke-hoach/{plan_id}/thay-doi`: a plan's versions, and what this one changes row by row."""

from functools import partial

from bot.web.desk.addresses import read_id
from bot.web.desk.page import Desk, DeskPage
from bot.web.desk.plans.deeds import write_changes
from bot.web.desk.widgets.differences import build_difference
from bot.web.desk.widgets.marks import build_back, build_badge, build_section
from bot.web.desk.widgets.tables import Cell, Column, build_table
from bot.web.desk.words import plans as words
from bot.web.elements import Tag
from handlers.desk.plans.versions import Changed, Version, VersionsView, read_versions
from handlers.desk.visitor import Power
from handlers.texts.forms import write_day
from knowledge.matching import Change
from storage.values import Topic

_KINDS = {Change.MOVED: "soon", Change.ADDED: "good", Change.DROPPED: "late"}


def add_page(desk: Desk) -> None:
    """Put the page."""

    @desk.page(
        "/desk/ke-hoach/{plan_id}/thay-doi", power=Power.VIEW_PLANS, title=words.VERSIONS_TITLE
    )
    async def versions(page: DeskPage) -> None:
        plan_id = read_id(page, "plan_id")
        build_back(words.TO_PLAN, page.link(f"/desk/ke-hoach/{plan_id}"))
        await page.live(
            frozenset({Topic.PLANS}),
            lambda: page.read(lambda work, visitor: read_versions(work, visitor, plan_id)),
            lambda view: _build(page, view),
        )


def _build(page: DeskPage, view: VersionsView) -> None:
    with build_section(words.VERSIONS_LIST):
        _build_versions(page, view)
    with build_section(words.CHANGES):
        if view.old is None:
            Tag("p", words.NO_OLD, style="desk-empty")
            return
        facts = {"name": view.old.name, "day": write_day(view.old.added_on)}
        counts = write_changes(view.counts)
        Tag("p", f"{words.CHANGES_FROM.format(**facts)}: {counts}.")
        if not view.changes:
            Tag("p", words.NO_CHANGES, style="desk-empty")
        for each in view.changes:
            _build_changed(each)


def _build_versions(page: DeskPage, view: VersionsView) -> None:
    columns = (
        Column(words.DOCUMENT, "wide"), words.VERSION_STATE,
        Column(words.VERSION_ADDED, "tight"), Column(words.VERSION_CONFIRMED, "tight"),
    )  # fmt: skip
    rows: list[tuple[Cell, ...]] = [
        (
            partial(_build_name, page, each, is_here=each.id == view.id),
            words.STATES[each.state.value],
            write_day(each.added_on),
            write_day(each.confirmed_on) if each.confirmed_on else "",
        )
        for each in view.versions
    ]
    build_table(words.VERSIONS_LIST, columns, rows, empty=words.NO_OLD)


def _build_name(page: DeskPage, each: Version, *, is_here: bool) -> None:
    here = {"aria_current": "true"} if is_here else {}
    Tag("a", each.name, href=page.link(f"/desk/ke-hoach/{each.id}"), **here)


def _build_changed(each: Changed) -> None:
    with Tag("article", style="plan-row"):
        with Tag("div", style="plan-row-head"):
            if each.row:
                Tag("h3", words.ROW.format(row=each.row))
            Tag("span", each.place, style="desk-hint")
            build_badge(words.CHANGE_NAMES[each.change.value], _KINDS.get(each.change, ""))
        if "content" not in {field for field, _, _ in each.fields}:
            Tag("p", each.content)
        for field, old, new in each.fields:
            Tag("p", words.FIELDS[field], style="desk-hint")
            build_difference(old, new)
