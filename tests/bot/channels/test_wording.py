"""Every reply fits every channel: nothing is lost, and no item of a list is cut that fits."""

import datetime as dt
import re
from collections.abc import Callable

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.channels.wording import split_text, write_menu
from handlers.choices import count_numbered
from handlers.messages import Button, Reply
from handlers.texts import LANGUAGES
from knowledge.case_codes import build_code
from storage.values import OutboxKind

LIMITS = (2000, 4096)  # of Zalo, in letters, and of Telegram, in UTF-16 units
CODE = build_code(dt.date(2026, 11, 23), [7, 19, 3, 24, 28])
WORDS = st.text(st.sampled_from("aăâbđeêioôơuưyạ🙂1. -“”"), max_size=40)
LINES = st.builds(
    "{}{}{}".format,
    st.sampled_from(["", "", "1. ", "  ", "\t", "- "]),
    WORDS,
    st.sampled_from(["", "", "a" * 130, " chữ" * 40]),
)
TEXTS = st.lists(LINES, max_size=12).map("\n".join)
SENTENCES = [text for texts in LANGUAGES.values() for text in texts.values()]


def count_units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


MEASURES = st.sampled_from([len, count_units])


def squeeze(text: str) -> str:
    return re.sub(r"\s", "", text)


def split_items(text: str) -> list[str]:
    """Split as people see it: a line with those indented below it."""
    return re.split(r"\n(?![ \t])", text)


@given(TEXTS, st.integers(8, 300), MEASURES)
@example("a" * 20 + " b", 10, len)
@example("🙂" * 30, 9, count_units)
def test_a_text_is_split_and_nothing_lost(
    text: str, limit: int, measure: Callable[[str], int]
) -> None:
    parts = split_text(text, limit, measure=measure)
    assert all(0 < measure(part) <= limit for part in parts)
    assert squeeze("".join(parts)) == squeeze(text)


@given(TEXTS, st.integers(8, 300), MEASURES)
def test_an_item_that_fits_is_not_cut(text: str, limit: int, measure: Callable[[str], int]) -> None:
    parts = split_text(text, limit, measure=measure)
    for item in split_items(text):
        if item.strip() and measure(item) <= limit:
            assert any(item.strip("\n") in part for part in parts)


@given(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=40).map("\n".join))
def test_what_the_bot_says_fits_every_channel(text: str) -> None:
    for limit, measure in zip(LIMITS, (len, count_units), strict=True):
        parts = split_text(text, limit, measure=measure)
        assert all(measure(part) <= limit for part in parts)
        assert "\n".join(parts) == text
        assert len(parts) <= 2 * measure(text) // limit + 1  # two beside each other fill one


def test_a_text_without_a_space_is_cut_where_it_must() -> None:
    assert split_text("a" * 25, 10) == ["a" * 10, "a" * 10, "a" * 5]
    assert split_text(" \n\n", 10) == []


HUMAN = Button("Gặp cán bộ", "gặp cán bộ")
UNIT = Button("Giao Phòng Kinh tế", f"giao {CODE} cho Phòng Kinh tế")
SOLVED = Button("Chưa giải quyết", f"chưa giải quyết {CODE}")
SHOWN = tuple(Button(f"Xem {number}", f"xem V{number + 6}") for number in (1, 2, 3))
ACTS = (
    Button("Đã xong", "xong V7"),
    Button("Nhắc lại sau", "nhắc lại V7"),
    Button("Không thuộc đơn vị", "V7 không thuộc đơn vị tôi"),
)
PICK = "Nhắn số để chọn:"
URGE = Button("Đôn đốc", "đôn đốc V7 V8")
BACK, CANCEL = Button("Quay lại", "Quay lại"), Button("Hủy", "Hủy")
NOTICE = OutboxKind.NOTICE


@pytest.mark.parametrize(
    ("reply", "below"),
    [
        (Reply("Xin chào."), ""),
        (Reply("Đã tiếp nhận.", (UNIT, HUMAN)), f"{PICK}\n1. Giao Phòng Kinh tế\n2. Gặp cán bộ"),
        (Reply("Chọn:", (UNIT, HUMAN)), "1. Giao Phòng Kinh tế\n2. Gặp cán bộ"),
        (
            Reply("Your report has been received.", (HUMAN,)),
            "Send a number to choose:\n1. Gặp cán bộ",
        ),
        (Reply("Ở chỗ nào?", (BACK, CANCEL)), "Có thể nhắn: “quay lại”; “hủy”."),
        (
            Reply("Không rõ, xin nhắn “bỏ qua”.", (Button("Bỏ qua", "Bỏ qua"), BACK, CANCEL)),
            "Có thể nhắn: “quay lại”; “hủy”.",
        ),
        (Reply("Muốn dừng, xin nhắn “hủy”.", (CANCEL,)), ""),
        (Reply("Nhắn 1 để chuyển câu hỏi cho cán bộ.", (HUMAN,), numbered=1), ""),
        (Reply("Chọn:\n1. Cán bộ", (HUMAN,), numbered=1), ""),
        (Reply("Chọn nơi gửi:", (HUMAN, CANCEL), numbered=1), "1. Gặp cán bộ\nCó thể nhắn: “hủy”."),
        (Reply("Có 3 việc:\n1. Một\n2. Hai", SHOWN, NOTICE), "Có thể nhắn: “xem 1”."),
        (Reply("Có 3 việc:\n1. Một\nNhắn “xem 1” để đọc.", SHOWN, NOTICE), ""),
        (
            Reply("Có 2 việc:\n1. Một\n2. Hai", (*SHOWN, URGE), NOTICE),
            "Có thể nhắn: “xem 1”; “đôn đốc V7 V8”.",
        ),
        (
            Reply("Có 1 việc:\n1. Một\nNhắn “xong 1” khi hoàn thành.", ACTS, NOTICE),
            "Có thể nhắn: “nhắc lại 1”; “1 không thuộc đơn vị tôi”.",
        ),
        (
            Reply("Có 2 việc:\n1. Một\n2. Hai\nNhắn “xong 1”.", ACTS, NOTICE),
            "Có thể nhắn: “nhắc lại V7”; “V7 không thuộc đơn vị tôi”.",
        ),
        (Reply(f"{CODE} đã trả lời.", (SOLVED,), NOTICE), "Có thể nhắn: “chưa giải quyết”."),
        (Reply("Đã trả lời.", (SOLVED,), NOTICE), f"Có thể nhắn: “chưa giải quyết {CODE}”."),
        (
            Reply(f"{CODE} chờ phân công.", (UNIT,), NOTICE),
            f"Có thể nhắn: “giao {CODE} cho Phòng Kinh tế”.",
        ),
        (Reply("The work is over for today.", (URGE,), NOTICE), "You may send: “đôn đốc V7 V8”."),
    ],
)
def test_buttons_as_a_menu(reply: Reply, below: str) -> None:
    assert write_menu(reply) == "\n".join(filter(None, (reply.text, below)))
    lines = [line for line in below.splitlines() if re.match(r"\d+\. ", line)]
    assert len(lines) in (0, count_numbered(reply, as_menu=True))
