"""Officials, clerks and leaders at work on cases, in chat."""

from handlers.casework.replying import CaseReplySkill
from handlers.casework.skill import CaseworkSkill

__all__ = ["CaseReplySkill", "CaseworkSkill"]
