"""Lists and counts, computed from the rows of plans rather than searched.

`reading` says which rows a question means, `units` which offices it names, `selecting` picks and
orders them.
"""

from knowledge.listing.reading import Filter, Role, Thing, asks_for_late, read_filter
from knowledge.listing.selecting import find_children, find_named, rank

__all__ = [
    "Filter",
    "Role",
    "Thing",
    "asks_for_late",
    "find_children",
    "find_named",
    "rank",
    "read_filter",
]
