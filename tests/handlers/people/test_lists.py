"""Lists of officers from workbooks, and the slips to print."""

import datetime as dt
import io
import re

import openpyxl
import pytest

from handlers.errors import HandlerError
from handlers.people.bulk import Invited
from handlers.people.lists import Invitee, read_list, write_template
from handlers.people.qr import draw_qr, draw_qr_file
from handlers.people.sheets import build_sheet
from storage.values import Role

NOW = dt.datetime(2026, 11, 23, 2, 0, tzinfo=dt.UTC)


def workbook(*rows: tuple[str | None, ...], merge: str = "") -> bytes:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(list(row))
    if merge:
        book.active.merge_cells(merge)
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def test_the_template_reads_as_its_example() -> None:
    good, bad = read_list("mau.xlsx", write_template())
    assert bad == []
    assert good == [Invitee(2, "Trần Văn An", "Văn phòng HĐND và UBND", Role.OFFICER)]


def test_columns_are_found_by_their_words_and_rows_told_by_number() -> None:
    data = workbook(
        ("UBND XÃ BẾN LỤA", None, None, None),
        ("DANH SÁCH CÁN BỘ", None, None, None),
        ("STT", "Họ và tên", "Chức danh, đơn vị", "Vai trò"),
        ("1", "Trần  Văn An", "Văn phòng", "Đầu mối"),
        ("2", "Lê Thị Bình", None, ""),
        (None, None, None, None),
        ("3", "", "Phòng Kinh tế", ""),
        ("4", "Phạm Chi", "Phòng Kinh tế", "thủ quỹ"),
        ("5", "PHẠM DŨNG", "Phòng Kinh tế", "lãnh đạo"),
        ("6", "Phạm Dũng", "phòng kinh tế", ""),
        ("7", "Phạm Em", "", ""),
        merge="C4:C5",
    )
    good, bad = read_list("ds.xlsx", data)
    assert good == [
        Invitee(4, "Trần Văn An", "Văn phòng", Role.CLERK),
        Invitee(5, "Lê Thị Bình", "Văn phòng", Role.OFFICER),
        Invitee(9, "PHẠM DŨNG", "Phòng Kinh tế", Role.LEADER),
    ]
    assert [(each.row, each.code) for each in bad] == [
        (7, "list_no_name"),
        (8, "list_no_role"),
        (10, "list_twice"),
        (11, "list_no_office"),
    ]


def test_a_list_without_the_columns_is_refused() -> None:
    with pytest.raises(HandlerError, match="list_no_header"):
        read_list("khac.xlsx", workbook(("Tên hàng", "Số lượng"), ("Bút", "3")))


def test_a_slip_holds_what_its_officer_needs() -> None:
    invited = [
        Invited(Invitee(2, "Trần <An>", "Văn phòng", Role.OFFICER), "MOI-2345678-9ABCDEF"),
        Invited(Invitee(3, "Lê Bình", "Công an xã", Role.OFFICER), "MOI-3345678-9ABCDEF"),
    ]
    page = build_sheet(invited, place="xã Bến Lụa", public_url="", now=NOW)
    assert page.count('<section class="slip">') == page.count("<svg ") == 2
    assert "Trần &lt;An&gt;" in page
    assert "Có hiệu lực đến 09:00 ngày 30/11/2026." in page
    assert "Nhắn mã trên cho trợ lý" in page
    assert not re.search(r"(?:src|href)=", page)  # nothing is fetched
    linked = build_sheet(invited, place="xã Bến Lụa", public_url="https://x.example", now=NOW)
    assert "Quét mã bằng máy ảnh" in linked
    assert linked.count("<svg ") == 2


def test_a_code_is_drawn_to_any_size() -> None:
    assert 'viewBox="0 0 ' in draw_qr("https://x.example/moi/MOI-2345678-9ABCDEF")
    assert draw_qr_file("MOI-2345678-9ABCDEF").startswith('<svg xmlns="http://www.w3.org/2000/svg"')
