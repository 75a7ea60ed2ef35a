"""What an official writes under a notice about a case, without a command: nothing goes out of it.

It is kept until the official has said whether it is an answer, a question or a note. A citizen's
words of the same kind would begin a PAKN, so this is asked first.
"""

import datetime as dt
import re
from collections.abc import Sequence

from handlers.buttons import make_word_button
from handlers.cases.moves import CaseDesk
from handlers.casework.commands import Verb, read_command
from handlers.casework.drafts import CHOOSING, REVIEW, Draft, is_fresh, load_draft, save_draft
from handlers.messages import Button, Reply, UnknownVersion, load_reply
from handlers.texts import say
from handlers.texts.forms import clip
from handlers.turn import Effect, Turn
from knowledge.case_codes import find_code
from knowledge.cases.steps import Action, find_step
from knowledge.questions.rules import Asked, find_asked
from knowledge.text import tidy
from storage.database import Database
from storage.values import Case, Person
from storage.work import Work

ANSWERED_WITHIN = dt.timedelta(days=1)
LEAST_WORDS = 3
LONGEST_QUOTE = 300
_QUESTION = re.compile(
    r"\?\s*$|\b(?:khi nao|bao gio|o dau|the nao|nhu nao|bao nhieu|la gi|lam gi|may gio|han nao"
    r"|ngay nao|nao|sao|gi|ai)\b(?: (?:vay|a|the|nhi|the nhi))*$|^(?:bao gio|khi nao|ai|nhac)\b"
)
_TELLING = re.compile(r"^(?:da|dang|se|chua|hien|don vi|kinh gui|ngay \d|thua)\b")
_REQUEST = re.compile(
    r"^(?:xong|hoan tac|(?:dat |bo )?nhac|loi nhac|viec|gap|toi (?:muon|can)|cho toi|muon|xin|nho"
    r"|tuan|hom nay|thang|phan anh|ke hoach|cong khai|xem|huy|dung|thoi|chao|cam on|ok|vang|luu"
    r"|dong|nhan|remind|my|show|i)\b"
)
_WAITING = ("feedback", "own_case", "handover", "handover_answer", "faq", "inviting")
WAITED_FOR = dt.timedelta(hours=1)
_CHOICES: tuple[tuple[Verb, Action, str, frozenset[str]], ...] = (
    (
        Verb.DRAFT,
        Action.DRAFT,
        "as_draft",
        frozenset({"lam du thao tra loi", "du thao", "trinh du thao", "use as draft"}),
    ),
    (
        Verb.ASK_INFO,
        Action.ASK_INFO,
        "as_question",
        frozenset({"hoi nguoi dan", "hoi", "ask the sender"}),
    ),
    (
        Verb.NOTE,
        Action.NOTE,
        "as_note",
        frozenset({"ghi chu noi bo", "ghi chu", "internal note"}),
    ),
)


def find_choice(folded: str) -> Verb | None:
    """Read what words under a notice are to be."""
    return next((verb for verb, _, _, words in _CHOICES if folded in words), None)


class CaseReplySkill:
    """Ask what to do with words written under a notice about a case."""

    def __init__(self, database: Database, desk: CaseDesk) -> None:
        self._database = database
        self._desk = desk

    async def take(self, turn: Turn) -> Effect | None:
        """Take an official's statement where the last message was about a case."""
        person, draft = turn.person, load_draft(turn)
        is_reviewed = draft and draft.step == REVIEW and is_fresh(turn)
        if person is None or is_reviewed:
            return None
        if not _is_statement(turn) or _is_busy(turn):
            return None
        async with self._database.read() as work:
            code = await _find_noticed(work, turn)
            case = await work.cases.find(code) if code else None
        if case is None:
            return None
        buttons = self._offer(turn, person, case)
        return _propose(turn, case, buttons) if buttons else None

    def _offer(self, turn: Turn, person: Person, case: Case) -> list[Button]:
        actors = self._desk.find_doer(case, turn.message.address, person).actors
        return [
            make_word_button(name, turn.language)
            for _, action, name, _ in _CHOICES
            if find_step(case.state, action, actors)
        ]


def _is_statement(turn: Turn) -> bool:
    """Tell a statement from a question to the assistant, and from a command."""
    folded, text = turn.folded, turn.text
    if len(folded.split()) < LEAST_WORDS or "?" in text or _QUESTION.search(folded):
        return False
    if _REQUEST.match(folded) or text.lower().startswith("dạ ") or read_command(text):
        return False
    return bool(_TELLING.match(folded)) or find_asked(folded)[0] is Asked.OTHER


def _is_busy(turn: Turn) -> bool:
    """Tell whether words are waited for elsewhere."""
    return any(
        turn.now - turn.dialogues[kind].updated_at <= WAITED_FOR
        for kind in _WAITING
        if kind in turn.dialogues
    )


async def _find_noticed(work: Work, turn: Turn) -> str | None:
    """Find the case that the last message to this person offered to show."""
    entries = await work.thread.recent(turn.message.address, limit=4)
    told = [entry for entry in entries if not entry.is_own]
    if not told or turn.now - told[-1].at > ANSWERED_WITHIN:
        return None
    try:
        buttons = load_reply(told[-1].body).buttons
    except UnknownVersion:
        return None
    return find_code(buttons[0].says) if len(buttons) == 1 else None


def _propose(turn: Turn, case: Case, buttons: Sequence[Button]) -> Effect:
    text, language = tidy(turn.message.text), turn.language

    async def effect(work: Work) -> Sequence[Reply]:
        draft = Draft(CHOOSING, Verb.NOTE, case.code, language, {"text": text})
        await save_draft(work, turn.message.address, draft, now=turn.now)
        asked = say("casework_choose", language, code=case.code, text=clip(text, LONGEST_QUOTE))
        return [Reply(asked, (*buttons, make_word_button("cancel", language)))]

    return effect
