"""Refuse files that are too small or too large before they are parsed."""

import io
import zipfile
import zlib

from knowledge.errors import UnreadableFile

MAX_BYTES = 50 * 1024 * 1024
MAX_UNPACKED = 200 * 1024 * 1024
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # Word 97, and anything that Office encrypts
DAMAGE = (
    zipfile.BadZipFile, zlib.error, OSError, EOFError, SyntaxError, RuntimeError, AttributeError,
    LookupError, TypeError, ValueError, ArithmeticError,
)  # fmt: skip
"""What the readers of zipped XML raise for damaged parts: XML errors are SyntaxErrors."""
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


def refuse_bad_size(data: bytes, limit: int = MAX_BYTES) -> None:
    """Raise `UnreadableFile` for an empty file or one above the limit, in bytes."""
    if not data:
        raise UnreadableFile("empty_file")
    if len(data) > limit:
        raise UnreadableFile("too_large", size=len(data), limit=limit)


def refuse_bad_zip(data: bytes, limit: int = MAX_UNPACKED) -> None:
    """Raise `UnreadableFile` for bytes that are no zip or that would unpack beyond the limit.

    A Word or Excel file with a password is no zip either (MS-OFFCRYPTO §2.3.4): "password".
    """
    if data.startswith(OLE) and _ENCRYPTED in data:
        raise UnreadableFile("password")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            unpacked = sum(entry.file_size for entry in archive.infolist())
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise UnreadableFile("damaged") from error
    if unpacked > limit:
        raise UnreadableFile("too_large", size=unpacked, limit=limit)
