"""Choose the reader of a file by its name."""

from collections.abc import Callable
from pathlib import PurePath

from knowledge.errors import UnreadableFile
from knowledge.files import docx, html, office, pdf, plaintext, xlsx
from knowledge.files.document import Document
from knowledge.files.guards import refuse_bad_size
from knowledge.files.secrecy import refuse_secret

_READERS: dict[str, Callable[[str, bytes], Document]] = {
    ".txt": plaintext.read_text,
    ".md": plaintext.read_text,
    ".docx": docx.read_docx,
    ".xlsx": xlsx.read_xlsx,
    ".pdf": pdf.read_pdf,
    ".html": html.read_html,
    ".htm": html.read_html,
    ".doc": office.read_office,
    ".odt": office.read_office,
    ".rtf": office.read_office,
}


def read(name: str, data: bytes) -> Document:
    """Read a file into a document.

    Raises `UnreadableFile` (unknown_format, empty_file, too_large, too_slow, binary_noise,
    legacy_encoding, damaged, password, scan_needs_ocr, libreoffice_missing) and `RefusedDocument`
    (secret).
    """
    source = PurePath(name.replace("\\", "/")).name
    suffix = PurePath(source).suffix.lower()
    reader = _READERS.get(suffix)
    if reader is None:
        raise UnreadableFile("unknown_format", format=suffix, supported=", ".join(_READERS))
    refuse_bad_size(data)
    document = reader(source, data)
    if not document.blocks:
        raise UnreadableFile("empty_file")
    refuse_secret(document)
    return document
