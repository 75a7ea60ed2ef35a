"""What a clerk is asked before something of an officer is changed."""

from collections.abc import Sequence

from bot.web.desk.changing import change
from bot.web.desk.page import DeskPage
from bot.web.desk.staff.office_dialogs import write_options
from bot.web.desk.widgets.dialogs import ask, ask_for
from bot.web.desk.widgets.forms import Alert, Field, Filled
from bot.web.desk.words import common
from bot.web.desk.words import people as words
from handlers.desk.people import person_changes as changes
from handlers.desk.people.officers import ROLES, PersonView
from handlers.desk.people.trail import say_role
from handlers.desk.visitor import Visitor
from handlers.errors import HandlerError
from handlers.people.leaving import Departure
from handlers.texts.forms import join_names
from storage.work import Work


def ask_role(page: DeskPage, view: PersonView) -> None:
    """Ask for an officer's role."""
    line = view.line

    async def act(filled: Filled, alert: Alert) -> object:
        return await change(
            page,
            lambda work, visitor, over: changes.set_role(
                work, visitor, line.id, filled.get("role"), seen=line.role,
                now=page.app.clock.now(), overwrite=over,
            ),
            said=words.ROLE_SET,
            alert=alert,
        )  # fmt: skip

    options = tuple((role.value, say_role(role)) for role in ROLES)
    role = Field("role", words.ROLE, "select", line.role, options=options)
    ask_for(page, words.SET_ROLE, words.SET_ROLE_BODY, fields=(role,), yes=common.SAVE, act=act)


def ask_give(page: DeskPage, view: PersonView) -> None:
    """Ask which office an officer is to hold, and from which day."""

    async def act(filled: Filled, alert: Alert) -> object:
        return await change(
            page,
            lambda work, visitor, _over: changes.give_office(
                work, visitor, view.line.id, filled.number("office") or 0,
                from_day=filled.day("from"), now=page.app.clock.now(),
            ),
            said=words.GIVEN,
            alert=alert,
        )  # fmt: skip

    options = write_options(view.offices)
    office = Field("office", words.OFFICE, "select", options=options, is_required=True)
    fields = (office, Field("from", words.FROM_DAY, "date"))
    ask_for(page, words.GIVE_OFFICE, view.line.name, fields=fields, yes=common.SAVE, act=act)


def ask_take(page: DeskPage, person_id: int, office_id: int, office: str) -> None:
    """Ask from which day an officer holds an office no more."""

    async def act(filled: Filled, alert: Alert) -> object:
        return await change(
            page,
            lambda work, visitor, _over: changes.take_office(
                work, visitor, person_id, office_id, on=filled.day("on"), now=page.app.clock.now()
            ),
            said=lambda unheld: _say_unheld(words.TAKEN, unheld),
            alert=alert,
        )

    fields, title = (Field("on", words.TAKE_DAY, "date"),), words.TAKE_OF.format(office=office)
    ask_for(page, title, words.TAKE_BODY, fields=fields, yes=words.TAKE, act=act)


def ask_move(page: DeskPage, view: PersonView) -> None:
    """Ask which office an officer holds instead of which, and from which day."""

    async def act(filled: Filled, alert: Alert) -> object:
        ids = filled.number("from") or 0, filled.number("to") or 0
        return await change(
            page,
            lambda work, visitor, _over: changes.move_person(
                work, visitor, view.line.id, *ids, on=filled.day("on"), now=page.app.clock.now()
            ),
            said=lambda unheld: _say_unheld(words.MOVED, unheld),
            alert=alert,
        )

    held = zip(view.line.office_ids, view.line.offices, strict=True)
    fields = (
        Field("from", words.MOVE_FROM, "select", options=write_options(tuple(held))),
        Field("to", words.MOVE_TO, "select", options=write_options(view.offices)),
        Field("on", words.FROM_DAY, "date"),
    )
    ask_for(page, words.MOVE, words.MOVE_BODY, fields=fields, yes=words.MOVE, act=act)


def _say_unheld(done: str, unheld: Sequence[str]) -> str:
    if unheld:
        return words.UNHELD.format(done=done, names=join_names(unheld))
    return done


def ask_away(page: DeskPage, view: PersonView) -> None:
    """Ask from when to when an officer is away, and who stands in."""

    async def act(filled: Filled, alert: Alert) -> object:
        async def set_away(work: Work, visitor: Visitor, over: bool) -> None:
            first, last = filled.day("first"), filled.day("last")
            if first is None or last is None:
                raise HandlerError("desk_field_empty", field=words.FIRST_AWAY)
            await changes.set_away(
                work, visitor, view.line.id, from_day=first, to_day=last,
                substitute_id=filled.number("substitute"), seen=view.seen_absences,
                now=page.app.clock.now(), overwrite=over,
            )  # fmt: skip

        return await change(page, set_away, said=words.AWAY_SET, alert=alert)

    options = (("", words.NO_SUCCESSOR), *write_options(view.colleagues))
    fields = (
        Field("first", words.FIRST_AWAY, "date", is_required=True),
        Field("last", words.LAST_AWAY, "date", is_required=True),
        Field("substitute", words.SUBSTITUTE, "select", options=options),
    )
    ask_for(page, words.SET_AWAY, words.AWAY_BODY, fields=fields, yes=common.SAVE, act=act)


def ask_back(page: DeskPage, view: PersonView) -> None:
    """Ask whether an officer is back today."""

    async def act(alert: Alert) -> object:
        return await change(
            page,
            lambda work, visitor, _over: changes.come_back(
                work, visitor, view.line.id, on=None, now=page.app.clock.now()
            ),
            said=words.BACK_DONE,
            alert=alert,
        )

    ask(page, words.COME_BACK, words.BACK_BODY, yes=words.COME_BACK, act=act)


def ask_leave(page: DeskPage, view: PersonView) -> None:
    """Ask who follows an officer who leaves."""
    name = view.line.name

    async def act(filled: Filled, alert: Alert) -> object:
        return await change(
            page,
            lambda work, visitor, _over: changes.let_leave(
                work, visitor, view.line.id, successor_id=filled.number("successor"),
                now=page.app.clock.now(),
            ),
            said=_say_gone,
            alert=alert,
        )  # fmt: skip

    options = (("", words.NO_SUCCESSOR), *write_options(view.colleagues))
    fields = (Field("successor", words.SUCCESSOR, "select", options=options),)
    body = words.LEAVE_BODY.format(name=name)
    ask_for(page, words.LEAVE, body, fields=fields, yes=words.LEAVE, act=act, is_dangerous=True)


def _say_gone(gone: Departure) -> str:
    return _say_unheld(words.LEAVE_DONE.format(name=gone.person.name), gone.unheld)


def ask_forget(page: DeskPage, view: PersonView, key: str, title: str) -> None:
    """Ask whether a conversation is to be an officer's no more."""

    async def act(alert: Alert) -> object:
        return await change(
            page,
            lambda work, visitor, _over: changes.forget_link(
                work, visitor, view.line.id, key, now=page.app.clock.now()
            ),
            said=words.FORGOTTEN,
            alert=alert,
        )

    body = words.FORGET_BODY.format(name=view.line.name)
    ask(page, title, body, yes=words.FORGET, act=act, is_dangerous=True)
