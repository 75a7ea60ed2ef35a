"""A step from its button to its effect: fields, what the sender will read, done."""

from bot.web.desk.case.fields import build_fields, read_given
from bot.web.desk.case.publishing import begin_publishing
from bot.web.desk.case.room import Room
from bot.web.desk.widgets.dialogs import Dialog
from bot.web.desk.widgets.forms import Filled, Form
from bot.web.desk.widgets.marks import build_button
from bot.web.desk.words import case as words
from bot.web.elements import Tag
from handlers.desk.cases.acts import Foreseen
from handlers.desk.cases.given import Given
from knowledge.cases.steps import STEPS, Action

AT_ONCE = frozenset({Action.START, Action.RESUME})
FORESEEN = frozenset(step.action for step in STEPS if step.notice) | {Action.MERGE}
_DANGEROUS = frozenset({Action.ERASE, Action.REFUSE, Action.UNPUBLISH})


async def begin(room: Room, action: Action) -> None:
    """Take a step at once, or ask for what it needs."""
    if action is Action.DRAFT:
        room.page.client.run_javascript("motcuaCase.edit()")
        return
    if action is Action.PUBLISH:
        await begin_publishing(room)
        return
    if action in AT_ONCE:
        given = Given(action)
        await room.page.do(lambda: room.take(given), said=str)
        return
    drafts = room.view.answer.drafts
    fields = await build_fields(room, action)
    label = words.LABELS[action]
    with Dialog(room.page, f"{label} – {room.code}") as dialog:
        _build_body(room, action)

        async def send(filled: Filled) -> None:
            await _send(room, dialog, form, filled, action=action, drafts=drafts)

        is_danger = action in _DANGEROUS and action not in FORESEEN
        style = "desk-button danger" if is_danger else "desk-button main"
        submit = words.PREVIEW if action in FORESEEN else label
        form = Form(fields, submit, send, submit_style=style, beside=dialog.build_cancel).build()


def _build_body(room: Room, action: Action) -> None:
    if body := words.BODIES.get(action):
        Tag("p", body, style="desk-dialog-body")
    if action in (Action.APPROVE, Action.ANSWER):
        Tag("h3", words.DRAFT_SHOWN)
        Tag("p", room.view.answer.text, style="case-text case-quote")


async def _send(
    room: Room, dialog: Dialog, form: Form, filled: Filled, *, action: Action, drafts: int
) -> None:
    async def foresee() -> tuple[Given, Foreseen]:
        given = read_given(action, filled, drafts=drafts)
        return given, await room.foresee(given)

    async def take() -> str:
        return await room.take(read_given(action, filled, drafts=drafts))

    if action not in FORESEEN:
        if await room.page.do(take, said=str, alert=form):
            dialog.close()
        return
    found = await room.page.do(foresee, alert=form)
    if found:
        _show_foreseen(room, dialog, *found)


def _show_foreseen(room: Room, first: Dialog, given: Given, foreseen: Foreseen) -> None:
    """Show word for word what the sender will read; nothing is done before it is agreed to."""
    label = words.LABELS[given.action]
    with Dialog(room.page, words.PREVIEW_TITLE) as dialog:
        Tag("p", foreseen.text, style="case-text case-quote")
        if foreseen.warning:
            Tag("p", foreseen.warning, style="case-warning")
        Tag("p", words.PREVIEW_HINT.format(act=label), style="desk-hint")

        def build_back() -> None:
            build_button(words.PREVIEW_BACK, dialog.close)

        async def send(_filled: Filled) -> None:
            if await room.page.do(lambda: room.take(given), said=str, alert=form):
                dialog.close()
                first.close()

        form = Form((), label, send, beside=build_back).build()
