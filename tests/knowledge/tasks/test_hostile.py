"""No text breaks a reader of work, and none keeps it long."""

import datetime as dt
import time
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.reminding import read_reminder_wish
from knowledge.tasks.acts import read_act
from knowledge.tasks.asking import read_list, read_status
from knowledge.tasks.assigning import read_assigning

TODAY = dt.date(2026, 11, 23)
NAMES = ("Phòng Kinh tế", "Phòng Văn hóa - Xã hội", "Công an xã")
LONGEST = 2_000
MOST = 0.25  # seconds of work on a busy machine; alone each takes less than 0.04
WORDS = (
    *(
        "xong",
        "2",
        "V15",
        ",",
        "và",
        "việc",
        "nhắc lại",
        "xin lùi",
        "đến",
        "thứ hai",
        "4/12",
        "31/2",
    ),
    *(
        "giao",
        "Phòng Kinh tế",
        "trước",
        "hết tháng",
        "quý",
        "cv số 45",
        "không phải",
        "bên em",
        "?",
    ),
    *(
        "ngày",
        "sau",
        "tuần sau",
        "99",
        "0",
        "hộ",
        ":",
        "theo",
        "chưa",
        "đơn vị nào",
        "nộp",
        "İ",
        "ﬃ",
    ),
)
PIECES = (
    "xong 1, ",
    "v15 ",
    "thứ hai ",
    "4/12 ",
    "đến hết ",
    "và ",
    "vì ",
    "12/",
    "(",
    "em ",
    "\t",
)
OPENINGS = ("", "xong 2 ", "xin lùi ", "giao Phòng Kinh tế ", "nhắc lại ", "đơn vị nào chưa nộp ")


def _assign(text: str) -> object:
    return read_assigning(text, names=NAMES, today=TODAY)


def _act(text: str) -> object:
    return read_act(text, TODAY)


READERS: tuple[Callable[[str], object], ...] = (_act, _assign, read_list, read_status)


@given(st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join) | st.text(max_size=80))
@settings(max_examples=150, deadline=None)
def test_no_text_breaks_a_reader(text: str) -> None:
    for read in READERS:
        read(text)
    read_reminder_wish(text, TODAY)


@given(
    st.lists(st.sampled_from(WORDS), max_size=8).map(" ".join),
    st.dates(dt.date(2020, 1, 1), dt.date(2099, 12, 31)),
)
@settings(max_examples=100, deadline=None)
def test_no_day_of_the_calendar_breaks_a_reader(text: str, today: dt.date) -> None:
    read_act(f"xin lùi đến {text}", today)
    read_assigning(f"giao Phòng Kinh tế {text}", names=NAMES, today=today)


@pytest.mark.parametrize("read", READERS)
@pytest.mark.parametrize("opening", OPENINGS)
def test_a_long_text_is_read_in_time(read: Callable[[str], object], opening: str) -> None:
    for piece in PIECES:
        before = time.process_time()
        read((opening + piece * LONGEST)[: LONGEST - 1] + "!")
        assert time.process_time() - before < MOST, piece
