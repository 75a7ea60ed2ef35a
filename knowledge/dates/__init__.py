"""What time expressions of plans mean on the calendar (design.md §4).

A small grammar: words are folded and mended (`words`), read as points of time (`points`) and cues
(`cues`), put in order (`items`), given roles and years (`dated`), and judged (`meaning`,
`recurring`). `clauses` finds the time clause inside a sentence.

Choices of ours: đầu, giữa and cuối năm are quarter I, quarters II–III and quarter IV; of a quarter
one month; of a month ten days. Two neighbouring months or quarters ("quý I và quý II") are one
stretch; other lists recur. A lone date is the last day allowed. The year is the expression's,
else the one given, never today's.

Codes of `Deadline.reason`:
    empty            nothing is written
    not_understood   something is written that says no time we know
    no_year          the expression needs a year and none is known
    no_month         a day without its month
    no_day           it recurs, and no day follows ("định kỳ", "hằng ngày")
    impossible_date  a day that no calendar has (31/4)
    backwards        it ends before it begins
    lunar            counted by the lunar calendar
    rule_elsewhere   "định kỳ theo quy định": the rule is in another text
    continuous       all year round
    open_end         it begins on a day and does not end
    ends_with_event  it begins on a day and ends when something happens
    on_event         when something happens
    on_request       when somebody asks
    counted_term     a number of days counted from something
    separate_plan    another plan says
"""

from knowledge.dates.clauses import find_timeframe
from knowledge.dates.parsing import parse_deadline

__all__ = ["find_timeframe", "parse_deadline"]
