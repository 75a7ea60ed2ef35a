"""`/desk/nguoi/{person_id}`: one officer: offices, role, days off, conversations, changes."""

from functools import partial

from bot.web.desk.addresses import read_id
from bot.web.desk.page import Desk, DeskPage
from bot.web.desk.pages.officers import build_state
from bot.web.desk.staff import person_dialogs as dialogs
from bot.web.desk.staff.made import reach_of, show_made
from bot.web.desk.staff.parts import (
    OFFICERS,
    OFFICES,
    TOPICS,
    build_trail,
    may_edit,
)
from bot.web.desk.widgets.marks import build_back, build_button, build_facts, build_section
from bot.web.desk.widgets.tables import Cell, Column, build_table
from bot.web.desk.words import common
from bot.web.desk.words import people as words
from bot.web.elements import Tag
from handlers.desk.people.inviting import invite_again
from handlers.desk.people.officers import PersonView, read_person
from handlers.desk.people.trail import say_role
from handlers.desk.visitor import Power
from handlers.texts.forms import join_names, write_day
from storage.values import Holding

_HELD = (words.OFFICE, Column(words.FROM, "tight"), Column(words.TO, "tight"), words.ACTIONS)
_AWAY = (Column(words.FIRST_AWAY, "tight"), Column(words.LAST_AWAY, "tight"), words.SUBSTITUTE)


def add_page(desk: Desk) -> None:
    """Put the page."""

    @desk.page(f"{OFFICERS}/{{person_id}}", power=Power.VIEW_PEOPLE, title=words.OFFICER)
    async def person(page: DeskPage) -> None:
        id_ = read_id(page, "person_id")
        build_back(words.TO_OFFICERS, page.link(OFFICERS))

        async def read() -> PersonView:
            now = page.app.clock.now()
            return await page.read(lambda work, visitor: read_person(work, visitor, id_, now=now))

        await page.live(TOPICS, read, lambda view: _build(page, view))


def _build(page: DeskPage, view: PersonView) -> None:
    line = view.line
    is_editable = may_edit(page) and line.left_on is None
    with build_section(line.name):
        with Tag("p", style="desk-row"):
            build_state(line)
        build_facts(
            (
                (words.ROLE, say_role(line.role)),
                (words.HELD, "\n".join(line.offices) or common.NONE),
                (words.STANDING_IN, join_names(view.stands_in)),
            )
        )
        if is_editable:
            _build_deeds(page, view)
    _build_absences(page, view, is_editable=is_editable)
    _build_links(page, view, is_editable=is_editable)
    with build_section(words.PERSON_HISTORY):
        rows = [_write_held(page, view, each, is_editable=is_editable) for each in view.holdings]
        build_table(words.PERSON_HISTORY, _HELD, rows, empty=words.NEVER_HELD)
    build_trail(page, view.changes)


def _build_deeds(page: DeskPage, view: PersonView) -> None:
    with Tag("div", style="desk-buttons"):
        build_button(words.GIVE_OFFICE, lambda: dialogs.ask_give(page, view), id_="give")
        if view.line.offices:
            build_button(words.MOVE, lambda: dialogs.ask_move(page, view), id_="move")
        build_button(words.SET_ROLE, lambda: dialogs.ask_role(page, view), id_="role")
        build_button(
            words.LEAVE, lambda: dialogs.ask_leave(page, view), id_="leave", style="danger"
        )


def _build_absences(page: DeskPage, view: PersonView, *, is_editable: bool) -> None:
    with build_section(words.ABSENCES):
        rows = [
            (write_day(each.first), write_day(each.last), each.substitute or common.NONE)
            for each in view.absences
        ]
        build_table(words.ABSENCES, _AWAY, rows, empty=words.NO_ABSENCES)
        if not is_editable:
            return
        with Tag("div", style="desk-buttons"):
            build_button(words.SET_AWAY, lambda: dialogs.ask_away(page, view), id_="away")
            if view.absences:
                build_button(words.COME_BACK, lambda: dialogs.ask_back(page, view), id_="back")


def _build_links(page: DeskPage, view: PersonView, *, is_editable: bool) -> None:
    with build_section(words.LINKS):
        if not view.line.links:
            Tag("p", words.NO_LINKS, style="desk-empty")
        with Tag("ul", style="people-aliases"):
            for number, link in enumerate(view.line.links, 1):
                kind = words.KINDS.get(link.kind, link.kind)
                title = words.FORGET_OF.format(kind=kind, number=number)
                with Tag("li"):
                    Tag("span", kind)
                    if may_edit(page):
                        build_button(
                            words.FORGET,
                            partial(dialogs.ask_forget, page, view, link.key, title),
                            id_=f"forget-{link.key}",
                            description=title,
                        )
        if is_editable:
            with Tag("div", style="desk-buttons"):
                build_button(words.INVITE_AGAIN, lambda: _invite_again(page, view), id_="again")


async def _invite_again(page: DeskPage, view: PersonView) -> None:
    now = page.app.clock.now()
    made = await page.do(
        lambda: page.write(
            lambda work, visitor: invite_again(
                work, visitor, view.line.id, reach=reach_of(page), now=now
            )
        ),
        said=words.MADE.format(name=view.line.name),
    )
    if made:
        show_made(page, made)


def _write_held(
    page: DeskPage, view: PersonView, held: Holding, *, is_editable: bool
) -> tuple[Cell, ...]:
    def build_office() -> None:
        Tag("a", held.office, href=page.link(f"{OFFICES}/{held.office_id}"))

    def build_take() -> None:
        if is_editable and held.to_day is None:
            build_button(
                words.TAKE,
                lambda: dialogs.ask_take(page, view.line.id, held.office_id, held.office),
                id_=f"take-{held.id}",
                description=words.TAKE_OF.format(office=held.office),
            )

    until = write_day(held.to_day) if held.to_day else words.STILL
    return build_office, write_day(held.from_day), until, build_take
