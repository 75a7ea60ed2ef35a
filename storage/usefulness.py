"""How long a reply is worth sending."""

import datetime as dt
from zoneinfo import ZoneInfo

from storage.values import OutboxKind

_HANOI = ZoneInfo("Asia/Ho_Chi_Minh")
# Who asked yesterday has asked elsewhere since; a notice tells of something that lasts; a digest
# lists the work of its day, and the next day's says what is left.
REPLY_USEFUL = dt.timedelta(hours=24)
NOTICE_USEFUL = dt.timedelta(days=7)


def end_of_use(kind: OutboxKind, since: dt.datetime) -> dt.datetime:
    """Give the moment after which a reply of a kind, due `since`, is not worth sending."""
    if kind is OutboxKind.DIGEST:
        day = since.astimezone(_HANOI).date() + dt.timedelta(days=1)
        return dt.datetime.combine(day, dt.time.min, _HANOI)
    return since + (NOTICE_USEFUL if kind is OutboxKind.NOTICE else REPLY_USEFUL)
