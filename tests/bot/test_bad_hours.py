"""Bad hours of a running installation: what was acknowledged is answered once, when it is over."""

import asyncio
import uuid
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import sqlalchemy as sa  # noqa: TID251  to find the server behind an address

from bot.web import words
from tests.conftest import _run_sql, _with_database
from tests.factories.fleet import Member
from tests.factories.hours import Line
from tests.factories.town import (
    HOOK,
    MESSAGES,
    TELEGRAM,
    World,
    bring_telegram,
    is_all_answered,
    judge_all,
    open_browsers,
    open_world,
    say_all,
    wait_for,
)

pytestmark = [pytest.mark.slow, pytest.mark.timeout(180)]
WAYS = (TELEGRAM, HOOK)
GONE = "The database cannot be reached"
READ_ONLY = "The database cannot be written to"
AWAY = 4.0  # seconds; a minute is the same, and longer
LEASE = "PT10S"  # as much shorter


@dataclass
class Scene:
    """One `motcua run` whose database is behind a line that can be cut."""

    world: World
    member: Member
    line: Line
    admin: str
    name: str

    def log(self, start: str) -> list[str]:
        """Give the lines of the log that hold some words."""
        return [line for line in self.member.log.read_text("utf-8").splitlines() if start in line]

    def set_read_only(self, value: str) -> None:
        """Let the database take nothing, or everything again, as after a failover."""
        _run_sql(
            self.admin, f"ALTER DATABASE {self.name} SET default_transaction_read_only={value}"
        )
        _run_sql(
            self.admin,
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
            f"WHERE datname = '{self.name}' AND pid <> pg_backend_pid()",
        )

    async def look(self, path: str = "/ket-qua") -> tuple[int, str]:
        """Ask for a page."""
        async with self.world.browser.get(self.member.url + path) as answer:
            return answer.status, await answer.text()


@pytest.fixture
async def scene(postgres_server: str, keys: list[str], tmp_path: Path) -> AsyncIterator[Scene]:
    name = f"motcua_{uuid.uuid4().hex[:12]}"
    _run_sql(postgres_server, f"CREATE DATABASE {name}")
    direct = _with_database(postgres_server, name)
    url = sa.make_url(direct)
    folder = url.query.get("host") or url.host
    async with Line(f"{folder}/.s.PGSQL.{url.port or 5432}") as line:
        by = f"postgresql://{url.username}@127.0.0.1:{line.port}/{name}?sslmode=disable"
        async with open_world(direct, keys[0], tmp_path, by=by, lease=LEASE) as world:
            [member] = world.fleet.start("all")
            await world.fleet.wait_until_started(member)
            await open_browsers(world)
            yield Scene(world, member, line, postgres_server, name)
    _run_sql(postgres_server, f"DROP DATABASE {name} WITH (FORCE)")


async def test_the_database_is_gone_for_a_while_and_back(scene: Scene) -> None:
    world = scene.world
    assert (await scene.look())[0] == 200
    saying = asyncio.create_task(say_all(world, range(MESSAGES), ways=WAYS))
    await asyncio.sleep(0.4)  # in the middle of it
    scene.line.cut()
    await asyncio.sleep(AWAY / 2)
    status, text = await scene.look()
    assert (status, words.BROKEN_BODY in text) == (503, True)
    assert not saying.done()  # webhooks are answered 503, so that they are brought again
    await asyncio.sleep(AWAY / 2)
    scene.line.mend()
    back = await wait_for(lambda: is_all_answered(world, ways=WAYS), 60)
    await saying
    repeated = await judge_all(world, ways=WAYS)
    print({"answered after": round(back, 1), "twice": repeated})
    assert repeated == 0  # nobody was killed
    assert len([line for line in scene.log(GONE) if "Works again" not in line]) == 1
    await wait_for(lambda: has_said(scene, "Works again"), 15)
    assert len(scene.log("Works again")) == 1
    assert scene.log("Traceback") == []
    await world.fleet.stop()


async def has_said(scene: Scene, words: str) -> bool:
    return bool(scene.log(words))


async def test_a_database_that_takes_nothing_says_so_and_goes_on_afterwards(scene: Scene) -> None:
    world = scene.world
    scene.set_read_only("on")
    bringing = asyncio.create_task(bring_telegram(world, 0, 0))
    await wait_for(lambda: has_said(scene, READ_ONLY), 20)
    assert (await scene.look())[0] == 200  # what only reads is served
    assert not bringing.done()
    scene.set_read_only("off")
    await asyncio.wait_for(bringing, 20)
    await wait_for(lambda: has_said(scene, "Works again"), 20)
    assert len([line for line in scene.log(READ_ONLY) if "Works again" not in line]) == 1
    assert scene.log("Traceback") == []
    await world.fleet.stop()
