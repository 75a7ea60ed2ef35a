"""Who answers for a task: an office, the own Văn phòng, or a group still to be chosen from."""

import pytest

from knowledge.assignees import Assignee, looks_like_group, propose_assignees
from tests.factories.plans import CULTURE, OFFICE, build_task

GROUPS = [
    "Các ban, ngành, đoàn thể",
    "các phòng chuyên môn",
    "Các cơ quan, đơn vị liên quan",
    "UBND các xã, phường",
    "Ủy ban nhân dân các xã, đặc khu",
    "UBND xã, phường",
    "Thủ trưởng các cơ quan, đơn vị",
    "Trưởng các thôn",
    "Chủ tịch UBND các xã",
    "Cán bộ, công chức các bộ phận",
    "phòng, ban, ngành cấp huyện",
    "Sở, ban, ngành liên quan",
    "Một số đơn vị sự nghiệp",
    "Toàn thể cán bộ, công chức",
    "Công an các xã",
]
OFFICES = [
    "Phòng Kinh tế",
    "Văn phòng HĐND và UBND xã",
    "Ban Quản lý các khu công nghiệp",
    "Công chức Tư pháp - Hộ tịch",
    "Công an xã",
    "Trưởng thôn",
    "Trưởng ban Quản lý chợ",
    "Chủ tịch UBND xã",
    "Phòng Nội vụ",
    "Sở Tư pháp",
    "UBND xã",
]


@pytest.mark.parametrize("unit", GROUPS)
def test_a_group_stands_for_several_offices(unit: str) -> None:
    assert looks_like_group(unit)


@pytest.mark.parametrize("unit", OFFICES)
def test_an_office_is_no_group(unit: str) -> None:
    assert not looks_like_group(unit)


@pytest.mark.parametrize(
    ("unit", "place", "proposed"),
    [
        (CULTURE, "xã Bến Lụa", Assignee(CULTURE)),
        ("UBND xã", "xã Bến Lụa", Assignee(OFFICE)),
        ("UBND xã Bến Lụa", "xã Bến Lụa", Assignee(OFFICE)),
        ("UBND Bến Lụa", "xã Bến Lụa", Assignee(OFFICE)),
        ("UBND cấp xã", "xã Bến Lụa", Assignee(OFFICE)),
        ("Ủy ban nhân dân", "xã Bến Lụa", Assignee(OFFICE)),
        ("UBND phường 9", "Phường 9, thị xã Sông Mây", Assignee(OFFICE)),
        ("UBND xã Đồi Sim", "xã Bến Lụa", Assignee("UBND xã Đồi Sim")),
        ("UBND huyện", "xã Bến Lụa", Assignee("UBND huyện")),
        ("UBND tỉnh", "thành phố Sông Mây", Assignee("UBND tỉnh")),
        ("UBND xã", "huyện Sông Mây", Assignee("UBND xã", is_group=True)),
        ("UBND cấp xã", "tỉnh Sông Mây", Assignee("UBND cấp xã", is_group=True)),
        ("UBND cấp xã", "thành phố Sông Mây", Assignee("UBND cấp xã", is_group=True)),
        ("UBND các xã", "xã Bến Lụa", Assignee("UBND các xã", is_group=True)),
        ("UBND xã", None, Assignee(OFFICE)),
    ],
)
def test_a_committee_is_read_against_the_place(
    unit: str, place: str | None, proposed: Assignee
) -> None:
    task = build_task(lead=(unit,))
    assert propose_assignees(task, [CULTURE, OFFICE], place=place) == (proposed,)


def test_a_committee_stays_where_no_office_serves_it() -> None:
    task = build_task(lead=("UBND xã",))
    assert propose_assignees(task, [CULTURE], place="xã Bến Lụa") == (Assignee("UBND xã"),)


def test_an_office_and_a_group_in_one_name_are_told_apart() -> None:
    task = build_task(lead=("Phòng Kinh tế và các đơn vị liên quan", "Các ban và các thôn"))
    assert propose_assignees(task, [], place="xã Bến Lụa") == (
        Assignee("Phòng Kinh tế"),
        Assignee("các đơn vị liên quan", is_group=True),
        Assignee("Các ban và các thôn", is_group=True),
    )


def test_each_is_named_once() -> None:
    task = build_task(lead=("UBND xã", OFFICE))
    assert propose_assignees(task, [OFFICE], place="xã Bến Lụa") == (Assignee(OFFICE),)
