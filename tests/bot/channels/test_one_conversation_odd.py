"""Odd things, old buttons and closed channels: always a kind sentence, the same everywhere."""

import pytest

from handlers.texts import say
from storage.old_rows import OldKind
from storage.values import Address
from tests.bot.channels.conftest import OpenWorld
from tests.factories.channels import BOTS, BROUGHT_OTHERWISE, Way
from tests.factories.citizens import LAMP
from tests.factories.one_talk import Talk, join
from tests.factories.worlds import World

pytestmark = pytest.mark.slow

UNSUPPORTED = say("odd_unsupported")
TOLD = {
    "sticker": say("acknowledged"),
    "contact": say("odd_contact"),
    "location": say("intake_ask_content_spot"),
    "unsupported": UNSUPPORTED,
}
UNSEEN = {"zalo_bot": {"contact": UNSUPPORTED, "location": UNSUPPORTED}}  # it shows neither


def open_talk(here: World) -> Talk:
    return Talk(here, here.phone(), here.way.has_menus)


@pytest.mark.parametrize("way", BOTS, ids=str)
async def test_odd_things_get_a_kind_sentence(way: Way, world: OpenWorld) -> None:
    async with world(way) as here:
        talk = open_talk(here)
        await talk.says("xin chào")
        told = {kind: await talk.sends(kind) for kind in TOLD}
    told = {kind: text.splitlines()[0] for kind, text in told.items()}
    assert told == TOLD | UNSEEN.get(way.kind, {})


@pytest.mark.parametrize("way", BOTS, ids=str)
async def test_a_voice_in_feedback_is_heard_of(way: Way, world: OpenWorld) -> None:
    """It is kept for an official."""
    async with world(way) as here:
        talk = open_talk(here)
        await talk.says("phản ánh")
        await talk.says(LAMP)
        told = await talk.sends("voice")
        here.clock.advance(seconds=5)
        told += await talk.hears(comes=False)
        assert "tin thoại" in told
        async with here.database.read() as work:
            kept = await work.files.of_owner(Address(here.app.bots[0].name, talk.phone.user))
    assert len(kept) == 1


@pytest.mark.parametrize("way", [BOTS[0], BROUGHT_OTHERWISE[0]], ids=str)
async def test_an_old_button_is_answered(way: Way, world: OpenWorld) -> None:
    async with world(way) as here:
        talk = open_talk(here)
        await talk.says("xin chào")
        here.clock.advance(days=400)
        async with here.database.write() as work:
            await work.old_rows.remove(OldKind.OUTBOX, here.clock.now(), limit=9)
        await talk.phone.presses("Gửi phản ánh")
        assert await talk.hears() == say("odd_old_button")


@pytest.mark.parametrize("way", BOTS[:2], ids=str)
async def test_citizens_are_turned_away_where_only_officials_are_served(
    way: Way, world: OpenWorld
) -> None:
    async with world(way, closed_to_citizens="telegram,zalo_bot") as here:
        citizen = Talk(here, here.phone("111222333444"), way.has_menus)
        told = [await citizen.says(text) for text in ("phản ánh", LAMP)]
        assert "dành cho cán bộ" in told[0]
        assert "https://motcua.test" in told[0]
        assert "chỉ dành cho cán bộ" in told[1]
        async with here.database.read() as work:
            assert await work.cases.list_all() == []
        official = open_talk(here)
        assert "Từ nay Anh/Chị nhận nhắc việc" in await join(official)
        assert "chưa hoàn thành" in await official.says("việc của tôi")
