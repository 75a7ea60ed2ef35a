"""Plans, tasks and paragraphs as JSON columns."""

from dataclasses import replace
from typing import Any

from pydantic import TypeAdapter

from knowledge.plan import Plan, PlannedParagraph, PlannedTask

_PLAN = TypeAdapter(Plan)
_TASK = TypeAdapter(PlannedTask)
_PARAGRAPH = TypeAdapter(PlannedParagraph)


def dump_facts(plan: Plan) -> dict[str, Any]:
    """Turn a plan's facts, without its rows, into JSON."""
    dumped: dict[str, Any] = _PLAN.dump_python(replace(plan, tasks=(), paragraphs=()), mode="json")
    return dumped


def load_facts(body: dict[str, Any]) -> Plan:
    """Read a plan's facts back."""
    return _PLAN.validate_python(body)


def dump_task(task: PlannedTask) -> dict[str, Any]:
    """Turn a task into JSON."""
    dumped: dict[str, Any] = _TASK.dump_python(task, mode="json")
    return dumped


def load_task(body: dict[str, Any]) -> PlannedTask:
    """Read a task back."""
    return _TASK.validate_python(body)


def dump_paragraph(paragraph: PlannedParagraph) -> dict[str, Any]:
    """Turn a paragraph into JSON."""
    dumped: dict[str, Any] = _PARAGRAPH.dump_python(paragraph, mode="json")
    return dumped


def load_paragraph(body: dict[str, Any]) -> PlannedParagraph:
    """Read a paragraph back."""
    return _PARAGRAPH.validate_python(body)
