"""Both texts can be read from the pieces, whatever they are."""

from hypothesis import given
from hypothesis import strategies as st

from knowledge.differences import Piece, Side, compare_words

TEXTS = st.text(alphabet="ab \n", max_size=40)


@given(TEXTS, TEXTS)
def test_nothing_is_lost(old: str, new: str) -> None:
    pieces = compare_words(old, new)
    assert "".join(piece.text for piece in pieces if piece.side is not Side.NEW) == old
    assert "".join(piece.text for piece in pieces if piece.side is not Side.OLD) == new


def test_words_are_what_differs() -> None:
    assert compare_words("Trước ngày 15/12", "Trước ngày 20/12") == (
        Piece(Side.BOTH, "Trước ngày "), Piece(Side.OLD, "15/12"), Piece(Side.NEW, "20/12"),
    )  # fmt: skip
