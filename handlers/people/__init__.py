"""Officers: invited with a single-use code, linked by it, moved, away, gone."""

from handlers.people.inviting import NewInvitation, invite
from handlers.people.joining import InvitationSkill

__all__ = ["InvitationSkill", "NewInvitation", "invite"]
