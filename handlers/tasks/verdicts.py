"""What is said about more time and about whose an item is: asked for, decided, asked back."""

import datetime as dt
from collections.abc import Sequence

from handlers.errors import HandlerError
from handlers.messages import Reply
from handlers.people.roles import is_leader
from handlers.tasks.disputing import find_offices, give, keep, may_decide_dispute
from handlers.tasks.extending import (
    Asked,
    ask_more_time,
    check_day,
    check_may_ask,
    decide_more_time,
    find_new_day,
    find_number,
    may_decide,
    offer_verdict,
    record_request,
)
from handlers.tasks.scene import Scene
from handlers.tasks.telling import open_directory
from handlers.tasks.waits import Wanted, wait_for
from handlers.texts import say
from handlers.texts.forms import join_names, write_weekday
from knowledge.tasks.acts import ActKind, TaskAct
from knowledge.text import fold
from storage.values import Office, Person

_SOME_OFFICE = ("don vi khac", "phong khac", "noi khac", "co quan khac", "another office")


async def want_more_time(scene: Scene, act: TaskAct) -> Reply:
    """Ask for more time; the day is asked back first, of a superior's plan also the number."""
    try:
        due = await check_may_ask(scene.work, scene.due, scene.person)
        day = find_new_day(
            due, day=act.day, more_days=act.more_days, is_worked=act.is_worked,
            today=scene.turn.today, calendar=scene.calendar,
        )  # fmt: skip
        if day is None:
            return await _ask_day(scene, act.note)
        check_day(due, day, now=scene.turn.now, calendar=scene.calendar)
        if due.is_superiors:
            return await _record(scene, act, day)
        asked = await ask_more_time(
            scene.work, due, scene.person, day=day, reason=act.note, now=scene.turn.now,
            calendar=scene.calendar,
        )  # fmt: skip
    except HandlerError as error:
        return await _refuse_day(scene, act, error)
    return await _say_asked(scene, act, asked)


async def _refuse_day(scene: Scene, act: TaskAct, error: HandlerError) -> Reply:
    """Say what is wrong with the day; the next message may name another."""
    if error.code in ("task_day_past", "task_day_not_later"):
        await wait_for(scene.work, scene.turn, Wanted.DAY, scene.due, reason=act.note)
    return scene.refuse(error)


async def _ask_day(scene: Scene, reason: str) -> Reply:
    await wait_for(scene.work, scene.turn, Wanted.DAY, scene.due, reason=reason)
    return Reply(scene.say("task_day_wanted", day=_write(scene, scene.due.due_on)))


async def _record(scene: Scene, act: TaskAct, day: dt.date) -> Reply:
    """Keep the number of a request to the superior, or ask for it."""
    issuer = scene.due.plan.issuer if scene.due.plan else None
    facts = {"issuer": issuer or say("task_superior", scene.language), "until": _write(scene, day)}
    if find_number(act.note) is None:
        await wait_for(scene.work, scene.turn, Wanted.NUMBER, scene.due, day=day, reason=act.note)
        return Reply(scene.say("task_number_wanted", **facts))
    asked = await record_request(
        scene.work, scene.due, scene.person, day=day, document=act.note, now=scene.turn.now,
        calendar=scene.calendar,
    )  # fmt: skip
    facts["until"] = _write(scene, asked.day)
    text = scene.say("task_recorded", document=act.note, **facts)
    return Reply(_with_day_off(scene, text, day, asked), (scene.button("task_undo"),))


async def _say_asked(scene: Scene, act: TaskAct, asked: Asked) -> Reply:
    why = say("task_reason", scene.language, reason=act.note) if act.note else ""
    text = scene.say(
        "task_asked",
        until=_write(scene, asked.day),
        why=why,
        whom=say(f"task_whom_{_find_whom(asked.told)}", scene.language),
    )
    if act.day:
        text = _with_day_off(scene, text, act.day, asked)
    directory = await open_directory(scene.work, scene.due.locality_id, now=scene.turn.now)
    if may_decide(scene.person, scene.due, directory):
        return Reply(text, offer_verdict(scene.due, asked.day, scene.language))
    if not asked.told:
        text += " " + say("task_nobody_decides", scene.language)
    return Reply(text, (scene.button("task_undo"),))


def _find_whom(told: Sequence[Person]) -> str:
    """Tell to whom a request goes: leaders, or the clerk who keeps what they decide."""
    return "leader" if not told or any(map(is_leader, told)) else "other"


def _with_day_off(scene: Scene, text: str, day: dt.date, asked: Asked) -> str:
    if not asked.is_moved:
        return text
    moved = say("task_day_off", scene.language, day=_write(scene, day))
    return f"{moved} {text}"


def _write(scene: Scene, day: dt.date) -> str:
    return write_weekday(day, scene.language)


async def decide(scene: Scene, act: TaskAct) -> Reply:
    """Grant or refuse more time."""
    is_granted = act.kind is ActKind.GRANT
    try:
        request = await decide_more_time(
            scene.work, scene.due, scene.person, is_granted=is_granted, day=act.day,
            reason=act.note, now=scene.turn.now, calendar=scene.calendar,
        )  # fmt: skip
    except HandlerError as error:
        return await _refuse_verdict(scene, error)
    day = request.new_day if is_granted else scene.due.due_on
    key = "task_granted" if is_granted else "task_refused"
    office = scene.due.office or say("no_office", scene.language)
    return Reply(scene.say(key, day=_write(scene, day), office=office))


async def _refuse_verdict(scene: Scene, error: HandlerError) -> Reply:
    """Say why nothing was decided; where another day is asked for now, offer to decide on it."""
    reply = scene.refuse(error)
    if error.code != "task_other_day":
        return reply
    request = await scene.work.postponements.find_waiting(scene.due.id)
    buttons = offer_verdict(scene.due, request.new_day, scene.language) if request else ()
    return Reply(reply.text, buttons)


async def leave_with(scene: Scene, act: TaskAct) -> Reply:
    """Keep an item with the office that says it is not theirs."""
    told = await keep(
        scene.work,
        scene.due,
        scene.person,
        reason=act.note,
        now=scene.turn.now,
        calendar=scene.calendar,
    )
    return Reply(_say_told(scene, "task_kept", scene.due.office or "–", told))


async def hand_over(scene: Scene, act: TaskAct) -> Reply:
    """Give an item to another office; which one is asked back where that is not sure."""
    if not may_decide_dispute(scene.person, scene.due):
        raise HandlerError("task_clerk_decides", item=scene.name)
    if not act.office or fold(act.office) in _SOME_OFFICE:
        return await _ask_office(scene, "task_office_wanted")
    now, calendar = scene.turn.now, scene.calendar
    directory = await open_directory(scene.work, scene.due.locality_id, now=now)
    offices = await _in_force(scene, find_offices(directory, act.office))
    if len(offices) != 1:
        names = [office.name for office in offices]
        return await _ask_office(scene, "task_office_unsure", names, named=act.office)
    given = await give(
        scene.work,
        scene.due,
        scene.person,
        office=offices[0],
        directory=directory,
        now=now,
        calendar=calendar,
    )
    return Reply(_say_told(scene, "task_given", given.office.name, given.told))


async def _in_force(scene: Scene, offices: Sequence[Office]) -> Sequence[Office]:
    """Give what has followed offices that are no more."""
    offices_of, today = scene.work.offices, scene.turn.today
    found = [await offices_of.get(office.id, on=today) for office in offices]
    return list({office.id: office for office in found if office}.values())


async def _ask_office(
    scene: Scene, key: str, names: Sequence[str] = (), *, named: str = ""
) -> Reply:
    await wait_for(scene.work, scene.turn, Wanted.OFFICE, scene.due)
    buttons = tuple(scene.button("task_give_to", office=name) for name in names)
    return Reply(scene.say(key, named=named), buttons)


def _say_told(scene: Scene, key: str, office: str, told: Sequence[Person]) -> str:
    """Say what is decided and who was told of it, or that nobody could be."""
    people = join_names([person.name for person in told])
    heard = say("task_told" if told else "task_told_nobody", scene.language, names=people)
    day = _write(scene, scene.due.due_on)
    return f"{scene.say(key, office=office, day=day)} {heard}"
