"""Letters as every reader hands them on."""

from knowledge.text import nfc, strip_invisible

SOFT_HYPHEN = "\xad"  # in TCVN3 the letter "ư": kept until it is known that it is none


def tidy(text: str) -> str:
    """Return the text composed and without invisible characters, soft hyphens aside."""
    return SOFT_HYPHEN.join(strip_invisible(part) for part in nfc(text).split(SOFT_HYPHEN))
