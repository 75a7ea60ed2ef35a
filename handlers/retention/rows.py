"""What goes by its age alone, table by table."""

import datetime as dt
from collections.abc import Callable

from handlers.handover import standing
from handlers.intake import drafts as feedback
from handlers.retention.ages import (
    ONCE_KEPT,
    REMINDERS_KEPT,
    Ages,
    days_before,
    years_before,
)
from handlers.retention.steps import Forgetter, Found, Step
from handlers.texts.forms import local_day
from storage.old_rows import Moment, OldKind
from storage.work import Work

BATCH = 1_000  # messages of 1 kB take some 20 to 40 ms on SQLite, where all who write wait
_CLOSED_ALOUD = (feedback.KIND, standing.KIND)  # each by its own rule, and with a sentence
Before = Callable[[Ages, dt.datetime], Moment]


def _bodies(ages: Ages, now: dt.datetime) -> Moment:
    return days_before(now, ages.bodies)


def _questions(ages: Ages, now: dt.datetime) -> Moment:
    return days_before(now, ages.questions)


def _cases(ages: Ages, now: dt.datetime) -> Moment:
    return years_before(now, ages.anonymise)


def _logins(ages: Ages, now: dt.datetime) -> Moment:
    return days_before(now, ages.logins)


_BEFORE: dict[OldKind, Before] = {
    OldKind.INBOX: _bodies,
    OldKind.OUTBOX: _bodies,
    OldKind.DIALOGUES: _bodies,
    OldKind.INVITATIONS: _bodies,
    OldKind.REMINDERS: lambda _, now: local_day(now) - REMINDERS_KEPT,
    OldKind.TOLD_ONCE: lambda _, now: now - ONCE_KEPT,
    OldKind.QUESTIONS: _questions,
    OldKind.HANDOVERS: _questions,
    OldKind.DATA_REQUESTS: _cases,
    OldKind.CONSENTS: _cases,
    OldKind.CHANGES: lambda ages, now: years_before(now, ages.changes),
    OldKind.SESSIONS: _logins,
    OldKind.LOGIN_LINKS: _logins,
    OldKind.LOGIN_REQUESTS: _logins,
}


def list_row_steps() -> list[Step]:
    """List a step for each kind."""
    return [_make_step(kind, before) for kind, before in _BEFORE.items()]


def _make_step(kind: OldKind, before: Before) -> Step:
    async def forget(work: Work, given: Forgetter, now: dt.datetime, limit: int) -> int:
        moment = before(given.ages, now)
        return await work.old_rows.remove(kind, moment, limit=limit, but=_CLOSED_ALOUD)

    async def find(work: Work, ages: Ages, on: dt.datetime, _is_now: bool) -> Found:
        moment = before(ages, on)
        return Found(await work.old_rows.count(kind, moment, but=_CLOSED_ALOUD))

    return Step(kind.value, BATCH, forget, find)
