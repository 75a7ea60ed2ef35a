"""Numbers typed for the buttons of the last reply, where it was numbered or shown as a menu."""

import datetime as dt
import re
from collections.abc import Mapping, Sequence

from handlers.dialogues import read_dialogue, write_dialogue
from handlers.messages import Button, Reply
from knowledge.text import fold
from storage.values import Address, Dialogue, OutboxKind
from storage.work import Work

KIND = "choices"
VERSION = 1
REMEMBERED = dt.timedelta(hours=1)
_NUMBERED = re.compile(r"([0-9]{1,2})(?:[\s,.:)–-]+(\D.*))?")  # more digits are a phone or a code
_OPEN_ENDED = re.compile(r"(?:phản ánh|report a problem|feedback)[:,] ", re.IGNORECASE)
_LISTED = re.compile(r"^\s*\d{1,2}[.)]\s", re.MULTILINE)
_QUOTED = re.compile(r"“([^”]+)”")
_NUMBER = re.compile(r"\bv?\d+")  # of an item in a list, or of its code
_WAYS_OUT = frozenset(("huy", "quay lai", "cancel", "back"))


def count_numbered(reply: Reply, *, as_menu: bool) -> int:
    """Count the buttons, from the first, for which a number stands.

    A channel without buttons shows them as a numbered menu, but where the text has numbers of its
    own, or tells words to type (a number may then be an answer: "thôn nào?", "3"), where there
    are only ways out (a "1" must not throw a report away), or nobody's answer is waited for.
    """
    if reply.numbered or not as_menu:
        return reply.numbered
    has_numbers = reply.kind is not OutboxKind.REPLY or _LISTED.search(reply.text)
    is_told = any(is_named(button, reply.text) for button in reply.buttons)
    is_way_out = all(fold(button.says) in _WAYS_OUT for button in reply.buttons)
    return 0 if has_numbers or is_told or is_way_out else len(reply.buttons)


def is_named(button: Button, text: str) -> bool:
    """Tell whether a text tells to type a button's words: “gửi”, or “xem 1” for all of a list."""
    told = {_shape(words) for words in _QUOTED.findall(text)}
    return _shape(button.says) in told or _shape(button.label) in told


def _shape(words: str) -> str:
    return _NUMBER.sub("#", fold(words)).strip(" .,")


def find_choice(typed: str, dialogues: Mapping[str, Dialogue], *, now: dt.datetime) -> str | None:
    """Give what a number stands for, or None where it stands for nothing.

    A place said with the number of a PAKN that is offered goes with it: "1 thôn Đình".
    """
    says: Sequence[str] = (
        read_dialogue(dialogues.get(KIND), VERSION, now=now, kept=REMEMBERED) or ()
    )
    number, rest = _split(typed)
    if not 0 < number <= len(says):
        return None
    if not rest:
        return says[number - 1]
    return f"{says[number - 1]}, {rest}" if _OPEN_ENDED.match(says[number - 1]) else None


def _split(typed: str) -> tuple[int, str]:
    """Split "1, thôn Đình" into the number and what goes with it; 0 where there is no number."""
    found = _NUMBERED.fullmatch(typed)
    return (int(found[1]), found[2]) if found else (0, "")


async def remember_choices(
    work: Work,
    address: Address,
    replies: Sequence[Reply],
    *,
    had: bool = True,
    as_menu: bool = False,
    now: dt.datetime,
) -> None:
    """Keep what the numbers shown last stand for; without numbers they stand for nothing.

    `had` says whether any are kept of the reply before, `as_menu` that the channel has no buttons.
    """
    own = [reply for reply in replies if reply.to in (None, address)]
    if not own:
        return
    counts = [count_numbered(reply, as_menu=as_menu) for reply in own]
    last = max((place for place, count in enumerate(counts) if count), default=None)
    if last is None:
        if had:
            await work.dialogues.remove(address, KIND)
        return
    says = [button.says for button in own[last].buttons[: counts[last]]]
    await work.dialogues.save(address, write_dialogue(KIND, VERSION, says, now=now))
