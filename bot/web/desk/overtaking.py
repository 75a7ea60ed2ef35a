"""What the second of two people at one thing sees."""

from collections.abc import Awaitable, Callable

from bot.web.desk.widgets.dialogs import Dialog, Host
from bot.web.desk.widgets.differences import build_difference
from bot.web.desk.widgets.marks import build_button
from bot.web.desk.words import common as words
from bot.web.elements import Tag
from handlers.desk.overtaken import Overtaken


def show_overtaken(
    host: Host,
    error: Overtaken,
    *,
    reload: Callable[[], None],
    overwrite: Callable[[], Awaitable[object]] | None,
) -> None:
    """Show what has changed meanwhile, and let it stand or be overwritten."""
    with Dialog(host, words.OVERTAKEN, is_wide=True) as dialog:
        Tag("p", words.OVERTAKEN_BODY, style="desk-hint")
        build_difference(error.theirs, error.mine)
        with Tag("div", style="desk-buttons"):
            build_button(words.TAKE_THEIRS, reload, style="main")
            if overwrite:
                keep = overwrite

                async def press() -> None:
                    dialog.close()
                    await keep()

                build_button(words.KEEP_MINE, press)
            build_button(words.CLOSE, dialog.close)
