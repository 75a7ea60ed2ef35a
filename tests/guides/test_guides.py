"""The guides: every picture is taken, every label stands on a page, every link leads somewhere."""

import importlib
import pkgutil
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import pytest
from typer.main import get_command

from bot.cli.main import cli
from bot.web import words as chat_words
from bot.web.desk import words as desk_words
from handlers.texts import vi
from tests.guides.__main__ import FOLDER
from tests.guides.shots import SHOTS

GUIDES = FOLDER.parent
PAGES = sorted(GUIDES.glob("*.md"))
BIGGEST = 90_000  # bytes of a picture
# In bold to be seen, not because a button is called so.
STRESSED = {
    "113", "114", "115", "mã phản ánh", "trò chuyện", "Bàn làm việc",
    "Xin cất một bản của `.env` ở nơi an toàn",
}  # fmt: skip


def read(path: Path) -> str:
    """Read a guide as one flow of words, without what is to be typed at a terminal."""
    return re.sub(r"\s+", " ", re.sub(r"```.*?```", "", path.read_text("utf-8"), flags=re.S))


def list_texts(value: object) -> Iterator[str]:
    """List every text that a constant holds."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for each in value.values():
            yield from list_texts(each)
    elif isinstance(value, (tuple, list)):
        for each in value:
            yield from list_texts(each)


@cache
def list_known() -> frozenset[str]:
    """List what pages and chat say."""
    packages = (desk_words, vi)
    names = [
        f"{package.__name__}.{each.name}"
        for package in packages
        for each in pkgutil.iter_modules(package.__path__)
    ]
    modules = [chat_words, *(importlib.import_module(name) for name in names)]
    return frozenset(text for module in modules for text in list_texts(vars(module)))


def is_label(text: str) -> bool:
    """Tell whether a page or a button says just this."""
    return text in list_known()


def is_said(text: str) -> bool:
    """Tell whether chat reads or names these words; a number stands for any."""
    if any(text.lower() in known.lower() for known in list_known()):
        return True
    bare = re.sub(r"\d+", "1", text)
    return any(
        bare == re.sub(r"\{(number|code)\}|\d+", "1", known).strip(" “”")
        or f"“{bare}”" in re.sub(r"\{(number|code)\}|\d+", "1", known)
        for known in list_known()
    )


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_every_label_stands_on_a_page(path: Path) -> None:
    bold = re.findall(r"\*\*(.+?)\*\*", read(path))
    assert [each for each in bold if each not in STRESSED and not is_label(each)] == []


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_what_one_is_told_to_say_is_said_by_chat_too(path: Path) -> None:
    quoted = re.findall(r"“(.+?)”", read(path))
    assert [each for each in quoted if not is_said(each)] == []


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_every_link_leads_somewhere(path: Path) -> None:
    links = re.findall(r"\]\(([^)]+)\)", path.read_text("utf-8"))
    assert [link for link in links if not (path.parent / link).exists()] == []


def test_every_picture_is_shown_and_every_shown_one_is_taken() -> None:
    shown = [name for path in PAGES for name in re.findall(r"\(anh/(.+?)\.png\)", read(path))]
    assert sorted(shown) == sorted({*shown}), "a picture stands in one place"
    assert {*shown} == {shot.name for shot in SHOTS}
    assert {path.stem for path in FOLDER.glob("*.png")} == {*shown}
    assert [path.name for path in FOLDER.glob("*.png") if path.stat().st_size > BIGGEST] == []


def test_every_picture_says_what_it_shows() -> None:
    for path in PAGES:
        assert all(re.findall(r"!\[(.*?)\]\(", path.read_text("utf-8"))), path.name


def list_commands(text: str) -> set[tuple[str, ...]]:
    """List the commands of ours that a guide names, without what follows them."""
    return {tuple(found.split()) for found in re.findall(r"motcua((?: [a-z]+(?![.\w]))+)", text)}


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_every_command_exists(path: Path) -> None:
    for words in list_commands(path.read_text("utf-8")):
        found: object = get_command(cli)
        for word in words:
            found = getattr(found, "commands", {}).get(word)
            assert found, " ".join(words)
