"""How an answer from a row reads: the fact asked for first, nothing twice, no machine talk."""

import datetime as dt
import re
from dataclasses import replace
from pathlib import Path

import pytest

from handlers.library.scopes import Row
from handlers.questions.answers import Answer, NextStep, compose, compose_each
from handlers.questions.facts import end, tidy
from handlers.questions.headings import head
from knowledge.files import read
from knowledge.parsing import parse
from knowledge.plan import (
    Bound,
    LegalReference,
    Note,
    Place,
    Plan,
    PlannedParagraph,
    PlannedTask,
    Target,
)
from knowledge.questions.rules import Asked
from knowledge.questions.understanding import understand
from tests.factories.plans import CULTURE, OFFICE, build_plan, build_task, store_plan

TODAY = dt.date(2026, 11, 23)
SAMPLE = Path(__file__).parents[3] / "bot" / "samples" / "ke-hoach-2026.txt"
MACHINE_TALK = re.compile(r"\.\.|;\.|,\.|:\.|  |–\s*–|…\.|… …|: –|– \.|“”|\(\)|: :")
SOURCE = "Nguồn: Kế hoạch số 07/KH-UBND ngày 12/01/2026 của UBND xã Bến Lụa, mục I, STT 1."


def row_of(fact: PlannedTask | PlannedParagraph, plan: Plan | None = None, year: int = 2026) -> Row:
    return Row((1, "task", 0), fact, store_plan(plan or build_plan(year=year)))


def ask(text: str, row: Row, partner: PlannedTask | None = None, **more: bool) -> Answer:
    return compose(understand(text, [], TODAY), [row], partner, today=TODAY, **more)


def lines_of(text: str, row: Row, partner: PlannedTask | None = None, **more: bool) -> list[str]:
    return ask(text, row, partner, **more).text.splitlines()


def test_the_time_comes_first() -> None:
    assert lines_of("khi nào phát tờ rơi", row_of(build_task())) == [
        (
            "Trước ngày 05/12/2026, tức chậm nhất thứ Sáu 04/12/2026 – "
            "Phát tờ rơi hướng dẫn nộp hồ sơ trực tuyến."
        ),
        f"Chủ trì: {CULTURE}.",
        SOURCE,
    ]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("ai phát tờ rơi", f"{CULTURE} chủ trì: Phát tờ rơi hướng dẫn nộp hồ sơ trực tuyến."),
        ("đơn vị nào phối hợp phát tờ rơi", "Công an xã phối hợp: Phát tờ rơi"),
        ("phát tờ rơi thì sản phẩm là gì", "Sản phẩm: Tờ rơi – Phát tờ rơi hướng dẫn"),
        ("phát tờ rơi làm thế nào", "Phát tờ rơi hướng dẫn nộp hồ sơ trực tuyến."),
        ("who distributes leaflets", f"Led (chủ trì) by {CULTURE}: Phát tờ rơi"),
    ],
)
def test_what_was_asked_comes_first(text: str, first: str) -> None:
    row = row_of(replace(build_task(), supporting=("Công an xã",)))
    assert lines_of(text, row)[0].startswith(first)


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("khi nào phát tờ rơi", "Kế hoạch không ghi thời gian cho việc này: Phát tờ rơi"),
        ("ai phát tờ rơi", "Kế hoạch không ghi cơ quan chủ trì việc này: Phát tờ rơi"),
        ("ai phối hợp phát tờ rơi", "Kế hoạch không ghi cơ quan phối hợp cho việc này: Phát"),
        ("sản phẩm phát tờ rơi là gì", "Kế hoạch không ghi sản phẩm của việc này: Phát tờ rơi"),
        ("phát tờ rơi theo văn bản nào", "Kế hoạch không nêu văn bản căn cứ cho việc này."),
    ],
)
def test_what_is_not_stated_is_said_only_when_asked(text: str, first: str) -> None:
    row = row_of(build_task(lead=(), timeframe=None, last_day=None, deliverable=None))
    said = lines_of(text, row)
    assert said[0].startswith(first)
    assert sum("không" in line for line in said) == 1
    assert not any("không" in line for line in lines_of("phát tờ rơi làm thế nào", row))


def test_an_emptied_cell_is_offered_as_unconfirmed() -> None:
    doubt = Note("empty_cell", (("field", "timeframe"), ("inferred", "Trước 15/12/2026")))
    task = replace(build_task(timeframe=None, last_day=None), doubts=(doubt,))
    first, second, *_ = lines_of("khi nào phát tờ rơi", row_of(task))
    assert first.startswith("Ô thời gian của việc này trống; có thể dùng chung “Trước 15/12/2026”")
    assert second == "Phát tờ rơi hướng dẫn nộp hồ sơ trực tuyến."


def with_targets(content: str, *texts: str) -> PlannedTask:
    targets = tuple(Target(text, 90, Bound.AT_LEAST, "hồ sơ") for text in texts)
    return replace(build_task(content), targets=targets)


def test_a_figure_in_the_content_is_not_said_twice_and_leads() -> None:
    task = with_targets(
        "Trả kết quả đúng hẹn đạt tối thiểu 90% số hồ sơ", "đạt tối thiểu 90% số hồ sơ"
    )
    said = lines_of("trả kết quả đúng hẹn đạt bao nhiêu phần trăm, hạn nào", row_of(task))
    assert said[0] == "Trả kết quả đúng hẹn đạt tối thiểu 90% số hồ sơ."
    assert said[1].startswith("Thời gian: Trước ngày 05/12/2026")
    assert not any(line.startswith("Chỉ tiêu") for line in said)


def test_of_many_figures_the_one_asked_for_is_said() -> None:
    task = with_targets(
        "Phấn đấu đạt các chỉ tiêu được giao",
        "số hóa 40% hồ sơ lưu trữ",
        "và 70% hồ sơ đất đai được luân chuyển điện tử",
    )
    said = lines_of("hồ sơ đất đai luân chuyển điện tử phải đạt bao nhiêu phần trăm", row_of(task))
    assert said[0] == "Chỉ tiêu: 70% hồ sơ đất đai được luân chuyển điện tử."
    assert not any("40%" in line for line in said)


def test_a_time_that_opens_the_content_is_not_said_twice() -> None:
    task = build_task("Trước ngày 05/12/2026 gửi danh sách cho Văn phòng")
    first = lines_of("khi nào gửi danh sách", row_of(task))[0]
    assert first.count("05/12/2026") == 1
    assert first.endswith("– gửi danh sách cho Văn phòng.")


def test_a_basis_in_the_content_is_not_said_twice() -> None:
    reference = LegalReference("Nghị định số 20/2008/NĐ-CP", "Nghị định", "20/2008/NĐ-CP")
    inside = replace(build_task(f"Trả lời theo {reference.text}"), references=(reference,))
    said = "\n".join(lines_of("trả lời căn cứ văn bản nào", row_of(inside)))
    assert said.count("20/2008/NĐ-CP") == 1
    outside = replace(build_task("Trả lời phản ánh"), references=(reference,))
    assert (
        lines_of("trả lời căn cứ văn bản nào", row_of(outside))[0] == f"Căn cứ: {reference.text}."
    )


def test_a_row_that_is_spoken_of_is_named_in_few_words() -> None:
    row = row_of(build_task("Phát tờ rơi " + "tới từng hộ dân " * 30))
    said = lines_of("ai chủ trì?", row, is_known=True)
    assert len(said) == 2
    assert said[0].startswith(f"{CULTURE} chủ trì: Phát tờ rơi")
    assert len(said[0]) < 160
    assert len(lines_of("nói rõ hơn", row, is_known=True)) == 4


def paragraph(text: str, title: str = "TỔ CHỨC THỰC HIỆN VÀ KINH PHÍ") -> PlannedParagraph:
    return PlannedParagraph(("III",), title, text, Place("ke-hoach.txt", 30, 30))


def test_a_paragraph_is_neither_shouted_nor_listed() -> None:
    row = row_of(paragraph("- + Kinh phí: - lấy từ ngân sách xã./."))
    first = lines_of("kinh phí ở đâu", row)[0]
    assert first == "Tổ chức thực hiện và kinh phí: Kinh phí: lấy từ ngân sách xã."


def test_what_only_its_task_tells_comes_before_a_paragraph() -> None:
    text = "Việc phát tờ rơi làm tới từng hộ, có ký nhận."
    said = lines_of("khi nào phát tờ rơi", row_of(paragraph(text)), build_task())
    assert said[0].startswith("Thời gian: Trước ngày 05/12/2026")
    assert said[1].endswith(text)
    named = paragraph(f"{CULTURE} phát tờ rơi tới từng hộ.")
    said = lines_of("phát tờ rơi thế nào", row_of(named), build_task())
    assert not any(line.startswith("Chủ trì") for line in said)


@pytest.mark.parametrize(
    ("text", "year", "line"),
    [
        ("khi nào phát tờ rơi", 2024, "Đây là kế hoạch năm 2024."),
        ("khi nào phát tờ rơi", 2027, "Đây là kế hoạch năm 2027."),
        ("when are leaflets distributed", 2024, "This is the plan for 2024."),
        ("khi nào phát tờ rơi", 2026, ""),
        ("năm 2024 khi nào phát tờ rơi", 2024, ""),
    ],
)
def test_another_years_plan_says_so_once(text: str, year: int, line: str) -> None:
    row = row_of(build_task(), year=year)
    said = [each for each in lines_of(text, row) if "kế hoạch năm" in each or "plan for" in each]
    assert [each for each in said if not each.startswith("Nguồn")] == ([line] if line else [])
    assert not any("Đây là" in each for each in lines_of(text, row, is_known=True))


def test_two_places_side_by_side() -> None:
    question = understand("khi nào phát tờ rơi", [], TODAY)
    answer = compose_each(question, [row_of(build_task()), row_of(build_task())], today=TODAY)
    first, second = answer.text.split("\n\n")
    assert first.startswith("Xã Bến Lụa: Trước ngày 05/12/2026")
    assert first == second


@pytest.mark.parametrize(
    ("task", "is_known", "steps"),
    [
        (build_task(), False, (NextStep.AS_WRITTEN, NextStep.REMIND)),
        (build_task(last_day=dt.date(2026, 11, 23)), False, (NextStep.AS_WRITTEN, NextStep.REMIND)),
        (build_task(last_day=dt.date(2026, 11, 20)), False, (NextStep.AS_WRITTEN,)),
        (build_task(last_day=None), False, (NextStep.AS_WRITTEN,)),
        (build_task(), True, (NextStep.AS_WRITTEN, NextStep.LEAD, NextStep.REMIND)),
        (build_task(lead=()), True, (NextStep.AS_WRITTEN, NextStep.REMIND)),
    ],
)
def test_what_may_be_asked_next(
    task: PlannedTask, is_known: bool, steps: tuple[NextStep, ...]
) -> None:
    assert ask("khi nào phát tờ rơi", row_of(task), is_known=is_known).steps == steps


@pytest.mark.parametrize(
    ("text", "tidied"),
    [
        ("- + rà soát;", "Rà soát"),
        ("và đạt 90%.", "Đạt 90%"),
        ("theo quy định./.", "Theo quy định"),
        ("gồm: - một; - hai", "Gồm: một; hai"),
        ("Thẩm định - Phê duyệt - Trả", "Thẩm định - Phê duyệt - Trả"),
        ("một, hai... …", "Một, hai…"),
        ("", ""),
    ],
)
def test_tidying(text: str, tidied: str) -> None:
    assert tidy(text) == tidied


def test_ending() -> None:
    assert end("Rà soát") == "Rà soát."
    assert end("Rà soát;") == "Rà soát."
    assert end("Rà soát…") == "Rà soát…"


@pytest.mark.parametrize(
    ("title", "text", "headed"),
    [
        ("KINH PHÍ THỰC HIỆN", "Lấy từ ngân sách.", "Kinh phí thực hiện: "),
        ("KIỂM SOÁT TTHC QUÝ III", "Làm đều.", "Kiểm soát TTHC quý III: "),
        ("Lưu trữ hồ sơ", "Làm đều.", "Lưu trữ hồ sơ: "),
        ("TỔ CHỨC THỰC HIỆN", "Làm đều.", ""),
        ("KINH PHÍ", "Kinh phí lấy từ ngân sách.", ""),
        ("KẾ HOẠCH CỦA XÃ BẾN LỤA", "Làm đều.", ""),
        ("", "Làm đều.", ""),
    ],
)
def test_headings(title: str, text: str, headed: str) -> None:
    assert head(title, text) == headed


KINDS = (
    *((kind,) for kind in (Asked.DEADLINE, Asked.LEAD, Asked.SUPPORTING, Asked.DELIVERABLE)),
    *((kind,) for kind in (Asked.TARGET, Asked.LEGAL_BASIS, Asked.OTHER)),
    (Asked.LEAD, Asked.DEADLINE, Asked.DELIVERABLE),
)


def check_voice(plan: Plan) -> None:
    """Ask everything of every row; no reply reads like a machine's."""
    stored = replace(plan, tasks=(), paragraphs=())
    question = understand("rà soát hồ sơ của người dân", [], TODAY)
    facts: list[PlannedTask | PlannedParagraph] = [*plan.tasks, *plan.paragraphs]
    for fact in facts:
        row = row_of(fact, stored)
        written = fact.content if isinstance(fact, PlannedTask) else fact.text
        if MACHINE_TALK.search(written):
            continue  # the plan itself, or the scan of it, is written so
        for asked in KINDS:
            answer = compose(replace(question, asked=asked), [row], today=TODAY)
            body = [line for line in answer.text.splitlines() if not line.startswith("Nguồn")]
            assert not MACHINE_TALK.search("\n".join(body)), answer.text
            assert not any(line.lstrip("… ")[:1].islower() for line in body), answer.text
            assert len(answer.text) <= 1500


def test_no_reply_of_the_sample_reads_like_a_machine() -> None:
    check_voice(parse(read(SAMPLE.name, SAMPLE.read_bytes())))


def test_no_reply_of_real_plans_reads_like_a_machine(shared: Path) -> None:
    for name in ("000.txt", "003.txt", "004.txt"):
        check_voice(parse(read(name, (shared / "plans" / name).read_bytes())))


def test_the_office_is_named_as_the_plan_names_it() -> None:
    assert OFFICE in lines_of("ai làm", row_of(build_task(lead=(OFFICE,))))[0]
