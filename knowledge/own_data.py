"""The tables and texts of knowledge/data, which come with the program."""

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def load_data(name: str) -> Mapping[str, Any]:
    """Load a table of words and rules; read once, so nobody may change it."""
    return tomllib.loads(load_text(f"{name}.toml"))


def load_text(name: str) -> str:
    """Load a file as text."""
    return files("knowledge").joinpath("data", name).read_text("utf-8")


def compile_named(pattern: str, names: Mapping[str, str]) -> re.Pattern[str]:
    """Compile a table's pattern, in which {name} stands for other words of the table."""
    for name, words in names.items():
        pattern = pattern.replace(f"{{{name}}}", words)
    return re.compile(pattern)
