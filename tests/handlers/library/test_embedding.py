"""Another model: every vector is made anew, whatever breaks off and whoever does it too."""

import asyncio

import numpy as np
import pytest

from handlers.library.embedding import count_outdated, re_embed
from handlers.library.scopes import Library
from knowledge.search.base import Embedder
from knowledge.search.words import WordEmbedder
from storage.database import Database
from storage.values import EmbeddedKind, NewFaqEntry, NewPassage
from tests.factories.corpus import build_texts
from tests.factories.plans import build_plan
from tests.factories.talk import MONDAY
from tests.factories.vectors import OtherEmbedder

SIZE = 45
TEXTS = build_texts(SIZE)


@pytest.fixture
async def filled(database: Database) -> Database:
    """Give a database with passages of two places, embedded by one model."""
    library = Library(WordEmbedder())
    for place, texts in (("xã Bến Lụa", TEXTS[:30]), ("xã Đồi Chè", TEXTS[30:])):
        vectors = await library.embed_texts(texts)
        async with database.write() as work:
            locality = await work.localities.ensure(place)
            plan_id = await work.plans.add(
                build_plan(), locality_id=locality.id, digest=place, is_sample=False, now=MONDAY
            )
            await work.passages.add(
                [
                    NewPassage("task", i, text, vector)
                    for i, (text, vector) in enumerate(zip(texts, vectors, strict=True))
                ],
                plan_id=plan_id,
                locality_id=locality.id,
                embedder=library.embedder_name,
            )
            await work.plans.confirm(plan_id, now=MONDAY)
    library.close()
    return database


async def read_vectors(database: Database, embedder: Embedder) -> list[bytes | None]:
    async with database.read() as work:
        passages = await work.passages.searchable([1, 2], embedder=embedder.name)
    assert [passage.text for passage in passages] == TEXTS
    return [passage.vector for passage in passages]


async def read_revisions(database: Database) -> list[int]:
    async with database.read() as work:
        return [place.index_revision for place in await work.localities.list_all()]


def expect(embedder: Embedder) -> list[bytes]:
    return [row.astype("<f4").tobytes() for row in embedder.embed_passages(TEXTS)]


async def test_every_vector_is_made_anew_and_told(filled: Database) -> None:
    library, heard = Library(OtherEmbedder()), list[tuple[int, int]]()
    before = await read_revisions(filled)
    assert await count_outdated(filled, library) == SIZE
    done = await re_embed(filled, library, on_progress=lambda *at: heard.append(at), at_once=8)
    assert done == SIZE
    assert await count_outdated(filled, library) == 0
    assert await read_vectors(filled, OtherEmbedder()) == expect(OtherEmbedder())
    assert heard[-1] == (SIZE, SIZE)
    assert heard == sorted(heard)
    assert all(new > old for new, old in zip(await read_revisions(filled), before, strict=True))


async def test_a_second_time_there_is_nothing_to_do(filled: Database) -> None:
    library = Library(OtherEmbedder())
    await re_embed(filled, library)
    revisions = await read_revisions(filled)
    assert await re_embed(filled, library) == 0
    assert await read_revisions(filled) == revisions


async def test_what_broke_off_is_resumed(filled: Database) -> None:
    broken = Library(OtherEmbedder(breaks_after=20))
    with pytest.raises(OSError, match="power"):
        await re_embed(filled, broken, at_once=8)
    made = await read_vectors(filled, OtherEmbedder())
    assert 0 < sum(vector is not None for vector in made) < SIZE
    before = await read_revisions(filled)

    embedder = OtherEmbedder()
    left = await count_outdated(filled, Library(embedder))
    assert await re_embed(filled, Library(embedder), at_once=8) == left < SIZE
    assert embedder.embedded == left
    assert await read_vectors(filled, OtherEmbedder()) == expect(OtherEmbedder())
    # Both places are told anew: what was made before the break was never told of.
    assert all(new > old for new, old in zip(await read_revisions(filled), before, strict=True))


async def test_two_processes_at_once(filled: Database) -> None:
    embedders = [OtherEmbedder(), OtherEmbedder()]
    done = await asyncio.gather(*(re_embed(filled, Library(each), at_once=4) for each in embedders))
    assert sum(done) == SIZE
    assert await read_vectors(filled, OtherEmbedder()) == expect(OtherEmbedder())


async def test_until_then_rows_are_found_by_their_words(filled: Database) -> None:
    library = Library(OtherEmbedder())
    assert await read_vectors(filled, OtherEmbedder()) == [None] * SIZE
    async with filled.read() as work:
        places = await work.localities.list_all()
    scope = await library.open(filled, places, only_public=False)
    assert len(scope.passages) == SIZE


async def test_a_row_that_has_gone_meanwhile_is_passed_over(filled: Database) -> None:
    async with filled.read() as work:
        ids = await work.embeddings.list_outdated(EmbeddedKind.PASSAGE, embedder="other")
        [text] = await work.embeddings.read(EmbeddedKind.PASSAGE, ids[:1], embedder="other")
    async with filled.write() as work:
        await work.passages.remove(1)
        assert not await work.embeddings.save(text, b"\0\0\0\0", embedder="other")
        assert not await work.embeddings.read(EmbeddedKind.PASSAGE, ids[:1], embedder="other")


async def test_without_a_model_nothing_is_touched(filled: Database) -> None:
    library = Library(None)
    assert (await count_outdated(filled, library), await re_embed(filled, library)) == (0, 0)
    assert await read_vectors(filled, WordEmbedder()) == expect(WordEmbedder())


async def test_the_office_s_own_questions_are_embedded_too(database: Database) -> None:
    async with database.write() as work:
        place = await work.localities.ensure("xã Bến Lụa")
        await work.faq.add(
            NewFaqEntry(
                locality_id=place.id,
                question="Nghỉ trưa đến mấy giờ?",
                answer="Đến 13 giờ 30.",
                is_public=True,
                written_at=MONDAY,
                written_by="clerk",
            ),
        )
    library = Library(OtherEmbedder())
    assert await re_embed(database, library) == 1
    async with database.read() as work:
        [entry] = await work.faq.of_localities(
            [place.id], embedder=library.embedder_name, only_public=False
        )
    assert entry.vector is not None
    expected = OtherEmbedder().embed_passages([entry.question])[0]
    np.testing.assert_allclose(np.frombuffer(entry.vector, "<f4"), expected, atol=1e-6)
