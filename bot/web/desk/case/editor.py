"""Where an answer is written: it stands outside what is built anew, and is kept in the browser."""

from nicegui import ui
from nicegui.events import GenericEventArguments

from bot.web.desk.case.room import Room
from bot.web.desk.case.templates import build_templates
from bot.web.desk.widgets.forms import LONGEST, Field, Filled, Form
from bot.web.desk.widgets.marks import build_section
from bot.web.desk.words import case as words
from bot.web.elements import Tag
from handlers.desk.cases.given import Given
from handlers.desk.cases.view import CaseView
from knowledge.cases.states import CaseState
from knowledge.cases.steps import Action

_DRAFTING = frozenset({CaseState.ASSIGNED, CaseState.IN_PROGRESS, CaseState.DRAFTED})
BASE_EVENT = "desk-case-base"


class Editor:
    """The editor of a case's answer, shown while a draft may be put up."""

    def __init__(self, room: Room) -> None:
        self._room = room
        self._section: Tag
        self._form: Form

    async def build(self) -> None:
        """Lay it out."""
        room = self._room
        room.base = room.view.answer.drafts
        text = room.view.answer.text if room.view.state in _DRAFTING else ""
        field = Field(
            "text", words.EDITOR_TEXT, "textarea", text, is_required=True, rows=12,
            hint=words.EDITOR_KEYS,
        )  # fmt: skip
        self._section = build_section(
            words.EDITOR, id_="case-editor", description=words.EDITOR_HINT
        )
        # Whose text it is: who sits down next at the same browser must not find it in their box.
        owner = room.page.visitor.person_id or 0
        self._section.props["data-key"] = f"motcua-case:{owner}:{room.code}"
        self._section.props["data-base"] = str(room.base)
        with self._section:
            await build_templates(room)
            with Tag("div", style="case-kept", id="case-kept", hidden=""):
                Tag("p", words.EDITOR_KEPT)
                Tag("button", words.EDITOR_DROP, type="button", style="desk-button",
                    id="case-drop")  # fmt: skip
            self._form = Form((field,), words.EDITOR_SUBMIT, self._send).build()
            Tag("p", id="case-count", style="desk-hint", data_format=words.COUNT)
        self.show(room.view)
        ui.on(BASE_EVENT, self._begin_from)

    def show(self, view: CaseView) -> None:
        """Show or hide it, as the case now allows a draft."""
        is_hidden = Action.DRAFT not in view.acts
        if is_hidden != ("hidden" in self._section.props):
            if is_hidden:
                self._section.props["hidden"] = ""
            else:
                del self._section.props["hidden"]
            self._section.update()

    async def _begin_from(self, event: GenericEventArguments) -> None:
        """Know which draft a text that the browser has kept began from; -1 is the latest."""
        drafts = self._room.view.answer.drafts
        number = event.args if isinstance(event.args, int) else -1
        self._room.base = number if 0 <= number <= drafts else drafts

    async def _send(self, filled: Filled, *, is_sure: bool = False) -> None:
        room = self._room
        given = Given(
            Action.DRAFT, text=filled.get("text")[:LONGEST], drafts=room.base, is_sure=is_sure
        )

        async def overwrite() -> None:
            await self._send(filled, is_sure=True)

        said = await room.page.do(
            lambda: room.take(given), said=str, alert=self._form, overwrite=overwrite
        )
        if said:
            room.base = room.view.answer.drafts
            room.page.client.run_javascript(f"motcuaCase.saved({room.base})")
