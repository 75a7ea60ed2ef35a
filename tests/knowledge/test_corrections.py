"""One field put right the way the parser would read it; corrections carried to a new reading."""

import datetime as dt
from dataclasses import replace

import pytest

from knowledge.corrections import FIELDS, carry_over, correct, find_corrected, write_field
from knowledge.errors import KnowledgeError
from knowledge.plan import DeadlineKind, Note, PlannedTask
from tests.factories.plans import build_plan, build_task

TASK = build_task()
PLAN = build_plan(TASK)  # issued on 12/01/2026


def put(field: str, value: str, task: PlannedTask = TASK) -> PlannedTask:
    return correct(task, field, value, plan=PLAN)


@pytest.mark.parametrize(
    ("field", "value", "stored"),
    [
        ("number", " 2.1 ", "2.1"),
        ("number", "", None),
        ("content", "Rà soát  danh sách", "Rà soát danh sách"),
        ("lead", "Phòng Kinh tế; Công an xã;", ("Phòng Kinh tế", "Công an xã")),
        ("lead", "", ()),
        ("supporting", "Các ban, ngành", ("Các ban, ngành",)),
        ("timeframe", "Quý II/2026", "Quý II/2026"),
        ("timeframe", "", None),
        ("deliverable", "Báo cáo", "Báo cáo"),
        ("deliverable", " ", None),
    ],
)
def test_a_field_takes_its_value(field: str, value: str, stored: object) -> None:
    assert getattr(put(field, value), field) == stored


@pytest.mark.parametrize(
    ("timeframe", "kind", "last_day"),
    [
        ("Trước ngày 15/12/2026", DeadlineKind.BY, dt.date(2026, 12, 14)),
        ("Quý II", DeadlineKind.WITHIN, dt.date(2026, 6, 30)),
        ("Trong 30 ngày kể từ ngày ban hành", DeadlineKind.BY, dt.date(2026, 2, 11)),
        ("Thường xuyên", DeadlineKind.CONTINUOUS, None),
        ("", DeadlineKind.UNSPECIFIED, None),
    ],
)
def test_the_deadline_is_read_again(
    timeframe: str, kind: DeadlineKind, last_day: dt.date | None
) -> None:
    deadline = put("timeframe", timeframe).deadline
    assert deadline.kind is kind
    if kind is not DeadlineKind.CONTINUOUS:
        assert deadline.last_day == last_day


@pytest.mark.parametrize(
    ("field", "value", "code"),
    [
        ("colour", "đỏ", "field_unknown"),
        ("deadline", "2026-12-01", "field_unknown"),
        ("content", "  ", "content_empty"),
        ("timeframe", "con mèo ngồi trên mái", "timeframe_not_understood"),
        ("timeframe", "Trước ngày 31/4/2026", "timeframe_not_understood"),
    ],
)
def test_what_cannot_be_put_is_one_code(field: str, value: str, code: str) -> None:
    with pytest.raises(KnowledgeError) as raised:
        put(field, value)
    assert raised.value.code == code


def test_content_is_read_for_targets_and_documents() -> None:
    task = put("content", "Tối thiểu 80% hồ sơ theo Nghị định số 61/2018/NĐ-CP")
    assert [target.percent for target in task.targets] == [80]
    assert task.references


def test_doubts_about_the_field_go_and_others_stay() -> None:
    about_lead = Note("empty_cell", (("field", "lead"), ("inferred", "Công an xã")))
    about_time = Note("timeframe_in_content")
    joined = Note("row_joined")
    task = replace(TASK, doubts=(about_lead, about_time, joined))
    assert put("lead", "Công an xã", task).doubts == (about_time, joined)
    assert put("timeframe", "Quý II", task).doubts == (about_lead, joined)


@pytest.mark.parametrize("field", FIELDS)
def test_what_is_written_is_read_back(field: str) -> None:
    task = replace(TASK, supporting=("Công an xã", "Các ban, ngành"))
    assert getattr(put(field, write_field(task, field), task), field) == getattr(task, field)


def test_corrected_fields_are_named() -> None:
    corrected = put("lead", "Công an xã", put("number", "7"))
    assert find_corrected(TASK, corrected) == ("number", "lead")
    assert find_corrected(None, corrected) == ()


def carry(read: PlannedTask, corrected: PlannedTask, *, is_same_document: bool) -> PlannedTask:
    return carry_over(read, read, corrected, TASK, plan=PLAN, is_same_document=is_same_document)


def test_a_correction_outlives_a_better_reading_of_the_same_document() -> None:
    corrected = put("timeframe", "Quý IV/2026")
    better = replace(TASK, timeframe="Trước ngày 06/12/2026", content="Phát tờ rơi tới từng hộ")
    carried = carry(better, corrected, is_same_document=True)
    assert carried.timeframe == "Quý IV/2026"
    assert carried.deadline.last_day == dt.date(2026, 12, 31)
    assert carried.content == "Phát tờ rơi tới từng hộ"


def test_another_version_keeps_a_correction_only_where_it_says_the_same() -> None:
    corrected = put("lead", "Công an xã", put("timeframe", "Quý IV/2026"))
    moved = replace(TASK, timeframe="Trước ngày 20/12/2026")
    carried = carry(moved, corrected, is_same_document=False)
    assert (carried.timeframe, carried.lead) == ("Trước ngày 20/12/2026", ("Công an xã",))


def test_only_the_fields_asked_for_are_carried_and_onto_what_holds() -> None:
    corrected = put("lead", "Công an xã", put("timeframe", "Quý IV/2026"))
    holds = put("number", "7")
    carried = carry_over(
        holds, TASK, corrected, TASK, plan=PLAN, is_same_document=False, fields=["lead"]
    )
    assert carried == replace(holds, lead=("Công an xã",))
