"""Handover: a human answers in the chat, and the bot is silent meanwhile."""

from handlers.handover.citizen import HandoverSkill
from handlers.handover.idle import close_idle
from handlers.handover.official import HandoverOfficialSkill
from handlers.handover.reminding import remind_officials
from handlers.handover.standing import is_open

__all__ = ["HandoverOfficialSkill", "HandoverSkill", "close_idle", "is_open", "remind_officials"]
