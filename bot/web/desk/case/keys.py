"""The keys that press a case's buttons, and the way to turn them off."""

from bot.web.desk.widgets.dialogs import Dialog, Host
from bot.web.desk.widgets.marks import build_button
from bot.web.desk.widgets.tables import build_table
from bot.web.desk.words import case as words
from bot.web.desk.words import common
from bot.web.elements import Tag


def show_keys(page: Host) -> None:
    """Show the keys; single letters can be turned off (WCAG 2.2, 2.1.4)."""
    rows = [(key, words.LABELS[act]) for act, key in words.SHORTCUTS.items()]
    rows += [("Ctrl+Enter", words.EDITOR_SUBMIT), ("?", words.KEYS_HELP)]
    with Dialog(page, words.KEYS) as dialog:
        Tag("p", words.KEYS_HINT, style="desk-hint")
        build_table(words.KEYS, words.KEYS_COLUMNS, rows, empty="")
        with Tag("div", style="desk-buttons"):
            Tag("button", words.KEYS_TOGGLE, type="button", style="desk-button",
                data_case_keys="", aria_pressed="true")  # fmt: skip
            build_button(common.CLOSE, dialog.close)
