"""Every sentence exists in both languages, with the same facts; dates are written as offices do."""

import ast
import datetime as dt
import importlib
import pkgutil
import re
import string
from collections import Counter
from pathlib import Path
from types import ModuleType

import pytest

import handlers
from handlers.texts import LANGUAGES, en, say, vi
from handlers.texts.forms import clip, write_day, write_time, write_weekday

VI, EN = LANGUAGES["vi"], LANGUAGES["en"]
ROOT = Path(handlers.__file__).parents[1]


def facts_of(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}


def test_both_languages_say_the_same_things() -> None:
    assert VI.keys() == EN.keys()


@pytest.mark.parametrize("language", [vi, en])
def test_no_sentence_is_written_twice(language: ModuleType) -> None:
    names = [info.name for info in pkgutil.iter_modules(language.__path__)]
    modules = [importlib.import_module(f"{language.__name__}.{name}") for name in names]
    counts = Counter(key for module in modules for key in module.SENTENCES)
    assert not [key for key, count in counts.items() if count > 1]


def test_both_languages_use_the_same_facts() -> None:
    assert not [key for key in VI if facts_of(VI[key]) != facts_of(EN[key])]


def test_one_spelling_of_the_tone_is_held() -> None:
    other = re.compile(r"o[àáảãạèéẻẽẹ]\b|(?<!q)u[ỳýỷỹỵ]\b")  # tòa, hủy, khóa
    assert not [key for key, text in VI.items() if other.search(text.lower())]


def raised_codes(*folders: str) -> set[str]:
    """Collect the codes that errors are raised with in the source."""
    codes = set()
    for path in (path for folder in folders for path in (ROOT / folder).rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
                continue
            name = node.func.id
            is_error = name in {
                "HandlerError", "KnowledgeError", "UnreadableFile", "RefusedDocument",
                "EmbedderUnavailableError", "BadArchive", "BadPlace", "CannotOpen", "Conflict", "LostClaim",
            }  # fmt: skip
            if is_error and node.args and isinstance(node.args[0], ast.Constant):
                codes.add(str(node.args[0].value))
    return codes


def noted_codes() -> set[str]:
    """Collect the codes of doubts and warnings in the source."""
    codes = set()
    for path in (ROOT / "knowledge").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Note":
                codes.add(str(getattr(node.args[0], "value", "")))
    return codes - {""}


def test_every_error_has_a_sentence() -> None:
    codes = raised_codes("knowledge", "storage", "handlers", "bot")
    assert len(codes) > 15
    assert not {code for code in codes if f"error_{code}" not in VI}


def test_every_doubt_has_a_sentence() -> None:
    assert noted_codes()
    assert not {code for code in noted_codes() if f"note_{code}" not in VI}


@pytest.mark.parametrize(
    ("day", "written"),
    [
        (dt.date(2026, 12, 4), "04/12/2026"),
        (dt.date(2024, 8, 30), "30/8/2024"),
        (dt.date(2024, 2, 9), "09/02/2024"),
        (dt.date(2025, 1, 15), "15/01/2025"),
    ],
)
def test_days_are_written_as_offices_write_them(day: dt.date, written: str) -> None:
    assert write_day(day) == written


def test_weekdays_and_times() -> None:
    assert write_weekday(dt.date(2024, 8, 29)) == "thứ Năm 29/8/2024"
    assert write_weekday(dt.date(2024, 8, 29), "en") == "Thursday 29 August 2024"
    moment = dt.datetime(2026, 11, 23, 1, 5, tzinfo=dt.UTC)
    assert write_time(moment) == "08:05 ngày 23/11/2026"


def test_clipping_keeps_whole_words() -> None:
    assert clip("một hai ba bốn", 10) == "một hai…"
    assert clip("một hai", 10) == "một hai"


def test_unknown_language_or_key_is_a_defect() -> None:
    with pytest.raises(KeyError):
        say("no such sentence")
