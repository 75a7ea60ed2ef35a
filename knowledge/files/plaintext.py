"""Read plain text and Markdown: one paragraph a line, lines counted from 1."""

import codecs
import re
import unicodedata

from knowledge.errors import UnreadableFile
from knowledge.files.document import Document, Paragraph
from knowledge.files.guards import MAX_TEXT, MOST_LINES, refuse_bad_size, refuse_more
from knowledge.files.legacy import decode_legacy
from knowledge.files.letters import tidy
from knowledge.plan import Place

_MOST_NOISE = 0.02  # share of control and replacement characters above which it is no text
_BROKEN = "\ufffd"
_MOST_BROKEN = 0.05  # share of the letters beyond ASCII; a text in another encoding has all broken
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]+")
_LEAST_ASCII = 0.6  # share of printable ASCII in Vietnamese text of any one-byte encoding
_NEWLINE = re.compile(r"\r\n|\r|\n|\x0b|\x0c|\x85|\u2028|\u2029")
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def read_text(source: str, data: bytes) -> Document:
    """Read UTF-8 (with or without BOM) or UTF-16; raise `UnreadableFile` for other bytes."""
    text = read_letters(data)
    lines = _NEWLINE.split(text)
    refuse_more(MOST_LINES, lines=len(lines))
    return Document(source, tuple(_paragraph(source, i, line) for i, line in enumerate(lines, 1)))


def read_letters(data: bytes) -> str:
    """Return the text of the bytes; raise `UnreadableFile` for what is no text."""
    refuse_bad_size(data, MAX_TEXT)
    text = decode(data)
    if _noise(text) > _MOST_NOISE:
        raise UnreadableFile("binary_noise")
    return tidy(text)


def _paragraph(source: str, number: int, line: str) -> Paragraph:
    return Paragraph(line, Place(source, number, number))


def decode(data: bytes) -> str:
    """Decode UTF-8, UTF-16 or an old encoding; a few broken letters of Unicode become U+FFFD.

    Raises `UnreadableFile` (legacy_encoding, binary_noise).
    """
    text = data.decode(_find_unicode(data), "replace")
    if text.count(_BROKEN) <= _MOST_BROKEN * sum(map(len, _BEYOND_ASCII.findall(text))):
        return text
    if not _is_legacy(data):
        raise UnreadableFile("binary_noise")
    return decode_legacy(data)


def _is_legacy(data: bytes) -> bool:
    """Say whether the bytes look like text in TCVN3, VNI, VISCII or the like."""
    printable = sum(1 for byte in data if 0x20 <= byte < 0x7F or byte in b"\n\r\t")
    controls = sum(1 for byte in data if byte < 0x20 and byte not in b"\n\r\t")
    return printable > _LEAST_ASCII * len(data) and controls < _MOST_NOISE * len(data)


def _find_unicode(data: bytes) -> str:
    """Return the form of Unicode by its mark, else UTF-16's by where its zero bytes lie."""
    for mark, name in _BOMS:
        if data.startswith(mark):
            return name
    head = data[:2000]
    if head[1::2].count(0) > len(head) // 6 > head[::2].count(0):
        return "utf-16-le"
    if head[::2].count(0) > len(head) // 6 > head[1::2].count(0):
        return "utf-16-be"
    return "utf-8"


def _noise(text: str) -> float:
    bad = sum(1 for letter in text if unicodedata.category(letter) in ("Cc", "Cn", "Co"))
    plain = sum(text.count(letter) for letter in "\n\r\t\x0b\x0c\x85")
    return (bad - plain + text.count(_BROKEN)) / max(len(text), 1)
