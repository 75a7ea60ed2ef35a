"""Numbers typed for the buttons of the last reply, where it was numbered or shown as a menu."""

import datetime as dt
import re
from collections.abc import Mapping, Sequence

from handlers.dialogues import read_dialogue, write_dialogue
from handlers.messages import Reply
from storage.values import Address, Dialogue, OutboxKind
from storage.work import Work

KIND = "choices"
VERSION = 1
REMEMBERED = dt.timedelta(hours=1)
_NUMBERED = re.compile(r"([0-9]{1,2})(?:[\s,.:)–-]+(\D.*))?")  # more digits are a phone or a code
_OPEN_ENDED = re.compile(r"(?:phản ánh|report a problem|feedback)[:,] ", re.IGNORECASE)


_LISTED = re.compile(r"^\s*\d{1,2}[.)]\s", re.MULTILINE)


def count_numbered(reply: Reply, *, as_menu: bool) -> int:
    """Count the buttons, from the first, for which a number stands.

    A channel without buttons shows them as a numbered menu, but where the text has numbers of its
    own, or where nobody's answer is waited for.
    """
    if reply.numbered or not as_menu:
        return reply.numbered
    is_free = reply.kind is OutboxKind.REPLY and not _LISTED.search(reply.text)
    return len(reply.buttons) if is_free else 0


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
    """Keep what the numbers of the last reply stand for; without numbers they stand for nothing.

    `had` says whether any are kept of the reply before, `as_menu` that the channel has no buttons.
    """
    own = [reply for reply in replies if reply.to in (None, address)]
    if not own:
        return
    numbered = count_numbered(own[-1], as_menu=as_menu)
    if not numbered:
        if had:
            await work.dialogues.remove(address, KIND)
        return
    says = [button.says for button in own[-1].buttons[:numbered]]
    await work.dialogues.save(address, write_dialogue(KIND, VERSION, says, now=now))
