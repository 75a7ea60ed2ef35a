"""The drill: traffic, a backup meanwhile, everything wrecked, and brought back elsewhere."""

import asyncio
import datetime as dt
import io
import json
import os
import shutil
import signal
import subprocess
import sys
import uuid
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from bot.app import App, build
from handlers.files.rules import Upload
from handlers.messages import Message, Reply, dump_reply
from handlers.texts.forms import local_day
from knowledge.case_codes import find_code
from storage.cipher import Cipher
from storage.database import Database
from storage.migrate import open_engine
from storage.values import Address, DueState, Invitation, NewDueDay, OutboxKind
from tests.bot.test_app import MOTCUA, ROOT, process_environment
from tests.factories.photos import write_jpeg
from tests.factories.plans import build_plan, build_task
from tests.factories.talk import RecordingChannel, build_settings

pytestmark = pytest.mark.slow

LATE = 20  # replies on a channel that no process serves
DEAD = -signal.SIGKILL
AT_ONCE = 4  # people who have not heard yet
SERVICE = "from tests.bot import service_process as p; p.LEASE = 'PT30S'; p.serve()"


@dataclass
class Traffic:
    """Citizens who send cases with photos, officers who mark work done; as they come."""

    app: App
    place_id: int
    task_id: int
    sent: Path
    users: dict[int, str] = field(default_factory=dict)  # officers by their due days

    async def let_in(self, number: int) -> None:
        """Let one of each come and say what they have to say."""
        now = dt.datetime.now(dt.UTC)
        await self._join(number, now)
        lan, to = Address("web", f"lan-{number}"), Address("web", f"to-{number}")
        photo = Upload("anh.jpg", io.BytesIO(data := write_jpeg(width=64 + number)), len(data))
        await self._say(lan, "phản ánh")
        await self._say(lan, f"Đèn đường đầu thôn số {number} hỏng cả tháng nay", photo)
        for text in ("bỏ qua", "gửi"):
            await self._say(lan, text)
        for text in ("tuần này tôi phải làm gì", "xong 1"):
            await self._say(to, text)

    async def _join(self, number: int, now: dt.datetime) -> None:
        today, user = local_day(now), f"to-{number}"
        async with self.app.database.write() as work:
            office = await work.offices.ensure(self.place_id, f"Tổ công tác số {number}")
            asked = Invitation(0, self.place_id, office.id, office.name, user, "officer", now, None)
            await work.people.join(asked, Address("web", user), now=now, today=today)
            due = NewDueDay(self.task_id, office.id, "", today, DueState.OPEN, today)
            await work.due_days.add([due], locality_id=self.place_id)
            self.users[office.id] = user

    async def _say(self, address: Address, text: str, *uploads: Upload) -> None:
        now = dt.datetime.now(dt.UTC)
        await self.app.intake.receive(Message(address, uuid.uuid4().hex, text, now), uploads)

    def read_acknowledged(self) -> tuple[set[str], set[str]]:
        """Give the codes of cases, and the officers whose work is done, that people were told."""
        lines = self.sent.read_text("utf-8").splitlines() if self.sent.exists() else []
        told = [json.loads(line) for line in lines]
        codes = {code for each in told if (code := find_code(each["text"]))}
        return codes, {each["user"] for each in told if "hoàn thành ngày" in each["text"]}


async def begin(database: Database, sent: Path) -> Traffic:
    """Confirm a plan, and leave replies that nobody can deliver yet."""
    app = build(build_settings(files_dir=f"{sent}-files"), database)
    now = dt.datetime.now(dt.UTC)
    async with database.write() as work:
        place = await work.localities.ensure("xã Bến Lụa")
        plan = build_plan(build_task(last_day=local_day(now)))
        plan_id = await work.plans.add(
            plan, locality_id=place.id, digest="d", is_sample=False, now=now
        )
        await work.plans.confirm(plan_id, now=now)
        [task] = await work.plans.tasks(plan_id)
        sealed = database.cipher.encrypt("motcua").decode()
        await work.meta.save("key_check", sealed)
        for number in range(LATE):
            payload = dump_reply(Reply(f"tin số {number}"))
            late = Address("late", f"x{number}")
            await work.outbox.add(late, payload, kind=OutboxKind.REPLY, now=now)
    return Traffic(app, place.id, task.id, sent)


@contextmanager
def serve(line: str) -> Iterator[int]:
    """Run the service in a process; give its number."""
    command = [sys.executable, "-c", SERVICE]
    with subprocess.Popen(
        command, cwd=ROOT, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as nursery:
        assert nursery.stdin
        assert nursery.stdout
        print(line, file=nursery.stdin, flush=True)
        number = int(nursery.stdout.readline())
        try:
            yield number
        finally:
            os.kill(number, signal.SIGKILL)
            nursery.communicate(timeout=30)


@asynccontextmanager
async def flowing(traffic: Traffic) -> AsyncIterator[None]:
    """Let people come without end, as fast as those before them are answered."""

    async def flow() -> None:
        for number in range(10_000):
            await traffic.let_in(number)
            while number - len(traffic.read_acknowledged()[0]) >= AT_ONCE:  # noqa: ASYNC110
                await asyncio.sleep(0.05)

    task = asyncio.create_task(flow())
    yield
    task.cancel()
    await asyncio.wait([task])


async def run_command(folder: Path, *arguments: str, **more: str) -> tuple[int, str]:
    process = await asyncio.create_subprocess_exec(
        *MOTCUA, *arguments, cwd=folder, env=process_environment(folder, **more),
        stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT,
    )  # fmt: skip
    out, _ = await process.communicate()
    assert process.returncode is not None
    return process.returncode, out.decode()


async def wait_for(is_so: Callable[[], bool]) -> None:
    async with asyncio.timeout(90):
        while not is_so():  # noqa: ASYNC110  what is waited for happens in another process
            await asyncio.sleep(0.05)


def wreck(url: str, files: Path) -> None:
    shutil.rmtree(files)
    if url.startswith("sqlite"):
        for each in Path(url.removeprefix("sqlite:///")).parent.glob("motcua.sqlite*"):
            each.unlink()
        return
    with open_engine(url) as engine, engine.begin() as connection:
        connection.exec_driver_sql("DROP SCHEMA public CASCADE")
        connection.exec_driver_sql("CREATE SCHEMA public")


def settings_of(url: str, files: Path, key: str) -> dict[str, str]:
    return {"MOTCUA_DATABASE_URL": url, "MOTCUA_FILES_DIR": str(files), "MOTCUA_KEYS": key}


async def test_what_was_acknowledged_before_the_backup_is_there_after_the_wreck(
    database_url: str, keys: list[str], tmp_path: Path
) -> None:
    sent, archive = tmp_path / "sent.jsonl", str(tmp_path / "m.backup")
    files = Path(f"{sent}-files")
    database = Database(database_url, Cipher(keys))
    traffic = await begin(database, sent)
    with serve(f"{database_url} {keys[0]} {sent}"):
        async with flowing(traffic):
            await wait_for(lambda: min(map(len, traffic.read_acknowledged())) >= 3)
            codes, done = traffic.read_acknowledged()
            here = settings_of(database_url, files, keys[0])
            code, out = await run_command(tmp_path, "backup", archive, **here)
            assert code == 0, out
            await wait_for(lambda: len(traffic.read_acknowledged()[0]) > len(codes))
    await database.close()
    wreck(database_url, files)
    there = settings_of(database_url, tmp_path / "files-again", keys[0])
    code, out = await run_command(tmp_path, "restore", archive, **there)
    assert code == 0, out
    await check_restored(database_url, tmp_path / "files-again", keys, traffic, codes, done)


async def check_restored(
    url: str, files: Path, keys: list[str], traffic: Traffic, codes: set[str], done: set[str]
) -> None:
    database = Database(url, Cipher(keys))
    late, web = RecordingChannel("late"), RecordingChannel()
    channels = {late.name: late, web.name: web}
    app = build(build_settings(files_dir=str(files)), database, channels=channels)
    async with database.read() as work:
        cases = await work.cases.list_all()
        days = await work.due_days.of_plan(1)
        names = [
            name for case in cases for name in [f.name for f in await work.files.of_case(case.id)]
        ]
    assert codes <= {case.code for case in cases}
    is_done = {traffic.users.get(d.office_id or 0) for d in days if d.state is DueState.DONE}
    assert done <= is_done
    assert len(names) >= len(codes)
    assert all((app.files.read(name) or b"").startswith(b"\xff\xd8") for name in names)
    await app.drain()
    assert sorted(reply.text for _, reply, _ in late.sent) == sorted(
        f"tin số {number}" for number in range(LATE)
    )
    assert len({key for _, _, key in web.sent}) == len(web.sent)
    async with database.read() as work:
        assert await work.outbox.count("parked") == 0
    await database.close()
