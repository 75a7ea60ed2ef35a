"""What a confirmation or a correction has come to, in sentences."""

from collections.abc import Iterator

from handlers.plans.values import Confirmation, Fix
from handlers.texts import say
from handlers.texts.forms import write_weekday

MOST_DAYS = 4


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
        without_office=result.without_office,
    )
    if result.groups:
        yield say("report_confirmed_groups", language, groups=result.groups)
    if result.replaced:
        facts = {"replaced": result.replaced, "cancelled": result.cancelled_days}
        yield say("report_confirmed_replaced", language, **facts)


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
