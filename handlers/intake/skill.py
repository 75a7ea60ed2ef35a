"""A citizen's PAKN in chat: whatever comes in whatever order, a review, a code."""

from collections.abc import Sequence
from dataclasses import replace

from handlers.buttons import make_word_button
from handlers.courtesy import is_courtesy
from handlers.handover.standing import is_open
from handlers.intake.asking import ask, ask_again
from handlers.intake.drafts import KIND, Draft, Step, begin, load_draft
from handlers.intake.effects import answer_beside, keep, say_before
from handlers.intake.pictures import (
    add_files,
    describe_files,
    forget_paper,
    has_kept,
    take_wordless,
)
from handlers.intake.reading import asks_something, name_place, read_words
from handlers.intake.recording import Recorder
from handlers.intake.spots import has_spot
from handlers.intake.starting import (
    find_petition,
    names_feedback,
    said_at_once,
    wants_to_start,
)
from handlers.intake.steering import change, steer_draft
from handlers.intake.steps import go_on
from handlers.intake.told import take_told
from handlers.intake.words import Edit, Steer, hides_name, read_edit, read_field, read_steer
from handlers.messages import Reply
from handlers.places import find_place
from handlers.texts import say
from handlers.turn import Effect, Skill, Turn, only_say
from knowledge.cases.states import CaseKind
from knowledge.files.identity import names_identity_paper
from knowledge.text import fold
from knowledge.wishes import wants_only_human
from storage.values import Locality
from storage.work import Work

_ONLY_IN_DRAFTS = frozenset(
    (
        "gui",
        "gui di",
        "van gui",
        "send",
        "tiep tuc",
        "continue",
        "bo qua",
        "skip",
        "quay lai",
        "back",
        "sua",
    )
)


class IntakeSkill:
    """Lead a citizen through a PAKN; `assistant` answers what is asked in the middle of it."""

    def __init__(self, recorder: Recorder, assistant: Skill) -> None:
        self._recorder = recorder
        self._assistant = assistant

    async def take(self, turn: Turn) -> Effect | None:
        """Continue a draft, or start one when the citizen asks for it."""
        draft = load_draft(turn.dialogues.get(KIND))
        if draft is None:
            return await self._begin(turn)
        draft = add_files(draft, turn.message)
        if not _has_words(turn):
            return take_wordless(turn, draft)
        if draft.files and not turn.message.attachments and names_identity_paper(turn.text):
            return forget_paper(turn, draft)
        effect = await self._take_words(turn, draft)
        told = describe_files(turn, draft.language)
        return say_before(told, effect) if effect else None

    # Beginning

    async def _begin(self, turn: Turn) -> Effect | None:
        petition = find_petition(turn)
        if petition:
            return start(turn, petition, kind=CaseKind.PETITION.value)
        if wants_to_start(turn):
            return say_before(describe_files(turn, turn.language), start(turn, said_at_once(turn)))
        if turn.message.attachments:
            return await self._begin_with_files(turn)
        if turn.person or is_open(turn):
            return None
        if hides_name(turn.text):
            return only_say(_tell_hiding(turn))
        is_lost = turn.folded in _ONLY_IN_DRAFTS
        return only_say(Reply(say("nothing_to_cancel", turn.language))) if is_lost else None

    async def _begin_with_files(self, turn: Turn) -> Effect | None:
        """Start with a photo, whatever is said with it; a question is answered beside it."""
        if is_open(turn) and not turn.person:
            has_words = _has_words(turn)
            return None if has_words else only_say(Reply(say("intake_files_aside", turn.language)))
        if turn.person or not turn.places:
            return None
        if not _has_words(turn):
            return _start_wordless(turn)
        told = describe_files(turn, turn.language)
        if not asks_something(turn.text) or _tells_of_spot(turn):
            return say_before(told, start(turn, turn.message.text))
        answer = await self._assistant.take(turn)
        if answer and has_kept(turn.message):
            draft = add_files(_new_draft(turn), turn.message)
            answer = answer_beside(turn, draft, answer)
        return say_before(told, answer) if answer else None

    # Going on

    async def _take_words(self, turn: Turn, draft: Draft) -> Effect | None:
        steer = read_steer(turn.text)
        if steer is Steer.SEND and draft.step is Step.REVIEW:
            return await self._send(turn, draft)
        if steer:
            return steer_draft(turn, draft, steer)
        edit = _read_edit(turn, draft)
        if edit:
            return change(turn, draft, edit)
        if wants_only_human(turn.text):
            return None
        return await self._take_aside(turn, draft) or take_told(turn, draft)

    async def _take_aside(self, turn: Turn, draft: Draft) -> Effect | None:
        """Take what is not about the draft itself."""
        if is_courtesy(turn.folded):
            return keep(turn, draft, ask_again(turn, draft))
        place = _find_superior(turn, draft)
        if place:
            moved = replace(draft, place=place.name)
            return keep(turn, moved, ask(turn, moved))
        is_asking = asks_something(turn.text) and not hides_name(turn.text)
        if is_asking and not find_place(turn.text, turn.places):
            answer = await self._assistant.take(turn)
            return answer_beside(turn, draft, answer) if answer else None
        if names_feedback(turn):
            return _tell_other(turn, draft) if draft.content else _take_opening(turn, draft)
        return None

    async def _send(self, turn: Turn, draft: Draft) -> Effect:
        place = find_place(draft.place, turn.places)
        if place is None:
            lost = replace(draft, place="", step=Step.PLACE)
            return keep(turn, lost, ask(turn, lost))
        sending = await self._recorder.prepare(draft, turn.message.address, place, now=turn.now)

        async def effect(work: Work) -> Sequence[Reply]:
            if draft.files:
                await work.outbox.withdraw(draft.subject)
            return await self._recorder.record(work, sending)

        return effect


def _has_words(turn: Turn) -> bool:
    return any(letter.isalnum() for letter in turn.text)


def _new_draft(turn: Turn) -> Draft:
    place = turn.place or name_place(turn.text, turn.places)
    return begin(turn.language, place=place.name if place else "")


def start(turn: Turn, content: str, *, kind: str = "") -> Effect:
    """Begin a PAKN with what was said and sent."""
    if not turn.places:
        return only_say(Reply(say("intake_no_place", turn.language)))
    draft = replace(add_files(_new_draft(turn), turn.message), kind=kind)
    if content:
        draft = read_words(draft, content, at=turn.message.received_at)
        draft = replace(draft, hides_name=hides_name(content))
    draft = go_on(draft)
    return keep(turn, draft, ask(turn, draft))


def _start_wordless(turn: Turn) -> Effect:
    draft = add_files(_new_draft(turn), turn.message)
    is_begun = draft.files or has_spot(draft)
    return take_wordless(turn, draft) if is_begun else only_say(_refuse_files(turn))


def _tells_of_spot(turn: Turn) -> bool:
    """Tell whether a message says something of the place it points at, and asks nothing."""
    return has_spot(add_files(_new_draft(turn), turn.message)) and "?" not in turn.text


def _refuse_files(turn: Turn) -> Reply:
    return Reply(describe_files(turn, turn.language) or say("nothing_read", turn.language))


def _tell_hiding(turn: Turn) -> Reply:
    button = make_word_button("feedback", turn.language)
    return Reply(say("intake_hidden", turn.language), (button,))


def _read_edit(turn: Turn, draft: Draft) -> Edit | None:
    """Read what is to be changed; before there is anything, "sửa đường" is what is wanted."""
    edit = read_edit(turn.text) if draft.content or draft.step is not Step.CONTENT else None
    field = read_field(turn.text) if draft.step is Step.EDIT else None
    return edit or (Edit(field) if field else None)


def _find_superior(turn: Turn, draft: Draft) -> Locality | None:
    """Find the superior that a draft shall go to instead: "gửi tới tỉnh …"."""
    if draft.step is not Step.REVIEW:
        return None
    said = fold(turn.text)
    return next(
        (
            place
            for place in turn.places
            if said == fold(say("says_send_to", draft.language, place=place.name))
        ),
        None,
    )


def _tell_other(turn: Turn, draft: Draft) -> Effect:
    """Ask which of two is meant, where another PAKN is begun in the middle of one."""
    other = said_at_once(turn)
    if not other or fold(other) == fold(draft.content):
        return keep(turn, draft, ask(turn, draft))
    kept = replace(draft, other=other)
    names = ("resume", "anew")
    buttons = tuple(make_word_button(name, draft.language) for name in names)
    return keep(turn, kept, Reply(say("intake_other", draft.language), buttons))


def _take_opening(turn: Turn, draft: Draft) -> Effect:
    content = said_at_once(turn)
    if content:
        draft = go_on(read_words(draft, content, at=turn.message.received_at))
    return keep(turn, draft, ask(turn, draft))
