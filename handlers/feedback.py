"""Feedback (PAKN) from a citizen's first word to a code."""

import datetime as dt
import re
import secrets
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, replace

from handlers.buttons import make_word_button
from handlers.dialogues import read_dialogue, write_dialogue
from handlers.messages import Button, Reply
from handlers.places import find_place
from handlers.texts import say
from handlers.texts.forms import write_weekday
from handlers.turn import Effect, Turn, only_say
from knowledge.calendar import Calendar
from knowledge.case_codes import build_code
from knowledge.questions.grievances import is_grievance
from knowledge.questions.intents import split_intents
from knowledge.questions.rules import Asked, find_asked
from knowledge.wishes import find_wish, wants_only_human
from storage.values import Dialogue, Locality, NewCase, OutboxKind
from storage.work import Work

KIND = "feedback"
VERSION = 1
IDLE_AFTER = dt.timedelta(days=1)
SHORTEST = 8
_START = re.compile(
    r"^(?:(?:da|xin|cho|toi|em|minh|e|chung toi|muon|can|duoc|gui|lam) )*"
    r"(?:phan anh|kien nghi|pakn|report a problem|feedback|(?:ho so )?tre hen$)(?:,? kien nghi)?\b"
    r"(?: (?:ve|viec|la|a|nhe|voi|rang)\b)*"
)
_WANTS_ENGLISH = re.compile(
    r"\b(?:can|could|may|(?:how|where) (?:do|can)) (?:i|we) (?:report|complain|send feedback)\b"
    r"|\b(?:i|we) (?:want|need|would like) to (?:report|complain)\b"
)
_SKIP = ("bo qua", "khong", "skip")
_NO_NAME = re.compile(r"\b(?:khong|k|ko|hok) (?:muon|de|cho)\b|\b(?:an|giau) (?:danh|ten)\b")
_SEND = re.compile(r"^(?:gui|dong y|send)(?: (?:di|nhe|luon|a|phan anh))*$")
SEND = "gui"
_EDIT = ("sua", "viet lai", "edit")
_CANCEL = re.compile(
    r"^(?:huy|huy bo|thoi|cancel|dung|dung lai)(?: (?:di|nhe|a|phan anh))*$|^thoi\b.{0,12}khong gui"
)


@dataclass(frozen=True, slots=True)
class Draft:
    """Feedback half written; `step` is what was asked last."""

    step: str
    language: str
    place: str | None = None
    content: str = ""
    contact: str | None = None


class FeedbackSkill:
    """Lead a citizen through feedback: place, content, contact, review, code."""

    def __init__(
        self,
        calendar: Calendar,
        *,
        accept_within: int,
        pick: Callable[[int], int] = secrets.randbelow,
    ) -> None:
        self._calendar = calendar
        self._accept_within = accept_within
        self._pick = pick

    async def take(self, turn: Turn) -> Effect | None:
        """Continue a draft, or start one when the citizen asks for it."""
        draft = _load(turn.dialogues.get(KIND))
        if draft is None:
            return self._start(turn) if _wants_to_start(turn) else None
        if _CANCEL.match(turn.folded):
            return _end(turn, Reply(say("feedback_cancelled", draft.language)))
        if wants_only_human(turn.text):
            return None
        steps = {
            "place": self._take_place,
            "content": self._take_content,
            "contact": self._take_contact,
            "review": self._take_review,
        }
        return steps[draft.step](turn, draft)

    def _start(self, turn: Turn) -> Effect:
        if not turn.places:
            return only_say(Reply(say("feedback_no_place", turn.language)))
        content = _said_at_once(turn)
        if turn.place is None:
            return _ask_place(turn, Draft("place", turn.language, content=content))
        return _go_on(turn, Draft("content", turn.language, turn.place.name, content))

    def _take_place(self, turn: Turn, draft: Draft) -> Effect:
        place = find_place(turn.text, turn.places)
        if place is None:
            return _ask_place(turn, draft)
        return _go_on(turn, replace(draft, step="content", place=place.name))

    def _take_content(self, turn: Turn, draft: Draft) -> Effect:
        if len(turn.text) < SHORTEST:
            return _ask(turn, draft, "feedback_too_short")
        content = turn.message.text.strip()
        return _ask(
            turn, replace(draft, step="contact", content=content), "feedback_ask_contact", _SKIP[0]
        )

    def _take_contact(self, turn: Turn, draft: Draft) -> Effect:
        if turn.folded in _EDIT:
            return _ask(turn, replace(draft, step="content"), "feedback_ask_content")
        if _NO_NAME.search(turn.folded) and not any(c.isdigit() for c in turn.text):
            return _ask(turn, draft, "feedback_no_name", _SKIP[0])
        contact = None if turn.folded in _SKIP else turn.text
        return _ask(turn, replace(draft, step="review", contact=contact), "feedback_review", SEND)

    def _take_review(self, turn: Turn, draft: Draft) -> Effect:
        if turn.folded in _EDIT:
            return _ask(turn, replace(draft, step="content"), "feedback_ask_content")
        if not _SEND.match(turn.folded):
            return _ask(turn, draft, "feedback_review_again", SEND)
        return self._record(turn, draft)

    def _record(self, turn: Turn, draft: Draft) -> Effect:
        place = find_place(draft.place or "", turn.places)
        if place is None:
            return _ask_place(turn, replace(draft, step="place"))
        case = self._build_case(turn, draft, place)

        async def effect(work: Work) -> Sequence[Reply]:
            await work.cases.open(case)
            await work.dialogues.remove(turn.message.address, KIND)
            accept_by = write_weekday(case.accept_by, draft.language)
            text = say(
                "feedback_received",
                draft.language,
                place=place.name,
                code=case.code,
                accept_by=accept_by,
            )
            return [Reply(text)]

        return effect

    def _build_case(self, turn: Turn, draft: Draft, place: Locality) -> NewCase:
        return NewCase(
            code=build_code(turn.today, [self._pick(32) for _ in range(5)]),
            locality_id=place.id,
            kind="unsorted",
            sender=turn.message.address,
            content=draft.content,
            contact=draft.contact,
            received_at=turn.now,
            accept_by=self._calendar.plus_working_days(turn.today, self._accept_within),
        )


async def close_idle(work: Work, *, now: dt.datetime) -> list[Reply]:
    """Close drafts left alone for a day, and say so."""
    addresses = await work.dialogues.remove_idle(now - IDLE_AFTER, KIND)
    return [Reply(say("feedback_idle"), kind=OutboxKind.NOTICE, to=each) for each in addresses]


def _wants_to_start(turn: Turn) -> bool:
    """Tell whether feedback is begun: "tôi muốn phản ánh …", but not a question about feedback."""
    if _tells_grievance(turn) or _WANTS_ENGLISH.search(turn.folded):
        return True
    if not _START.match(turn.folded) or "?" in turn.text:
        return False
    return find_asked(turn.folded)[0] is Asked.OTHER


def _tells_grievance(turn: Turn) -> bool:
    """Tell whether a citizen only describes what is wrong, without a word like "phản ánh"."""
    if turn.person or _START.match(turn.folded) or find_wish(turn.text):
        return False
    if not is_grievance(turn.text) or _WANTS_ENGLISH.search(turn.folded):
        return False
    return len(split_intents(turn.text, "en" if turn.language == "en" else "vi")) == 1


def _said_at_once(turn: Turn) -> str:
    """Give what was already said after "tôi muốn phản ánh", or nothing."""
    if _tells_grievance(turn):
        return turn.message.text.strip()
    if "?" in turn.text:
        return ""
    opening = _START.match(turn.folded) or _WANTS_ENGLISH.search(turn.folded)
    said = len(turn.folded[: opening.end()].split()) if opening else 0
    rest = " ".join(turn.text.split()[said:]).strip(" ,.:;-")
    return rest if len(rest) >= SHORTEST else ""


def _go_on(turn: Turn, draft: Draft) -> Effect:
    if not draft.content:
        return _ask(turn, draft, "feedback_ask_content")
    return _ask(turn, replace(draft, step="contact"), "feedback_ask_contact", _SKIP[0])


def _load(dialogue: Dialogue | None) -> Draft | None:
    state = read_dialogue(dialogue, VERSION)
    return Draft(**state) if state else None


def _ask_place(turn: Turn, draft: Draft) -> Effect:
    buttons = tuple(Button(place.name, place.name) for place in turn.places[:8])
    return _save(turn, draft, Reply(say("feedback_ask_place", draft.language), buttons))


def _ask(turn: Turn, draft: Draft, key: str, *says: str) -> Effect:
    facts = {
        "place": draft.place,
        "content": draft.content,
        "contact": draft.contact or say("contact_none", draft.language),
    }
    labels = {"bo qua": "skip", "gui": "send"}
    names = [*(labels[word] for word in says), *(["edit"] if "gui" in says else [])]
    buttons = [make_word_button(name, draft.language) for name in [*names, "cancel"]]
    return _save(turn, draft, Reply(say(key, draft.language, **facts), tuple(buttons)))


def _save(turn: Turn, draft: Draft, reply: Reply) -> Effect:
    dialogue = write_dialogue(KIND, VERSION, asdict(draft), now=turn.now)

    async def effect(work: Work) -> Sequence[Reply]:
        await work.dialogues.save(turn.message.address, dialogue)
        return [reply]

    return effect


def _end(turn: Turn, reply: Reply) -> Effect:
    async def effect(work: Work) -> Sequence[Reply]:
        await work.dialogues.remove(turn.message.address, KIND)
        return [reply]

    return effect
