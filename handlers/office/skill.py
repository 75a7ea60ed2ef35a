"""A clerk reads in chat what the office says of itself, and what it has not entered."""

import re
from collections.abc import Sequence

from handlers.messages import Reply
from handlers.office.profile import list_profile
from handlers.people.roles import is_clerk
from handlers.texts import say
from handlers.turn import Effect, Turn
from storage.work import Work

_SHOW = re.compile(
    r"^(?:xem |cho xem )?(?:thong tin|ho so) (?:cua )?(?:co quan|don vi|ubnd|uy ban)$"
    r"|^(?:show )?(?:the )?office (?:profile|information)$"
)


class OfficeProfileSkill:
    """Answer "thông tin cơ quan" to a clerk."""

    async def take(self, turn: Turn) -> Effect | None:
        """Show the clerk's own office; nobody else's words are taken."""
        person = turn.person
        if person is None or not is_clerk(person) or not _SHOW.match(turn.folded):
            return None

        async def effect(work: Work) -> Sequence[Reply]:
            places = await work.localities.list_all()
            place = next(each for each in places if each.id == person.locality_id)
            key = "profile_head" if place.profile else "profile_none"
            lines = [say(key, turn.language, place=place.name)]
            if place.profile:
                lines += list_profile(place, turn.language)
            return [Reply("\n".join(lines))]

        return effect
