import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from knowledge.listing import Filter, Role, Thing, read_filter
from knowledge.questions.places import LocalityName
from knowledge.questions.understanding import understand
from tests.knowledge.plans import make_task

TODAY = dt.date(2026, 11, 23)
OURS = (LocalityName(1, "xã Suối Mơ"),)
TASKS = (
    replace(
        make_task("Nạo vét kênh mương", lead="Tổ Thủy lợi xã", timeframe="Trước 15/6/2023"),
        supporting=("Phòng Kinh tế",),
    ),
    make_task("Quét chợ", lead="Phòng Kinh tế", timeframe="Thường xuyên trong năm"),
    make_task("Tỉa cây", timeframe="Theo kế hoạch"),
)


def read(text: str) -> Filter:
    return read_filter(understand(text, OURS, TODAY), TASKS)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Suối Mơ có những việc gì", {}),
        ("có bao nhiêu nhiệm vụ thường xuyên", {"timeframe": "thuong xuyen"}),
        ('việc nào ghi thời gian "Theo kế hoạch"', {"timeframe": "theo ke hoach"}),
        ("theo kế hoạch của Suối Mơ có mấy việc", {"timeframe": None}),
        ("có mấy việc chưa ghi thời hạn", {"timeframe": ""}),
        ("việc nào phải xong trước 15/6/2023", {"timeframe": "truoc 15/6/2023", "is_due": True}),
        ("Phòng Kinh tế chủ trì những việc gì", {"units": ("Phòng Kinh tế",), "role": Role.LEAD}),
        ("phong kinh te phoi hop viec gi", {"units": ("Phòng Kinh tế",), "role": Role.SUPPORTING}),
        ("tổ thủy lợi có việc gì", {"units": ("Tổ Thủy lợi xã",), "role": None}),
        ("mục II có mấy nội dung", {"section": ("ii",), "thing": Thing.SECTIONS}),
        ("phụ lục I có bao nhiêu nhiệm vụ", {"section": ("phu luc 1",), "thing": Thing.TASKS}),
        ("phần B có mấy việc", {"section": ("b",)}),
        ("mục II.2 có mấy việc", {"section": ("ii", "2")}),
        ("gồm mấy phần ạ", {"section": (), "thing": Thing.SECTIONS}),
        ("quý II có việc gì về kênh mương", {"topic": "kênh mương"}),
        ("which tasks are due in March 2023", {"topic": "", "is_due": True}),
    ],
)
def test_which_rows_are_meant(text: str, wanted: dict[str, Any]) -> None:
    found = read(text)
    assert {name: getattr(found, name) for name in wanted} == wanted


@pytest.mark.parametrize(
    ("text", "is_open"),
    [
        ("có những việc gì", True),
        ("có việc gì về kênh mương", True),
        ("quý I có việc gì", False),
        ("mục I có việc gì", False),
        ("có bao nhiêu nhiệm vụ thường xuyên", False),
    ],
)
def test_what_narrows_a_list(text: str, is_open: bool) -> None:
    assert read(text).is_open is is_open


def test_a_month_is_no_timeframe_and_a_timeframe_no_month() -> None:
    assert read("tháng 6/2023 có việc gì").time.month == 6
    assert read("việc nào trước 15/6/2023").time.days is None
