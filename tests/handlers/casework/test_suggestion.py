"""What the bundled model adds: messages alike, and offices for words that no table has."""

import tomllib
from collections.abc import Sequence
from pathlib import Path

import pytest

from handlers.casework.suggestion import LIKE_FROM
from knowledge.cases.likeness import score_likeness
from knowledge.cases.routing import describe_topics, suggest_units
from knowledge.search.nano import NanoEmbedder
from tests.knowledge.cases.test_routing import (
    CULTURE,
    DESK,
    ECONOMY,
    LEAST_RIGHT,
    OFFICE,
    POLICE,
    SAMPLE,
)

PAIRS: dict[str, list[tuple[str, str]]] = tomllib.loads(
    Path(__file__).with_name("pairs.toml").read_text("utf-8")
)
HELD_OUT: dict[str, list[tuple[str, str]]] = tomllib.loads(
    Path(__file__).with_name("held_out.toml").read_text("utf-8")
)


# Written after the table of words, but the weight of meaning was chosen with them in view: a check
# against getting worse, no measurement. What was never looked at stands in held_out.toml.
LATER: tuple[tuple[str, int], ...] = (
    ("Hàng xóm đổ móng nhà lấn ra lối đi chung", ECONOMY),
    ("Bóng đèn ngõ 12 chập chờn rồi tắt hẳn", ECONOMY),
    ("Đường liên thôn lầy lội, xe không đi được", ECONOMY),
    ("Ruộng nhà tôi bị chuột phá, xin hỗ trợ bả", ECONOMY),
    ("Nhà máy gỗ thải mùn cưa bay khắp xóm", ECONOMY),
    ("hang quan lan via he truoc truong", ECONOMY),
    ("Mương nội đồng bị lấp để làm lối vào xưởng", ECONOMY),
    ("Lợn chết vứt ra kênh", ECONOMY),
    ("Cán bộ nhận hồ sơ hẹn tới hẹn lui", DESK),
    ("Trả kết quả muộn mà không báo trước", DESK),
    ("không có ghế ngồi chờ ở chỗ làm thủ tục", DESK),
    ("Làm lại giấy khai sinh bị đòi thêm bản sao hộ khẩu", DESK),
    ("Nửa đêm xóm trọ hát hò ầm ĩ", POLICE),
    ("Có người lạ đi từng nhà bán thuốc giả, nghi lừa đảo", POLICE),
    ("Ô tô đỗ kín đầu ngõ, xe cứu thương không vào được", POLICE),
    ("Xin tạm trú cho người thuê mà chờ mãi", POLICE),
    ("Thanh niên uống rượu quậy phá gần chợ", POLICE),
    ("Con tôi khuyết tật chưa có tiền hằng tháng", CULTURE),
    ("Trạm y tế đóng cửa giờ hành chính", CULTURE),
    ("Cô giáo đánh học sinh lớp 2", CULTURE),
    ("Nhà bà Năm thuộc diện nghèo mà không được xét", CULTURE),
    ("Sân thể thao của xã bị đem cho thuê để xe", CULTURE),
    ("Gọi số của Ủy ban không ai bắt máy", OFFICE),
    ("Chủ tịch xã tiếp dân sai lịch đã đăng", OFFICE),
)


@pytest.fixture(scope="module")
def embedder() -> NanoEmbedder:
    return NanoEmbedder()


@pytest.fixture(scope="module")
def scores(embedder: NanoEmbedder) -> dict[str, list[float]]:
    return {name: score_pairs(embedder, pairs) for name, pairs in PAIRS.items()}


def score_pairs(embedder: NanoEmbedder, pairs: list[tuple[str, str]]) -> list[float]:
    vectors = embedder.embed_passages([text for pair in pairs for text in pair])
    return [
        score_likeness(
            *pair, vectors=(vectors[2 * i], vectors[2 * i + 1]), floor=embedder.related_from
        )
        for i, pair in enumerate(pairs)
    ]


def count_right(scores: dict[str, list[float]], threshold: float, start: int) -> int:
    """Count the pairs of every second one that a threshold judges well."""
    same = sum(score >= threshold for score in scores["same"][start::2])
    return same + sum(score < threshold for score in scores["other"][start::2])


def test_there_are_enough_pairs() -> None:
    assert all(len(pairs) >= 20 for pairs in PAIRS.values())


def test_the_threshold_is_near_the_best_of_one_half(scores: dict[str, list[float]]) -> None:
    best = max(count_right(scores, step / 100, 0) for step in range(10, 80))
    assert count_right(scores, LIKE_FROM, 0) >= best - 1


def test_the_other_half_is_told_apart_too(scores: dict[str, list[float]]) -> None:
    unseen_same, unseen_other = scores["same"][1::2], scores["other"][1::2]
    assert sum(score >= LIKE_FROM for score in unseen_same) / len(unseen_same) >= 0.8
    assert sum(score >= LIKE_FROM for score in unseen_other) / len(unseen_other) <= 0.2


def test_without_a_model_the_words_decide() -> None:
    same, other = PAIRS["same"][3], PAIRS["other"][0]
    assert score_likeness(*PAIRS["same"][21]) > score_likeness(*other)
    assert score_likeness(*same) > 0


def find_wrong(embedder: NanoEmbedder, messages: Sequence[tuple[str, int]]) -> list[str]:
    """List the messages whose office is not among the first three."""
    topics = describe_topics()
    known = embedder.embed_passages(list(topics.values()))
    asked = embedder.embed_passages([text for text, _ in messages])
    wrong = []
    for (text, office), vector in zip(messages, asked, strict=True):
        near = dict(zip(topics, (known @ vector).tolist(), strict=True))
        found = [match.office_id for match in suggest_units(text, SAMPLE, near=near)]
        wrong += [] if office in found else [text]
    return wrong


def test_messages_that_the_table_has_no_words_for(embedder: NanoEmbedder) -> None:
    wrong = find_wrong(embedder, LATER)
    assert 1 - len(wrong) / len(LATER) >= LEAST_RIGHT, wrong


def test_what_was_held_out_is_no_worse_than_measured(embedder: NanoEmbedder) -> None:
    named = {"ECONOMY": ECONOMY, "DESK": DESK, "POLICE": POLICE, "CULTURE": CULTURE}
    messages = [(text, named.get(name, OFFICE)) for text, name in HELD_OUT["offices"]]
    assert len(find_wrong(embedder, messages)) <= 6  # of 30: below the aim of 85 %
    same, other = (score_pairs(embedder, HELD_OUT[name]) for name in ("same", "other"))
    assert sum(score >= LIKE_FROM for score in same) >= 10  # of 12
    assert sum(score >= LIKE_FROM for score in other) <= 2
