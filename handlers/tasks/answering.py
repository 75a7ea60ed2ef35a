"""What is said to an official who reports work done, wants to hear later, or says: not ours."""

import datetime as dt

from handlers.errors import HandlerError
from handlers.messages import Button, Reply
from handlers.people.roles import is_clerk
from handlers.tasks.acts import (
    Finished,
    add_note,
    find_last_morning,
    finish,
    tell_later,
    word_note,
)
from handlers.tasks.disputing import dispute, find_offices, offer_decisions
from handlers.tasks.scene import Scene
from handlers.tasks.telling import open_directory
from handlers.tasks.waits import Wanted, wait_for
from handlers.texts import say
from handlers.texts.forms import capital, write_day, write_weekday
from knowledge.tasks.acts import TaskAct
from storage.values import DueKind, DueState


async def report_done(scene: Scene, act: TaskAct) -> Reply:
    """Record an item as done; a line of result is asked for where it is the work itself."""
    refusal = await _check_behalf(scene, act)
    if refusal:
        return refusal
    try:
        finished = await finish(
            scene.work, scene.due, scene.person, note=act.note, now=scene.turn.now,
            calendar=scene.calendar,
        )  # fmt: skip
    except HandlerError as error:
        if error.code == "task_line_wanted":
            await wait_for(scene.work, scene.turn, Wanted.LINE, scene.due)
        return scene.refuse(error)
    text = word_done(scene, finished)
    if not finished.note and len(act.items) < 2:
        await wait_for(scene.work, scene.turn, Wanted.NOTE, scene.due)
        text += " " + say("task_note_wanted", scene.language)
    return Reply(text, (scene.button("task_undo"),))


async def _check_behalf(scene: Scene, act: TaskAct) -> Reply | None:
    """Refuse where an office is named for which it is reported, and the item is another's."""
    if not act.on_behalf:
        return None
    directory = await open_directory(scene.work, scene.due.locality_id, now=scene.turn.now)
    offices = find_offices(directory, act.on_behalf)
    if scene.due.office_id in [office.id for office in offices]:
        return None
    office = scene.due.office or say("no_office", scene.language)
    return Reply(scene.say("task_not_of_office", office=office, named=act.on_behalf))


def word_done(scene: Scene, finished: Finished) -> str:
    """Say that an item is recorded as done."""
    office = scene.due.office or say("no_office", scene.language)
    return scene.say(
        "task_done_for" if finished.is_on_behalf else "task_done",
        office=office,
        day=write_day(scene.turn.today, scene.language),
        note=word_note(finished.note, scene.language),
        late=_word_late(scene, finished),
    )


def _word_late(scene: Scene, finished: Finished) -> str:
    if finished.days_late is None:
        return ""
    key = "task_done_late" if finished.days_late else "task_done_late_little"
    due_on = write_day(finished.due.due_on, scene.language)
    return say(key, scene.language, days=finished.days_late, day=due_on)


async def report_note(scene: Scene, act: TaskAct) -> Reply:
    """Add a result to what is done; a line of result that is waited for makes it done."""
    if scene.due.kind is DueKind.LINE and scene.due.state is DueState.OPEN:
        return await report_done(scene, act)
    try:
        note = await add_note(
            scene.work, scene.due, scene.person, note=act.note, now=scene.turn.now
        )
    except HandlerError as error:
        buttons = (scene.button("task_done"),) if error.code == "task_not_done_yet" else ()
        return Reply(scene.refuse(error).text, buttons)
    return Reply(scene.say("task_noted", note=word_note(note, scene.language)))


async def put_off_telling(scene: Scene, act: TaskAct) -> Reply:
    """Tell the person later; without a morning the next ones are offered."""
    if act.day is None:
        return await _ask_morning(scene)
    paused = await tell_later(
        scene.work,
        scene.due,
        scene.person,
        day=act.day,
        now=scene.turn.now,
        calendar=scene.calendar,
    )
    key = "task_later_capped" if paused.is_capped else "task_later"
    until = write_weekday(paused.until, scene.language)
    return Reply(scene.say(key, until=until, day=write_weekday(scene.due.due_on, scene.language)))


async def _ask_morning(scene: Scene) -> Reply:
    today, calendar = scene.turn.today, scene.calendar
    last = await find_last_morning(scene.work, scene.due, today=today, calendar=calendar)
    monday = today + dt.timedelta(7 - today.weekday())
    days = {calendar.plus_working_days(today, 1), calendar.working_day_on_or_after(monday), last}
    await wait_for(scene.work, scene.turn, Wanted.MORNING, scene.due)
    buttons = tuple(_offer_morning(scene, day) for day in sorted(days) if day <= last)
    return Reply(scene.say("task_later_when"), buttons)


def _offer_morning(scene: Scene, day: dt.date) -> Button:
    label = capital(write_weekday(day, scene.language))
    if day == scene.turn.today + dt.timedelta(1):
        label = say("task_tomorrow", scene.language)
    return scene.button("task_later_on", label=label, day=f"{day:%d/%m/%Y}")


async def deny(scene: Scene, act: TaskAct) -> Reply:
    """Pass to the clerks that an item is not the office's; until they decide nobody is told."""
    whose = await _find_named(scene, act.office) if act.office else ""
    told = await dispute(
        scene.work,
        scene.due,
        scene.person,
        office=whose,
        words=act.note,
        now=scene.turn.now,
        calendar=scene.calendar,
    )
    if is_clerk(scene.person):
        buttons = offer_decisions(scene.due, office=whose, language=scene.language)
        return Reply(scene.say("task_disputed_own"), buttons)
    key = "task_disputed" if told else "task_disputed_unheard"
    return Reply(scene.say(key, whose=_word_whose(scene, whose)), (scene.button("task_undo"),))


async def _find_named(scene: Scene, name: str) -> str:
    """Give the name of the office that is named, as typed where it is not known."""
    directory = await open_directory(scene.work, scene.due.locality_id, now=scene.turn.now)
    offices = find_offices(directory, name)
    return offices[0].name if len(offices) == 1 else name


def _word_whose(scene: Scene, whose: str) -> str:
    if whose:
        return say("task_whose", scene.language, office=whose)
    office = scene.due.office or say("no_office", scene.language)
    return say("task_whose_not", scene.language, office=office)
