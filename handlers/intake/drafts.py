"""A PAKN half written, kept as a dialogue of the chat."""

import datetime as dt
import json
import secrets
from dataclasses import asdict, dataclass, replace
from enum import StrEnum

from handlers.dialogues import read_dialogue, write_dialogue
from handlers.messages import Attachment
from knowledge.cases.states import CaseKind
from storage.values import Address, Contact, Dialogue
from storage.work import Work

KIND = "feedback"
VERSION = 2
SAME_BREATH = dt.timedelta(seconds=20)  # what comes so soon belongs to the message before it


class Step(StrEnum):
    """What was asked last."""

    PLACE = "place"
    CONTENT = "content"
    WHERE = "where"
    CONTACT = "contact"
    REVIEW = "review"
    EDIT = "edit"


@dataclass(frozen=True, slots=True)
class Draft:
    """A PAKN half written; `step` is what was asked last, `kind` empty until the words tell it.

    `files` are (kind, number) pairs. `passed` are the steps left out on wish, `before` those that
    "quay lại" goes back through, `asked_again` says how often details were asked for in vain.
    `last` is what the last words were taken for, at `said_at` (ISO, UTC; the
    first ones at `started_at`). `key` names the reply to
    photos that waits for the next photo. `repeats` is the code of a PAKN of the same words, `other`
    a second matter told meanwhile, `trouble` says why a phone was not taken.
    """

    step: Step
    language: str
    key: str
    place: str = ""
    content: str = ""
    kind: str = ""
    where: str = ""
    name: str = ""
    phone: str = ""
    address: str = ""
    files: tuple[tuple[str, int], ...] = ()
    hides_name: bool = False
    passed: tuple[Step, ...] = ()
    before: tuple[Step, ...] = ()
    asked_again: int = 0
    last: Step | None = None
    said_at: str = ""
    started_at: str = ""
    repeats: str = ""
    other: str = ""
    trouble: str = ""

    @property
    def case_kind(self) -> CaseKind:
        """What it is about; something at a place until the words say otherwise."""
        return CaseKind(self.kind or CaseKind.SCENE)

    @property
    def contact(self) -> Contact:
        """Who sends it, as far as told."""
        return Contact(self.name, self.phone, self.address)

    @property
    def is_formal(self) -> bool:
        """Tell whether the law asks for name, address and phone (NĐ 20/2008, Điều 7)."""
        return self.case_kind is not CaseKind.SCENE

    @property
    def subject(self) -> str:
        """Name the reply to photos that waits for more of them."""
        return f"draft {self.key}"

    @property
    def attachments(self) -> tuple[Attachment, ...]:
        """Give the files for counting."""
        return tuple(Attachment(kind, file_id=file_id) for kind, file_id in self.files)

    @property
    def is_spoken(self) -> bool:
        """Tell whether there is a voice message and not a word."""
        return not self.content and any(kind == "audio" for kind, _ in self.files)

    def is_same_breath(self, at: dt.datetime) -> bool:
        """Tell whether words that come now belong to those before them."""
        if not self.said_at or self.last is None:
            return False
        return at - dt.datetime.fromisoformat(self.said_at) <= SAME_BREATH


def begin(language: str, **fields: object) -> Draft:
    """Begin a draft."""
    empty = Draft(Step.CONTENT, language, secrets.token_hex(8))
    return replace(empty, **fields)  # type: ignore[arg-type]


def load_draft(dialogue: Dialogue | None) -> Draft | None:
    """Read a draft back; None where there is none, or another version has left it."""
    state = read_dialogue(dialogue, VERSION)
    if not state:
        return None
    steps = {name: tuple(Step(each) for each in state[name]) for name in ("passed", "before")}
    files = tuple((str(kind), int(number)) for kind, number in state["files"])
    last = Step(state["last"]) if state["last"] else None
    return Draft(**{**state, **steps, "step": Step(state["step"]), "files": files, "last": last})


async def save_draft(work: Work, address: Address, draft: Draft, *, now: dt.datetime) -> None:
    """Keep a draft."""
    await work.dialogues.save(address, write_dialogue(KIND, VERSION, asdict(draft), now=now))


def find_content(dialogue: Dialogue | None) -> str:
    """Give what was written in a draft that is given up for something else."""
    if dialogue is None:
        return ""
    return str(json.loads(dialogue.state).get("content", ""))
