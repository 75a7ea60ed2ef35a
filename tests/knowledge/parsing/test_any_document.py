"""Whatever stands in a document, the parser gives a plan."""

from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.files.document import Document, Paragraph, Row, Table
from knowledge.parsing import parse
from knowledge.plan import GUIDE, Place
from tests.knowledge.parsing.texts import plan_of

PIECES = st.sampled_from(
    ["\t", "|", "TT", "Nội dung", "Chủ trì", "Thời gian", "I.", "1.", "a)", "- ", "\n", "\n\n",
     "UBND xã", "Quý I", "Thời gian thực hiện: ", "PHỤ LỤC 1", "Nơi nhận:", "KẾ HOẠCH",
     "Số: /QĐ-UBND",
     "<li>", "**", "tổ chức", "phối hợp với", "31/2/2026", "%", "(", "Căn cứ ", "ỦY BAN NHÂN DÂN",
     "\u00a0", "x"]
)  # fmt: skip
WORDS = st.text(st.characters(exclude_categories=["C"]), max_size=5)


@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES | WORDS, max_size=60))
def test_any_text_gives_a_plan(pieces: list[str]) -> None:
    plan = plan_of("kế hoạch " + " ".join(pieces))
    for task in plan.tasks:
        assert task.content
        assert task.place.source == "thu.txt"


CELLS = st.sampled_from(
    [None, "", "TT", "Nội dung", "Cơ quan chủ trì", "Phối hợp", "Thời gian", "Sản phẩm", "I", "1",
     "a", "2.1", "I. CÂY", "- Đội A - UBND xã", "Quý I", "31/2/2026", "<ul><li>x</li></ul>", "20%",
     "CỘNG HÒA XÃ HỘI", "điểm chuẩn", "1.000.000 đồng", "Quyết định số 5/QĐ-UBND", "*"]
)  # fmt: skip
ROWS = st.lists(st.lists(CELLS | WORDS, max_size=8), max_size=12)
TITLES = st.sampled_from(["KẾ HOẠCH", "PHỤ LỤC 1", "I. CÂY", "Nơi nhận:", "UBND xã tổ chức: ", ""])
TASKS = st.just([["TT", "Nội dung", "Chủ trì", "Thời gian"], ["1", "Trồng", "Đội A", "Quý I"]])
BLOCKS = st.lists(ROWS | TITLES | TASKS, max_size=6)


@settings(max_examples=300, deadline=None)
@given(BLOCKS)
def test_any_tables_give_a_plan(blocks: list[list[list[str | None]] | str]) -> None:
    plan = parse(document_of(blocks))
    tables = [block for block in blocks if block and not isinstance(block, str)]
    assert len(plan.skipped) <= len(tables)
    assert all(len(each.quote) <= 60 for each in plan.skipped)
    if not plan.tasks:  # a guide's tables are its paragraphs
        assert len(plan.skipped) == (0 if plan.kind == GUIDE else len(tables))


def document_of(blocks: list[list[list[str | None]] | str]) -> Document:
    place = Place("thu.docx", table=1, row=1)
    made = (
        Paragraph(block, place)
        if isinstance(block, str)
        else Table(tuple(Row(tuple(cells), place) for cells in block))
        for block in blocks
    )
    return Document("thu.docx", tuple(made))
