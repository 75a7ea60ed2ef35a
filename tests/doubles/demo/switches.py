"""Faults that stay until they are switched off, unlike those that a test scripts."""

from dataclasses import dataclass

from tests.doubles.base import Fault, Faults

PAUSE = 5  # seconds to wait, where the service tells them


@dataclass
class Switches(Faults):
    """The faults of one service that are on."""

    retry_after: int = PAUSE
    is_offline: bool = False
    is_busy: bool = False

    def take(self, method: str, *, by_chance: bool = False) -> Fault:
        """Give what happens to this call."""
        if self.is_offline:
            return Fault.BROKEN
        if self.is_busy and by_chance:
            return Fault.BUSY
        return super().take(method, by_chance=by_chance)
