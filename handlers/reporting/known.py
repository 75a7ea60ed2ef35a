"""What rules say of a report: its data by law, its day by the office's own rule."""

from collections.abc import Sequence
from dataclasses import dataclass

from handlers.reporting.asked import ReportAsked
from handlers.reporting.words import (
    describe_day,
    name_law,
    name_period,
    write_data_day,
    write_sending_day,
)
from handlers.texts import say
from knowledge.reporting import (
    Period,
    ReportPeriod,
    find_data_period,
    find_end,
    find_law_period,
    find_next_sending,
    find_sending_day,
    pick_rule,
)
from storage.values import ReportingRule


@dataclass(frozen=True, slots=True)
class Known:
    """A sentence on the data, without its full stop, and those on the office's own days."""

    data: str | None
    sending: tuple[str, ...]
    language: str

    @property
    def text(self) -> str:
        """Both in one paragraph, or that no day is known."""
        if self.sending:
            return " ".join(self.basis)
        key = "sending_unknown" if self.data else "sending_unknown_alone"
        unknown = say(key, self.language)
        return f"{self.data}; {unknown}" if self.data else unknown

    @property
    def basis(self) -> tuple[str, ...]:
        """The sentences, each of which names the rule that it leans on."""
        return (*([f"{self.data}."] if self.data else []), *self.sending)


def find_known(asked: ReportAsked, rules: Sequence[ReportingRule], *, plan_year: int = 0) -> Known:
    """Find what rules of law and of one office say of a report.

    Without a year named the plan's is meant, and today's beside it where it has a day.
    """
    years = asked.find_years(plan_year)
    sending = _say_days(asked, rules, years) if asked.period.number else _say_each(asked, rules)
    return Known(_say_data(asked, years[0]), tuple(sending), asked.language)


def _say_data(asked: ReportAsked, year: int) -> str | None:
    """Say what time the data are of; None where no law was in force."""
    period, language = asked.period, asked.language
    if period.kind is None or period.number is None:
        return _say_each_data(asked, year)
    data = find_data_period(period.kind, period.number, year)
    if data is None:
        return None
    first = write_data_day(data.first, language, has_year=bool(period.year))
    if data.first.year != data.last.year and not period.year:
        first = say("data_day_before", language, day=first)
    return say(
        "data_period",
        language,
        period=name_period(period, language),
        first=first,
        last=write_data_day(data.last, language, has_year=bool(period.year)),
        basis=name_law(data.law, language),
    )


def _say_each_data(asked: ReportAsked, year: int) -> str | None:
    kind = asked.period.kind or Period.QUARTER
    law = find_law_period(kind, find_end(kind, kind.numbers[-1], year))
    if law is None:
        return None
    unit = "any" if asked.period.kind is None else kind.value
    return say(
        "data_each_month" if kind is Period.MONTH else "data_each",
        asked.language,
        unit=say(f"unit_{unit}", asked.language),
        first=law.first_day,
        last=law.last_day,
        basis=name_law(law, asked.language),
    )


def _say_days(
    asked: ReportAsked, rules: Sequence[ReportingRule], years: Sequence[int]
) -> list[str]:
    """Say the day of the period asked about in each year that has one, rule by rule."""
    kind, number = asked.period.kind or Period.YEAR, asked.period.number or 1
    found = [(year, rule) for year in years if (rule := pick_rule(rules, kind, number, year))]
    lines = []
    for rule in dict.fromkeys(rule for _, rule in found):
        periods = [ReportPeriod(kind, number, year) for year, own in found if own == rule]
        days = [_say_day(rule, period, asked.language) for period in periods]
        if len(found) > 1:
            names = (name_period(period, asked.language) for period in periods)
            days = [f"{name} – {day}" for name, day in zip(names, days, strict=True)]
        lines.append(say("sending_day", asked.language, days="; ".join(days), basis=rule.basis))
    return lines


def _say_day(rule: ReportingRule, period: ReportPeriod, language: str) -> str:
    assert period.number
    assert period.year
    day = find_sending_day(rule, period.number, period.year)
    assert day
    return write_sending_day(day, language)


def _say_each(asked: ReportAsked, rules: Sequence[ReportingRule]) -> list[str]:
    """Say what each rule wants whose kind of period is asked about, and when it does so next."""
    lines = []
    for rule in rules:
        sending = find_next_sending(rule, asked.today)
        if sending is None or asked.period.kind not in (None, rule.period):
            continue
        period = ReportPeriod(Period(rule.period), sending.number, sending.year)
        lines.append(
            say(
                "sending_each",
                asked.language,
                kind=say(f"kind_{rule.period}", asked.language),
                rule=describe_day(rule, asked.language),
                day=write_sending_day(sending.day, asked.language),
                period=name_period(period, asked.language),
                basis=rule.basis,
            )
        )
    return lines
