"""How the outbox names a digest, so that one that was never sent can be made again."""

import datetime as dt
import re

_DIGEST = re.compile(r"digest (\d+) (\d+)")


def name_digest(person_id: int, told_at: dt.datetime) -> str:
    """Name what a person is told at a moment, which is whole seconds."""
    return f"digest {person_id} {int(told_at.timestamp())}"


def read_digest_name(subject: str) -> tuple[int, dt.datetime] | None:
    """Read the person and the moment back; None where it names no digest."""
    found = _DIGEST.fullmatch(subject)
    return (int(found[1]), dt.datetime.fromtimestamp(int(found[2]), dt.UTC)) if found else None
