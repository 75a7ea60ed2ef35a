"""A sender's own data in the words of a case: what never stands in what others read."""

import re

from handlers.redacting import find_suspects, redact
from knowledge.cases.gathering import summarise
from knowledge.text import fold
from storage.values import Case

# A hamlet or a commune is where the trouble is, too; a house, a lane or a street is somebody's.
_PRECISE = re.compile(
    r"\d+\s*/\s*\d+|\b(?:so nha|nha so|so \d|duong|pho|ngo|ngach|hem|kiet|can ho|lo)\b"
)


def list_own(case: Case) -> list[str]:
    """List a sender's name, phone and house, where they were given."""
    contact = case.contact
    home = contact.address if _PRECISE.search(fold(contact.address)) else ""
    return [each for each in (contact.name, contact.phone, home) if each]


def describe_content(case: Case) -> str:
    """Give what a case is about in few words, without personal data."""
    return " ".join(redact(summarise(case.content), list_own(case)).split())


def redact_for_public(text: str, case: Case, *, is_chosen: bool = False) -> str:
    """Give words of a case without personal data, strictly where no person has chosen them."""
    return redact(text, list_own(case), strict=not is_chosen)


def find_doubtful_words(case: Case, *texts: str) -> list[str]:
    """Find in words that are to be public what may still be personal data, for a person to see."""
    own = list_own(case)
    return list(dict.fromkeys(each for text in texts for each in find_suspects(text, own)))
