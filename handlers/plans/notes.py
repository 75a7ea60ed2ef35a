"""What is odd about a plan, in sentences: notes, and where in its file a piece stands."""

from handlers.texts import say
from handlers.texts.forms import clip
from knowledge.plan import Note, Place

LONGEST_FACT = 120


def word_note(note: Note, language: str) -> str:
    """Say a doubt or a warning; a cell whose neighbours tell nothing either stands alone."""
    facts = {name: clip(value, LONGEST_FACT) for name, value in note.facts}
    key = f"note_{note.code}"
    if "field" in facts:
        facts["field"] = say(f"field_{facts['field']}", language)
        key += "" if facts.get("inferred") else "_alone"
    return say(key, language, **facts)


def word_spot(place: Place, language: str) -> str:
    """Say where a piece stands in its file, as closely as the file's format tells."""
    spots = {
        "spot_line": place.first_line,
        "spot_page": place.page,
        "spot_table": place.table,
        "spot_row": place.row,
    }
    return ", ".join(say(key, language, number=n) for key, n in spots.items() if n is not None)
