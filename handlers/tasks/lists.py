"""Numbered lists of work: what the numbers of the last one stand for, and which item is meant."""

import datetime as dt
from collections.abc import Collection, Mapping, Sequence

from handlers.dialogues import read_dialogue, write_dialogue
from handlers.people.roles import is_clerk, is_leader, may_act_for
from handlers.turn import Turn
from storage.values import Address, Dialogue, DueDay, DueState, Person
from storage.work import Work

KIND = "task_list"
VERSION = 1


async def remember_list(
    work: Work,
    address: Address,
    due_day_ids: Sequence[int],
    *,
    now: dt.datetime,
    focus: int | None = None,
) -> None:
    """Remember which due days the numbers stand for, and which one is spoken of (an id)."""
    await work.dialogues.save(address, _write(due_day_ids, focus, now))


async def remember_lists(
    work: Work, lists: Mapping[Address, Sequence[int]], *, now: dt.datetime
) -> None:
    """Remember for several addresses which due days the numbers stand for."""
    await work.dialogues.save_many({to: _write(ids, None, now) for to, ids in lists.items()})


def _write(due_day_ids: Sequence[int], focus: int | None, now: dt.datetime) -> Dialogue:
    state = {"due_days": list(due_day_ids), "focus": focus}
    return write_dialogue(KIND, VERSION, state, now=now)


def find_listed(turn: Turn) -> Sequence[int] | None:
    """Find which due days the last list showed; None where there was no list."""
    state = read_dialogue(turn.dialogues.get(KIND), VERSION)
    return None if state is None else list(state["due_days"])


def find_focus(turn: Turn) -> int | None:
    """Find the due day spoken of: shown or changed last, or alone in the last list."""
    state = read_dialogue(turn.dialogues.get(KIND), VERSION)
    if state is None:
        return None
    listed: list[int] = state["due_days"]
    focus: int | None = state.get("focus")
    return focus if focus is not None else listed[0] if len(listed) == 1 else None


async def list_own(
    work: Work, person: Person, *, states: Collection[DueState] = (DueState.OPEN,)
) -> Sequence[DueDay]:
    """List what the offices that a person answers for have to do."""
    answers_for = (*person.office_ids, *person.stands_in)
    return await work.due_days.of_offices(
        answers_for, locality_id=person.locality_id, states=states
    )


def may_see(person: Person, due: DueDay) -> bool:
    """Tell whether somebody may look at an item: their office's, or clerks and leaders all."""
    if person.locality_id != due.locality_id:
        return False
    return may_act_for(person, due.office_id) or is_clerk(person) or is_leader(person)


async def find_item(
    work: Work, turn: Turn, person: Person, *, number: int | None, due_day_id: int | None
) -> DueDay | None:
    """Find the item meant: by its own id, by its number in the last list, or the one spoken of."""
    wanted = due_day_id if due_day_id is not None else await _find_id(work, turn, person, number)
    found = await work.due_days.find(wanted) if wanted is not None else None
    return found if found and may_see(person, found) else None


async def _find_id(work: Work, turn: Turn, person: Person, number: int | None) -> int | None:
    if number is None:
        return find_focus(turn)
    listed = find_listed(turn)
    if listed is None:
        listed = [due.id for due in await list_own(work, person)]
    return listed[number - 1] if 0 < number <= len(listed) else None
