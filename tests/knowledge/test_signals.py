"""Signals of danger, denunciation and complaint, and the ordinary words that resemble them.

The messages are in signals.toml: `tuned` was seen while the rules were written, the others after;
those of signals_unseen.toml were written without looking at either.
"""

import time
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from knowledge.signals import LIKELY, Signal, find_alarm, may_be_danger

MESSAGES = tomllib.loads(Path(__file__).with_name("signals.toml").read_text("utf-8"))
UNSEEN = tomllib.loads(Path(__file__).with_name("signals_unseen.toml").read_text("utf-8"))
TOLD = Path(__file__).parents[2] / "bench" / "signals_told.txt"
LEAST_UNSEEN = {Signal.DANGER: 0.88, Signal.DENUNCIATION: 0.94, Signal.COMPLAINT: 0.86}
PARTS = ("tuned", "held", "fresh", "later", "last", "unseen")
LEAST = {"unseen": 0.75}  # written last of all, nothing was changed for them


def list_texts(sort: str, part: str) -> Iterator[str]:
    for name, rows in MESSAGES[sort].items():
        if name.split("_")[0] == part:
            yield from (row if isinstance(row, str) else row[1] for row in rows)


def is_found(signal: Signal, text: str) -> bool:
    warned = signal is Signal.DANGER and may_be_danger(text)
    alarm = find_alarm(text)
    return warned or (alarm is not None and alarm.signal is signal)


@pytest.mark.parametrize("sort", MESSAGES)
def test_there_are_enough_messages(sort: str) -> None:
    texts = [text for part in PARTS for text in list_texts(sort, part)]
    assert len(set(texts)) == len(texts) >= 80


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("signal", list(Signal))
def test_the_share_of_signals_found(signal: Signal, part: str) -> None:
    texts = list(list_texts(signal, part))
    missed = [text for text in texts if not is_found(signal, text)]
    assert len(missed) <= (1 - LEAST.get(part, 0.89)) * len(texts), missed


def test_the_share_of_all_signals_found() -> None:
    rows = [(s, text) for s in Signal for part in PARTS for text in list_texts(s, part)]
    missed = [text for signal, text in rows if not is_found(signal, text)]
    assert len(missed) <= 0.03 * len(rows), missed


def test_the_share_of_false_alarms() -> None:
    texts = [text for part in PARTS for text in list_texts("ordinary", part)]
    false = [text for text in texts if find_alarm(text)]
    assert len(false) <= 0.03 * len(texts), false


@pytest.mark.parametrize("part", UNSEEN)
@pytest.mark.parametrize("signal", list(Signal))
def test_signals_in_words_nobody_foresaw(signal: Signal, part: str) -> None:
    texts = UNSEEN[part][signal]
    missed = [text for text in texts if not is_found(signal, text)]
    assert len(missed) <= (1 - LEAST_UNSEEN[signal]) * len(texts), missed


@pytest.mark.parametrize("part", UNSEEN)
def test_ordinary_words_nobody_foresaw(part: str) -> None:
    texts = UNSEEN[part]["ordinary"]
    false = [text for text in texts if (alarm := find_alarm(text)) and not alarm.asks]
    assert len(false) <= 0.03 * len(texts), false


def test_what_is_unseen_was_not_learnt_from() -> None:
    learnt = set(TOLD.read_text("utf-8").splitlines())
    assert not learnt & {text for texts in UNSEEN["second"].values() for text in texts}


def test_what_only_sounds_like_a_signal_is_not_sure() -> None:
    alarm = find_alarm("xuồng máy hết dầu trôi ra cửa biển có 5 người")
    assert alarm
    assert not alarm.is_sure
    assert alarm.codes == (LIKELY,)


def test_the_number_to_call_first() -> None:
    rows = [row for part in PARTS for row in MESSAGES["danger"].get(part, ())]
    wrong = [
        text
        for first, text in rows
        if (alarm := find_alarm(text)) and alarm.codes != (LIKELY,) and alarm.numbers[0] != first
    ]
    assert len(wrong) <= 0.03 * len(rows), wrong


def test_leaders_of_the_place_are_named() -> None:
    groups = MESSAGES["denunciation"].items()
    told = [(name.endswith("leader"), text) for name, texts in groups for text in texts]
    wrong = [
        text for is_so, text in told if (found := find_alarm(text)) and found.names_leader != is_so
    ]
    assert len(wrong) <= 0.03 * len(told), wrong


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("nộp đơn tố cáo ở đâu", True),
        ("thủ tục khiếu nại thế nào", True),
        ("trưởng thôn ăn chặn tiền, tố cáo ở đâu", False),
        ("tôi khiếu nại quyết định xử phạt", False),
    ],
)
def test_only_asking_how(text: str, asks: bool) -> None:
    alarm = find_alarm(text)
    assert alarm
    assert alarm.asks is asks


@pytest.mark.parametrize(
    ("text", "is_own"),
    [
        ("tôi muốn tố cáo kế toán", True),
        ("nội dung này là tố cáo, đã hướng dẫn gửi thanh tra", False),
        ("cứu với, cháy nhà", True),
    ],
)
def test_own_words_and_words_of_an_answer(text: str, is_own: bool) -> None:
    alarm = find_alarm(text)
    assert alarm
    assert alarm.is_own is is_own


@pytest.mark.parametrize("text", ["", " ", "?", "😀", "ok", "a" * 5000, "cháy " * 1000, "\x00" * 9])
def test_odd_messages_are_read_quickly(text: str) -> None:
    find_alarm("cháy nhà")  # compiled once
    started = time.perf_counter()
    find_alarm(text)
    assert time.perf_counter() - started < 0.5
