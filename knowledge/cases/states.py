"""What a PAKN is and where it stands (design.md §6)."""

from enum import StrEnum


class CaseKind(StrEnum):
    """What a PAKN is about; each kind has its own fields, terms and report columns."""

    SCENE = "scene"  # hiện trường: something broken, dirty, dangerous at a place
    CONDUCT = "conduct"  # hành vi hành chính (NĐ 20/2008, Điều 5 khoản 1)
    RULE = "rule"  # quy định hành chính (NĐ 20/2008, Điều 5 khoản 2-8)
    PETITION = "petition"  # like a khiếu nại, the sender insists: the clerk alone sees it


class CaseState(StrEnum):
    """The states of a PAKN."""

    RECEIVED = "received"
    NEEDS_INFO = "needs_info"
    ACCEPTED = "accepted"
    ASSIGNED = "assigned"
    IN_PROGRESS = "in_progress"
    DRAFTED = "drafted"
    APPROVED = "approved"
    ANSWERED = "answered"
    REOPENED = "reopened"
    REFUSED = "refused"
    TRANSFERRED = "transferred"
    MERGED = "merged"
    WITHDRAWN = "withdrawn"
    CLOSED = "closed"


class Solved(StrEnum):
    """What the sender says of the result; "một phần" counts as not solved."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"


class TermKind(StrEnum):
    """What a term is for."""

    ACCEPTANCE = "acceptance"
    HANDLING = "handling"
    TRANSFER = "transfer"  # counted from receipt, beside the others; never runs by itself


class Notice(StrEnum):
    """What a sender is told, and which is a fact apart from what happened."""

    RECEIPT = "receipt"
    NEEDS_INFO = "needs_info"
    ACCEPTED = "accepted"
    TRANSFERRED = "transferred"
    REFUSED = "refused"
    MERGED = "merged"
    EXTENDED = "extended"
    ANSWERED = "answered"
    PUBLISHED = "published"
    LAPSED = "lapsed"
    CLOSED = "closed"


OPEN = frozenset(
    {
        CaseState.RECEIVED,
        CaseState.NEEDS_INFO,
        CaseState.ACCEPTED,
        CaseState.ASSIGNED,
        CaseState.IN_PROGRESS,
        CaseState.DRAFTED,
        CaseState.APPROVED,
        CaseState.REOPENED,
    }
)
"""The states in which the office still owes something, or waits for the sender."""
