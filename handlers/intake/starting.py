"""When a PAKN is begun: by its name, by what is wrong, by a petition insisted on."""

import datetime as dt
import re

from handlers.dialogues import read_dialogue
from handlers.texts import LANGUAGES, say
from handlers.turn import Turn
from knowledge.questions.grievances import is_grievance
from knowledge.questions.intents import split_intents
from knowledge.questions.rules import Asked, find_asked
from knowledge.text import clean, fold
from knowledge.wishes import find_wish

SHORTEST = 8
PETITION = "petition"
PETITION_VERSION = 1
PETITION_KEPT = dt.timedelta(hours=1)
_START = re.compile(
    r"^(?:(?:da|xin|cho|toi|em|minh|e|chung toi|muon|can|duoc|gui|lam) )*"
    r"(?:phan anh|kien nghi|pakn|report a problem|feedback|(?:ho so )?tre hen$)(?:,? kien nghi)?\b"
    r"(?: (?:ve|viec|la|a|nhe|voi|rang)\b)*"
)
_WANTS_ENGLISH = re.compile(
    r"\b(?:can|could|may|(?:how|where) (?:do|can)) (?:i|we) (?:report|complain|send feedback)\b"
    r"|\b(?:i|we) (?:want|need|would like) to (?:report|complain)\b"
)


def wants_to_start(turn: Turn) -> bool:
    """Tell whether a PAKN is begun: "tôi muốn phản ánh …", but not a question about PAKN."""
    if tells_grievance(turn) or _WANTS_ENGLISH.search(turn.folded):
        return True
    if not _START.match(turn.folded) or "?" in turn.text:
        return False
    return find_asked(turn.folded)[0] is Asked.OTHER


def names_feedback(turn: Turn) -> bool:
    """Tell whether a message begins with the word for a PAKN."""
    return bool(_START.match(turn.folded)) and "?" not in turn.text


def tells_grievance(turn: Turn) -> bool:
    """Tell whether a citizen only describes what is wrong, without a word like "phản ánh"."""
    if turn.person or _START.match(turn.folded) or find_wish(turn.text):
        return False
    if not is_grievance(turn.text) or _WANTS_ENGLISH.search(turn.folded):
        return False
    return len(split_intents(turn.text, "en" if turn.language == "en" else "vi")) == 1


def said_at_once(turn: Turn) -> str:
    """Give what was already said after "tôi muốn phản ánh", or nothing."""
    if tells_grievance(turn):
        return turn.message.text.strip()
    if "?" in turn.text:
        return ""
    opening = _START.match(turn.folded) or _WANTS_ENGLISH.search(turn.folded)
    said = len(turn.folded[: opening.end()].split()) if opening else 0
    rest = " ".join(turn.text.split()[said:]).strip(" ,.:;-")
    return rest if len(rest) >= SHORTEST else _find_asked_about(turn)


def find_petition(turn: Turn) -> str:
    """Give the petition that was explained and shall be sent all the same; empty without one."""
    return str(_load_petition(turn).get("content", "")) if _says(turn, "says_petition") else ""


def _find_asked_about(turn: Turn) -> str:
    """Give the words of which the citizen was asked whether they are feedback."""
    state = _load_petition(turn) if _says(turn, "button_feedback") else {}
    return str(state.get("content", "")) if state.get("may_be_feedback") else ""


def _says(turn: Turn, key: str) -> bool:
    typed = fold(clean(turn.message.text)).strip(" .!?,")
    return typed in [fold(say(key, language)) for language in LANGUAGES]


def _load_petition(turn: Turn) -> dict[str, object]:
    state = read_dialogue(
        turn.dialogues.get(PETITION), PETITION_VERSION, now=turn.now, kept=PETITION_KEPT
    )
    return state if isinstance(state, dict) else {}
