"""Places that are pointed at on a map instead of being told."""

import re
from dataclasses import replace

from handlers.intake.drafts import Draft, Step
from handlers.messages import Message
from handlers.texts import say

LOCATION = "location"
_JOINT = "; "
_POINT = re.compile(r"-?\d{1,2}\.\d{1,10}, -?\d{1,3}\.\d{1,10}")


def add_spot(draft: Draft, message: Message) -> Draft:
    """Put the place that a message points at first in "where"; a later one replaces it."""
    found = next((each for each in message.attachments if each.kind == LOCATION), None)
    if found is None or not _POINT.fullmatch(found.name):
        return draft
    spot = say("intake_spot", draft.language, point=found.name)
    told = draft.where.partition(_JOINT)[2] if has_spot(draft) else draft.where
    where = _JOINT.join(filter(None, (spot, told)))
    return replace(draft, where=where, last=Step.WHERE, said_at=message.received_at.isoformat())


def has_spot(draft: Draft) -> bool:
    """Tell whether a place on the map was given."""
    return _POINT.search(draft.where) is not None


def tell_spot(draft: Draft, told: str) -> Draft:
    """Add what is told of a place on the map."""
    return replace(draft, where=f"{draft.where}{_JOINT}{told}", last=Step.WHERE)
