"""The audit trail of the desk; cases and due days have histories of their own."""

import datetime as dt
from typing import Any

from handlers.desk.visitor import Visitor
from storage.work import Work


async def note_change(
    work: Work,
    visitor: Visitor,
    action: str,
    subject: str,
    *,
    now: dt.datetime,
    old: Any = None,
    new: Any = None,
) -> int:
    """Note a change of a subject ("profile", "office 12") with its values before and after.

    Return its number. `old` and `new` are what JSON can hold.
    """
    return await work.changes.add(
        action,
        subject,
        locality_id=visitor.place.id,
        person_id=visitor.person_id,
        now=now,
        old=old,
        new=new,
    )
