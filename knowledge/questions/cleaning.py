"""A message as typed, in letters that can be compared: one script, nothing invisible."""

import re
import unicodedata

from knowledge.text import clean

LONGEST = 2000  # characters that are read
# Cyrillic and Greek letters that look like Latin ones, as pasted from elsewhere.
_LOOKALIKES = str.maketrans(
    "аеорсухівѕјԛԝһАВЕКМНОРСТУХІЅЈοανρτικΑΒΕΖΗΙΚΜΝΟΡΤΥΧ",
    "aeopcyxibsjqwhABEKMHOPCTYXISJoavptikABEZHIKMNOPTYX",
)
_FOREIGN = re.compile(r"[\u0370-\u052f]")
# Soft joiners, selectors, fillers and tags that `clean` leaves, and letters drawn over by marks.
_UNSEEN = re.compile(r"[\u061c\u115f\u1160\u180b-\u180e\u2066-\u206f\u3164\ufe00-\ufe0f\uffa0]")
_STACKED = re.compile(r"([\u0300-\u036f]{2})[\u0300-\u036f]+")
_WORD = re.compile(r"\S+")


def clean_message(text: str) -> str:
    """Return the first of a message on one line, composed and visible.

    Full-width and styled letters become plain ones, and words of which each letter can be read as
    Latin are Latin.
    """
    head = _UNSEEN.sub("", text[: 2 * LONGEST])
    head = _STACKED.sub(r"\1", unicodedata.normalize("NFD", unicodedata.normalize("NFKC", head)))
    return _WORD.sub(_to_latin, clean(head))[:LONGEST].strip()


def _to_latin(found: re.Match[str]) -> str:
    latin = found[0].translate(_LOOKALIKES)
    return found[0] if _FOREIGN.search(latin) else latin
