"""Dialogs: the browser's own, so that the focus stays inside and Esc closes."""

from collections.abc import Awaitable, Callable
from itertools import count
from typing import Protocol

from nicegui import Client

from bot.web.desk.widgets.forms import Alert, Field, Filled, Form
from bot.web.desk.words import common as words
from bot.web.elements import Tag

_numbers = count(1)


class Host(Protocol):
    """A page that dialogs open over."""

    client: Client
    dialogs: Tag


class Dialog:
    """A dialog over the page; it is gone once it is closed.

    with Dialog(page, "Tiêu đề") as dialog:
        …lay out its content…
    """

    def __init__(self, page: Host, title: str, *, is_wide: bool = False) -> None:
        self._id = f"dialog-{next(_numbers)}"
        self._client = page.client
        with page.dialogs:
            self._tag = Tag(
                "dialog", id=self._id, style="desk-dialog wide" if is_wide else "desk-dialog",
                aria_labelledby=f"{self._id}-title",
            )  # fmt: skip
        with self._tag:
            Tag("h2", title, id=f"{self._id}-title")
        self._tag.on("close", lambda _event: self._tag.delete())

    def __enter__(self) -> "Dialog":
        self._tag.__enter__()
        return self

    def __exit__(self, *_: object) -> None:
        self._tag.__exit__(None, None, None)
        self._client.run_javascript(f"motcuaDesk.open('{self._id}')")

    def build_cancel(self) -> None:
        """Lay out the button that closes it and does nothing."""
        cancel = Tag("button", words.CANCEL, type="button", style="desk-button")
        cancel.on("click", lambda _event: self.close())

    def close(self) -> None:
        """Close it."""
        self._client.run_javascript(f"motcuaDesk.close('{self._id}')")


def ask(
    page: Host,
    title: str,
    body: str,
    *,
    yes: str,
    act: Callable[[Alert], Awaitable[object]],
    is_dangerous: bool = False,
) -> None:
    """Ask before something is done; see `ask_for`."""

    async def agree(_filled: Filled, alert: Alert) -> object:
        return await act(alert)

    ask_for(page, title, body, fields=(), yes=yes, act=agree, is_dangerous=is_dangerous)


def ask_for(
    page: Host,
    title: str,
    body: str,
    *,
    fields: tuple[Field, ...],
    yes: str,
    act: Callable[[Filled, Alert], Awaitable[object]],
    is_dangerous: bool = False,
) -> None:
    """Ask for some fields; the dialog closes unless `act` gives None or False (it complained).

    `page.do(…, alert=alert)` gives None where something was refused, so `act` may return what it
    gives; a deed that has nothing to give returns True.
    """
    with Dialog(page, title) as dialog:
        if body:
            Tag("p", body, style="desk-dialog-body")

        async def send(filled: Filled) -> None:
            if await act(filled, form) not in (None, False):
                dialog.close()

        style = "desk-button danger" if is_dangerous else "desk-button main"
        form = Form(fields, yes, send, submit_style=style, beside=dialog.build_cancel).build()
