"""Measured floors on the real plans, scored by the scorer that lies beside them."""

import importlib.util
import json
import os
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from knowledge.exchange import plan_to_json
from knowledge.files import read
from knowledge.parsing import parse

SHARED = Path(os.environ.get("MOTCUA_SHARED") or Path(__file__).parents[4] / "shared")
PLANS = SHARED / "plans"
FIELDS = ("lead", "supporting", "deadline", "timeframe")
SAME_WORDS = 0.95  # F1 of syllables, as the scorer has it

pytestmark = pytest.mark.skipif(not PLANS.is_dir(), reason=f"no real plans in {SHARED}")


def read_plan(path: Path) -> dict[str, Any]:
    return plan_to_json(parse(read(path.name, path.read_bytes())))


@pytest.fixture(scope="module")
def scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", SHARED / "eval" / "score.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def gold_of(name: str, seed: str) -> list[dict[str, Any]]:
    lines = (SHARED / "gold" / name).read_text("utf-8").splitlines()
    return [row for row in map(json.loads, filter(None, lines)) if row["seed"][:3] == seed]


def figures(scorer: ModuleType, gold: list[dict[str, Any]], path: Path) -> dict[str, float]:
    """Return recall, precision and the share of right fields, by the scorer's own functions."""
    got = read_plan(path)["tasks"]
    chosen = scorer.pair(gold, got)
    wanted = [i for i, row in enumerate(gold) if row["row_type"] != "responsibility"]
    pairs = [(gold[i], got[chosen[i]]) for i in wanted if i in chosen]
    right = [list(checks(scorer, row, task)) for row, task in pairs]
    return {
        "recall": len(pairs) / len(wanted),
        "precision": len(set(chosen.values())) / len(got),
        **{
            name: sum(r[n] for r in right) / len(right)
            for n, name in enumerate((*FIELDS, "content"))
        },
    }


def checks(scorer: ModuleType, row: dict[str, Any], task: dict[str, Any]) -> Iterator[bool]:
    inferred = row.get("inferred", {})
    yield scorer.same_units(
        row["chu_tri"], row.get("chu_tri_alt"), inferred.get("chu_tri"), task["lead"]
    )
    yield scorer.same_units(row["phoi_hop"], None, inferred.get("phoi_hop"), task["supporting"])
    yield scorer.same_deadline(row, task["deadline"])
    yield scorer.same_text(row["thoi_gian_raw"] or "", task["timeframe"] or "")
    contents = (scorer.syllables(text) for text in (row["noi_dung"], task["content"]))
    yield scorer.f1(*contents) >= SAME_WORDS


@pytest.mark.parametrize(
    ("gold", "seed", "path", "recall", "precision", "fields", "content"),
    [
        ("tasks.jsonl", "000", "000.txt", 1.0, 1.0, 1.0, 1.0),
        ("tasks.jsonl", "003", "003.txt", 1.0, 1.0, 1.0, 0.88),
        ("tasks.jsonl", "004", "004.txt", 1.0, 1.0, 1.0, 1.0),
        ("tasks_more.jsonl", "01", "more/01.txt", 1.0, 0.85, 1.0, 1.0),
        # Its gold keeps "các sở, ngành và UBND các xã" as one unit; here they are two.
        ("tasks_more.jsonl", "06", "more/06.txt", 1.0, 0.0, 0.25, 0.5),
        ("tasks_more.jsonl", "11", "more/11.txt", 1.0, 0.0, 1.0, 0.33),
    ],
)
def test_figures_stay_above_their_floors(
    scorer: ModuleType,
    gold: str,
    seed: str,
    path: str,
    recall: float,
    precision: float,
    fields: float,
    content: float,
) -> None:
    found = figures(scorer, gold_of(gold, seed), PLANS / path)
    floors = {"recall": recall, "precision": precision, "content": content}
    floors |= dict.fromkeys(FIELDS, fields)
    assert {n: (v, floors[n]) for n, v in found.items() if v < floors[n]} == {}


@pytest.mark.parametrize(
    ("name", "facts"),
    [
        ("000", ("10/KH-UBND", "2022-03-04", 2022)),
        ("001", ("1911/QĐ-UBND", "2020-12-31", 2021)),
        ("002", ("105/KH-UBND", "2024-01-30", 2024)),
        ("003", (None, None, 2022)),
        ("004", (None, None, 2024)),
        ("more/32", ("235/KH-UBND", "2025-11-18", 2026)),
    ],
)
def test_facts(name: str, facts: tuple[str | None, str | None, int]) -> None:
    plan = read_plan(PLANS / f"{name}.txt")
    assert (plan["number"], plan["issued_on"], plan["year"]) == facts


KINDS = (("Kế hoạch", ["Kế", "hoạch"]), ("Quyết định", ["Kế", "hoạch"]))


def warning_codes(name: str) -> set[str]:
    return {warning.split(":")[0] for warning in read_plan(PLANS / f"{name}.txt")["warnings"]}


def test_contradictions_are_warned_of() -> None:
    assert warning_codes("000") == {"section_repeated"}
    assert warning_codes("001") == {"two_numbers", "reference_later", "reference_year"}
    assert warning_codes("003") == set()
    assert warning_codes("004") == {"number_blank", "day_blank"}


def test_a_table_broken_over_pages_is_read_whole() -> None:
    tasks = read_plan(PLANS / "001.txt")["tasks"]
    assert [len([t for t in tasks if t["section"][0] == part]) for part in ("A", "B")] == [22, 7]
    assert all(task["content"][:1].isupper() or task["content"][0] == "-" for task in tasks)


def test_a_scan_without_marks_is_read() -> None:
    plan = read_plan(PLANS / "002.txt")
    assert (plan["issuer"], plan["locality"]) == ("UBND Phường 2", "Phường 2, thị xã Quảng Trị")
    assert len(plan["tasks"]) == 26
    assert {task["section"][-1] for task in plan["tasks"]} >= {"I", "IV", "VI", "X"}
    timeless = [task for task in plan["tasks"] if task["deadline"]["kind"] == "unspecified"]
    assert len(timeless) <= 2


def test_every_real_file_is_read() -> None:
    for path in sorted(PLANS.rglob("*.txt")):
        plan = read_plan(path)
        assert all(task["content"] for task in plan["tasks"])
        assert (plan["kind"], plan["title"].split()[:2]) in KINDS


def test_tables_of_scores_and_money_give_no_tasks() -> None:
    for name, first_table in (("30", 430), ("32", 355), ("35", 525)):
        tasks = read_plan(PLANS / "more" / f"{name}.txt")["tasks"]
        assert [task["lines"] for task in tasks if task["lines"][0] >= first_table] == []


def test_what_was_skipped_is_named() -> None:
    found = {
        name: {each["code"] for each in read_plan(PLANS / "more" / f"{name}.txt")["skipped"]}
        for name in ("30", "32", "35")
    }
    assert found["30"] == {"letterhead", "score_table"}
    assert found["32"] == {"letterhead", "number_table", "other_table"}
    assert found["35"] == {"letterhead", "money_table"}


@pytest.mark.parametrize(
    ("name", "documents", "annexes"),
    [("000", 8, 2), ("001", 9, 0), ("004", 15, 0), ("more/01", 7, 1), ("more/32", 2, 3)],
)
def test_references_and_annexes(name: str, documents: int, annexes: int) -> None:
    plan = read_plan(PLANS / f"{name}.txt")
    assert (len(plan["references"]), len(plan["annexes"])) == (documents, annexes)
    assert all(each["issued_on"] for each in plan["references"])
