"""The receipt: the code, by when what is owed, how to follow it, what this channel is not."""

import datetime as dt
from dataclasses import dataclass

from handlers.buttons import make_button
from handlers.intake.asking import list_missing
from handlers.messages import Button
from handlers.texts import say
from handlers.texts.forms import local_day, write_weekday
from knowledge.cases.states import CaseKind, CaseState
from knowledge.cases.terms import KEPT_INCOMPLETE, TermRule
from storage.values import Case, Locality

ANNOUNCED = "office.channel_announced"


@dataclass(frozen=True, slots=True)
class Recorded:
    """A case just recorded; `handling` is the term that begins with its acceptance.

    `window` is how long its channel lets the office write after the sender's last message.
    """

    case: Case
    place: Locality
    handling: TermRule
    has_files: int = 0
    window: dt.timedelta | None = None
    has_templates: bool = False


def last_day_kept(received_at: dt.datetime) -> dt.date:
    """Give the last day on which details may be added to a PAKN without them."""
    return local_day(received_at + KEPT_INCOMPLETE)


def write_receipt(recorded: Recorded) -> str:
    """Say what was recorded and what happens now."""
    case, place = recorded.case, recorded.place
    language = case.language
    lines = [say("receipt_code", language, place=place.name, code=case.code)]
    if case.state is CaseState.NEEDS_INFO:
        lines.append(_say_incomplete(case))
    else:
        lines += _say_terms(recorded)
    if case.is_anonymous and case.kind is CaseKind.SCENE:
        lines.append(say("receipt_anonymous", language))
    lines.append(say("receipt_follow", language))
    if recorded.window:
        key = "receipt_window" if case.contact.phone else "receipt_window_no_phone"
        lines.append(say(key, language, days=recorded.window.days))
    lines.append(_say_channel(place, language))
    return "\n".join(lines)


def _say_incomplete(case: Case) -> str:
    return say(
        "receipt_incomplete",
        case.language,
        missing=list_missing(case.contact, case.language),
        day=write_weekday(last_day_kept(case.received_at), case.language),
    )


def _say_terms(recorded: Recorded) -> list[str]:
    case, rule = recorded.case, recorded.handling
    due = write_weekday(case.due_on, case.language) if case.due_on else "–"
    if case.kind is CaseKind.PETITION:
        return [say("receipt_petition", case.language, due=due)]
    return [
        say("receipt_accept_by", case.language, due=due),
        say(
            "receipt_commitment",
            case.language,
            place=case.locality,
            days=rule.working_days,
            basis=rule.basis or say("term_own", case.language),
        ),
    ]


def _say_channel(place: Locality, language: str) -> str:
    document = place.profile.get(ANNOUNCED, "").strip().rstrip(" .;")
    if document:
        return say("receipt_announced", language, document=document)
    return say("receipt_not_announced", language)


def offer_consents(recorded: Recorded) -> tuple[Button, ...]:
    """Offer what needs a consent of its own, after the fact; silence is none."""
    case = recorded.case
    names = []
    if case.contact.name and not case.hides_name and case.kind is not CaseKind.PETITION:
        names.append("consent_name")
    if recorded.window and recorded.has_templates:
        names.append("consent_template")
    return tuple(make_button(name, case.language, code=case.code) for name in names)
