"""On the real plans the right rows are taken, and no date is said that nobody wrote."""

import datetime as dt
import re
from functools import cache
from pathlib import Path

import pytest

from handlers.library.scopes import Row
from handlers.reporting import explain_report, find_report_rows, read_asked
from handlers.sources import describe_place
from knowledge.files import read
from knowledge.fitting import words_of
from knowledge.parsing import parse
from knowledge.questions.understanding import understand
from knowledge.reporting import Fit
from storage.values import PlanState, StoredPlan

TODAY = dt.date(2026, 11, 23)
FULL_DATE = re.compile(r"\b\d{1,2}/\d{1,2}/\d{4}\b")


@cache
def load_rows(path: Path) -> tuple[Row, ...]:
    facts = parse(read(path.name, path.read_bytes()))
    moment = dt.datetime(2026, 11, 2, tzinfo=dt.UTC)
    place = facts.locality or ""
    stored = StoredPlan(1, 1, place, facts, PlanState.CONFIRMED, "", False, True, moment, moment)
    tasks = [Row((1, "task", i), task, stored) for i, task in enumerate(facts.tasks)]
    return (*tasks, *(Row((1, "paragraph", i), p, stored) for i, p in enumerate(facts.paragraphs)))


@pytest.mark.parametrize(
    ("file", "text", "fit", "places"),
    [
        ("000.txt", "hạn báo cáo quý 3", None, []),
        ("003.txt", "hạn báo cáo quý 3", None, []),
        ("001.txt", "hạn báo cáo quý 3", Fit.NAMED, ["mục A.VIII, STT 03", "mục A.VIII, STT 01"]),
        ("001.txt", "báo cáo 9 tháng nộp ngày nào", Fit.NAMED, ["mục A.VIII, STT 03"]),
        (
            "001.txt",
            "when is the annual report due",
            Fit.NAMED,
            ["mục A.VIII, STT 03", "mục A.VIII, STT 01"],
        ),
        (
            "001.txt",
            "bao cao thang gui khi nao",
            Fit.OTHER,
            ["mục A.VIII, STT 03", "mục A.VIII, STT 01"],
        ),
        ("002.txt", "han bao cao quy iii la khi nao", Fit.NAMED, ["Phụ lục, mục X, STT 1"]),
        ("002.txt", "when is the quarterly report due", Fit.NAMED, ["Phụ lục, mục X, STT 1"]),
        ("002.txt", "báo cáo 6 tháng nộp ngày nào", Fit.OTHER, ["Phụ lục, mục X, STT 1"]),
        ("004.txt", "hạn báo cáo quý 3", Fit.GENERAL, ["mục II.5.1", "mục II.5.2"]),
        ("004.txt", "bao cao thang gui khi nao", Fit.NAMED, ["mục II.5.3"]),
    ],
)
def test_the_row_that_is_taken(
    shared: Path, file: str, text: str, fit: Fit | None, places: list[str]
) -> None:
    asked = read_asked(understand(text, [], TODAY), TODAY)
    found = find_report_rows(asked, load_rows(shared / "plans" / file))
    assert [describe_place(each.row.fact) for each in found] == places
    assert {each.fit for each in found} == ({fit} if fit is not None else set())
    note = explain_report(asked, found, [])
    if not found:
        assert note is None
        return
    assert note
    plan = found[0].row.plan.facts
    issued = f"{plan.issued_on:%d/%m/%Y}" if plan.issued_on else ""
    written = " ".join([issued, *(words_of(each.row.fact) for each in found)])
    assert all(date in written for date in FULL_DATE.findall("\n".join(note.lines)))
