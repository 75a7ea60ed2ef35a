"""The state of a case, by its code or from the chat that sent it."""

from collections.abc import Sequence

from handlers.messages import Reply
from handlers.texts import say
from handlers.texts.forms import write_time, write_weekday
from handlers.turn import Effect, Turn, only_say
from knowledge.case_codes import find_code, looks_like_code
from storage.values import Case, CaseState
from storage.work import Work

_OWN = ("phan anh cua toi", "ket qua", "my reports", "tinh trang phan anh")


class CaseStatusSkill:
    """Tell the state of a case whose code somebody holds, and of the chat's own cases."""

    async def take(self, turn: Turn) -> Effect | None:
        """Answer a code, or "phản ánh của tôi"."""
        code = find_code(turn.text)
        if code:
            return _tell_state(turn, code)
        if looks_like_code(turn.text):
            return only_say(Reply(say("case_code_wrong", turn.language)))
        if turn.folded in _OWN:
            return _tell_own(turn)
        return None


def _tell_state(turn: Turn, code: str) -> Effect:
    async def effect(work: Work) -> Sequence[Reply]:
        case = await work.cases.find(code)
        if case is None:
            return [Reply(say("case_unknown", turn.language, code=code))]
        return [Reply(describe_state(case, turn.language))]

    return effect


def _tell_own(turn: Turn) -> Effect:
    async def effect(work: Work) -> Sequence[Reply]:
        cases = await work.cases.of_sender(turn.message.address)
        if not cases:
            return [Reply(say("cases_none", turn.language))]
        lines = "\n".join(describe_state(case, turn.language) for case in cases)
        return [Reply(say("cases_own", turn.language, lines=lines))]

    return effect


def describe_state(case: Case, language: str) -> str:
    """Say a case's state and dates, and nothing private."""
    last = case.events[-1]
    is_new = case.state is CaseState.RECEIVED
    return say(
        "case_status" if is_new else "case_status_later",
        language,
        code=case.code,
        state=say(f"state_{case.state.value}", language),
        received_at=write_time(case.received_at, language),
        accept_by=write_weekday(case.accept_by, language),
        changed_at=write_time(last.at, language),
    )
