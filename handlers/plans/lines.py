"""Lines of a report: the same on the command line, in chat and on the desk."""

from dataclasses import dataclass

LONGEST_CONTENT = 90
LONGEST_TITLE = 120


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a report; `depth` 0 heads, 2 lists."""

    text: str
    depth: int = 1
