"""One-time links: for an officer who asks in chat, for whoever has the command line."""

import datetime as dt
import secrets

from handlers.login.sessions import OFFICER
from storage.values import Person, Role
from storage.work import Work

VALID_FOR = dt.timedelta(minutes=10)
OPERATOR_VALID_FOR = dt.timedelta(hours=1)
PATH = "/vao"


async def make_link(work: Work, person: Person | None, *, now: dt.datetime) -> str:
    """Make a link for an officer, or for the operator; give its secret, stored by digest only."""
    secret = secrets.token_urlsafe(24)
    await work.logins.add_link(
        secret,
        role=OFFICER if person else Role.OPERATOR.value,
        person_id=person.id if person else None,
        expires_at=now + (VALID_FOR if person else OPERATOR_VALID_FOR),
    )
    return secret


def write_login(base: str, secret: str = "") -> str:
    """Write the address of the login, or of a link."""
    address = f"{base.rstrip('/')}{PATH}"
    return f"{address}/{secret}" if secret else address
