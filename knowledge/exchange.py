"""The JSON form of a read plan, as `motcua plan read --json` prints it."""

from typing import Any

from knowledge.plan import (
    Deadline,
    LegalReference,
    Note,
    Occurrence,
    Place,
    Plan,
    PlannedTask,
    Skipped,
)
from knowledge.text import clean


def plan_to_json(plan: Plan) -> dict[str, Any]:
    """Return the plan as plain values; days are ISO dates, notes readable codes."""
    return {
        "source": plan.source,
        "number": plan.number,
        "issued_on": plan.issued_on.isoformat() if plan.issued_on else None,
        "issuer": plan.issuer,
        "locality": plan.locality,
        "year": plan.year,
        "title": plan.title,
        "signer": plan.signer,
        "kind": plan.kind,
        "references": [reference_to_json(reference) for reference in plan.references],
        "annexes": list(plan.annexes),
        "warnings": [note_to_text(note) for note in plan.warnings],
        "skipped": [_skipped_to_json(skipped) for skipped in plan.skipped],
        "tasks": [task_to_json(task) for task in plan.tasks],
    }


def task_to_json(task: PlannedTask) -> dict[str, Any]:
    """Return the task as plain values."""
    return {
        "section": list(task.section),
        "section_title": task.section_title,
        "number": task.number,
        "content": clean(task.content),
        "lead": list(task.lead),
        "supporting": list(task.supporting),
        "timeframe": task.timeframe,
        "deliverable": task.deliverable,
        "deadline": deadline_to_json(task.deadline),
        "targets": [target.text for target in task.targets],
        "references": [reference.text for reference in task.references],
        **_place_to_json(task.place),
        "doubts": [note_to_text(note) for note in task.doubts],
    }


def deadline_to_json(deadline: Deadline) -> dict[str, Any]:
    """Return the deadline as plain values; `last_day` is the last calendar day allowed."""
    return {
        "kind": deadline.kind.value,
        "start": deadline.start.isoformat() if deadline.start else None,
        "last_day": deadline.last_day.isoformat() if deadline.last_day else None,
        "strict": deadline.strict,
        "recurrence": deadline.recurrence,
        "occurrences": [_occurrence_to_json(each) for each in deadline.occurrences],
    }


def reference_to_json(reference: LegalReference) -> dict[str, Any]:
    """Return a named document as plain values; the day is an ISO date."""
    return {
        "text": reference.text,
        "kind": reference.kind,
        "number": reference.number,
        "issued_on": reference.issued_on.isoformat() if reference.issued_on else None,
        "issuer": reference.issuer,
    }


def note_to_text(note: Note) -> str:
    """Return the note's code with its facts and line: "empty_cell: field=timeframe, line=12"."""
    facts = [f"{name}={value}" for name, value in note.facts]
    if note.place and note.place.first_line is not None:
        facts.append(f"line={note.place.first_line}")
    return f"{note.code}: {', '.join(facts)}" if facts else note.code


def _skipped_to_json(skipped: Skipped) -> dict[str, Any]:
    return {"code": skipped.code, "quote": skipped.quote, **_place_to_json(skipped.place)}


def _occurrence_to_json(occurrence: Occurrence) -> dict[str, Any]:
    return {
        "label": occurrence.label,
        "start": occurrence.start.isoformat() if occurrence.start else None,
        "last_day": occurrence.last_day.isoformat(),
    }


def _place_to_json(place: Place) -> dict[str, Any]:
    if place.table is None and place.page is None and place.first_line is not None:
        return {"lines": [place.first_line, place.last_line]}
    found = {"page": place.page, "table": place.table, "row": place.row}
    return {"place": {name: value for name, value in found.items() if value is not None}}
