"""What the documentation says exists: links, commands with their options, settings, units."""

import re
import shlex
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import typer.main

from bot.cli.main import cli
from bot.settings import Settings

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
OPERATIONS = ROOT / "docs" / "operations"
DEPLOY = [path for path in sorted((ROOT / "deploy").rglob("*")) if path.is_file()]
LINK = re.compile(r"(?<!\\)\]\(([^)\s]+)\)")
FENCE = re.compile(r"^[ ]*```.*?^[ ]*```", re.MULTILINE | re.DOTALL)
INLINE = re.compile(r"`((?:sudo )?motcua(?: [^`]+)?)`")
LINE = re.compile(r"^\s*(?:sudo )?(?:\S*/bin/)?(motcua(?: .*)?)$", re.MULTILINE)
UNIT_LINE = re.compile(r"^ExecStart=.*?/bin/(motcua [^\"'$\n]*)", re.MULTILINE)
NOT_SETTINGS = {  # of compose.yml, of deploy/motcua, of tests
    *("MOTCUA_SITE", "MOTCUA_SETTINGS", "MOTCUA_PROGRAM", "MOTCUA_SHARED", "MOTCUA_FUZZ"),
    "MOTCUA_COPY_TO",  # an option of `motcua copy`
}


def name_page(page: Path) -> str:
    return str(page.relative_to(ROOT))


def slug(heading: str) -> str:
    """Write a heading as the anchor that is made of it."""
    plain = re.sub(r"[`*]|\]\([^)]*\)|\[", "", heading).strip().lower()
    kept = (c for c in plain if c in " -_" or unicodedata.category(c)[0] in "LN")
    return "".join(kept).replace(" ", "-")


def list_anchors(page: Path) -> set[str]:
    return {slug(each) for each in re.findall(r"^#+ (.*)$", page.read_text("utf-8"), re.MULTILINE)}


@pytest.mark.parametrize("page", PAGES, ids=name_page)
def test_links_lead_somewhere(page: Path) -> None:
    for target in LINK.findall(page.read_text("utf-8")):
        if re.match(r"https?://|mailto:", target):
            continue
        file, _, anchor = target.partition("#")
        aim = (page.parent / file).resolve() if file else page
        assert aim.exists(), target
        assert not anchor or anchor in list_anchors(aim), target


def find_commands(text: str) -> Iterator[str]:
    """Find what is typed: whole lines of code blocks, and code inside sentences."""
    for fence in FENCE.findall(text):
        yield from LINE.findall(fence)
    yield from INLINE.findall(FENCE.sub("", text))


@cache
def load_program() -> Any:
    """Load every command, once: they are many."""
    return typer.main.get_command(cli)


def check_command(line: str) -> None:
    """Resolve a typed line as the program would, without running it."""
    line = re.split(r"\s+#|\s*(?:&&|;|\||>)\s*", line.replace("\\", ""))[0]
    words = [word for word in shlex.split(line) if word not in ("sudo", "motcua", "…")]
    command = load_program()
    while words and hasattr(command, "commands") and not words[0].startswith("-"):
        name = words.pop(0)
        assert name in command.commands, f"{line}: there is no “{name}”"
        command = command.commands[name]
    known = {option for each in command.params for option in (*each.opts, *each.secondary_opts)}
    for word in words:
        if word.startswith("-") and not re.match(r"-\d", word):
            assert word.split("=")[0] in known | {"--help"}, f"{line}: there is no “{word}”"


@pytest.mark.parametrize("page", PAGES, ids=name_page)
def test_commands_exist_with_these_options(page: Path) -> None:
    for line in find_commands(page.read_text("utf-8")):
        check_command(line)


def test_units_run_commands_that_exist() -> None:
    lines = [line for path in DEPLOY for line in UNIT_LINE.findall(path.read_text("utf-8"))]
    assert len(lines) == 5
    for line in lines:
        check_command(line)


@pytest.mark.parametrize(
    "line", ["motcua fly", "motcua plan add --fast x", "motcua desk nothing", "motcua --loud"]
)
def test_a_command_that_does_not_exist_is_found(line: str) -> None:
    with pytest.raises(AssertionError):
        check_command(line)


@pytest.mark.parametrize("page", [*PAGES, *DEPLOY], ids=name_page)
def test_settings_exist(page: Path) -> None:
    names = set(re.findall(r"\bMOTCUA_[A-Z_]*[A-Z]\b(?!_)", page.read_text("utf-8")))
    unknown = {name for name in names if name[7:].lower() not in Settings.model_fields}
    assert unknown <= NOT_SETTINGS


def test_the_index_names_every_page() -> None:
    index = (OPERATIONS / "README.md").read_text("utf-8")
    for page in OPERATIONS.iterdir():
        assert page.name == "README.md" or f"({page.name})" in index, page.name


def test_decisions_are_listed() -> None:
    folder = ROOT / "docs" / "decisions"
    index = (folder / "README.md").read_text("utf-8")
    for page in folder.glob("0*.md"):
        assert f"({page.name})" in index, page.name


def test_files_that_pages_name_are_there() -> None:
    for page in PAGES:
        for name in re.findall(r"\bdeploy/[\w@./-]*\w", page.read_text("utf-8")):
            assert (ROOT / name).exists() or name.endswith("compose.env"), f"{page.name}: {name}"


@pytest.mark.parametrize("page", sorted(OPERATIONS.glob("*.md")), ids=name_page)
def test_pages_for_operators_are_calm(page: Path) -> None:
    text = FENCE.sub("", page.read_text("utf-8"))
    prose = re.sub(r"`[^`]*`|!\[", "", text)
    assert "!" not in prose
    assert not re.search(r"\b(huỷ|xoá|toà|hoà|khoá)\b", prose, re.IGNORECASE)
