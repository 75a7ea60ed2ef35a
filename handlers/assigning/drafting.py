"""Work that is being given out, kept until it is agreed to, dropped or left alone for a day."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from enum import StrEnum

from handlers.casework.drafts import FRESH, KEPT, RIVALS
from handlers.casework.drafts import KIND as CASEWORK
from handlers.daytime import next_working_morning
from handlers.dialogues import is_overtaken, read_dialogue, write_dialogue
from handlers.messages import Reply
from handlers.tasks.waits import KIND as TASK_WAIT
from handlers.texts import say
from handlers.texts.forms import capital
from handlers.turn import Turn
from knowledge.calendar import Calendar
from knowledge.tasks.assigning import Assigning, read_assigning
from knowledge.tasks.days import find_days, find_last_day
from knowledge.text import fold
from storage.values import Address, OutboxKind
from storage.work import Work

KIND = "assigning"
OVER_KIND = "assigning_over"
VERSION = 1
LEAST_CONTENT = 3  # words that say what is to be done
LONGEST_BESIDE_DAY = 15  # letters that a day alone comes with: "sang … nhé"
_RIVALS = (CASEWORK, TASK_WAIT, *(kind for kind in RIVALS if kind != KIND))


class Step(StrEnum):
    """What a draft waits for."""

    OFFICE = "office"
    CONTENT = "content"
    DAY = "day"
    REVIEW = "review"
    EDIT = "edit"


class Outcome(StrEnum):
    """What became of a draft."""

    GIVEN = "given"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class Draft:
    """Work as far as it was told: the offices' ids, what, until when, after which document."""

    step: Step = Step.REVIEW
    offices: tuple[int, ...] = ()
    content: str = ""
    timeframe: str = ""
    last_day: dt.date | None = None
    document: str = ""
    language: str = "vi"

    @property
    def missing(self) -> Step:
        """What is to be asked next; nothing is missing at the review."""
        if not self.offices:
            return Step.OFFICE
        if not self.content:
            return Step.CONTENT
        return Step.REVIEW if self.last_day else Step.DAY

    def with_words(self, asked: Assigning, *, today: dt.date, calendar: Calendar) -> "Draft":
        """Take what, until when and after which document from words; what they lack stays."""
        last_day = count_last_day(asked, today=today, calendar=calendar)
        return replace(
            self,
            content=asked.content or self.content,
            timeframe=asked.timeframe if last_day else self.timeframe,
            last_day=last_day or self.last_day,
            document=asked.document or self.document,
        )


def count_last_day(asked: Assigning, *, today: dt.date, calendar: Calendar) -> dt.date | None:
    """Give the last day allowed; a number of working days is counted from tomorrow."""
    if asked.working_days is not None:
        return calendar.plus_working_days(today, asked.working_days)
    return asked.last_day


@dataclass(frozen=True, slots=True)
class Pieces:
    """What words beside an office say: what is to be done, until when; either may be missing."""

    content: str
    timeframe: str = ""
    last_day: dt.date | None = None

    def fill(self, draft: Draft) -> Draft:
        """Put what was said in the place of what stood there; "đổi sang 5/12" is but a day."""
        if self.last_day is None:
            return replace(draft, content=self.content)
        has_content = len(self.content.split()) >= LEAST_CONTENT
        content = self.content if has_content else draft.content
        return replace(draft, content=content, timeframe=self.timeframe, last_day=self.last_day)


def read_pieces(text: str, *, today: dt.date, calendar: Calendar) -> Pieces:
    """Read a day alone ("thứ 6", "3 ngày làm việc"), what is to be done, or both."""
    asked = read_assigning(f"giao X {text}", names=("X",), today=today)
    last_day = count_last_day(asked, today=today, calendar=calendar) if asked else None
    if asked and last_day:
        return Pieces(asked.content, asked.timeframe, last_day)
    plain = fold(text)
    days = find_days(plain, today)
    if days and len(plain) - (days[-1].end - days[-1].start) < LONGEST_BESIDE_DAY:
        return Pieces("", text, find_last_day(plain, days[-1]))
    return Pieces(capital(text))


def load_draft(turn: Turn) -> Draft | None:
    """Read the draft that bare words such as "giao" are about, unless left or overtaken."""
    state = read_dialogue(turn.dialogues.get(KIND), VERSION, now=turn.now, kept=KEPT)
    if state is None or is_overtaken(turn, KIND, _RIVALS):
        return None
    last_day = dt.date.fromisoformat(state["last_day"]) if state["last_day"] else None
    fields = {"step": Step(state["step"]), "offices": tuple(state["offices"])}
    return Draft(**{**state, **fields, "last_day": last_day})


def is_fresh(turn: Turn) -> bool:
    """Tell whether the draft was spoken of a short while ago."""
    return turn.now - turn.dialogues[KIND].updated_at <= FRESH


async def save_draft(work: Work, address: Address, draft: Draft, *, now: dt.datetime) -> None:
    """Keep a draft."""
    last_day = draft.last_day.isoformat() if draft.last_day else ""
    state = {**asdict(draft), "last_day": last_day}
    await work.dialogues.save(address, write_dialogue(KIND, VERSION, state, now=now))


async def end_draft(work: Work, address: Address, outcome: Outcome, *, now: dt.datetime) -> None:
    """Forget a draft, but not what became of it."""
    await work.dialogues.remove(address, KIND)
    await work.dialogues.save(address, write_dialogue(OVER_KIND, VERSION, outcome.value, now=now))


def find_outcome(turn: Turn) -> Outcome | None:
    """Find what became of the last draft, a short while ago."""
    state = read_dialogue(turn.dialogues.get(OVER_KIND), VERSION, now=turn.now, kept=FRESH)
    if state is None or is_overtaken(turn, OVER_KIND, _RIVALS):
        return None
    return Outcome(state)


async def close_idle(work: Work, calendar: Calendar, *, now: dt.datetime) -> Sequence[Reply]:
    """Close drafts left alone for a day, and say so in working hours."""
    addresses = await work.dialogues.remove_idle(now - KEPT, KIND)
    said = Reply(
        say("assigning_idle"),
        kind=OutboxKind.NOTICE,
        not_before=next_working_morning(now, calendar),
    )
    return [replace(said, to=address) for address in addresses]
