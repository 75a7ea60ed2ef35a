"""Which place is meant, by its name or as the chat's own."""

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.places import find_open_place, find_place, follow, open_places, own_place
from storage.values import Locality

ENDED = dt.date(2025, 6, 30)


def places(*named: tuple[str, int | None]) -> list[Locality]:
    return [
        Locality(number, name, "", parent, {}, 0) for number, (name, parent) in enumerate(named, 1)
    ]


@pytest.mark.parametrize(
    ("named", "own"),
    [
        ([("xã Bến Lụa", None)], "xã Bến Lụa"),
        ([("xã Bến Lụa", 2), ("tỉnh Lam Hà", None)], "xã Bến Lụa"),
        ([("xã Bến Lụa", 2), ("huyện Sông Con", 3), ("tỉnh Lam Hà", None)], "xã Bến Lụa"),
        ([("xã Bến Lụa", None), ("tỉnh Lam Hà", None)], None),
        ([("xã Bến Lụa", 3), ("xã Đồi Sim", 3), ("tỉnh Lam Hà", None)], None),
        ([], None),
    ],
)
def test_a_chat_belongs_to_the_only_place_that_is_no_superior(
    named: list[tuple[str, int | None]], own: str | None
) -> None:
    found = own_place(places(*named), None)
    assert (found.name if found else None) == own


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("xã Bến Lụa", 1),
        ("XA BEN LUA", 1),
        ("bến lụa", 1),
        ("UBND xã Bến Lụa", 1),
        ("Lam Hà", 3),
        ("Đồi Sim", None),  # there are two
        ("phường Đồi Sim", 4),
        ("", None),
        ("xã", None),
    ],
)
def test_a_place_is_found_by_its_name(typed: str, found: int | None) -> None:
    known = places(
        *(("xã Bến Lụa", None), ("xã Đồi Sim", None), ("tỉnh Lam Hà", None)),
        ("phường Đồi Sim", None),
    )
    place = find_place(typed, known)
    assert (place.id if place else None) == found


def chain(*successors: int | None) -> list[Locality]:
    """Places from 1 on, each with what has followed it."""
    return [
        replace(place, successor_id=successor, valid_to=None if successor is None else ENDED)
        for place, successor in zip(
            places(*((f"xã Bến {n}", None) for n in range(1, len(successors) + 1))),
            successors,
            strict=True,
        )
    ]


def test_a_name_of_before_leads_new_business_to_what_followed() -> None:
    known = chain(2, 3, None, None)
    assert [place.id for place in open_places(known)] == [3, 4]
    for typed, found in (("xã Bến 1", 3), ("bến 2", 3), ("xã Bến 3", 3), ("xã Bến 4", 4)):
        place = find_open_place(typed, known)
        assert place
        assert place.id == found
    assert find_open_place("xã Khác", known) is None
    old = find_place("xã Bến 1", known)  # its plans are still asked about
    assert old
    assert old.id == 1


def test_the_chat_belongs_to_the_place_that_has_not_ended() -> None:
    found = own_place(chain(2, None), None)
    assert found
    assert found.id == 2


@given(st.lists(st.none() | st.integers(1, 9), min_size=1, max_size=8))
def test_following_ends_whatever_stands_in_the_table(successors: list[int | None]) -> None:
    known = chain(*successors)
    for place in known:
        assert follow(place, known) in known
