"""What the sender of a case is told: kept as a fact, put out in the daytime."""

import datetime as dt

from handlers.buttons import make_button
from handlers.daytime import next_daytime
from handlers.messages import Button, Reply, Template, dump_reply
from handlers.texts import say
from handlers.texts.forms import write_day, write_time, write_weekday
from knowledge.cases.states import Notice
from storage.values import Case, CaseNotice, OutboxKind, ToldBy
from storage.work import Work

USEFUL_FOR = dt.timedelta(days=60)
_RESULTS = frozenset(
    {
        Notice.ANSWERED,
        Notice.REFUSED,
        Notice.TRANSFERRED,
        Notice.NEEDS_INFO,
        Notice.EXTENDED,
    }
)
_BUTTONS = {
    Notice.ANSWERED: ("solved", "partly_solved", "unsolved"),
    Notice.NEEDS_INFO: ("withdraw_case",),
}


def word_notice(case: Case, notice: Notice, *, text: str = "", language: str | None = None) -> str:
    """Say to the sender what has become of a case; `text` is the reason, question or answer."""
    language = language or case.language
    answer = case.answer
    return say(
        f"case_notice_{notice.value}",
        language,
        code=case.code,
        text=text,
        recipient=case.recipient,
        office=case.office or f"UBND {case.locality}",
        place=case.locality,
        due=write_weekday(case.due_on, language) if case.due_on else "",
        number=answer.number,
        day=write_day(answer.day, language) if answer.day else "",
        signer=answer.signer,
        answer=answer.text,
    )


def offer_buttons(case: Case, notice: Notice) -> tuple[Button, ...]:
    """Offer what the sender may do next, each with the code of this case."""
    return tuple(make_button(n, case.language, code=case.code) for n in _BUTTONS.get(notice, ()))


def make_template(case: Case, notice: Notice) -> Template | None:
    """Say a result in the few words of an approved template, to who has agreed to such messages."""
    if not case.may_use_template or notice not in _RESULTS:
        return None
    due = write_day(case.due_on, case.language) if case.due_on else ""
    state = say(f"template_{notice.value}", case.language, due=due)
    return Template("case_result", {"code": case.code, "state": state, "place": case.locality})


async def tell_sender(
    work: Work, case: Case, notice: Notice, *, now: dt.datetime, text: str = ""
) -> None:
    """Put a notice out to the sender of a case, at night for the next morning."""
    words = word_notice(case, notice, text=text)
    subject = await work.case_notices.add(case.id, notice, words, now=now)
    await work.outbox.add(
        case.sender,
        dump_reply(Reply(words, offer_buttons(case, notice), template=make_template(case, notice))),
        kind=OutboxKind.NOTICE,
        now=now,
        subject=subject,
        not_before=next_daytime(now),
        useful_until=now + USEFUL_FOR,
    )


def word_told(notice: CaseNotice, language: str = "vi") -> str:
    """Say whether the sender knows of a notice, since when and how."""
    if notice.told_at:
        key = "case_told_by_phone" if notice.told_by is ToldBy.PHONE else "case_told_by_chat"
        return say(key, language, at=write_time(notice.told_at, language))
    return say("case_untold_failed" if notice.failed_at else "case_untold", language)
