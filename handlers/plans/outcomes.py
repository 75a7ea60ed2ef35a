"""What a confirmation or a correction has come to, in sentences."""

from collections.abc import Iterator
from dataclasses import asdict

from handlers.plans.lines import LONGEST_CONTENT
from handlers.plans.values import Confirmation, Fix, ListedDay
from handlers.tasks.wording import describe_content
from handlers.texts import say
from handlers.texts.forms import write_day, write_weekday

MOST_DAYS = 4
MOST_PAST = 8


def word_confirmation(result: Confirmation, language: str) -> str:
    """Say what confirming has made, what it has replaced, and who is answered from it."""
    texts = list(_word_guide(result, language) if result.is_guide else _word_plan(result, language))
    key = "report_confirmed_answers" if result.is_public else "confirmed_internal"
    return "\n".join([*texts, say(key, language)])


def _word_guide(result: Confirmation, language: str) -> Iterator[str]:
    yield say("guide_confirmed", language, plan=result.plan_id)
    if result.replaced:
        yield say("guide_confirmed_replaced", language, replaced=result.replaced)


def _word_plan(result: Confirmation, language: str) -> Iterator[str]:
    yield say(
        "report_confirmed",
        language,
        plan=result.plan_id,
        open_days=result.open_days,
        past_days=result.past_days,
    )
    for key, count in (
        ("confirmed_unassigned", result.unassigned),
        ("confirmed_lines", result.lines),
        ("confirmed_below", result.below_days),
    ):
        if count:
            yield say(key, language, count=count)
    if result.taken_over:
        rows = [say("row_of_plan", language, **asdict(each)) for each in result.taken_over]
        yield say("confirmed_taken_over", language, rows="; ".join(rows))
    if result.replaced:
        facts = {"replaced": result.replaced, "cancelled": result.cancelled_days}
        yield say("report_confirmed_replaced", language, **facts)
    yield from _word_past(result, language)


def _word_past(result: Confirmation, language: str) -> Iterator[str]:
    """List once what was over before; it is never nudged."""
    if result.past:
        yield say("confirmed_past", language, count=len(result.past))
    for each in result.past[:MOST_PAST]:
        yield f"- {word_past(each, language)}"
    if len(result.past) > MOST_PAST:
        yield say("confirmed_past_more", language, count=len(result.past) - MOST_PAST)


def word_past(listed: ListedDay, language: str) -> str:
    """Say a day that was over before it became known: its row and office."""
    return say(
        "past_item",
        language,
        row=listed.row,
        plan=listed.due.plan_id or 0,
        content=describe_content(listed.due, LONGEST_CONTENT),
        day=write_day(listed.due.last_day, language),
        office=listed.due.office or say("no_office", language),
    )


def word_fix(fix: Fix, language: str) -> str:
    """Say what a correction has changed."""
    if not fix.corrections:
        return say("fixed_nothing", language, plan=fix.plan_id, row=fix.row)
    lines = [say("fixed", language, plan=fix.plan_id, row=fix.row)]
    for each in fix.corrections:
        field = say(f"field_{each.field}", language)
        old, new = (value or say("report_blank", language) for value in (each.old, each.new))
        lines.append(say("fixed_field", language, field=field, old=old, new=new))
    if fix.days:
        days = ", ".join(write_weekday(day, language) for day in fix.days[:MOST_DAYS])
        more = "…" if len(fix.days) > MOST_DAYS else ""
        lines.append(say("fixed_due", language, days=days + more))
    if fix.cancelled_days:
        lines.append(say("fixed_cancelled", language, count=fix.cancelled_days))
    return "\n".join(lines)
