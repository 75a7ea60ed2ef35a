"""Writing one corrected row of a stored plan, with the passages it is found by."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from handlers.library.scopes import Library
from knowledge.plan import PlannedTask
from storage.values import Correction, NewPassage, NewTask, StoredPlan, StoredTask
from storage.work import Work


@dataclass(frozen=True, slots=True)
class LateRows:
    """Rows of a draft as they will be confirmed, with the passages they are found by."""

    passages: Mapping[StoredTask, Sequence[NewPassage]]
    embedder: str | None


async def build_row(
    library: Library, plan: StoredPlan, stored: StoredTask, task: PlannedTask
) -> list[NewPassage]:
    """Cut a row that now says `task` into passages with their vectors."""
    alone = replace(plan.facts, tasks=(task,), paragraphs=())
    passages = await library.build_rows(alone)
    return [replace(passage, position=stored.position) for passage in passages]


async def write_row(
    work: Work,
    stored: StoredTask,
    new: NewTask,
    passages: Sequence[NewPassage],
    *,
    embedder: str | None,
    corrections: Sequence[Correction] = (),
) -> None:
    """Put a row's corrected task and passages in place; raise `Conflict` if it has changed."""
    await work.revisions.correct(stored, new, corrections)
    await work.passages.remove(stored.plan_id, task=stored.position)
    await work.passages.add(
        passages, plan_id=stored.plan_id, locality_id=stored.locality_id, embedder=embedder
    )
