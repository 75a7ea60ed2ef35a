import pytest

from knowledge.parsing.headers import Role
from knowledge.parsing.rows import Record
from knowledge.parsing.sections import labels
from knowledge.parsing.tables import read_task_table
from knowledge.plan import Note
from tests.knowledge.parsing.texts import table_of

HEADER = ("TT", "Nội dung", "Chủ trì", "Phối hợp", "Thời gian", "Sản phẩm")
FULL = ("1", "Trồng cây", "Đội A", "Đội B", "Quý I", "Báo cáo")
Found = list[tuple[tuple[str, ...], str | None, str]]


def rows_of(*rows: tuple[str | None, ...]) -> Found:
    table = read_task_table(table_of(HEADER, *rows))
    assert table is not None
    return [
        (labels(row.groups), label(row.record), " ".join(row.record.text(Role.CONTENT).split()))
        for row in table.rows
    ]


def label(record: Record) -> str | None:
    return record.number.label if record.number else None


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([FULL], [((), "1", "Trồng cây")]),
        ([FULL, HEADER, FULL], [((), "1", "Trồng cây")] * 2),
        ([("(1)", "(2)", "(3)", "(4)", "(5)", "(6)"), FULL], [((), "1", "Trồng cây")]),
        ([("--", "---", "--", "-", "--", "-"), FULL], [((), "1", "Trồng cây")]),
        ([("I", "Cây xanh", "", "", "", ""), FULL], [(("I",), "1", "Trồng cây")]),
        ([("I", "Cây xanh", None, None, None, None), FULL], [(("I",), "1", "Trồng cây")]),
        ([("IV Cây xanh", "", "", "", "", ""), FULL], [(("IV",), "1", "Trồng cây")]),
        ([("I. CÂY XANH",), FULL], [(("I",), "1", "Trồng cây")]),
        ([FULL, ("II. Rác thải",), FULL], [((), "1", "Trồng cây"), (("II",), "1", "Trồng cây")]),
        ([("B. Rác", None, None, None, None, None), FULL], [(("B",), "1", "Trồng cây")]),
        ([FULL, ("RÁC THẢI", None, None, None, None, None), FULL], [((), "1", "Trồng cây")] * 2),
        ([("II", "cây", "", "", "", "Công tác trồng"), FULL], [(("II",), "1", "Trồng cây")]),
        (
            [
                ("I", "Cây xanh", "", "", "", ""),
                ("1", "Ven đường", "", "", "", ""),
                ("1.1", "Trồng mới", "Đội A", "", "Quý I", ""),
                ("2", "Tỉa cành", "Đội A", "", "Quý I", ""),
                ("II", "Rác", "", "", "", ""),
                ("1", "Thu gom", "Đội A", "", "Quý I", ""),
            ],
            [
                (("I", "1"), "1.1", "Trồng mới"),
                (("I",), "2", "Tỉa cành"),
                (("II",), "1", "Thu gom"),
            ],
        ),
        ([FULL, ("", "và tưới cây", "", "", "", "")], [((), "1", "Trồng cây và tưới cây")]),
        ([FULL, ("", "15/QĐ-UBND", "", "", "", "")], [((), "1", "Trồng cây 15/QĐ-UBND")]),
        ([FULL, ("", "", "quận", "", "", "")], [((), "1", "Trồng cây")]),
        ([FULL, ("", "- Chăm sóc", "", "", "", "")], [((), "1", "Trồng cây - Chăm sóc")]),
        (
            [FULL, ("", "Tưới cây", "Đội C", "", "Quý II", "")],
            [((), "1", "Trồng cây"), ((), None, "Tưới cây")],
        ),
        (
            [FULL, (None, "Tưới cây", "Đội C", "", "Quý II", "")],
            [((), "1", "Trồng cây"), ((), "1", "Tưới cây")],
        ),
        ([FULL, ("2", "Bị cắt cuối tệp")], [((), "1", "Trồng cây"), ((), "2", "Bị cắt cuối tệp")]),
    ],
)
def test_rows_under_their_groups(rows: list[tuple[str | None, ...]], expected: Found) -> None:
    assert rows_of(*rows) == expected


def field_after(role: Role, *rows: tuple[str | None, ...]) -> str:
    table = read_task_table(table_of(HEADER, *rows))
    assert table is not None
    return table.rows[0].record.text(role)


@pytest.mark.parametrize(
    ("above", "below", "whole"),
    [
        ("Văn phòng HĐND", "và UBND quận", "Văn phòng HĐND và UBND quận"),
        ("UBND các xã, thị trấn", "trấn", "UBND các xã, thị trấn"),
        ("Thường xuyên", "xuyên", "Thường xuyên"),
        ("Đội A", "", "Đội A"),
        ("", "Đội A", "Đội A"),
        ("Đội A", "- Đội B", "Đội A\n- Đội B"),
    ],
)
def test_a_cell_cut_by_a_page_break_is_joined(above: str, below: str, whole: str) -> None:
    cut = ("1", "Trồng cây", above, "", "Quý I", "")
    assert field_after(Role.LEAD, cut, ("", "", below, "", "", "tiếp")) == whole


@pytest.mark.parametrize(
    ("row", "role", "text"),
    [
        (("1", "Trồng cây", "UBND xã", "Quý I"), Role.TIMEFRAME, "Quý I"),
        (("1", "Trồng cây", "UBND xã", "Báo cáo trồng cây gửi về quận"), Role.TIMEFRAME, ""),
        (("1", "Trồng cây", "UBND xã", "Bộ ảnh"), Role.LEAD, "UBND xã"),
    ],
)
def test_a_row_that_lost_columns_is_realigned(row: tuple[str, ...], role: Role, text: str) -> None:
    table = read_task_table(table_of(HEADER[:3] + HEADER[4:], row))
    assert table is not None
    assert table.rows[0].record.text(role) == text
    assert Note("cells_missing") in table.rows[0].doubts


def test_an_emptied_cell_stays_empty_and_offers_the_value_above() -> None:
    table = read_task_table(
        table_of(HEADER, FULL, ("2", "Tưới", "Đội A", "", "", ""), ("3", "Tỉa", None, "", "Q", ""))
    )
    assert table is not None
    assert [row.doubts for row in table.rows] == [
        (),
        (Note("empty_cell", (("field", "timeframe"), ("inferred", "Quý I"))),),
        (Note("merged_cell", (("field", "lead"), ("inferred", "Đội A"))),),
    ]


def test_a_header_of_two_rows_is_joined() -> None:
    upper = ("TT", "Nội dung", "Phân công thực hiện", None, "Thời gian")
    lower = (None, None, "Chủ trì", "Phối hợp", None)
    table = read_task_table(table_of(upper, lower, ("1", "Trồng", "Đội A", "Đội B", "Quý I")))
    assert table is not None
    roles = (Role.NUMBER, Role.CONTENT, Role.LEAD, Role.SUPPORTING, Role.TIMEFRAME)
    assert table.roles == roles


def test_a_headless_table_goes_on_with_the_columns_before_it() -> None:
    first = read_task_table(table_of(HEADER, FULL))
    assert first is not None
    assert read_task_table(table_of(("2", "Tưới", "Đội A", "", "Quý I", "")), first.roles)
    assert read_task_table(table_of(("a", "b")), first.roles) is None
    assert read_task_table(table_of(FULL)) is None
