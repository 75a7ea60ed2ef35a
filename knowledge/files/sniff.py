"""What a file is, told by its bytes; its name and what the sender calls it count for nothing.

Only this file knows the library that tells formats apart.
"""

import io
import re
import zipfile
import zlib
from dataclasses import dataclass
from enum import StrEnum

import filetype

HEAD = 64 * 1024  # bytes that tell what a file is, a Word file excepted: its list is at the end
_ZIP = b"PK\x03\x04"
_DAMAGE = (zipfile.BadZipFile, zlib.error, ValueError, OSError, NotImplementedError, RuntimeError)
_MOST_TYPES = 1024 * 1024  # bytes of a Word file's list of contents; usually two thousand
_HAS_PICTURES = re.compile(rb"hdlr.{8}vide", re.DOTALL)  # ISO 14496-12 §8.4.3


class FileKind(StrEnum):
    """What people call a file."""

    PHOTO = "photo"
    DOCUMENT = "document"
    AUDIO = "audio"
    VIDEO = "video"


@dataclass(frozen=True, slots=True)
class FileType:
    """A kind that may come with a message; `suffix` is what its name should end with."""

    kind: FileKind
    media_type: str
    suffix: str


HEIC = FileType(FileKind.PHOTO, "image/heic", ".heic")
_JPEG = FileType(FileKind.PHOTO, "image/jpeg", ".jpg")
_PNG = FileType(FileKind.PHOTO, "image/png", ".png")
_WEBP = FileType(FileKind.PHOTO, "image/webp", ".webp")
_PDF = FileType(FileKind.DOCUMENT, "application/pdf", ".pdf")
_DOCX = FileType(
    FileKind.DOCUMENT,
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".docx",
)
_XLSX = FileType(
    FileKind.DOCUMENT,
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".xlsx",
)
_OOXML = b"application/vnd.openxmlformats-officedocument."
_PARTS = (  # the main part of a file without macros, and how its list of contents names its kind
    ("word/document.xml", _OOXML + b"wordprocessingml.document.main+xml", _DOCX),
    ("xl/workbook.xml", _OOXML + b"spreadsheetml.sheet.main+xml", _XLSX),
)
_OGG = FileType(FileKind.AUDIO, "audio/ogg", ".ogg")
_MP3 = FileType(FileKind.AUDIO, "audio/mpeg", ".mp3")
_AMR = FileType(FileKind.AUDIO, "audio/amr", ".amr")
_AAC = FileType(FileKind.AUDIO, "audio/aac", ".aac")
_M4A = FileType(FileKind.AUDIO, "audio/mp4", ".m4a")
_3GA = FileType(FileKind.AUDIO, "audio/3gpp", ".3gp")
_MP4 = FileType(FileKind.VIDEO, "video/mp4", ".mp4")
_MOV = FileType(FileKind.VIDEO, "video/quicktime", ".mov")
_3GP = FileType(FileKind.VIDEO, "video/3gpp", ".3gp")
_PLAIN = {known.media_type: known for known in (_JPEG, _PNG, _WEBP, _PDF, _OGG, _MP3, _AMR, _AAC)}
_BRANDS = {  # the first three letters of what an ISO 14496-12 file says of itself
    b"hei": (HEIC, HEIC), b"hev": (HEIC, HEIC), b"mif": (HEIC, HEIC), b"msf": (HEIC, HEIC),
    b"qt ": (_MOV, _M4A), b"3gp": (_3GP, _3GA), b"3g2": (_3GP, _3GA), b"mp4": (_MP4, _M4A),
    b"iso": (_MP4, _M4A), b"avc": (_MP4, _M4A), b"M4V": (_MP4, _M4A), b"MSN": (_MP4, _M4A),
    b"M4A": (_M4A, _M4A), b"M4B": (_M4A, _M4A), b"das": (_MP4, _M4A),
}  # fmt: skip


def find_type(data: bytes, *, is_whole: bool = True) -> FileType | None:
    """Tell what a file, or its head, is; None for what is not taken."""
    if data.startswith(_ZIP):
        return _find_office(data, is_whole=is_whole)
    if data[4:8] == b"ftyp":
        with_pictures, without = _BRANDS.get(data[8:11], (None, None))
        return with_pictures if not is_whole or _HAS_PICTURES.search(data) else without
    if data.startswith(b"OggS") and b"theora" in data[:512]:
        return None  # the library takes every Ogg for sound
    return _PLAIN.get(filetype.guess_mime(data[:HEAD]) or "")


def _find_office(data: bytes, *, is_whole: bool) -> FileType | None:
    """Tell Word and Excel files without macros from other zips by their list of contents."""
    if not is_whole:
        return _DOCX if b"[Content_Types].xml" in data[:100] else None
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            types = archive.getinfo("[Content_Types].xml")
            listed = archive.read(types) if types.file_size <= _MOST_TYPES else b""
            names = set(archive.namelist())
    except (*_DAMAGE, KeyError):
        return None
    return next((kind for part, said, kind in _PARTS if part in names and said in listed), None)
