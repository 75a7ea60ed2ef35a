"""Telling a place's clerks in chat that a draft waits for them."""

import datetime as dt

from handlers.buttons import make_button
from handlers.messages import Button, Reply, dump_reply
from handlers.people.roles import is_clerk
from handlers.plans.values import ImportReport
from handlers.sources import describe_document
from handlers.texts import say
from handlers.texts.forms import local_day
from storage.values import OutboxKind
from storage.work import Work


async def tell_clerks(
    work: Work, report: ImportReport, *, locality_id: int, now: dt.datetime
) -> None:
    """Put a notice out to every clerk of the place who is reached by chat, the latest one only."""
    await withdraw_notices(work, report.plan_id)
    people = await work.people.list_all(on=local_day(now), locality_id=locality_id)
    for person in people:
        if is_clerk(person) and person.addresses:
            await work.outbox.add(
                person.addresses[0],
                dump_reply(_notice(report)),
                kind=OutboxKind.NOTICE,
                now=now,
                subject=_subject(report.plan_id),
            )


async def withdraw_notices(work: Work, plan_id: int) -> None:
    """Take back what was not told yet of a draft."""
    await work.outbox.withdraw(_subject(plan_id))


def _subject(plan_id: int) -> str:
    return f"draft {plan_id}"


def _notice(report: ImportReport) -> Reply:
    kind = "guide_draft_notice" if report.is_guide else "draft_notice"
    text = say(
        kind,
        plan=report.plan_id,
        document=describe_document(report.plan),
        count=len(report.plan.paragraphs),
        tasks=len(report.rows),
        doubtful=len(report.doubtful),
    )
    if report.replacement:
        text += " " + say(f"{kind}_replaces", plan=report.replacement.plan_id)
    return Reply(text, draft_buttons(report.plan_id, "vi"))


def draft_buttons(plan_id: int, language: str) -> tuple[Button, ...]:
    """Offer to read a draft and to confirm it."""
    return tuple(plan_button(verb, plan_id, language) for verb in ("show", "confirm"))


def plan_button(verb: str, plan_id: int, language: str) -> Button:
    """Offer to do something with a plan: show, confirm, publish, withdraw."""
    return make_button(f"{verb}_plan", language, plan=plan_id)
