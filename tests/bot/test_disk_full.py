"""A disk that is full or read-only: what is stored is kept, and the rest goes on."""

import contextlib
import shutil
from pathlib import Path

import pytest

from bot.app import App, build
from handlers.files.rules import Upload
from handlers.messages import Message
from storage.cipher import Cipher
from storage.database import Database
from storage.errors import Unavailable
from tests.factories.command import motcua
from tests.factories.hours import fill, remount, small_disk
from tests.factories.logged import list_troubles
from tests.factories.photos import write_jpeg
from tests.factories.talk import (
    LAN,
    MONDAY,
    RecordingChannel,
    build_chat,
    build_settings,
)


async def test_a_full_disk_costs_the_photo_and_not_the_words(
    sqlite: Database, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with small_disk(tmp_path / "small") as folder:
        chat = build_chat(sqlite, files_dir=str(folder / "files"))
        (folder / "files").mkdir()
        async with sqlite.write() as work:
            await work.localities.ensure("xã Bến Lụa")
        taking = fill(folder)
        await chat.says("phản ánh")
        photo = Upload.of("rác.jpg", write_jpeg())
        said = await chat.says("Rác đổ trước chợ Bến Lụa đã ba ngày", photo)
        assert "không lưu được ảnh này; phần chữ vẫn được ghi nhận" in said
        assert [line for line in list_troubles(caplog) if "full" in line] == [
            "The disk is full, nothing more can be written: free some space; what is stored is kept."
        ]
        assert list((folder / "files").iterdir()) == []
        taking.unlink()
        assert "1 ảnh" in await chat.says("ảnh đây", photo)
        async with sqlite.read() as work:
            assert await work.inbox.count("parked") == 0
        chat.app.library.close()


async def test_a_full_database_keeps_what_it_has_and_goes_on(
    keys: list[str], sqlite_template: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with small_disk(tmp_path / "small", size="6m") as folder:
        shutil.copyfile(sqlite_template, folder / "motcua.sqlite")
        database = Database(f"sqlite:///{folder / 'motcua.sqlite'}", Cipher(keys))
        channel = RecordingChannel()
        app = build(build_settings(files_dir=str(tmp_path)), database, channels={"web": channel})
        await app.intake.receive(Message(LAN, "1", "xin chào", MONDAY))
        taking = fill(folder)
        stored = 1 + await store_until_full(app)
        with contextlib.suppress(Unavailable):
            await app.drain()
        taking.unlink()
        async with database.read() as work:
            assert await work.inbox.count("parked") == 0
            kept = [await work.inbox.count(state) for state in ("new", "claimed", "done")]
        assert sum(kept) == stored  # what was acknowledged, and nothing else
        await app.intake.receive(Message(LAN, "last", "còn không ạ", MONDAY))
        assert [line[:16] for line in list_troubles(caplog) if "disk" in line] == [
            "The disk is full"
        ]
        await app.close()


async def store_until_full(app: App) -> int:
    """Store messages until one is refused; tell how many were stored."""
    for stored in range(200):
        try:
            await app.intake.receive(Message(LAN, f"m{stored}", "xin chào " * 200, MONDAY))
        except Unavailable:
            return stored
    raise AssertionError("the disk is not full")


def test_a_read_only_disk_is_one_sentence_at_the_start(tmp_path: Path) -> None:
    with small_disk(tmp_path / "small", size="8m") as folder:
        place = {"MOTCUA_DATA_DIR": str(folder)}
        assert motcua(tmp_path, "plan", "list", **place)[0] == 0
        remount(folder, "ro")
        code, _, err = motcua(tmp_path, "plan", "list", **place)
        assert (code, len(err.strip().splitlines())) == (2, 1)
        assert "cannot be written to" in err
        remount(folder, "rw")
        assert motcua(tmp_path, "plan", "list", **place)[0] == 0
