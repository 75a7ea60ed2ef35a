"""Two people at one thing: the second learns of the first before anything is lost."""

import datetime as dt

from handlers.errors import HandlerError
from handlers.texts.forms import write_time


class Overtaken(HandlerError):
    """Say that somebody has changed what was to be saved since it was read.

    `theirs` is what it says now, `mine` what was to be saved; both as people read them.
    """

    def __init__(self, name: str, at: dt.datetime | None, *, theirs: str, mine: str) -> None:
        if at is None:
            super().__init__("desk_changed_by_somebody")
        else:
            super().__init__("desk_changed", name=name, at=write_time(at))
        self.theirs = theirs
        self.mine = mine
