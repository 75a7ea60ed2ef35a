"""What a chat remembers outlives the process, and the release."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.questions.memory import KIND, VERSION, Memory, dump_memory, load_language, load_memory
from storage.values import Dialogue

NOW = dt.datetime(2026, 11, 23, 2, 0, tzinfo=dt.UTC)
# As written by each release.
RELEASES = {
    1: '{"asked": ["ai quét chợ"], "language": "vi"}',
    2: '{"asked": ["quý II có việc gì"], "rows": [[1, "task", 0], [1, "task", 3]], "shown": 2,'
    ' "focus": null, "language": "en"}',
}


def dialogue(version: int, state: str = "", *, age: float = 0) -> Dialogue:
    text = state or RELEASES[version]
    return Dialogue(KIND, version, text, NOW - dt.timedelta(minutes=age))


@pytest.mark.parametrize(
    ("version", "memory", "language"),
    [
        (1, Memory(("ai quét chợ",)), "vi"),
        (2, Memory(("quý II có việc gì",), ((1, "task", 0), (1, "task", 3)), 2, None), "en"),
    ],
)
def test_every_release_is_read(version: int, memory: Memory, language: str) -> None:
    assert load_memory(dialogue(version), now=NOW) == memory
    assert load_language(dialogue(version)) == language


def test_what_is_old_unknown_or_absent_is_empty() -> None:
    assert load_memory(dialogue(VERSION, age=61), now=NOW) == Memory()
    assert load_memory(dialogue(VERSION + 1, "{}"), now=NOW) == Memory()
    assert load_memory(None, now=NOW) == Memory()
    assert load_language(dialogue(VERSION + 1, "{}")) == "vi"
    assert load_language(None) == "vi"


keys = st.tuples(st.integers(1, 9), st.sampled_from(["task", "paragraph"]), st.integers(0, 99))


@given(st.lists(st.text(max_size=20), max_size=3), st.lists(keys, max_size=9), st.integers(0, 9))
def test_what_is_kept_comes_back(
    texts: list[str], rows: list[tuple[int, str, int]], shown: int
) -> None:
    memory = Memory(tuple(texts), tuple(rows), shown, None if shown else 0)
    kept = dialogue(VERSION, dump_memory(memory, "vi"))
    assert load_memory(kept, now=NOW) == memory
