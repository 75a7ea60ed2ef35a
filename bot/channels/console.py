"""The conversation on a terminal; buttons are numbered, `@path` sends a file."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from handlers.messages import Button, Reply
from storage.values import Address

NAME = "console"


@dataclass(slots=True)
class ConsoleChannel:
    """Write replies to the terminal; remember the last buttons so that a number presses one."""

    write: Callable[[str], None]
    name: str = NAME
    shows_later: bool = False
    _buttons: tuple[Button, ...] = field(default=(), init=False)

    async def send(self, address: Address, reply: Reply, *, key: str) -> None:
        """Print a reply with its buttons as a numbered menu."""
        del address, key
        self._buttons = reply.buttons
        menu = "  ".join(f"[{i}] {b.label}" for i, b in enumerate(reply.buttons, 1))
        self.write(reply.text + (f"\n{menu}" if menu else ""))

    def read(self, line: str) -> str:
        """Turn a number into what the button says; leave other text as it is."""
        typed = line.strip()
        if typed.isdigit() and 0 < int(typed) <= len(self._buttons):
            return self._buttons[int(typed) - 1].says
        return line


def split_paths(line: str) -> tuple[list[Path], str]:
    """Split `@rác.jpg @"đơn thư.docx" trước chợ` into files and what is said with them."""
    rest, paths = line.strip(), list[Path]()
    while rest.startswith("@") and len(rest) > 1:
        path, rest = _take_path(rest[1:])
        paths.append(Path(path).expanduser())
    return paths, rest


def _take_path(text: str) -> tuple[str, str]:
    if text[0] in "\"'" and text[0] in text[1:]:
        path, _, rest = text[1:].partition(text[0])
        return path, rest.lstrip()
    path, _, rest = text.partition(" ")
    return path, rest.lstrip()
