"""Requests about personal data as the clerk sees them: with their days, until they are done."""

import datetime as dt
import re
from collections.abc import Sequence

from handlers.buttons import make_button
from handlers.daytime import is_working_daytime, next_working_morning
from handlers.messages import Reply
from handlers.privacy.erasing import tell_owner
from handlers.privacy.terms import find_days
from handlers.texts import say
from handlers.texts.forms import local_day, write_day, write_weekday
from handlers.turn import Effect, Turn
from knowledge.calendar import Calendar
from storage.values import Address, DataRequest, OutboxKind, Person, RequestKind, Role
from storage.work import Work

MOST_SHOWN = 10
SOON = 3  # days before the last one on which the clerk hears of a request again
_REMINDED_ON = "data_requests_reminded_on"
_LIST = re.compile(r"^(?:(?:xem|cac|danh sach) )*yeu cau(?: ve)? du lieu$|^data requests$")
_DONE = re.compile(
    r"^(?:da )?xong yeu cau(?: du lieu)?(?: so)? (\d{1,9})$|^done request (\d{1,9})$"
)


async def record_request(
    work: Work,
    owner: Address,
    kind: RequestKind,
    *,
    locality_id: int,
    calendar: Calendar,
    now: dt.datetime,
    note: str = "",
    is_done: bool = False,
) -> tuple[DataRequest, list[Reply]]:
    """Record a request once, with its days; one that a person must do is told to the clerk."""
    waiting = await _find_waiting(work, owner, kind)
    if waiting and not is_done:
        return waiting, []
    answer_by, due_on = find_days(kind, local_day(now), calendar)
    number = await work.data_requests.add(
        owner,
        kind,
        locality_id=locality_id,
        now=now,
        answer_by=answer_by,
        due_on=due_on,
        note=note,
    )
    if is_done:
        await work.data_requests.finish(number, now=now)
    request = await work.data_requests.find(number)
    assert request is not None
    return request, [] if is_done else await _tell_clerks(work, request, calendar, now=now)


async def _find_waiting(work: Work, owner: Address, kind: RequestKind) -> DataRequest | None:
    asked = await work.data_requests.of_owner(owner)
    return next((each for each in asked if each.kind is kind and each.done_at is None), None)


async def _tell_clerks(
    work: Work, request: DataRequest, calendar: Calendar, *, now: dt.datetime
) -> list[Reply]:
    text = say("privacy_told", line=_describe(request))
    return [
        Reply(
            text,
            (make_button("request_done", number=request.id),),
            kind=OutboxKind.NOTICE,
            to=person.addresses[0],
            not_before=next_working_morning(now, calendar),
        )
        for person in await _find_clerks(work, request.locality_id, now=now)
    ]


async def _find_clerks(work: Work, locality_id: int, *, now: dt.datetime) -> Sequence[Person]:
    """Find the clerks of a place, else its leaders; nobody else hears of requests."""
    people = [
        person
        for person in await work.people.list_all(on=local_day(now), locality_id=locality_id)
        if person.addresses
    ]
    clerks = [person for person in people if person.role == Role.CLERK]
    return clerks or [person for person in people if person.role == Role.LEADER]


def _describe(request: DataRequest) -> str:
    return say(
        "privacy_request",
        number=request.id,
        kind=say(f"privacy_kind_{request.kind.value}"),
        asked=write_day(local_day(request.asked_at)),
        answer_by=write_weekday(request.answer_by),
        due=write_weekday(request.due_on),
        note=request.note or "–",
    )


def take_command(turn: Turn) -> Effect | None:
    """Take what a clerk or leader types about requests; None where it is something else."""
    if turn.person is None or turn.person.role not in (Role.CLERK, Role.LEADER):
        return None
    if _LIST.match(turn.folded):
        return _list(turn.person.locality_id)
    found = _DONE.match(turn.folded)
    return _finish(turn, turn.person.locality_id, int(found[1] or found[2])) if found else None


def _list(locality_id: int) -> Effect:
    async def effect(work: Work) -> Sequence[Reply]:
        requests = await work.data_requests.list_open(locality_id)
        if not requests:
            return [Reply(say("privacy_requests_none"))]
        shown = requests[:MOST_SHOWN]
        lines = [say("privacy_requests", count=len(requests)), *map(_describe, shown)]
        buttons = tuple(make_button("request_done", number=each.id) for each in shown)
        return [Reply("\n".join(lines), buttons)]

    return effect


def _finish(turn: Turn, locality_id: int, number: int) -> Effect:
    async def effect(work: Work) -> Sequence[Reply]:
        told = await finish(work, number, locality_id=locality_id, now=turn.now)
        if told is None:
            return [Reply(say("privacy_request_unknown", number=number))]
        return [Reply(say("privacy_request_done", number=number)), told]

    return effect


async def finish(work: Work, number: int, *, locality_id: int, now: dt.datetime) -> Reply | None:
    """Record that a request of a place is done; give what its owner is told, None if none is open.

    What is told has to be put out.
    """
    request = await work.data_requests.find(number)
    if request is None or request.locality_id != locality_id or request.done_at:
        return None
    await work.data_requests.finish(number, now=now)
    kind = say(f"privacy_kind_{request.kind.value}").lower()
    text = say("privacy_done", kind=kind, asked=write_day(local_day(request.asked_at)))
    return tell_owner(request.owner, text, now=now)


def is_near(request: DataRequest, today: dt.date) -> bool:
    """Tell whether the last day to answer a request or to do it is near."""
    days = [request.due_on - dt.timedelta(days=SOON)]
    days += [] if request.answered_at else [request.answer_by]
    return min(days) <= today


async def remind_clerks(work: Work, calendar: Calendar, *, now: dt.datetime) -> list[Reply]:
    """Remind clerks, once a working day, of requests whose last day to answer or to do is near."""
    today = local_day(now)
    if not is_working_daytime(now, calendar):
        return []
    if not await work.meta.save(_REMINDED_ON, today.isoformat()):
        return []
    replies: list[Reply] = []
    for request in await work.data_requests.list_open():
        if is_near(request, today) and local_day(request.asked_at) < today:
            replies += await _tell_clerks(work, request, calendar, now=now)
    return replies
