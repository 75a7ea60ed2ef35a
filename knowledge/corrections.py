"""A clerk's corrections of what was read: one field of a task, the way the parser would read it."""

from collections.abc import Callable, Collection
from dataclasses import replace
from types import MappingProxyType

from knowledge.dates import NoDay
from knowledge.errors import KnowledgeError
from knowledge.parsing.building import read_deadline
from knowledge.parsing.references import find_references
from knowledge.parsing.targets import find_targets
from knowledge.plan import Plan, PlannedTask
from knowledge.text import clean

Setter = Callable[[PlannedTask, str, Plan], PlannedTask]

_NO_TIME = frozenset({NoDay.NOT_UNDERSTOOD, NoDay.IMPOSSIBLE_DATE, NoDay.BACKWARDS})
_JOINT = "; "


def _set_content(task: PlannedTask, text: str, _plan: Plan) -> PlannedTask:
    if not text:
        raise KnowledgeError("content_empty")
    return _reread(replace(task, content=text))


def _set_deliverable(task: PlannedTask, text: str, _plan: Plan) -> PlannedTask:
    return _reread(replace(task, deliverable=text or None))


def _reread(task: PlannedTask) -> PlannedTask:
    """Find again what the content and the deliverable name."""
    texts = task.content, task.deliverable
    return replace(task, targets=find_targets(*texts), references=find_references(*texts))


def _set_timeframe(task: PlannedTask, text: str, plan: Plan) -> PlannedTask:
    deadline = read_deadline(text or None, plan.year, plan.issued_on)
    if text and deadline.reason in _NO_TIME:
        raise KnowledgeError("timeframe_not_understood", timeframe=text)
    return replace(task, timeframe=text or None, deadline=deadline)


def _set_number(task: PlannedTask, text: str, _plan: Plan) -> PlannedTask:
    return replace(task, number=text or None)


def _set_lead(task: PlannedTask, text: str, _plan: Plan) -> PlannedTask:
    return replace(task, lead=_units(text))


def _set_supporting(task: PlannedTask, text: str, _plan: Plan) -> PlannedTask:
    return replace(task, supporting=_units(text))


def _units(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(unit for part in text.split(";") if (unit := part.strip())))


_SETTERS: MappingProxyType[str, Setter] = MappingProxyType(
    {
        "number": _set_number,
        "content": _set_content,
        "lead": _set_lead,
        "supporting": _set_supporting,
        "timeframe": _set_timeframe,
        "deliverable": _set_deliverable,
    }
)
FIELDS = tuple(_SETTERS)
DOUBTS = "doubts"  # what is accepted as read, in the audit beside the fields


def correct(task: PlannedTask, field: str, value: str, *, plan: Plan) -> PlannedTask:
    """Put a value into a field of a task of this plan; units are separated by ";".

    Doubts about the field go. Raise `KnowledgeError`: `field_unknown`, `content_empty`,
    `timeframe_not_understood`.
    """
    if field not in _SETTERS:
        raise KnowledgeError("field_unknown", field=field)
    corrected = _SETTERS[field](task, clean(value), plan)
    doubts = tuple(doubt for doubt in task.doubts if not _is_about(doubt.code, doubt.facts, field))
    return replace(corrected, doubts=doubts)


def _is_about(code: str, facts: tuple[tuple[str, str], ...], field: str) -> bool:
    return ("field", field) in facts or code.startswith(f"{field}_")


def write_field(task: PlannedTask, field: str) -> str:
    """Write a field's value as `correct` would read it."""
    value: str | tuple[str, ...] | None = getattr(task, field)
    return _JOINT.join(value) if isinstance(value, tuple) else value or ""


def find_corrected(as_read: PlannedTask | None, task: PlannedTask) -> tuple[str, ...]:
    """Name the fields in which a task differs from what was read."""
    if as_read is None:
        return ()
    return tuple(f for f in FIELDS if getattr(as_read, f) != getattr(task, f))


def has_changed(as_read: PlannedTask, task: PlannedTask) -> bool:
    """Tell whether a clerk has corrected a task, or settled a doubt about it."""
    return bool(find_corrected(as_read, task)) or as_read.doubts != task.doubts


def settle_doubts(task: PlannedTask) -> PlannedTask:
    """Give a task as a clerk has accepted it: without doubts."""
    return replace(task, doubts=())


def _carry_settled(
    task: PlannedTask, read: PlannedTask, earlier: PlannedTask, earlier_read: PlannedTask
) -> PlannedTask:
    """Leave out the doubts that a clerk has settled in a row that reads the same."""
    if any(getattr(read, field) != getattr(earlier_read, field) for field in FIELDS):
        return task
    open_, known = ({(d.code, d.facts) for d in t.doubts} for t in (earlier, earlier_read))
    settled = known - open_
    return replace(task, doubts=tuple(d for d in task.doubts if (d.code, d.facts) not in settled))


def carry_over(
    task: PlannedTask,
    read: PlannedTask,
    earlier: PlannedTask,
    earlier_read: PlannedTask | None,
    *,
    plan: Plan,
    is_same_document: bool,
    fields: Collection[str] = (*FIELDS, DOUBTS),
) -> PlannedTask:
    """Apply an earlier row's corrections of these fields to a later task of this plan.

    In another version of the document only where the row, as `read`, still says what was corrected.
    Doubts that were settled stay so where the whole row reads the same.
    """
    for field in find_corrected(earlier_read, earlier):
        repeats = is_same_document or getattr(read, field) == getattr(earlier_read, field)
        if field in fields and repeats:
            task = correct(task, field, write_field(earlier, field), plan=plan)
    if earlier_read and DOUBTS in fields:
        task = _carry_settled(task, read, earlier, earlier_read)
    return task
