"""Choose the reader of a file by its name."""

from collections.abc import Callable
from pathlib import PurePath

from knowledge.errors import UnreadableFile
from knowledge.files import docx, plaintext
from knowledge.files.document import Document
from knowledge.files.guards import refuse_bad_size
from knowledge.files.secrecy import refuse_secret

_READERS: dict[str, Callable[[str, bytes], Document]] = {
    ".txt": plaintext.read_text,
    ".md": plaintext.read_text,
    ".docx": docx.read_docx,
}


def read(name: str, data: bytes) -> Document:
    """Read a file into a document.

    Raises `UnreadableFile` (unknown_format, empty_file, too_large, binary_noise, damaged) and
    `RefusedDocument` (secret).
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
