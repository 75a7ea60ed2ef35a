"""Words that OCR guessed become a doubt of their task."""

import pytest

from knowledge.files.document import Document, Paragraph, Row, Table
from knowledge.parsing.plans import parse
from knowledge.plan import Note, Place

HEADER = ("TT", "Nội dung công việc", "Cơ quan chủ trì", "Thời gian thực hiện")
WORK = ("1", "Trồng cây dọc đường liên xã", "Phòng Kinh tế", "Quý II/2026")


def doubts_of(*blocks: Paragraph | Table) -> list[tuple[Note, ...]]:
    return [task.doubts for task in parse(Document("a.pdf", blocks)).tasks]


def row(number: int, cells: tuple[str, ...], confidence: float | None) -> Row:
    return Row(cells, Place("a.pdf", page=2, table=1, row=number), confidence)


@pytest.mark.parametrize(
    ("confidence", "percent"), [(0.72, "72"), (0.0, "0"), (0.8, None), (None, None)]
)
def test_a_row_that_was_guessed_is_doubted(confidence: float | None, percent: str | None) -> None:
    table = Table((row(1, HEADER, 0.1), row(2, WORK, confidence)))
    wanted = (Note("ocr_uncertain", (("confidence", percent),)),) if percent else ()
    assert doubts_of(table) == [wanted]


def test_a_line_that_was_guessed_is_doubted_on_its_task_alone() -> None:
    here = Place("a.pdf", page=1)
    lines = [("KẾ HOẠCH", 0.9), ("Trồng cây năm 2026", 0.9), ("1. Trồng cây dọc đường liên xã", 0.9),
             ("Thời gian thực hiện: Quý II/2026", 0.5), ("Cơ quan chủ trì: Phòng Kinh tế", 0.9),
             ("2. Kiểm tra việc tưới cây ở các thôn", 0.9), ("Thời gian thực hiện: Quý III/2026", 0.9),
             ("Cơ quan chủ trì: Công an xã", 0.9)]  # fmt: skip
    found = doubts_of(*(Paragraph(text, here, sure) for text, sure in lines))
    assert [[note.code for note in notes] for notes in found] == [["ocr_uncertain"], []]
