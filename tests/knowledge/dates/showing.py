"""A deadline on one line, for tables."""

from knowledge.plan import Deadline


def shown(deadline: Deadline) -> str:
    """Write the kind, the days, "strict" and the reason."""
    words = [deadline.kind.value]
    if deadline.start or deadline.last_day:
        words.append(f"{deadline.start or ''}..{deadline.last_day or ''}")
    if deadline.strict:
        words.append("strict")
    if deadline.reason:
        words.append(deadline.reason)
    return " ".join(words)
