"""How long things are kept: the office's own settings, as plain numbers."""

import datetime as dt
from dataclasses import dataclass

from handlers.privacy.terms import add_years
from handlers.texts.forms import begin_day, local_day

REMINDERS_KEPT = dt.timedelta(days=60)
ONCE_KEPT = dt.timedelta(days=400)  # what is told once a year
DELETED_AFTER = dt.timedelta(days=1)  # what has opened a case lets it go in the meantime


@dataclass(frozen=True, slots=True)
class Ages:
    """Days, and years where so said; 0 is explained where it means something of its own.

    `anonymise` and `delete` are years after a case's answer or end (delete 0: never), `changes`
    years; `attachments` are days after a case's end (0: as long as its words), `logins` days
    after a session or link has ended.
    """

    bodies: int = 30
    questions: int = 180
    anonymise: int = 5
    delete: int = 0
    attachments: int = 0
    changes: int = 5
    logins: int = 0


def days_before(now: dt.datetime, days: int) -> dt.datetime:
    """Give the moment some days ago."""
    return now - dt.timedelta(days=days)


def midnight_before(now: dt.datetime, days: int) -> dt.datetime:
    """Give the beginning, in Viet Nam, of the day some days ago."""
    return begin_day(local_day(now) - dt.timedelta(days=days))


def years_before(now: dt.datetime, years: int) -> dt.datetime:
    """Give the beginning, in Viet Nam, of the same day some years ago."""
    return begin_day(add_years(local_day(now), -years))
