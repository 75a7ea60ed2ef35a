"""What each byte of an old encoding means, and which encoding a font's name gives away."""

import re
from collections.abc import Callable

from knowledge.text import nfc

# TCVN 5712:1993, table VN3 (ABC), from byte 0xA1 on; "." where VN3 has no letter. Its fonts draw
# toned capitals with the bytes of small letters: .VnTimeH shows them as capitals.
_TCVN3 = (
    "ĂÂÊÔƠƯĐăâêôơưđ......àảãáạ.ằẳẵắ.......ặầẩẫấậè.ẻẽéẹềểễếệìỉ...ĩíịò.ỏõóọồổỗốộờởỡớợù.ủũúụừửữứựỳỷỹýỵ"
)
# RFC 1456, from byte 0x80 on; six more capitals stand among the control characters.
_VISCII = (
    "ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲÕắằặấầẩậẽẹếềểễệốồổỗỠƠộờởịỰỨỪỬơớƯÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳĐứÒÓÔạỷừửÙÚỹỵÝỡư"
    "àáâãảăữẫèéêẻìíĩỉđựòóôõỏọụùúũủýợỮ"
)
_VISCII_CONTROLS = {0x02: "Ẳ", 0x05: "Ẵ", 0x06: "Ẫ", 0x14: "Ỷ", 0x19: "Ỹ", 0x1E: "Ỵ"}
# VNI-Windows writes a plain vowel and a mark after it, and a few letters whole.
_CIRCUMFLEX, _BREVE = "\u0302", "\u0306"
_ACUTE, _GRAVE, _HOOK, _TILDE, _DOT = "\u0301", "\u0300", "\u0309", "\u0303", "\u0323"
_VNI_MARKS = {
    "ù": _ACUTE, "ø": _GRAVE, "û": _HOOK, "õ": _TILDE, "ï": _DOT, "â": _CIRCUMFLEX, "ê": _BREVE,
    "á": _CIRCUMFLEX + _ACUTE, "à": _CIRCUMFLEX + _GRAVE, "å": _CIRCUMFLEX + _HOOK,
    "ã": _CIRCUMFLEX + _TILDE, "ä": _CIRCUMFLEX + _DOT, "é": _BREVE + _ACUTE,
    "è": _BREVE + _GRAVE, "ú": _BREVE + _HOOK, "ü": _BREVE + _TILDE, "ë": _BREVE + _DOT,
}  # fmt: skip
_VNI_LETTERS = {"ô": "ơ", "ö": "ư", "ñ": "đ", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ"}
_MARKS, _LETTERS = "".join(_VNI_MARKS), "".join(_VNI_LETTERS)
_VNI_LETTER = re.compile(f"([aeouyôö])([{_MARKS}])|[{_LETTERS}]|([{_MARKS}])", re.I)
_UNKNOWN = "\ufffd"

_CAPITALS = re.compile(r"^\.Vn.*H$")
_FONTS = (("tcvn3", re.compile(r"^\.Vn")), ("vni", re.compile(r"^VNI[- ]", re.I)))


def _table(letters: str, first: int) -> dict[int, str]:
    return {first + i: letter for i, letter in enumerate(letters) if letter != "."}


_TCVN3_TABLE = _table(_TCVN3, 0xA1)
_VISCII_TABLE = _table(_VISCII, 0x80) | _VISCII_CONTROLS


def _decode_tcvn3(data: bytes) -> str:
    lines = data.decode("cp1252", "replace").splitlines(keepends=True)
    return "".join(map(_with_capitals, lines))


def _with_capitals(line: str) -> str:
    """Decode a line; one whose plain letters are all capitals was shown in capitals."""
    plain = "".join(letter for letter in line if letter.isascii() and letter.isalpha())
    decoded = line.translate(_TCVN3_TABLE)
    return decoded.upper() if len(plain) > 1 and plain.isupper() else decoded


def _decode_vni(data: bytes) -> str:
    return nfc(_VNI_LETTER.sub(_vni_letter, data.decode("cp1252", "replace")))


def _vni_letter(found: re.Match[str]) -> str:
    if found[3]:
        return _UNKNOWN  # a mark with no vowel before it
    vowel = found[1] or found[0]
    letter = _VNI_LETTERS.get(vowel.lower(), vowel.lower())
    mark = _VNI_MARKS.get((found[2] or "").lower(), "")
    return (letter.upper() if vowel.isupper() else letter) + mark


ENCODINGS: dict[str, Callable[[bytes], str]] = {
    "tcvn3": _decode_tcvn3,
    "vni": _decode_vni,
    "viscii": lambda data: data.decode("latin-1").translate(_VISCII_TABLE),
    "windows-1258": lambda data: nfc(data.decode("cp1258", "replace")),
}
"""Each encoding's decoder; the text comes composed, bytes without a letter as they look."""


def decode_surface(text: str, encoding: str) -> str:
    """Decode text whose letters are the bytes of an old encoding seen as western ones."""
    return ENCODINGS[encoding](to_bytes(text))


def to_bytes(text: str) -> bytes:
    """Return the bytes of an old encoding that show as this text; other letters have none."""
    return b"".join(map(_byte, text))


def is_surface(text: str) -> bool:
    """Say whether every letter of the text can be a byte of an old encoding."""
    return all(map(_byte, text))


def _byte(letter: str) -> bytes:
    """Return the byte that shows as this letter; none for a letter that no byte shows."""
    try:
        return letter.encode("latin-1" if letter < "\u0100" else "cp1252")
    except UnicodeEncodeError:
        return b""


def decode_font(text: str, font: str) -> str:
    """Return the text as its font shows it; text in a font of today stays."""
    encoding = next((name for name, pattern in _FONTS if pattern.match(font)), None)
    if encoding is None or not is_surface(text):
        return text
    decoded = decode_surface(text, encoding)
    return decoded.upper() if _CAPITALS.match(font) else decoded
