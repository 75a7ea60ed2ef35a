"""A step that is taken in chat, with what may be done next."""

from collections.abc import Sequence
from dataclasses import replace

from handlers.cases.changes import Facts
from handlers.casework.deed import Deed
from handlers.casework.doing import Doing
from handlers.casework.drafts import DONE
from handlers.casework.offering import offer
from handlers.messages import Reply


async def act(deed: Deed, facts: Facts) -> Sequence[Reply]:
    """Take the step and say that it is taken, with what may be done next."""
    case, said = await start(deed).take(deed.action, facts, name=deed.verb.value)
    await replace(deed, fields={}).keep(DONE)
    after = replace(deed, case=case, doer=deed.desk.find_doer(case, None, deed.person))
    return [Reply(said, offer(after))]


def start(deed: Deed) -> Doing:
    """Give what is to be done with the deed's case."""
    return Doing(deed.work, deed.desk, deed.case, deed.doer, deed.turn.now, deed.language)
