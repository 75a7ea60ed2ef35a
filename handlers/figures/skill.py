"""Figures on cases in chat, asked for by a clerk or a leader: báo cáo PAKN quý III."""

import re
from collections.abc import Sequence

from handlers.errors import HandlerError
from handlers.figures.periods import find_latest, read_period
from handlers.figures.report import build_report
from handlers.figures.wording import word_report
from handlers.messages import Reply
from handlers.texts import say
from handlers.turn import Effect, Turn
from knowledge.calendar import Calendar
from knowledge.reporting import Period, ReportPeriod
from storage.values import Locality, Role
from storage.work import Work

_CASES = r"(?:pakn|cac phan anh|phan anh(?:,? kien nghi)?)"
_ASKED = re.compile(
    r"^(?:(?:xem|cho|toi|em|gui|lay|xin|a|da|giup|bang) )*"
    rf"(?:(?:bao cao|so lieu|thong ke|tong hop)(?: ve| xu ly| tinh hinh| so lieu)* {_CASES}"
    r"|(?:pakn|case|feedback) (?:report|figures)"
    r"|(?:report|figures) (?:on|of) (?:pakn|cases|feedback))"
    r"\b[\s:,]*(?P<rest>.*)$"
)


class FiguresSkill:
    """Tell clerks and leaders the figures on cases of a reporting period."""

    def __init__(self, calendar: Calendar) -> None:
        self._calendar = calendar

    async def take(self, turn: Turn) -> Effect | None:
        """Take a wish for figures; today's quarter where no period is named."""
        found = _ASKED.match(turn.folded)
        if not found or turn.person is None or turn.place is None:
            return None
        if turn.person.role not in (Role.CLERK, Role.LEADER):
            return None
        words = turn.text.split()
        named = words[len(words) - len(found["rest"].split()) :]
        return self._tell(turn, turn.place, " ".join(named))

    def _tell(self, turn: Turn, place: Locality, wanted: str) -> Effect:
        async def effect(work: Work) -> Sequence[Reply]:
            try:
                period = _read(wanted, turn)
                report = await build_report(work, place, period, self._calendar, now=turn.now)
            except HandlerError as error:
                return [Reply(say(f"error_{error.code}", turn.language, **error.facts))]
            return [Reply(word_report(report, turn.language))]

        return effect


def _read(wanted: str, turn: Turn) -> ReportPeriod:
    if wanted:
        return read_period(wanted, turn.today)
    period = find_latest(Period.QUARTER, None, turn.today)
    assert period is not None
    return period
