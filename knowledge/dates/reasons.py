"""Why a deadline names no day: codes of `Deadline.reason`."""

from enum import StrEnum


class NoDay(StrEnum):
    """What keeps a time expression from naming a day."""

    EMPTY = "empty"  # nothing is written
    NOT_UNDERSTOOD = "not_understood"  # something is written that says no time we know
    NO_YEAR = "no_year"  # the expression needs a year and none is known
    NO_MONTH = "no_month"  # a day without its month
    NO_DAY = "no_day"  # it recurs, and no period is named ("định kỳ")
    FREQUENT = "frequent"  # it recurs by the day or the week, and no weekday is named
    IMPOSSIBLE_DATE = "impossible_date"  # a day that no calendar has (31/4)
    BACKWARDS = "backwards"  # it ends before it begins
    LUNAR = "lunar"  # counted by the lunar calendar, but for Tết
    RULE_ELSEWHERE = "rule_elsewhere"  # "định kỳ theo quy định": the rule is in another text
    CONTINUOUS = "continuous"  # all the time of its period
    OPEN_END = "open_end"  # it begins on a day and does not end
    ENDS_WITH_EVENT = "ends_with_event"  # it begins on a day and ends when something happens
    ON_EVENT = "on_event"  # when something happens
    ON_REQUEST = "on_request"  # when somebody asks
    COUNTED_TERM = "counted_term"  # a number of days counted from something that is not known
    SEPARATE_PLAN = "separate_plan"  # another plan says
