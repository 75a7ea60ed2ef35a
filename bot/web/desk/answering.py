"""Writing an answer of the office over any page: the words, what will be read, and keeping it."""

from dataclasses import replace
from functools import partial

from bot.web.desk.page import DeskPage
from bot.web.desk.widgets.dialogs import Dialog
from bot.web.desk.widgets.forms import Field, Filled, Form
from bot.web.desk.widgets.marks import build_button, build_tabs
from bot.web.desk.words import answers as words
from bot.web.desk.words import common
from bot.web.elements import Tag
from handlers.desk.answers.writing import (
    Draft,
    Preview,
    prepare_answer,
    preview_answer,
    save_answer,
)
from handlers.desk.visitor import Power
from handlers.faq.service import LONGEST_ANSWER, LONGEST_QUESTION, Saved

PUBLIC, INTERNAL = "public", "internal"


def open_answer(page: DeskPage, draft: Draft) -> None:
    """Open the form for a draft over the page; what is typed stays until it is kept."""
    Answering(page, draft).open()


class Answering:
    """One open form; what is previewed is what is kept."""

    def __init__(self, page: DeskPage, draft: Draft) -> None:
        self._page = page
        self._draft = draft

    def open(self) -> None:
        """Lay the dialog out."""
        title = words.EDIT if self._draft.faq_id else words.WRITE
        with Dialog(self._page, title, is_wide=True) as self._dialog:
            with Tag("div", style="answering"):
                with Tag("div"):
                    self._form = Form(_list_fields(self._draft), words.PREVIEW, self._show).build()
                self._preview = Tag("div", style="answering-preview", aria_live="polite")
            with Tag("div", style="desk-buttons"):
                build_button(common.CLOSE, self._dialog.close)

    async def _show(self, filled: Filled) -> None:
        self._draft = replace(
            self._draft,
            question=filled.get("question"),
            answer=filled.get("answer"),
            is_public=filled.get("readers") != INTERNAL,
        )
        self._preview.clear()
        preview = await self._page.do(self._read, alert=self._form)
        if preview:
            with self._preview:
                _build_preview(preview)
                build_button(words.SAVE, self._save, style="main", id_="answer-save")

    async def _read(self) -> Preview:
        visitor = await self._page.check(Power.EDIT_ANSWERS)
        return preview_answer(visitor, self._draft, now=self._page.app.clock.now())

    async def _save(self) -> None:
        await self._keep(self._draft, overwrites=False)

    async def _keep(self, draft: Draft, *, overwrites: bool) -> None:
        saved = await self._page.do(
            partial(self._write, draft, overwrites=overwrites),
            said=partial(_say_saved, draft),
            alert=self._form,
            overwrite=partial(self._keep, draft, overwrites=True),
        )
        if saved:
            self._dialog.close()

    async def _write(self, draft: Draft, *, overwrites: bool) -> Saved:
        page, now = self._page, self._page.app.clock.now()
        visitor = await page.check(Power.EDIT_ANSWERS)
        entry = await prepare_answer(page.app.library, visitor, draft, now=now)
        return await page.write(
            lambda work, who: save_answer(work, who, draft, entry, now=now, overwrites=overwrites)
        )


def _list_fields(draft: Draft) -> tuple[Field, ...]:
    readers = ((PUBLIC, words.PUBLIC), (INTERNAL, words.INTERNAL))
    return (
        Field(
            "question", words.WORDING, value=draft.question, hint=words.WORDING_HINT,
            is_required=True, longest=LONGEST_QUESTION,
        ),
        Field(
            "answer", words.TEXT, "textarea", value=draft.answer, hint=words.TEXT_HINT,
            is_required=True, longest=LONGEST_ANSWER, rows=7,
        ),
        Field(
            "readers", words.READERS, "select", options=readers,
            value=PUBLIC if draft.is_public else INTERNAL,
        ),
    )  # fmt: skip


def _build_preview(preview: Preview) -> None:
    Tag("h3", words.PREVIEWED)
    Tag("p", words.TO_QUESTION.format(question=preview.question), style="desk-hint")
    Tag("p", preview.text, style="answering-text")
    for warning in preview.warnings:
        Tag("p", warning, style="answering-warning")


def _say_saved(draft: Draft, saved: Saved) -> str:
    text = words.SAVED if draft.is_public else words.SAVED_INTERNAL
    return text + (words.SETTLED.format(count=saved.settled) if saved.settled else "")


def build_answer_tabs(page: DeskPage) -> None:
    """Lay out the way to the other parts of questions and answers."""
    tabs = [
        (page.link("/desk/hoi-dap"), words.WAITING),
        (page.link("/desk/hoi-dap/cau-tra-loi"), words.BOOK),
        (page.link("/desk/hoi-dap/nguoi-dan"), words.PEOPLE),
        (page.link("/desk/hoi-dap/hoi-thu"), words.TRY),
    ]
    build_tabs(words.TABS, tabs, page.link(page.path))
