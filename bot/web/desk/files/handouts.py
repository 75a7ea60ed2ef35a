"""Papers that a session may open for a while: what they say is stored nowhere else."""

import datetime as dt
import hmac
import secrets
from dataclasses import dataclass, field

KEPT = dt.timedelta(minutes=30)
MOST = 40  # papers of everybody; the oldest goes first


@dataclass(frozen=True, slots=True)
class Handout:
    """An HTML file that one session may open until a moment."""

    secret: str
    html: str
    until: dt.datetime


@dataclass(eq=False, slots=True)
class Handouts:
    """Keep papers in memory, each under a name that nobody guesses."""

    _kept: dict[str, Handout] = field(default_factory=dict)

    def put(self, secret: str, html: str, *, now: dt.datetime) -> str:
        """Keep a paper for a session; return its name."""
        self._drop_old(now)
        name = secrets.token_urlsafe(16)
        self._kept[name] = Handout(secret, html, now + KEPT)
        return name

    def find(self, name: str, secret: str, *, now: dt.datetime) -> str | None:
        """Give a paper to the session that it was kept for."""
        found = self._kept.get(name)
        if found is None or now >= found.until:
            return None
        is_theirs = hmac.compare_digest(secret.encode(), found.secret.encode())
        return found.html if is_theirs else None

    def _drop_old(self, now: dt.datetime) -> None:
        kept = {name: each for name, each in self._kept.items() if each.until > now}
        self._kept = dict(list(kept.items())[-(MOST - 1) :])
