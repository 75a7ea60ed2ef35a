"""A page of the desk: who looks at it, what it reads and does, and how it stays up to date."""

import asyncio
import json
import logging
from collections.abc import Awaitable, Callable, Iterator, Mapping, Set
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import Any, TypeVar
from urllib.parse import urlencode

from fastapi import Request, Response
from fastapi.responses import RedirectResponse
from nicegui import Client, background_tasks, ui

from bot.app import App
from bot.errors import word_failure
from bot.failures import log_failure
from bot.web import plain
from bot.web.desk.files.handouts import Handouts
from bot.web.desk.frame import build_frame
from bot.web.desk.live import Ear, Stamped, Watch
from bot.web.desk.overtaking import show_overtaken
from bot.web.desk.parts import SIGNED_OUT, Part
from bot.web.desk.uploads import Uploads
from bot.web.desk.widgets.forms import Alert, find_number
from bot.web.desk.words import common as words
from bot.web.elements import Tag, prepare_desk
from bot.web.visits import DESK_COOKIE, LOGIN_PATH, read_desk_cookie
from handlers.desk.overtaken import Overtaken
from handlers.desk.visitor import Power, Visitor, find_visitor
from handlers.errors import HandlerError
from handlers.texts import say
from knowledge.errors import KnowledgeError
from storage.database import Database
from storage.errors import StorageError
from storage.values import Topic
from storage.work import Work

log = logging.getLogger(__name__)
LANGUAGE = "vi"
RESPONSE_TIMEOUT = 15.0  # seconds that a page may take on a busy machine
BETWEEN_CHECKS = 10.0  # seconds between looks whether the visitor is still let in
VIEWPORT = "width=device-width, initial-scale=1"
EXPECTED = (HandlerError, KnowledgeError, StorageError)  # each has its sentence
T = TypeVar("T")
View = TypeVar("View")
Deed = Callable[[Work, Visitor], Awaitable[T]]
Build = Callable[["DeskPage"], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Registered:
    """A page's address and the power that its visitor needs."""

    path: str
    power: Power


@dataclass(eq=False, slots=True)
class Desk:
    """What all pages of a site share."""

    app: App
    watch: Watch
    uploads: Uploads
    registered: list[Registered] = field(default_factory=list)
    handouts: Handouts = field(default_factory=Handouts)

    def page(self, path: str, *, power: Power, title: str) -> Callable[[Build], Build]:
        """Put a page at a path; who has no session is led to the login, who may not see it told."""

        def register(build: Build) -> Build:
            self.registered.append(Registered(path, power))

            async def show(request: Request, client: Client) -> Response | None:
                return await self._show(request, client, build, power=power, title=title)

            ui.page(path, viewport=VIEWPORT, response_timeout=RESPONSE_TIMEOUT)(show)
            return build

        return register

    async def find(self, work: Work, request: Request) -> Visitor | None:
        """Find who a request comes from."""
        secret = read_desk_cookie(self.app, request)
        return await self.look(work, secret, request.query_params.get("noi", ""))

    async def look(self, work: Work, secret: str | None, chosen: str = "") -> Visitor | None:
        """Find who a session's secret lets in now."""
        if not secret:
            return None
        return await find_visitor(
            work,
            secret,
            place_name=self.app.settings.place_name,
            chosen_id=find_number(chosen),
            now=self.app.clock.now(),
        )

    async def _show(
        self, request: Request, client: Client, build: Build, *, power: Power, title: str
    ) -> Response | None:
        async with self.app.database.read() as work:
            visitor = await self.find(work, request)
            stamps = await work.stamps.read() if visitor else {}
        if visitor is None:
            answer = RedirectResponse(LOGIN_PATH, status_code=303)
            if request.cookies.get(DESK_COOKIE):
                answer.delete_cookie(DESK_COOKIE, path="/desk")
            return answer
        if not visitor.may(power):
            return plain.say_forbidden()
        page = DeskPage(
            self, client, visitor, read_desk_cookie(self.app, request) or "",
            dict(request.query_params), dict(request.path_params), request.url.path,
        )  # fmt: skip
        prepare_desk(client, words.TITLE.format(title=title))
        try:
            with page.frame(title):
                await build(page)
        except (HandlerError, KnowledgeError, StorageError) as error:
            client.content.clear()
            return plain.say_gone(word_failure(error, LANGUAGE))
        client.on_exception(page.fail)
        background_tasks.create(page.follow(stamps), name="desk page")
        return None


@dataclass(eq=False, slots=True)
class DeskPage:
    """One open page; `query` is what its address says, `args` what its path does.

    `visitor` is as of the last look: whatever is read or done looks again.
    """

    desk: Desk
    client: Client
    visitor: Visitor
    secret: str
    query: dict[str, str]
    args: Mapping[str, str]
    path: str
    _ear: Ear = field(default_factory=Ear, init=False)
    _seat: Visitor = field(init=False)
    _parts: list["Part[Any]"] = field(default_factory=list, init=False)
    _status: Tag = field(init=False)
    _alert: Tag = field(init=False)
    dialogs: Tag = field(init=False)

    def __post_init__(self) -> None:
        self._seat = self.visitor  # as of the moment that the page was laid out

    @property
    def app(self) -> App:
        """The running program."""
        return self.desk.app

    @property
    def database(self) -> Database:
        """Where things are remembered."""
        return self.desk.app.database

    @contextmanager
    def frame(self, title: str) -> Iterator[None]:
        """Lay out what stands on every page, around what is built inside.

        What says how a deed ended comes first: something may be done while the page is built.
        """
        self._status = Tag("p", id="desk-status", style="desk-status", role="status")
        self.dialogs = Tag("div")
        with build_frame(self.visitor, title=title, path=self.path):
            self._alert = Tag("p", id="desk-alert", style="desk-alert", role="alert", tabindex="-1")
            yield

    async def read(self, deed: Deed[T]) -> T:
        """Read something as the visitor who is let in now."""
        async with self.database.read() as work:
            return await deed(work, await self._look(work))

    async def write(self, deed: Deed[T]) -> T:
        """Change something in a transaction, as the visitor who is let in now."""
        async with self.database.write() as work:
            return await deed(work, await self._look(work))

    async def check(self, power: Power) -> Visitor:
        """Give the visitor who is let in now; raise `HandlerError` where the role forbids."""
        async with self.database.read() as work:
            visitor = await self._look(work)
        visitor.check(power)
        return visitor

    async def _look(self, work: Work) -> Visitor:
        visitor = await self.desk.look(work, self.secret, self.query.get("noi", ""))
        if visitor is None:
            raise HandlerError(SIGNED_OUT)
        self.visitor = visitor
        return visitor

    async def do(
        self,
        deed: Callable[[], Awaitable[T]],
        *,
        said: str | Callable[[T], str] = "",
        alert: Alert | None = None,
        overwrite: Callable[[], Awaitable[object]] | None = None,
    ) -> T | None:
        """Do something on a press; say that it is done, or why it is not (then give None).

        Whatever the page shows is read anew at once. Where somebody else was faster (`Overtaken`)
        the difference is shown; `overwrite` is then offered, knowing both.
        """
        try:
            done = await deed()
        except Overtaken as error:
            self._refuse(word_failure(error, LANGUAGE), alert)
            show_overtaken(self, error, reload=self.reload, overwrite=overwrite)
            return None
        except Exception as error:  # noqa: BLE001  the officer must learn that it was not done
            if not isinstance(error, EXPECTED):
                log_failure(log, error, "a page of the desk could not do something")
            self.fail(error, alert)
            return None
        if not self.client.is_deleted:
            self.tell(said(done) if callable(said) else said)
            await self._show_done()
        return done

    async def _show_done(self) -> None:
        """Show what a deed has changed; it is done, whether it can be read now or not."""
        try:
            await self.refresh()
        except HandlerError as error:
            self.fail(error)
        except Exception as error:  # noqa: BLE001  the database may be away; the page looks again
            log_failure(log, error, "a page of the desk could not show what was done")
            self._ear.changed |= set(Topic)

    def fail(self, error: Exception, alert: Alert | None = None) -> None:
        """Say why something could not be done; lead who is let in no more to the login."""
        if isinstance(error, EXPECTED):
            self._refuse(word_failure(error, LANGUAGE), alert)
        else:
            self._refuse(say("error_desk_busy", LANGUAGE), alert)
        self._leave_if_out(error)

    def _leave_if_out(self, error: Exception) -> None:
        if getattr(error, "code", "") == SIGNED_OUT:
            self.go(LOGIN_PATH)

    def tell(self, text: str) -> None:
        """Say that something is done; a refusal before it goes."""
        self._alert.text = ""
        self._status.text = text
        self.client.run_javascript("motcuaDesk.told()")

    def complain(self, text: str) -> None:
        """Say why something is not done."""
        self._alert.text = text
        self.client.run_javascript("motcuaDesk.refused()")

    def _refuse(self, text: str, alert: Alert | None) -> None:
        (alert or self).complain(text)

    def go(self, path: str) -> None:
        """Open another page."""
        self.client.run_javascript(f"location.assign({json.dumps(path)})")

    def reload(self) -> None:
        """Open this page again."""
        self.client.run_javascript("location.reload()")

    def link(self, path: str, **values: object) -> str:
        """Write an address on the desk, with the chosen place where there is one."""
        kept = {"noi": self.query["noi"]} if "noi" in self.query else {}
        given = {name: str(value) for name, value in values.items() if value not in ("", None)}
        query = urlencode({**kept, **given})
        return f"{path}?{query}" if query else path

    def note(self, **values: object) -> None:
        """Keep what a page shows (a filter, a page's number) in its address."""
        for name, value in values.items():
            if value in ("", None):
                self.query.pop(name, None)
            else:
                self.query[name] = str(value)
        query = f"?{urlencode(self.query)}" if self.query else ""
        address = json.dumps(self.path + query)
        self.client.run_javascript(f"history.replaceState(null, '', {address})")

    async def live(
        self,
        topics: Set[Topic],
        read: Callable[[], Awaitable[View]],
        build: Callable[[View], None],
    ) -> "Part[View]":
        """Lay out a part that is built anew whenever a topic's change changes what is read.

        What is typed into stands outside such parts. Views are compared, so they are values.
        """
        part = Part(topics, read, build, Tag("div", style="desk-part-live"))
        self._parts.append(part)
        await part.fill()
        return part

    async def refresh(self, topics: Set[Topic] | None = None) -> None:
        """Read anew what the page shows of some topics, or all."""
        for part in self._parts:
            if topics is None or part.topics & topics:
                await part.refresh()

    async def follow(self, stamps: Stamped) -> None:
        """Stay up to date until the page is closed; who is let in no more is led to the login.

        `stamps` are those of the moment before the page was read, so that nothing is missed.
        """
        try:
            await self.client.connected(timeout=60)
        except TimeoutError:  # whatever asked for the page is no browser, or has left
            return
        self._ear = self.desk.watch.open(stamps)
        self.client.on_delete(self._ear.event.set)
        try:
            while not self.client.is_deleted:
                await self._wait()
                await self.client.connected()  # whoever is out of reach is shown it once back
                if not self.client.is_deleted:
                    await self._follow_once(self._ear.take())
        finally:
            self.desk.watch.close(self._ear)

    async def _wait(self) -> None:
        with suppress(TimeoutError):
            async with asyncio.timeout(BETWEEN_CHECKS):
                await self._ear.event.wait()

    async def _follow_once(self, changed: Set[Topic]) -> None:
        try:
            async with self.database.read() as work:
                visitor = await self._look(work)
            if (visitor.role, visitor.place.id) != (self._seat.role, self._seat.place.id):
                self.reload()  # another desk: whatever stands on this page is not for them
                return
            await self.refresh(changed if visitor.office_ids == self._seat.office_ids else None)
            self._seat = visitor
        except HandlerError as error:
            self._leave_if_out(error)
        except Exception as error:  # noqa: BLE001  the database may be away; the page looks again
            log_failure(log, error, "a page of the desk could not be brought up to date")
            self._ear.changed |= changed
