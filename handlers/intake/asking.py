"""What a citizen is asked next, and the review before sending."""

import re
from collections.abc import Sequence

from handlers.buttons import make_word_button
from handlers.files.wording import count_words
from handlers.intake.drafts import Draft, Step
from handlers.intake.spots import has_spot
from handlers.messages import Button, Reply
from handlers.texts import say
from handlers.texts.forms import clip, join_names
from handlers.turn import Turn
from knowledge.cases.complained import find_complained
from knowledge.cases.gathering import summarise
from knowledge.cases.states import CaseKind
from knowledge.text import squeeze
from storage.values import Contact, Locality

MOST_PLACES = 8
CONTACT = "contact"  # what a reply asks for, to a channel that has a form for it
_PHONE = re.compile(r"^(0\d{3})(\d{3})(\d{3})$")
LONGEST_NOTED = 300
LONGEST_REVIEWED = 700


def ask(turn: Turn, draft: Draft) -> Reply:
    """Ask what the draft's step is about."""
    return _ASK[draft.step](turn, draft)


def ask_again(turn: Turn, draft: Draft) -> Reply:
    """Ask once more, in short, what has just been asked."""
    if draft.step is Step.REVIEW:
        return Reply(_say("intake_review_again", draft), _buttons(draft, "send", "edit"))
    return ask(turn, draft)


def _say(key: str, draft: Draft, **facts: object) -> str:
    return say(key, draft.language, **facts)


def _buttons(draft: Draft, *names: str) -> tuple[Button, ...]:
    return tuple(make_word_button(name, draft.language) for name in (*names, "cancel"))


def _ask_place(turn: Turn, draft: Draft) -> Reply:
    buttons = tuple(Button(place.name, place.name) for place in turn.places[:MOST_PLACES])
    lines = [_note(draft)] if draft.content else []
    return Reply("\n".join([*lines, _say("intake_ask_place", draft)]), buttons)


def _ask_content(_turn: Turn, draft: Draft) -> Reply:
    if draft.content:
        noted = clip(squeeze(draft.content), LONGEST_REVIEWED)
        text = _say("intake_ask_content_anew", draft, content=noted)
        return Reply(text, _buttons(draft, "resume"))
    if draft.is_spoken:
        text = _say("intake_voice", draft, count=count_words(draft.attachments, draft.language))
        return Reply(text, _buttons(draft, "send"))
    if has_spot(draft):
        return Reply(_say("intake_ask_content_spot", draft), _buttons(draft))
    if draft.files:
        count = count_words(draft.attachments, draft.language)
        text = _say("intake_ask_content_files", draft, count=count)
        return Reply(text, _buttons(draft))
    return Reply(_say("intake_ask_content", draft), _buttons(draft))


def _ask_where(_turn: Turn, draft: Draft) -> Reply:
    lines = [_note(draft), _say("intake_ask_where", draft)]
    return Reply("\n".join(lines), _buttons(draft, "skip", "back"))


def _ask_contact(turn: Turn, draft: Draft) -> Reply:
    lines = _explain_trouble(draft) or _ask_for_contact(turn, draft)
    return Reply("\n".join(lines), _buttons(draft, "skip", "back"), asks=CONTACT)


def _explain_trouble(draft: Draft) -> list[str]:
    return [_say(f"intake_{draft.trouble}", draft)] if draft.trouble else []


def _ask_for_contact(turn: Turn, draft: Draft) -> list[str]:
    if draft.asked_again and draft.contact:
        return [_say("intake_ask_missing", draft, missing=name_missing(draft))]
    if draft.asked_again:
        return [_say("intake_contact_unread", draft)]
    if not draft.is_formal:
        key = "intake_ask_phone_only" if draft.files else "intake_ask_phone"
        return [_note(draft), _say(key, draft)]
    asked = _say(f"intake_ask_contact_{draft.case_kind.value}", draft)
    if draft.contact:
        asked = _say("intake_ask_missing", draft, missing=name_missing(draft))
    return [_note(draft), asked, *_warn_leader(turn, draft), _say("intake_basis", draft)]


def _note(draft: Draft) -> str:
    return _say("intake_noted", draft, content=write_gist(draft.content, LONGEST_NOTED))


def write_gist(content: str, limit: int) -> str:
    """Write what somebody told in one line, without polite and empty words."""
    lines = (line.strip(" .,;") for line in content.splitlines())
    return clip(squeeze(summarise(", ".join(filter(None, lines)))), limit)


def name_missing(draft: Draft) -> str:
    """Name what of the sender's details is missing."""
    return list_missing(draft.contact, draft.language)


def list_missing(contact: Contact, language: str) -> str:
    """Name which of name, address and phone are missing."""
    given = {"name": contact.name, "address": contact.address, "phone": contact.phone}
    names = [say(f"contact_{key}", language) for key, value in given.items() if not value]
    return join_names(names)


def _ask_review(turn: Turn, draft: Draft) -> Reply:
    lines = [
        _say("intake_review", draft, place=draft.place),
        *_list_lines(draft),
        *_warn_incomplete(draft),
        *([] if Step.CONTACT in draft.before else _warn_leader(turn, draft)),
        _say("intake_review_foot", draft),
    ]
    buttons = _buttons(draft, "send", "edit")
    return Reply("\n".join(lines), (*buttons, *_offer_superior(turn, draft)))


def _list_lines(draft: Draft) -> list[str]:
    content = clip(draft.content, LONGEST_REVIEWED)
    lines = [_say("review_content", draft, content=content)]
    if draft.where and draft.where.lower() not in draft.content.lower():
        lines.append(_say("review_where", draft, where=draft.where))
    if draft.files:
        files = count_words(draft.attachments, draft.language)
        lines.append(_say("review_files", draft, files=files))
    contact = write_contact(draft.contact, draft.language)
    key = "review_contact_hidden" if is_hidden(draft) else "review_contact"
    return [*lines, _say(key, draft, contact=contact)]


def is_hidden(draft: Draft) -> bool:
    """Tell whether the name is kept back: on wish, and from those complained of."""
    return bool(draft.contact) and (draft.hides_name or draft.case_kind is CaseKind.CONDUCT)


def write_contact(contact: Contact, language: str) -> str:
    """Write who sends a PAKN in a line."""
    phone = _PHONE.sub(r"\1 \2 \3", contact.phone)
    given = [part for part in (contact.name, contact.address, phone) if part]
    return ", ".join(given) or say("contact_none", language)


def _warn_incomplete(draft: Draft) -> list[str]:
    if draft.case_kind in (CaseKind.SCENE, CaseKind.PETITION) or draft.contact.is_complete:
        return []
    return [_say("intake_review_incomplete", draft, missing=name_missing(draft))]


def _warn_leader(turn: Turn, draft: Draft) -> list[str]:
    if not _names_leader(turn, draft):
        return []
    superior = find_superior(turn, draft)
    name = superior.name if superior else _say("superior_unnamed", draft)
    return [_say("intake_leader", draft, place=draft.place, superior=name)]


def _offer_superior(turn: Turn, draft: Draft) -> tuple[Button, ...]:
    superior = find_superior(turn, draft) if _names_leader(turn, draft) else None
    if superior is None:
        return ()
    label = _say("button_send_to", draft, place=superior.name)
    return (Button(label, _say("says_send_to", draft, place=superior.name)),)


def _names_leader(turn: Turn, draft: Draft) -> bool:
    """Tell whether a leader of the place is complained of."""
    place = _find_place(turn, draft)
    leaders = list_leaders(place) if place else ()
    return draft.is_formal and find_complained(draft.content, (), leaders).is_leader


def list_leaders(place: Locality) -> list[str]:
    """List the leaders' names that the office has entered."""
    keys = ("leader.chairman", "leader.vice_chairmen")
    names = (re.split(r"[;,]", place.profile.get(key, "")) for key in keys)
    return [name.strip() for each in names for name in each if name.strip()]


def _find_place(turn: Turn, draft: Draft) -> Locality | None:
    return next((each for each in turn.places if each.name == draft.place), None)


def find_superior(turn: Turn, draft: Draft) -> Locality | None:
    """Find the place above the draft's, where it is served here."""
    place = _find_place(turn, draft)
    parent_id = place.parent_id if place else None
    return next((each for each in turn.places if each.id == parent_id), None)


def _ask_edit(_turn: Turn, draft: Draft) -> Reply:
    names: Sequence[str] = ("edit_content", "edit_where", "edit_contact")
    buttons = (*(make_word_button(name, draft.language) for name in names),)
    return Reply(_say("intake_ask_edit", draft), (*buttons, *_buttons(draft, "resume")))


_ASK = {
    Step.PLACE: _ask_place,
    Step.CONTENT: _ask_content,
    Step.WHERE: _ask_where,
    Step.CONTACT: _ask_contact,
    Step.REVIEW: _ask_review,
    Step.EDIT: _ask_edit,
}
