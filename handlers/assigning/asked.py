"""What officials ask of work that others do: its standing, what is overdue, an office's list."""

import re
from collections.abc import Sequence
from dataclasses import replace

from handlers.assigning.standing import ask_which, list_late, list_office, word_status
from handlers.assigning.status import (
    Occurrence,
    find_late,
    find_standing,
    match_topic,
    may_know,
    pick_urged,
    sees_all,
)
from handlers.messages import Reply
from handlers.people.roles import may_act_for
from handlers.tasks.buttons import offer_urging
from handlers.tasks.lists import remember_list
from handlers.tasks.pages import show_list
from handlers.texts import say
from handlers.texts.forms import capital
from handlers.turn import Effect, Turn, only_say
from knowledge.calendar import Calendar
from knowledge.listing import asks_for_late
from knowledge.questions.intents import read_intents
from knowledge.questions.understanding import understand
from knowledge.tasks.asking import ListAsked, ListKind, StatusAsked, read_list, read_status
from storage.database import Database
from storage.values import DueDay, Locality, Office, Person
from storage.work import Work

MOST_URGED = 20  # items that one button urges
LONGEST = 200  # characters; what is longer asks for something else
_OF_ITEM = re.compile(r"(?:tinh hinh|status)(?: of)? v\s?(\d{1,9})")


async def take_asked(
    turn: Turn, person: Person, place: Locality, database: Database, calendar: Calendar
) -> Effect | None:
    """Take what is asked of the work of others; None where something else is."""
    of_item = _OF_ITEM.fullmatch(turn.folded)
    if of_item:
        return _tell_item(turn, person, int(of_item[1]))
    listed = read_list(turn.text)
    if listed and listed.office:
        return await _take_office(turn, person, listed, database, calendar)
    if listed:
        is_late = listed.kind is ListKind.LATE
        return _tell_late(turn, person, place, calendar) if is_late else None
    status = read_status(turn.text)
    if status and status.topic:
        return _tell_status(turn, person, status)
    is_late = status is not None or _asks_for_late(turn)
    return _tell_late(turn, person, place, calendar) if is_late else None


def _asks_for_late(turn: Turn) -> bool:
    """Tell whether late work is asked for in other words, and nothing beside it."""
    if len(turn.text) > LONGEST:
        return False
    question = understand(turn.text, (), turn.today)
    if len(read_intents(turn.text, question.language).parts) > 1:
        return False
    return asks_for_late(question)


async def _take_office(
    turn: Turn, person: Person, asked: ListAsked, database: Database, calendar: Calendar
) -> Effect | None:
    """Take what is asked of an office's work; an office that nobody knows falls through."""
    async with database.read() as work:
        office = await work.offices.find(person.locality_id, asked.office, on=turn.today)
    if office is None:
        return None
    ids = office.member_ids if office.is_group else (office.id,)
    if not sees_all(person) and not all(may_act_for(person, each) for each in ids):
        return only_say(Reply(say("office_tasks_not_told", turn.language)))
    if asked.kind is ListKind.LATE:
        return _tell_late(turn, person, None, calendar, office)
    if asked.kind is not ListKind.OFFICE:
        return None
    return _tell_office(turn, person, office, ids, calendar)


def _tell_office(
    turn: Turn, person: Person, office: Office, ids: Sequence[int], calendar: Calendar
) -> Effect:
    async def effect(work: Work) -> Sequence[Reply]:
        every = await work.due_days.of_offices(ids, locality_id=office.locality_id)
        found = [due for due in every if may_know(person, due)]
        if not found:
            return [Reply(say("office_tasks_none", turn.language, office=office.name))]
        head = say("office_tasks", turn.language, office=office.name, count=len(found))
        items = list_office(found, calendar=calendar, today=turn.today, language=turn.language)
        return [await show_list(work, turn, head, items)]

    return effect


def _tell_late(
    turn: Turn,
    person: Person,
    place: Locality | None,
    calendar: Calendar,
    office: Office | None = None,
) -> Effect:
    """Tell what is overdue in a place, or with one office."""
    name = office.name if office else capital(place.name) if place else ""

    async def effect(work: Work) -> Sequence[Reply]:
        late = await find_late(work, person, today=turn.today)
        if office:
            ids = {office.id, *office.member_ids}
            late = [due for due in late if due.office_id in ids]
        return [await _show_late(work, turn, person, name, late, calendar)]

    return effect


async def _show_late(
    work: Work,
    turn: Turn,
    person: Person,
    name: str,
    late: Sequence[DueDay],
    calendar: Calendar,
) -> Reply:
    language = turn.language
    whose = "" if sees_all(person) else "_own"
    if not late:
        return Reply(say(f"late_none{whose}", language, place=name))
    urged = [due.id for due in pick_urged(person, late)][:MOST_URGED]
    reply = await show_list(
        work,
        turn,
        say(f"late_head{whose}", language, place=name, count=len(late)),
        list_late(late, calendar=calendar, today=turn.today, language=language),
        foot=say("late_foot" if urged else "late_foot_own", language),
    )
    buttons = (offer_urging(urged, language),) if urged else ()
    return replace(reply, buttons=(*buttons, *reply.buttons))


def _tell_status(turn: Turn, person: Person, asked: StatusAsked) -> Effect:
    async def effect(work: Work) -> Sequence[Reply]:
        standing = await find_standing(work, person)
        found = match_topic(standing, asked.topic, today=turn.today)
        if not found:
            return [Reply(say("status_unknown", turn.language, topic=asked.topic))]
        if len(found) > 1:
            return [ask_which(found, turn.language)]
        return await _tell(work, turn, person, found[0])

    return effect


def _tell_item(turn: Turn, person: Person, due_day_id: int) -> Effect:
    async def effect(work: Work) -> Sequence[Reply]:
        standing = await find_standing(work, person)
        found = [each for each in standing if any(due.id == due_day_id for due in each.due_days)]
        if not found:
            return [Reply(say("withdraw_unknown", turn.language, code=f"V{due_day_id}"))]
        return await _tell(work, turn, person, found[0])

    return effect


async def _tell(work: Work, turn: Turn, person: Person, occurrence: Occurrence) -> Sequence[Reply]:
    missing = [due.id for due in occurrence.missing]
    if missing:
        await remember_list(work, turn.message.address, missing, now=turn.now)
    return [word_status(occurrence, person, turn.language)]
