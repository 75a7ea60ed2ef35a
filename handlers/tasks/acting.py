"""The chat's side of acts on work: the items meant, what comes of each, in words."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import replace

from handlers.daytime import next_working_morning
from handlers.errors import HandlerError
from handlers.messages import Reply
from handlers.people.roles import is_leader
from handlers.tasks.answering import deny, put_off_telling, report_done, report_note
from handlers.tasks.awaiting import list_extensions
from handlers.tasks.disputing import find_offices
from handlers.tasks.lists import find_focus, find_listed, remember_list
from handlers.tasks.scene import Scene, find_meant, name_item
from handlers.tasks.showing import show_item
from handlers.tasks.telling import open_directory
from handlers.tasks.undoing import undo
from handlers.tasks.urging import Urged, urge
from handlers.tasks.verdicts import decide, hand_over, leave_with, want_more_time
from handlers.tasks.waits import wait_no_more
from handlers.texts import say
from handlers.texts.forms import join_names, write_time, write_weekday
from handlers.turn import Turn
from knowledge.calendar import Calendar
from knowledge.tasks.acts import ActKind, ItemRef, TaskAct
from storage.values import DueDay, Person
from storage.work import Work

MOST_AT_ONCE = 20  # items of one message
MOST_URGED = 40


async def _show(scene: Scene, _: TaskAct) -> Reply:
    return await show_item(
        scene.work,
        scene.turn,
        scene.person,
        scene.due,
        name=scene.name,
        calendar=scene.calendar,
    )


async def _undo(scene: Scene, _: TaskAct) -> Reply:
    undone = await undo(
        scene.work, scene.due, scene.person, now=scene.turn.now, calendar=scene.calendar
    )
    return _say_undone(scene.turn, undone.due, undone.event.action.value, scene.name)


_ACTS: Mapping[ActKind, Callable[[Scene, TaskAct], Awaitable[Reply]]] = {
    ActKind.SHOW: _show,
    ActKind.DONE: report_done,
    ActKind.NOTE: report_note,
    ActKind.LATER: put_off_telling,
    ActKind.NOT_OURS: deny,
    ActKind.MORE_TIME: want_more_time,
    ActKind.GRANT: decide,
    ActKind.REFUSE: decide,
    ActKind.KEEP: leave_with,
    ActKind.GIVE: hand_over,
    ActKind.UNDO: _undo,
}


async def act_on_work(
    work: Work, turn: Turn, person: Person, act: TaskAct, *, calendar: Calendar
) -> Sequence[Reply]:
    """Do what an official says with the items meant; say what came of each."""
    await wait_no_more(work, turn)
    if act.kind is ActKind.URGE:
        return [await _urge(work, turn, person, act, calendar=calendar)]
    if act.kind is ActKind.UNDO and not act.items:
        return [await _undo_last(work, turn, person, calendar=calendar)]
    asked = await _find_request(work, turn, person, act)
    if not isinstance(asked, TaskAct):
        return asked
    act, meant = asked, await find_meant(work, turn, person, asked, calendar=calendar)
    replies = [Reply(text) for text in meant.refusals]
    for name, due in meant.due_days[:MOST_AT_ONCE]:
        replies.append(await _run(Scene(work, turn, person, calendar, due, name), act))
    if len(meant.due_days) == 1:
        focus = meant.due_days[0][1].id
        await remember_list(work, turn.message.address, meant.listed, now=turn.now, focus=focus)
    return [_join(replies)]


async def _run(scene: Scene, act: TaskAct) -> Reply:
    try:
        return await _ACTS[act.kind](scene, act)
    except HandlerError as error:
        return scene.refuse(error)


def _join(replies: Sequence[Reply]) -> Reply:
    if len(replies) == 1:
        return replies[0]
    return Reply("\n".join(reply.text for reply in replies))


async def _find_request(
    work: Work, turn: Turn, person: Person, act: TaskAct
) -> TaskAct | Sequence[Reply]:
    """Let a verdict without an item mean the only request that waits; list them where several do.

    One of the item spoken of goes first.
    """
    if act.items or act.kind not in (ActKind.GRANT, ActKind.REFUSE):
        return act
    waiting = [
        each.due_day_id for each in await work.postponements.list_waiting(person.locality_id)
    ]
    focus = find_focus(turn)
    meant = [focus] if focus in waiting else waiting
    if len(meant) == 1:
        return replace(act, items=(ItemRef(due_day_id=meant[0]),))
    if meant and is_leader(person):
        return await list_extensions(turn, person)(work)
    return [Reply(say("task_which" if meant else "task_extensions_none", turn.language))]


async def _undo_last(work: Work, turn: Turn, person: Person, *, calendar: Calendar) -> Reply:
    try:
        undone = await undo(work, None, person, now=turn.now, calendar=calendar)
    except HandlerError as error:
        return Reply(say(f"error_{error.code}", turn.language, **error.facts))
    name = name_item(undone.due.id, find_listed(turn) or ())
    return _say_undone(turn, undone.due, undone.event.action.value, name)


def _say_undone(turn: Turn, due: DueDay, action: str, name: str) -> Reply:
    day = write_weekday(due.due_on, turn.language)
    office = due.office or say("no_office", turn.language)
    return Reply(say(f"task_undone_{action}", turn.language, item=name, day=day, office=office))


async def _urge(
    work: Work, turn: Turn, person: Person, act: TaskAct, *, calendar: Calendar
) -> Reply:
    due_days = await _find_urged(work, turn, person, act, calendar)
    if not due_days:
        return Reply(say("task_urge_none", turn.language))
    urged = await urge(work, due_days, person, now=turn.now, calendar=calendar)
    sent_at = next_working_morning(turn.now, calendar)
    lines = _word_urged(urged, turn)
    if urged.reached and sent_at:
        lines.append(say("task_urged_later", turn.language, at=write_time(sent_at, turn.language)))
    return Reply(" ".join(lines))


async def _find_urged(
    work: Work, turn: Turn, person: Person, act: TaskAct, calendar: Calendar
) -> Sequence[DueDay]:
    """Find what is urged: items named, what an office named has overdue, else the last list."""
    if act.office:
        directory = await open_directory(work, person.locality_id, now=turn.now)
        ids = [office.id for office in find_offices(directory, act.office)]
        held = await work.due_days.of_offices(ids, locality_id=person.locality_id)
        return [due for due in held if due.due_on < turn.today][:MOST_URGED]
    if not act.items:
        listed = find_listed(turn) or ()
        found = await work.due_days.find_many(listed[:MOST_URGED])
        return [due for due in found if due.locality_id == person.locality_id]
    meant = await find_meant(work, turn, person, act, calendar=calendar)
    return [due for _, due in meant.due_days]


def _word_urged(urged: Urged, turn: Turn) -> list[str]:
    """Say who was reached, which offices could not be, and which items were left out."""
    listed = find_listed(turn) or ()
    lines = []
    if urged.reached:
        names = join_names(list(dict.fromkeys(person.name for person in urged.reached)))
        lines.append(say("task_urged", turn.language, names=names))
    if urged.without_chat:
        offices = join_names(urged.without_chat)
        lines.append(say("task_urged_nobody", turn.language, offices=offices))
    for name in ("again", "over", "others"):
        due_days: Sequence[DueDay] = getattr(urged, name)
        if due_days:
            items = ", ".join(name_item(due.id, listed) for due in due_days)
            lines.append(say(f"task_urged_{name}", turn.language, items=items))
    return lines
