"""What may come with a message: by content, size and number; a photo is made anew, bare.

An identity paper is told by the words that come with it; its bytes are never kept.
"""

import datetime as dt
import io
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePath
from types import MappingProxyType
from typing import IO

from handlers.messages import Attachment
from handlers.texts.forms import clip
from knowledge.errors import UnreadableFile
from knowledge.files.boxes import blank_told
from knowledge.files.identity import names_identity_paper
from knowledge.files.photos import clean_photo
from knowledge.files.sniff import HEAD, HEIC, FileKind, FileType, find_type
from knowledge.text import clean
from storage.values import Address
from storage.work import Work

MB = 1024 * 1024
LIMITS = MappingProxyType(  # bytes
    {
        FileKind.PHOTO: 10 * MB,
        FileKind.DOCUMENT: 10 * MB,
        FileKind.AUDIO: 10 * MB,
        FileKind.VIDEO: 20 * MB,
    }
)
LARGEST = max(LIMITS.values())
MOST_A_MESSAGE = 10
MOST_AN_HOUR = 20
HOUR = dt.timedelta(hours=1)
IDENTITY = "identity_paper"
TOO_MANY_HOUR = "too_many_hour"
NO_ROOM = "no_room"  # on the disk, or it takes nothing
_LONGEST_NAME = 60
_BOXED = ("video/", "audio/mp4", "audio/3gpp")
_MAY_BE_PAPERS = (FileKind.PHOTO, FileKind.DOCUMENT)


@dataclass(frozen=True, slots=True)
class Upload:
    """A file on its way in; `size` is what was sent, of which `stream` may hold only the start."""

    name: str
    stream: IO[bytes]
    size: int

    @classmethod
    def of(cls, name: str, data: bytes) -> "Upload":
        """Make an upload of bytes at hand."""
        return cls(name, io.BytesIO(data), len(data))


@dataclass(frozen=True, slots=True)
class Verdict:
    """What becomes of an upload: `data` is what to keep, or None where `refusal` says why not."""

    name: str
    type: FileType | None
    data: bytes | None = None
    refusal: str | None = None

    def describe(self) -> Attachment:
        """Give the attachment as the message carries it, before it has a number."""
        kind, media_type = (self.type.kind.value, self.type.media_type) if self.type else ("", "")
        size = len(self.data) if self.data else 0
        return Attachment(kind, self.name, media_type=media_type, size=size, refusal=self.refusal)


def examine(upload: Upload, *, is_identity: bool = False) -> Verdict:
    """Decide by content what an upload is and whether it is kept; takes up to a second a photo.

    `is_identity`: the words that came with it say that it is an identity paper.
    """
    upload.stream.seek(0)
    is_whole = upload.size <= LARGEST
    data = upload.stream.read(LARGEST if is_whole else HEAD)
    found = find_type(data, is_whole=is_whole)
    name = _name(upload.name, found)
    refusal = _refuse(upload.size, found)
    if not refusal and found and found.kind in _MAY_BE_PAPERS:
        is_identity = is_identity or names_identity_paper(PurePath(name).stem)
        refusal = IDENTITY if is_identity else None
    if refusal or found is None:
        return Verdict(name, found, refusal=refusal)
    try:
        return Verdict(name, _type_kept(found), _strip(data, found))
    except UnreadableFile as error:
        is_large = error.code == "too_large"
        return Verdict(name, found, refusal="photo_too_large" if is_large else "file_damaged")


def turn_away(upload: Upload, refusal: str) -> Verdict:
    """Refuse an upload unread, but for what it is."""
    upload.stream.seek(0)
    found = find_type(upload.stream.read(HEAD), is_whole=False)
    return Verdict(_name(upload.name, found), found, refusal=refusal)


def examine_all(uploads: Sequence[Upload], *, room: int, is_identity: bool) -> list[Verdict]:
    """Examine the uploads of a message in order; `room` is how many may be kept this hour."""
    verdicts: list[Verdict] = []
    for number, upload in enumerate(uploads):
        kept = sum(verdict.data is not None for verdict in verdicts)
        if number >= MOST_A_MESSAGE:
            verdicts.append(turn_away(upload, "too_many"))
        elif kept >= room:
            verdicts.append(turn_away(upload, TOO_MANY_HOUR))
        else:
            verdicts.append(examine(upload, is_identity=is_identity))
    return verdicts


async def find_room(work: Work, owner: Address, *, now: dt.datetime) -> int:
    """Tell how many more files an address may send this hour."""
    return max(0, MOST_AN_HOUR - await work.files.count_since(owner, now - HOUR))


def _refuse(size: int, found: FileType | None) -> str | None:
    if size == 0:
        return "file_empty"
    if found is None:
        return "file_unknown"
    if size > LIMITS[found.kind]:
        return f"{found.kind}_too_large"
    return "photo_heic" if found is HEIC else None


def _type_kept(found: FileType) -> FileType:
    is_photo = found.kind is FileKind.PHOTO
    return FileType(FileKind.PHOTO, "image/jpeg", ".jpg") if is_photo else found


def _strip(data: bytes, found: FileType) -> bytes:
    """Take out what a camera adds.

    PDF and Word files are kept as they were sent: their author and dates belong to the document,
    and a changed one could no longer be held against its signature.
    """
    if found.kind is FileKind.PHOTO:
        return clean_photo(data)
    if found.media_type.startswith(_BOXED):
        return blank_told(data)
    return data


def _name(given: str, found: FileType | None) -> str:
    """Write a file's name as people see it, ending as what it is."""
    path = PurePath(clean(given.replace("\\", "/").replace("\r", "").replace("\n", " ")))
    shown = "".join(letter for letter in path.name if letter.isprintable() and letter not in '"<>')
    if found is None:
        return clip(shown, _LONGEST_NAME)
    suffix = _type_kept(found).suffix if found is not HEIC else HEIC.suffix
    return clip(PurePath(shown).stem, _LONGEST_NAME - len(suffix)) + suffix if shown else ""
