"""Words of a time expression: folded, told from look-alikes, mended where a letter is wrong."""

import re
import unicodedata
from dataclasses import dataclass, replace

from knowledge.dates.numbers import find_joined
from knowledge.text import clean

ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
# Other words that fold to the same letters: a time word may not carry these marks.
LOOK_ALIKES = {
    "quy": {"quỹ", "quỳ", "quỵ"},
    "nam": {"nắm", "nằm", "nấm", "nạm"},
    "thang": {"thắng", "thăng", "thẳng", "thặng"},
    "ngay": {"ngáy"},
    "tu": {"tư", "tự", "tử", "tú", "tủ", "tụ", "tù"},
    "den": {"đen", "đèn", "đền"},
    "toi": {"tôi", "tối", "tồi", "tội"},
    "sau": {"sáu", "sâu", "sấu"},
    "dau": {"dấu", "đâu", "dầu", "dâu", "đậu", "đấu", "đau"},
    "cuoi": {"cưới", "cười", "cưỡi"},
    "trong": {"trọng", "trống", "trồng", "tròng"},
    "hang": {"hạng", "hãng"},
    "moi": {"mới", "mọi", "mời", "môi"},
    "tung": {"tưng", "túng", "tùng"},
    "han": {"hàn", "hán", "hân", "hẳn"},
    "khi": {"khí", "khỉ"},
    "tinh": {"tỉnh", "tĩnh"},
    "hai": {"hải", "hài", "hại", "hái"},
    "ba": {"bà", "bá", "bả", "bã"},
    "bay": {"bày", "bây", "bầy", "bấy"},
    "tam": {"tạm", "tâm", "tấm", "tầm"},
    "muoi": {"muối", "muỗi"},
    "chap": {"chấp", "chắp", "chập"},
}
# Unmarked in a marked text, these are other words ("Việt Nam", "ngay") unless a number follows.
NEED_MARKS = {"nam", "ngay", "thang", "quy"}
QUY_COMPOUNDS = {"dinh", "che", "trinh", "hoach", "mo", "uoc", "tac", "chuan", "doi", "tu", "dat"}
PHRASES = (
    ("thuong", "xuyen"),
    ("cham", "nhat"),
    ("hoan", "thanh"),
    ("dinh", "ky"),
    ("ke", "hoach"),
    ("tiep", "theo"),
)
ONES_AFTER = ("thang", "ngay", "/")
# OCR takes 0 for O and 1 for l or I; "quý" and its Roman numeral may be written as one.
_MISREAD = str.maketrans("oli", "011")
_PIECE = re.compile(
    r"(?<![a-z\d])(?=[oli]*\d)[\doli]+(?![a-z\d])|\d+|qu[yi](?=(?:i{1,3}|iv)(?![a-z]))"
    r"|[a-z]+|[^\w\s*]"
)


@dataclass(frozen=True, slots=True)
class Word:
    """One folded word, number or sign, with its place in the text it was read from."""

    plain: str
    start: int
    end: int

    @property
    def number(self) -> int | None:
        """Return the number written in digits, at most four of them."""
        return int(self.plain) if self.plain.isdecimal() and len(self.plain) <= 4 else None


def fold_places(text: str) -> tuple[str, list[int]]:
    """Return the text in small letters without marks, and for each letter its place in the text."""
    letters: list[str] = []
    places: list[int] = []
    for place, char in enumerate(text):
        for piece in unicodedata.normalize("NFKD", char.lower()):
            if not unicodedata.combining(piece):
                letters.append({"đ": "d", "–": "-", "—": "-", "−": "-"}.get(piece, piece))
                places.append(place)
    return "".join(letters), places


def read_words(text: str) -> list[Word]:
    """Split a text into folded words; look-alikes of time words get a `~`."""
    folded, places = fold_places(text)
    words = [
        Word(_digits(m.group()), places[m.start()], _end_of_letter(text, places[m.end() - 1]))
        for m in _PIECE.finditer(folded)
        if m.group().isascii()
    ]
    is_marked = any(not c.isascii() and c.isalpha() for c in unicodedata.normalize("NFC", text))
    told = [_tell_apart(words, i, text=text, is_marked=is_marked) for i in range(len(words))]
    return _join(_mend(told))


def _join(words: list[Word]) -> list[Word]:
    """Put numbers written in words, and hours like "24/7", into one word each."""
    joined = list(words)
    for one in reversed(find_joined([word.plain for word in words])):
        start, end = words[one.first].start, words[one.last - 1].end
        joined[one.first : one.last] = [Word(one.plain, start, end)]
    return joined


def _digits(piece: str) -> str:
    return piece.translate(_MISREAD) if any(c.isdecimal() for c in piece) else piece


def _end_of_letter(text: str, place: int) -> int:
    end = place + 1
    while end < len(text) and unicodedata.combining(text[end]):
        end += 1
    return end


def _tell_apart(words: list[Word], i: int, *, text: str, is_marked: bool) -> Word:
    word = words[i]
    after = words[i + 1].plain if i + 1 < len(words) else ""
    plain = {"qui": "quy", "ki": "ky"}.get(word.plain, word.plain)
    written = unicodedata.normalize("NFC", text[word.start : word.end].lower())
    is_other = written in LOOK_ALIKES.get(plain, ())
    if written == plain == "quy" and after in QUY_COMPOUNDS:
        is_other = True
    if plain == "nam" and after == "hoc":
        is_other = True
    if plain == "hang" and after in ("tuan", "thang", "quy", "nam"):
        is_other = False  # OCR reads "hằng tháng" as "hãng tháng"
    if plain in NEED_MARKS and is_marked and written == plain:
        is_other = not (after.isdecimal() or after in ROMAN)
    return replace(word, plain=plain + "~" if is_other else plain)


def _mend(words: list[Word]) -> list[Word]:
    mended = list(words)
    for i in range(len(words) - 1):
        pair = (words[i].plain, words[i + 1].plain)
        for phrase in PHRASES:
            if pair != phrase and _differences("".join(pair), "".join(phrase)) == 1:
                mended[i] = replace(mended[i], plain=phrase[0])
                mended[i + 1] = replace(mended[i + 1], plain=phrase[1])
        after = words[i + 1].plain
        if words[i].plain in ("l", "i") and after == "/" and mended[i - 1].plain in ONES_AFTER:
            mended[i] = replace(mended[i], plain="1")
        if after[:1].isdecimal() or after in ("ngay", "thang", "quy"):
            mended[i] = _mend_before_number(mended, i)
    return mended


def _mend_before_number(words: list[Word], i: int) -> Word:
    word = words[i]
    follows = [w.plain for w in words[i + 2 : i + 4]]
    if len(word.plain) == 5 and _differences(word.plain, "truoc") == 1:
        return replace(word, plain="truoc")
    is_dated = follows[:1] in (["/"], ["nam"]) and follows[1:2] and follows[1].isdecimal()
    is_done = i > 0 and words[i - 1].plain == "hoan"
    if (
        is_dated
        and not is_done
        and word.plain[:2] == "th"
        and _differences(word.plain, "thang") == 1
    ):
        return replace(word, plain="thang")
    return word


def _differences(a: str, b: str) -> int:
    """Return 0 or 1 for texts at most one letter apart (changed, lost or added), else 2."""
    if a == b:
        return 0
    if abs(len(a) - len(b)) > 1:
        return 2
    same = 0
    while same < min(len(a), len(b)) and a[same] == b[same]:
        same += 1
    if len(a) == len(b):
        return 1 if a[same + 1 :] == b[same + 1 :] else 2
    short, long = sorted((a, b), key=len)
    return 1 if short[same:] == long[same + 1 :] else 2


def read_quarter(plain: str) -> tuple[int | None, bool]:
    """Return a quarter's number written as I–IV or 1–4, and whether OCR leaves it doubtful."""
    if plain.isdecimal():
        return (int(plain), False) if len(plain) < 3 and 1 <= int(plain) <= 4 else (None, False)
    if plain == "nhat":
        return 1, False
    shape = plain.replace("l", "i").replace("|", "i")
    return ROMAN.get(shape), shape != plain


def tidy(text: str) -> str:
    """Return the text in NFC on one line, without punctuation at its ends."""
    return clean(text).strip(" .;:,-–•*|")
