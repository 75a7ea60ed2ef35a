"""A file's reading beside what is stored of it: the corrections it keeps, whether it is news."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace

from handlers.errors import HandlerError
from handlers.plans.versions import carry_corrections, find_version
from knowledge.plan import Plan, PlannedParagraph, PlannedTask
from knowledge.text import fold
from storage.values import NewTask, PlanState, StoredPlan, StoredTask
from storage.work import Work


@dataclass(frozen=True, slots=True)
class Source:
    """A file as read, where it belongs, and the plan that its sender says it replaces."""

    plan: Plan
    digest: str
    place: str
    replaces_id: int | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """A file's tasks with the corrections kept; `copy` is what the place holds of this file.

    `compared` are the tasks of the copy, or of the version before, that corrections came from.
    """

    source: Source
    tasks: tuple[NewTask, ...]
    copy: StoredPlan | None = None
    compared: tuple[StoredTask, ...] = ()
    is_unchanged: bool = False

    @property
    def plan(self) -> Plan:
        """The plan as it will be stored."""
        return replace(self.source.plan, tasks=tuple(new.task for new in self.tasks))

    @property
    def replaces_id(self) -> int | None:
        """The plan that it replaces by its sender's word, or as another reading of its file."""
        is_confirmed = self.copy is not None and self.copy.state is PlanState.CONFIRMED
        return self.source.replaces_id or (self.copy.id if self.copy and is_confirmed else None)


async def compare_with_stored(work: Work, source: Source) -> Reading:
    """Read a file's tasks against what is stored of the document."""
    named = await _find_named(work, source) if source.replaces_id is not None else None
    copy = await work.plans.find_copy(source.place, source.digest)
    earlier = copy or named or await _find_version(work, source)
    if earlier is None:
        return Reading(source, tuple(map(NewTask, source.plan.tasks)))
    stored = await work.plans.tasks(earlier.id)
    carried = carry_corrections(
        stored,
        [NewTask(task) for task in source.plan.tasks],
        plan=source.plan,
        is_same_document=copy is not None,
    )
    keeps_ids = earlier.state is PlanState.DRAFT
    tasks = [replace(row, id=origin.id) if origin and keeps_ids else row for row, origin in carried]
    reading = Reading(source, tuple(tasks), copy, tuple(stored))
    if copy is None or source.replaces_id not in (None, copy.id, copy.replaces_id):
        return reading
    paragraphs = await work.plans.paragraphs(copy.id)
    return replace(reading, is_unchanged=_is_unchanged(reading, copy, paragraphs))


def _is_unchanged(
    reading: Reading,
    copy: StoredPlan,
    paragraphs: Sequence[PlannedParagraph],
) -> bool:
    """Tell whether a reading says what is stored, corrected and as read; the name may differ."""
    before = replace(copy.facts, paragraphs=tuple(paragraphs))
    return all(
        _without_name(asdict(replace(before, tasks=tuple(map(version, reading.compared)))))
        == _without_name(asdict(replace(reading.plan, tasks=tuple(map(version, reading.tasks)))))
        for version in (_corrected, _as_read)
    )


def _corrected(each: StoredTask | NewTask) -> PlannedTask:
    return each.task


def _as_read(each: StoredTask | NewTask) -> PlannedTask:
    return each.as_read or each.task


def _without_name(piece: object) -> object:
    """Give a piece of a plan as plain values, without the name of the file it stands in."""
    if isinstance(piece, dict):
        return {key: _without_name(value) for key, value in piece.items() if key != "source"}
    if isinstance(piece, tuple):
        return tuple(map(_without_name, piece))
    return piece


async def _find_version(work: Work, source: Source) -> StoredPlan | None:
    place = await work.localities.find(source.place)
    return await find_version(work, source.plan, place.id) if place else None


async def _find_named(work: Work, source: Source) -> StoredPlan:
    """Find the plan that is said to be replaced; it must hold in the same place."""
    assert source.replaces_id is not None
    plan = await work.plans.find(source.replaces_id)
    if plan is None:
        raise HandlerError("plan_unknown", plan=source.replaces_id)
    if plan.state is not PlanState.CONFIRMED or fold(plan.locality) != fold(source.place):
        raise HandlerError("not_replaceable", plan=plan.id, place=source.place)
    return plan
