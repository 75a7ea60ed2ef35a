"""The doubles of the demonstration, one of each kind."""

import datetime as dt
from collections.abc import Callable

from tests.doubles.base import Phone, Shown
from tests.doubles.demo.clock import MovableClock
from tests.doubles.demo.people import TELEGRAM, ZALO_BOT, ZALO_OA, Person
from tests.doubles.demo.switches import Switches
from tests.doubles.telegram import TelegramDouble
from tests.doubles.zalo_bot import ZaloBotDouble
from tests.doubles.zalo_oa import ZaloOaDouble

POLL = 1.0  # seconds a poll of a Zalo bot lasts; a stop waits for one


class MovableOa(ZaloOaDouble):
    """An Official Account whose clock is the demonstration's."""

    def __init__(self, clock: MovableClock, faults: Switches) -> None:
        super().__init__()
        self.faults = faults
        self._clock = clock

    def moment(self) -> dt.datetime:
        """Give the time on the service's clock."""
        return self._clock.now()


class Services:
    """The three doubles, with faults that can be switched."""

    def __init__(self, clock: MovableClock) -> None:
        self.switches = {service: Switches() for service in (TELEGRAM, ZALO_BOT, ZALO_OA)}
        self.telegram = TelegramDouble(faults=self.switches[TELEGRAM])
        self.zalo_bot = ZaloBotDouble(faults=self.switches[ZALO_BOT], longest_poll=POLL)
        self.account = MovableOa(clock, self.switches[ZALO_OA])

    def settings(self) -> dict[str, object]:
        """Give the settings of a program that uses all three."""
        doubles = (self.telegram, self.zalo_bot, self.account)
        return {name: each for double in doubles for name, each in double.settings().items()}

    def phone(self, person: Person) -> Phone:
        """Give a person's phone."""
        phones: dict[str, Callable[[str], Phone]] = {
            TELEGRAM: self.telegram.phone,
            ZALO_BOT: self.zalo_bot.phone,
            ZALO_OA: self.account.phone,
        }
        return phones[person.service](person.user)

    def find_photo(self, person: Person, shown: Shown) -> bytes | None:
        """Find what a photo shows; only Telegram's double keeps the bytes with the message."""
        if person.service != TELEGRAM or "photo" not in shown.files:
            return None
        posted = self.telegram.store.open_chat(person.user).posted[int(shown.key)]
        largest = posted.message["photo"][-1]
        return self.telegram.store.files[largest["file_id"]].data
