"""Charts by ECharts, each with its figures as a table for who cannot see or trust a picture."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from textwrap import wrap

from nicegui import ui

from bot.web.desk.widgets.tables import build_table
from bot.web.desk.widgets.terms import build_term
from bot.web.desk.words import common as words
from bot.web.elements import Tag

INK, RULE = "#1b1f24", "#cfd6de"
COLOURS = ("#14477d", "#b45309", "#4b7a3f", "#7c3f8f", "#8a8f98")  # 3 : 1 and more on white
FONT = "system-ui, 'Segoe UI', 'Noto Sans', Arial, sans-serif"  # by which room is measured
LINE, LONGEST_LINE = 14, 20  # px of a line of a label, characters on it
_ACROSS = {"lineHeight": LINE, "interval": 0}  # every label is said
HEIGHT, ROW = 220, 34  # px: of a chart, and at least of a bar on its side


@dataclass(frozen=True, slots=True)
class Series:
    """Values of one kind, one for each label; `colour` is one of `COLOURS` by its number.

    None is no value: nothing is drawn, and the table says so.
    """

    name: str
    values: Sequence[float | None]
    colour: int = 0


def build_chart(
    title: str,
    labels: Sequence[str],
    series: Sequence[Series],
    *,
    empty: str,
    is_stacked: bool = False,
    is_across: bool = False,
    unit: str = "",
    meaning: str = "",
) -> None:
    """Lay out bars; `is_across` lays them on their side, for long labels.

    `meaning` says how the figures are counted.
    """
    with Tag("figure", style="desk-chart"):
        with Tag("figcaption"):
            build_term(title, meaning)
        if not _has_any(series, unit):
            Tag("p", empty, style="desk-empty")
            return
        options = _build_options(
            labels, series, is_stacked=is_stacked, is_across=is_across, unit=unit
        )
        with Tag("div", role="img", aria_label=_describe(title, labels, series, unit)):
            chart = ui.echart(options, renderer="svg")
        chart.style(f"height: {_measure(labels, is_across)}px; width: 100%")
        chart.props("aria-hidden=true")
        with Tag("details", style="desk-figures"):
            Tag("summary", words.FIGURES)
            rows = [
                (label, *(_write(each.values[index], unit) for each in series))
                for index, label in enumerate(labels)
            ]
            build_table(title, ("", *(each.name for each in series)), rows, empty=empty)


def _has_any(series: Sequence[Series], unit: str) -> bool:
    """Tell whether there is anything to draw; of shares a nought is something."""
    values = [value for each in series for value in each.values if value is not None]
    return bool(values) if unit else any(values)


def _count_legend_lines(series: Sequence[Series]) -> int:
    """Count the lines of the legend where it is narrowest; one series needs none."""
    return ceil(len(series) / 3) if len(series) > 1 else 0


def _measure(labels: Sequence[str], is_across: bool) -> int:
    if not is_across:
        return HEIGHT
    lines = max(_break(label).count("\n") + 1 for label in labels)
    return max(HEIGHT, max(ROW, LINE * lines + 8) * len(labels) + 60)


def _break(label: str) -> str:
    """Break a long label into lines; ECharts measures by another font and cuts letters off."""
    return "\n".join(wrap(label, LONGEST_LINE))


def _build_options(
    labels: Sequence[str],
    series: Sequence[Series],
    *,
    is_stacked: bool,
    is_across: bool,
    unit: str,
) -> dict[str, object]:
    names = {
        "type": "category",
        "data": [_break(label) for label in labels] if is_across else list(labels),
        "axisLabel": {"color": INK, **(_ACROSS if is_across else {})},
        "axisTick": {"show": False},
        "inverse": is_across,
    }
    values = {
        "type": "value",
        "minInterval": 1,
        "axisLabel": {"color": INK, "formatter": f"{{value}}{unit}"},
        "splitLine": {"lineStyle": {"color": RULE}},
    }
    return {
        "animation": False,
        "textStyle": {"fontFamily": FONT, "color": INK},
        "color": [COLOURS[each.colour] for each in series],
        "grid": {"left": 22 if is_across else 8, "right": 44 if is_across else 16, "top": 12,
                 "bottom": 8 + 26 * _count_legend_lines(series), "containLabel": True},
        "legend": {"show": len(series) > 1, "bottom": 0, "itemWidth": 14, "itemHeight": 10,
                   "textStyle": {"color": INK}},
        "tooltip": {"trigger": "axis"},
        "xAxis": values if is_across else names,
        "yAxis": names if is_across else values,
        "series": [
            {
                "type": "bar",
                "name": each.name,
                "data": ["-" if value is None else value for value in each.values],
                "barMaxWidth": 28,
                "label": {"show": is_across and not is_stacked, "position": "right", "color": INK,
                          "formatter": f"{{c}}{unit}"},
                **({"stack": "all"} if is_stacked else {}),
            }
            for each in series
        ],
    }  # fmt: skip


def _describe(title: str, labels: Sequence[str], series: Sequence[Series], unit: str) -> str:
    told = (
        f"{label}: "
        + ", ".join(f"{each.name} {_write(each.values[index], unit)}" for each in series)
        for index, label in enumerate(labels)
    )
    return f"{title}. {'; '.join(told)}"


def _write(value: float | None, unit: str) -> str:
    if value is None:
        return words.NONE
    return f"{value:.1f}".rstrip("0").rstrip(".").replace(".", ",") + unit
