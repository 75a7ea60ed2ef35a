"""Refuse files that are too small or too large before they are parsed."""

import io
import zipfile

from knowledge.errors import UnreadableFile

MAX_BYTES = 50 * 1024 * 1024
MAX_UNPACKED = 200 * 1024 * 1024


def refuse_bad_size(data: bytes, limit: int = MAX_BYTES) -> None:
    """Raise `UnreadableFile` for an empty file or one above the limit, in bytes."""
    if not data:
        raise UnreadableFile("empty_file")
    if len(data) > limit:
        raise UnreadableFile("too_large", size=len(data), limit=limit)


def refuse_bad_zip(data: bytes, limit: int = MAX_UNPACKED) -> None:
    """Raise `UnreadableFile` for bytes that are no zip or that would unpack beyond the limit."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            unpacked = sum(entry.file_size for entry in archive.infolist())
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise UnreadableFile("damaged") from error
    if unpacked > limit:
        raise UnreadableFile("too_large", size=unpacked, limit=limit)
