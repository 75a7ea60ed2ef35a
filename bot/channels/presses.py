"""What a button carries: which reply it stood under and which it was, signed for its person."""

import hmac
import re
from dataclasses import dataclass

from handlers.messages import load_reply
from storage.cipher import Cipher
from storage.values import Address
from storage.work import Work

_TOKEN = re.compile(r"1:(\d{1,18}):(\d{1,2}):([0-9a-f]{20})")  # the first number is the version
_LENGTH = 20  # hex digits of the signature


@dataclass(frozen=True, slots=True)
class Presses:
    """Sign what buttons carry (44 bytes at most), and read it again."""

    cipher: Cipher

    def sign(self, address: Address, key: str, index: int, says: str) -> str:
        """Make the token of a reply's button; `key` is the reply's number in the outbox."""
        return f"1:{key}:{index}:{self.cipher.digest(_name(address, key, index, says))[:_LENGTH]}"

    async def find_said(self, work: Work, address: Address, token: str) -> str | None:
        """Find what the pressed button says; None when it is forged, another's, or too old.

        The words are signed, too: a database that was emptied gives its numbers out again.
        """
        found = _TOKEN.fullmatch(token)
        shown = await work.outbox.find_shown(int(found[1])) if found else None
        if found is None or shown is None or shown[0] != address:
            return None
        key, index, mac = found[1], int(found[2]), found[3]
        buttons = load_reply(shown[1]).buttons
        says = buttons[index].says if index < len(buttons) else ""
        signed = self.cipher.digests(_name(address, key, index, says))
        is_ours = any(hmac.compare_digest(mac, each[:_LENGTH]) for each in signed)
        return says if is_ours and says else None


def _name(address: Address, key: str, index: int, says: str) -> str:
    return f"button {address.channel} {address.user} {key} {index} {says}"
