"""Whatever the bytes, a file is read or refused with a code, in bounded time."""

import zipfile
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from io import BytesIO

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from knowledge.errors import KnowledgeError
from knowledge.files import read
from knowledge.parsing.plans import parse
from tests.factories.sample_docx import TEXT, WORD
from tests.factories.sample_html import build_html
from tests.factories.sample_pdf import build_pdf
from tests.factories.sample_xlsx import build_xlsx
from tests.knowledge.files.word import zip_bytes

NAMES = ("a.txt", "a.docx", "a.xlsx", "a.html", "a.pdf", "a.doc", "a.odt", "a.rtf")
HEADS = (
    b"",
    b"PK\x03\x04",
    b"%PDF-1.7\n",
    b"{\\rtf",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    b"<html>",
)
quick = settings(
    max_examples=60,
    deadline=5_000,  # milliseconds
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)


@pytest.fixture(autouse=True)
def no_libreoffice(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave LibreOffice out: a process an example takes too long."""
    monkeypatch.setenv("PATH", "")


@cache
def sample(name: str) -> bytes:
    text = TEXT.read_text(encoding="utf-8")
    builders: dict[str, Callable[[], bytes]] = {
        "a.txt": text.encode,
        "a.docx": WORD.read_bytes,
        "a.xlsx": lambda: build_xlsx(text),
        "a.html": lambda: build_html(text).encode(),
        "a.pdf": lambda: build_pdf(*text.split("\n\n")),
    }
    return builders[name]()


def try_to_read(name: str, data: bytes) -> None:
    with suppress(KnowledgeError):
        parse(read(name, data))


@quick
@given(st.sampled_from(NAMES), st.sampled_from(HEADS), st.binary(max_size=2000))
def test_any_bytes(name: str, head: bytes, body: bytes) -> None:
    try_to_read(name, head + body)


@quick
@given(
    st.sampled_from(NAMES[:5]),
    st.lists(st.tuples(st.floats(0, 0.999), st.binary(min_size=1, max_size=8)), max_size=6),
    st.floats(0, 1),
)
def test_samples_with_bytes_changed_or_cut_off(
    name: str, changes: list[tuple[float, bytes]], kept: float
) -> None:
    data = bytearray(sample(name))
    for where, new in changes:
        start = int(where * len(data))
        data[start : start + len(new)] = new
    try_to_read(name, bytes(data[: int(kept * len(data)) if kept > 0.5 else len(data)]))


@quick
@given(st.sampled_from(("a.docx", "a.xlsx")), st.data())
def test_zips_whose_parts_are_changed(name: str, data: st.DataObject) -> None:
    with zipfile.ZipFile(BytesIO(sample(name))) as archive:
        parts = {entry: archive.read(entry) for entry in archive.namelist()}
    entry = data.draw(st.sampled_from(sorted(parts)))
    start = data.draw(st.integers(0, max(0, len(parts[entry]) - 1)))
    end = start + data.draw(st.integers(0, 200))
    new = data.draw(
        st.one_of(st.binary(max_size=20), st.sampled_from([b'"', b"<", b"99999999", b"&x;"]))
    )
    parts[entry] = parts[entry][:start] + new + parts[entry][end:]
    if data.draw(st.booleans()):
        del parts[data.draw(st.sampled_from(sorted(parts)))]
    try_to_read(name, zip_bytes(parts))


@quick
@given(st.lists(st.sampled_from(
    ["<table>", "<tr>", "<td rowspan=3>", "<td colspan=4>", "</table>", "<li>", "<ol start=x>", "</td>",
     "<p>", "x", "<br>", "</tr>", "<td colspan=99999999>", "<svg>", "<!--", "<style>", "&#0;", "<select>"]
), max_size=40))  # fmt: skip
def test_any_order_of_tags(tags: list[str]) -> None:
    try_to_read("a.html", "".join(tags).encode())
