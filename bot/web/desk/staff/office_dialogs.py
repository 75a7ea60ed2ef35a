"""What a clerk is asked before something of an office is changed."""

from collections.abc import Sequence

from bot.web.desk.changing import change
from bot.web.desk.page import DeskPage
from bot.web.desk.staff.parts import OFFICES
from bot.web.desk.widgets.dialogs import ask_for
from bot.web.desk.widgets.forms import Alert, Field, Filled
from bot.web.desk.words import common
from bot.web.desk.words import people as words
from handlers.desk.people import office_changes as changes
from handlers.desk.people.offices import Choice, OfficeView
from handlers.desk.people.person_changes import give_office


def ask_new_office(page: DeskPage) -> None:
    """Ask for the name of an office to add, and open it then."""

    async def act(filled: Filled, alert: Alert) -> object:
        id_ = await page.do(
            lambda: page.write(
                lambda work, visitor: changes.make_office(
                    work, visitor, filled.get("name"), is_group=filled.has("group"),
                    now=page.app.clock.now(),
                )
            ),
            said=words.OFFICE_MADE,
            alert=alert,
        )  # fmt: skip
        if id_ is not None:
            page.go(page.link(f"{OFFICES}/{id_}"))
        return id_

    name = Field("name", words.OFFICE_NAME, is_required=True, longest=changes.LONGEST_NAME)
    group = Field("group", words.IS_GROUP, "check")
    ask_for(page, words.NEW_OFFICE, "", fields=(name, group), yes=words.NEW_OFFICE, act=act)


def ask_rename(page: DeskPage, view: OfficeView) -> None:
    """Ask for an office's new name."""
    line = view.line

    async def act(filled: Filled, alert: Alert) -> object:
        return await change(
            page,
            lambda work, visitor, over: changes.rename_office(
                work, visitor, line.id, filled.get("name"), seen=line.name,
                now=page.app.clock.now(), overwrite=over,
            ),
            said=words.RENAMED,
            alert=alert,
        )  # fmt: skip

    name = Field(
        "name", words.OFFICE_NAME, value=line.name, is_required=True, longest=changes.LONGEST_NAME
    )
    ask_for(page, words.RENAME, words.RENAME_BODY, fields=(name,), yes=common.SAVE, act=act)


def ask_alias(page: DeskPage, view: OfficeView) -> None:
    """Ask for another name of an office."""

    async def act(filled: Filled, alert: Alert) -> object:
        return await change(
            page,
            lambda work, visitor, _over: changes.add_alias(
                work, visitor, view.line.id, filled.get("name"), now=page.app.clock.now()
            ),
            said=words.ALIAS_ADDED,
            alert=alert,
        )

    name = Field("name", words.ALIAS, is_required=True, longest=changes.LONGEST_NAME)
    ask_for(page, words.ADD_ALIAS, words.ADD_ALIAS_BODY, fields=(name,), yes=common.SAVE, act=act)


async def drop_alias(page: DeskPage, office_id: int, name: str) -> None:
    """Take another name away at once: it can be undone."""
    await change(
        page,
        lambda work, visitor, _over: changes.remove_alias(
            work, visitor, office_id, name, now=page.app.clock.now()
        ),
        said=words.ALIAS_REMOVED.format(name=name),
    )


def ask_members(page: DeskPage, view: OfficeView) -> None:
    """Ask which offices a group stands for."""
    options, seen = write_options(view.offices), view.member_ids

    async def act(filled: Filled, alert: Alert) -> object:
        return await change(
            page,
            lambda work, visitor, over: changes.set_members(
                work, visitor, view.line.id, filled.numbers("members"), seen=seen,
                now=page.app.clock.now(), overwrite=over,
            ),
            said=words.MEMBERS_SET,
            alert=alert,
        )  # fmt: skip

    value = "\n".join(map(str, seen))
    field = Field("members", words.MEMBERS, "choices", value, options=options)
    ask_for(
        page, words.SET_MEMBERS, words.SET_MEMBERS_BODY, fields=(field,), yes=common.SAVE, act=act
    )


def ask_overseers(page: DeskPage, view: OfficeView) -> None:
    """Ask which leaders are in charge of an office."""
    seen = view.overseer_ids

    async def act(filled: Filled, alert: Alert) -> object:
        return await change(
            page,
            lambda work, visitor, over: changes.set_overseers(
                work, visitor, view.line.id, filled.numbers("leaders"), seen=seen,
                now=page.app.clock.now(), overwrite=over,
            ),
            said=words.OVERSEERS_SET,
            alert=alert,
        )  # fmt: skip

    hint = "" if view.leaders else words.NO_LEADERS
    options, value = write_options(view.leaders), "\n".join(map(str, seen))
    field = Field("leaders", words.IN_CHARGE, "choices", value, options=options, hint=hint)
    body = words.SET_OVERSEERS_BODY
    ask_for(page, words.SET_OVERSEERS, body, fields=(field,), yes=common.SAVE, act=act)


def ask_holder(page: DeskPage, view: OfficeView) -> None:
    """Ask who is to hold an office, and from which day."""

    async def act(filled: Filled, alert: Alert) -> object:
        return await change(
            page,
            lambda work, visitor, _over: give_office(
                work, visitor, filled.number("person") or 0, view.line.id,
                from_day=filled.day("from"), now=page.app.clock.now(),
            ),
            said=words.GIVEN,
            alert=alert,
        )  # fmt: skip

    options = write_options(view.people)
    person = Field("person", words.OFFICER, "select", options=options, is_required=True)
    fields = (person, Field("from", words.FROM_DAY, "date"))
    ask_for(page, words.GIVE_HERE, view.line.name, fields=fields, yes=common.SAVE, act=act)


def ask_end(page: DeskPage, view: OfficeView) -> None:
    """Ask what follows an office that ends, and from which day."""

    async def act(filled: Filled, alert: Alert) -> object:
        return await change(
            page,
            lambda work, visitor, _over: changes.end_office(
                work, visitor, view.line.id, first_day=filled.day("first"),
                successor_id=filled.number("successor"), now=page.app.clock.now(),
            ),
            said=words.ENDED_DONE,
            alert=alert,
        )  # fmt: skip

    options = (("", words.NO_SUCCESSOR), *write_options(view.offices))
    successor = Field("successor", words.SUCCESSOR_OFFICE, "select", options=options)
    fields = (successor, Field("first", words.FIRST_DAY, "date"))
    ask_for(
        page, words.END, words.END_BODY, fields=fields, yes=words.END, act=act, is_dangerous=True
    )


def write_options(choices: Sequence[Choice]) -> tuple[tuple[str, str], ...]:
    """Write choices as a form has them."""
    return tuple((str(id_), name) for id_, name in choices)
