"""An official's command half given, kept until it is carried out or dropped."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field

from handlers.casework.commands import Verb
from handlers.dialogues import is_overtaken, read_dialogue, write_dialogue
from handlers.turn import Turn
from storage.values import Address
from storage.work import Work

KIND = "casework"
LIST_KIND = "casework_list"
VERSION = 1
FRESH = dt.timedelta(hours=1)  # an older preview is shown again before it is carried out
KEPT = dt.timedelta(days=1)
# They know "gửi" or "hủy", too.
RIVALS = ("feedback", "own_case", "handover_answer", "faq", "inviting", "assigning")
LIST_RIVALS = ("task_list", "question")
QUESTION_RIVALS = ("handover_list", "handover_answer")  # "trả lời 5" may mean theirs
ASKING, REVIEW, CHOOSING, DONE, DROPPED = "asking", "review", "choosing", "done", "dropped"
OVER = (DONE, DROPPED)


@dataclass(frozen=True, slots=True)
class Draft:
    """A command about case `code`; `step` is what it waits for, or what became of it.

    `fields` are the pieces given so far, `asks` names the one asked for.
    """

    step: str
    verb: Verb
    code: str
    language: str = "vi"
    fields: Mapping[str, str] = field(default_factory=dict)
    asks: str = ""


def load_draft(turn: Turn) -> Draft | None:
    """Read the draft that bare words such as "gửi" are about.

    None where it was left for a day, or where something else was written since.
    """
    dialogue = turn.dialogues.get(KIND)
    state = read_dialogue(dialogue, VERSION, now=turn.now, kept=KEPT)
    if dialogue is None or state is None or is_overtaken(turn, KIND, RIVALS):
        return None
    return Draft(**{**state, "verb": Verb(state["verb"])})


def is_fresh(turn: Turn) -> bool:
    """Tell whether the draft was shown a short while ago."""
    return turn.now - turn.dialogues[KIND].updated_at <= FRESH


async def save_draft(work: Work, address: Address, draft: Draft, *, now: dt.datetime) -> None:
    """Keep a draft."""
    await work.dialogues.save(address, write_dialogue(KIND, VERSION, asdict(draft), now=now))


async def save_list(
    work: Work, address: Address, codes: Sequence[str], *, now: dt.datetime
) -> None:
    """Remember which cases the numbers of the last list stand for."""
    await work.dialogues.save(address, write_dialogue(LIST_KIND, VERSION, list(codes), now=now))


def find_listed(turn: Turn, number: int) -> str | None:
    """Give the code of a number in the last list, if there was one."""
    codes = read_dialogue(turn.dialogues.get(LIST_KIND), VERSION, now=turn.now, kept=KEPT)
    return codes[number - 1] if codes and 0 < number <= len(codes) else None


def is_last_list(turn: Turn, rivals: Sequence[str] = LIST_RIVALS) -> bool:
    """Tell whether "xem 2" means a case, and not something that was listed since."""
    return LIST_KIND in turn.dialogues and not is_overtaken(turn, LIST_KIND, rivals)
