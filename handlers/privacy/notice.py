"""What everybody may know of how their data is kept; each period is the one the program acts by."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from handlers.files.sweeping import LOOSE_AT_LAST, LOOSE_KEPT
from handlers.intake.receipts import ANNOUNCED
from handlers.office.profile import say_label
from handlers.places import name_office
from handlers.privacy.terms import ANSWERED_IN, DONE_IN, LAPSED_KEPT
from handlers.retention.ages import Ages
from handlers.texts import say
from knowledge.cases.terms import KEPT_INCOMPLETE
from storage.tries import KEPT as TRIES_KEPT
from storage.values import Locality, RequestKind

_KEPT = ("case", "contact", "account", "messages", "questions", "tries")
_SEEN = ("handlers", "code", "public", "sealed", "carriers")
_OWNER = (
    *("office.address", "office.phone", "office.hotline", "office.email", "office.portal"),
    *("clerk.name", "clerk.office", "clerk.phone"),
)


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the notice: sentences, then points, then sentences."""

    title: str
    before: Sequence[str] = ()
    points: Sequence[str] = ()
    after: Sequence[str] = ()


def describe_keeping(
    place: Locality | None, language: str, *, ages: Ages, cookie: dt.timedelta
) -> list[Section]:
    """Say what is kept, why, how long, who sees it, how to have it erased, and who answers for it.

    `ages` say how long things are kept, `cookie` how long a browser is known; no place means that
    the installation serves several and none was chosen.
    """
    return [
        _say_channel(place, language),
        _say_kept(language),
        Section(
            say("notice_terms", language), points=say_terms(language, ages=ages, cookie=cookie)
        ),
        Section(
            say("notice_seen", language),
            points=[say(f"notice_seen_{name}", language) for name in _SEEN],
        ),
        _say_rights(language),
        _say_owner(place, language),
    ]


def _say_channel(place: Locality | None, language: str) -> Section:
    document = _read(place, ANNOUNCED)
    key = "receipt_announced" if document else "receipt_not_announced"
    said = [say("notice_automatic", language), say(key, language, document=document)]
    return Section(say("notice_channel", language), said)


def _say_kept(language: str) -> Section:
    return Section(
        say("notice_kept", language),
        points=[say(f"notice_kept_{name}", language) for name in _KEPT],
        after=[say("notice_identity", language), say("notice_basis", language)],
    )


def say_terms(language: str, *, ages: Ages, cookie: dt.timedelta) -> list[str]:
    """Say of each kind of data how long it is kept."""
    facts = {
        "notice_term_cases": {"years": ages.anonymise},
        "retention_term_attachments": {"days": ages.attachments},
        "retention_term_deleted": {"years": ages.delete},
        "notice_term_incomplete": {"days": KEPT_INCOMPLETE.days, "lapsed": LAPSED_KEPT.days},
        "notice_term_messages": {"days": ages.bodies},
        "notice_term_questions": {"days": ages.questions},
        "notice_term_files": {"days": LOOSE_KEPT.days, "last": LOOSE_AT_LAST.days},
        "retention_term_requests": {"years": ages.anonymise},
        "retention_term_changes": {"years": ages.changes},
        "notice_term_cookie": {"days": cookie.days},
        "notice_term_tries": {"days": TRIES_KEPT.days},
    }
    return [say(key, language, **each) for key, each in facts.items() if all(each.values())]


def _say_rights(language: str) -> Section:
    days = {
        "copy": DONE_IN[RequestKind.ACCESS],
        "correct": DONE_IN[RequestKind.CORRECT],
        "withdraw": DONE_IN[RequestKind.WITHDRAW],
        "erase": DONE_IN[RequestKind.ERASE],
    }
    points = [say(f"notice_right_{name}", language, days=each) for name, each in days.items()]
    answer = say("notice_rights_answer", language, days=ANSWERED_IN)
    return Section(
        say("notice_rights", language),
        before=[say("notice_rights_how", language)],
        points=[say("notice_right_show", language), *points],
        after=[answer, say("notice_rights_else", language)],
    )


def _say_owner(place: Locality | None, language: str) -> Section:
    title = say("notice_owner", language)
    if place is None:
        return Section(title, [say("notice_owner_choose", language)])
    named = _read(place, "office.name") or name_office(place, language)
    lines = [(key, _read(place, key)) for key in _OWNER]
    points = [
        say("profile_line", language, label=say_label(key, language), value=value)
        for key, value in lines
        if value
    ]
    missing = [] if points else [say("notice_owner_missing", language)]
    return Section(title, [f"{named}."], points, missing)


def _read(place: Locality | None, key: str) -> str:
    return place.profile.get(key, "").strip().rstrip(" .;") if place else ""
