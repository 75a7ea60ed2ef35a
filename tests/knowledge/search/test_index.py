import numpy as np
import pytest

from knowledge.search.base import Vector
from knowledge.search.index import Index, IndexedPassage, SearchQuery
from knowledge.search.tokens import is_marked, tokenize, with_pairs
from knowledge.search.words import WordEmbedder
from tests.factories.corpus import build_texts

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


def test_closeness_of_any_passage_is_that_of_its_hit() -> None:
    index = build(embed=True)
    query = SearchQuery("đường thôn", WordEmbedder().embed_query("đường thôn"))
    found = {hit.key: hit for hit in index.search(query, 10)}
    given = index.compare(query).of([30, 999, 10, 20])
    assert [hit.key for hit in given] == [30, 10, 20]
    assert all(found.get(hit.key, hit) == hit for hit in given)
    assert index.compare(query).of([]) == []
    assert index.compare(SearchQuery(" ")).of([30]) == []


def test_keys_may_stand_in_any_order() -> None:
    passages = [IndexedPassage(key, TEXTS[key]) for key in (40, 10, 30, 20)]
    hits = Index.build(passages).compare(SearchQuery("trồng cây")).of([10, 30])
    assert [hit.key for hit in hits] == [10, 30]
    assert hits[1].lexical > hits[0].lexical


def test_a_limit_takes_the_best_of_all() -> None:
    texts = build_texts(400)
    embedder = WordEmbedder()
    vectors = embedder.embed_passages(texts)
    index = Index.build([IndexedPassage(i, text, vectors[i]) for i, text in enumerate(texts)])
    for text in ("sửa chữa đèn chiếu sáng thôn 5", "trong cay bong mat", "xã Bến 3", "chợ"):
        query = SearchQuery(text, embedder.embed_query(text))
        everything = index.search(query, len(texts))
        assert everything == sorted(everything, key=lambda hit: (-hit.score, hit.key))
        for limit in (1, 7, 200, 399):
            assert index.search(query, limit) == everything[:limit]


def test_equal_texts_keep_their_order() -> None:
    passages = [IndexedPassage(key, "Quét dọn chợ") for key in (5, 3, 9, 1)]
    hits = Index.build(passages).search(SearchQuery("quét chợ"), 3)
    assert [hit.key for hit in hits] == [5, 3, 9]


def test_the_background_weighs_words_and_is_never_found() -> None:
    embedder = WordEmbedder()
    own = [IndexedPassage(1, "Kế hoạch chợ quê"), IndexedPassage(2, "Kế hoạch cầu treo")]
    beside = [IndexedPassage(-1, f"Văn bản {i} về chợ", embedder.embed_query("chợ")) for i in "abc"]
    query = SearchQuery("kế hoạch chợ", embedder.embed_query("kế hoạch chợ"))
    alone, among = Index.build(own), Index.build(own, beside)
    assert {hit.key for hit in among.search(query, 10)} <= {1, 2}
    assert among.compare(query).of([-1]) == []
    plan_alone, plan_among = (each.compare(query).of([2])[0].coverage for each in (alone, among))
    assert plan_among > plan_alone  # what every own passage says tells something after all


def test_a_vector_of_another_length_is_no_vector() -> None:
    embedder = WordEmbedder()
    short: Vector = np.ones(3, dtype=np.float32)
    passages = [
        IndexedPassage(1, "chợ quê", embedder.embed_query("chợ quê")),
        IndexedPassage(2, "chợ đêm", short),
    ]
    hits = Index.build(passages).search(SearchQuery("chợ", embedder.embed_query("chợ")), 2)
    assert {hit.key: hit.dense > 0 for hit in hits} == {1: True, 2: False}


@pytest.mark.parametrize(
    ("text", "marked", "folded", "is_bare"),
    [
        (
            "Đèn đường HOÁ",
            ["đèn", "đường", "hóa", "đèn đường", "đường hóa"],
            "den duong hoa",
            False,
        ),
        ("den duong", ["den", "duong", "den duong"], "den duong", True),
        ("", [], "", True),
        ("12/KH-UBND", ["12", "kh", "ubnd", "12 kh", "kh ubnd"], "12 kh ubnd", True),
    ],
)
def test_tokens_stay_as_they_are_stored(
    text: str, marked: list[str], folded: str, is_bare: bool
) -> None:
    """Another result needs a migration that has PostgreSQL's passages read anew."""
    tokens = tokenize(text)
    assert (list(tokens.marked), tokens.is_bare) == (marked, is_bare)
    assert list(tokens.folded) == with_pairs(folded.split())


def test_a_passage_is_bare_where_a_query_would_be_unmarked() -> None:
    texts = [*build_texts(60), "Đ", "đ 12", "12/2026", "HỌP", "a b c d ệ", "a b ệ", "UBND xã"]
    assert [tokenize(text).is_bare for text in texts] == [not is_marked(text) for text in texts]
