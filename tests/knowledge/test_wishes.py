"""A human, an answer at last, an insult, or none of these: own messages, marked and not."""

import time
from pathlib import Path

import pytest

from knowledge.wishes import asks_beside_human, find_wish

TABLE = [
    line.split("\t")
    for line in Path(__file__).with_name("wishes.tsv").read_text("utf-8").splitlines()
]
ORDINARY = [text for label, text in TABLE if label == "none"]
ACCEPTED = ("nước sạch mất cả tuần không ai trả lời ở đường dây nóng",)  # both at once


def test_at_least_95_in_100_are_read_right() -> None:
    wrong = [(text, label) for label, text in TABLE if (find_wish(text) or "none") != label]
    share = 1 - len(wrong) / len(TABLE)
    print(f"\nwishes: {share:.3f} of {len(TABLE)} right; wrong: {wrong}")
    assert len(TABLE) >= 300
    assert share >= 0.95


@pytest.mark.parametrize("text", [text for text in ORDINARY if text not in ACCEPTED])
def test_ordinary_questions_and_feedback_are_left_alone(text: str) -> None:
    assert find_wish(text) is None


@pytest.mark.parametrize(
    ("text", "does"),
    [
        ("gặp cán bộ", False),
        ("cho tôi gặp cán bộ với ạ", False),
        ("bot ngu quá, cho gặp người thật", False),
        ("tôi muốn gặp cán bộ hỏi về tiền hỗ trợ sau bão", True),
        ("cho em gặp cán bộ, sổ đất nhà em bị sai tên", True),
        ("talk to a human", False),
        ("I want to talk to an official about my land certificate", True),
        ("giờ làm việc", False),
    ],
)
def test_what_is_said_beside_the_wish(text: str, does: bool) -> None:
    assert asks_beside_human(text) is does


@pytest.mark.parametrize(
    "word", ["được không ", "cho ", "chờ cả ngày ", "không ai ", "ngu ", "vẫn chưa "]
)
def test_hostile_texts_take_no_time(word: str) -> None:
    began = time.perf_counter()
    find_wish(word * 2000)
    assert time.perf_counter() - began < 0.5
