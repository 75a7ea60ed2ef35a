"""Signs of documents as a scan misreads them: 45/Qb-UBND is 45/QĐ-UBND."""

import re

_SIGN = re.compile(r"(?<=\d/)[A-ZĐÐa-z0]{2,5}(?=\s?[-–](?:\s|[A-ZĐ]|$))|(?<=[-–])H[DÐ]ND\b")
# The letter Đ is read as D, b, B, 0, P or the Icelandic Ð; no sign has QD, ND or the like.
_READ_AS = (
    (re.compile(r"^Q[DdbB0PÐ]$"), "QĐ"),
    (re.compile(r"^N[DdbB0PÐ]$"), "NĐ"),
    (re.compile(r"^HDND$|^HÐND$"), "HĐND"),
    (re.compile(r"^[cC][dDÐ]$"), "CĐ"),
)


def mend_signs(text: str) -> str:
    """Return the text with the kind of document in each sign as it is written."""
    return _SIGN.sub(lambda found: _mend(found[0]), text)


def _mend(sign: str) -> str:
    return next((meant for read, meant in _READ_AS if read.match(sign)), sign)
