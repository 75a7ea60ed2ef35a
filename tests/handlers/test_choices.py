"""Numbers typed for the buttons of the last reply."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field

import pytest

from handlers.choices import KIND, REMEMBERED, find_choice, remember_choices
from handlers.messages import Button, Reply
from storage.database import Database
from storage.values import Address, Dialogue
from tests.factories.talk import LAN, MONDAY

OFFERS = (Button("Năm 2022", "hạn rà soát năm 2022"), Button("Gặp cán bộ", "gặp cán bộ"))
KEPT = {KIND: Dialogue(KIND, 1, '["hạn rà soát năm 2022", "gặp cán bộ"]', MONDAY)}


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("1", "hạn rà soát năm 2022"),
        ("2", "gặp cán bộ"),
        ("0", None),
        ("3", None),
        ("1 2", None),
        ("một", None),
        ("²", None),
        ("9" * 5000, None),
        ("0012", None),
        ("0019123456", None),
        ("002" + "4" * 5000, None),
        ("", None),
    ],
)
def test_a_number_stands_for_its_button(typed: str, meant: str | None) -> None:
    assert find_choice(typed, KEPT, now=MONDAY) == meant


def test_after_an_hour_a_number_is_a_number() -> None:
    assert find_choice("1", KEPT, now=MONDAY + REMEMBERED + dt.timedelta(seconds=1)) is None


def test_another_program_s_choices_are_left_alone() -> None:
    newer = {KIND: Dialogue(KIND, 9, "{}", MONDAY)}
    assert find_choice("1", newer, now=MONDAY) is None


@dataclass(slots=True)
class Told:
    """What was told one after another, to remember after each."""

    database: Database
    kept: list[str | None] = field(default_factory=list)

    async def hear(self, replies: Sequence[Reply]) -> None:
        async with self.database.write() as work:
            await remember_choices(work, LAN, replies, now=MONDAY)
        async with self.database.read() as work:
            dialogues = await work.dialogues.of(LAN)
        self.kept.append(find_choice("1", dialogues, now=MONDAY))


async def test_only_the_last_reply_counts(database: Database) -> None:
    told = Told(database)
    await told.hear([Reply("Nhắn 1 …", OFFERS, numbered=2)])
    await told.hear([Reply("Gửi cho người khác", to=Address("web", "khac"))])
    await told.hear([])
    await told.hear([Reply("Cảm ơn", OFFERS)])
    assert told.kept == [OFFERS[0].says] * 3 + [None]
