"""Which place is meant, by its name or as the chat's own."""

import pytest

from handlers.places import find_place, own_place
from storage.values import Locality


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
