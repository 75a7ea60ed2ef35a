"""Three workers and two web processes on one PostgreSQL; one of each is killed under load."""

import asyncio
import time
from collections.abc import AsyncIterator, Mapping
from pathlib import Path

import pytest

from bot.web.visits import CHAT_COOKIE
from tests.conftest import _run_sql, _with_database
from tests.factories.town import (
    MESSAGES,
    PEOPLE,
    WEB,
    WRITERS,
    World,
    code,
    is_all_answered,
    judge_all,
    name_browser,
    open_browsers,
    open_world,
    read_all,
    say_all,
    wait_for,
    write_web,
)

pytestmark = [pytest.mark.slow, pytest.mark.timeout(180)]
HALF = MESSAGES // 2
HANDOVER = 30.0  # seconds, as promised
IN_FLIGHT = PEOPLE  # what one killed worker may have sent and not recorded


@pytest.fixture
async def world(postgres_server: str, keys: list[str], tmp_path: Path) -> AsyncIterator[World]:
    _run_sql(postgres_server, "CREATE DATABASE motcua_fleet")
    url = _with_database(postgres_server, "motcua_fleet")
    async with open_world(url, keys[0], tmp_path) as world:
        yield world
    _run_sql(postgres_server, "DROP DATABASE motcua_fleet WITH (FORCE)")


async def kill_two(world: World) -> list[str]:
    """Kill the worker that asks Telegram, and a web process; give the bots it has asked."""
    await asyncio.sleep(0.3)  # in the middle of what is being said
    pollers = await world.find_pollers()
    telegram = next(holder for name, holder in pollers.items() if "telegram" in name)
    next(m for m in world.fleet.members if m.process == telegram).kill()
    world.web[0].kill()
    return [name for name, holder in pollers.items() if holder == telegram]


async def test_one_of_each_is_killed_under_load(world: World) -> None:
    fleet, began = world.fleet, time.monotonic()
    started = fleet.start("worker", "worker", "worker", "web", "web")  # all bring the tables
    await fleet.wait_until_started(*started)
    world.figures["start of five"] = time.monotonic() - began
    await open_browsers(world)
    await wait_for(lambda: has_pollers(world), 20)
    before = await world.find_pollers()
    _, killed = await asyncio.gather(say_all(world, range(HALF)), kill_two(world))
    killed_at = time.monotonic()
    await say_all(world, range(HALF, MESSAGES))
    await wait_for(lambda: are_taken_over(world, killed, before), HANDOVER + 5)
    world.figures["pollers handed over"] = time.monotonic() - killed_at
    await wait_for(lambda: is_all_answered(world), 60)
    world.figures["all answered after"] = time.monotonic() - killed_at
    repeated = await judge_all(world)
    answered = sum(len(set(codes)) for codes in (await read_all(world)).values())
    world.figures["answers"] = answered
    world.figures["lost on the way from Zalo"] = len(WRITERS) * PEOPLE * MESSAGES - answered
    world.figures["sent twice (killed between sending and recording)"] = repeated
    world.figures["seen in the other web process"] = await measure_other_page(world)
    await fleet.stop()
    print({name: round(figure, 2) for name, figure in world.figures.items()})
    assert world.figures["pollers handed over"] < HANDOVER
    assert repeated <= IN_FLIGHT
    assert "Traceback" not in fleet.logs()


async def has_pollers(world: World) -> bool:
    return len(await world.find_pollers()) == 2


async def are_taken_over(world: World, names: list[str], before: Mapping[str, int]) -> bool:
    now = await world.find_pollers()
    return all(now[name] != before[name] for name in names)


async def measure_other_page(world: World) -> float:
    """Write at one web process; give how long until a page of another shows the answer."""
    world.fleet.start("web")
    await world.fleet.wait_until_started(world.fleet.members[-1])
    person, number = PEOPLE, 0
    await write_web(world, person, number)
    headers = {"Cookie": f"{CHAT_COOKIE}={name_browser(person)}"}

    async def is_shown() -> bool:
        async with world.browser.get(world.web[-1].url, headers=headers) as page:
            return (await page.text()).count(code(WEB, person, number)) > 1  # said, and answered

    return await wait_for(is_shown, 20)
