import datetime as dt

import pytest

from knowledge.files.document import Paragraph
from knowledge.parsing.contradictions import find_contradictions, find_odd_references
from knowledge.parsing.facts import read_facts
from knowledge.parsing.outline import Kind, Passage
from knowledge.parsing.sections import Path, Section
from knowledge.plan import Note, Place

HEAD = ["Số: 15/KH-UBND", "An Hòa, ngày 3 tháng 2 năm 2026", "KẾ HOẠCH"]


def notes_of(*lines: str) -> list[Note]:
    placed = [Paragraph(line, Place("thu.txt", i, i)) for i, line in enumerate(lines, 1)]
    return list(find_contradictions(placed, read_facts(lines)))


@pytest.mark.parametrize(
    ("lines", "codes", "line"),
    [
        (HEAD, [], None),
        (["Số: /QĐ-UBND"], ["number_blank"], 1),
        (["Số: ……/KH-UBND"], ["number_blank"], 1),
        (["KẾ HOẠCH", "An Hòa, ngày tháng 02 năm 2026"], ["day_blank"], 2),
        ([*HEAD, "(Kèm theo Kế hoạch số 51/KH-UBND ngày 3/2/2026)"], ["two_numbers"], 4),
        ([*HEAD, "(Kèm theo Kế hoạch số 15/KH-UBND ngày 4/2/2026)"], ["two_days"], 4),
        ([*HEAD, "(Kèm theo Kế hoạch số 15/KH-UBND ngày 3/2/2026)"], [], None),
        ([*HEAD, "(Kèm theo Kế hoạch số /KH-UBND ngày 3/2/2026)"], [], None),
    ],
)
def test_what_is_odd_about_the_facts(lines: list[str], codes: list[str], line: int | None) -> None:
    found = notes_of(*lines)
    assert [note.code for note in found] == codes
    assert all(note.place and note.place.first_line == line for note in found)


@pytest.mark.parametrize(
    ("text", "path", "codes"),
    [
        ("Căn cứ Nghị định số 1/2020/NĐ-CP ngày 2/3/2020", (), []),
        ("Căn cứ Nghị định số 1/2020/NĐ-CP ngày 2/3/2021", (), ["reference_year"]),
        ("Căn cứ Quyết định số 7/QĐ-UBND ngày 4/2/2026", (), ["reference_later"]),
        ("Theo Quyết định số 7/QĐ-UBND ngày 4/2/2026", (Section(None, "CÂY"),), []),
        ("Căn cứ Quyết định số 7/QĐ-UBND", (), []),
    ],
)
def test_documents_whose_day_does_not_fit(text: str, path: Path, codes: list[str]) -> None:
    passage = Passage(Kind.TEXT, path, text, Place("thu.txt", 5, 5))
    found = find_odd_references([passage], [], dt.date(2026, 2, 3))
    assert [note.code for note in found] == codes
