"""What keeps the events that a bot hands on."""

from dataclasses import dataclass, field

from bot.channels.base import Event, Said
from handlers.messages import Message


@dataclass
class Heard:
    """Keep what a bot receives; fail as often as told."""

    events: list[Event] = field(default_factory=list)
    failures: int = 0

    async def __call__(self, event: Event) -> bool:
        if self.failures:
            self.failures -= 1
            raise ConnectionError
        self.events.append(event)
        return True

    @property
    def messages(self) -> list[Message]:
        return [event.message for event in self.events if isinstance(event, Said)]
