"""What citizens' words are, in tables: `tuned` was seen while the rules were written, others after.

Every message is the project's own. A share is asserted for each part, so that a rule made for one
message shows where it harms the others.
"""

import time
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from knowledge.cases.complained import find_complained
from knowledge.cases.contacts import take_apart
from knowledge.cases.gathering import summarise
from knowledge.cases.kinds import find_kind
from knowledge.cases.where import find_where

HERE = Path(__file__).parent
PARTS = ("tuned", "held", "fresh")


def load(name: str) -> dict[str, Any]:
    return tomllib.loads((HERE / f"{name}.toml").read_text("utf-8"))


KINDS, CONTACTS, PLACES = load("kinds"), load("contacts"), load("places")
COMPLAINED, SUMMARIES = load("complained"), load("summaries")


def check(rows: list[Any], read: Callable[[Any], Any], *, least: float = 0.95) -> None:
    """Compare what is read of each row's text with the rest of the row."""
    wrong = [(row, got) for row in rows if (got := read(row[0])) != row[1:]]
    assert len(wrong) <= (1 - least) * len(rows), wrong


@pytest.mark.parametrize(("table", "least"), [(CONTACTS, 80), (PLACES, 40), (COMPLAINED, 40)])
def test_there_are_enough_rows(table: dict[str, Any], least: int) -> None:
    texts = [row[0] for part in PARTS for row in table[part]]
    assert len(set(texts)) == len(texts) >= least


@pytest.mark.parametrize("part", PARTS)
def test_kinds(part: str) -> None:
    def read(text: str) -> list[str]:
        guess = find_kind(text)
        return [guess.kind.value if guess else "question"]

    check([[text, kind] for kind in KINDS for text in KINDS[kind][part]], read)


@pytest.mark.parametrize("part", PARTS)
def test_contacts(part: str) -> None:
    def read(text: str) -> list[str]:
        told = take_apart(text)
        return [told.name, told.phone, told.address, told.rest, told.reason]

    check(CONTACTS[part], read)


@pytest.mark.parametrize("part", PARTS)
def test_places(part: str) -> None:
    check(PLACES[part], lambda text: [find_where(text)])


@pytest.mark.parametrize("part", PARTS)
def test_complained_of(part: str) -> None:
    def read(text: str) -> list[Any]:
        found = find_complained(text, COMPLAINED["offices"])
        return [found.office or "", found.person, found.is_leader]

    check(COMPLAINED[part], read)


@pytest.mark.parametrize("part", PARTS)
def test_summaries(part: str) -> None:
    check(SUMMARIES[part], lambda text: [summarise(text)])


def test_a_summary_puts_nothing_in() -> None:
    for text in (row[0] for part in PARTS for row in SUMMARIES[part]):
        said = summarise(text).lower().rstrip(".?")
        words = text.lower().replace(",", " ").replace(".", " ").split()
        assert all(word.strip(",.;!?:") in " ".join(words) for word in said.split())


def test_a_leader_is_known_by_name() -> None:
    found = find_complained("ông Trần Văn Phú quát dân", (), ("Trần Văn Phú",))
    assert found.is_leader
    assert found.person == "Trần Văn Phú"


ODD = ["", " ", "?", "😀", "\x00", "a" * 5000, "đèn hỏng " * 600, "0912345678 " * 300, "tên " * 900]


@pytest.mark.parametrize("text", [*ODD, "thôn 3, " * 500, "nhà " * 1000 + "số", "- " * 2000])
def test_odd_messages_are_read_quickly(text: str) -> None:
    def complain(said: str) -> object:
        return find_complained(said, ("Công an xã",))

    readers: list[Callable[[str], object]] = [take_apart, find_where, summarise, find_kind]
    for read in (*readers, complain):
        read("Đèn đường thôn 3 hỏng, tôi tên Hoa 0912345678")  # compiled once
        started = time.perf_counter()
        read(text)
        assert time.perf_counter() - started < 1
