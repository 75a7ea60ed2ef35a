"""`/desk/hoi-dap/nguoi-dan/{number}`: one conversation with a citizen, to read and to answer."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from functools import partial

from bot.web.desk.addresses import read_id
from bot.web.desk.answering import open_answer
from bot.web.desk.page import Desk, DeskPage
from bot.web.desk.pages.conversations import PATH
from bot.web.desk.widgets.dialogs import ask
from bot.web.desk.widgets.forms import Alert, Field, Filled, Form
from bot.web.desk.widgets.marks import build_back, build_badge, build_button
from bot.web.desk.words import answers as words
from bot.web.elements import Tag
from handlers.desk.answers.conversations import (
    LONGEST_ANSWER,
    Conversation,
    answer_conversation,
    begin_common_answer,
    close_conversation,
    find_conversation,
    preview_reply,
    take_conversation,
)
from handlers.desk.visitor import Power
from handlers.texts.forms import write_time
from storage.values import Topic


def add_page(desk: Desk) -> None:
    """Put the page."""

    @desk.page(PATH + "/{number}", power=Power.VIEW_ANSWERS, title=words.CONVERSATION)
    async def conversation(page: DeskPage) -> None:
        await Talk(page, read_id(page, "number")).build()


@dataclass(eq=False, slots=True)
class Talk:
    """The conversation, what is done about it, and the answer that is being written."""

    page: DeskPage
    number: int
    _form: Form = field(init=False)

    async def build(self) -> None:
        """Lay the page out."""
        build_back(words.BACK, self.page.link(PATH))
        part = await self.page.live({Topic.CASES}, self._read, self._build_talk)
        if part.view and part.view.is_open:
            reply = Field(
                "answer", words.REPLY, "textarea", hint=words.REPLY_HINT, is_required=True,
                longest=LONGEST_ANSWER, rows=5,
            )  # fmt: skip
            self._form = Form((reply,), words.PREVIEW, self._preview).build()

    async def _read(self) -> Conversation:
        now = self.page.app.clock.now()
        return await self.page.read(
            lambda work, who: find_conversation(work, who, self.number, now=now)
        )

    def _build_talk(self, talk: Conversation) -> None:
        with Tag("p", style="desk-row"):
            build_badge(talk.state, "" if not talk.is_open else "soon")
            Tag("span", _say_taker(talk))
        with Tag("ol", style="talk", aria_label=words.CONVERSATION):
            for line in talk.lines:
                with Tag("li", style="talk-line" if line.is_citizen else "talk-line own"):
                    with Tag("p", style="desk-hint"):
                        Tag("strong", words.CITIZEN if line.is_citizen else words.OFFICE)
                        Tag("span", f" {write_time(line.at)}")
                    Tag("p", line.text, style="answers-text")
        self._build_deeds(talk)

    def _build_deeds(self, talk: Conversation) -> None:
        with Tag("div", style="desk-buttons"):
            if talk.is_open and not talk.is_mine:
                label = words.TAKE_OVER if talk.is_anothers else words.TAKE
                build_button(label, partial(self._press_take, talk), id_="talk-take")
            if talk.is_open and not talk.is_anothers:
                build_button(words.CLOSE, self._ask_to_close, id_="talk-close")
            if talk.has_answer and self.page.visitor.may(Power.EDIT_ANSWERS):
                build_button(words.KEEP_COMMON, self._keep_common, id_="talk-keep")

    async def _press_take(self, talk: Conversation) -> None:
        now = self.page.app.clock.now()
        await self._do(
            lambda: self.page.write(
                lambda work, who: take_conversation(
                    work, who, self.number, now=now, takes_over=talk.is_anothers
                )
            ),
            words.TAKEN,
        )

    async def _do(
        self, deed: Callable[[], Awaitable[None]], said: str, alert: Alert | None = None
    ) -> bool:
        async def done() -> bool:
            await deed()
            return True

        return await self.page.do(done, said=said, alert=alert) or False

    async def _preview(self, filled: Filled) -> None:
        text, now = filled.get("answer"), self.page.app.clock.now()
        told = await self.page.do(
            lambda: self.page.read(
                lambda work, who: preview_reply(work, who, self.number, text, now=now)
            ),
            alert=self._form,
        )
        if told:
            act = partial(self._send, text)
            ask(self.page, words.SEND_TITLE, told, yes=words.SEND, act=act)

    async def _send(self, text: str, alert: Alert) -> bool:
        now = self.page.app.clock.now()
        is_sent = await self._do(
            lambda: self.page.write(
                lambda work, who: answer_conversation(work, who, self.number, text, now=now)
            ),
            words.SENT,
            alert,
        )
        if is_sent:
            self._form.clear()
        return is_sent

    def _ask_to_close(self) -> None:
        ask(self.page, words.CLOSE_TITLE, words.CLOSE_BODY, yes=words.CLOSE, act=self._close)

    async def _close(self, alert: Alert) -> bool:
        now = self.page.app.clock.now()
        return await self._do(
            lambda: self.page.write(
                lambda work, who: close_conversation(work, who, self.number, now=now)
            ),
            words.CLOSE_DONE,
            alert,
        )

    async def _keep_common(self) -> None:
        now = self.page.app.clock.now()
        draft = await self.page.do(
            lambda: self.page.read(
                lambda work, who: begin_common_answer(work, who, self.number, now=now)
            )
        )
        if draft:
            open_answer(self.page, draft)


def _say_taker(talk: Conversation) -> str:
    if not talk.is_open:
        return ""
    if talk.is_mine:
        return words.MINE
    return words.ANOTHERS.format(name=talk.taker) if talk.is_anothers else words.NOBODY
