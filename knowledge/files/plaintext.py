"""Read plain text and Markdown: one paragraph a line, lines counted from 1."""

import codecs
import re
import unicodedata

from knowledge.errors import UnreadableFile
from knowledge.files.document import Document, Paragraph
from knowledge.plan import Place
from knowledge.text import nfc, strip_invisible

_MOST_LINES = 200_000  # a plan has thousands
_MOST_NOISE = 0.02  # share of control and replacement characters above which it is no text
_LEAST_ASCII = 0.6  # share of printable ASCII in Vietnamese text of any one-byte encoding
_NEWLINE = re.compile(r"\r\n|\r|\n|\x0b|\x0c|\x85|\u2028|\u2029")
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def read_text(source: str, data: bytes) -> Document:
    """Read UTF-8 (with or without BOM) or UTF-16; raise `UnreadableFile` for other bytes."""
    text = decode(data)
    if not strip_invisible(text).strip():
        raise UnreadableFile("empty_file")
    if _noise(text) > _MOST_NOISE:
        raise UnreadableFile("binary_noise")
    lines = _NEWLINE.split(nfc(text))
    if len(lines) > _MOST_LINES:
        raise UnreadableFile("too_large", lines=len(lines), limit=_MOST_LINES)
    return Document(source, tuple(_paragraph(source, i, line) for i, line in enumerate(lines, 1)))


def _paragraph(source: str, number: int, line: str) -> Paragraph:
    return Paragraph(strip_invisible(line), Place(source, number, number))


def decode(data: bytes) -> str:
    """Decode UTF-8 or UTF-16; raise `UnreadableFile` (legacy_encoding, binary_noise)."""
    encodings = [name for bom, name in _BOMS if data.startswith(bom)] or _guesses(data)
    for encoding in encodings:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise UnreadableFile("legacy_encoding" if _is_legacy(data) else "binary_noise")


def _is_legacy(data: bytes) -> bool:
    """Say whether the bytes look like text in TCVN3, VNI, VISCII or the like."""
    printable = sum(1 for byte in data if 0x20 <= byte < 0x7F or byte in b"\n\r\t")
    controls = sum(1 for byte in data if byte < 0x20 and byte not in b"\n\r\t")
    return printable > _LEAST_ASCII * len(data) and controls < _MOST_NOISE * len(data)


def _guesses(data: bytes) -> list[str]:
    """Guess the byte order of UTF-16 without a BOM by where its zero bytes lie."""
    head = data[:2000]
    if head[1::2].count(0) > len(head) // 6 > head[::2].count(0):
        return ["utf-16-le"]
    if head[::2].count(0) > len(head) // 6 > head[1::2].count(0):
        return ["utf-16-be"]
    return ["utf-8"]


def _noise(text: str) -> float:
    bad = sum(1 for letter in text if unicodedata.category(letter) in ("Cc", "Cn", "Co"))
    plain = sum(text.count(letter) for letter in "\n\r\t\x0b\x0c\x85")
    return (bad - plain + text.count("\ufffd")) / len(text)
