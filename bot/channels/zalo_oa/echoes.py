"""Whether what the account has sent was said by a human of the office.

What goes out over the API comes back as an event, too, often before the call's answer, and no
source tells the two apart. So the words are compared with those that lie in the outbox: a reply is
stored there before it is sent, whichever process sends it.
"""

import datetime as dt
import unicodedata
from collections.abc import Iterator

from bot.channels.base import Answered
from bot.channels.wording import split_text, write_menu
from bot.channels.zalo_oa.parts import FORM_WORDS, LONGEST
from handlers.messages import Reply, UnknownVersion, load_reply
from handlers.texts import LANGUAGES, say
from storage.values import OutboxKind
from storage.work import Work

_LOOKED_AT = 40  # messages of both sides
_OWN_WITHIN = dt.timedelta(hours=1)  # for what comes back without words: files, forms
_ENOUGH = 20  # letters by whose likeness a text is told that the service has cut


async def is_own(work: Work, echo: Answered) -> bool:
    """Tell whether it was we who said in the account's name what has come back as an event."""
    said = _bare(echo.text)
    for entry in await work.thread.recent(echo.address, limit=_LOOKED_AT):
        reply = None if entry.is_own else _load(entry.body)
        if reply is None:
            continue
        if said:
            is_ours = any(_is_like(said, part) for part in _write(reply)) or _fills(said, reply)
        else:
            is_ours = bool(reply.files or reply.asks) and entry.at >= echo.at - _OWN_WITHIN
        if is_ours:
            return True
    return False


def _load(body: str) -> Reply | None:
    try:
        return load_reply(body)
    except UnknownVersion:
        return None


def _fills(said: str, reply: Reply) -> bool:
    """Tell whether words hold all that stands in a reply's template: the rest of it is Zalo's."""
    values = [_bare(value) for value in reply.template.data.values()] if reply.template else []
    return bool(values) and all(value in said for value in values)


def _write(reply: Reply) -> Iterator[str]:
    """Write a reply in the ways that it may have been sent: what kind it was is not kept."""
    for kind in (OutboxKind.REPLY, OutboxKind.NOTICE):
        text = write_menu(Reply(reply.text, reply.buttons, kind, numbered=reply.numbered))
        yield from map(_bare, split_text(text, LONGEST))
    for file in reply.files:
        yield _bare(file.label)
        yield from (_bare(say("file_on_web", each, label=file.label)) for each in LANGUAGES)
    if reply.asks:
        yield from map(_bare, FORM_WORDS)


def _bare(text: str) -> str:
    plain = unicodedata.normalize("NFC", text).casefold()
    return "".join(letter for letter in plain if letter.isalnum())


def _is_like(said: str, ours: str) -> bool:
    shorter, longer = sorted((said, ours), key=len)
    return said == ours or (len(shorter) >= _ENOUGH and longer.startswith(shorter))
