"""Databases of older programs, stopped in the middle of their work, go on in today's program.

Here the oldest and the newest on SQLite; `test_upgrade_all.py` does the rest on both databases.
"""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from storage.migrate import current_revision, head_revision, migrate
from tests.factories.command import motcua
from tests.factories.upgrades import check_going_on
from tests.storage.releases.loading import RELEASES, count_rows, is_older, load_release
from tests.storage.releases.make import KEY

NEWER = "was written by a newer motcua and was left as it is"


def place(folder: Path, release: str = "r0005") -> Path:
    """Put a release's database where the command line looks for it; give the file."""
    (folder / "data").mkdir()
    path = folder / "data" / "motcua.sqlite"
    load_release(release, f"sqlite:///{path}")
    return path


def execute(path: Path, statement: str) -> None:
    with closing(sqlite3.connect(path)) as file, file:
        file.execute(statement)


@pytest.mark.parametrize("release", [RELEASES[0], RELEASES[-1]])
async def test_what_a_release_had_begun_goes_on(release: str, sqlite_url: str) -> None:
    await check_going_on(release, sqlite_url)


@pytest.mark.parametrize("release", RELEASES)
def test_no_row_is_lost(release: str, sqlite_url: str) -> None:
    load_release(release, sqlite_url)
    before = count_rows(sqlite_url)
    assert migrate(sqlite_url) is is_older(release)
    after = count_rows(sqlite_url)
    assert {table: after.get(table) for table in before} == before
    with closing(sqlite3.connect(sqlite_url.removeprefix("sqlite:///"))) as file:
        assert file.execute("PRAGMA foreign_key_check").fetchall() == []
        assert file.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_a_check_tells_the_steps_and_changes_nothing(tmp_path: Path) -> None:
    path = place(tmp_path)
    before = path.read_bytes()
    files = sorted(path.parent.iterdir())
    code, out, _ = motcua(tmp_path, "migrate", "--check")
    assert code == 1
    assert f"at revision 0005, the program at {head_revision()}" in out
    assert "  0006  Channels: bots' accounts" in out
    assert "  0005" not in out
    assert "Free on the disk" in out
    assert (path.read_bytes(), sorted(path.parent.iterdir())) == (before, files)
    assert not (tmp_path / ".env").exists()


def test_a_check_of_a_current_database_is_0(tmp_path: Path) -> None:
    path = place(tmp_path)
    migrate(f"sqlite:///{path}")
    code, out, _ = motcua(tmp_path, "migrate", "--check")
    assert (code, "no step to run" in out) == (0, True)


def test_a_check_before_the_first_start_makes_nothing(tmp_path: Path) -> None:
    code, out, _ = motcua(tmp_path, "migrate", "--check")
    assert (code, "the first start will make it" in out) == (1, True)
    assert not (tmp_path / "data").exists()


@pytest.mark.parametrize("arguments", [("migrate", "--check"), ("migrate",), ("check",), ("run",)])
def test_a_newer_database_is_one_sentence(arguments: tuple[str, ...], tmp_path: Path) -> None:
    path = place(tmp_path)
    execute(path, "UPDATE alembic_version SET version_num = '9999'")
    before = path.read_bytes()
    code, _, err = motcua(tmp_path, *arguments)
    assert (code, len(err.strip().splitlines())) == (2, 1)
    assert NEWER in err
    assert "restore the backup" in err
    assert path.read_bytes() == before


def test_a_check_reads_while_another_program_writes(tmp_path: Path) -> None:
    path = place(tmp_path)
    with closing(sqlite3.connect(path)) as holder:
        holder.execute("PRAGMA journal_mode=WAL")
        holder.execute("BEGIN EXCLUSIVE")
        holder.execute("DELETE FROM inbox")
        assert motcua(tmp_path, "migrate", "--check")[0] == 1


def test_a_check_leaves_what_a_killed_process_left(tmp_path: Path) -> None:
    path = place(tmp_path)
    log = path.with_name("motcua.sqlite-wal")
    with closing(sqlite3.connect(path)) as holder, holder:
        holder.execute("PRAGMA journal_mode=WAL")
        holder.execute("UPDATE alembic_version SET version_num = '0006'")
        holder.commit()
        left = {each: each.read_bytes() for each in (path, log)}
    for each, content in left.items():
        each.write_bytes(content)
    code, out, _ = motcua(tmp_path, "migrate", "--check")
    assert (code, "at revision 0006" in out) == (1, True)
    assert {each: each.read_bytes() for each in left} == left


def test_a_check_says_that_nothing_could_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place(tmp_path)
    monkeypatch.setattr("os.access", lambda *_: False)  # root may write everywhere
    code, _, err = motcua(tmp_path, "migrate", "--check")
    assert (code, len(err.strip().splitlines())) == (2, 1)
    assert "cannot be written to" in err


def test_a_check_says_that_the_disk_has_no_room(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place(tmp_path)
    monkeypatch.setattr("shutil.disk_usage", lambda _: type("Usage", (), {"free": 5 * 2**20}))
    code, _, err = motcua(tmp_path, "migrate", "--check")
    assert (code, len(err.strip().splitlines())) == (2, 1)
    assert "no room for the upgrade: 5 MB are free" in err


def test_a_check_asks_postgresql(tmp_path: Path, postgres_url: str) -> None:
    code, out, err = motcua(tmp_path, "migrate", "--check", MOTCUA_DATABASE_URL=postgres_url)
    assert (code, err) == (0, "")
    assert "Free on the disk" not in out


def test_every_step_has_a_title_in_both_languages() -> None:
    from handlers.texts import LANGUAGES
    from storage.migrate import load_scripts

    steps = {f"migrate_step_{each.revision}" for each in load_scripts().walk_revisions()}
    assert all(steps <= sentences.keys() for sentences in LANGUAGES.values())


def test_a_current_database_is_not_locked(sqlite_url: str) -> None:
    with closing(sqlite3.connect(sqlite_url.removeprefix("sqlite:///"))) as holder:
        holder.execute("PRAGMA journal_mode=WAL")
        holder.execute("BEGIN EXCLUSIVE")
        assert migrate(sqlite_url) is False
    assert current_revision(sqlite_url) == head_revision()


@pytest.mark.parametrize(
    "command", [("place", "list"), ("forget", "--dry-run"), ("check", "--channels")]
)
def test_whoever_only_asks_upgrades_nothing(tmp_path: Path, command: tuple[str, ...]) -> None:
    path = place(tmp_path)
    code, _, err = motcua(tmp_path, *command, MOTCUA_KEYS=KEY)
    assert (code, "motcua migrate" in err) == (2, True)
    assert current_revision(f"sqlite:///{path}") == "0005"
