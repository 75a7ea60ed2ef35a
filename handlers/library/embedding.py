"""Giving texts the vectors of the model in use, after another one was configured.

Until it is done, what has no such vector is found by its words.
"""

import secrets
from collections.abc import Callable, Iterable, Sequence

from handlers.library.scopes import Library
from storage.database import Database
from storage.values import EmbeddedKind, EmbeddedText
from storage.work import Work

Progress = Callable[[int, int], None]
Batch = tuple[EmbeddedKind, Sequence[int]]
FINISHED = "embedder"  # the fact which model's vectors are complete and announced
ANNOUNCED_EVERY = 500  # texts, so that search improves on the way
READ_AT_ONCE = 20  # plans whose postings one transaction writes


async def count_outdated(database: Database, library: Library) -> int:
    """Count the texts that have no vector of the model in use."""
    name = library.embedder_name
    if name is None:
        return 0
    async with database.read() as work:
        return sum(len(ids) for _, ids in await _list_outdated(work, name))


async def re_embed(
    database: Database,
    library: Library,
    *,
    on_progress: Progress | None = None,
    at_once: int = 16,
) -> int:
    """Embed anew what another model embedded, or none; return how many texts that were.

    Each batch of `at_once` texts is a transaction: what is done stays done if the program ends.
    Two processes may do it at once; they start at different texts and pass over what the other has
    done. `on_progress` hears of the texts done, of all. A question asked meanwhile waits for a
    batch at most.
    """
    await _read_postings(database)
    name = library.embedder_name
    if name is None:
        return 0
    async with database.read() as work:
        outdated = await _list_outdated(work, name)
        is_finished = await work.meta.find(FINISHED) == name
    batches = [batch for kind, ids in outdated for batch in _cut(kind, ids, at_once)]
    if is_finished and not batches:
        return 0
    async with database.write() as work:
        await work.meta.save(FINISHED, "")
    secrets.SystemRandom().shuffle(batches)
    done = await _embed_all(database, library, batches, on_progress)
    await _finish(database, name)
    return done


async def _finish(database: Database, name: str) -> None:
    async with database.write() as work:
        await _announce(work, [place.id for place in await work.localities.list_all()])
        await work.meta.save(FINISHED, name)


async def _list_outdated(work: Work, name: str) -> list[Batch]:
    return [
        (kind, await work.embeddings.list_outdated(kind, embedder=name)) for kind in EmbeddedKind
    ]


def _cut(kind: EmbeddedKind, ids: Sequence[int], size: int) -> list[Batch]:
    return [(kind, ids[start : start + size]) for start in range(0, len(ids), size)]


async def _embed_all(
    database: Database, library: Library, batches: Sequence[Batch], on_progress: Progress | None
) -> int:
    total, seen, done = sum(len(ids) for _, ids in batches), 0, 0
    changed: set[int] = set()
    for kind, ids in batches:
        saved = await _embed_batch(database, library, kind, ids)
        changed.update(text.locality_id for text in saved)
        if done // ANNOUNCED_EVERY != (done + len(saved)) // ANNOUNCED_EVERY:
            async with database.write() as work:
                await _announce(work, changed)
            changed.clear()
        seen, done = seen + len(ids), done + len(saved)
        if on_progress:
            on_progress(seen, total)
    return done


async def _embed_batch(
    database: Database, library: Library, kind: EmbeddedKind, ids: Sequence[int]
) -> list[EmbeddedText]:
    name = library.embedder_name or ""
    async with database.read() as work:
        texts = await work.embeddings.read(kind, ids, embedder=name)
    vectors = await library.embed_texts([each.text for each in texts])
    async with database.write() as work:
        return [
            text
            for text, vector in zip(texts, vectors, strict=True)
            if vector and await work.embeddings.save(text, vector, embedder=name)
        ]


async def _announce(work: Work, locality_ids: Iterable[int]) -> None:
    """Let every process see new vectors; apart from the batches, which lock other rows."""
    for locality_id in sorted(locality_ids):
        await work.localities.bump_index(locality_id)


async def _read_postings(database: Database) -> None:
    """Make searchable in PostgreSQL what an older program has stored there."""
    async with database.read() as work:
        unread = await work.passages.list_unread()
    for start in range(0, len(unread), READ_AT_ONCE):
        async with database.write() as work:
            localities = set()
            for plan_id, locality_id in unread[start : start + READ_AT_ONCE]:
                await work.passages.read_anew(plan_id)
                localities.add(locality_id)
            await _announce(work, localities)
