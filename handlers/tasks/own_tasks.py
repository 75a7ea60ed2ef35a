"""What officials ask and say about work in chat: their own list, acts on items, what waits."""

import datetime as dt
import re
from collections.abc import Sequence

from handlers.messages import Reply
from handlers.people.roles import is_clerk, is_leader
from handlers.questions import memory
from handlers.tasks.acting import act_on_work
from handlers.tasks.awaiting import list_awaiting
from handlers.tasks.buttons import offer_acts
from handlers.tasks.lists import KIND, find_focus
from handlers.tasks.pages import Listed, has_more, show_list, show_more
from handlers.tasks.periods import Period, find_period
from handlers.tasks.scene import list_work
from handlers.tasks.showing import load_marks, write_own_item
from handlers.tasks.waits import load_wait, read_waited, wait_no_more
from handlers.texts import say
from handlers.texts.forms import write_day
from handlers.turn import Effect, Turn, only_say
from knowledge.abbreviations import expand_chat
from knowledge.calendar import Calendar
from knowledge.questions.rules import Asked, find_asked
from knowledge.tasks.acts import ActKind, TaskAct, read_act
from knowledge.text import fold
from storage.values import LIVE, DueDay, Person
from storage.work import Work

_LIST = ("viec cua toi", "viec tuan nay", "tuan nay toi phai lam gi", "my tasks")
_MORE = re.compile(r"^(?:xem tiep|more)$")
_CANCEL = ("huy", "huy bo", "bo qua", "thoi", "cancel")
LONGEST_ASKED = 12  # words; what is longer asks for something else
SPOKEN_OF = dt.timedelta(days=1)  # how long an item without its number is the one spoken of
_NEEDS_FOCUS = frozenset({ActKind.DONE, ActKind.NOTE})


class OwnTasksSkill:
    """Answer "việc của tôi", "xem 2", "xong 2, cv số 45", "xin lùi đến 15/12" and their like."""

    def __init__(self, calendar: Calendar) -> None:
        self._calendar = calendar

    async def take(self, turn: Turn) -> Effect | None:
        """Take the words that are about work, one's own or what one decides on."""
        act = read_act(turn.text, turn.today)
        if turn.person is None:
            return None
        wait = load_wait(turn)
        if wait and turn.folded in _CANCEL:
            return _drop(turn)
        if wait and not _asks_list(turn):
            act = read_waited(wait, turn, act) or act
        listed = None if act and act.items else list_awaiting(turn, turn.person)
        if listed:
            return listed
        if act and _is_meant(turn, act):
            return self._act(turn, turn.person, act)
        if _asks_list(turn):
            return self._list(turn, turn.person)
        return _show_more(turn) if _MORE.match(turn.folded) and has_more(turn) else None

    def _act(self, turn: Turn, person: Person, act: TaskAct) -> Effect:
        async def effect(work: Work) -> Sequence[Reply]:
            return await act_on_work(work, turn, person, act, calendar=self._calendar)

        return effect

    def _list(self, turn: Turn, person: Person) -> Effect:
        period = find_period(turn.text, turn.today)

        async def effect(work: Work) -> Sequence[Reply]:
            every = await list_work(
                work, person, today=turn.today, calendar=self._calendar, states=LIVE
            )
            if not every:
                oversees = is_leader(person) or is_clerk(person)
                key = "own_tasks_none_oversees" if oversees else "own_tasks_none"
                return [Reply(say(key, turn.language))]
            due_days = [due for due in every if period is None or period.holds(due, turn.today)]
            head = _say_head(period, due_days, turn.language)
            return [await self._show(work, turn, person, head, due_days or every[:1])]

        return effect

    async def _show(
        self, work: Work, turn: Turn, person: Person, head: str, due_days: Sequence[DueDay]
    ) -> Reply:
        marks = await load_marks(work, person, due_days)
        items = [
            Listed(
                number,
                due.id,
                write_own_item(
                    number,
                    due,
                    marks,
                    person,
                    calendar=self._calendar,
                    today=turn.today,
                    language=turn.language,
                ),
            )
            for number, due in enumerate(due_days, 1)
        ]
        acts = offer_acts(due_days[0].id, turn.language) if len(due_days) == 1 else ()
        foot = say("digest_foot", turn.language)
        return await show_list(work, turn, head, items, foot=foot, buttons=acts)


class NotLinkedSkill:
    """Tell who is no official, once nothing else fits, that work is for officials."""

    async def take(self, turn: Turn) -> Effect | None:
        """Take words that name an item of work, or ask for the list."""
        act = None if turn.person else read_act(turn.text, turn.today)
        names_item = act is not None and bool(act.items) and act.kind is ActKind.DONE
        names_code = act is not None and any(item.due_day_id for item in act.items)
        is_asked = turn.person is None and turn.folded in _LIST
        if is_asked or names_item or names_code:
            return only_say(Reply(say("not_linked", turn.language)))
        return None


def _drop(turn: Turn) -> Effect:
    async def effect(work: Work) -> Sequence[Reply]:
        await wait_no_more(work, turn)
        return [Reply(say("task_wait_dropped", turn.language))]

    return effect


def _show_more(turn: Turn) -> Effect:
    async def effect(work: Work) -> Sequence[Reply]:
        return [await show_more(work, turn)]

    return effect


def _asks_list(turn: Turn) -> bool:
    """Tell whether a message asks what one must do oneself: "tuần này em phải làm gì ạ"."""
    if turn.folded in _LIST:
        return True
    folded = fold(expand_chat(turn.text))
    return len(folded.split()) <= LONGEST_ASKED and find_asked(folded)[0] is Asked.OWN_TASKS


def _is_meant(turn: Turn, act: TaskAct) -> bool:
    """Tell whether an act is about work: by its item, or by what was last spoken of."""
    if act.kind is ActKind.SHOW:
        return act.items[0].due_day_id is not None or not _is_about_answer(turn)
    if act.items or act.kind not in _NEEDS_FOCUS:
        return True
    return act.kind is ActKind.DONE and bool(act.on_behalf or _is_spoken_of(turn))


def _is_spoken_of(turn: Turn) -> bool:
    listed = turn.dialogues.get(KIND)
    is_recent = listed is not None and turn.now - listed.updated_at <= SPOKEN_OF
    return is_recent and find_focus(turn) is not None and not _is_about_answer(turn)


def _is_about_answer(turn: Turn) -> bool:
    """Tell whether "xem 2" means a row of the last answer, which came after the list of tasks."""
    asked, listed = turn.dialogues.get(memory.KIND), turn.dialogues.get(KIND)
    if asked is None or not memory.load_memory(asked, now=turn.now).rows:
        return False
    return listed is None or listed.updated_at < asked.updated_at


def _say_head(period: Period | None, due_days: Sequence[DueDay], language: str) -> str:
    if period is None:
        return say("own_tasks", language, count=len(due_days))
    facts = {"day": write_day(period.first, language), **period.facts}
    when = say(f"own_tasks_{period.name}", language, **facts)
    key = "own_tasks_in" if due_days else "own_tasks_none_in"
    return say(key, language, when=when, count=len(due_days))
