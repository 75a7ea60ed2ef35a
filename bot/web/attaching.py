"""Elements of the chat page for files: choosing, what is chosen, what was sent."""

from collections.abc import Sequence

from bot.web import words
from bot.web.elements import Tag
from bot.web.thread import LineFile
from bot.web.upload import ACCEPT


def build_attach() -> None:
    """Lay out the file input; its label is the button, so that it works without script, too."""
    Tag("input", id="chat-files", type="file", multiple="multiple", accept=ACCEPT, style="unseen")
    seen, mark, rest = words.ATTACH.partition(",")
    with Tag("label", style="chat-attach", title=words.ATTACH, **{"for": "chat-files"}):
        Tag("span", seen)
        Tag("span", mark + rest, style="unseen")


def build_chosen() -> None:
    """Lay out what is said of chosen files; the browser fills it."""
    Tag("p", id="chat-file-note", style="chat-refusal", role="alert")
    Tag("p", id="chat-file-progress", style="chat-progress", role="status")
    with Tag("p", id="chat-chosen", style="chat-chosen"):
        Tag("span", id="chat-chosen-names", aria_live="polite")
        Tag("button", words.DROP_FILES, id="chat-drop", type="button", style="chat-drop")


def build_sent(files: Sequence[LineFile]) -> None:
    """List the files of a message, each with a link where its sender may open it."""
    with Tag("ul", style="line-files", aria_label=words.FILES):
        for file in files:
            with Tag("li"):
                if file.href:
                    Tag("a", file.label, href=file.href, target="_blank", rel="noopener")
                else:
                    Tag("span", file.label)
