"""Officials of a town in conversation about its cases, on a real database."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field

from handlers.casework import CaseReplySkill, CaseworkSkill
from handlers.library.scopes import Library
from handlers.messages import Message, Reply
from handlers.turn import Skill, Turn, only_say
from knowledge.search.base import Embedder
from knowledge.search.words import WordEmbedder
from storage.database import Database
from storage.values import Address, Case
from tests.factories.cases import TODAY, Town
from tests.factories.talk import MONDAY

FELL_THROUGH = "(falls through)"


@dataclass(slots=True)
class Talk:
    """What officials say, and what they are answered; citizens are heard in the outbox."""

    database: Database
    town: Town
    skills: Sequence[Skill]
    now: dt.datetime = MONDAY
    buttons: list[str] = field(default_factory=list)

    async def says(self, user: str, text: str) -> str:
        """Say something as one of the town; give what is answered."""
        self.now += dt.timedelta(seconds=1)
        turn = await self._turn(Address("web", user), text)
        effects = [effect for skill in self.skills if (effect := await skill.take(turn))]
        effect = effects[0] if effects else only_say(Reply(FELL_THROUGH))
        async with self.database.write() as work:
            replies = await effect(work)
        self.buttons = [button.says for reply in replies for button in reply.buttons]
        return "\n".join(reply.text for reply in replies)

    async def _turn(self, address: Address, text: str) -> Turn:
        async with self.database.read() as work:
            places = await work.localities.list_all()
            person = await work.people.find(address, on=TODAY)
            place = next((p for p in places if person and p.id == person.locality_id), None)
            dialogues = await work.dialogues.of(address)
        message = Message(address, str(self.now.timestamp()), text, self.now)
        return Turn(message, "vi", self.now, dialogues, person, places, place)

    async def told(self, case: Case) -> list[str]:
        """Give the notices that a case's sender got or will get."""
        async with self.database.read() as work:
            return [notice.text for notice in await work.case_notices.of_case(case.id)]

    async def find(self, case: Case) -> Case:
        """Give a case as it is now."""
        async with self.database.read() as work:
            found = await work.cases.get(case.id)
        assert found is not None
        return found


def build_talk(database: Database, town: Town, *, embedder: Embedder | None = None) -> Talk:
    """Let a town's officials talk to the skills that are about cases."""
    library = Library(embedder or WordEmbedder())
    skills = CaseworkSkill(database, town.desk, library), CaseReplySkill(database, town.desk)
    return Talk(database, town, skills)
