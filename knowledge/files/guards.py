"""Refuse files that are too small or too large before they are parsed."""

import io
import zipfile
import zlib

from knowledge.errors import UnreadableFile

_MB = 1024 * 1024
MAX_BYTES = 50 * _MB
MAX_UNPACKED = 200 * _MB
MAX_TEXT = 16 * _MB  # of text or of a web page, whose tree takes 25 times as much memory
MAX_TREE = 20 * _MB  # of the XML that is held as a whole; 100 pages of Word are about 3 MB
_MOST_ENTRIES = 10_000  # of a zip
MOST_LINES = 200_000  # of a document; a plan has thousands
MOST_ROWS = 20_000  # of all its tables; a plan has hundreds
MOST_COLUMNS = 100
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # Word 97, and anything that Office encrypts
DAMAGE = (
    zipfile.BadZipFile, zlib.error, OSError, EOFError, SyntaxError, RuntimeError, AttributeError,
    LookupError, TypeError, ValueError, ArithmeticError,
)  # fmt: skip
"""What the readers of zipped XML raise for damaged parts: XML errors are SyntaxErrors."""
_LOCKED = 0x1  # flag of a zip's entry
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


def refuse_bad_size(data: bytes, limit: int = MAX_BYTES) -> None:
    """Raise `UnreadableFile` for an empty file or one above the limit, in bytes."""
    if not data:
        raise UnreadableFile("empty_file")
    if len(data) > limit:
        raise UnreadableFile("too_large", size=len(data), limit=limit)


_ZIPPED = (".docx", ".docm", ".dotx", ".xlsx", ".xlsm", ".odt", ".ods")
_PROGRAMS = (b"MZ", b"\x7fELF", b"\xcf\xfa\xed\xfe", b"\xca\xfe\xba\xbe")
_PACKED = (b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b")
_PDF_HEAD = 1024  # bytes in which a PDF says that it is one (ISO 32000-1, implementation note 13)
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"II*\x00", b"MM\x00*", b"RIFF")


def refuse_other_kind(suffix: str, data: bytes) -> None:
    """Raise `UnreadableFile("damaged")` where the first bytes are not what a name promises."""
    is_binary = b"\x00" in data[:_PDF_HEAD]
    is_foreign = data.startswith(_PACKED) or (is_binary and data.startswith(_PROGRAMS))
    if suffix in _ZIPPED:
        is_foreign = not data.startswith((b"PK", OLE))
    elif suffix == ".pdf":
        is_foreign = b"%PDF-" not in data[:_PDF_HEAD]
    elif suffix in (".png", ".jpg", ".jpeg", ".tif", ".tiff", ".webp"):
        is_foreign = not data.startswith(_PICTURES)
    if is_foreign:
        raise UnreadableFile("damaged")


def refuse_more(limit: int, **counted: int) -> None:
    """Raise `UnreadableFile` when what was counted is more than the limit."""
    if max(counted.values()) > limit:
        raise UnreadableFile("too_large", **counted, limit=limit)


def refuse_bad_zip(data: bytes, limit: int = MAX_UNPACKED) -> None:
    """Raise `UnreadableFile` for bytes that are no zip or that would unpack beyond the limit.

    A Word or Excel file with a password is no zip either (MS-OFFCRYPTO §2.3.4): "password".
    """
    if data.startswith(OLE) and _ENCRYPTED in data:
        raise UnreadableFile("password")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise UnreadableFile("damaged") from error
    refuse_more(_MOST_ENTRIES, entries=len(entries))
    refuse_more(limit, size=sum(entry.file_size for entry in entries))
    if any(entry.flag_bits & _LOCKED for entry in entries):
        raise UnreadableFile("password")


def refuse_big_parts(data: bytes, suffix: str = ".xml", limit: int = MAX_TREE) -> None:
    """Raise `UnreadableFile` when the zip's parts of this kind are too much to hold at once."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        sizes = [part.file_size for part in archive.infolist() if part.filename.endswith(suffix)]
    refuse_more(limit, size=sum(sizes))
