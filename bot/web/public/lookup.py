"""`/tra-cuu`: the state of a case by its code, which never stands in an address or a log."""

import datetime as dt
import unicodedata
from urllib.parse import parse_qs

from fastapi import APIRouter, Request, Response

from bot.app import App
from bot.channels.web import NAME
from bot.web.limits import name_network
from bot.web.public.frame import LOOKUP, Frame, open_frame
from bot.web.visits import CHAT_COOKIE
from handlers.cases.lookup import LookUp, Outcome, look_up
from handlers.cases.status import describe_to_stranger
from handlers.texts.forms import local_day
from knowledge.case_codes import find_code
from storage.cipher import digest_secret
from storage.values import Address

_MOST_BYTES = 2048
_LONGEST = 60
_HOUR = 3600
_HEADERS = {"Cache-Control": "no-store", "X-Robots-Tag": "noindex"}
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—―−_/", "-"))


def build_lookup(app: App) -> APIRouter:
    """Build the form and its answer."""
    router = APIRouter(prefix=LOOKUP)

    @router.get("")
    async def ask(request: Request) -> Response:
        return _show(await open_frame(app, request))

    @router.post("")
    async def answer(request: Request) -> Response:
        frame, now = await open_frame(app, request), app.clock.now()
        typed = await _read_typed(request)
        async with app.database.write() as work:
            found = await look_up(
                work, _complete(typed), name_network(request), now=now, sender=_find_chat(request)
            )
        return _tell(frame, found, typed, now)

    return router


async def _read_typed(request: Request) -> str:
    """Read the one field of the form; what is too long to be it is cut."""
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > _MOST_BYTES:
            return ""
    fields = parse_qs(body.decode("utf-8", "replace"), max_num_fields=None)
    return fields.get("ma", [""])[0].strip()[:_LONGEST]


def _complete(typed: str) -> str:
    """Give what was typed so that a code in it is read, whatever divides or opens it."""
    plain = unicodedata.normalize("NFKC", typed).translate(_DASHES)
    symbols = "".join(filter(str.isalnum, plain))
    return next((text for text in (plain, symbols, f"PA{symbols}") if find_code(text)), plain)


def _find_chat(request: Request) -> Address | None:
    """Give this browser's chat, whose own cases are shown whatever others have guessed."""
    secret = request.cookies.get(CHAT_COOKIE)
    return Address(NAME, digest_secret(secret)) if secret else None


def _tell(frame: Frame, found: LookUp, typed: str, now: dt.datetime) -> Response:
    if found.case:
        told = describe_to_stranger(found.case, frame.language, today=local_day(now))
        published = found.code if found.case.published else ""
        return _show(frame, told, is_found=True, published=published)
    if found.outcome is Outcome.LIMITED:
        return _refuse(frame, now)
    if found.outcome is Outcome.UNKNOWN:
        told = frame.say("case_unknown", code=found.code)
    else:
        told = frame.say("case_code_wrong" if typed else "public_no_code")
    return _show(frame, told, typed=typed)


def _refuse(frame: Frame, now: dt.datetime) -> Response:
    left = _HOUR - (now.minute * 60 + now.second)
    told = frame.say("public_limited", minutes=-(-left // 60))
    return _show(frame, told, status=429, headers={"Retry-After": str(left)})


def _show(
    frame: Frame,
    told: str = "",
    *,
    typed: str = "",
    published: str = "",
    is_found: bool = False,
    status: int = 200,
    headers: dict[str, str] | None = None,
) -> Response:
    values = {"told": told, "typed": typed, "published": published, "is_found": is_found}
    title = frame.say("public_lookup_title")
    headers = {**_HEADERS, **(headers or {})}
    return frame.answer("lookup", title, values, status=status, headers=headers)
