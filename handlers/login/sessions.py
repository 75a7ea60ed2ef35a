"""Sessions opened and ended, each noted in the trail of its place."""

import datetime as dt
import logging
import secrets

from handlers.errors import HandlerError
from handlers.texts.forms import local_day
from storage.cipher import digest_secret
from storage.values import Person, Role, Session
from storage.work import Work

log = logging.getLogger(__name__)
LIFETIME = dt.timedelta(hours=12)
OFFICER = "officer"  # whose role is theirs of the day, not of the session
OPENED, ENDED, REFUSED = "login_opened", "login_ended", "login_refused"
SUBJECT = "login"


async def enter_by_link(work: Work, link: str, *, browser: str, now: dt.datetime) -> str | None:
    """Use a link up and give the new session's secret.

    None where it lets nobody in: unknown, used, ended, of somebody who has left.
    """
    found = await work.logins.consume_link(link, now=now)
    if found is None:
        return None
    role, person_id = found
    return await _enter(work, role, person_id, browser=browser, now=now)


async def enter_by_request(work: Work, secret: str, *, now: dt.datetime) -> str | None:
    """Use up what an officer has agreed to; give the new session's secret, None where nobody has.

    A browser's secret of before is worth nothing afterwards.
    """
    request = await work.login_requests.consume(secret, now=now)
    if request is None or request.person_id is None:
        return None
    return await _enter(work, OFFICER, request.person_id, browser=request.browser, now=now)


async def _enter(
    work: Work, role: str, person_id: int | None, *, browser: str, now: dt.datetime
) -> str | None:
    person = await _find(work, person_id, now=now)
    if person_id is not None and person is None:
        return None
    secret = await open_session(work, role, person_id, browser=browser, now=now)
    await note_login(work, OPENED, person, now=now, session=shorten(digest_secret(secret)))
    return secret


async def open_session(
    work: Work, role: str, person_id: int | None, *, browser: str, now: dt.datetime
) -> str:
    """Open a session; give its new secret."""
    secret = secrets.token_urlsafe(32)
    await work.logins.open_session(
        secret,
        role=role,
        person_id=person_id,
        browser=browser,
        now=now,
        expires_at=now + LIFETIME,
    )
    return secret


def shorten(digest: str) -> str:
    """Give what people and the trail call a session by."""
    return digest[:8]


async def end_session(work: Work, session: Session, *, by: Person | None, now: dt.datetime) -> None:
    """End a session; `by` is the officer who ends it, None the operator."""
    if not await work.logins.close_session(session.digest):
        raise HandlerError("session_unknown")
    owner = await _find(work, session.person_id, now=now)
    log.info("%s: person %s", ENDED, session.person_id or Role.OPERATOR.value)
    await work.changes.add(
        ENDED,
        SUBJECT,
        locality_id=owner.locality_id if owner else None,
        person_id=by.id if by else None,
        now=now,
        old={"person_id": session.person_id, "session": shorten(session.digest)},
    )


async def leave_session(work: Work, secret: str, *, now: dt.datetime) -> None:
    """End the session of a secret, by its own browser; one that has ended stays so."""
    session = await work.logins.find_session(secret, now=now)
    if session:
        owner = await _find(work, session.person_id, now=now)
        await end_session(work, session, by=owner, now=now)


async def note_login(
    work: Work, action: str, person: Person | None, *, now: dt.datetime, session: str = ""
) -> None:
    """Note in the trail and in the log what was done by an officer, or by the operator."""
    log.info("%s: person %s", action, person.id if person else Role.OPERATOR.value)
    await work.changes.add(
        action,
        SUBJECT,
        locality_id=person.locality_id if person else None,
        person_id=person.id if person else None,
        now=now,
        new={"session": session} if session else None,
    )


async def _find(work: Work, person_id: int | None, *, now: dt.datetime) -> Person | None:
    if person_id is None:
        return None
    person = await work.people.get(person_id, on=local_day(now))
    return person if person and person.left_at is None else None
