import datetime as dt
import json

from knowledge.exchange import plan_to_json
from knowledge.plan import (
    Deadline,
    DeadlineKind,
    Note,
    Occurrence,
    Place,
    Plan,
    PlannedTask,
    Skipped,
)

TASK = PlannedTask(
    section=("Phụ lục 1", "II"),
    section_title="CÂY",
    number="3",
    content="Trồng\ncây",
    place=Place("a.txt", 12, 13),
    lead=("Đội A",),
    timeframe="Quý I",
    deadline=Deadline(
        DeadlineKind.RECURRING,
        recurrence="hằng quý",
        occurrences=(Occurrence("Quý I", dt.date(2026, 1, 1), dt.date(2026, 3, 31)),),
    ),
    doubts=(Note("empty_cell", (("field", "lead"),)), Note("row_joined")),
)
WANTED_TASK = {
    "section": ["Phụ lục 1", "II"],
    "section_title": "CÂY",
    "number": "3",
    "content": "Trồng cây",
    "lead": ["Đội A"],
    "supporting": [],
    "timeframe": "Quý I",
    "deliverable": None,
    "deadline": {
        "kind": "recurring",
        "start": None,
        "last_day": None,
        "strict": False,
        "recurrence": "hằng quý",
        "occurrences": [{"label": "Quý I", "start": "2026-01-01", "last_day": "2026-03-31"}],
    },
    "targets": [],
    "references": [],
    "lines": [12, 13],
    "doubts": ["empty_cell: field=lead", "row_joined"],
}


def test_a_plan_as_plain_values() -> None:
    plan = Plan("a.txt", number="1/KH", issued_on=dt.date(2026, 2, 3), year=2026, tasks=(TASK,))
    found = json.loads(json.dumps(plan_to_json(plan)))
    assert found["tasks"] == [WANTED_TASK]
    assert (found["source"], found["number"], found["issued_on"]) == ("a.txt", "1/KH", "2026-02-03")
    assert (found["title"], found["signer"], found["warnings"]) == (None, None, [])


def test_warnings_and_skipped_tables_name_their_lines() -> None:
    warning = Note("two_days", (("day", "1"),), Place("a.txt", 7, 7))
    skipped = Skipped(Place("a.txt", 8, 9), "score_table", "STT · Điểm")
    found = plan_to_json(Plan("a.txt", warnings=(warning,), skipped=(skipped,)))
    assert found["warnings"] == ["two_days: day=1, line=7"]
    assert found["skipped"] == [{"code": "score_table", "quote": "STT · Điểm", "lines": [8, 9]}]


def test_a_place_in_a_word_file() -> None:
    task = PlannedTask((), "", None, "Trồng cây", Place("a.docx", table=2, row=4))
    (found,) = plan_to_json(Plan("a.docx", tasks=(task,)))["tasks"]
    assert found["place"] == {"table": 2, "row": 4}
    assert "lines" not in found
