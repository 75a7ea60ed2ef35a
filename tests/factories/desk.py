"""Sessions at the desk, opened straight in the database."""

import datetime as dt

from bot.web.visits import DESK_COOKIE
from handlers.desk.visitor import Visitor, find_visitor
from handlers.login.sessions import OFFICER, open_session
from storage.cipher import Cipher
from storage.values import Person, Role
from storage.work import Work
from tests.factories.talk import MONDAY

BROWSER = "Chrome trên Windows"


async def let_in(work: Work, person: Person | None, *, now: dt.datetime = MONDAY) -> str:
    """Open a session of an officer, or of the operator; give its secret."""
    role = OFFICER if person else Role.OPERATOR.value
    person_id = person.id if person else None
    return await open_session(work, role, person_id, browser=BROWSER, now=now)


async def sit_down(work: Work, person: Person | None, *, now: dt.datetime = MONDAY) -> Visitor:
    """Give an officer, or the operator, as who sits at the desk."""
    secret = await let_in(work, person, now=now)
    visitor = await find_visitor(work, secret, place_name=None, now=now)
    assert visitor
    return visitor


def write_cookie(cipher: Cipher, secret: str) -> dict[str, str]:
    """Write the cookie that a browser has for a session."""
    return {DESK_COOKIE: f"{secret}.{cipher.digest(f'desk session {secret}')}"}
