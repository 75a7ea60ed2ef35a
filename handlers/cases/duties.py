"""What becomes of cases by themselves: lapsed, closed, asked about again, told at last."""

import datetime as dt
import logging
from collections import defaultdict
from collections.abc import Mapping, Sequence

from handlers.buttons import make_button
from handlers.cases.access import SYSTEM
from handlers.cases.moves import CaseDesk
from handlers.cases.notices import USEFUL_FOR
from handlers.cases.status import describe_state
from handlers.cases.telling import find_officials, tell
from handlers.daytime import is_daytime, is_working_daytime
from handlers.errors import HandlerError
from handlers.messages import Reply
from handlers.texts import say
from handlers.texts.forms import HANOI
from knowledge.cases.states import OPEN, CaseState, Notice
from knowledge.cases.steps import Action, Actor
from knowledge.cases.terms import KEPT_INCOMPLETE, MAY_REOPEN
from storage.values import Address, Case, CaseEvent, CaseNotice, OutboxKind
from storage.work import Work

log = logging.getLogger(__name__)
ASKED_AGAIN = dt.timedelta(days=5)
DECIDED = dt.timedelta(days=15)  # then the clerk decides how a case goes on without an answer
ONE_DAY = dt.timedelta(days=1)
MOST_CALLS = 5
UNSEEN = dt.timedelta(days=3)  # who has not opened the page by then is called
_CALLED = frozenset(
    {Notice.NEEDS_INFO, Notice.REFUSED, Notice.TRANSFERRED, Notice.EXTENDED, Notice.ANSWERED}
)
_LOOKED_AT = "cases_looked_after"


async def look_after(work: Work, desk: CaseDesk, *, now: dt.datetime) -> list[Reply]:
    """Once an hour in the daytime: end what has ended, ask again, and ask the clerk to call."""
    hour = now.astimezone(HANOI).strftime("%Y-%m-%d %H")
    if not is_daytime(now) or not await work.meta.save(_LOOKED_AT, hour):
        return []
    replies: list[Reply] = []
    for found in await work.cases.list_in({CaseState.NEEDS_INFO, CaseState.ANSWERED}):
        if not _is_due(found, now):
            continue
        case = await work.cases.hold(found.code)
        if case and _is_due(case, now):  # somebody may have been first
            replies += await _try_act(work, desk, case, now=now)
    return [*replies, *await _ask_for_calls(work, desk, now=now)]


def _is_due(case: Case, now: dt.datetime) -> bool:
    if case.state is CaseState.ANSWERED:
        return case.answered_at is not None and now > case.answered_at + MAY_REOPEN
    if case.state is not CaseState.NEEDS_INFO:
        return False
    asked_at = find_asked_at(case)
    since, kept = (asked_at, ASKED_AGAIN) if asked_at else (case.received_at, KEPT_INCOMPLETE)
    return now > since + kept


def find_asked_at(case: Case) -> dt.datetime | None:
    """Find when an official asked the sender last; None where details lacked from the start."""
    asked = case.sources(Action.ASK_INFO)
    return asked[-1].at if asked else None


async def _try_act(work: Work, desk: CaseDesk, case: Case, *, now: dt.datetime) -> list[Reply]:
    """Act on a case; one that refuses does not hold up the others."""
    try:
        return await _act(work, desk, case, now=now)
    except HandlerError as error:
        log.warning("case %s could not be looked after: %s", case.id, error.code)
        return []


async def _act(work: Work, desk: CaseDesk, case: Case, *, now: dt.datetime) -> list[Reply]:
    if case.state is CaseState.ANSWERED:
        await desk.move(work, case, Action.CLOSE, SYSTEM, now=now)
        return []
    asked_at = find_asked_at(case)
    if asked_at is None:
        await desk.move(work, case, Action.LAPSE, SYSTEM, now=now)
        return []
    if now > asked_at + DECIDED:
        return await _ask_to_decide(work, desk, case, since=asked_at, now=now)
    return await _ask_again(work, case, since=asked_at, now=now)


async def _ask_again(
    work: Work, case: Case, *, since: dt.datetime, now: dt.datetime
) -> list[Reply]:
    """Ask the sender a second time, in the same words."""
    if _was_told(case, "asked_again", since):
        return []
    await note_told(work, case, "asked_again", now=now)
    question = case.sources(Action.ASK_INFO)[-1].note
    text = say("case_asked_again", case.language, code=case.code, text=question)
    button = make_button("withdraw_case", case.language, code=case.code)
    return [Reply(text, (button,), kind=OutboxKind.NOTICE, to=case.sender)]


async def _ask_to_decide(
    work: Work, desk: CaseDesk, case: Case, *, since: dt.datetime, now: dt.datetime
) -> list[Reply]:
    """Tell the clerk that the sender does not answer, so that a person decides."""
    if _was_told(case, "undecided", since) or not is_working_daytime(now, desk.calendar):
        return []
    await note_told(work, case, "undecided", now=now)
    text = say("case_undecided", code=case.code, days=DECIDED.days)
    for person in await find_officials(work, case, {Actor.CLERK}, now=now, approver=desk.approver):
        await tell(work, case, person, text, now=now, calendar=desk.calendar)
    return []


def _was_told(case: Case, what: str, since: dt.datetime) -> bool:
    told = (event for event in case.sources(Action.TELL) if event.at >= since)
    return any((event.facts or {}).get("told") == what for event in told)


async def note_told(work: Work, case: Case, what: str, *, now: dt.datetime) -> None:
    """Write into a case's history what was told of it by itself."""
    event = CaseEvent(
        now, Action.TELL, case.state, Actor.SYSTEM, note=say(f"case_noted_{what}"),
        facts={"told": what},
    )  # fmt: skip
    await work.cases.record(case.id, event)


async def _ask_for_calls(work: Work, desk: CaseDesk, *, now: dt.datetime) -> list[Reply]:
    """Ask clerks, once a notice, to call senders whom no channel reaches or who do not look."""
    if not is_working_daytime(now, desk.calendar):
        return []
    await work.case_notices.give_up_unseen(_CALLED, before=now - UNSEEN, now=now)
    failed = [n for n in await work.case_notices.list_failed() if n.notice in _CALLED]
    calls: dict[Address, list[CaseNotice]] = defaultdict(list)
    for notice in {notice.case_id: notice for notice in failed}.values():
        case = await work.cases.get(notice.case_id)
        if case is None or not case.contact.phone or _was_told(case, "call", notice.made_at):
            continue
        people = await find_officials(work, case, {Actor.CLERK}, now=now, approver=desk.approver)
        reached = [person for person in people if person.addresses]
        if reached:
            await note_told(work, case, "call", now=now)
        for person in reached:
            calls[person.addresses[0]].append(notice)
    return [_word_calls(address, notices) for address, notices in calls.items()]


def _word_calls(address: Address, notices: Sequence[CaseNotice]) -> Reply:
    """Name the cases to call about; the phone stands in the case, where reading it is noted."""
    shown = notices[:MOST_CALLS]
    lines = [say(f"case_call_{notice.notice.value}", code=notice.code) for notice in shown]
    if len(notices) > len(shown):
        lines.append(say("case_terms_more", count=len(notices) - len(shown)))
    text = "\n".join([*lines, say("case_call_done", code=shown[0].code)])
    buttons = tuple(make_button("show_case", code=notice.code) for notice in shown)
    return Reply(text, buttons, kind=OutboxKind.NOTICE, to=address)


async def tell_progress(
    work: Work, windows: Mapping[str, dt.timedelta], *, now: dt.datetime
) -> list[Reply]:
    """Tell senders how their cases stand on the last day on which their channel lets us write.

    `windows` gives how long that is after a person's last message, by the first letters of a
    channel's name; other channels have no end.
    """
    hour = now.astimezone(HANOI).strftime("%Y-%m-%d %H")
    if not windows or not is_daytime(now):
        return []
    if not await work.meta.save("cases_progress_told", hour):
        return []
    senders: dict[Address, list[Case]] = defaultdict(list)
    for case in await work.cases.list_in(OPEN):
        if find_window(windows, case.sender.channel):
            senders[case.sender].append(case)
    replies = []
    for sender, cases in senders.items():
        replies += await _tell_progress(work, windows, sender, cases, now=now)
    return replies


def find_window(windows: Mapping[str, dt.timedelta], channel: str) -> dt.timedelta | None:
    """Find how long a channel lets us write after a person's last message."""
    return next((kept for name, kept in windows.items() if channel.startswith(name)), None)


async def _tell_progress(
    work: Work,
    windows: Mapping[str, dt.timedelta],
    sender: Address,
    cases: Sequence[Case],
    *,
    now: dt.datetime,
) -> list[Reply]:
    window = find_window(windows, sender.channel)
    heard_at = await work.thread.last_heard(sender)
    if window is None or heard_at is None or not window - ONE_DAY <= now - heard_at < window:
        return []
    if any(_was_told(case, "progress", heard_at) for case in cases):
        return []
    for case in cases:
        await note_told(work, case, "progress", now=now)
    language = cases[0].language
    lines = "\n".join(describe_state(case, language) for case in cases[:MOST_CALLS])
    text = say("case_progress", language, lines=lines, days=window.days)
    end = min(heard_at + window, now + USEFUL_FOR)
    button = make_button("keep_informed", language)
    return [Reply(text, (button,), kind=OutboxKind.NOTICE, to=sender, useful_until=end)]
