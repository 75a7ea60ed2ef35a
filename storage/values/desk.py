"""What the desk keeps: sessions, requests to log in, changes, templates."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any


@dataclass(frozen=True, slots=True)
class Session:
    """A browser let in: an officer's, or (without a person) the operator's or a citizen's."""

    digest: str
    role: str
    person_id: int | None
    browser: str
    created_at: dt.datetime
    expires_at: dt.datetime


class LoginState(StrEnum):
    """Where a request to log in stands."""

    SHOWN = "shown"  # the code stands on a page
    TYPED = "typed"  # an officer has typed it in chat and was asked
    AGREED = "agreed"
    REFUSED = "refused"
    USED = "used"  # the browser has its session


@dataclass(frozen=True, slots=True)
class LoginRequest:
    """A browser that asks to be let in by a code."""

    id: int
    browser: str
    made_at: dt.datetime
    expires_at: dt.datetime
    state: LoginState
    person_id: int | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """Who changed what; `person` is None for the operator, `old` and `new` are plain values."""

    id: int
    locality_id: int | None
    at: dt.datetime
    person_id: int | None
    person: str | None
    action: str
    subject: str
    old: Any = None
    new: Any = None
    undone_at: dt.datetime | None = None


@dataclass(frozen=True, slots=True)
class AnswerTemplate:
    """Words that an answer may begin from; `version` rises with every change."""

    id: int
    locality_id: int
    name: str
    body: str
    version: int


@dataclass(frozen=True, slots=True)
class OwnSettings:
    """What a place has set of its own: when its offices are told, and options by name."""

    id: int
    parent_id: int | None
    ladder: Mapping[str, Any] | None
    options: Mapping[str, Any]


class Topic(StrEnum):
    """What a page of the desk may have to be read anew for."""

    CASES = "cases"
    DUE = "due"
    PLANS = "plans"
    ANSWERS = "answers"
    PEOPLE = "people"
    SETTINGS = "settings"
    DELIVERY = "delivery"
