"""Periodic reports on the calendar, in questions and in plans.

Their periods (`periods`), what the law says of these (`law`), the days that an office's rules give
(`sending`), periods as texts name them (`naming`), questions about reports (`asking`), and rows
that want them (`duties`).
"""

from knowledge.reporting.asking import (
    asks_for_data,
    find_report_period,
    find_report_topic,
    is_report_question,
    share_topic,
)
from knowledge.reporting.duties import Duty, Fit, fit_duty, read_duty, words_about
from knowledge.reporting.law import (
    DataPeriod,
    LawGap,
    LawPeriod,
    find_data_period,
    find_law_period,
    list_law_gaps,
    list_law_periods,
)
from knowledge.reporting.naming import ReportPeriod
from knowledge.reporting.periods import Period, find_end
from knowledge.reporting.sending import (
    LAST_DAY,
    MOST_MONTHS_AFTER,
    Sending,
    SendingRule,
    do_overlap,
    find_broken_gap,
    find_next_sending,
    find_sending_day,
    pick_rule,
)

__all__ = [
    "LAST_DAY",
    "MOST_MONTHS_AFTER",
    "DataPeriod",
    "Duty",
    "Fit",
    "LawGap",
    "LawPeriod",
    "Period",
    "ReportPeriod",
    "Sending",
    "SendingRule",
    "asks_for_data",
    "do_overlap",
    "find_broken_gap",
    "find_data_period",
    "find_end",
    "find_law_period",
    "find_next_sending",
    "find_report_period",
    "find_report_topic",
    "find_sending_day",
    "fit_duty",
    "is_report_question",
    "list_law_gaps",
    "list_law_periods",
    "pick_rule",
    "read_duty",
    "share_topic",
    "words_about",
]
