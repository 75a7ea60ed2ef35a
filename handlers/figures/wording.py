"""Figures in a few lines, for a chat or a terminal."""

from collections.abc import Mapping

from handlers.figures.report import CaseReport
from handlers.reporting.words import name_period
from handlers.texts import say
from handlers.texts.forms import join_names, write_day
from knowledge.cases.figures import Figures
from knowledge.cases.states import CaseState, Solved

MOST_UNITS = 5


def word_report(report: CaseReport, language: str) -> str:
    """Say the figures of a period: what came, what was answered, what is late."""
    figures = report.totals
    lines = [
        _say_head(report, language),
        _say_came(figures, language),
        _say_answered(figures, language),
        _say_open(report, language),
        _say_share(figures, language),
        *_say_ended(figures, language),
        *_say_after(figures, language),
    ]
    return "\n".join(lines)


def _say_head(report: CaseReport, language: str) -> str:
    key = "figures_chat_head" if report.is_closed else "figures_chat_head_running"
    return say(
        key,
        language,
        period=name_period(report.period, language),
        whose=report.unit or f"UBND {report.place}",
        first=write_day(report.first, language),
        last=write_day(report.as_of, language),
    )


def _say_came(figures: Figures, language: str) -> str:
    kinds = [
        f"{say(f'case_kind_{kind.value}', language)} {count}"
        for kind, count in figures.new.items()
        if count
    ]
    return say(
        "figures_chat_came",
        language,
        count=figures.received,
        kinds=f" ({join_names(kinds)})" if kinds else "",
        before=figures.carried_over,
        again=say("figures_chat_reopened", language, count=figures.reopened)
        if figures.reopened
        else "",
    )


def _say_answered(figures: Figures, language: str) -> str:
    if not figures.answered:
        return say("figures_chat_answered_none", language)
    return say(
        "figures_chat_answered",
        language,
        count=figures.answered,
        on_time=figures.on_time,
        late=figures.answered_late,
        days=write_number(figures.mean_days or 0.0, language),
    )


def _say_open(report: CaseReport, language: str) -> str:
    figures = report.totals
    if not figures.open_overdue:
        return say("figures_chat_open", language, count=figures.open)
    units = "" if report.unit else _name_late(report.units, language)
    facts = {"count": figures.open, "late": figures.open_overdue, "units": units}
    return say("figures_chat_open_late", language, **facts)


def _name_late(units: Mapping[str, Figures], language: str) -> str:
    """Name the units with overdue cases, the most first."""
    late = sorted(units.items(), key=lambda each: -each[1].open_overdue)
    named = [
        f"{unit or say('figures_no_unit', language).lower()} {figures.open_overdue}"
        for unit, figures in late
        if figures.open_overdue
    ]
    more = ", …" if len(named) > MOST_UNITS else ""
    return f" ({'; '.join(named[:MOST_UNITS])}{more})"


def _say_share(figures: Figures, language: str) -> str:
    share = figures.share_on_time
    if share is None:
        return say("figures_chat_share_none", language)
    percent = write_number(share * 100, language)
    return say("figures_chat_share", language, percent=percent, points=figures.points)


def _say_ended(figures: Figures, language: str) -> list[str]:
    ended = [
        f"{say(f'figures_ended_{state.value}', language).lower()} {count}"
        for state, count in figures.ended.items()
        if count and state in CaseState
    ]
    return [say("figures_chat_ended", language, what="; ".join(ended))] if ended else []


def _say_after(figures: Figures, language: str) -> list[str]:
    if not (figures.answered or figures.published):
        return []
    solved = figures.solved
    return [
        say(
            "figures_chat_after",
            language,
            told=figures.told,
            published=figures.published,
            yes=solved[Solved.YES],
            partly=solved[Solved.PARTLY],
            no=solved[Solved.NO],
        )
    ]


def write_number(value: float, language: str) -> str:
    """Write a number with at most one decimal: 72,7 in Vietnamese, 72.7 in English."""
    text = f"{value:.1f}".removesuffix(".0")
    return text.replace(".", ",") if language == "vi" else text
