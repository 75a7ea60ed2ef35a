"""Officials give work out in chat, take it back and ask how it stands."""

import re
from collections.abc import Sequence
from dataclasses import replace

from handlers.assigning.asked import take_asked
from handlers.assigning.drafting import (
    Draft,
    Outcome,
    Step,
    end_draft,
    find_outcome,
    is_fresh,
    load_draft,
    save_draft,
)
from handlers.assigning.giving import withdraw
from handlers.assigning.steps import Giving, say_refusal
from handlers.assigning.wording import ask_piece, say_told
from handlers.casework import drafts as casework
from handlers.errors import HandlerError
from handlers.messages import Reply
from handlers.people.directory import Directory, load_directory
from handlers.people.roles import is_clerk, is_head, is_leader
from handlers.tasks.lists import find_item
from handlers.tasks.wording import write_code
from handlers.texts import say
from handlers.turn import Effect, Turn, only_say
from knowledge.calendar import Calendar
from knowledge.tasks.acts import read_act
from knowledge.tasks.assigning import Assigning, read_assigning
from knowledge.tasks.words import ItemRef, read_items
from storage.database import Database
from storage.values import Locality, Person
from storage.work import Work

_GIVE = frozenset({"giao", "giao viec", "dong y giao", "dong y", "assign"})
_EDIT = frozenset({"sua", "sua lai", "edit"})
_CANCEL = frozenset({"huy", "huy bo", "thoi", "khong giao nua", "cancel"})
_GIVING = re.compile(r"\b(?:giao|phan cong|yeu cau|de nghi|chi dao|nho|chuyen)\b")
_SURE = re.compile(r"\b(?:giao|phan cong)\b")
_WITHDRAW = re.compile(r"(?:xin |cho )?(?:thu hoi|withdraw)(?: lai)?\s+")


class AssigningSkill:
    """Take work that is given out or taken back, and what is asked of its standing."""

    def __init__(self, database: Database, calendar: Calendar) -> None:
        self._database = database
        self._calendar = calendar

    async def take(self, turn: Turn) -> Effect | None:
        """Take an official's words about the work of others; a citizen's fall through."""
        person, place = turn.person, turn.place
        if person is None or place is None:
            return None
        items = read_withdrawal(turn.folded)
        if items:
            return self._withdraw(turn, person, place, items)
        asked = await take_asked(turn, person, place, self._database, self._calendar)
        if asked:
            return asked
        giving = Giving(turn, person, place, self._calendar)
        given = await self._read(turn, place)
        if given:
            return _begin(giving, given)
        draft = load_draft(turn)
        return _go_on(giving, draft) if draft else _say_over(turn)

    async def _read(self, turn: Turn, place: Locality) -> Assigning | None:
        """Read work given out; what may be said otherwise, too, must name a day."""
        if not _GIVING.search(turn.folded) or _is_about_case(turn):
            return None
        async with self._database.read() as work:
            offices = await work.offices.list_all(place.id)
        names = [name for office in offices for name in (office.name, *office.aliases)]
        given = read_assigning(turn.text, names=names, today=turn.today)
        if given is None or not (given.offices or given.content):
            return None
        has_day = given.last_day is not None or given.working_days is not None
        return given if has_day or _SURE.search(turn.folded) else None

    def _withdraw(
        self, turn: Turn, person: Person, place: Locality, items: Sequence[ItemRef]
    ) -> Effect:
        async def effect(work: Work) -> Sequence[Reply]:
            directory = await load_directory(work, place, on=turn.today)
            lines = [await self._take_back(work, turn, person, directory, i) for i in items]
            return [Reply("\n".join(lines))]

        return effect

    async def _take_back(
        self, work: Work, turn: Turn, person: Person, directory: Directory, item: ItemRef
    ) -> str:
        number, id_ = item.number, item.due_day_id
        due = await find_item(work, turn, person, number=number, due_day_id=id_)
        if due is None:
            code = write_code(id_) if id_ else str(number)
            return say("withdraw_unknown", turn.language, code=code)
        code = write_code(due.id)
        try:
            told = await withdraw(
                work, directory, due, by=person, now=turn.now, calendar=self._calendar
            )
        except HandlerError as error:
            return say(f"error_{error.code}", turn.language, **error.facts)
        done = say("work_withdrawn", turn.language, code=code, office=due.office or "")
        return f"{done} {self._say_told(turn, told)}" if told else done

    def _say_told(self, turn: Turn, told: Sequence[Person]) -> str:
        return say_told(told, now=turn.now, calendar=self._calendar, language=turn.language)


def read_withdrawal(folded: str) -> tuple[ItemRef, ...]:
    """Read "thu hồi V12 V13": the items, none where something else is said."""
    start = _WITHDRAW.match(folded)
    found = list(read_items(folded, start.end())) if start else []
    is_all = bool(found) and found[-1][1] == len(folded)
    return tuple(item for item, _ in found) if is_all else ()


def _is_about_case(turn: Turn) -> bool:
    """Tell whether a command about a PAKN waits for words, such as an office's name."""
    draft = casework.load_draft(turn)
    return draft is not None and draft.step not in casework.OVER and casework.is_fresh(turn)


def _begin(giving: Giving, given: Assigning) -> Effect | None:
    """Begin to give work out; an officer is refused where nothing else can be meant."""
    person, turn = giving.person, giving.turn
    if is_clerk(person) or is_leader(person) or is_head(person):

        async def effect(work: Work) -> Sequence[Reply]:
            return await giving.begin(work, given)

        return effect
    is_sure = given.offices and _SURE.search(turn.folded)
    return only_say(Reply(say_refusal(person, turn.language))) if is_sure else None


def _go_on(giving: Giving, draft: Draft) -> Effect | None:
    """Take what is said to a draft: agreed, to be changed, dropped, or the piece asked for."""
    turn = giving.turn
    if turn.folded in _CANCEL:
        return _drop(turn, draft)
    if turn.folded in _EDIT:
        return _change(turn, draft)
    if turn.folded in _GIVE:
        return lambda work: giving.agree(work, draft, is_old=not is_fresh(turn))
    is_else = turn.text.endswith("?") or read_act(turn.text, turn.today) is not None
    if draft.step is Step.REVIEW or not is_fresh(turn) or is_else:
        return None
    return lambda work: giving.fill(work, draft)


def _drop(turn: Turn, draft: Draft) -> Effect:
    async def effect(work: Work) -> Sequence[Reply]:
        await end_draft(work, turn.message.address, Outcome.DROPPED, now=turn.now)
        return [Reply(say("assigning_dropped", draft.language))]

    return effect


def _change(turn: Turn, draft: Draft) -> Effect:
    async def effect(work: Work) -> Sequence[Reply]:
        changed = replace(draft, step=Step.EDIT)
        await save_draft(work, turn.message.address, changed, now=turn.now)
        return [ask_piece(changed)]

    return effect


def _say_over(turn: Turn) -> Effect | None:
    """Say what became of a draft to who presses its button again."""
    outcome = find_outcome(turn)
    is_pressed = turn.folded in ("giao", "assign") or (
        turn.folded in _CANCEL and outcome is Outcome.DROPPED
    )
    if outcome is None or not is_pressed:
        return None
    return only_say(Reply(say(f"assigning_over_{outcome.value}", turn.language)))
