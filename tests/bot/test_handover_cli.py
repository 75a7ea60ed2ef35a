"""`motcua handover`: an office that works from a terminal."""

import asyncio
from pathlib import Path

import pytest

from bot.opening import open_database
from bot.settings import Settings
from storage.database import Database
from storage.values import Address
from tests.factories.command import motcua
from tests.factories.handover import QUESTION, ask_official, build_town, link_official
from tests.factories.talk import build_chat

ANSWER = "Ông/Bà nộp đơn tại Văn phòng."


async def open_here(folder: Path) -> Database:
    settings = Settings(_env_file=folder / ".env", data_dir=folder / "data")
    return (await open_database(settings)).database


async def ask(folder: Path) -> None:
    database = await open_here(folder)
    lan = await build_town(database)
    await link_official(lan, "an", "Trần Văn An")
    await ask_official(lan)
    await database.close()


async def deliver(folder: Path) -> dict[str, list[str]]:
    """Let the running program deliver; give what each person is told."""
    database = await open_here(folder)
    chat = build_chat(database)
    await chat.app.drain()
    await database.close()
    return {user: chat.other(user).heard() for user in ("lan", "an")}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    motcua(tmp_path, "migrate")
    monkeypatch.chdir(tmp_path)
    asyncio.run(ask(tmp_path))
    return tmp_path


def test_listed_shown_answered_and_closed(folder: Path) -> None:
    listed = motcua(folder, "handover", "list")[1]
    assert QUESTION in listed
    assert "xã Bến Lụa" in listed
    code, out, _ = motcua(folder, "handover", "answer", "1", ANSWER, stdin="y\n")
    assert code == 0
    assert f"Cán bộ UBND xã Bến Lụa trả lời:\n{ANSWER}" in out
    assert "was sent" in out
    assert ANSWER in motcua(folder, "handover", "show", "1")[1]
    assert motcua(folder, "handover", "close", "1")[0] == 0
    assert "No citizen's question" in motcua(folder, "handover", "list")[1]
    told = asyncio.run(deliver(folder))
    assert told["lan"][0].endswith(ANSWER)
    assert "đã kết thúc cuộc trao đổi" in told["lan"][1]
    assert told["an"] == ["Hỏi đáp số 1: cơ quan đã đóng, Anh/Chị không phải trả lời."]


@pytest.mark.parametrize(("said", "code"), [("n\n", 0), ("", 1)])
def test_nothing_goes_without_a_yes(folder: Path, said: str, code: int) -> None:
    assert motcua(folder, "handover", "answer", "1", ANSWER, stdin=said)[0] == code
    assert asyncio.run(deliver(folder))["lan"] == []


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("answer", "9", ANSWER, "--yes"), "There is no conversation 9"),
        (("answer", "1", " .. ", "--yes"), "no words"),
        (("close", "9"), "There is no conversation 9"),
        (("show", "9"), "There is no conversation 9"),
    ],
)
def test_bad_input_is_one_sentence(folder: Path, arguments: tuple[str, ...], sentence: str) -> None:
    code, out, err = motcua(folder, "handover", *arguments)
    assert (code, out) == (1, "")
    assert sentence in err
    assert len(err.splitlines()) == 1


def test_what_has_ended_takes_no_answer(folder: Path) -> None:
    motcua(folder, "handover", "close", "1")
    assert "has ended" in motcua(folder, "handover", "answer", "1", ANSWER, "--yes")[2]
    assert "has ended" in motcua(folder, "handover", "close", "1")[2]


def test_nothing_is_readable_in_the_data_folder(folder: Path) -> None:
    motcua(folder, "handover", "answer", "1", ANSWER, "--yes")
    held = b"".join(path.read_bytes() for path in (folder / "data").iterdir())
    for word in ("tốc mái", "tiền hỗ trợ", "nộp đơn"):
        assert word.encode() not in held
    assert Address("web", "lan").user.encode() in held
