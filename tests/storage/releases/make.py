"""Write a release's fixture: what a running installation leaves behind when its process is killed.

    .venv/bin/python -m tests.storage.releases.make             (this program, at its newest tables)
    PYTHONPATH=OLD .venv/bin/python tests/storage/releases/make.py --revision 0005 --commit a8d3a26

OLD is a working tree of an older commit: its own code migrates, talks, nudges and is stopped; this
file asks of it only what every release has. What a release did not know it answers in its way.
"""

import argparse
import asyncio
import datetime as dt
import logging
import sqlite3
import subprocess
import tempfile
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from alembic import command
from alembic.config import Config
from sqlalchemy import create_engine

import storage.migrate
from handlers.messages import Message, Reply
from handlers.people import NewInvitation, invite
from knowledge.case_codes import find_code
from storage.cipher import Cipher
from storage.database import Database
from storage.values import Address, Role
from tests.factories import clerk
from tests.factories.talk import Chat, build_chat

FOLDER = Path(__file__).parent
KEY = "aDItdXBncmFkZS1rZXktb2YtdGhlLWZpeHR1cmVzISE="  # it seals invented words only
HANOI = ZoneInfo("Asia/Ho_Chi_Minh")
PLACE = "xã Bến Lụa"
CULTURE, OFFICE = "Phòng Văn hóa - Xã hội", "Văn phòng HĐND và UBND xã"
ECONOMY = "Phòng Kinh tế"
PLAN = """ỦY BAN NHÂN DÂN
XÃ BẾN LỤA
Số: 11/KH-UBND
Bến Lụa, ngày 12 tháng 01 năm 2026

KẾ HOẠCH
Phục vụ người dân năm 2026

Căn cứ tình hình thực tế, Ủy ban nhân dân xã Bến Lụa ban hành kế hoạch như sau:

II. NHIỆM VỤ CỤ THỂ

TT\tNội dung công việc\tCơ quan chủ trì\tCơ quan phối hợp\tThời gian thực hiện\tDự kiến sản phẩm
I\tTUYÊN TRUYỀN
1\tPhát tờ rơi hướng dẫn nộp hồ sơ trực tuyến\tPhòng Văn hóa - Xã hội\tCông an xã\tChậm nhất ngày 30/11/2026\tTờ rơi
2\tLập danh sách tổ hỗ trợ thôn\tVăn phòng HĐND và UBND xã\t\tChậm nhất ngày 27/11/2026\tDanh sách
3\tNiêm yết giá dịch vụ tại chợ\tPhòng Kinh tế\t\tChậm nhất ngày 26/11/2026\tBảng giá
II\tKIỂM TRA
1\tKiểm tra việc trả kết quả đúng hẹn\tPhòng Kinh tế\t\tQuý II/2026\tBiên bản kiểm tra
2\tTrực đường dây nóng\tVăn phòng HĐND và UBND xã\t\tThường xuyên\tSổ theo dõi
"""
SECRET, OA, TOKENS = "the-session-of-a-browser", "zalo_oa:1", ("access-1", "refresh-1")
CONTACT = "Nguyễn Thị Lan, thôn 3, 0912 345 678"
DRAFT = "Cống trước chợ bị tắc, nước tràn ra đường"
Hook = Callable[[], Awaitable[None]]


def at(text: str) -> dt.datetime:
    """Read a moment in Viet Nam."""
    return dt.datetime.fromisoformat(text).replace(tzinfo=HANOI)


@dataclass
class DyingChannel:
    """Record what is sent; when told so, the process "dies" while sending: see `Scene.die`."""

    real: Any
    dies: Hook | None = None
    name: str = "web"
    shows_later: bool = False

    async def send(self, address: Address, reply: Reply, *, key: str) -> None:
        """Send, or end everything as it stands."""
        if self.dies:
            hook, self.dies = self.dies, None
            await hook()
        await self.real.send(address, reply, key=key)


@dataclass
class Scene:
    """A place in the middle of its work."""

    chat: Chat
    path: Path
    presses: list[str] = field(default_factory=list)
    dump: str = ""

    async def says(self, user: str, *texts: str) -> str:
        """Let somebody say things; give the last answer."""
        answers = [await self.chat.other(user).says(text) for text in texts]
        return answers[-1]

    async def join(self, user: str, name: str, office: str, role: Role) -> None:
        """Link somebody to an office."""
        invitation = NewInvitation(PLACE, office, name, role, makes_office=True)
        now = self.chat.clock.now()
        await self.says(user, await invite(self.chat.app.database, invitation, now=now))

    async def note_presses(self) -> None:
        """Keep the tokens that the buttons told to officials carry, signed by this program."""
        try:
            from bot.channels.presses import Presses
        except ImportError:  # before 0006 a button was its words
            return
        presses = Presses(self.chat.app.database.cipher)
        for address, reply, key in self.chat.channel.sent:
            for index, button in enumerate(reply.buttons):
                if button.says.startswith("xong "):
                    token = presses.sign(address, key, index, button.says)
                    self.presses.append(f"{address.user} {token} {button.says}")

    async def put_in(self, user: str, text: str) -> None:
        """Store a message as a channel does, for nobody to work on."""
        address, now = Address("web", user), self.chat.clock.now()
        await self.chat.app.intake.receive(Message(address, f"m-{user}", text, now))

    async def die(self) -> None:
        """Leave a message being worked on, one waiting, a reply being sent: dump what is on disk."""
        database, now = self.chat.app.database, self.chat.clock.now()
        await self.put_in("khe", "bao giờ phát tờ rơi")
        async with database.write() as work:
            await work.inbox.claim(now=now, lease=dt.timedelta(seconds=30), limit=1)
        await self.put_in("ha", "bao giờ phát tờ rơi")
        with sqlite3.connect(self.path) as connection:
            self.dump = "\n".join(connection.iterdump())


async def live(scene: Scene) -> None:
    """Load a plan, link officers, nudge; take cases; begin what will not be finished."""
    chat = scene.chat
    chat.clock.moment = at("2026-11-02T08:00")
    await clerk.load(chat, PLAN)
    await scene.join("an", "Trần Văn An", CULTURE, Role.OFFICER)
    await scene.join("binh", "Lê Thị Bình", OFFICE, Role.CLERK)
    await scene.join("cuong", "Phạm Văn Cường", ECONOMY, Role.OFFICER)
    await clerk.tick(chat, "2026-11-19")
    await scene.says("cuong", "xong 1, công văn số 45")
    await take_case(scene)
    await scene.says("kim", "gặp cán bộ", "Nhà tôi tốc mái sau bão thì hỏi tiền hỗ trợ ở đâu?")
    await scene.says("binh", "tuần này tôi phải làm gì", "nhắc tôi việc 1 ngày 26/11")
    await scene.says("hoa", "bao giờ phát tờ rơi")
    await keep_secrets(chat)
    await stop_halfway(scene)


async def take_case(scene: Scene) -> None:
    """Let a citizen send a case, and the clerk give it out where the release can."""
    said = await scene.says(
        "lan", "phản ánh", "Đèn đường đầu thôn 3 hỏng cả tháng nay", CONTACT, "gửi"
    )
    code = find_code(said)
    assert code
    await scene.says("binh", f"tiếp nhận {code}", f"giao {code} cho {CULTURE}")


async def keep_secrets(chat: Chat) -> None:
    """Keep an account's tokens, a lease and the operator's session, where the release has them."""
    now = chat.clock.now()
    later = now + dt.timedelta(days=60)
    async with chat.app.database.write() as work:
        await work.logins.open_session(SECRET, role="operator", now=now, expires_at=later)
        if not hasattr(work, "token_pairs"):
            return
        from storage.values import Account  # since 0006

        await work.accounts.save(Account(OA, "1", "Bến Lụa"), now=now)
        await work.token_pairs.save(OA, *TOKENS, expires_at=later, now=now)
        await work.leases.take(f"token {OA}", "gone", now=now, lease=dt.timedelta(minutes=1))


async def stop_halfway(scene: Scene) -> None:
    """Begin a report, let a reply wait for its channel, and die while the next one is sent."""
    chat = scene.chat
    chat.clock.moment = at("2026-11-23T08:50")
    if "cần chú ý" not in await scene.says("binh", f"giao {CULTURE} nộp báo cáo trước 4/12"):
        await scene.says("binh", "đồng ý")
    await scene.says("mai", "phản ánh", DRAFT)
    chat.channel.failures = 1
    await scene.put_in("tam", "xin chào")
    await chat.app.worker.work_once()
    if hasattr(chat.app.courier, "settle"):
        await chat.app.courier.settle()
    await scene.note_presses()
    chat.clock.moment = at("2026-11-23T09:00")
    channels: Any = chat.app.courier._channels
    channels["web"] = DyingChannel(chat.channel, dies=scene.die)
    await scene.says("dao", "xin chào")


def make(revision: str | None, commit: str, target: Path) -> Path:
    """Write the fixture into a folder."""
    with tempfile.TemporaryDirectory() as folder:
        return _make(revision, commit, target, Path(folder))


def _make(revision: str | None, commit: str, target: Path, folder: Path) -> Path:
    path = folder / "motcua.sqlite"
    url = f"sqlite:///{path}"
    storage.migrate.migrate(url)
    scene = asyncio.run(_run(url, path))
    head = _revision(path)
    if revision and revision != head:  # a step that never was the newest of a landed state
        scene.dump = _step_back(scene.dump, folder / "back.sqlite", revision)
    revision = revision or head
    lines = [
        f"-- Release {revision}, written by the program of commit {commit}; stopped while sending.",
        "-- The key is in make.py beside this file; every word is invented.",
        *(f"-- press {press}" for press in scene.presses),
        scene.dump,
    ]
    written = target / f"r{revision}.sql"
    written.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return written


async def _run(url: str, path: Path) -> Scene:
    database = Database(url, Cipher([KEY]))
    async with database.write() as work:
        await work.meta.save("key_check", database.cipher.encrypt("motcua").decode("ascii"))
    scene = Scene(build_chat(database), path)
    await live(scene)
    await database.close()
    return scene


def _revision(path: Path) -> str:
    with sqlite3.connect(path) as connection:
        revision: str = connection.execute("SELECT version_num FROM alembic_version").fetchone()[0]
    return revision


def _step_back(dump: str, path: Path, revision: str) -> str:
    """Take a step of the migrations back."""
    with sqlite3.connect(path) as connection:
        connection.executescript(dump)
    config = Config()
    config.set_main_option(
        "script_location", str(Path(storage.migrate.__file__).parent / "migrations")
    )
    engine = create_engine(f"sqlite:///{path}")
    with engine.begin() as open_connection:
        config.attributes["connection"] = open_connection
        command.downgrade(config, revision)
    engine.dispose()
    with sqlite3.connect(path) as connection:
        return "\n".join(connection.iterdump())


if __name__ == "__main__":
    logging.disable()
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--revision")
    parser.add_argument("--commit")
    parser.add_argument("--folder", type=Path, default=FOLDER)
    given = parser.parse_args()
    head = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True, check=False
    )
    print(make(given.revision, given.commit or head.stdout.strip(), given.folder))
