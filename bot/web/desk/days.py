"""Days in the desk's addresses, which anybody may type."""

import datetime as dt

FIRST, LAST = dt.date(2000, 1, 1), dt.date(2100, 12, 31)


def read_day(text: str) -> dt.date | None:
    """Read 2026-12-04; None where it is no day, or beyond what an office reckons with."""
    try:
        day = dt.date.fromisoformat(text)
    except ValueError:
        return None
    return day if FIRST <= day <= LAST else None
