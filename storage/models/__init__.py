"""The tables. Message bodies, dialogues, cases and names are stored encrypted (`_sealed`)."""

from storage.models.access import LoginLinkRow, MetaRow, WebSessionRow
from storage.models.answers import (
    FaqRow,
    HandoverLineRow,
    HandoverRow,
    RatingRow,
    ReportingRuleRow,
    UnansweredRow,
)
from storage.models.base import Base
from storage.models.cases import CaseEventRow, CaseRow
from storage.models.due_days import DueDayRow, NudgeRow, ReminderRow
from storage.models.people import (
    AddressRow,
    HoldingRow,
    InvitationRow,
    LocalityRow,
    OfficeRow,
    PersonRow,
)
from storage.models.plans import (
    CorrectionRow,
    ParagraphRow,
    PassageRow,
    PlanRow,
    PostingRow,
    TaskRow,
)
from storage.models.queues import DialogueRow, InboxRow, OutboxRow, QueueColumns

__all__ = [
    "AddressRow",
    "Base",
    "CaseEventRow",
    "CaseRow",
    "CorrectionRow",
    "DialogueRow",
    "DueDayRow",
    "FaqRow",
    "HandoverLineRow",
    "HandoverRow",
    "HoldingRow",
    "InboxRow",
    "InvitationRow",
    "LocalityRow",
    "LoginLinkRow",
    "MetaRow",
    "NudgeRow",
    "OfficeRow",
    "OutboxRow",
    "ParagraphRow",
    "PassageRow",
    "PersonRow",
    "PlanRow",
    "PostingRow",
    "QueueColumns",
    "RatingRow",
    "ReminderRow",
    "ReportingRuleRow",
    "TaskRow",
    "UnansweredRow",
    "WebSessionRow",
]
