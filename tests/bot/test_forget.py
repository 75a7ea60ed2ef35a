"""`motcua forget`: lists what comes of age by codes and counts, or lets it go."""

import asyncio
import datetime as dt
import json
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from bot.keys import ENV_FILE
from knowledge.cases.states import CaseState
from storage.cipher import Cipher
from storage.database import Database
from storage.values import KeptFor
from tests.factories.aged import DAY, WORDS, end, open_named
from tests.factories.cases import found_town
from tests.factories.command import motcua

VI = {"LANG": "vi_VN.UTF-8"}
YEARS = {"MOTCUA_RETENTION_CASES_ANONYMISE": "2", "MOTCUA_RETENTION_CASES_DELETE": "2", **VI}


def open_folder(folder: Path) -> Database:
    text = (folder / ENV_FILE).read_text()
    [line] = [each for each in text.splitlines() if "MOTCUA_KEYS" in each]
    key = line.partition("=")[2].strip("\"'[]")
    return Database(f"sqlite:///{folder}/data/motcua.sqlite", Cipher([key]))


def act(folder: Path, do: Callable[[Database], Awaitable[None]]) -> None:
    async def run() -> None:
        database = open_folder(folder)
        await do(database)
        await database.close()

    asyncio.run(run())


@pytest.fixture
def codes(tmp_path: Path) -> list[str]:
    """Keep one case of age, one that comes of age in twenty days, and an old question."""
    motcua(tmp_path, "faq", "list")
    found: list[str] = []

    async def fill(database: Database) -> None:
        now = dt.datetime.now(dt.UTC)
        async with database.write() as work:
            town = await found_town(work)
            for number, days in enumerate((800, 711), start=1):
                case = await open_named(work, town, number=number)
                found.append(case.code)
                await end(work, case, CaseState.REFUSED, now - days * DAY)
            await work.faq.keep(None, "cống tắc", KeptFor.NOT_FOUND, now=now - 200 * DAY)

    act(tmp_path, fill)
    return found


def test_a_dry_run_tells_codes_and_forgets_nothing(tmp_path: Path, codes: list[str]) -> None:
    for _ in range(2):
        code, out, _ = motcua(tmp_path, "forget", "--dry-run", "--json", **YEARS)
        assert code == 0
        told = json.loads(out)["kinds"]
        assert told["cases_anonymised"]["today"]["codes"] == [codes[0]]
        assert told["cases_anonymised"]["later"]["codes"] == [codes[1]]
        assert told["cases_deleted"]["today"]["count"] == 0
        assert told["cases_deleted"]["later"]["codes"] == sorted(codes)
        assert told["questions"]["today"]["count"] == 1
        assert not [word for word in (*WORDS, "cống") if word in out]
    code, out, _ = motcua(tmp_path, "forget", "--dry-run", **YEARS)
    assert f"Hôm nay: {codes[0]}" in out
    assert f"Sau đó: {codes[1]}" in out
    assert "- Câu hỏi chưa trả lời được: hôm nay 1, sau đó thêm 0" in out


def test_it_forgets_now_and_says_how_much(tmp_path: Path, codes: list[str]) -> None:
    code, out, _ = motcua(tmp_path, "forget", **YEARS)
    assert code == 0
    assert "- Phản ánh được ẩn danh: 1" in out
    assert "- Câu hỏi chưa trả lời được: 1" in out
    _, out, _ = motcua(tmp_path, "forget", "--json", **YEARS)
    assert not any(json.loads(out)["forgotten"].values())
    assert "Không có gì đến hạn xóa." in motcua(tmp_path, "forget", **YEARS)[1]

    async def look(database: Database) -> None:
        async with database.read() as work:
            assert [c.is_erased for c in await work.cases.list_all()] == [True, False]

    act(tmp_path, look)


def test_the_old_name_works_and_is_said_to_be_old(tmp_path: Path) -> None:
    code, _, err = motcua(tmp_path, "forget", MOTCUA_CASES_KEPT_YEARS="7")
    assert code == 0
    assert "MOTCUA_RETENTION_CASES_ANONYMISE" in err
    assert "MOTCUA_CASES" not in motcua(tmp_path, "forget")[2]


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("MOTCUA_RETENTION_CASES_DELETE", "4", "5 at least"),
        ("MOTCUA_RETENTION_ATTACHMENTS", "30", "more than 30"),
        ("MOTCUA_RETENTION_CHANGES", "1", "it has to be 2 or more"),
        ("MOTCUA_RETENTION_BODIES", "1", "it has to be 14 or more"),
    ],
)
def test_what_makes_no_sense_is_refused(tmp_path: Path, name: str, value: str, told: str) -> None:
    code, _, err = motcua(tmp_path, "forget", "--dry-run", **{name: value})
    assert code != 0
    assert name in err
    assert told in err
