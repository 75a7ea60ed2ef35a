import os
import time
from pathlib import Path

import pytest

from knowledge.errors import UnreadableFile
from knowledge.files import read
from knowledge.files.document import Paragraph
from knowledge.files.guards import OLE
from knowledge.files.office import read_office
from tests.factories.sample_xlsx import save
from tests.knowledge.files.test_xlsx import book
from tests.knowledge.files.word import docx_bytes, para, zip_bytes

RTF = rb"{\rtf1 x}"


def install(folder: Path, script: str) -> None:
    """Put a LibreOffice of ours on the path; OUT is the folder it must write to."""
    program = folder / "soffice"
    find = 'while [ $# -gt 0 ]; do [ "$1" = --outdir ] && OUT=$2; IN=$1; shift; done\n'
    program.write_text(f"#!/bin/sh\n{find}mkdir -p $OUT\n{script}\n")
    program.chmod(0o755)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make the folder the first on the path."""
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    return tmp_path


def first_text(name: str, data: bytes) -> str:
    block = read(name, data).blocks[0]
    assert isinstance(block, Paragraph)
    return block.text


@pytest.mark.parametrize(
    ("name", "data"), [("a.doc", OLE + b"x"), ("a.rtf", RTF), ("a.odt", zip_bytes({"x": b"y"}))]
)
def test_the_file_is_read_as_the_word_file_it_becomes(folder: Path, name: str, data: bytes) -> None:
    (folder / "made.docx").write_bytes(docx_bytes(para("Kế hoạch")))
    install(folder, f'case "$IN" in *.{name[2:]}) cp {folder}/made.docx "$OUT/given.docx";; esac')
    assert first_text(name, data) == "Kế hoạch"


def test_a_sheet_is_read_as_the_workbook_it_becomes(folder: Path) -> None:
    (folder / "made.xlsx").write_bytes(save(book(["Kế hoạch"])))
    install(folder, f'cp {folder}/made.xlsx "$OUT/given.xlsx"')
    assert first_text("a.xls", OLE + b"x") == "Kế hoạch"
    assert first_text("a.ods", zip_bytes({"x": b"y"})) == "Kế hoạch"


def test_a_part_that_is_not_installed_is_named(folder: Path) -> None:
    install(folder, "exit 1")
    (folder / "libswlo.so").touch()
    with pytest.raises(UnreadableFile, match="libreoffice_missing"):
        read("a.xls", OLE)
    with pytest.raises(UnreadableFile, match="damaged"):
        read("a.doc", OLE)


def test_an_open_document_with_a_password_is_named() -> None:
    manifest = b'<manifest:file-entry><manifest:encryption-data manifest:checksum="x"/>'
    with pytest.raises(UnreadableFile, match="password"):
        read("a.odt", zip_bytes({"META-INF/manifest.xml": manifest}))


def test_a_program_that_hangs_is_ended_with_its_children(folder: Path) -> None:
    install(folder, f"sleep 60 & echo $! > {folder}/child; wait")
    start = time.monotonic()
    with pytest.raises(UnreadableFile, match="too_slow"):
        read_office("a.rtf", RTF, patience=0.5)
    assert time.monotonic() - start < 10
    child = Path("/proc", (folder / "child").read_text().strip(), "stat")
    assert not child.exists() or ") Z " in child.read_text()


def test_a_program_that_makes_nothing_means_a_damaged_file(folder: Path) -> None:
    install(folder, "exit 1")
    with pytest.raises(UnreadableFile, match="damaged"):
        read("a.doc", OLE)


def test_without_libreoffice_the_refusal_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(UnreadableFile, match="libreoffice_missing"):
        read("a.rtf", RTF)


@pytest.mark.parametrize("name", ["a.doc", "a.rtf", "a.odt", "a.xls", "a.ods"])
def test_other_bytes_never_reach_libreoffice(name: str) -> None:
    with pytest.raises(UnreadableFile, match="damaged"):
        read(name, b"some other bytes")


def test_a_name_that_hides_a_web_page_or_a_word_file() -> None:
    assert first_text("a.doc", "<html><body>Kế hoạch</body></html>".encode()) == "Kế hoạch"
    assert first_text("a.xls", "<html><body>Kế hoạch</body></html>".encode()) == "Kế hoạch"
    assert first_text("a.doc", docx_bytes(para("Kế hoạch"))) == "Kế hoạch"
    assert first_text("a.xls", save(book(["Kế hoạch"]))) == "Kế hoạch"
