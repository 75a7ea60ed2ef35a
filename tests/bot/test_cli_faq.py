"""`motcua faq`: answers added, listed, removed; waiting questions answered or dropped."""

import asyncio
import datetime as dt
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from bot.keys import ENV_FILE
from handlers.faq.service import keep_question
from handlers.texts.forms import HANOI
from storage.cipher import Cipher
from storage.database import Database
from storage.values import KeptFor
from tests.factories.command import motcua
from tests.factories.plans import TEXT
from tests.factories.talk import MONDAY

QUESTION = ("--question", "Thôn 3 bao giờ có nước sạch?")
ANSWER = ("--answer", "Tháng 3/2027.\nĐang lắp ống.")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "ke-hoach.txt").write_text(TEXT, encoding="utf-8")
    motcua(tmp_path, "plan", "add", "--confirm", "ke-hoach.txt")
    return tmp_path


def change(folder: Path, act: Callable[[Database], Awaitable[None]]) -> None:
    """Change the folder's database as the running program does."""
    [line] = [x for x in (folder / ENV_FILE).read_text().splitlines() if "MOTCUA_KEYS" in x]
    keys = [line.partition("=")[2].strip("\"'[]")]

    async def run() -> None:
        database = Database(f"sqlite:///{folder}/data/motcua.sqlite", Cipher(keys))
        await act(database)
        await database.close()

    asyncio.run(run())


def ask_in_vain(folder: Path, *texts: str) -> None:
    """Keep questions as a conversation does."""

    async def keep(database: Database) -> None:
        async with database.write() as work:
            for text in texts:
                await keep_question(work, 1, text, KeptFor.NOT_FOUND, now=MONDAY)

    change(folder, keep)


def test_an_answer_is_added_replaced_listed_and_removed(folder: Path) -> None:
    assert "There is no answer yet" in motcua(folder, "faq", "list")[1]
    assert motcua(folder, "faq", "add", *QUESTION, *ANSWER)[1].strip() == "Added answer 1."
    _, out, _ = motcua(folder, "faq", "add", *QUESTION, "--answer", "Tháng 4/2027.")
    assert out.strip() == "Replaced answer 1."
    motcua(folder, "faq", "add", *QUESTION, *ANSWER, "--internal", "--place", "xã bến lụa")
    _, out, _ = motcua(folder, "faq", "list")
    assert "1. Thôn 3 bao giờ có nước sạch?\n   Tháng 4/2027.\n   xã Bến Lụa" in out
    assert "internal" in out
    assert motcua(folder, "faq", "remove", "1")[1].strip() == "Removed answer 1."
    assert "public" not in motcua(folder, "faq", "list")[1]


def test_waiting_questions_are_answered_by_number(folder: Path) -> None:
    assert "No question waits" in motcua(folder, "faq", "open")[1]
    ask_in_vain(folder, "Chợ họp ngày nào?", "Thôn 3 khi nào có nước sạch?")
    ask_in_vain(folder, "thon 3 khi nao co nuoc sach", "Thôn 3 khi nào có nước sạch")
    _, out, _ = motcua(folder, "faq", "open", LANG="vi_VN.UTF-8")
    first = out.splitlines()
    assert first[0] == "2. Thôn 3 khi nào có nước sạch?"
    assert first[1].strip() == "xã Bến Lụa, được hỏi 3 lần, từ ngày 23/11/2026"
    _, out, _ = motcua(folder, "faq", "add", "--for", "2", *ANSWER)
    assert "3 waiting question(s) were settled" in out
    assert "nước sạch" not in motcua(folder, "faq", "open")[1]
    assert "Took 1 question(s)" in motcua(folder, "faq", "drop", "1")[1]
    assert "No question waits" in motcua(folder, "faq", "open")[1]


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("add", *ANSWER), "The question is missing"),
        (("add", "--question", "", *ANSWER), "cannot be empty"),
        (("add", "--question", "…", *ANSWER), "names no subject"),
        (("add", *QUESTION, "--answer", " "), "cannot be empty"),
        (("add", *QUESTION, "--answer", "a" * 1501), "longer than 1500 characters"),
        (("add", "--question", "nước " * 99, *ANSWER), "longer than 300 characters"),
        (("add", *QUESTION, *ANSWER, "--place", "xã Không Có"), "No place called"),
        (("add", "--for", "7", *ANSWER), "No question 7 is waiting"),
        (("remove", "7"), "There is no answer 7"),
        (("drop", "7"), "No question 7 is waiting"),
    ],
)
def test_what_cannot_be_done_is_one_sentence(
    arguments: tuple[str, ...], sentence: str, folder: Path
) -> None:
    code, out, err = motcua(folder, "faq", *arguments)
    assert (code, out) == (1, "")
    assert sentence in err
    assert len(err.strip().splitlines()) == 1
    assert "There is no answer yet" in motcua(folder, "faq", "list")[1]


def test_ratings_of_the_last_days_are_counted(folder: Path) -> None:
    assert "rated" not in motcua(folder, "faq", "open")[1]
    day = dt.datetime.now(HANOI).date()

    async def rate(database: Database) -> None:
        async with database.write() as work:
            for is_good in (True, True, False):
                await work.faq.rate(1, day, is_good=is_good)

    change(folder, rate)
    assert "2 answers were rated helpful, 1 not helpful" in motcua(folder, "faq", "open")[1]
