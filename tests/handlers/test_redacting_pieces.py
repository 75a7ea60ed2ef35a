"""What a redacted text hides, beside what stood there; what a person has to look at."""

import pytest

from handlers.cases.personal import Mark, mark_original, mark_public
from handlers.redacting import mark_suspects, redact, redact_pieces, split_brackets
from knowledge.text import nfc
from storage.database import Database
from tests.factories.cases import found_with_case

TEXTS = (
    "",
    "Đèn đường đầu thôn 3 hỏng",
    "Tôi tên Lê Thị Nga ở số nhà 5 ngõ 7, gọi 0912 345 678 nhé",
    "[Lê Thị Nga] gọi [0912345678]",
    "nha tu rau xa nuoc, gap a quy o to dan pho",
    "nhà bà Tư, xe 29A1-123.45, cccd 001085012345 email a@b.vn",
)


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("strict", [False, True])
def test_pieces_are_the_text_and_its_redaction(text: str, strict: bool) -> None:
    pieces = redact_pieces(text, ("Nga",), strict=strict)
    assert "".join(piece.shown for piece in pieces) == redact(text, ("Nga",), strict=strict)
    assert "".join(piece.original for piece in pieces) == nfc(text)
    assert all((piece.kind is None) <= (piece.shown == piece.original) for piece in pieces)


@pytest.mark.parametrize("text", TEXTS)
def test_nothing_is_lost_between_marks(text: str) -> None:
    assert "".join(words for words, _ in mark_suspects(text)) == nfc(text)
    redacted = redact(text)
    assert "".join(words for words, _ in split_brackets(redacted)) == redacted


async def test_what_is_hidden_and_what_is_doubtful_is_marked(sqlite: Database) -> None:
    _, case = await found_with_case(sqlite)
    text = "nha tu rau xa nuoc, goi 0912 345 678"
    marks = {each.text: each.mark for each in mark_original(text, case)}
    assert marks["0912 345 678"] is Mark.HIDDEN
    assert marks["tu rau"] is Mark.DOUBTFUL
    assert "".join(marks) == text
    public = mark_public("Anh [họ tên] báo nha tu rau xa nuoc", case)
    assert [each.text for each in public if each.mark is Mark.HIDDEN] == ["[họ tên]"]
    assert [each.text for each in public if each.mark is Mark.DOUBTFUL] == ["tu rau"]
