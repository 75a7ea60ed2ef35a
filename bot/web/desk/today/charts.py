"""The charts of “Hôm nay”."""

from collections.abc import Sequence

from bot.web.desk.widgets.charts import Series, build_chart
from bot.web.desk.widgets.marks import build_section
from bot.web.desk.words import today as words
from bot.web.elements import Tag
from handlers.desk.today import Charts
from handlers.texts.forms import write_day


def build_charts(charts: Charts) -> None:
    """Lay out how the quarter stands."""
    with build_section(words.FIGURES, id_="today-figures"), Tag("div", style="desk-charts"):
        _build_weeks(charts)
        _build_states(charts)
        _build_shares(charts)


def _build_weeks(charts: Charts) -> None:
    build_chart(
        words.WEEKS.format(first=write_day(charts.first), last=write_day(charts.last)),
        [f"{week.first:%d/%m}" for week in charts.weeks],
        (
            Series(words.DONE, [week.done for week in charts.weeks], 2),
            Series(words.OPEN, [week.open for week in charts.weeks], 0),
            Series(words.LATE, [week.overdue for week in charts.weeks], 1),
        ),
        empty=words.WEEKS_EMPTY,
        is_stacked=True,
        meaning=words.WEEKS_MEANING,
    )


def _build_states(charts: Charts) -> None:
    build_chart(
        words.STATES,
        [state for state, _ in charts.states],
        (Series(words.CASES, [count for _, count in charts.states]),),
        empty=words.STATES_EMPTY,
        is_across=True,
        meaning=words.STATES_MEANING,
    )


def _build_shares(charts: Charts) -> None:
    series = (
        (words.SHARE_TASKS, [each.tasks for each in charts.shares], 0),
        (words.SHARE_CASES, [each.cases for each in charts.shares], 1),
    )
    build_chart(
        words.SHARES.format(first=write_day(charts.first)),
        [each.unit for each in charts.shares],
        [Series(name, write_percent(shares), colour) for name, shares, colour in series],
        empty=words.SHARES_EMPTY,
        is_across=True,
        unit="%",
        meaning=words.SHARES_MEANING,
    )


def write_percent(shares: Sequence[float | None]) -> list[float | None]:
    """Give shares from 0 to 1 as whole percentages; only what is all on time is 100."""
    return [None if share is None else int(share * 100 + 1e-9) for share in shares]
