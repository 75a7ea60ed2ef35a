"""What an officer must do: the list, one item's source, and marking it done."""

import datetime as dt
import re
from collections.abc import Sequence

from handlers.dialogues import read_dialogue, write_dialogue
from handlers.messages import Reply
from handlers.nudges.periods import Period, find_period
from handlers.people.roles import may_act_for
from handlers.questions import memory
from handlers.questions.rowview import describe_row
from handlers.sources import describe_source
from handlers.texts import say
from handlers.texts.forms import clip, write_day, write_weekday
from handlers.turn import Effect, Turn, only_say
from knowledge.abbreviations import expand_chat
from knowledge.calendar import Calendar
from knowledge.questions.rules import Asked, find_asked
from knowledge.text import fold
from storage.values import Address, DueDay, DueState, Person
from storage.work import Work

KIND = "task_list"
VERSION = 1
LONGEST_ITEM = 160
_LIST = ("viec cua toi", "viec tuan nay", "tuan nay toi phai lam gi", "my tasks")
LONGEST_ASKED = 12  # words; what is longer asks for something else
# "xong 2", "xong 2 nhé, cv số 45"; but not "xong 3 tháng đầu năm thì nộp gì".
_DONE = re.compile(
    r"^xong (?:viec )?(\d{1,2})(?: (?:nhe|roi|a|nha))*(?:\s*,.*|[\s.;:]+(?:cv|vb|so|bc|cong van"
    r"|van ban|bao cao|bien ban|quyet dinh)\b.*)?$"
)
_SHOW = re.compile(r"^xem (?:viec )?(\d{1,2})$")


class OwnTasksSkill:
    """Answer "việc của tôi", "tuần này tôi phải làm gì", "xem 2" and "xong 2, cv số 45"."""

    def __init__(self, calendar: Calendar) -> None:
        self._calendar = calendar

    async def take(self, turn: Turn) -> Effect | None:
        """Take the words that are about one's own work."""
        done, shown = _DONE.match(turn.folded), _SHOW.match(turn.folded)
        is_listed = turn.folded in _LIST or (turn.person and _asks_for_list(turn))
        if not (done or shown or is_listed) or (shown and _is_about_answer(turn)):
            return None
        person = turn.person
        if person is None:
            return only_say(Reply(say("not_linked", turn.language)))
        if done:
            return _mark_done(turn, person, int(done.group(1)))
        if shown:
            return _show(turn, person, int(shown.group(1)))
        return self._list(turn, person)

    def _list(self, turn: Turn, person: Person) -> Effect:
        period = find_period(turn.text, turn.today)

        async def effect(work: Work) -> Sequence[Reply]:
            all_open = await _open_of(work, person)
            if not all_open:
                return [Reply(say("own_tasks_none", turn.language))]
            due_days = [due for due in all_open if period is None or period.holds(due, turn.today)]
            head = _say_head(period, due_days, turn.language)
            shown = due_days or all_open[:1]
            ids = [due.id for due in shown]
            await remember_list(work, turn.message.address, ids, now=turn.now)
            lines = [
                describe_item(i, due, calendar=self._calendar, today=turn.today)
                for i, due in enumerate(shown, 1)
            ]
            return [Reply("\n".join([head, *lines, say("digest_foot", turn.language)]))]

        return effect


def _say_head(period: Period | None, due_days: Sequence[DueDay], language: str) -> str:
    if period is None:
        return say("own_tasks", language, count=len(due_days))
    facts = {"day": write_day(period.first, language), **period.facts}
    when = say(f"own_tasks_{period.name}", language, **facts)
    key = "own_tasks_in" if due_days else "own_tasks_none_in"
    return say(key, language, when=when, count=len(due_days))


def _asks_for_list(turn: Turn) -> bool:
    """Tell whether a message asks what one must do oneself: "tuần này em phải làm gì ạ"."""
    folded = fold(expand_chat(turn.text))
    return len(folded.split()) <= LONGEST_ASKED and find_asked(folded)[0] is Asked.OWN_TASKS


def _is_about_answer(turn: Turn) -> bool:
    """Tell whether "xem 2" means a row of the last answer, which came after the list of tasks."""
    asked, listed = turn.dialogues.get(memory.KIND), turn.dialogues.get(KIND)
    if turn.person is None:
        return True
    if not memory.load_memory(asked, now=turn.now).rows or asked is None:
        return False
    return listed is None or listed.updated_at < asked.updated_at


def describe_item(number: int, due: DueDay, *, calendar: Calendar, today: dt.date) -> str:
    """Say a due day in one line of a list."""
    return say(
        "digest_item",
        number=number,
        content=clip(due.task.content, LONGEST_ITEM),
        last_day=write_weekday(due.last_day),
        days_left=_days_left(due.last_day, calendar, today),
    )


def _days_left(last_day: dt.date, calendar: Calendar, today: dt.date) -> str:
    if last_day < today:
        return say("days_late")
    if last_day == today:
        return say("days_today")
    days = 0
    while calendar.plus_working_days(today, days + 1) <= last_day:
        days += 1
    return say("days_left", days=days)


async def remember_list(
    work: Work, address: Address, due_day_ids: Sequence[int], *, now: dt.datetime
) -> None:
    """Remember which due days the numbers of the last list stand for."""
    state = {"due_days": list(due_day_ids)}
    await work.dialogues.save(address, write_dialogue(KIND, VERSION, state, now=now))


def find_listed(turn: Turn) -> Sequence[int] | None:
    """Find which due days the last list showed; None where there was no list."""
    state = read_dialogue(turn.dialogues.get(KIND), VERSION)
    return None if state is None else list(state["due_days"])


async def _open_of(work: Work, person: Person) -> Sequence[DueDay]:
    answers_for = (*person.office_ids, *person.stands_in)
    return await work.due_days.of_offices(answers_for, locality_id=person.locality_id)


async def _find_item(work: Work, turn: Turn, person: Person, number: int) -> DueDay | None:
    ids = find_listed(turn)
    if ids is None:
        own = await _open_of(work, person)
        return own[number - 1] if 0 < number <= len(own) else None
    if not 0 < number <= len(ids):
        return None
    found = await work.due_days.find(ids[number - 1])
    return found if found and may_act_for(person, found.office_id) else None


def _mark_done(turn: Turn, person: Person, number: int) -> Effect:
    note = re.sub(r"^\D*\d{1,2}\W*(?:nhé|nhe|rồi|roi|ạ|nha)?\W*", "", turn.text).strip(" .")

    async def effect(work: Work) -> Sequence[Reply]:
        due = await _find_item(work, turn, person, number)
        if due is None:
            return [Reply(say("no_such_item", turn.language, number=number))]
        if due.state is DueState.CANCELLED:
            return [Reply(say("task_cancelled", turn.language, number=number))]
        is_new = await work.due_days.mark_done(due.id, person_id=person.id, note=note, now=turn.now)
        if not is_new:
            return [Reply(say("done_already", turn.language, number=number))]
        noted = say("done_note", turn.language, note=note) if note else ""
        day = write_day(turn.today)
        return [Reply(say("done", turn.language, number=number, day=day, note=noted))]

    return effect


def _show(turn: Turn, person: Person, number: int) -> Effect:
    async def effect(work: Work) -> Sequence[Reply]:
        due = await _find_item(work, turn, person, number)
        if due is None:
            return [Reply(say("no_such_item", turn.language, number=number))]
        source = say("source", turn.language, source=describe_source(due.plan, due.task))
        lines = describe_row(due.plan, due.task, turn.language)
        return [Reply("\n".join([*lines, source]))]

    return effect
