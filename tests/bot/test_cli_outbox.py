"""`motcua outbox`: figures without a word of what was said, and sending again."""

import asyncio
import datetime as dt
from pathlib import Path

import pytest

from storage.cipher import Cipher, new_key
from storage.database import Database
from storage.migrate import migrate
from storage.models import OutboxRow
from storage.values import Address, OutboxKind
from tests.factories.command import motcua

NOW = dt.datetime.now(dt.UTC)
KEY = new_key()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "data").mkdir()
    url = f"sqlite:///{tmp_path / 'data' / 'motcua.sqlite'}"
    migrate(url)
    asyncio.run(fill(url))
    return tmp_path


async def fill(url: str) -> None:
    """Leave one delivered, two parked (one long ago), one unreachable and one waiting."""
    database, lease = Database(url, Cipher([KEY])), dt.timedelta(seconds=30)
    zalo, old = Address("zalo", "bí mật"), NOW - dt.timedelta(days=2)
    async with database.write() as work:
        put = work.outbox.add
        sent = await put(zalo, "số 0912", kind=OutboxKind.REPLY, now=NOW, lease=lease)
        gone = await put(zalo, "số 0912", kind=OutboxKind.NOTICE, now=NOW, lease=lease)
        await work.outbox.delivered(sent, now=NOW)
        await work.outbox.unreachable(gone, now=NOW)
        for made in (NOW, old):
            row = await put(zalo, "số 0912", kind=OutboxKind.REPLY, now=made, lease=lease)
            stored = await work._session.get(OutboxRow, row.id)
            assert stored
            stored.attempts = 5
            assert await work.outbox.fail(row, now=NOW, error="KeyError", delay=lease)
        await put(Address("web", "lan"), "số 0912", kind=OutboxKind.DIGEST, now=NOW)
    await database.close()


def run(folder: Path, *arguments: str, **more: str) -> tuple[int, str, str]:
    return motcua(folder, "outbox", *arguments, MOTCUA_KEYS=KEY, **more)


def test_figures_tell_kinds_and_failures_but_no_words(folder: Path) -> None:
    code, out, _ = run(folder)
    assert code == 0
    lines = out.splitlines()
    assert lines[:4] == [
        "Waiting: 1 (1 digests)",
        "Delivered: 1 (1 replies)",
        "Nobody reached: 1 (1 notices)",
        "Parked after failures: 2 (2 replies)",
    ]
    assert lines[4].startswith("The oldest has waited since ")
    assert lines[5] == "Failures: KeyError (2)."
    assert lines[6].startswith("  4: Parked after failures, replies by zalo, ")
    assert not {"bí mật", "0912"} & set(out.split())
    assert run(folder, "show", LANG="vi_VN.UTF-8")[1].startswith("Chờ gửi: 1 (1 nhắc việc)\n")


def test_parked_ones_of_use_are_sent_again(folder: Path) -> None:
    code, out, _ = run(folder, "retry")
    assert code == 0
    assert out.splitlines() == [
        "1 will be sent again; 0 received ones will be worked on again.",
        "1 will not: they are of no use any more.",
    ]
    assert "Waiting: 2 " in run(folder, "show")[1]


def test_one_is_sent_again_by_number(folder: Path) -> None:
    assert run(folder, "retry", "--id", "2")[1] == "Number 2 will be sent again.\n"
    code, _, err = run(folder, "retry", "--id", "1", LANG="vi_VN.UTF-8")
    assert (code, err) == (
        1,
        "Không có tin số 1 bị dừng gửi; xem: motcua outbox show\n",
    )


def test_nothing_yet(tmp_path: Path) -> None:
    assert motcua(tmp_path, "outbox")[1].splitlines()[-1] == "No messages in the last 30 days."
