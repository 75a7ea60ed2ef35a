"""When periodic reports are due: the plan's row, the data by law, the office's own day.

Plans ask for "báo cáo quý III" and leave the day to a rule that lies elsewhere. The answer cites
the row, says that no day stands there, and adds what is known, each with its basis.
"""

from handlers.reporting.answering import compute_report
from handlers.reporting.asked import ReportAsked, read_asked
from handlers.reporting.known import Known, find_known
from handlers.reporting.notes import ReportNote, explain_report
from handlers.reporting.rows import ReportRow, find_report_rows
from handlers.reporting.rules import RuleAdded, RuleRequest, add_rule, remove_rule

__all__ = [
    "Known",
    "ReportAsked",
    "ReportNote",
    "ReportRow",
    "RuleAdded",
    "RuleRequest",
    "add_rule",
    "compute_report",
    "explain_report",
    "find_known",
    "find_report_rows",
    "read_asked",
    "remove_rule",
]
