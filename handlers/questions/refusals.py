"""Refusals that help: what there is instead, whom to ask; never a source, never a guess."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from handlers.buttons import make_button
from handlers.library.scopes import Row
from handlers.messages import Button
from handlers.office.contacts import say_call, say_desk, say_portal
from handlers.office.profile import describe_missing
from handlers.questions.answers import Answer, NextStep, Offer
from handlers.questions.asking import Asking
from handlers.questions.buttons import LONGEST_WORDS
from handlers.questions.nearby import Nearby, find_nearby
from handlers.texts import say
from handlers.texts.forms import capital
from knowledge.answering import Choice, Held, Outcome, Reason, is_in_place
from knowledge.outside import Subject, find_procedure, find_subject
from knowledge.questions.grievances import is_grievance
from knowledge.questions.rules import Asked
from knowledge.questions.understanding import Question
from knowledge.text import fold, has_marks
from storage.values import Locality, StoredPlan

MOST_PLACES_NAMED = 5
MOST_YEARS = 3
# What a plan of another year or place would tell as well.
_HELD_KINDS = frozenset(
    {Asked.DEADLINE, Asked.LEAD, Asked.SUPPORTING, Asked.DELIVERABLE, Asked.TARGET, Asked.LIST}
    | {Asked.COUNT, Asked.DOCUMENT, Asked.LEGAL_BASIS}
)
_RELATIVE_YEAR = re.compile(
    r"(?<!\w)(?:năm|nam) (?:nay|ngoái|ngoai|sau|tới|toi|trước|truoc)(?!\w)"
    r"|(?<!\w)(?:this|last|next) year(?!\w)",
    re.IGNORECASE,
)

_LEVEL = re.compile(r"(?:xã|phường|thị trấn|huyện|quận|thị xã|thành phố|tỉnh|đặc khu) ")


@dataclass(frozen=True, slots=True)
class _Refused:
    """A question that is not answered, why, and the rows that came closest, best first."""

    question: Question
    choice: Choice
    asking: Asking
    near: Sequence[Row] = ()

    @property
    def language(self) -> str:
        return self.question.language

    @property
    def place(self) -> Locality | None:
        """The place asked about, whose office may be called."""
        named = [p for p in self.asking.places if p.id in self.question.localities]
        return named[0] if named else self.asking.own

    @property
    def plans(self) -> list[StoredPlan]:
        """The plans of the place asked about, of whatever year."""
        question, own = self.question, self.asking.own_id
        plans = self.asking.scope.plans.values()
        return [p for p in plans if is_in_place(question, Held(p.locality_id), own)]

    @property
    def years(self) -> list[int]:
        """The years that those plans are for."""
        return sorted({plan.facts.year for plan in self.plans if plan.facts.year})

    @property
    def you(self) -> str:
        key = "you_official" if self.asking.is_official else "you_citizen"
        return say(key, self.language)


def refuse(question: Question, choice: Choice, asking: Asking, near: Sequence[Row] = ()) -> Answer:
    """Say that a question cannot be answered, and what may help.

    `near` are the rows that came closest, best first; one that shares a word is pointed at.
    """
    refused = _Refused(question, choice, asking, near)
    if question.main is Asked.PROFILE and refused.place:
        missing = describe_missing(refused.place, question.text, question.language)
        return _with_offers(refused, missing, _offer_human(refused))
    reason = _find_reason(refused)
    if reason in (Reason.NOTHING_CLOSE, Reason.NO_AMOUNT, Reason.NOTHING_HELD):
        subject = find_subject(fold(question.expanded))
        if subject:
            return _REFUSE_SUBJECT[subject](refused)
    return _REFUSE[reason](refused)


def _find_reason(refused: _Refused) -> Reason:
    """Find the reason to give: of a year that no plan is held for, that one."""
    reason = refused.choice.reason or Reason.NOTHING_CLOSE
    if not refused.asking.scope.plans:
        return Reason.NOTHING_HELD
    year, years = refused.question.time.year, refused.years
    if reason is Reason.NOTHING_CLOSE and year and years and year not in years:
        return Reason.OTHER_YEAR
    return reason


def refuse_early(question: Question, asking: Asking) -> Answer | None:
    """Refuse what is never in a plan, however near its words: the progress of a dossier."""
    if find_subject(fold(question.expanded)) is not Subject.DOSSIER:
        return None
    return _refuse_dossier(_Refused(question, Choice(Outcome.NOT_FOUND), asking))


def _refuse_dossier(refused: _Refused) -> Answer:
    language, place = refused.language, refused.place
    portal, call = say_portal(place, language), say_desk(place, language)
    text = say("dossier_not_here", language, you=refused.you, portal=portal, call=call)
    if not refused.asking.is_official:
        text = f"{text} {say('dossier_late', language)}"
    return Answer("not_found", text, steps=(NextStep.LATE_DOSSIER, NextStep.HUMAN))


def _refuse_procedure(refused: _Refused) -> Answer:
    language, place = refused.language, refused.place
    name = find_procedure(fold(refused.question.expanded))
    key = "procedure_no_guide" if name else "procedure_no_guide_unnamed"
    portal, call = say_portal(place, language), say_desk(place, language)
    text = say(key, language, name=name, portal=portal, call=call)
    return Answer("not_found", text, reason=refused.choice.reason, steps=(NextStep.HUMAN,))


def _refuse_merger(refused: _Refused) -> Answer:
    return _with_offers(refused, say("merger_not_held", refused.language), _offer_human(refused))


def _refuse_place(refused: _Refused) -> Answer:
    question, language = refused.question, refused.language
    names = list(dict.fromkeys(p.locality for p in refused.asking.scope.plans.values()))
    held = "; ".join(names[:MOST_PLACES_NAMED])
    if len(names) > MOST_PLACES_NAMED:
        held = say("held_more", language, names=held, count=len(names) - MOST_PLACES_NAMED)
    typed = question.unknown_place or ""
    is_name = has_marks(typed) or typed != typed.lower()
    key = "refused_unknown_place" if is_name else "refused_unnamed_place"
    is_fitting = len(names) == 1 and question.main in _HELD_KINDS
    offers = [_offer_place(question, names[0])] if is_fitting else []
    place = _write_place(typed)
    return _with_offers(refused, say(key, language, place=place, held=held), offers)


def _write_place(typed: str) -> str:
    """Write a place typed in small letters with the capitals of a name."""
    level = _LEVEL.match(typed)
    if level is None or typed != typed.lower():
        return typed
    return level[0] + " ".join(capital(word) for word in typed[level.end() :].split())


def _offer_place(question: Question, name: str) -> Offer:
    says = question.text.replace(question.unknown_place or "", name)
    if name not in says or len(says) > LONGEST_WORDS:
        says = say("says_other_place", question.language, place=name)
    label = say("button_other_place", question.language)
    return Offer(Button(label, says), say("offer_place", question.language, place=name))


def _refuse_year(refused: _Refused) -> Answer:
    names = dict.fromkeys(plan.locality for plan in refused.plans)
    key = "refused_other_year" if len(names) == 1 else "refused_other_year_anywhere"
    facts = {
        "held": next(iter(names), ""),
        "year": refused.question.time.year,
        "years": ", ".join(map(str, refused.years)),
    }
    latest = refused.years[::-1][:MOST_YEARS]
    offers = [_offer_year(refused.question, year) for year in latest]
    return _with_offers(refused, say(key, refused.language, **facts), offers)


def _offer_year(question: Question, year: int) -> Offer:
    language = question.language
    says = re.sub(rf"(?<!\d){question.time.year}(?!\d)", str(year), question.text)
    says = _RELATIVE_YEAR.sub(say("in_year", language, year=year), says)
    if str(year) not in says or len(says) > LONGEST_WORDS:
        says = say("says_other_year", language, year=year)
    key = "offer_year_deadline" if question.main is Asked.DEADLINE else "offer_year"
    label = say("button_other_year", language, year=year)
    return Offer(Button(label, says), say(key, language, year=year))


def _refuse_held(refused: _Refused) -> Answer:
    return _with_contact(refused, say("refused_nothing_held", refused.language))


def _refuse_amount(refused: _Refused) -> Answer:
    return _with_contact(refused, say("refused_no_amount", refused.language))


def _refuse_unclear(refused: _Refused) -> Answer:
    key = "refused_officer" if refused.asking.is_official else "refused_nothing_close"
    nearby = find_nearby(refused.question, refused.near)
    return _with_contact(refused, say(key, refused.language), nearby)


def _with_contact(refused: _Refused, text: str, nearby: Nearby | None = None) -> Answer:
    """Add what is near, whom a citizen may call, and passing the question on."""
    language = refused.language
    lines, offers = [text], _offer_human(refused)
    if nearby:
        lines.append(say("near", language, you=refused.you, title=nearby.title))
        button = Button(say("button_near", language), nearby.words)
        offers = [Offer(button, say("offer_near", language)), *offers]
    if not refused.asking.is_official:
        lines.append(say_call(refused.place, language))
        offers += _offer_feedback(refused)
    return _with_offers(refused, " ".join(filter(None, lines)), offers)


def _offer_feedback(refused: _Refused) -> list[Offer]:
    """Offer feedback (PAKN) where something is complained of."""
    if not is_grievance(refused.question.text):
        return []
    button = make_button(NextStep.FEEDBACK.value, refused.language)
    return [Offer(button, say("offer_feedback", refused.language))]


def _offer_human(refused: _Refused) -> list[Offer]:
    if refused.asking.is_official:
        return []
    return [Offer(make_button("human", refused.language), say("offer_human", refused.language))]


def _with_offers(refused: _Refused, text: str, offers: Sequence[Offer]) -> Answer:
    return Answer("not_found", text, offers=tuple(offers), reason=refused.choice.reason)


_REFUSE: dict[Reason, Callable[[_Refused], Answer]] = {
    Reason.NOTHING_HELD: _refuse_held,
    Reason.UNKNOWN_PLACE: _refuse_place,
    Reason.OTHER_YEAR: _refuse_year,
    Reason.NO_AMOUNT: _refuse_amount,
    Reason.NOTHING_CLOSE: _refuse_unclear,
}
_REFUSE_SUBJECT: dict[Subject, Callable[[_Refused], Answer]] = {
    Subject.DOSSIER: _refuse_dossier,
    Subject.PROCEDURE: _refuse_procedure,
    Subject.MERGER: _refuse_merger,
}
