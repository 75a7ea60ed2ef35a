"""What time expressions of plans mean on the calendar (design.md §4).

A small grammar: words are folded and mended (`words`, `numbers`), read as points of time (`days`,
`periods`, `points`) and cues (`cues`), put in order (`items`), split by rhythm (`groups`), given
roles and years (`dated`), and judged (`meaning`, `stretches`, `recurring`, `terms`).
`clauses` finds the time clause inside a sentence; `rendering` writes a deadline so that it
reads back as the same.

Choices of ours: đầu, giữa and cuối năm are quarter I, quarters II–III and quarter IV; of a quarter
one month; of a month ten days. A week of a month is seven days counted from its first, or its last
seven. Tết is its first three days; a school year runs from 5 September to 31 May, as the ministry
frames it. Two neighbouring months or quarters ("quý I và quý II") are one stretch; other lists
recur. A lone date is the last day allowed. The year is the expression's, else the one given, never
today's. Why no day follows is told by `NoDay`.
"""

from knowledge.dates.clauses import find_timeframe
from knowledge.dates.parsing import parse_deadline
from knowledge.dates.reasons import NoDay
from knowledge.dates.rendering import render

__all__ = ["NoDay", "find_timeframe", "parse_deadline", "render"]
