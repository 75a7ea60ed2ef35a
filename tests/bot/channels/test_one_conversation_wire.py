"""What the wire does to messages: lost for a while, repeated, edited, out of order."""

import pytest

from storage.values import Address
from tests.bot.channels.conftest import OpenWorld
from tests.doubles.base import Fault
from tests.doubles.telegram_phone import TelegramPhone
from tests.factories.channels import Way
from tests.factories.one_talk import Talk
from tests.factories.worlds import World

pytestmark = pytest.mark.slow

TELEGRAM = (Way("telegram", "polling"), Way("telegram", "webhook"))
ZALO_BOT = (Way("zalo_bot", "polling"), Way("zalo_bot", "webhook"))
OA = Way("zalo_oa", "webhook")
HOURS, DAY, WHO = "giờ làm việc thế nào ạ", "hạn báo cáo rà soát thủ tục là khi nào?", "bạn là ai"
ANSWERS = {HOURS: "Giờ làm việc", DAY: "31/7/2026", WHO: "không phải cán bộ"}


def open_talk(here: World) -> Talk:
    return Talk(here, here.phone(), here.way.has_menus)


async def count_stored(here: World) -> int:
    """Count the messages of both sides that are kept."""
    async with here.database.read() as work:
        [channel] = [bot.name for bot in here.app.bots]
        return await work.thread.count(Address(channel, here.phone().user))


async def find_order(talk: Talk, here: World, events: int) -> list[str]:
    """Let all that was sent be answered; give the texts in the order of their answers."""
    await here.until_received(events)
    await talk.hears(comes=False)
    shown = [shown.text for step in talk.steps for shown in step]
    return [text for told in shown for text, answer in ANSWERS.items() if answer in told]


@pytest.mark.parametrize("way", [*TELEGRAM, ZALO_BOT[0], OA], ids=str)
async def test_what_was_sent_meanwhile_is_answered_in_order(way: Way, world: OpenWorld) -> None:
    """All but a Zalo bot's webhook, which nobody brings again."""
    async with world(way) as here:
        talk = open_talk(here)
        await here.stop()
        for text in ANSWERS:
            await talk.phone.says(text)
        assert talk.phone.heard() == []
        await here.start()
        order = await find_order(talk, here, 3)
        assert sorted(order) == sorted(ANSWERS)
        assert order == list(ANSWERS) or way is OA  # its retries come in no order
        assert await count_stored(here) == 6


@pytest.mark.parametrize("way", [*TELEGRAM, *ZALO_BOT, OA], ids=str)
async def test_what_comes_twice_is_answered_once(way: Way, world: OpenWorld) -> None:
    async with world(way) as here:
        assert here.double
        talk = open_talk(here)
        await here.stop()
        here.double.faults.script("getUpdates" if way.by == "polling" else "webhook", Fault.TWICE)
        await here.start()
        await talk.phone.says(DAY)
        assert await find_order(talk, here, 2) == [DAY]
        assert await count_stored(here) == 2


@pytest.mark.parametrize("way", [*TELEGRAM, *ZALO_BOT, OA], ids=str)
async def test_what_changes_places_is_answered_all_the_same(way: Way, world: OpenWorld) -> None:
    async with world(way) as here:
        assert here.double
        talk = open_talk(here)
        if way.by == "polling":
            await here.stop()
            here.double.faults.script("getUpdates", Fault.SWAPPED)
        else:
            here.double.faults.script("webhook", Fault.SWAPPED)
        await talk.phone.says(HOURS)
        await talk.phone.says(DAY)
        if way.by == "polling":
            await here.start()
        assert sorted(await find_order(talk, here, 2)) == sorted([HOURS, DAY])
        assert await count_stored(here) == 4


@pytest.mark.parametrize("way", TELEGRAM, ids=str)
async def test_what_is_edited_is_answered_once(way: Way, world: OpenWorld) -> None:
    async with world(way) as here:
        talk = open_talk(here)
        assert isinstance(talk.phone, TelegramPhone)
        await talk.phone.says(DAY)
        assert await find_order(talk, here, 1) == [DAY]
        await talk.phone.edits(HOURS)
        assert await find_order(talk, here, 2) == [DAY]
        assert await count_stored(here) == 2
