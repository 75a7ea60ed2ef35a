"""Small things: badges, buttons, tabs, lists of facts."""

from collections.abc import Awaitable, Callable, Sequence

from bot.web.desk.words import common as words
from bot.web.elements import Tag


def build_badge(text: str, kind: str = "") -> None:
    """Lay out a short word on a state; `kind`: good, late, soon, doubt or nothing."""
    Tag("span", text, style=f"desk-badge {kind}".strip())


def build_button(
    label: str,
    press: Callable[[], Awaitable[object] | object],
    *,
    id_: str = "",
    style: str = "",
    shortcut: str = "",
    description: str = "",
) -> None:
    """Lay out a button; `style`: main, danger or nothing.

    An `id_` keeps the focus when a live part is built anew; `shortcut` is a key that presses it.
    """
    attributes = {"id": id_} if id_ else {}
    if shortcut:
        attributes |= {"data_shortcut": shortcut, "aria_keyshortcuts": shortcut}
    if description:
        attributes["aria_label"] = description
    button = Tag("button", label, type="button", style=f"desk-button {style}".strip(), **attributes)
    button.on("click", lambda _event: press())


def build_copy(label: str, text: str) -> None:
    """Lay out a button that copies a text to the clipboard."""
    Tag(
        "button", label, type="button", style="desk-button", data_copy=text,
        data_copied=words.COPIED,
    )  # fmt: skip


def build_back(label: str, href: str) -> None:
    """Lay out the link from one thing to the list that it stands in."""
    with Tag("p", style="desk-back"):
        Tag("a", f"← {label}", href=href)


def build_tabs(label: str, tabs: Sequence[tuple[str, str]], current: str) -> None:
    """Lay out links to the parts of a page: (address, words); `current` is the address shown."""
    with Tag("nav", style="desk-tabs", aria_label=label), Tag("ul"):
        for href, text in tabs:
            here = {"aria_current": "page"} if href == current else {}
            with Tag("li"):
                Tag("a", text, href=href, **here)


def build_facts(facts: Sequence[tuple[str, str]]) -> None:
    """Lay out facts, each with its name; those that are empty are left out."""
    with Tag("dl", style="desk-facts"):
        for name, value in facts:
            if value:
                with Tag("div"):
                    Tag("dt", name)
                    Tag("dd", value)


def build_section(title: str, *, id_: str = "", description: str = "") -> Tag:
    """Open a part of a page under a heading of its own; use with `with`."""
    section = Tag("section", style="desk-section", **({"id": id_} if id_ else {}))
    with section:
        Tag("h2", title)
        if description:
            Tag("p", description, style="desk-hint")
    return section
