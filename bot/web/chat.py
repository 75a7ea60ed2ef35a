"""The chat page at `/`."""

import asyncio
import contextlib
import datetime as dt
import logging
import uuid
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from fastapi import Request, Response
from nicegui import Client, background_tasks, ui
from nicegui.events import GenericEventArguments

from bot.app import App
from bot.channels.web import WebChannel
from bot.failures import log_failure
from bot.web import words
from bot.web.attaching import build_attach, build_chosen, build_sent
from bot.web.elements import Tag, build_links, prepare_page
from bot.web.limits import SendLimit
from bot.web.listening import Listening
from bot.web.thread import Line, note_seen, read_thread, read_title
from bot.web.visits import Visit, find_visit, give_chat_cookie, keep_visit
from handlers.conversation import LONGEST
from handlers.messages import Button, Message
from handlers.questions.suggesting import Suggestions
from handlers.texts import say
from handlers.texts.forms import HANOI, write_day

log = logging.getLogger(__name__)
SOON = 2.0  # seconds between looks while an answer is awaited
LATER = 10.0  # seconds between looks otherwise; replies wake the page: see Listening
LONG_WAIT = dt.timedelta(seconds=30)
VIEWPORT = "width=device-width, initial-scale=1, interactive-widget=resizes-content"


def add_chat_page(app: App, channel: WebChannel, limit: SendLimit) -> None:
    """Put the chat at `/`."""
    suggestions = Suggestions(app.database, app.questions)
    listening = Listening(app.database, channel)

    @ui.page("/", viewport=VIEWPORT)
    async def chat(request: Request, client: Client) -> Response:
        visit = await find_visit(app, request)
        title = await read_title(app)
        prepare_page(client, title, script=True)
        page = ChatPage(app, channel, limit, client, visit, suggestions, listening)
        page.build(title)
        page.show(await page.read())
        background_tasks.create(page.follow(), name="chat page")
        response = client.build_response(request)
        give_chat_cookie(response, request, visit.secret)
        return response


@dataclass(eq=False, slots=True)
class ChatPage:
    """One open page: what it shows, and what is done in it."""

    app: App
    channel: WebChannel
    limit: SendLimit
    client: Client
    visit: Visit
    suggestions: Suggestions
    listening: Listening
    _wake: asyncio.Event = field(default_factory=asyncio.Event, init=False)
    _shown: dict[str, Tag] = field(default_factory=dict, init=False)
    _log: Tag = field(init=False)
    _choices: Tag = field(init=False)
    _status: Tag = field(init=False)
    _notice: Tag = field(init=False)
    _offered: tuple[str, tuple[Button, ...]] = field(default=("", ()), init=False)

    def build(self, title: str) -> None:
        """Lay the page out: header, thread, composer."""
        with Tag("div", style="chat"):
            with Tag("header", style="chat-head"):
                Tag("h1", title)
                build_links()
            with Tag("p", style="chat-notice"):
                _build_notice()
            with Tag("div", id="chat-view", style="chat-view"):  # the page is in a main already
                self._log = Tag(
                    "div", id="chat-log", style="chat-log", role="log", aria_live="polite",
                    aria_label=words.THREAD, tabindex="0",
                )  # fmt: skip
                self._choices = Tag(
                    "div", style="chat-choices", role="group", aria_label=words.CHOICES
                )
                self._status = Tag("p", style="chat-status", role="status")
            self._build_composer()

    def _build_composer(self) -> None:
        with Tag("footer", style="chat-foot"):
            self._notice = Tag("p", style="chat-refusal", role="alert")
            build_chosen()
            with Tag("div", style="chat-row"):
                build_attach()
                Tag("label", words.INPUT, style="unseen", **{"for": "chat-box"})
                Tag(
                    "textarea", id="chat-box", rows="1",
                    placeholder=words.PLACEHOLDER, autocomplete="off", enterkeyhint="send",
                    aria_describedby="chat-count",
                )  # fmt: skip
                send = Tag("button", words.SEND, id="chat-send", type="button", style="chat-send")
                send.on("click", self._on_text, js_handler="() => motcua.take(emit)")
            with Tag("p", style="chat-hint"):
                Tag("span", words.HINT)
                Tag("span", id="chat-count")

    async def _on_text(self, event: GenericEventArguments) -> None:
        if isinstance(event.args, str):
            await self.send(event.args)

    async def send(self, text: str) -> None:
        """Store a text as this browser's message, or say why it was not."""
        refusal = self._find_refusal(text) or await self._store(text)
        self._notice.text = refusal or ""
        self.client.run_javascript("motcua.refused()" if refusal else "motcua.sent()")

    def _find_refusal(self, text: str) -> str | None:
        if len(text) > LONGEST:
            return say("too_long", limit=LONGEST)
        if not self.limit.allows(self.visit.address.user, now=self.app.clock.now()):
            return say("too_fast")
        return None

    async def _store(self, text: str) -> str | None:
        if not text.strip():
            return None
        message = Message(self.visit.address, uuid.uuid4().hex, text, self.app.clock.now())
        try:
            await self.app.intake.receive(message)
        except Exception as error:  # noqa: BLE001  the citizen must learn that it was not stored
            log_failure(log, error, "a web message could not be stored")
            return say("not_stored")
        self._wake.set()
        return None

    async def follow(self) -> None:
        """Show what is new until the page is closed."""
        await self.client.connected()
        if self.client.is_deleted:
            return
        user = self.visit.address.user
        self._wake = self.channel.open_page(user)
        self.listening.begin()
        self.client.on_delete(self._wake.set)
        try:
            while not self.client.is_deleted:
                await self._look()
        finally:
            self.channel.close_page(user, self._wake)

    async def _look(self) -> None:
        self._wake.clear()
        try:
            await self._keep_visit()
            lines = await self.read()
            if not self.client.is_deleted:
                self.show(lines)
                await note_seen(self.app, self.visit.address)
        except Exception as error:  # noqa: BLE001  the database may be away; the page looks again
            log_failure(log, error, "a chat page could not be brought up to date")
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._wake.wait(), SOON if self._is_waiting else LATER)

    async def _keep_visit(self) -> None:
        if not self.visit.is_known:
            await keep_visit(self.app, self.visit)
            self.visit = replace(self.visit, is_known=True)

    @property
    def _is_waiting(self) -> bool:
        return bool(self._status.text == words.WAITING)

    async def read(self) -> list[Line]:
        """Read what the page is to show."""
        return await read_thread(self.app, self.visit.address, self.suggestions)

    def show(self, lines: Sequence[Line]) -> None:
        """Bring the page up to date with the thread; what is not kept any more goes."""
        for key in self._shown.keys() - {line.key for line in lines}:
            self._shown.pop(key).delete()
        before: Tag | None = None
        for line in lines:
            if line.key not in self._shown:
                self._shown[line.key] = self._add(line, before)
            before = self._shown[line.key]
        last = lines[-1]
        if (last.key, last.buttons) != self._offered:
            self._offered = last.key, last.buttons
            self._offer(last)
        self._status.text = self._describe_wait(last)

    def _add(self, line: Line, before: Tag | None) -> Tag:
        with self._log, Tag("article", style=f"line {'own' if line.is_own else 'bot'}") as shown:
            with Tag("p", style="line-head"):
                Tag("strong", line.name)
                if line.at:
                    Tag("time", self._write_time(line.at), datetime=line.at.isoformat())
            if line.text:
                Tag("p", line.text, style="line-text")
            if line.files:
                build_sent(line.files)
        siblings = self._log.default_slot.children
        place = siblings.index(before) + 1 if before else 0
        if siblings[place] is not shown:
            shown.move(target_index=place)
        return shown

    def _write_time(self, moment: dt.datetime) -> str:
        local, now = moment.astimezone(HANOI), self.app.clock.now().astimezone(HANOI)
        day = "" if local.date() == now.date() else f" {write_day(local.date())}"
        return f"{local:%H:%M}{day}"

    def _offer(self, line: Line) -> None:
        self._choices.clear()
        for button in line.buttons:
            with self._choices:
                choice = Tag("button", button.label, type="button", style="chat-choice")
            choice.on(
                "click",
                lambda _event, says=button.says: self._choose(says),
                js_handler="() => motcua.choose(emit)",
            )

    async def _choose(self, says: str) -> None:
        self._choices.clear()
        await self.send(says)

    def _describe_wait(self, last: Line) -> str:
        if not last.is_own or last.at is None:
            return ""
        waited = self.app.clock.now() - last.at
        return words.WAITING if waited < LONG_WAIT else words.STILL_WAITING


def _build_notice() -> None:
    Tag("span", words.NOTICE)
    with Tag("span"):
        Tag("span", words.CALL)
        for index, number in enumerate(words.EMERGENCY):
            if index:
                Tag("span", ", ")
            Tag("a", number, href=f"tel:{number}")
        Tag("span", ".")
