"""Excerpts: whole sentences around what was asked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.excerpt import find_excerpt

TEXT = (
    "Trồng cây ven đường đạt 40% kế hoạch. Tỉa cành trước mùa mưa bão tại các thôn. "
    "Thu gom rác mỗi tuần hai lần. Sửa đèn đường trong ba ngày."
)


@pytest.mark.parametrize(
    ("terms", "limit", "expected"),
    [
        ("thu gom rác", 40, "… Thu gom rác mỗi tuần hai lần. …"),
        ("den duong", 30, "… Sửa đèn đường trong ba ngày."),
        ("trồng cây", 40, "Trồng cây ven đường đạt 40% kế hoạch. …"),
        ("trồng cây", 1000, TEXT),
        ("tỉa cành", 20, "… Tỉa cành trước mùa… …"),
    ],
)
def test_the_sentences_asked_about_are_kept(terms: str, limit: int, expected: str) -> None:
    assert find_excerpt(TEXT, terms, limit=limit) == expected


@given(st.text(max_size=300), st.text(max_size=20), st.integers(10, 100))
def test_never_longer_than_asked_for(text: str, terms: str, limit: int) -> None:
    assert len(find_excerpt(text, terms, limit=limit)) <= limit + len("… ") + len(" …")
