"""Who answers for a task: an office, the own Văn phòng, or a group still to be chosen from."""

import pytest

from knowledge.assignees import (
    Assignee,
    find_peoples_office,
    gives_work,
    looks_like_group,
    names_level,
    propose_assignees,
)
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


@pytest.mark.parametrize(
    ("unit", "level", "is_named"),
    [
        ("UBND các xã, phường", "xã", True),
        ("UBND các xã, phường", "phường", True),
        ("UBND các xã, phường", "đặc khu", False),
        ("UBND các xã, phường, đặc khu", "đặc khu", True),
        ("Ủy ban nhân dân các xã, phường, thị trấn", "thị trấn", True),
        ("UBND các xã và phường", "phường", True),
        ("UBND các xã/phường", "phường", True),
        ("UBND các xã", "phường", False),
        ("UBND xã", "xã", True),
        ("UBND cấp xã", "phường", True),
        ("UBND cấp xã", "huyện", False),
        ("UBND các huyện, thành phố", "thành phố", True),
        ("UBND thành phố", "thành phố", False),
        ("UBND tỉnh", "xã", False),
        ("Các sở, ban, ngành và UBND các xã, phường", "xã", True),
        ("HĐND, UBND các xã", "xã", True),
        ("Chủ tịch UBND các xã, phường", "xã", True),
        ("UBND các xã, phường trên địa bàn tỉnh", "phường", True),
        ("UBND các xã biên giới", "xã", False),
        ("UBND các xã, phường liên quan", "xã", False),
        ("Công an các xã", "xã", False),
        ("Phòng Kinh tế", "xã", False),
    ],
)
def test_a_superiors_unit_names_a_level(unit: str, level: str, is_named: bool) -> None:
    assert names_level(unit, level) is is_named


@pytest.mark.parametrize(
    ("lead", "is_given"),
    [
        (("Sở Tư pháp", "UBND các xã, phường"), True),
        (("UBND xã Bến Lụa",), True),
        (("UBND xã Đồi Sim",), False),
        (("Sở Tư pháp",), False),
        ((), False),
    ],
)
def test_a_superiors_row_gives_work_below_where_it_leads(
    lead: tuple[str, ...], is_given: bool
) -> None:
    assert gives_work(build_task(lead=lead), "xã Bến Lụa", "xã") is is_given


def test_the_office_that_serves_the_committee_is_found() -> None:
    assert find_peoples_office([CULTURE, OFFICE]) == OFFICE
    assert find_peoples_office([CULTURE, "Văn phòng Đăng ký đất đai"]) is None
