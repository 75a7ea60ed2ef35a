"""Cases in stages: first the files may go, then what tells who it was, at last the row."""

import datetime as dt
import logging
from collections.abc import Awaitable, Callable, Sequence

from handlers.cases.moves import CaseDesk
from handlers.errors import HandlerError
from handlers.privacy.erasing import erase_case
from handlers.privacy.terms import LAPSED_KEPT
from handlers.retention.ages import DELETED_AFTER, Ages, midnight_before, years_before
from handlers.retention.steps import Find, Forget, Forgetter, Found, Step
from handlers.texts import say
from knowledge.cases.steps import Action, Actor
from storage.errors import StorageError
from storage.values import CaseEvent, CaseKey
from storage.work import Work

log = logging.getLogger(__name__)
BATCH = 10  # cases a transaction, some 16 ms each: on SQLite all who write wait for it
List = Callable[[Work, Ages, dt.datetime, int | None], Awaitable[Sequence[CaseKey]]]
Take = Callable[[Work, CaseDesk, CaseKey, dt.datetime], Awaitable[None]]


async def _list_with_files(
    work: Work, ages: Ages, now: dt.datetime, limit: int | None
) -> Sequence[CaseKey]:
    if not ages.attachments:
        return ()
    return await work.old_cases.list_with_files(midnight_before(now, ages.attachments), limit=limit)


async def _list_whole(
    work: Work, ages: Ages, now: dt.datetime, limit: int | None
) -> Sequence[CaseKey]:
    return await work.old_cases.list_whole(
        years_before(now, ages.anonymise), lapsed_before=now - LAPSED_KEPT, limit=limit
    )


async def _list_anonymous(
    work: Work, ages: Ages, now: dt.datetime, limit: int | None
) -> Sequence[CaseKey]:
    if not ages.delete:
        return ()
    return await work.old_cases.list_anonymous(
        years_before(now, ages.delete), erased_before=now - DELETED_AFTER, limit=limit
    )


async def _list_coming(
    work: Work, ages: Ages, on: dt.datetime, limit: int | None
) -> Sequence[CaseKey]:
    """List what will be deleted by a moment to come, with what is anonymised before that."""
    if not ages.delete:
        return ()
    before = years_before(on, ages.delete)
    empty = await work.old_cases.list_anonymous(before, erased_before=on, limit=limit)
    whole = await work.old_cases.list_whole(before, lapsed_before=before, limit=limit)
    return [*empty, *whole]


async def _strip(work: Work, _desk: CaseDesk, case: CaseKey, now: dt.datetime) -> None:
    """Remove a case's files, and say so in its history."""
    if await work.files.remove_of_case(case.id):
        note = say("retention_noted_files")
        event = CaseEvent(now, Action.NOTE, case.state, Actor.SYSTEM, note=note)
        await work.cases.record(case.id, event)


async def _anonymise(work: Work, desk: CaseDesk, case: CaseKey, now: dt.datetime) -> None:
    await erase_case(work, desk, case.code, now=now, note=say("retention_noted_anonymised"))


async def _delete(work: Work, _desk: CaseDesk, case: CaseKey, _now: dt.datetime) -> None:
    """Delete a case with whatever is left of it."""
    await work.files.remove_of_case(case.id)
    await work.erasing.forget_news(case.id)
    await work.old_cases.delete([case.id])


def list_case_steps() -> list[Step]:
    """List the stages in their order."""
    return [
        _make_step("case_files", _list_with_files, _strip),
        _make_step("cases_anonymised", _list_whole, _anonymise),
        _make_step("cases_deleted", _list_anonymous, _delete, list_coming=_list_coming),
    ]


def _make_step(name: str, list_some: List, take: Take, *, list_coming: List | None = None) -> Step:
    find = _make_find(list_some, list_coming or list_some)
    return Step(name, BATCH, _make_forget(list_some, take), find)


def _make_forget(list_some: List, take: Take) -> Forget:
    async def forget(work: Work, given: Forgetter, now: dt.datetime, limit: int) -> int:
        listed = await list_some(work, given.ages, now, limit + len(given.left))
        some = [case for case in listed if case.id not in given.left][:limit]
        for case in some:
            try:
                await take(work, given.desk, case, now)
            except (HandlerError, StorageError) as error:  # it does not hold up the others
                given.left.add(case.id)
                log.warning("case %s could not be forgotten: %s", case.id, error.code)
        return len(some)

    return forget


def _make_find(list_some: List, list_coming: List) -> Find:
    async def find(work: Work, ages: Ages, on: dt.datetime, is_now: bool) -> Found:
        cases = await (list_some if is_now else list_coming)(work, ages, on, None)
        files = await work.old_cases.count_files([case.id for case in cases])
        return Found(len(cases), sorted(case.code for case in cases), files)

    return find
