from dataclasses import replace

from knowledge.passages import LONGEST_BODY, build_passages, describe_task
from knowledge.plan import Plan
from tests.knowledge.plans import make_plan, make_task


def test_a_task_carries_its_context() -> None:
    task = replace(
        make_task("Nạo vét mương", lead="Tổ thủy lợi", timeframe="Quý II"),
        supporting=("Thôn 3",),
        deliverable="Biên bản",
    )
    plan = replace(make_plan(), tasks=(task,))
    (passage,) = build_passages(plan)
    assert passage.text == (
        "Kế hoạch chỉnh trang nông thôn. xã Suối Mơ. năm 2023. Vệ sinh môi trường. Nạo vét mương. "
        "Chủ trì: Tổ thủy lợi. Phối hợp: Thôn 3. Thời gian: Quý II. Sản phẩm: Biên bản"
    )
    assert (passage.kind, passage.index, passage.place) == ("task", 0, task.place)


def test_a_paragraph_carries_its_section() -> None:
    (passage,) = build_passages(make_plan(paragraphs=("Từ quỹ của thôn.",)))
    assert passage.kind == "paragraph"
    assert passage.text.endswith("Kinh phí. Từ quỹ của thôn.")


def test_formal_short_forms_are_written_out() -> None:
    (passage,) = build_passages(make_plan("Niêm yết TTHC theo 12/KH-UBND"))
    assert "Niêm yết thủ tục hành chính theo 12/KH-UBND" in passage.text


def test_what_is_long_is_cut_with_overlap() -> None:
    words = [f"từ{n}" for n in range(500)]
    passages = build_passages(replace(make_plan(" ".join(words)), title=None))
    assert len(passages) == 3
    assert {passage.index for passage in passages} == {0}
    assert all(len(passage.text.split()) < LONGEST_BODY + 20 for passage in passages)
    assert all(any(word in p.text.split() for p in passages) for word in words)


def test_what_just_overlaps_is_not_cut_again() -> None:
    words = " ".join(["cây"] * LONGEST_BODY)
    assert len(build_passages(make_plan(words))) == 1


def test_an_empty_plan_has_no_passages() -> None:
    assert build_passages(Plan(source="a.txt")) == ()


def test_an_empty_row_still_reads() -> None:
    assert describe_task(make_task("")) == ""
