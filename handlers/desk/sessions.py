"""Browsers that are let in: everybody sees and ends their own, clerk and operator all."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from handlers.desk.visitor import Power, Visitor
from handlers.errors import HandlerError
from handlers.login.sessions import end_session
from handlers.texts import say
from handlers.texts.forms import local_day
from storage.values import Role, Session
from storage.work import Work


@dataclass(frozen=True, slots=True)
class OpenSession:
    """A browser that is let in; `is_here` is the one that asks."""

    digest: str
    name: str
    browser: str
    since: dt.datetime
    until: dt.datetime
    is_here: bool


@dataclass(frozen=True, slots=True)
class Sessions:
    """The visitor's own sessions, and those of the others whose they may end."""

    own: tuple[OpenSession, ...]
    others: tuple[OpenSession, ...]
    sees_others: bool


async def read_sessions(work: Work, visitor: Visitor, *, now: dt.datetime) -> Sessions:
    """Read who is let in where, the newest first."""
    visitor.check(Power.VIEW_SESSIONS)
    people = await work.people.list_all(on=local_day(now), locality_id=visitor.place.id)
    names = {each.id: each.name for each in people}
    own = await _find_own(work, visitor, now=now)
    others = await _find_others(work, visitor, now=now) if _sees_others(visitor) else []
    return Sessions(
        tuple(_show(each, visitor, visitor.name) for each in own),
        tuple(_show(each, visitor, _name(each, names)) for each in others),
        _sees_others(visitor),
    )


async def end_one(work: Work, visitor: Visitor, digest: str, *, now: dt.datetime) -> None:
    """End a session that the visitor sees; raise `HandlerError("session_unknown")` for others."""
    visitor.check(Power.VIEW_SESSIONS)
    seen = [*await _find_own(work, visitor, now=now)]
    if _sees_others(visitor):
        seen += await _find_others(work, visitor, now=now)
    found = next((each for each in seen if each.digest == digest), None)
    if found is None:
        raise HandlerError("session_unknown")
    await end_session(work, found, by=visitor.person, now=now)


async def end_own_others(work: Work, visitor: Visitor, *, now: dt.datetime) -> int:
    """End the visitor's sessions on other browsers; return how many there were."""
    visitor.check(Power.VIEW_SESSIONS)
    own = await _find_own(work, visitor, now=now)
    elsewhere = [each for each in own if each.digest != visitor.session.digest]
    for each in elsewhere:
        await end_session(work, each, by=visitor.person, now=now)
    return len(elsewhere)


def _sees_others(visitor: Visitor) -> bool:
    return visitor.role in (Role.CLERK, Role.OPERATOR)


async def _find_own(work: Work, visitor: Visitor, *, now: dt.datetime) -> Sequence[Session]:
    role = visitor.session.role
    return await work.logins.list_sessions((role,), now=now, person_id=visitor.person_id)


async def _find_others(work: Work, visitor: Visitor, *, now: dt.datetime) -> list[Session]:
    found = await work.logins.list_sessions_in(visitor.place.id, now=now)
    return [each for each in found if each.person_id != visitor.person_id]


def _show(session: Session, visitor: Visitor, name: str) -> OpenSession:
    return OpenSession(
        session.digest,
        name,
        session.browser or say("desk_browser_unknown"),
        session.created_at,
        session.expires_at,
        session.digest == visitor.session.digest,
    )


def _name(session: Session, names: dict[int, str]) -> str:
    return names.get(session.person_id or 0, "–")
