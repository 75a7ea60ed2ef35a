"""One plan, every format: the tasks are the same."""

import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from knowledge.files import read
from knowledge.parsing.plans import parse
from knowledge.plan import Plan, PlannedTask
from tests.factories.legacy import encode, show
from tests.factories.sample_docx import TEXT, WORD
from tests.factories.sample_html import build_html
from tests.factories.sample_pdf import CHROMIUM, SOFFICE, convert, print_html
from tests.factories.sample_xlsx import build_xlsx
from tests.knowledge.files.word import zip_bytes

WORDS = TEXT.read_text(encoding="utf-8")
needs_chromium = pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed")
HAS_CALC = SOFFICE and Path(SOFFICE).resolve().with_name("libsclo.so").exists()
needs_calc = pytest.mark.skipif(not HAS_CALC, reason="LibreOffice Calc is not installed")
needs_soffice = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")
converted, calculated = (needs_soffice, pytest.mark.slow), (needs_calc, pytest.mark.slow)


def essence(task: PlannedTask) -> tuple[Any, ...]:
    return (task.section, task.section_title, task.number, task.content, task.lead,
            task.supporting, task.timeframe, task.deadline, task.deliverable, task.targets)  # fmt: skip


def facts(plan: Plan) -> tuple[Any, ...]:
    return (plan.number, plan.issued_on, plan.issuer, plan.locality, plan.year, plan.title,
            plan.signer, plan.warnings)  # fmt: skip


@pytest.fixture(scope="module")
def expected() -> Plan:
    return parse(read("ke-hoach.txt", WORDS.encode()))


def word_as(suffix: str) -> Callable[[], bytes]:
    return lambda: convert(WORD.read_bytes(), ".docx", suffix)


def typed_in_vni(data: bytes) -> bytes:
    """Return the Word file as if typed in the font VNI-Times, before Unicode."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    for name in ("word/document.xml", "word/styles.xml"):
        text = re.sub(r"<w:t[ >][^<]*", lambda found: show(found[0], "vni"), parts[name].decode())
        parts[name] = text.replace("Times New Roman", "VNI-Times").encode()
    return zip_bytes(parts)


def sheet_as(suffix: str) -> Callable[[], bytes]:
    return lambda: convert(build_xlsx(WORDS), ".xlsx", suffix)


@pytest.mark.timeout(200)
@pytest.mark.parametrize(
    ("name", "build"),
    [
        ("a.docx", WORD.read_bytes),
        ("a.xlsx", lambda: build_xlsx(WORDS)),
        ("a.html", lambda: build_html(WORDS).encode()),
        pytest.param("a.pdf", lambda: print_html(build_html(WORDS)), marks=needs_chromium),
        pytest.param("b.pdf", word_as("pdf"), marks=converted),
        pytest.param("a.odt", word_as("odt"), marks=converted),
        pytest.param("a.doc", word_as("doc"), marks=converted),
        pytest.param("a.rtf", word_as("rtf"), marks=converted),
        pytest.param("a.xls", sheet_as("xls"), marks=calculated),
        pytest.param("a.ods", sheet_as("ods"), marks=calculated),
        ("b.txt", lambda: encode(WORDS, "vni")),
        ("c.txt", lambda: encode(WORDS, "windows-1258")),
        ("b.docx", lambda: typed_in_vni(WORD.read_bytes())),
        ("a.mht", lambda: b"Content-Type: text/html\n\n" + build_html(WORDS).encode()),
    ],
)
def test_every_format_gives_the_same_plan(
    name: str, build: Callable[[], bytes], expected: Plan
) -> None:
    plan = parse(read(name, build()))
    assert [essence(task) for task in plan.tasks] == [essence(task) for task in expected.tasks]
    assert facts(plan) == facts(expected)
    texts = {part.text for part in plan.paragraphs}
    assert not [part.text for part in expected.paragraphs if part.text not in texts]


def test_the_sample_has_tasks_to_compare(expected: Plan) -> None:
    assert len(expected.tasks) == 28
