"""An officer logs in by chat: types the code of a page and agrees, or asks for a link."""

import re
from collections.abc import Sequence

from handlers.buttons import make_button
from handlers.login.links import VALID_FOR, make_link, write_login
from handlers.login.requests import Typed, decide, type_code
from handlers.messages import Reply
from handlers.people.roles import is_official
from handlers.texts import say
from handlers.texts.forms import write_time
from handlers.turn import Effect, Turn, only_say
from knowledge.login_codes import find_login_code, looks_like_login_code
from storage.database import Database
from storage.values import LoginRequest, Person
from storage.work import Work

MOST_LINKS = 10  # an hour, for one officer
LONGEST = 60  # characters of a message with a code: "mã đăng nhập của tôi: VAO-…"
_WISHES = frozenset(
    {
        "dang nhap",
        "ban lam viec",
        "vao ban lam viec",
        "mo ban lam viec",
        "dang nhap ban lam viec",
        "dang nhap vao ban lam viec",
        "log in",
        "login",
        "sign in",
        "desk",
        "open the desk",
    }
)
_AGREES = re.compile(r"(?:dung la toi|it is me)(?:\s+(\d{1,18}))?")
_REFUSES = re.compile(r"(?:khong phai toi|it is not me)(?:\s+(\d{1,18}))?")


class LoginSkill:
    """Let officers in; `public_url` makes links, `address` is where the desk is without one."""

    def __init__(self, database: Database, *, public_url: str, address: str) -> None:
        self._database = database
        self._public_url = public_url
        self._address = address

    async def take(self, turn: Turn) -> Effect | None:
        """Take a code, an officer's decision, an officer's wish; a citizen's wish falls through."""
        person = turn.person if is_official(turn.person) else None
        if len(turn.text) <= LONGEST and looks_like_login_code(turn.text):
            code = find_login_code(turn.text)
            return _take_code(turn, person, code) if person else _refuse_citizen()
        if person is None:
            return None
        if turn.folded in _WISHES:
            return self._give_link(turn, person)
        return await self._take_decision(turn, person)

    async def _take_decision(self, turn: Turn, person: Person) -> Effect | None:
        """Take a decision with its number, and one without where there is something to decide."""
        agreed, refused = _AGREES.fullmatch(turn.folded), _REFUSES.fullmatch(turn.folded)
        found = agreed or refused
        if found is None:
            return None
        number = int(found[1]) if found[1] else await self._find_typed(turn, person)
        return _decide(turn, person, number, is_agreed=bool(agreed)) if number else None

    async def _find_typed(self, turn: Turn, person: Person) -> int | None:
        async with self._database.read() as work:
            typed = await work.login_requests.find_typed(person.id, now=turn.now)
        return typed[0].id if len(typed) == 1 else None

    def _give_link(self, turn: Turn, person: Person) -> Effect:
        if not self._public_url:
            url = write_login(self._address)
            return only_say(Reply(say("login_how", turn.language, url=url)))

        async def effect(work: Work) -> Sequence[Reply]:
            key = f"login links of {person.id}"
            if not await work.tries.allow(key, MOST_LINKS, now=turn.now):
                return [Reply(say("login_links_limited", turn.language))]
            url = write_login(self._public_url, await make_link(work, person, now=turn.now))
            until = write_time(turn.now + VALID_FOR, turn.language)
            useful_until = turn.now + VALID_FOR
            told = say("login_link", turn.language, url=url, until=until)
            return [Reply(told, useful_until=useful_until)]

        return effect


def _refuse_citizen() -> Effect:
    return only_say(Reply(say("login_code_citizen")))


def _take_code(turn: Turn, person: Person, code: str | None) -> Effect:
    """Ask who has typed a code; in Vietnamese, for a code alone shows no language."""
    if code is None:
        return only_say(Reply(say("login_code_mistyped")))
    known = code

    async def effect(work: Work) -> Sequence[Reply]:
        address = turn.message.address
        typed, request = await type_code(work, known, person, address, now=turn.now)
        if request is None:
            return [Reply(say(f"login_code_{typed.value}"))]
        return [_ask(request, is_again=typed is Typed.AGAIN)]

    return effect


def _ask(request: LoginRequest, *, is_again: bool) -> Reply:
    buttons = (
        make_button("login_agree", number=request.id),
        make_button("login_refuse", number=request.id),
    )
    if is_again:
        return Reply(say("login_code_again"), buttons)
    at = write_time(request.made_at)
    return Reply(say("login_code_asked", browser=request.browser, at=at), buttons)


def _decide(turn: Turn, person: Person, number: int, *, is_agreed: bool) -> Effect:
    async def effect(work: Work) -> Sequence[Reply]:
        request = await decide(work, number, person, is_agreed=is_agreed, now=turn.now)
        if request is None:
            return [Reply(say("login_nothing_to_decide", turn.language))]
        key = "login_agreed" if is_agreed else "login_refused"
        return [Reply(say(key, turn.language, browser=request.browser))]

    return effect
