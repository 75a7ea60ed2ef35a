"""What a clerk hears beside the steps of items."""

from dataclasses import dataclass

from handlers.messages import Button


@dataclass(frozen=True, slots=True)
class ClerkNote:
    """A note for a place's clerks; `key` names it for good, so that it is told once."""

    key: str
    text: str
    buttons: tuple[Button, ...] = ()
