"""Identity papers that words in messages of their own give away.

Messages within twenty seconds are one (design, §6): "cccd của tôi đây", then the photo; or the
photo, then "đó là cccd của tôi".
"""

import datetime as dt
from collections.abc import Collection

from handlers.files.rules import IDENTITY
from handlers.messages import Attachment, Message, UnknownVersion, load_message
from knowledge.files.identity import names_identity_paper
from knowledge.files.sniff import FileKind
from storage.values import Address, StoredFile, ThreadEntry
from storage.work import Work

SAME_BREATH = dt.timedelta(seconds=20)
SOON_AFTER = dt.timedelta(minutes=10)
_LATEST = 6  # messages of both sides that may be within twenty seconds
_PHOTO = "image/"
_DOCUMENT = "application/"


async def is_announced(work: Work, message: Message) -> bool:
    """Tell whether a message's own words, or those just before it, name an identity paper."""
    if names_identity_paper(message.text):
        return True
    since = message.received_at - SAME_BREATH
    entries = await work.thread.recent(message.address, limit=_LATEST)
    just_said = [entry for entry in entries if entry.is_own and entry.at >= since]
    return any(names_identity_paper(_read_text(entry, message.address)) for entry in just_said)


async def forget_given_away(work: Work, message: Message) -> list[Attachment]:
    """Forget what came last before words that name an identity paper; return what was forgotten.

    To be called where those words answer to photos; it looks ten minutes back.
    """
    if message.attachments or not names_identity_paper(message.text):
        return []
    sent = [file for file in await work.files.of_owner(message.address) if _may_be_paper(file)]
    last = max((file.created_at for file in sent), default=message.received_at)
    since = max(last - SAME_BREATH, message.received_at - SOON_AFTER)
    papers = [file for file in sent if file.created_at >= since]
    await forget(work, [file.id for file in papers])
    return [_refused(file) for file in papers]


async def forget(work: Work, file_ids: Collection[int]) -> None:
    """Forget files that later words show to be identity papers; their bytes go at the commit."""
    await work.files.remove(file_ids)


def _may_be_paper(file: StoredFile) -> bool:
    return file.case_id is None and file.media_type.startswith((_PHOTO, _DOCUMENT))


def _refused(file: StoredFile) -> Attachment:
    kind = FileKind.PHOTO if file.media_type.startswith(_PHOTO) else FileKind.DOCUMENT
    return Attachment(kind.value, file.label, media_type=file.media_type, refusal=IDENTITY)


def _read_text(entry: ThreadEntry, address: Address) -> str:
    try:
        body = load_message(entry.body, address=address, message_id=entry.key, received_at=entry.at)
    except UnknownVersion:
        return ""
    return body.text
