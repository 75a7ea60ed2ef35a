"""Erasing: what may go goes at once, what must stay is named, what comes of age goes by itself."""

import datetime as dt
from collections.abc import Sequence

from handlers.cases.access import SYSTEM, Doer
from handlers.cases.changes import Facts
from handlers.cases.moves import CaseDesk
from handlers.daytime import next_daytime
from handlers.messages import Reply
from handlers.privacy.keeping import is_kept, list_own
from handlers.texts import say
from handlers.texts.forms import local_day
from knowledge.cases.routing import find_topic
from knowledge.cases.steps import Action
from storage.values import Address, Case, DataRequest, OutboxKind, RequestKind
from storage.work import Work

_LOOKED_ON = "erasures_looked_on"


async def erase_own(
    work: Work,
    desk: CaseDesk,
    owner: Address,
    *,
    years: int,
    before: dt.datetime,
    now: dt.datetime,
) -> Sequence[Case]:
    """Erase what an address has left up to a moment and need not be kept; give the cases kept."""
    kept = []
    for case in await list_own(work, owner):
        if case.received_at > before:
            continue
        if is_kept(case, years, today=local_day(now)):
            kept.append(case)
        else:
            await erase_case(work, desk, case.code, now=now, note=say("retention_noted_asked"))
    files = await work.files.of_owner(owner)
    loose = [file.id for file in files if file.case_id is None and file.created_at <= before]
    await work.files.remove(loose)
    await work.erasing.forget_conversation(owner, before)
    return kept


async def erase_case(
    work: Work,
    desk: CaseDesk,
    code: str,
    *,
    now: dt.datetime,
    doer: Doer = SYSTEM,
    note: str = "",
) -> None:
    """Erase the personal data of an ended case; its dates and states stay for the figures.

    What it was about stays as one word of a short list, which reports count by. `note` says in
    its history why: it is all that stands there in words afterwards.
    """
    case = await work.cases.hold(code)
    if case is None or case.is_erased:
        return
    facts = Facts(text=note, topic=find_topic(case.content))
    await desk.move(work, case, Action.ERASE, doer, facts, now=now)
    await work.files.remove_of_case(case.id)
    await work.erasing.erase_case(case.id, now=now)


async def go_on_erasing(work: Work, desk: CaseDesk, *, years: int, now: dt.datetime) -> list[Reply]:
    """Once a day, erase what was asked for and is free now."""
    if not await work.meta.save(_LOOKED_ON, local_day(now).isoformat()):
        return []
    replies = []
    for request in await work.data_requests.list_open():
        if request.kind is RequestKind.ERASE:
            replies += await _go_on(work, desk, request, years=years, now=now)
    return replies


async def _go_on(
    work: Work, desk: CaseDesk, request: DataRequest, *, years: int, now: dt.datetime
) -> list[Reply]:
    """Erase what a request has waited for; it is done when nothing is kept any more."""
    owner, asked_at = request.owner, request.asked_at
    if await erase_own(work, desk, owner, years=years, before=asked_at, now=now):
        return []
    await work.data_requests.finish(request.id, now=now)
    return [tell_owner(owner, say("privacy_erased"), now=now)]


def tell_owner(owner: Address, text: str, *, now: dt.datetime) -> Reply:
    """Tell somebody of their request, in the daytime."""
    return Reply(text, kind=OutboxKind.NOTICE, to=owner, not_before=next_daytime(now))
