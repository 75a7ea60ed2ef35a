"""The office's own words that an answer begins from: put into the editor, and looked after."""

from collections.abc import Sequence
from functools import partial

from bot.web.desk.case.room import Room
from bot.web.desk.widgets.dialogs import Dialog, ask, ask_for
from bot.web.desk.widgets.forms import Alert, Field, Filled
from bot.web.desk.widgets.marks import build_button
from bot.web.desk.widgets.tables import Column, build_table
from bot.web.desk.words import case as words
from bot.web.desk.words import common
from bot.web.elements import Tag
from handlers.desk.cases.templates import (
    LONGEST_BODY,
    LONGEST_NAME,
    list_templates,
    remove_template,
    save_template,
)
from handlers.desk.cases.templates import (
    Filled as FilledTemplate,
)
from handlers.desk.visitor import Power
from storage.values import AnswerTemplate, Topic

Templates = tuple[FilledTemplate, ...]


async def build_templates(room: Room) -> None:
    """Lay out the templates to choose from; the browser puts the chosen one into the text."""

    async def read() -> Templates:
        return await room.page.read(
            lambda work, visitor: list_templates(work, visitor, desk=room.app.desk, code=room.code)
        )

    topics = {Topic.SETTINGS, Topic.CASES}
    await room.page.live(topics, read, partial(_build, room))


def _build(room: Room, templates: Templates) -> None:
    with Tag("div", style="case-templates"):
        if templates:
            _build_choice(templates)
        else:
            Tag("p", words.TEMPLATES_NONE, style="desk-hint")
        if room.page.visitor.may(Power.EDIT_ANSWERS):
            manage = partial(_manage, room, templates)
            build_button(words.TEMPLATES_MANAGE, manage, id_="case-templates-manage")


def _build_choice(templates: Sequence[FilledTemplate]) -> None:
    with Tag("div", style="desk-field"):
        Tag("label", words.TEMPLATES, style="desk-label", **{"for": "case-template"})
        with Tag("select", id="case-template"):
            Tag("option", words.TEMPLATE_CHOOSE, value="")
            for each in templates:
                Tag("option", each.template.name, value=str(each.template.id),
                    data_text=each.text)  # fmt: skip
    for label, how in ((words.TEMPLATE_INSERT, "insert"), (words.TEMPLATE_REPLACE, "replace")):
        Tag("button", label, type="button", style="desk-button", data_case_put=how)


def _manage(room: Room, templates: Templates) -> None:
    with Dialog(room.page, words.TEMPLATES_MANAGE, is_wide=True) as dialog:
        rows = [
            (
                each.template.name,
                partial(Tag, "p", each.template.body, style="case-text"),
                partial(_build_row, room, each.template, dialog),
            )
            for each in templates
            if each.is_own
        ]
        columns = (words.TEMPLATE_NAME, Column(words.TEMPLATE_BODY, "wide"), words.TEMPLATE_ACTS)
        build_table(words.TEMPLATES, columns, rows, empty=words.TEMPLATES_NONE)
        with Tag("div", style="desk-buttons"):
            build_button(words.TEMPLATE_NEW, partial(_edit, room, None, dialog), style="main")
            build_button(common.CLOSE, dialog.close)


def _build_row(room: Room, template: AnswerTemplate, dialog: Dialog) -> None:
    name = template.name
    build_button(
        words.TEMPLATE_EDIT,
        partial(_edit, room, template, dialog),
        description=words.TEMPLATE_EDIT_NAMED.format(name=name),
    )
    build_button(
        common.REMOVE,
        partial(_remove, room, template, dialog),
        style="danger",
        description=words.TEMPLATE_REMOVE_NAMED.format(name=name),
    )


def _edit(room: Room, template: AnswerTemplate | None, dialog: Dialog) -> None:
    async def save(filled: Filled, alert: Alert, *, is_sure: bool = False) -> object:
        done = await room.page.do(
            lambda: room.page.write(
                lambda work, visitor: save_template(
                    work,
                    visitor,
                    template_id=template.id if template else None,
                    name=filled.get("name"),
                    body=filled.get("body"),
                    version=template.version if template else 0,
                    is_sure=is_sure,
                    now=room.now,
                )
            ),
            said=str,
            alert=alert,
            overwrite=partial(save, filled, alert, is_sure=True),
        )
        if done:
            dialog.close()
        return done

    ask_for(
        room.page,
        words.TEMPLATE_EDIT_NAMED.format(name=template.name) if template else words.TEMPLATE_NEW,
        words.TEMPLATE_HINT,
        fields=(
            Field("name", words.TEMPLATE_NAME, value=template.name if template else "",
                  is_required=True, longest=LONGEST_NAME),
            Field("body", words.TEMPLATE_BODY, "textarea", template.body if template else "",
                  is_required=True, longest=LONGEST_BODY, rows=10),
        ),
        yes=common.SAVE,
        act=save,
    )  # fmt: skip


def _remove(room: Room, template: AnswerTemplate, dialog: Dialog) -> None:
    async def remove(alert: Alert) -> object:
        done = await room.page.do(
            lambda: room.page.write(
                lambda work, visitor: remove_template(
                    work,
                    visitor,
                    template_id=template.id,
                    version=template.version,
                    now=room.now,
                )
            ),
            said=str,
            alert=alert,
        )
        if done:
            dialog.close()
        return done

    ask(
        room.page,
        words.TEMPLATE_REMOVE_NAMED.format(name=template.name),
        words.TEMPLATE_REMOVE.format(name=template.name),
        yes=common.REMOVE,
        act=remove,
        is_dangerous=True,
    )
