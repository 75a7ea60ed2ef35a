"""Settings: `.env.example` is equal to them; keys are made once and kept."""

import re
import stat
from pathlib import Path

import pytest

from bot.keys import write_key
from bot.settings import Settings
from storage.cipher import Cipher
from tests.factories.command import motcua
from tests.factories.talk import build_settings

EXAMPLE = (Path(__file__).parents[2] / ".env.example").read_text("utf-8")


def test_the_example_lists_every_setting_with_its_default() -> None:
    lines = dict(re.findall(r"^MOTCUA_(\w+)=(.*)$", EXAMPLE, re.MULTILINE))
    defaults = build_settings().model_dump(mode="json")
    assert [name.lower() for name in lines] == list(Settings.model_fields)
    for name, written in lines.items():
        default = defaults[name.lower()]
        assert written == ("" if default == [] else str(default))


def test_the_example_explains_every_setting() -> None:
    for name, field in Settings.model_fields.items():
        assert f"# {field.description}\nMOTCUA_{name.upper()}=" in EXAMPLE


def test_keys_are_read_from_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MOTCUA_KEYS", "new, old")
    assert build_settings().keys == ["new", "old"]


def test_a_key_is_written_for_its_owner_only(tmp_path: Path) -> None:
    path = tmp_path / ".env"
    path.write_text("MOTCUA_KEYS=\n")
    key = write_key(path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert Settings(_env_file=path).keys == [key]
    assert Cipher([key]).decrypt(Cipher([key]).encrypt("chào")) == "chào"


def test_an_old_name_is_read_where_the_new_one_is_not_set(monkeypatch: pytest.MonkeyPatch) -> None:
    assert build_settings().ages.anonymise == 5
    monkeypatch.setenv("MOTCUA_CASES_KEPT_YEARS", "0")
    assert build_settings().ages.anonymise == 5
    monkeypatch.setenv("MOTCUA_CASES_KEPT_YEARS", "7")
    assert build_settings().ages.anonymise == 7
    monkeypatch.setenv("MOTCUA_RETENTION_CASES_ANONYMISE", "9")
    assert build_settings().ages.anonymise == 9


@pytest.mark.parametrize(
    ("name", "value", "reason"),
    [
        ("MOTCUA_RETENTION_BODIES", "3", "phải từ 14 trở lên"),
        ("MOTCUA_RETENTION_BODIES", "3000", "phải từ 366 trở xuống"),
        ("MOTCUA_PORT", "tám mươi", "phải là số nguyên"),
    ],
)
def test_a_wrong_number_is_told_in_the_terminals_language(
    name: str, value: str, reason: str, tmp_path: Path
) -> None:
    told = motcua(tmp_path, "key", "check", **{name: value, "LANG": "vi_VN.UTF-8"})
    assert told == (1, "", f"Thiết lập {name} không hợp lệ: {reason}.\n")
