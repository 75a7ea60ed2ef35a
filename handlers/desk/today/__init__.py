"""“Hôm nay”: what is due, what is new, what waits for somebody, what is wrong."""

from handlers.desk.today.acts import finish_request, mark_called, resend, resend_all
from handlers.desk.today.base import (
    CallItem,
    CaseItem,
    DecisionItem,
    DraftItem,
    DueItem,
    Listed,
    LostItem,
    Mood,
    OfficeItem,
    QuestionItem,
    RequestItem,
)
from handlers.desk.today.charts import Charts
from handlers.desk.today.due import find_sunday
from handlers.desk.today.reading import Lists, Today, read_today

__all__ = [
    "CallItem",
    "CaseItem",
    "Charts",
    "DecisionItem",
    "DraftItem",
    "DueItem",
    "Listed",
    "Lists",
    "LostItem",
    "Mood",
    "OfficeItem",
    "QuestionItem",
    "RequestItem",
    "Today",
    "find_sunday",
    "finish_request",
    "mark_called",
    "read_today",
    "resend",
    "resend_all",
]
