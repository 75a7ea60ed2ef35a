"""A sender's own PAKN as they see it."""

from collections.abc import Sequence

from handlers.buttons import make_button
from handlers.cases.notices import offer_buttons
from handlers.cases.status import describe_state
from handlers.intake.asking import write_gist
from handlers.messages import Button, Reply
from handlers.texts import say
from handlers.texts.forms import clip, local_day, write_day
from handlers.turn import Turn
from knowledge.cases.states import CaseState, Notice
from knowledge.text import squeeze
from storage.values import Case, CaseNotice
from storage.work import Work

LONGEST_GIST = 160
LONGEST_NEWS = 400
MOST_BUTTONS = 3
# The card tells them itself.
_SAID_ALREADY = (Notice.RECEIPT, Notice.ACCEPTED, Notice.MERGED, Notice.ANSWERED)


def state_line(case: Case, turn: Turn) -> str:
    """Say how a case stands today."""
    return describe_state(case, turn.language, today=turn.today)


async def show_list(work: Work, turn: Turn) -> Reply:
    """List the latest cases of a sender; a single one in full."""
    cases = await work.cases.of_sender(turn.message.address)
    if not cases:
        return Reply(say("cases_none", turn.language))
    if len(cases) == 1:
        return await show_card(work, cases[0], turn)
    lines = "\n\n".join(_head(case, turn) for case in cases)
    buttons = tuple(
        make_button("case", turn.language, code=case.code) for case in cases[:MOST_BUTTONS]
    )
    return Reply(say("cases_own", turn.language, lines=lines), buttons)


async def show_card(work: Work, case: Case, turn: Turn) -> Reply:
    """Show a case to its sender: state, what it is about, what was last told, the answer."""
    notices = await work.case_notices.of_case(case.id)
    lines = [_head(case, turn), *_tell_last(case, notices, turn), *_tell_answer(case, turn)]
    return Reply("\n".join(lines), _offer(case))


def _head(case: Case, turn: Turn) -> str:
    gist = write_gist(case.content, LONGEST_GIST)
    return say("case_card", turn.language, status=state_line(case, turn), gist=gist)


def _tell_last(case: Case, notices: Sequence[CaseNotice], turn: Turn) -> list[str]:
    """Say again what was told last, unless the card says it anyway or it is answered."""
    last = notices[-1] if notices else None
    if last is None or last.notice in _SAID_ALREADY:
        return []
    if last.notice is Notice.NEEDS_INFO and case.state is not CaseState.NEEDS_INFO:
        return []
    return [
        say(
            "case_card_told",
            turn.language,
            day=write_day(local_day(last.made_at), turn.language),
            text=clip(squeeze(last.text), LONGEST_NEWS),
        )
    ]


def _tell_answer(case: Case, turn: Turn) -> list[str]:
    if case.state is CaseState.MERGED:
        return [say("case_card_merged", turn.language)]
    answer = case.answer
    if case.answered_at is None or not answer.text:
        return []
    return [
        say(
            "case_card_answer",
            turn.language,
            number=answer.number,
            day=write_day(answer.day, turn.language) if answer.day else "–",
            signer=answer.signer,
            answer=answer.text,
        )
    ]


def _offer(case: Case) -> tuple[Button, ...]:
    is_open = case.state is CaseState.ANSWERED and case.solved is None
    return offer_buttons(case, Notice.ANSWERED) if is_open else ()
