"""The sheet for offices whose people have no chat."""

import datetime as dt
import io
from typing import Any

import pytest
from docx import Document

from handlers.errors import HandlerError
from handlers.letters.sheet import load_sheet_template, write_sheet
from storage.database import Database
from tests.factories.talk import MONDAY
from tests.factories.town_hall import ECONOMY, TODAY, TownHall, found_hall

DAY = dt.timedelta(days=1)
HOSTILE = 'Rà soát <b> & "tối" {{ so }} {% x %}'


async def fill(hall: TownHall) -> None:
    await hall.add_work(ECONOMY, HOSTILE, TODAY - DAY)
    await hall.add_work(ECONOMY, "Niêm yết giá tại chợ", TODAY + 10 * DAY)
    await hall.add_work("Công an xã", "Tổng kiểm tra cư trú", TODAY + 14 * DAY)
    await hall.add_work("Công an xã", "Việc còn xa", TODAY + 15 * DAY)


async def write(hall: TownHall, **changes: Any) -> Any:
    facts: dict[str, Any] = {"days": 14, "now": MONDAY, **changes}
    made = await write_sheet(hall.work, hall.place, **facts)
    return made, Document(io.BytesIO(made.data))


async def test_each_office_has_a_page_of_its_own(sqlite: Database) -> None:
    async with sqlite.write() as work:
        hall = await found_hall(work)
        await fill(hall)
        made, document = await write(hall)
    assert (made.offices, made.items) == (2, 3)
    rows = [[c.text for c in row.cells] for t in document.tables for row in t.rows]
    source = "Việc được giao ngày 23/11/2026"
    assert [row for row in rows if len(row) == 5 and row[0] != "TT"] == [
        ["1", HOSTILE, "Chủ nhật 22/11/2026\n(đã quá hạn)", source, ""],
        ["2", "Niêm yết giá tại chợ", "thứ Năm 03/12/2026", source, ""],
        ["1", "Tổng kiểm tra cư trú", "thứ Hai 07/12/2026", source, ""],
    ]
    text = "\n".join(paragraph.text for paragraph in document.paragraphs)
    assert text.count("PHIẾU NHẮC VIỆC") == 2
    assert f"Kính gửi: {ECONOMY}" in text
    assert "nhắc thực hiện 2 việc có hạn đến hết ngày 07/12/2026" in text
    breaks = document.element.xpath("//w:br[@w:type='page']")
    assert len(breaks) == 1
    assert "{" not in text


async def test_one_office_and_an_own_template(sqlite: Database) -> None:
    own, out = Document(), io.BytesIO()
    own.add_paragraph("{%p for phieu in cac_phieu %}")
    own.add_paragraph("{{ phieu.don_vi }}: {{ phieu.so_viec }}")
    own.add_paragraph("{%p endfor %}")
    own.save(out)
    async with sqlite.write() as work:
        hall = await found_hall(work)
        await fill(hall)
        made, _ = await write(hall, office="cong an xa")
        _, document = await write(hall, template=out.getvalue())
    assert (made.offices, made.items) == (1, 1)
    assert [p.text for p in document.paragraphs] == [f"{ECONOMY}: 2", "Công an xã: 1"]


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"office": "Sở Gì đó"}, "office_missing"),
        ({"days": -1}, "sheet_days"),
        ({"days": 367}, "sheet_days"),
        ({"now": MONDAY - 60 * DAY, "office": "Công an xã"}, "sheet_empty"),
        ({"template": b"no"}, "letter_template_broken"),
    ],
    ids=["office", "negative", "long", "empty", "template"],
)
async def test_what_cannot_be_printed(sqlite: Database, changes: dict[str, Any], code: str) -> None:
    async with sqlite.write() as work:
        hall = await found_hall(work)
        await fill(hall)
        with pytest.raises(HandlerError, match=code):
            await write(hall, **changes)


def test_the_template_has_the_form_of_the_decree() -> None:
    section = Document(io.BytesIO(load_sheet_template())).sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    assert (round(section.left_margin.mm), round(section.right_margin.mm)) == (30, 20)
