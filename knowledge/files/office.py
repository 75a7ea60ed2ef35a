"""Read .doc, .odt and .rtf by turning them into Word files with LibreOffice."""

import contextlib
import os
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path

from knowledge.errors import UnreadableFile
from knowledge.files.document import Document
from knowledge.files.docx import read_docx
from knowledge.files.guards import OLE, refuse_bad_zip
from knowledge.files.html import read_html

_PATIENCE = 60.0  # seconds; a plan of a hundred pages takes about five
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
    """Read a file of an older or another word processor; `patience` in seconds.

    Raises `UnreadableFile` (libreoffice_missing, too_slow, damaged and those of `read_docx`).
    """
    head = data[:200].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    suffix = Path(source).suffix.lower()
    if head.startswith(_HTML):  # what web sites and old macros save as .doc
        return read_html(source, data)
    if data.startswith(_ZIP):
        refuse_bad_zip(data)
        if suffix != ".odt":  # a .docx under another name
            return read_docx(source, data)
    elif not head.startswith(_RTF) and not (suffix == ".doc" and data.startswith(OLE)):
        raise UnreadableFile("damaged")
    return read_docx(source, _convert(data, suffix, patience))


def _convert(data: bytes, suffix: str, patience: float) -> bytes:
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        raise UnreadableFile("libreoffice_missing")
    with tempfile.TemporaryDirectory(prefix="motcua-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        profile = folder / "profile"
        (profile / "user").mkdir(parents=True)
        (profile / "user" / "registrymodifications.xcu").write_text(_PROFILE, "utf-8")
        given, made = folder / f"given{suffix}", folder / "made" / "given.docx"
        given.write_bytes(data)
        _run(
            [program, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore",
             "--convert-to", "docx", "--outdir", str(made.parent), str(given)],
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
