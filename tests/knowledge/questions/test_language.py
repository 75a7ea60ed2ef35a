import tomllib
from pathlib import Path
from typing import get_args

import pytest
from langdetect import DetectorFactory  # noqa: TID251

from knowledge.questions.language import Language, detect

MESSAGES = tomllib.loads(Path(__file__).with_name("messages.toml").read_text("utf-8"))


def is_right(text: str, language: str) -> bool:
    found = {detect(text, default=default) for default in get_args(Language)}
    return found == ({language} if language != "default" else {"vi", "en"})


def test_the_share_of_short_messages_told_right() -> None:
    told = [
        is_right(text, language)
        for half in MESSAGES.values()
        for language, texts in half.items()
        for text in texts
    ]
    assert len(told) >= 150
    assert sum(told) / len(told) >= 0.97


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Khi nào sửa xong cầu treo?", "vi"),
        ("khi nao sua xong cau treo", "vi"),
        ("den duong hong roi ad oi", "vi"),
        ("hs cua e toi dau r", "vi"),
        ("ai lam viec nay", "vi"),
        ("duong lang lay loi qua ai sua", "vi"),
        ("cho hoi thu tuc xin phep xay nha", "vi"),
        ("When will the bridge be repaired?", "en"),
        ("who leads this task", "en"),
        ("the street lamp near my house is broken", "en"),
        ("I want to talk to an official", "en"),
        ("send me the plan please", "en"),
    ],
)
def test_detect(text: str, language: Language) -> None:
    assert detect(text) == language


@pytest.mark.parametrize("text", ["", "  ", "ok", "123 456", "???", "2024", "😀😀"])
@pytest.mark.parametrize("default", ["vi", "en"])
def test_too_little_keeps_the_default(text: str, default: Language) -> None:
    assert detect(text, default) == default


def test_same_answer_each_time_and_nothing_shared() -> None:
    answers = {detect("nop ho so online") for _ in range(20)}
    assert len(answers) == 1
    assert DetectorFactory.seed is None
