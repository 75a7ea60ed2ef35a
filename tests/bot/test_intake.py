"""Files that come with a message: kept, refused with a reason, forgotten with a word."""

import io
import os
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.app import App
from bot.cli.chat import _send
from handlers.files.identity import forget_given_away
from handlers.files.rules import Upload
from handlers.messages import Message, load_message
from storage.database import Database
from storage.values import Address
from tests.factories.photos import OGG, PDF, PLACE, write_docx, write_film, write_jpeg
from tests.factories.talk import LAN, Chat, build_chat

MINH = Address("web", "minh")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "files"


@pytest.fixture
def chat(sqlite: Database, folder: Path) -> Iterator[Chat]:
    chat = build_chat(sqlite, files_dir=str(folder))
    yield chat
    chat.app.library.close()


def names_in(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()} if folder.exists() else set()


async def send(
    chat: Chat, text: str = "", *uploads: Upload, message_id: str = "", address: Address = LAN
) -> Message:
    """Let a message in; return it as the worker will read it."""
    given = message_id or uuid.uuid4().hex
    await chat.app.intake.receive(Message(address, given, text, chat.clock.now()), uploads)
    chat.clock.advance(seconds=1)
    async with chat.app.database.read() as work:
        entry = (await work.thread.recent(address))[-1]
    return load_message(entry.body, address=address, message_id=given, received_at=entry.at)


def photo(name: str = "rác.jpg") -> Upload:
    return Upload.of(name, write_jpeg())


async def test_a_photo_is_kept_bare_and_sealed(chat: Chat, folder: Path) -> None:
    message = await send(chat, "rác trước chợ", photo(), Upload.of("don.jpg", write_docx()))
    assert [(each.kind, each.name) for each in message.attachments] == [
        ("photo", "rác.jpg"), ("document", "don.docx"),
    ]  # fmt: skip
    async with chat.app.database.read() as work:
        files = await work.files.of_owner(LAN)
    assert [file.id for file in files] == [each.file_id for each in message.attachments]
    kept = chat.app.files.read(files[0].name)
    assert kept
    assert kept.startswith(b"\xff\xd8")
    assert PLACE.encode() not in kept
    assert names_in(folder) == {file.name for file in files}
    assert not any(b"\xff\xd8\xff" in path.read_bytes() for path in folder.iterdir())


async def test_what_is_refused_says_why(chat: Chat, folder: Path) -> None:
    film = Upload("phim.mp4", io.BytesIO(write_film(size=70_000)), 60 * 1024 * 1024)
    message = await send(chat, "", Upload.of("x.jpg", b"MZ" + bytes(50)), film)
    assert [each.refusal for each in message.attachments] == ["file_unknown", "video_too_large"]
    assert names_in(folder) == set()


async def test_twenty_photos_and_the_hour(chat: Chat, folder: Path) -> None:
    papers = [Upload.of(f"{number}.pdf", PDF) for number in range(20)]
    first = await send(chat, "", *papers)
    assert [each.refusal for each in first.attachments] == [None] * 10 + ["too_many"] * 10
    await send(chat, "", *papers[10:])
    third = await send(chat, "", *papers[:2])
    assert [each.refusal for each in third.attachments] == ["too_many_hour"] * 2
    other = await send(chat, "", papers[0], address=MINH)
    assert other.attachments[0].refusal is None
    chat.clock.advance(hours=1)
    assert (await send(chat, "", papers[0])).attachments[0].refusal is None
    assert len(names_in(folder)) == 22


async def test_a_message_sent_again_keeps_one_copy(chat: Chat, folder: Path) -> None:
    await send(chat, "rác", photo(), message_id="m1")
    await send(chat, "rác", photo(), message_id="m1")
    async with chat.app.database.read() as work:
        assert len(await work.files.of_owner(LAN)) == 1
    assert len(names_in(folder)) == 1


@pytest.mark.parametrize(
    ("before", "caption"),
    [("", "cccd của tôi đây"), ("gửi ad cccd ạ", ""), ("", "thong tin cua toi day a")],
)
async def test_an_identity_paper_is_not_kept(
    chat: Chat, folder: Path, before: str, caption: str
) -> None:
    if before:
        await send(chat, before)
    message = await send(chat, caption, photo(), Upload.of("voice.ogg", OGG))
    assert [each.refusal for each in message.attachments] == ["identity_paper", None]
    assert len(names_in(folder)) == 1


async def test_old_words_say_nothing_of_a_photo(chat: Chat) -> None:
    await send(chat, "cccd")
    chat.clock.advance(seconds=30)
    assert (await send(chat, "", photo())).attachments[0].refusal is None


async def forget(chat: Chat, text: str, *, address: Address = LAN) -> list[str]:
    message = Message(address, "later", text, chat.clock.now())
    async with chat.app.database.write() as work:
        return [each.name for each in await forget_given_away(work, message)]


async def test_words_just_after_forget_what_came_last(chat: Chat, folder: Path) -> None:
    await send(chat, "", photo("street.jpg"))
    chat.clock.advance(minutes=5)
    await send(chat, "", photo("front.jpg"))
    await send(chat, "", photo("back.jpg"), Upload.of("voice.ogg", OGG))
    assert await forget(chat, "rác trước điểm làm căn cước") == []
    assert await forget(chat, "cccd của tôi đó", address=MINH) == []
    assert await forget(chat, "cccd của tôi đó") == ["front.jpg", "back.jpg"]
    assert len(names_in(folder)) == 2
    chat.clock.advance(minutes=10)
    assert await forget(chat, "cccd của tôi đó") == []


async def test_the_sweep_removes_what_nobody_waits_for(chat: Chat, folder: Path) -> None:
    await send(chat, "", photo())
    lost = chat.app.files.add(b"a crash came before the row")
    written_at = chat.clock.now().timestamp()
    for path in folder.iterdir():
        os.utime(path, (written_at, written_at))
    await chat.app.tick()
    assert len(names_in(folder)) == 2
    chat.clock.advance(hours=2)
    await chat.app.tick()
    assert len(names_in(folder) - {lost}) == len(names_in(folder)) == 1
    chat.clock.advance(days=8)
    await chat.app.tick()
    assert names_in(folder) == set()


async def test_the_terminal_sends_files(
    chat: Chat, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    terminal = Address("console", "lan")
    (tmp_path / "bãi rác.jpg").write_bytes(write_jpeg())
    await _send(chat.app, terminal, f'@"{tmp_path}/bãi rác.jpg" trước chợ')
    async with chat.app.database.read() as work:
        entry = (await work.thread.recent(terminal))[-1]
        assert [file.label for file in await work.files.of_owner(terminal)] == ["bãi rác.jpg"]
    message = load_message(entry.body, address=terminal, message_id="", received_at=entry.at)
    assert message.text == "trước chợ"
    await _send(chat.app, terminal, "@khong-co.jpg")
    assert "khong-co.jpg" in capsys.readouterr().out


def test_the_parts_are_one_program(chat: Chat) -> None:
    app: App = chat.app
    assert app.database.files is app.files
