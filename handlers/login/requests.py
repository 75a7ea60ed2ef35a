"""A browser asks to be let in: it shows a code until an officer has agreed in chat."""

import datetime as dt
import secrets
from dataclasses import dataclass
from enum import StrEnum

from handlers.errors import HandlerError
from handlers.login.limits import count_wrong_code, may_show, may_type
from handlers.login.sessions import REFUSED, note_login
from knowledge.login_codes import derive_code
from storage.values import Address, LoginRequest, LoginState, Person
from storage.work import Work

VALID_FOR = dt.timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class Shown:
    """A browser's request with the code that its page shows; nobody else knows the secret."""

    secret: str
    code: str
    request: LoginRequest


class Typed(StrEnum):
    """What a code that was typed is."""

    ASKED = "asked"  # now
    AGAIN = "again"  # by the same officer, who has not decided
    OTHERS = "others"
    REFUSED = "refused"
    USED = "used"
    EXPIRED = "expired"
    UNKNOWN = "unknown"
    LIMITED = "limited"


async def find_shown(work: Work, secret: str, *, now: dt.datetime) -> Shown | None:
    """Find a browser's request that can still become something, or was refused."""
    request = await work.login_requests.find(secret, now=now)
    if request is None or request.state is LoginState.USED:
        return None
    return Shown(secret, derive_code(secret), request)


async def ask_to_be_let_in(work: Work, browser: str, network: str, *, now: dt.datetime) -> Shown:
    """Give a browser a code of its own; raise `HandlerError("login_limited")`."""
    if not await may_show(work, network, now=now):
        raise HandlerError("login_limited")
    secret = secrets.token_urlsafe(32)
    code = derive_code(secret)
    await work.login_requests.add(
        code, secret, browser=browser, now=now, expires_at=now + VALID_FOR
    )
    shown = await find_shown(work, secret, now=now)
    assert shown
    return shown


async def type_code(
    work: Work, code: str, person: Person, address: Address, *, now: dt.datetime
) -> tuple[Typed, LoginRequest | None]:
    """Note that an officer has typed a code; tell what it is, with what there is to decide on."""
    if not await may_type(work, address, now=now):
        return Typed.LIMITED, None
    request = await work.login_requests.type_code(code, person_id=person.id, now=now)
    if request:
        return Typed.ASKED, request
    known = await work.login_requests.find_by_code(code)
    typed = _tell(known, person, now=now)
    if typed is Typed.AGAIN:
        return typed, known
    if typed in (Typed.UNKNOWN, Typed.OTHERS):
        is_said = await count_wrong_code(work, address, now=now)
        return (typed if is_said else Typed.LIMITED), None
    return typed, None


def _tell(known: LoginRequest | None, person: Person, *, now: dt.datetime) -> Typed:
    if known is None:
        return Typed.UNKNOWN
    if known.person_id not in (None, person.id):
        return Typed.OTHERS
    if known.state is LoginState.REFUSED:
        return Typed.REFUSED
    if known.state in (LoginState.AGREED, LoginState.USED):
        return Typed.USED
    return Typed.EXPIRED if known.expires_at <= now else Typed.AGAIN


async def decide(
    work: Work, request_id: int, person: Person, *, is_agreed: bool, now: dt.datetime
) -> LoginRequest | None:
    """Keep what the officer says who has typed the code; None where it is too late."""
    state = LoginState.AGREED if is_agreed else LoginState.REFUSED
    request = await work.login_requests.decide(request_id, state, person_id=person.id, now=now)
    if request and not is_agreed:
        await note_login(work, REFUSED, person, now=now)
    return request
