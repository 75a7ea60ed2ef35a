"""The dashboard and the alert rules: they parse, and ask only for what there is."""

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import promql_parser
import pytest
from ruamel.yaml import YAML

from bot.metrics import GAUGES, Metrics
from handlers.service.promise import SHARE

FOLDER = Path(__file__).parents[2] / "docs" / "operations"
BEYOND = {"up"}  # what Prometheus itself knows
LABELS = {"job", "instance", "le"}  # those that Prometheus or a histogram adds


def load_alerts() -> list[dict[str, Any]]:
    text = (FOLDER / "canh-bao.yml").read_text("utf-8")
    [group] = YAML(typ="safe", pure=True).load(text)["groups"]
    rules: list[dict[str, Any]] = group["rules"]
    return rules


def load_panels() -> list[dict[str, Any]]:
    panels: list[dict[str, Any]] = json.loads((FOLDER / "grafana.json").read_text("utf-8"))[
        "panels"
    ]
    return panels


ALERTS, PANELS = load_alerts(), load_panels()
ASKED = [
    *((each["alert"], each["expr"]) for each in ALERTS),
    *((each["title"], target["expr"]) for each in PANELS for target in each["targets"]),
]


def find_selectors(expression: Any) -> Iterator[Any]:
    """Yield what an expression selects, however deep."""
    if isinstance(expression, promql_parser.VectorSelector):
        yield expression
    names = ("lhs", "rhs", "expr", "vector_selector", "param", "args")
    for part in (getattr(expression, name, None) for name in names):
        for each in part if isinstance(part, list) else [part]:
            if each is not None and not isinstance(each, str | float):
                yield from find_selectors(each)


def list_known() -> Mapping[str, set[str]]:
    """List the names under which a scrape may have figures, each with its labels."""
    known: dict[str, set[str]] = {name: set(labels) for name, (_, labels) in GAUGES.items()}
    registry = Metrics().registry
    for collector, names in registry._collector_to_names.items():
        for name in names:
            known.setdefault(name, set(getattr(collector, "_labelnames", ())))
    return known


KNOWN = list_known()


@pytest.mark.parametrize(("what", "expression"), ASKED)
def test_every_expression_asks_for_what_there_is(what: str, expression: str) -> None:
    parsed = promql_parser.parse(expression.replace("$job", "motcua"))
    selectors = list(find_selectors(parsed))
    assert selectors
    for each in selectors:
        assert each.name in KNOWN.keys() | BEYOND
        named = {matcher.name for matcher in each.matchers.matchers}
        assert named <= KNOWN.get(each.name, set()) | LABELS
    for grouped in re.findall(r"by \(([^)]*)\)", expression):
        allowed = set().union(*(KNOWN.get(each.name, set()) for each in selectors)) | LABELS
        assert {name.strip() for name in grouped.split(",")} <= allowed


def test_an_unknown_figure_is_found() -> None:
    [found] = find_selectors(promql_parser.parse("sum(rate(motcua_nothing_total[5m])) by (x) > 3"))
    assert found.name not in KNOWN


def test_every_alert_says_what_to_do() -> None:
    names = [each["alert"] for each in ALERTS]
    assert len(set(names)) == len(names)
    for each in ALERTS:
        assert each["labels"]["severity"] in ("warning", "critical")
        assert re.fullmatch(r"\d+[ms]", each["for"])
        for text in (each["annotations"]["summary"], each["annotations"]["description"]):
            assert text.endswith(".")
            assert "!" not in text


def test_the_promise_is_the_same_everywhere() -> None:
    [broken] = [each["expr"] for each in ALERTS if each["alert"] == "MotCuaPromiseBroken"]
    assert f"< {SHARE}" in broken


def test_every_figure_of_ours_is_shown_or_watched() -> None:
    asked = " ".join(expression for _, expression in ASKED)
    ours = {name.removesuffix("_created") for name in KNOWN if name.startswith("motcua_")}
    bases = {re.sub(r"_(total|bucket|sum|count)$", "", name) for name in ours}
    left_out = {"motcua_migrations_current"}  # /readyz and motcua_ready tell it
    assert {each for each in bases if each not in asked} <= left_out


def test_panels_do_not_overlap() -> None:
    taken: set[tuple[int, int]] = set()
    for panel in PANELS:
        at = panel["gridPos"]
        cells = {
            (x, y)
            for x in range(at["x"], at["x"] + at["w"])
            for y in range(at["y"], at["y"] + at["h"])
        }
        assert not cells & taken
        assert at["x"] + at["w"] <= 24
        taken |= cells
