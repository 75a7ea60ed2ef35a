"""Whatever the bytes, a file is read or refused with a code, in bounded time."""

import csv
import io
import os
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from knowledge.errors import KnowledgeError
from knowledge.files import read
from knowledge.parsing.plans import parse
from tests.factories.legacy import encode
from tests.factories.mutations import damaged, damaged_inside
from tests.factories.sample_docx import TEXT, WORD, read_parts
from tests.factories.sample_html import build_html
from tests.factories.sample_pdf import build_pdf
from tests.factories.sample_xlsx import build_xlsx

WORDS = TEXT.read_text(encoding="utf-8")
SHARED = Path(os.environ.get("MOTCUA_SHARED") or Path(__file__).parents[4] / "shared")
PLANS = sorted((SHARED / "plans").rglob("*.txt"))
HEADS = (
    b"",
    b"PK\x03\x04",
    b"%PDF-1.7\n",
    b"{\\rtf",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    b"<html>",
    b"\xff\xfe",
)
quick = settings(
    max_examples=int(os.environ.get("MOTCUA_FUZZ", "24")),
    deadline=30_000,  # milliseconds, on a machine that does other work too
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)


@pytest.fixture(autouse=True)
def no_libreoffice(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave LibreOffice out: a process an example takes too long."""
    monkeypatch.setenv("PATH", "")


def build_csv() -> bytes:
    made = io.StringIO()
    csv.writer(made, delimiter=";").writerows(read_parts(WORDS).rows)
    return made.getvalue().encode()


SAMPLES: dict[str, Callable[[], bytes]] = {
    "a.txt": WORDS.encode,
    "b.txt": lambda: encode(WORDS.lower().replace("“", '"').replace("”", '"'), "tcvn3"),
    "c.txt": lambda: WORDS.encode("utf-16"),
    "a.csv": build_csv,
    "a.docx": WORD.read_bytes,
    "a.xlsx": lambda: build_xlsx(WORDS),
    "a.html": lambda: build_html(WORDS).encode(),
    "a.mht": lambda: b"Content-Type: text/html; charset=utf-8\n\n" + build_html(WORDS).encode(),
    "a.pdf": lambda: build_pdf(*WORDS.split("\n\n")),
}
NAMES = (*SAMPLES, "a.doc", "a.odt", "a.rtf", "a.xls", "a.tsv", "a.md")


@cache
def sample(name: str) -> bytes:
    return SAMPLES[name]()


def try_to_read(name: str, data: bytes) -> None:
    with suppress(KnowledgeError):
        parse(read(name, data))


@quick
@given(st.sampled_from(NAMES), st.sampled_from(HEADS), st.binary(max_size=2000))
def test_any_bytes(name: str, head: bytes, body: bytes) -> None:
    try_to_read(name, head + body)


@pytest.mark.slow
@pytest.mark.parametrize("name", SAMPLES)
@quick
@given(data=st.data())
def test_samples_that_are_damaged(name: str, data: st.DataObject) -> None:
    others = [sample(other) for other in SAMPLES]
    try_to_read(name, data.draw(damaged(sample(name), others)))


@pytest.mark.parametrize("name", ["a.docx", "a.xlsx"])
@quick
@given(data=st.data())
def test_zips_whose_parts_are_damaged(name: str, data: st.DataObject) -> None:
    try_to_read(name, data.draw(damaged_inside(sample(name))))


@pytest.mark.skipif(not PLANS, reason=f"no real plans in {SHARED}")
@settings(parent=quick, max_examples=quick.max_examples // 3)
@given(data=st.data())
def test_real_plans_that_are_damaged(data: st.DataObject) -> None:
    path = data.draw(st.sampled_from(PLANS))
    try_to_read(path.name, data.draw(damaged(path.read_bytes(), [sample("a.txt")])))


@pytest.mark.parametrize("name", SAMPLES)
def test_samples_cut_off_at_every_tenth(name: str) -> None:
    whole = sample(name)
    for tenth in range(1, 10):
        try_to_read(name, whole[: len(whole) * tenth // 10])


@quick
@given(st.lists(st.sampled_from(
    ["<table>", "<tr>", "<td rowspan=3>", "<td colspan=4>", "</table>", "<li>", "<ol start=x>", "</td>",
     "<p>", "x", "<br>", "</tr>", "<td colspan=99999999>", "<svg>", "<!--", "<style>", "&#0;", "<select>",
     "<pre>", "<del>", "<p style='display:none'>"]
), max_size=40))  # fmt: skip
def test_any_order_of_tags(tags: list[str]) -> None:
    try_to_read("a.html", "".join(tags).encode())
