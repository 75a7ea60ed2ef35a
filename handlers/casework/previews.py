"""What a step would say to the citizen or to others, shown before it is taken."""

from dataclasses import replace

from handlers.buttons import make_word_button
from handlers.cases.changes import Facts
from handlers.cases.notices import word_notice
from handlers.casework.commands import Verb
from handlers.casework.deed import Deed
from handlers.casework.viewing import gist_of
from handlers.messages import Reply
from handlers.texts.forms import local_day
from knowledge.cases.states import Notice, TermKind
from knowledge.cases.terms import count_working_days, find_rule
from storage.values import Case, CaseAnswer

_NOTICES = {
    Verb.ASK_INFO: Notice.NEEDS_INFO,
    Verb.TRANSFER: Notice.TRANSFERRED,
    Verb.REFUSE: Notice.REFUSED,
    Verb.EXTEND: Notice.EXTENDED,
    Verb.ANSWER: Notice.ANSWERED,
}


async def word_preview(deed: Deed, facts: Facts) -> Reply:
    """Show exactly what is read once this is agreed to."""
    if deed.verb is Verb.MERGE:
        return await _word_merge(deed, facts)
    language = deed.language
    words = make_word_button("edit", language), make_word_button("cancel", language)
    if deed.verb is Verb.DRAFT:
        text = deed.say("casework_preview_draft", text=facts.text)
        return Reply(text, (make_word_button("submit", language), *words))
    after = _foresee(deed.case, facts, deed.verb)
    read = word_notice(after, _NOTICES[deed.verb], text=facts.text)
    lines = [deed.say("casework_preview", text=read), *await _warn(deed)]
    return Reply("\n".join(lines), (make_word_button("send", language), *words))


def _foresee(case: Case, facts: Facts, verb: Verb) -> Case:
    if verb is Verb.EXTEND:
        return replace(case, due_on=facts.day)
    if verb is Verb.ANSWER:
        answer = CaseAnswer(case.answer.text, facts.number, facts.day, facts.signer)
        return replace(case, answer=answer)
    return replace(case, recipient=facts.recipient or case.recipient)


async def _warn(deed: Deed) -> list[str]:
    """Warn of a transfer that comes later than the law allows (NĐ 20/2008, Điều 9)."""
    if deed.verb is not Verb.TRANSFER:
        return []
    rules = await deed.work.case_terms.rules(deed.case.locality_id)
    rule = find_rule(deed.case.kind, TermKind.TRANSFER, rules)
    received = local_day(deed.case.received_at)
    days = count_working_days(received, deed.turn.today, deed.desk.calendar)
    if days <= rule.working_days:
        return []
    return [deed.say("casework_transfer_late", days=days, most=rule.working_days, basis=rule.basis)]


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
