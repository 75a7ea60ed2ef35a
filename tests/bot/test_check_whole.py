"""`motcua check` as a whole: every line, the most urgent first, the same as JSON, and exit codes."""

import datetime as dt
import json
import shutil
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from bot.cli.check_findings import TODOS, Finding, Todo, Urgency, is_urgent, list_todos
from bot.cli.check_machine import check_disk, check_keys, check_rights
from bot.cli.check_running import check_backup
from handlers.texts import LANGUAGES
from storage.cipher import new_key
from tests.factories.command import motcua
from tests.factories.talk import MONDAY, build_settings

LINES = [
    "version", "database", "keys", "bots", "backup", "embedder", "plans", "people", "vacant",
    "year", "queues", "promise", "rights", "disk", "log", "time_zone", "programs", "address",
    "clock",
]  # fmt: skip


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make an installation in which nothing is wrong but what it lacks."""
    folder = tmp_path_factory.mktemp("made")
    motcua(folder, "migrate")
    motcua(folder, "plan", "list")  # makes the key
    return folder


@pytest.fixture
def folder(made: Path, tmp_path: Path) -> Path:
    """Give a copy of it."""
    return Path(shutil.copytree(made, tmp_path, dirs_exist_ok=True))


def check(folder: Path, **more: str) -> tuple[int, dict[str, Any], str]:
    code, out, err = motcua(folder, "check", "--json", **more)
    return code, json.loads(out), err


def names_of(told: dict[str, Any]) -> list[str]:
    return [each["name"] for each in told["todo"]]


def change(folder: Path, *statements: str) -> None:
    with sqlite3.connect(folder / "data" / "motcua.sqlite") as connection:
        for statement in statements:
            connection.execute(statement)
    connection.close()


def test_every_line_is_there_in_both_forms(folder: Path) -> None:
    code, told, _ = check(folder)
    assert (code, told["is_urgent"]) == (0, False)
    assert [each["name"] for each in told["findings"]] == LINES
    for language in ("C.UTF-8", "vi_VN.UTF-8"):
        code, out, _ = motcua(folder, "check", LC_ALL=language)
        lines = out.splitlines()
        assert code == 0
        assert len(lines) == len(LINES) + 1 + len(told["todo"])
        assert [line.startswith("  - ") for line in lines[-len(told["todo"]) :]] == [True] * len(
            told["todo"]
        )
    assert {"todo_backup", "todo_plan", "todo_people"} <= set(names_of(told))


def test_a_place_where_nothing_was_made_yet_is_not_urgent(tmp_path: Path) -> None:
    code, told, _ = check(tmp_path)
    assert (code, names_of(told)[:1]) == (0, ["todo_first_migrate"])
    assert not (tmp_path / "data" / "motcua.sqlite").exists()


@pytest.mark.parametrize(
    ("more", "todo"),
    [
        ({"MOTCUA_DISK_MIN_MB": "999999999"}, "todo_disk"),
        ({"MOTCUA_TELEGRAM_TOKENS": "nonsense"}, "todo_failure"),
    ],
)
def test_what_has_to_be_done_now_ends_with_1(folder: Path, more: dict[str, str], todo: str) -> None:
    code, told, _ = check(folder, **more)
    assert (code, told["is_urgent"], names_of(told)[0]) == (1, True, todo)
    assert told["todo"][0]["urgency"] == "now"
    assert "nonsense" not in json.dumps(told)
    assert [each["name"] for each in told["findings"]][-7:] == LINES[-7:]


def test_parked_messages_are_to_be_looked_at_now(folder: Path) -> None:
    columns = (
        "channel, user, kind, message_id, body_sealed, created_at, state, attempts, finished_at"
    )
    row = "'web', 'x', 'message', 'm', x'00', '2026-11-22 00:00:00', 'parked', 5, '2026-11-22 00:01:00'"
    change(folder, f"INSERT INTO inbox ({columns}) VALUES ({row})")
    code, told, _ = check(folder)
    assert (code, names_of(told)[0]) == (1, "todo_parked")
    code, out, _ = motcua(folder, "check")
    assert "  - NOW: " in out


def test_an_older_database_is_not_opened(folder: Path) -> None:
    change(folder, "UPDATE alembic_version SET version_num = '0008'")
    code, told, _ = check(folder)
    assert (code, names_of(told)[0]) == (1, "todo_migrate")


def test_data_without_its_key_is_not_opened(folder: Path) -> None:
    (folder / ".env").unlink()
    code, told, _ = check(folder)
    assert (code, names_of(told)[0]) == (1, "todo_key")
    assert not (folder / ".env").exists()


def test_a_database_that_cannot_be_opened_ends_with_2_and_the_rest_is_told(folder: Path) -> None:
    code, told, err = check(folder, MOTCUA_KEYS=new_key())
    assert (code, names_of(told)[0]) == (2, "todo_failure")
    assert err.strip() == told["todo"][0]["text"]
    assert "disk" in [each["name"] for each in told["findings"]]
    (folder / "data" / "motcua.sqlite").write_bytes(b"nothing of a database" * 100)
    assert check(folder)[0] == 2


def test_two_keys_are_a_rotation_to_be_finished() -> None:
    for count, todos in ((1, []), (2, ["todo_rotate"])):
        found = check_keys(build_settings(keys=["a"] * count), is_new=False)
        assert [each.key for each in found.todos] == todos


# The machine


def test_what_others_can_read_is_told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    folder.chmod(0o755)
    settings = build_settings(data_dir="data")
    assert check_rights(settings).key == "check_rights_closed"
    (folder / ".env").chmod(0o644)
    (folder / "data").chmod(0o750)
    found = check_rights(settings)
    assert found.facts["open"] == ".env data"
    (folder / "data" / "motcua.sqlite").chmod(0o640)
    assert "motcua.sqlite" in str(check_rights(settings).facts["open"])


def test_a_disk_that_fills_up_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings = build_settings(data_dir=str(tmp_path / "not" / "made"), disk_min_mb=500)
    assert not check_disk(settings).todos
    few = type("Usage", (), {"free": 499_999_999})
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: few)
    assert is_urgent([check_disk(settings)])


def test_programs_that_are_absent_are_told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _name: None)
    assert {"todo_tesseract", "todo_libreoffice"} <= set(names_of(check(folder)[1]))


@pytest.mark.parametrize(("hours", "is_old"), [(1, False), (26, False), (27, True), (None, True)])
def test_a_backup_is_a_night_old_at_most(hours: int | None, is_old: bool) -> None:
    taken_at = MONDAY - dt.timedelta(hours=hours) if hours else None
    assert bool(check_backup(taken_at, now=MONDAY).todos) == is_old


# The list


def test_everything_to_do_has_its_place_and_its_words() -> None:
    levels = list(TODOS.values())
    assert levels == sorted(levels, key=list(Urgency).index)
    for sentences in LANGUAGES.values():
        assert {key for key in sentences if key.startswith("todo_")} == set(TODOS)


def test_things_to_do_are_told_once_and_the_most_urgent_first() -> None:
    twice = Todo("todo_plan")
    findings = [
        Finding("a", "check_nothing", {}, (twice, Todo("todo_embed"))),
        Finding("b", "check_nothing", {}, (Todo("todo_clock", {"seconds": 90}), twice)),
    ]
    assert [each.key for each in list_todos(findings)] == ["todo_clock", "todo_plan", "todo_embed"]
