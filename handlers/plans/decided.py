"""What a clerk has decided on a row without a day, in sentences."""

from collections.abc import Iterator

from handlers.texts import say
from handlers.texts.forms import write_day
from storage.values import Treatment


def word_decided(decided: Treatment, language: str) -> Iterator[str]:
    """Say which rule gives a row's days, or which plan it leaves them to."""
    if decided.rule_id is not None:
        yield say("decided_rule", language, rule=decided.rule_id)
    if decided.number:
        document = write_document(decided, language)
        loaded = decided.plan_id is not None
        key = "decided_plan_loaded" if loaded else "decided_plan"
        yield say(key, language, document=document, plan=decided.plan_id or "")


def write_document(decided: Treatment, language: str) -> str:
    """Write number and day of the plan that was named."""
    if decided.day is None:
        return decided.number or ""
    day = write_day(decided.day, language)
    return say("decided_document", language, number=decided.number or "", day=day)
