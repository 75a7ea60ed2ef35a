"""What dialogues keep between messages: values as JSON with a kind, a version and an age."""

import datetime as dt
import json
from collections.abc import Iterable
from typing import Any

from handlers.turn import Turn
from storage.values import Dialogue


def write_dialogue(kind: str, version: int, state: object, *, now: dt.datetime) -> Dialogue:
    """Turn a state into a dialogue to keep."""
    return Dialogue(kind, version, json.dumps(state, ensure_ascii=False), now)


def read_dialogue(
    dialogue: Dialogue | None,
    version: int,
    *,
    now: dt.datetime | None = None,
    kept: dt.timedelta = dt.timedelta.max,
) -> Any:
    """Read a state back; None where there is none, or it is of another program or too old."""
    if dialogue is None or dialogue.version != version:
        return None
    if now and now - dialogue.updated_at > kept:
        return None
    return json.loads(dialogue.state)


def is_overtaken(turn: Turn, kind: str, rivals: Iterable[str]) -> bool:
    """Tell whether one of other dialogues is younger than the one of a kind."""
    since = turn.dialogues[kind].updated_at
    others = [turn.dialogues[rival] for rival in rivals if rival in turn.dialogues]
    return any(other.updated_at > since for other in others)


def find_typed(dialogue: Dialogue) -> str:
    """Return the longest text in a dialogue that another version of the program has left."""
    try:
        fields = json.loads(dialogue.state)
    except ValueError:
        return ""
    texts = [v for v in fields.values() if isinstance(v, str)] if isinstance(fields, dict) else []
    return max(texts, key=len, default="")
