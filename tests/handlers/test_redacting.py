"""Texts without personal data; what is hidden stays so."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.redacting import redact, without_brackets


@pytest.mark.parametrize(
    ("text", "redacted"),
    [
        ("Thôn 3 bao giờ có nước sạch?", "Thôn 3 bao giờ có nước sạch?"),
        ("gọi 0912 345 678 nhé", "gọi [số điện thoại] nhé"),
        ("Tôi tên Lê Thị Nga ở số nhà 5 ngõ 7", "Tôi tên [họ tên] ở [địa chỉ]"),
        ("nhà bà Tư, xe 29A1-123.45", "nhà bà [họ tên], xe [biển số xe]"),
        ("cccd 001085012345 email a@b.vn", "cccd [số giấy tờ] email [thư điện tử]"),
        ("", ""),
    ],
)
def test_personal_data_is_replaced_by_what_it_was(text: str, redacted: str) -> None:
    assert redact(text) == redacted


def test_known_fields_go_too() -> None:
    assert redact("chi Mận o chợ", known=("Mận",)).count("[") == 1
    assert redact("bún chả Mận", known=("Mận",)) == "bún chả [đã lược bỏ]"


def test_a_question_is_left_without_brackets() -> None:
    assert without_brackets("[họ tên] hỏi [địa chỉ] đèn hỏng") == "hỏi đèn hỏng"


PIECES = st.sampled_from(
    [
        "0912345678",
        "tôi tên là",
        "Nguyễn Văn An",
        "nhà bà Tư",
        "số nhà 12",
        "ngõ 5",
        ",",
        "\n",
        "12",
        "địa chỉ:",
        "cccd",
        "001085012345",
        "[họ tên]",
        "a@b.vn",
        "29A1-12345",
        "ông",
        "lan",
        "đường Lê Lợi",
    ]
)


@given(st.lists(PIECES, max_size=8).map(" ".join) | st.text(max_size=80))
def test_redacting_twice_changes_nothing(text: str) -> None:
    once = redact(text)
    assert redact(once) == once
