"""Choose the reader of a file by its name."""

from collections.abc import Callable
from functools import partial
from pathlib import PurePath

from knowledge.errors import UnreadableFile
from knowledge.files import docx, html, mht, office, plaintext, scans, separated, xlsx
from knowledge.files.document import Document
from knowledge.files.guards import refuse_bad_size, refuse_other_kind
from knowledge.files.legacy import modernise
from knowledge.files.scans import OnPage
from knowledge.files.secrecy import refuse_secret

_READERS: dict[str, Callable[[str, bytes], Document]] = {
    ".docx": docx.read_docx,
    ".docm": docx.read_docx,
    ".dotx": docx.read_docx,
    ".doc": office.read_office,
    ".odt": office.read_office,
    ".rtf": office.read_office,
    ".xlsx": xlsx.read_xlsx,
    ".xlsm": xlsx.read_xlsx,
    ".xls": office.read_office,
    ".ods": office.read_office,
    ".html": html.read_html,
    ".htm": html.read_html,
    ".mht": mht.read_mht,
    ".txt": plaintext.read_text,
    ".md": plaintext.read_text,
    ".tsv": separated.read_separated,
    ".csv": separated.read_separated,
}
_PAGED = {
    ".pdf": scans.read_paper,
    ".png": scans.read_photo,
    ".jpg": scans.read_photo,
    ".jpeg": scans.read_photo,
    ".tif": scans.read_photo,
    ".tiff": scans.read_photo,
    ".webp": scans.read_photo,
}


SUFFIXES = (*_READERS, *_PAGED)


def refuse_unread(name: str, data: bytes) -> None:
    """Raise `UnreadableFile` for what is not read at all, without reading it.

    By its name (unknown_format), its size (empty_file, too_large) or its first bytes (damaged).
    """
    suffix = PurePath(name.replace("\\", "/")).suffix.lower()
    if suffix not in SUFFIXES:
        raise UnreadableFile("unknown_format", format=suffix, supported=", ".join(SUFFIXES))
    refuse_bad_size(data)
    refuse_other_kind(suffix, data)


def read(name: str, data: bytes, *, on_page: OnPage | None = None) -> Document:
    """Read a file into a document; `on_page` is told how many pages of a scan are done, of all.

    Raises `UnreadableFile` (unknown_format, empty_file, too_large, too_slow, binary_noise,
    legacy_encoding, damaged, password, scan_needs_ocr, tesseract_missing,
    tesseract_language_missing, libreoffice_missing) and `RefusedDocument` (secret).
    """
    source = PurePath(name.replace("\\", "/")).name
    suffix = PurePath(source).suffix.lower()
    reader = partial(_PAGED[suffix], on_page=on_page) if suffix in _PAGED else _READERS.get(suffix)
    if reader is None:
        raise UnreadableFile("unknown_format", format=suffix, supported=", ".join(SUFFIXES))
    refuse_bad_size(data)
    document = modernise(reader(source, data))
    if not any(map(str.strip, document.texts())):
        raise UnreadableFile("empty_file")
    refuse_secret(document)
    return document
