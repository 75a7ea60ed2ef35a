import numpy as np
import pytest

from knowledge.search.base import Vector
from knowledge.search.index import Index, IndexedPassage, SearchQuery
from knowledge.search.words import WordEmbedder

TEXTS = {
    10: "Nạo vét kênh mương nội đồng trước mùa mưa",
    20: "Sửa đèn chiếu sáng đường thôn theo Quyết định số 007/2020/QĐ-UBND ngày 05/02/2020",
    30: "Trồng cây bóng mát quanh trường học và quét dọn đường thôn",
    40: "Tuyen truyen phan loai rac tai nguon",
}


def build(*, embed: bool = False) -> Index:
    embedder = WordEmbedder()
    return Index.build(
        [
            IndexedPassage(key, text, embedder.embed_query(text) if embed else None)
            for key, text in TEXTS.items()
        ]
    )


@pytest.mark.parametrize("embed", [False, True])
@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("nạo vét mương", 10),
        ("nao vet muong", 10),
        ("đèn chiếu sáng", 20),
        ("DEN CHIEU SANG", 20),
        ("cây bóng mát", 30),
        ("quyết định 7/2020/QĐ-UBND", 20),
        ("văn bản ngày 5 tháng 2 năm 2020", 20),
        ("phan loai rac", 40),
    ],
)
def test_finds(text: str, key: int, embed: bool) -> None:
    vector = WordEmbedder().embed_query(text) if embed else None
    hits = build(embed=embed).search(SearchQuery(text, vector), 3)
    assert hits[0].key == key
    assert hits == sorted(hits, key=lambda hit: -hit.score)


@pytest.mark.parametrize(
    ("text", "limit"), [("", 5), ("   ", 5), ("!!!", 5), ("đèn", 0), ("xyz zyx", 5), ("\x00", 5)]
)
def test_nothing_to_find(text: str, limit: int) -> None:
    assert build().search(SearchQuery(text), limit) == []


@pytest.mark.parametrize("passages", [[], [IndexedPassage(1, "")], [IndexedPassage(1, "...")]])
def test_an_empty_corpus_is_searched(passages: list[IndexedPassage]) -> None:
    assert Index.build(passages).search(SearchQuery("đèn"), 5) == []


def test_more_may_be_asked_for_than_there_is() -> None:
    assert len(build().search(SearchQuery("đường thôn"), 100)) == 2


def test_coverage_tells_how_much_of_the_query_is_there() -> None:
    index = build()
    whole = index.search(SearchQuery("nạo vét kênh mương"), 1)[0]
    part = index.search(SearchQuery("nạo vét giếng khoan"), 1)[0]
    assert whole.coverage == pytest.approx(1.0)
    assert 0.2 < part.coverage < 0.6


def test_without_marks_pairs_count_too() -> None:
    together = build().search(SearchQuery("kenh muong"), 1)[0]
    apart = build().search(SearchQuery("muong kenh"), 1)[0]
    assert together.coverage > apart.coverage


def test_a_missing_vector_is_no_match() -> None:
    embedder = WordEmbedder()
    text = "kênh mương"
    passages = [
        IndexedPassage(1, "chợ quê", embedder.embed_query("chợ quê")),
        IndexedPassage(2, text, None),
        IndexedPassage(3, text, embedder.embed_query(text)),
    ]
    hits = Index.build(passages).search(SearchQuery(text, embedder.embed_query(text)), 3)
    assert [hit.key for hit in hits][:2] == [3, 2]
    assert hits[1].dense == 0


def test_a_vector_of_another_model_is_ignored() -> None:
    other: Vector = np.ones(7, dtype=np.float32)
    assert build(embed=True).search(SearchQuery("kênh mương", other), 1)[0].dense == 0


def test_two_syllables_must_stand_together() -> None:
    index = build()
    assert index.search(SearchQuery("đường thôn"), 1)[0].coverage == pytest.approx(1.0)
    assert index.search(SearchQuery("thôn đường"), 1)[0].coverage < 0.8


def test_text_that_lost_its_marks_is_found_by_words_alone() -> None:
    embedder = WordEmbedder()
    passages = [
        IndexedPassage(key, text, embedder.embed_query(text)) for key, text in TEXTS.items()
    ]
    query = SearchQuery("phân loại rác tại nguồn", embedder.embed_query("phân loại rác tại nguồn"))
    (hit, *_) = Index.build(passages).search(query, 2)
    assert (hit.key, hit.dense) == (40, 0)
    assert hit.coverage == pytest.approx(1.0)
