"""Bad input costs little: time and memory measured in a process of its own."""

import io
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from knowledge.errors import UnreadableFile
from knowledge.files import read
from tests.factories.sample_pdf import build_pdf
from tests.factories.sample_xlsx import save
from tests.knowledge.files.test_xlsx import book
from tests.knowledge.files.word import cell, docx_bytes, para, table, zip_bytes

MOST_SECONDS, MOST_MEGABYTES = 30, 600
ROWS = 100_000
CELLS = ["1", "Rà soát, đánh giá thủ tục", "UBND xã", "Phòng Kinh tế", "Trước 15/12/2026"]
LAUGHS = (
    '<!DOCTYPE x [<!ENTITY a0 "ha">'
    + "".join(f'<!ENTITY a{i} "{f"&a{i - 1};" * 10}">' for i in range(1, 10))
    + "]>"
)
SHEET = "xl/worksheets/sheet1.xml"
MEASURE = r"""
import re, sys, time
from knowledge.errors import KnowledgeError
from knowledge.files import read
data, start, code = open(sys.argv[1], "rb").read(), time.monotonic(), "read"
try:
    read(sys.argv[1], data)
except KnowledgeError as error:
    code = error.code
# Not ru_maxrss: that counts the process that started this one, too.
peak = int(re.search(r"VmHWM:\s+(\d+)", open("/proc/self/status").read())[1]) // 1024
print(code, int(time.monotonic() - start), peak)
"""


def changed(data: bytes, name: str, change: Callable[[str], str]) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {entry: archive.read(entry) for entry in archive.namelist()}
    return zip_bytes(parts | {name: change(parts[name].decode()).encode()})


def sheet_of(count: int) -> bytes:
    cells = "".join(f'<c t="inlineStr"><is><t>{text}</t></is></c>' for text in CELLS)
    rows = f"<row>{cells}</row>" * count
    return changed(
        save(book(["x"])), SHEET, lambda xml: xml.replace("</sheetData>", f"{rows}</sheetData>")
    )


def merged(count: int) -> bytes:
    merges = '<mergeCell ref="A1:XFD1048576"/>' * count
    return changed(
        save(book(*[["x"]] * 500)),
        SHEET,
        lambda xml: xml.replace("</sheetData>", f"</sheetData><mergeCells>{merges}</mergeCells>"),
    )


@pytest.mark.parametrize(
    ("name", "build", "code"),
    [
        ("a.docx", lambda: docx_bytes(table([[cell("x", span=999_999)]])), "too_large"),
        ("a.docx", lambda: docx_bytes("<w:tbl>" + "<w:tr/>" * 20_001 + "</w:tbl>"), "too_large"),
        ("a.docx", lambda: docx_bytes("<w:sdt><w:sdtContent>" * 50_000), "damaged"),
        ("a.docx", lambda: zip_bytes({"a.xml": b" " * (21 * 2**20)}), "too_large"),
        ("a.docx", lambda: zip_bytes({"a.png": b" " * (201 * 2**20)}), "too_large"),
        ("a.docx", lambda: zip_bytes({str(i): b"" for i in range(10_001)}), "too_large"),
        ("a.xlsx", lambda: merged(2000), "too_large"),
        ("a.xlsx", lambda: zip_bytes({"xl/sharedStrings.xml": b" " * (21 * 2**20)}), "too_large"),
        ("a.html", lambda: b"<table>" + b"<tr><td>x" * 20_001, "too_large"),
        ("a.html", lambda: b"x" * (17 * 2**20), "too_large"),
        ("a.txt", lambda: b"x" * (17 * 2**20), "too_large"),
        ("a.txt", lambda: b"x\n" * 200_001, "too_large"),
        ("a.pdf", lambda: build_pdf(*["x"] * 2001), "too_large"),
    ],
)
def test_too_much_is_refused(name: str, build: Callable[[], bytes], code: str) -> None:
    with pytest.raises(UnreadableFile) as caught:
        read(name, build())
    assert caught.value.code == code


def test_entities_are_never_expanded() -> None:
    text = docx_bytes(para("&a9;"))
    sheet = changed(
        save(book(["x"])), SHEET, lambda xml: LAUGHS + xml.replace("<sheetData>", "<sheetData>&a9;")
    )
    for name, data in (
        ("a.docx", changed(text, "word/document.xml", lambda xml: LAUGHS + xml.split("?>", 1)[1])),
        ("a.xlsx", sheet),
    ):
        with pytest.raises(UnreadableFile, match="damaged"):
            read(name, data)
    assert len(str(read("a.html", f"{LAUGHS}<p>x&a9;</p>".encode()).blocks)) < 1000


def test_a_locked_zip_has_a_password() -> None:
    data = bytearray(zip_bytes({"word/document.xml": b"x"}))
    data[data.index(b"PK\x01\x02") + 8] |= 1  # the flag of an encrypted entry
    with pytest.raises(UnreadableFile, match="password"):
        read("a.docx", bytes(data))


@pytest.mark.slow
@pytest.mark.timeout(200)
@pytest.mark.parametrize(
    ("name", "build"),
    [
        ("a.docx", lambda: docx_bytes(table([CELLS] * 10_000))),
        ("a.xlsx", lambda: sheet_of(ROWS)),
        ("a.html", lambda: ("<table>" + f"<tr><td>{'<td>'.join(CELLS)}" * ROWS).encode()),
        ("a.tsv", lambda: ("\t".join(CELLS) + "\n").encode() * ROWS),
    ],
)
def test_time_and_memory_are_bounded(tmp_path: Path, name: str, build: Callable[[], bytes]) -> None:
    path = tmp_path / name
    path.write_bytes(build())
    command = [sys.executable, "-c", MEASURE, str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    _, seconds, megabytes = done.stdout.split()
    assert int(seconds) < MOST_SECONDS
    assert int(megabytes) < MOST_MEGABYTES
