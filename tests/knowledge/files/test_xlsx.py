import datetime as dt
import io
import zipfile
from typing import Any

import openpyxl  # noqa: TID251 - makes workbooks to read
import pytest

from knowledge.errors import RefusedDocument, UnreadableFile
from knowledge.files import read, xlsx
from knowledge.files.document import Document, Paragraph, Table
from knowledge.files.values import write_value
from knowledge.plan import Place
from tests.factories.sample_xlsx import save
from tests.knowledge.files.word import zip_bytes

HEADER = ["TT", "Nội dung", "Chủ trì", "Thời gian"]


def day(*numbers: int) -> dt.datetime:
    return dt.datetime(*numbers)  # type: ignore[arg-type]  # noqa: DTZ001 - Excel knows no zone


def book(*rows: list[Any], merges: tuple[str, ...] = ()) -> openpyxl.Workbook:
    made = openpyxl.Workbook()
    for row in rows:
        made.active.append(row)
    for merge in merges:
        made.active.merge_cells(merge)
    return made


def tables(document: Document) -> list[list[tuple[str | None, ...]]]:
    return [[row.cells for row in b.rows] for b in document.blocks if isinstance(b, Table)]


def texts(document: Document) -> list[str]:
    return [block.text for block in document.blocks if isinstance(block, Paragraph)]


@pytest.mark.parametrize(
    ("value", "form", "written"),
    [
        (day(2024, 8, 30), "dd/mm/yyyy", "30/8/2024"),
        (day(2024, 2, 9), "General", "09/02/2024"),
        (dt.date(2026, 12, 4), "mm-dd-yy", "04/12/2026"),
        (day(2026, 3, 1), "mm/yyyy", "3/2026"),
        (day(2026, 3, 1), '"Tháng" mm/yyyy', "3/2026"),
        (day(2026, 3, 1, 8, 5), "dd/mm/yyyy hh:mm", "08:05 01/3/2026"),
        (dt.time(8, 5), "hh:mm", "08:05"),
        (0.95, "0%", "95%"),
        (0.925, "0.0%", "92,5%"),
        (12.5, "General", "12,5"),
        (12.0, "General", "12"),
        (1200000, "#,##0", "1.200.000"),
        (1234.5, "#,##0.00", "1.234,50"),
        (3, "00", "03"),
        (7, "General", "7"),
        ("Ke\u0302\u0301 hoạch", "@", "Kế hoạch"),
        ("#REF!", "General", ""),
    ],
)
def test_values_are_written_as_offices_write_them(value: Any, form: str, written: str) -> None:
    assert write_value(value, form, False) == written


def test_the_first_number_of_a_row_is_a_numbering() -> None:
    assert write_value(1.1, "General", True) == "1.1"


def test_covered_cells_are_none_and_places_name_sheet_and_row() -> None:
    made = book(["KẾ HOẠCH"], [], HEADER, [1, "Một", "A", "Quý I"], [2, "Hai", None, None],
                merges=("C4:D5",))  # fmt: skip
    document = read("a.xlsx", save(made))
    assert texts(document) == ["KẾ HOẠCH"]
    assert tables(document) == [[tuple(HEADER), ("1", "Một", "A", None), ("2", "Hai", None, None)]]
    last = document.blocks[-1]
    assert isinstance(last, Table)
    assert last.rows[-1].place == Place("a.xlsx", table=1, row=5)


def test_a_title_alone_in_its_row_covers_the_row() -> None:
    made = book(HEADER, ["A. CÔNG TÁC CHỈ ĐẠO"], [1, "Một", "A", "Quý I"])
    assert tables(read("a.xlsx", save(made)))[0][1] == ("A. CÔNG TÁC CHỈ ĐẠO", None, None, None)


def test_visible_sheets_are_read_in_order() -> None:
    made = book(["một"])
    for name in ("hai", "ba"):
        made.create_sheet(name).append([name])
    made["hai"].sheet_state = "hidden"
    assert texts(read("a.xlsx", save(made))) == ["một", "ba"]


def test_formulas_give_the_value_last_computed() -> None:
    made = save(book(["=1+1", "x"]))
    assert texts(read("a.xlsx", made)) == ["x"]  # never computed by a program: nothing to show


def test_a_table_may_stand_anywhere_on_the_sheet() -> None:
    made = openpyxl.Workbook()
    rows: list[list[Any]] = [HEADER, [1, "Một", "A", "Quý I"], [2, "Hai"]]
    for y, row in enumerate(rows, 7):
        for x, value in enumerate(row, 3):
            made.active.cell(y, x, value)
    document = read("a.xlsx", save(made))
    assert tables(document) == [[tuple(HEADER), ("1", "Một", "A", "Quý I"), ("2", "Hai", "", "")]]
    (table,) = document.blocks
    assert isinstance(table, Table)
    assert [row.place.row for row in table.rows] == [7, 8, 9]


def test_hidden_rows_and_columns_are_read() -> None:
    made = book(HEADER, [1, "Một", "A", "Quý I"], [2, "Hai", "B", "Quý II"])
    made.active.row_dimensions[2].hidden = True
    made.active.column_dimensions["C"].hidden = True
    assert len(tables(read("a.xlsx", save(made)))[0]) == 3


def test_a_stamp_in_a_header_is_found() -> None:
    made = book(["Kế hoạch"])
    made.active.oddHeader.center.text = "TỐI MẬT"
    made.active.oddHeader.center.size = 14
    with pytest.raises(RefusedDocument):
        read("a.xlsx", save(made))


def test_a_stamp_in_a_shape_is_found() -> None:
    drawing = (
        '<x xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:t>MẬT</a:t></x>'
    )
    with zipfile.ZipFile(io.BytesIO(save(book(["Kế hoạch"])))) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts["xl/drawings/drawing1.xml"] = drawing.encode()
    with pytest.raises(RefusedDocument):
        read("a.xlsm", zip_bytes(parts))


def test_too_many_rows_or_columns_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx, "MOST_ROWS", 3)
    with pytest.raises(UnreadableFile, match="too_large"):
        read("a.xlsx", save(book(["a"], ["b"], ["c"], ["d"])))
    with pytest.raises(UnreadableFile, match="too_large"):
        read("a.xlsx", save(book([*[None] * 100, "a"])))


@pytest.mark.parametrize("data", [b"PK", zip_bytes({"x": b"y"}), b"text"])
def test_other_bytes_are_damaged(data: bytes) -> None:
    with pytest.raises(UnreadableFile, match="damaged"):
        read("a.xlsx", data)


def test_warnings_of_the_library_stay_inside() -> None:
    with zipfile.ZipFile(io.BytesIO(save(book(["một"])))) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    styles = parts["xl/styles.xml"]
    start, end = styles.index(b"<cellStyles"), styles.index(b"</cellStyles>") + 13
    parts["xl/styles.xml"] = styles[:start] + styles[end:]
    assert texts(read("a.xlsx", zip_bytes(parts))) == ["một"]


def test_an_empty_workbook_is_empty() -> None:
    packed = io.BytesIO()
    openpyxl.Workbook().save(packed)
    with pytest.raises(UnreadableFile, match="empty_file"):
        read("a.xlsx", packed.getvalue())
