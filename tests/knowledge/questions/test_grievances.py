import tomllib
from pathlib import Path

import pytest

from knowledge.questions.grievances import is_grievance

MESSAGES = tomllib.loads(Path(__file__).with_name("grievances.toml").read_text("utf-8"))
TOLD = [text for part in MESSAGES.values() for text in part["told"]]
ASKED = [text for part in MESSAGES.values() for text in part["asked"]]


def test_the_share_of_grievances_noticed() -> None:
    assert len(TOLD) >= 80
    assert sum(map(is_grievance, TOLD)) / len(TOLD) >= 0.95


def test_the_share_of_false_alarms() -> None:
    assert len(ASKED) >= 80
    assert sum(map(is_grievance, ASKED)) / len(ASKED) <= 0.03


@pytest.mark.parametrize("text", ["", " ", "?", "😀", "ok", "a" * 5000, "hôi " * 1000])
def test_odd_messages(text: str) -> None:
    is_grievance(text)
