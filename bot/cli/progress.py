"""A progress bar for what takes long: reading a scan, embedding its passages."""

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext

from rich.console import Console
from rich.progress import Progress


def show_progress(name: str) -> AbstractContextManager[Callable[[int, int], None] | None]:
    """Show a bar on a terminal; nothing elsewhere."""
    console = Console(stderr=True)
    return _Bar(name, console) if console.is_terminal else nullcontext()


class _Bar:
    """A progress bar that goes when the work is done."""

    def __init__(self, name: str, console: Console) -> None:
        self._progress = Progress(console=console, transient=True)
        self._task = self._progress.add_task(name, total=None)

    def __enter__(self) -> Callable[[int, int], None]:
        self._progress.start()
        return self._advance

    def _advance(self, done: int, total: int) -> None:
        self._progress.update(self._task, completed=done, total=total)

    def __exit__(self, *_: object) -> None:
        self._progress.stop()
