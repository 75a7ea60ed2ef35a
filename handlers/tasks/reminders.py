"""Reminders that officials ask for: set after an answer, told once on a working morning."""

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from handlers.buttons import make_button
from handlers.daytime import is_working_daytime
from handlers.messages import Reply
from handlers.sources import describe_source
from handlers.tasks.remindable import Found, Unfound, find_days, find_remindable, is_done, may_read
from handlers.texts import say
from handlers.texts.forms import HANOI, clip, local_day, write_weekday
from handlers.turn import Effect, Turn, only_say
from knowledge.calendar import Calendar
from knowledge.reminding import ReminderAct, ReminderWish, find_morning, read_reminder_wish
from storage.values import Address, OutboxKind, Reminder
from storage.work import Work

LONGEST_ITEM = 160
SHORT_ITEM = 80
MOST = 20  # reminders that one address may have waiting
MOST_SHOWN = 5  # with their sources


class ReminderSkill:
    """Answer "nhắc tôi", "nhắc tôi trước 2 ngày", "bỏ nhắc", "lời nhắc của tôi"."""

    def __init__(self, calendar: Calendar) -> None:
        self._calendar = calendar

    async def take(self, turn: Turn) -> Effect | None:
        """Take the words that ask for a reminder, or take one back."""
        wish = read_reminder_wish(turn.text, turn.today)
        if wish is None:
            return None
        if turn.person is None:
            return only_say(Reply(say("reminder_officials_only", turn.language)))
        if wish.act is ReminderAct.LIST:
            return _list(turn)
        if wish.act is ReminderAct.REMOVE:
            return _remove(turn, wish)
        return self._set(turn, wish)

    def _set(self, turn: Turn, wish: ReminderWish) -> Effect:
        async def effect(work: Work) -> Sequence[Reply]:
            found = await find_remindable(work, turn, wish.item)
            if isinstance(found, Unfound):
                return [_refuse(turn, found)]
            local = turn.now.astimezone(HANOI)
            morning = find_morning(wish, found.due_on, now=local, calendar=self._calendar)
            if morning is None:
                is_after = wish.on is not None and wish.on > found.due_on
                code = "after_day" if is_after else "too_late"
                return [_refuse(turn, Unfound(code, day=found.due_on))]
            return [await _keep(work, turn, wish, found, morning)]

        return effect


def _refuse(turn: Turn, unfound: Unfound) -> Reply:
    day = write_weekday(unfound.day, turn.language) if unfound.day else ""
    return Reply(say(f"reminder_{unfound.code}", turn.language, day=day, count=unfound.count))


async def _keep(
    work: Work, turn: Turn, wish: ReminderWish, found: Found, morning: dt.date
) -> Reply:
    to, language = turn.message.address, turn.language
    known = await work.reminders.find(to, found.task_id, last_day=found.last_day)
    is_waiting = known is not None and known.told_at is None
    if known and is_waiting and (wish.before is None and wish.on is None):
        return Reply(say("reminder_there", language, day=write_weekday(known.remind_on, language)))
    if known:
        await work.reminders.move(known.id, morning)
    elif len(await work.reminders.waiting(to)) >= MOST:
        return Reply(say("reminder_too_many", language, count=MOST))
    else:
        await work.reminders.add(to, found.task_id, last_day=found.last_day, remind_on=morning)
    text = say(
        "reminder_set",
        language,
        day=write_weekday(morning, language),
        content=clip(found.task.content.rstrip(" .;,"), LONGEST_ITEM),
        last_day=write_weekday(found.due_on, language),
    )
    return Reply(text, (make_button("unremind", language),))


def _list(turn: Turn) -> Effect:
    async def effect(work: Work) -> Sequence[Reply]:
        waiting = await _list_waiting(work, turn)
        return [_say_list(waiting, "reminder_list", turn.language)]

    return effect


def _remove(turn: Turn, wish: ReminderWish) -> Effect:
    async def effect(work: Work) -> Sequence[Reply]:
        waiting = await _list_waiting(work, turn)
        if wish.item and not 0 < wish.item <= len(waiting):
            return [_say_list(waiting, "reminder_list", turn.language)]
        chosen = waiting[wish.item - 1] if wish.item else await _find_meant(work, turn, waiting)
        if chosen is None:
            return [_say_list(waiting, "reminder_which", turn.language)]
        await work.reminders.remove(chosen.id)
        content = clip(chosen.task.content.rstrip(" .;,"), LONGEST_ITEM)
        return [Reply(say("reminder_removed", turn.language, content=content))]

    return effect


async def _list_waiting(work: Work, turn: Turn) -> list[Reminder]:
    """List the reminders that wait, without plans that are closed to the person by now."""
    waiting = await work.reminders.waiting(turn.message.address)
    return [each for each in waiting if may_read(each, turn.person)]


async def _find_meant(work: Work, turn: Turn, waiting: Sequence[Reminder]) -> Reminder | None:
    """Find the reminder of the task spoken of, or the only one there is."""
    if len(waiting) == 1:
        return waiting[0]
    found = await find_remindable(work, turn, None)
    if isinstance(found, Unfound):
        return None
    return next((each for each in waiting if each.task_id == found.task_id), None)


def _say_list(waiting: Sequence[Reminder], head: str, language: str) -> Reply:
    if not waiting:
        return Reply(say("reminder_none", language))
    lines = [say(head, language, count=len(waiting))]
    lines += [
        say(
            "reminder_item",
            language,
            number=number,
            content=clip(each.task.content.rstrip(" .;,"), LONGEST_ITEM),
            day=write_weekday(each.remind_on, language),
            last_day=write_weekday(each.last_day, language),
        )
        for number, each in enumerate(waiting, 1)
    ]
    return Reply("\n".join([*lines, say("reminder_list_foot", language)]))


async def put_out_reminders(work: Work, calendar: Calendar, *, now: dt.datetime) -> list[Reply]:
    """Claim the reminders that are due; return one message for each person who is reminded.

    On working days from 07:30 to 20:00 only; what was missed goes out once and says that it is
    late. Nothing for a task that is done, or whose time was changed since, nor for somebody who is
    no longer an official, or one of another place.
    """
    if not is_working_daytime(now, calendar):
        return []
    today = local_day(now)
    claimed: dict[Address, list[_Told]] = defaultdict(list)
    for reminder in await work.reminders.due(today):
        if not await work.reminders.claim(reminder.id, now=now):
            continue
        told = await _bring_up_to_date(work, reminder, today)
        if told:
            claimed[reminder.to].append(told)
    return [_remind(each, today) for each in claimed.values()]


@dataclass(frozen=True, slots=True)
class _Told:
    """A reminder with its task's day as it is now."""

    reminder: Reminder
    last_day: dt.date

    @property
    def is_changed(self) -> bool:
        return self.last_day != self.reminder.last_day


async def _bring_up_to_date(work: Work, reminder: Reminder, today: dt.date) -> _Told | None:
    """Find the day of a reminder's task as it is now; None where there is nothing to say."""
    person = await work.people.find(reminder.to, on=today)
    if person is None or not may_read(reminder, person):
        return None
    due_days = await work.due_days.of_tasks([reminder.task_id])
    days = find_days(reminder.task, due_days, person)
    ahead = [day for day, due_on in days.items() if due_on >= today]
    day = reminder.last_day if reminder.last_day in days else next(iter(ahead), None)
    if day is None or is_done(due_days, day, person):
        return None
    return _Told(reminder, days[day])


def _remind(told: Sequence[_Told], today: dt.date) -> Reply:
    is_late = any(each.reminder.remind_on < today for each in told)
    is_few = len(told) <= MOST_SHOWN
    lines = [say("reminder_head_late" if is_late else "reminder_head")]
    for number, each in enumerate(told, 1):
        task, plan = each.reminder.task, each.reminder.plan
        mark = f"{number}. " if len(told) > 1 else ""
        words = clip(task.content.rstrip(" .;,"), LONGEST_ITEM if is_few else SHORT_ITEM)
        day = write_weekday(each.last_day)
        lines.append(
            say("reminder_told", content=mark + words, last_day=day, note=_note(each, today))
        )
        if is_few:
            lines.append(say("source", source=describe_source(plan, task)))
    return Reply("\n".join(lines), kind=OutboxKind.DIGEST, to=told[0].reminder.to)


def _note(told: _Told, today: dt.date) -> str:
    if told.last_day < today:
        return say("reminder_day_past")
    return say("reminder_day_changed") if told.is_changed else ""
