"""`/desk/don-vi/loi-moi`: officers invited one by one or by a list; what waits for them."""

from bot.web.desk.changing import change
from bot.web.desk.files.invitations import TEMPLATE_PATH
from bot.web.desk.page import Desk, DeskPage
from bot.web.desk.staff.list_dialog import show_preview
from bot.web.desk.staff.made import reach_of, show_made
from bot.web.desk.staff.parts import INVITATIONS, TOPICS, build_people_tabs, may_edit
from bot.web.desk.widgets.dialogs import ask
from bot.web.desk.widgets.drops import build_drop
from bot.web.desk.widgets.forms import Alert, Field, Filled, Form
from bot.web.desk.widgets.marks import build_button, build_section
from bot.web.desk.widgets.tables import Cell, Column, build_table
from bot.web.desk.words import common
from bot.web.desk.words import people as words
from bot.web.elements import Tag
from handlers.desk.people.inviting import (
    InvitationList,
    ListPreview,
    invite_one,
    list_invitations,
    preview_list,
    read_workbook,
    withdraw_invitation,
)
from handlers.desk.people.officers import ROLES
from handlers.desk.people.offices import Choice, list_for_choice
from handlers.desk.people.trail import say_role
from handlers.desk.visitor import Power
from handlers.people.inviting import NewInvitation
from handlers.people.lists import LONGEST_NAME, LONGEST_OFFICE
from handlers.texts.forms import write_time
from storage.values import Invitation, Role

_WAITING = (words.NAME, Column(words.OFFICE, "wide"), words.ROLE, words.UNTIL, words.ACTIONS)


def add_page(desk: Desk) -> None:
    """Put the page."""

    @desk.page(INVITATIONS, power=Power.VIEW_PEOPLE, title=common.PEOPLE)
    async def invitations(page: DeskPage) -> None:
        build_people_tabs(page, INVITATIONS)
        now = page.app.clock.now()
        if may_edit(page):
            offices = await page.read(lambda work, visitor: list_for_choice(work, visitor, now=now))
            with Tag("div", style="people-halves"):
                _build_one(page, offices)
                _build_many(page)
        await _build_waiting(page)


def _build_one(page: DeskPage, offices: tuple[Choice, ...]) -> None:
    async def send(filled: Filled) -> None:
        role = filled.get("role")
        new = NewInvitation(
            "",
            filled.get("office"),
            filled.get("name"),
            Role(role) if role in tuple(Role) else Role.OFFICER,
            makes_office=filled.has("new"),
        )
        now = page.app.clock.now()
        made = await page.do(
            lambda: page.write(
                lambda work, visitor: invite_one(work, visitor, new, reach=reach_of(page), now=now)
            ),
            said=words.MADE.format(name=new.name),
            alert=form,
        )
        if made:
            form.clear()
            show_made(page, made)

    names = tuple(name for _, name in offices)
    options = tuple((role.value, say_role(role)) for role in ROLES)
    given = page.query.get("don_vi", "")[:LONGEST_OFFICE]
    fields = (
        Field("name", words.NAME, is_required=True, longest=LONGEST_NAME),
        Field("office", words.OFFICE, value=given, is_required=True, longest=LONGEST_OFFICE,
              suggestions=names),
        Field("new", words.MAKES_OFFICE, "check"),
        Field("role", words.ROLE, "select", Role.OFFICER, options=options),
    )  # fmt: skip
    with build_section(words.INVITE_ONE, description=words.INVITE_HINT):
        form = Form(fields, words.MAKE_CODE, send).build()


def _build_many(page: DeskPage) -> None:
    async def take(name: str, data: bytes) -> None:
        async def read() -> ListPreview:
            await page.check(Power.EDIT_PEOPLE)
            rows = await read_workbook(name, data)
            now = page.app.clock.now()
            return await page.read(
                lambda work, visitor: preview_list(work, visitor, name, rows, now=now)
            )

        preview = await page.do(read)
        if preview:
            show_preview(page, preview)

    with build_section(words.INVITE_MANY):
        build_drop(page, words.DROP, take, accept=".xlsx,.xlsm", hint=words.DROP_HINT)
        with Tag("div", style="desk-buttons"):
            Tag("a", words.TEMPLATE, href=page.link(TEMPLATE_PATH), style="desk-button")


async def _build_waiting(page: DeskPage) -> None:
    async def read() -> InvitationList:
        now = page.app.clock.now()
        return await page.read(
            lambda work, visitor: list_invitations(work, visitor, reach=reach_of(page), now=now)
        )

    def build(view: InvitationList) -> None:
        with build_section(words.WAITING):
            rows = [_write_row(page, each) for each in view.waiting]
            build_table(words.WAITING, _WAITING, rows, empty=words.NO_WAITING)
        if view.seats:
            with build_section(words.SEATS), Tag("ul"):
                for seat in view.seats:
                    facts = {"title": seat.title, "taken": seat.taken, "most": seat.most}
                    Tag("li", words.SEAT.format(**facts))

    await page.live(TOPICS, read, build)


def _write_row(page: DeskPage, invitation: Invitation) -> tuple[Cell, ...]:
    def build_withdraw() -> None:
        if may_edit(page):
            build_button(
                words.WITHDRAW,
                lambda: _ask_withdraw(page, invitation),
                id_=f"withdraw-{invitation.id}",
                description=words.WITHDRAW_OF.format(name=invitation.name),
            )

    return (
        invitation.name,
        invitation.office or words.ANOTHER_LINK,
        say_role(invitation.role),
        write_time(invitation.expires_at),
        build_withdraw,
    )


def _ask_withdraw(page: DeskPage, invitation: Invitation) -> None:
    async def act(alert: Alert) -> object:
        return await change(
            page,
            lambda work, visitor, _over: withdraw_invitation(
                work, visitor, invitation.id, now=page.app.clock.now()
            ),
            said=words.WITHDRAWN,
            alert=alert,
        )

    body = words.WITHDRAW_BODY.format(name=invitation.name)
    title = words.WITHDRAW_OF.format(name=invitation.name)
    ask(page, title, body, yes=words.WITHDRAW, act=act, is_dangerous=True)
