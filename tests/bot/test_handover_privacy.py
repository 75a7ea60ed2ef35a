"""What a citizen and an official write to each other is readable nowhere, nor in the logs."""

import logging
from pathlib import Path

import pytest

from storage.cipher import Cipher
from storage.database import Database
from tests.factories.handover import ask_official, build_town, link_official

WORDS = ("tốc mái", "ngõ Giếng", "0912345678", "phòng 102", "gác lửng")


@pytest.mark.parametrize("end", ["kết thúc", ""])
async def test_a_conversation_is_sealed(
    end: str, sqlite_url: str, keys: list[str], tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    database = Database(sqlite_url, Cipher(keys))
    lan = await build_town(database)
    clerk = await link_official(lan, "an", "Trần Văn An")
    await ask_official(lan, "Nhà tôi tốc mái, số điện thoại 0912345678")
    await lan.says("Nhà ở ngõ Giếng")
    await clerk.says("trả lời 1: Mời Ông/Bà tới phòng 102")
    await clerk.says("gửi")
    await clerk.says("trả lời 1: Chưa gửi: gác lửng")
    await lan.says(end)
    held = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    await database.close()
    held += b"".join(path.read_bytes() for path in tmp_path.iterdir())
    for word in WORDS:
        assert word.encode("utf-8") not in held
        assert word not in caplog.text
