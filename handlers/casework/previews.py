"""What a step would say to the citizen or to others, shown before it is taken."""

import datetime as dt

from handlers.buttons import make_word_button
from handlers.cases.changes import Facts
from handlers.casework.commands import Verb
from handlers.casework.deed import Deed
from handlers.casework.viewing import gist_of
from handlers.inherited import list_term_rules
from handlers.messages import Reply
from handlers.texts import say
from handlers.texts.forms import local_day
from knowledge.calendar import Calendar
from knowledge.cases.states import TermKind
from knowledge.cases.terms import count_working_days, find_rule
from storage.values import Case
from storage.work import Work


async def word_preview(deed: Deed, facts: Facts) -> Reply:
    """Show exactly what is read once this is agreed to."""
    if deed.verb is Verb.MERGE:
        return await _word_merge(deed, facts)
    language = deed.language
    words = make_word_button("edit", language), make_word_button("cancel", language)
    if deed.verb is Verb.DRAFT:
        text = deed.say("casework_preview_draft", text=facts.text)
        return Reply(text, (make_word_button("submit", language), *words))
    read = await deed.desk.foresee(
        deed.work, deed.case, deed.action, deed.doer, facts, now=deed.turn.now
    )
    lines = [deed.say("casework_preview", text=read), *await _warn(deed)]
    return Reply("\n".join(lines), (make_word_button("send", language), *words))


async def _warn(deed: Deed) -> list[str]:
    if deed.verb is not Verb.TRANSFER:
        return []
    late = await warn_of_transfer(
        deed.work, deed.case, deed.desk.calendar, on=deed.turn.today, language=deed.language
    )
    return [late] if late else []


async def warn_of_transfer(
    work: Work, case: Case, calendar: Calendar, *, on: dt.date, language: str = "vi"
) -> str:
    """Warn of a transfer that comes later than the law allows (NĐ 20/2008, Điều 9)."""
    rules = await list_term_rules(work, case.locality_id)
    rule = find_rule(case.kind, TermKind.TRANSFER, rules)
    days = count_working_days(local_day(case.received_at), on, calendar)
    if days <= rule.working_days:
        return ""
    facts = {"days": days, "most": rule.working_days, "basis": rule.basis}
    return say("casework_transfer_late", language, code=case.code, **facts)


async def _word_merge(deed: Deed, facts: Facts) -> Reply:
    other = await deed.work.cases.get(facts.other_id or 0)
    assert other is not None
    language = deed.language
    text = deed.say(
        "casework_preview_merge",
        gist=gist_of(deed.case),
        other=other.code,
        other_gist=gist_of(other),
    )
    return Reply(text, (make_word_button("agree", language), make_word_button("cancel", language)))
