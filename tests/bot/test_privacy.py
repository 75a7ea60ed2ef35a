"""What people typed is readable nowhere in the data folder, nor in the logs."""

import logging
from pathlib import Path

import pytest

from storage.cipher import Cipher
from storage.database import Database
from tests.factories.talk import build_chat

TYPED = (
    "Đèn đường đầu thôn hỏng, nhà số 14 ngõ Giếng",
    "Nguyễn Thị Lan Hương, thôn Bến Đình, 0912345678",
    "Ai phụ trách phát tờ rơi hướng dẫn cho bà con?",
)
WORDS = ("ngõ Giếng", "Lan Hương", "0912345678", "tờ rơi")


@pytest.mark.parametrize("end", ["gửi", "huỷ", ""])
async def test_nothing_typed_is_readable_in_the_data_folder(
    end: str, sqlite_url: str, keys: list[str], tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    database = Database(sqlite_url, Cipher(keys))
    async with database.write() as work:
        await work.localities.ensure("xã Bến Lụa")
    chat = build_chat(database)
    for text in (TYPED[2], "tôi muốn phản ánh", TYPED[0], TYPED[1], *([end] if end else [])):
        await chat.says(text)
    held = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    await database.close()
    held += b"".join(path.read_bytes() for path in tmp_path.iterdir())
    for word in WORDS:
        assert word.encode("utf-8") not in held
        assert word.encode("utf-16-le") not in held
        assert word not in caplog.text
    for key in keys:
        assert key.encode() not in held
        assert key not in caplog.text
