"""The same talks over every channel: everybody is told the same, in the same order."""

import re
from collections.abc import Awaitable, Callable
from itertools import product

import pytest

from handlers.messages import Button, Reply
from handlers.texts import say
from tests.bot.channels.conftest import OpenWorld
from tests.factories.channels import BOTS, BROUGHT_OTHERWISE, Way
from tests.factories.citizens import CONTACT, LAMP
from tests.factories.nudges import at
from tests.factories.one_talk import Seen, Talk, join, name_alone, read_steps
from tests.factories.photos import write_jpeg

WEB = Way("web")
WINDOW = say("receipt_window", days=7)
ONLY_OA = {say("button_consent_template"): "chỉ Zalo OA"}
LONG = "\n".join(f"- Việc thứ {n}: rà soát thủ tục hành chính lĩnh vực đất đai" for n in range(150))
Dialogue = Callable[[Talk], Awaitable[None]]


async def ask_and_ask_on(talk: Talk) -> None:
    assert "Ông/Bà" in await talk.says("xin chào")
    assert "31/7/2026" in await talk.says("hạn báo cáo rà soát thủ tục là khi nào?")
    assert "Phòng Kinh tế" in await talk.says("còn ai chủ trì?")
    assert "31/7/2026" in await talk.presses("Xem nguyên văn")


async def report_with_a_photo(talk: Talk) -> None:
    assert "việc gì" in await talk.presses_after("xin chào", "Gửi phản ánh")
    assert "Đã nhận 1 ảnh" in await talk.shows(write_jpeg(), LAMP)
    assert "0912 345 678" in await talk.says(CONTACT)
    told = await talk.presses("Gửi")
    code = told.partition("Mã phản ánh: ")[2].split(".")[0]
    assert "Đã gửi, chờ tiếp nhận" in await talk.says(code.lower())
    assert "Đã gửi, chờ tiếp nhận" in await talk.says("phản ánh của tôi")


async def give_up(talk: Talk) -> None:
    await talk.says("phản ánh")
    assert "Đèn đường" in await talk.says(LAMP)
    assert "Đã hủy" in await talk.presses("Hủy")
    assert "Hiện không có" in await talk.says("huỷ")


async def join_and_finish(talk: Talk) -> None:
    assert "Từ nay Anh/Chị nhận nhắc việc" in await join(talk)
    assert "09/12/2026" in await wait_until(talk, "2026-11-30")
    assert "hoàn thành ngày 30/11/2026" in await talk.presses("Đã xong")
    assert "09/12/2026" not in await talk.says("việc của tôi")


async def join_and_postpone(talk: Talk) -> None:
    await join(talk)
    await wait_until(talk, "2026-11-30")
    assert "sáng ngày nào" in await talk.presses("Nhắc lại sau")
    assert "01/12/2026" in await talk.presses("Sáng mai")
    assert "09/12/2026" in await wait_until(talk, "2026-12-01")
    assert "Trước ngày 10 của tháng cuối quý" in await talk.presses("Xem 1")


async def be_told_at_length(talk: Talk) -> None:
    await talk.says("xin chào")
    told = await talk.is_told(Reply(LONG, (Button("Gửi phản ánh", "phản ánh"),)))
    assert all(line in told.splitlines() for line in LONG.splitlines())
    assert "việc gì" in await talk.presses("Gửi phản ánh")


async def wait_until(talk: Talk, day: str) -> str:
    """Let a morning come; give what was told then."""
    talk.program.clock.moment = at(day, "07:40")
    await talk.program.app.tick()
    return await talk.hears(comes=False)


DIALOGUES = (
    ask_and_ask_on,
    report_with_a_photo,
    give_up,
    join_and_finish,
    join_and_postpone,
    be_told_at_length,
)
Held = dict[str, tuple[list[Seen], dict[str, str]]]


@pytest.fixture(scope="module")
def held() -> Held:
    """What was seen on the web, and what its buttons said, by dialogue."""
    return {}


@pytest.mark.parametrize(
    ("way", "dialogue"),
    [
        *product((Way("console"), *BOTS), DIALOGUES),
        *product(BROUGHT_OTHERWISE, (report_with_a_photo,)),
    ],
    ids=lambda each: str(getattr(each, "__name__", each)),
)
async def test_everybody_is_told_the_same(
    way: Way, dialogue: Dialogue, world: OpenWorld, held: Held
) -> None:
    if dialogue.__name__ not in held:
        on_web = await hold(world, WEB, dialogue, {})
        held[dialogue.__name__] = read_steps(on_web, on_web.words), on_web.words
    expected, words = held[dialogue.__name__]
    talk = await hold(world, way, dialogue, words)
    seen = [take_differences(each, way) for each in read_steps(talk, words | ONLY_OA)]
    assert [each.text for each in seen] == [each.text for each in expected]
    assert [find_unoffered(*both, words) for both in zip(seen, expected, strict=True)] == [
        frozenset() for _ in expected
    ]
    is_receipt = "Mã phản ánh: " in str(talk.steps)
    assert (WINDOW in str(talk.steps)) == (is_receipt and way.kind == "zalo_oa")


async def hold(world: OpenWorld, way: Way, dialogue: Dialogue, words: dict[str, str]) -> Talk:
    async with world(way) as here:
        talk = Talk(here, here.phone(), way.has_menus, dict(words))
        await dialogue(talk)
    return talk


def take_differences(seen: Seen, way: Way) -> Seen:
    """Take away what only an Official Account says: its seven days, and templates after them."""
    if way.kind != "zalo_oa":
        return seen
    return Seen(seen.text.replace(f" {WINDOW}", ""), seen.offered - ONLY_OA.keys())


def find_unoffered(seen: Seen, expected: Seen, words: dict[str, str]) -> frozenset[str]:
    """Find buttons that nobody here knows of: neither shown, nor named in the text.

    Of “Xem 1” to “Xem 3” the text names the first.
    """
    named = seen.text.casefold()
    unknown = set()
    for label in expected.offered - seen.offered:
        first = re.sub(r"\d+$", "1", label)
        ways = (words[label], name_alone(words[label]), first)
        if not any(f"“{each.casefold()}”" in named for each in ways):
            unknown.add(label)
    return frozenset(unknown | (seen.offered - expected.offered))
