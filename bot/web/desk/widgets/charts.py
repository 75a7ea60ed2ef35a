"""Charts by ECharts, each with its figures as a table for who cannot see or trust a picture."""

from collections.abc import Sequence
from dataclasses import dataclass

from nicegui import ui

from bot.web.desk.widgets.tables import build_table
from bot.web.desk.words import common as words
from bot.web.elements import Tag

INK, RULE = "#1b1f24", "#cfd6de"
COLOURS = ("#14477d", "#b45309", "#4b7a3f", "#7c3f8f", "#8a8f98")  # 3 : 1 and more on white
HEIGHT = "220px"


@dataclass(frozen=True, slots=True)
class Series:
    """Values of one kind, one for each label; `colour` is one of `COLOURS` by its number."""

    name: str
    values: Sequence[float]
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
) -> None:
    """Lay out bars; `is_across` lays them on their side, for long labels."""
    with Tag("figure", style="desk-chart"):
        Tag("figcaption", title)
        if not any(any(each.values) for each in series):
            Tag("p", empty, style="desk-empty")
            return
        options = _build_options(
            labels, series, is_stacked=is_stacked, is_across=is_across, unit=unit
        )
        with Tag("div", role="img", aria_label=_describe(title, labels, series, unit)):
            chart = ui.echart(options, renderer="svg")
        chart.style(f"height: {HEIGHT}; width: 100%").props("aria-hidden=true")
        with Tag("details", style="desk-figures"):
            Tag("summary", words.FIGURES)
            rows = [
                (label, *(f"{_write(each.values[index])}{unit}" for each in series))
                for index, label in enumerate(labels)
            ]
            build_table(title, ("", *(each.name for each in series)), rows, empty=empty)


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
        "data": list(labels),
        "axisLabel": {"color": INK, **({"width": 150, "overflow": "break"} if is_across else {})},
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
        "textStyle": {"fontFamily": "inherit", "color": INK},
        "color": [COLOURS[each.colour] for each in series],
        "grid": {"left": 8, "right": 16, "top": 12, "bottom": 8 + 28 * (len(series) > 1),
                 "containLabel": True},
        "legend": {"show": len(series) > 1, "bottom": 0, "textStyle": {"color": INK}},
        "tooltip": {"trigger": "axis"},
        "xAxis": values if is_across else names,
        "yAxis": names if is_across else values,
        "series": [
            {
                "type": "bar",
                "name": each.name,
                "data": list(each.values),
                "barMaxWidth": 28,
                **({"stack": "all"} if is_stacked else {}),
            }
            for each in series
        ],
    }  # fmt: skip


def _describe(title: str, labels: Sequence[str], series: Sequence[Series], unit: str) -> str:
    told = (
        f"{label}: "
        + ", ".join(f"{each.name} {_write(each.values[index])}{unit}" for each in series)
        for index, label in enumerate(labels)
    )
    return f"{title}. {'; '.join(told)}"


def _write(value: float) -> str:
    return f"{value:.1f}".rstrip("0").rstrip(".").replace(".", ",")
