"""Where a file is dropped or chosen, and how far it has come."""

from collections.abc import Awaitable, Callable
from itertools import count

from bot.web.desk.page import DeskPage
from bot.web.desk.words import common as words
from bot.web.elements import Tag

_numbers = count(1)
Take = Callable[[str, bytes], Awaitable[None]]


def build_drop(
    page: DeskPage,
    label: str,
    take: Take,
    *,
    accept: str = "",
    hint: str = "",
    takes_many: bool = False,
) -> None:
    """Lay out a place to drop one file, or many; `take` is called with each one's name and bytes.

    `take` runs in the request that brings the file: what it shows it shows by the page, and what
    it refuses (`HandlerError`, `KnowledgeError`) is said below.
    """
    number = next(_numbers)

    async def take_here(name: str, data: bytes) -> None:
        with page.client:
            await take(name, data)

    ticket = page.desk.uploads.open(page.secret, take_here)
    page.client.on_delete(lambda: page.desk.uploads.close(ticket))
    with Tag("div", style="desk-drop", id=f"drop-{number}", data_ticket=ticket):
        Tag("p", label, style="desk-label", id=f"drop-{number}-label")
        with Tag("p", style="desk-row"):
            Tag("span", words.DROP_HERE, style="desk-hint")
            many = {"multiple": ""} if takes_many else {}
            Tag("input", type="file", id=f"drop-{number}-file", accept=accept, style="unseen",
                **many,
                aria_labelledby=f"drop-{number}-label",
                aria_describedby=f"drop-{number}-state")  # fmt: skip
            Tag("label", words.CHOOSE_FILE, style="desk-button", **{"for": f"drop-{number}-file"})
        if hint:
            Tag("p", hint, style="desk-hint")
        Tag("progress", max="100", value="0", hidden="", aria_label=label)
        Tag("p", id=f"drop-{number}-state", style="desk-drop-state", role="status",
            data_sending=words.UPLOADING, data_failed=words.UPLOAD_FAILED)  # fmt: skip
