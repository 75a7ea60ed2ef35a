"""What officials write about work lies sealed in the database, and never in a log."""

import logging
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.factories.tasks import Commune, open_commune
from tests.handlers.conftest import Prepared

FAIR = "hội thi"
MARKS = ("Thủy Tiên", "Ngọc Lan", "Hướng Dương", "Cẩm Tú", "Dạ Hương")


@pytest.fixture
async def commune(prepared: Prepared, tmp_path: Path) -> AsyncIterator[Commune]:
    commune = await open_commune(prepared, tmp_path)
    yield commune
    await commune.chat.app.database.close()


async def test_no_words_of_officials_lie_open(
    commune: Commune, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    fair, news = [f"V{(await commune.find(words)).id}" for words in (FAIR, "Đăng tin")]
    an, thu, leader = commune["an"], commune["thu"], commune["chutich"]
    said = [
        await an.says(f"{fair} xin lùi đến 04/12/2026, lý do gia đình anh {MARKS[0]} có việc"),
        await leader.says(f"từ chối {fair}, lý do {MARKS[1]} làm thay được"),
        await an.says(f"{fair} không phải của chúng tôi, của phòng {MARKS[2]}"),
        await thu.says(f"xong {news}, đã giao tận tay bà {MARKS[3]}"),
        await leader.says(f"giao Phòng Kinh tế xác minh hộ ông {MARKS[4]} trước 04/12/2026"),
        await leader.says("giao"),
    ]
    await commune.deliver()
    heard = "\n".join(text for _, reply, _ in commune.chat.channel.sent for text in (reply.text,))
    assert [mark for mark in MARKS if mark not in "\n".join(said) + heard] == []
    stored = b"".join(
        path.read_bytes() for path in tmp_path.glob("motcua.sqlite*") if path.is_file()
    )
    for mark in MARKS:
        assert mark.encode() not in stored, mark
        assert mark not in caplog.text, mark
    assert "Trần Văn An".encode() not in stored
