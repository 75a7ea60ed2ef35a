"""Texts without personal data; what is hidden stays so."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.redacting import redact, without_brackets
from knowledge.text import nfc


@pytest.mark.parametrize(
    ("text", "redacted"),
    [
        ("Thôn 3 bao giờ có nước sạch?", "Thôn 3 bao giờ có nước sạch?"),
        ("gọi 0912 345 678 nhé", "gọi [số điện thoại] nhé"),
        ("Tôi tên Lê Thị Nga ở số nhà 5 ngõ 7", "Tôi tên [họ tên] ở [địa chỉ]"),
        ("nhà bà Tư, xe 29A1-123.45", "nhà bà [họ tên], xe [biển số xe]"),
        ("cccd 001085012345 email a@b.vn", "cccd [số giấy tờ] email [thư điện tử]"),
        (
            "Ông Đỗ Khắc Chuẩn, sinh năm 1968, đã dọn rác ở ngõ 15.",
            "Ông [họ tên], sinh năm [ngày sinh], đã dọn rác ở ngõ 15.",
        ),
        ("[Lê Thị Nga] gọi [0912345678]", "[[họ tên]] gọi [[số điện thoại]]"),
        ("", ""),
    ],
)
def test_personal_data_is_replaced_by_what_it_was(text: str, redacted: str) -> None:
    assert redact(text) == redacted


def test_known_fields_go_too() -> None:
    assert redact("chi Mận o chợ", known=("Mận",)).count("[") == 1
    assert redact("bún chả Mận", known=("Mận",)) == "bún chả [đã lược bỏ]"


def test_what_may_be_personal_goes_before_it_is_public() -> None:
    text = "nha tu rau xa nuoc, gap a quy o to dan pho"
    assert redact(text, strict=True) == "nha [họ tên] xa nuoc, gap a [họ tên] o to dan pho"
    assert redact(redact(text, strict=True), strict=True) == redact(text, strict=True)


def test_the_numbers_of_an_office_stay() -> None:
    text = "Gọi 0298 3777 123 hoặc 0912 345 678"
    assert redact(text, keep=("02983777123",)) == "Gọi 0298 3777 123 hoặc [số điện thoại]"


def test_a_question_is_left_without_brackets() -> None:
    assert without_brackets("[họ tên] hỏi [địa chỉ] đèn hỏng") == "hỏi đèn hỏng"


PIECES = st.sampled_from(
    [
        *(
            "0912345678",
            "tôi tên là",
            "Nguyễn Văn An",
            "nhà bà Tư",
            "số nhà 12",
            "ngõ 5",
            ",",
            "\n",
        ),
        *("12", "địa chỉ:", "cccd", "001085012345", "[họ tên]", "a@b.vn", "29A1-12345", "ông"),
        *("lan", "đường Lê Lợi", "[", "]", "thửa 5", "sinh 1985", "K'Brêu", '"'),
    ]
)
TEXTS = st.lists(PIECES, max_size=8).map(" ".join) | st.text(max_size=80)


@given(TEXTS)
def test_redacting_twice_changes_nothing(text: str) -> None:
    once = redact(text)
    assert redact(once) == once


@given(TEXTS)
def test_what_is_not_replaced_stays_as_typed(text: str) -> None:
    left, at = nfc(text), 0
    for piece in re.split(r"\[[a-zà-ỹđ ]+\]", redact(text)):
        at = left.index(piece, at) + len(piece)


SECRETS = st.sampled_from(
    ["0912345678", "0987 654 321", "lan.nguyen@mail.vn", "001085012345", "34A-123.45", "29B1-23456"]
)


@given(TEXTS, SECRETS, st.integers(0, 80))
def test_no_number_survives_at_any_place(text: str, secret: str, place: int) -> None:
    text = text.replace(secret, "")
    redacted = redact(f"{text[:place]} {secret} {text[place:]}")
    assert secret not in redacted
