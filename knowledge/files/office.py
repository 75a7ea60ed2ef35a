"""Read .doc, .odt, .rtf, .xls and .ods by turning them into .docx or .xlsx with LibreOffice."""

import contextlib
import io
import os
import shutil
import signal
import subprocess
import tempfile
import zipfile
from pathlib import Path

from knowledge.errors import UnreadableFile
from knowledge.files.document import Document
from knowledge.files.docx import read_docx
from knowledge.files.guards import DAMAGE, OLE, refuse_bad_zip
from knowledge.files.html import read_html
from knowledge.files.xlsx import read_xlsx

_PATIENCE = 60.0  # seconds; a plan of a hundred pages takes about five
_TARGETS = {".doc": "docx", ".odt": "docx", ".rtf": "docx", ".xls": "xlsx", ".ods": "xlsx"}
_READERS = {"docx": read_docx, "xlsx": read_xlsx}
_PARTS = {"docx": "libswlo.so", "xlsx": "libsclo.so"}
_BINARY, _OPEN_DOCUMENT = (".doc", ".xls"), (".odt", ".ods")
_RTF, _ZIP = b"{\\rtf", b"PK\x03\x04"
_HTML = (b"<html", b"<!doctype html", b"<?xml")
_PROFILE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop>
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop>
</item></oor:items>
"""  # no macro runs and no picture or link is fetched from outside


def read_office(source: str, data: bytes, patience: float = _PATIENCE) -> Document:
    """Read a file of an older or another office program; `patience` in seconds.

    Raises `UnreadableFile` (libreoffice_missing, too_slow, damaged, password and those of
    `read_docx` and `read_xlsx`).
    """
    suffix = Path(source).suffix.lower()
    target = _TARGETS[suffix]
    reader = _READERS[target]
    head = data[:200].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if head.startswith(_HTML):  # what web sites and old macros save as .doc or .xls
        return read_html(source, data)
    if data.startswith(_ZIP):
        refuse_bad_zip(data)
        if suffix not in _OPEN_DOCUMENT:  # a .docx or .xlsx under another name
            return reader(source, data)
        _refuse_locked(data)
    elif not head.startswith(_RTF) and not (suffix in _BINARY and data.startswith(OLE)):
        raise UnreadableFile("damaged")
    return reader(source, _convert(data, suffix, target, patience))


def _refuse_locked(data: bytes) -> None:
    """Raise `UnreadableFile` for OpenDocument parts that a password encrypts (ODF 1.2 part 3)."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive, contextlib.suppress(*DAMAGE):
        if b"encryption-data" in archive.read("META-INF/manifest.xml"):
            raise UnreadableFile("password")


def _find_program(target: str) -> str:
    """Return LibreOffice's path; Debian packs its parts for texts and for sheets apart."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        raise UnreadableFile("libreoffice_missing")
    parts = {name: Path(program).resolve().with_name(part) for name, part in _PARTS.items()}
    installed = [name for name, part in parts.items() if part.exists()]
    if installed and target not in installed:
        raise UnreadableFile("libreoffice_missing")
    return program


def _convert(data: bytes, suffix: str, target: str, patience: float) -> bytes:
    program = _find_program(target)
    with tempfile.TemporaryDirectory(prefix="motcua-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        profile = folder / "profile"
        (profile / "user").mkdir(parents=True)
        (profile / "user" / "registrymodifications.xcu").write_text(_PROFILE, "utf-8")
        given, made = folder / f"given{suffix}", folder / "made" / f"given.{target}"
        given.write_bytes(data)
        _run(
            [program, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore",
             "--convert-to", target, "--outdir", str(made.parent), str(given)],
            patience,
        )  # fmt: skip
        if not made.is_file():
            raise UnreadableFile("damaged")
        return made.read_bytes()


def _run(command: list[str], patience: float) -> None:
    """Run a command as a group of its own and end the whole group when time is up."""
    with subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    ) as process:
        try:
            process.wait(patience)
        except subprocess.TimeoutExpired as error:
            raise UnreadableFile("too_slow", seconds=int(patience)) from error
        finally:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
