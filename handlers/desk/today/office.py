"""What the office sees to: lost messages, offices without people, questions, drafts, requests."""

import datetime as dt

from handlers.channels.naming import name_kind
from handlers.desk.today.base import (
    MOST,
    DraftItem,
    Listed,
    LostItem,
    OfficeItem,
    QuestionItem,
    RequestItem,
    Scene,
)
from handlers.faq.service import group_waiting
from handlers.people.directory import load_directory
from handlers.plans.waiting import find_held
from handlers.privacy.requests import is_near
from handlers.sources import describe_document
from handlers.texts import say
from handlers.texts.forms import clip
from storage.desk_counts import OpenWork
from storage.values import DataRequest, PlanState
from storage.work import Work

MOST_GROUPED = 60  # questions; to compare them all takes a third of a second
LONGEST = 160  # characters of a question, or of a document's name


async def find_scope(work: Work, place_id: int, *, is_operator: bool) -> int | None:
    """Find whose lost messages are seen: a place's own; None is all of the installation's.

    A reply to a citizen of whom nothing else is kept belongs to no place. With one place there is
    no doubt whose it is, and the operator answers for all.
    """
    places = await work.localities.list_all()
    return None if is_operator or len(places) == 1 else place_id


async def list_lost(scene: Scene) -> Listed[LostItem]:
    """List the messages that were given up, the newest first."""
    counts, is_operator = scene.work.desk_counts, scene.person is None
    scope = await find_scope(scene.work, scene.place_id, is_operator=is_operator)
    total = await counts.count_given_up(scope)
    found = await counts.list_given_up(scope, limit=MOST) if total else ()
    items = [
        LostItem(
            each.id,
            say(f"outbox_kind_{each.kind}"),
            say(f"outbox_state_{each.state}"),
            name_kind(each.channel),
            each.made_at,
        )
        for each in found
    ]
    return Listed(total, tuple(items))


async def list_offices(scene: Scene) -> tuple[Listed[OfficeItem], Listed[OfficeItem]]:
    """List the offices with work that nobody holds, and those that no chat reaches."""
    loads = await scene.work.desk_counts.count_open_work(scene.place_id)
    if not loads:
        return Listed(), Listed()
    directory = await load_directory(scene.work, scene.visitor.place, on=scene.today)
    held = await find_held(scene.work, scene.place_id, today=scene.today)
    names: dict[int | None, str] = {None: say("no_office")}
    names |= {office.id: office.name for office in directory.offices.values()}
    unheld = {each: load for each, load in loads.items() if each not in held}
    unreached = {
        each: load for each, load in loads.items() if each in held and not directory.has_chat(each)
    }
    return _list_offices(scene, unheld, names), _list_offices(scene, unreached, names)


def _list_offices(
    scene: Scene, loads: dict[int | None, OpenWork], names: dict[int | None, str]
) -> Listed[OfficeItem]:
    ordered = sorted(loads.items(), key=lambda each: (each[1].first_on, names.get(each[0], "")))
    items = [
        OfficeItem(id_, names.get(id_, "–"), load.count, load.first_on, scene.rate(load.first_on))
        for id_, load in ordered[:MOST]
    ]
    return Listed(len(ordered), tuple(items))


async def list_questions(scene: Scene) -> Listed[QuestionItem]:
    """List the questions that wait for an answer, of the latest the most asked first."""
    counts = scene.work.desk_counts
    total = await counts.count_questions(scene.place_id)
    found = await counts.list_questions(scene.place_id, limit=MOST_GROUPED) if total else ()
    items = [
        QuestionItem(
            each.ids[0],
            clip(each.question, LONGEST),
            each.count,
            each.disliked > 0,
            each.since,
        )
        for each in group_waiting(found)[:MOST]
    ]
    return Listed(total, tuple(items))


async def list_drafts(scene: Scene) -> Listed[DraftItem]:
    """List the plans that nobody has confirmed, the newest first."""
    found = await scene.work.plans.list_all(state=PlanState.DRAFT, locality_ids=[scene.place_id])
    items = [
        DraftItem(
            each.id, clip(describe_document(each.facts), LONGEST), each.task_count, each.added_at
        )
        for each in found[::-1][:MOST]
    ]
    return Listed(len(found), tuple(items))


async def list_requests(scene: Scene) -> Listed[RequestItem]:
    """List the requests about personal data whose day is near, the nearest first."""
    requests = await scene.work.data_requests.list_open(scene.place_id)
    near = sorted((each for each in requests if is_near(each, scene.today)), key=_last_day)
    items = [
        RequestItem(
            each.id,
            say(f"privacy_kind_{each.kind.value}"),
            each.asked_at,
            None if each.answered_at else each.answer_by,
            each.due_on,
            scene.rate(_last_day(each)),
        )
        for each in near[:MOST]
    ]
    return Listed(len(near), tuple(items))


def _last_day(request: DataRequest) -> dt.date:
    return request.due_on if request.answered_at else min(request.answer_by, request.due_on)
