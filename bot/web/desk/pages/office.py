"""`/desk/don-vi/{office_id}`: one office: its names, who holds and has held it, its changes."""

from collections.abc import Callable
from functools import partial

from bot.web.desk.addresses import read_id
from bot.web.desk.page import Desk, DeskPage
from bot.web.desk.staff import office_dialogs as dialogs
from bot.web.desk.staff.parts import (
    INVITATIONS,
    OFFICERS,
    OFFICES,
    TOPICS,
    build_trail,
    may_edit,
)
from bot.web.desk.staff.person_dialogs import ask_take
from bot.web.desk.widgets.marks import (
    build_back,
    build_badge,
    build_button,
    build_facts,
    build_section,
)
from bot.web.desk.widgets.tables import Cell, Column, build_table
from bot.web.desk.words import common
from bot.web.desk.words import people as words
from bot.web.elements import Tag
from handlers.desk.people.offices import HolderLine, OfficeView, read_office
from handlers.desk.people.trail import say_role
from handlers.desk.visitor import Power
from handlers.texts.forms import join_names, write_day, write_time

_HISTORY = (words.OFFICER, Column(words.FROM, "tight"), Column(words.TO, "tight"))
_HOLDERS = (words.OFFICER, words.ROLE, Column(words.FROM, "tight"), words.REACHED, words.ACTIONS)
_WAITING = (words.NAME, words.ROLE, words.UNTIL)


def add_page(desk: Desk) -> None:
    """Put the page."""

    @desk.page(f"{OFFICES}/{{office_id}}", power=Power.VIEW_PEOPLE, title=words.OFFICE)
    async def office(page: DeskPage) -> None:
        id_ = read_id(page, "office_id")
        build_back(words.TO_OFFICES, page.link(OFFICES))

        async def read() -> OfficeView:
            now = page.app.clock.now()
            return await page.read(lambda work, visitor: read_office(work, visitor, id_, now=now))

        await page.live(TOPICS, read, lambda view: _build(page, view))


def _build(page: DeskPage, view: OfficeView) -> None:
    line = view.line
    with build_section(line.name):
        load = line.load
        build_facts(
            (
                (words.IN_CHARGE, join_names(line.overseers)),
                (words.IN_GROUPS, join_names([name for _, name in view.groups])),
                (words.OPEN_WORK, str(load.open)),
                (words.OVERDUE, str(load.overdue) if load.overdue else ""),
                (words.OPEN_CASES, str(load.cases)),
                (words.MEMBERS, _write_members(view)),
                (words.STATE, _write_end(view)),
            )
        )
        if may_edit(page):
            _build_deeds(page, view)
    _build_aliases(page, view)
    if not line.is_group:
        _build_holders(page, view)
        _build_history(page, view)
    if view.invitations:
        _build_waiting(view)
    build_trail(page, view.changes)


def _write_members(view: OfficeView) -> str:
    if not view.line.is_group:
        return ""
    return "\n".join(view.line.members) or words.GROUP_EMPTY


def _write_end(view: OfficeView) -> str:
    if view.line.valid_to is None:
        return ""
    ended = words.ENDED.format(day=write_day(view.line.valid_to))
    following = view.line.successor
    return f"{ended}, {words.FOLLOWED_BY.format(name=following)}" if following else ended


def _build_deeds(page: DeskPage, view: OfficeView) -> None:
    deeds: list[tuple[str, str, Callable[[DeskPage, OfficeView], None]]] = [
        ("rename", words.RENAME, dialogs.ask_rename),
        ("alias", words.ADD_ALIAS, dialogs.ask_alias),
    ]
    if view.line.is_group:
        deeds.append(("members", words.SET_MEMBERS, dialogs.ask_members))
    else:
        deeds.append(("overseers", words.SET_OVERSEERS, dialogs.ask_overseers))
    with Tag("div", style="desk-buttons"):
        for id_, label, ask in deeds:
            build_button(label, partial(ask, page, view), id_=id_)
        if view.line.valid_to is None:
            build_button(words.END, lambda: dialogs.ask_end(page, view), id_="end", style="danger")


def _build_aliases(page: DeskPage, view: OfficeView) -> None:
    if not view.line.aliases:
        return
    with build_section(words.ALIASES), Tag("ul", style="people-aliases"):
        for number, name in enumerate(view.line.aliases):
            with Tag("li"):
                Tag("span", name)
                if may_edit(page):
                    build_button(
                        words.DROP_ALIAS,
                        partial(dialogs.drop_alias, page, view.line.id, name),
                        id_=f"alias-{number}",
                        description=words.DROP_ALIAS_OF.format(name=name),
                    )


def _build_holders(page: DeskPage, view: OfficeView) -> None:
    with build_section(words.NOW_HOLDING):
        rows = [_write_holder(page, view, each) for each in view.line.holders]
        build_table(words.NOW_HOLDING, _HOLDERS, rows, empty=words.NO_HOLDERS)
        if may_edit(page) and view.line.valid_to is None:
            with Tag("div", style="desk-buttons"):
                build_button(words.GIVE_HERE, lambda: dialogs.ask_holder(page, view), id_="give")
                href = page.link(INVITATIONS, don_vi=view.line.name)
                Tag("a", words.INVITE_HERE, href=href, style="desk-button")


def _write_holder(page: DeskPage, view: OfficeView, holder: HolderLine) -> tuple[Cell, ...]:
    def build_take() -> None:
        if may_edit(page) and not holder.stands_in:
            build_button(
                words.TAKE,
                lambda: ask_take(page, holder.id, view.line.id, view.line.name),
                id_=f"take-{holder.id}",
                description=f"{holder.name}: {words.TAKE_OF.format(office=view.line.name)}",
            )

    return (
        lambda: _build_person(page, holder),
        say_role(holder.role),
        write_day(holder.since),
        words.YES_REACHED if holder.has_chat else words.NOT_REACHED,
        build_take,
    )


def _build_person(page: DeskPage, holder: HolderLine) -> None:
    Tag("a", holder.name, href=page.link(f"{OFFICERS}/{holder.id}"))
    if holder.stands_in:
        build_badge(words.STANDS_IN)


def _build_history(page: DeskPage, view: OfficeView) -> None:
    def link(person_id: int, name: str) -> Callable[[], object]:
        return lambda: Tag("a", name, href=page.link(f"{OFFICERS}/{person_id}"))

    with build_section(words.HISTORY):
        rows = [
            (
                link(each.person_id, each.person),
                write_day(each.from_day),
                write_day(each.to_day) if each.to_day else words.STILL,
            )
            for each in view.holdings
        ]
        build_table(words.HISTORY, _HISTORY, rows, empty=words.NO_HOLDINGS)


def _build_waiting(view: OfficeView) -> None:
    with build_section(words.OPEN_INVITATIONS):
        rows = [(e.name, say_role(e.role), write_time(e.expires_at)) for e in view.invitations]
        build_table(words.OPEN_INVITATIONS, _WAITING, rows, empty=common.NONE)
