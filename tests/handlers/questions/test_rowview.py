"""A row as written: asked for after an answer or a list, complete, and in pages where it is long."""

import pytest

from handlers.library.scopes import Row
from handlers.questions.answers import Answer
from handlers.questions.memory import Memory
from handlers.questions.rowview import LONGEST_PAGE, describe_row, show_row, split_pages, view_row
from knowledge.plan import Place, PlannedParagraph
from tests.factories.clerk import BEFORE, load
from tests.factories.plans import CULTURE, build_plan, build_task, store_plan
from tests.factories.talk import Chat

LONG = " ".join(f"Nội dung thứ {n} của việc này rất dài." for n in range(1, 90))
PLAN = store_plan(build_plan())
ROW = Row((1, "task", 0), build_task(), PLAN)
OTHER = Row((1, "task", 1), build_task("Lập danh sách tổ hỗ trợ thôn", lead=()), PLAN)
LONG_ROW = Row((1, "task", 2), build_task(LONG), PLAN)
PARAGRAPH = Row(
    (1, "paragraph", 0),
    PlannedParagraph(("III",), "KINH PHÍ", "Kinh phí lấy từ ngân sách xã.", Place("a", 30, 30)),
    PLAN,
)
ONE = Memory(("ai phát tờ rơi",), (ROW.key,))
LIST = Memory(("có việc gì",), (ROW.key, OTHER.key), 2, None)


def view(text: str, rows: list[Row], memory: Memory) -> Answer:
    found = view_row(text, rows, memory, "vi")
    assert found
    return found


@pytest.mark.parametrize(
    "text",
    [
        "xem nguyên văn",
        "Nguyên văn",
        "nguyen van",
        "cho xem nguyên văn việc này ạ",
        "cho tôi đọc nguyên văn",
        "xem việc này",
        "xem 1",
        "xem viec so 1",
        "toàn văn",
        "show the row",
        "show me the row",
        "as written",
    ],
)
def test_words_that_ask_for_the_row(text: str) -> None:
    answer = view(text, [ROW], ONE)
    assert answer.status == "answered"
    assert [c.place for c in answer.citations] == [ROW.fact.place]


@pytest.mark.parametrize(
    "text",
    [
        "xem kế hoạch 2",
        "xem thêm",
        "xem việc nào trễ",
        "nguyên văn kế hoạch ở đâu",
        "xem lịch tiếp dân",
        "xem 2 việc đầu",
        "show the plan",
        "ai chủ trì?",
        "",
    ],
)
def test_words_that_do_not(text: str) -> None:
    assert view_row(text, [ROW, OTHER], ONE, "vi") is None


def test_every_filled_field_is_shown_and_no_empty_one() -> None:
    assert show_row(ROW, "vi").text.splitlines() == [
        "Mục: TUYÊN TRUYỀN",
        "Nội dung: Phát tờ rơi hướng dẫn nộp hồ sơ trực tuyến",
        f"Chủ trì: {CULTURE}",
        "Thời gian: Trước ngày 05/12/2026",
        "Sản phẩm: Tờ rơi",
        "Nguồn: Kế hoạch số 07/KH-UBND ngày 12/01/2026 của UBND xã Bến Lụa, mục I, STT 1.",
    ]
    assert "Chủ trì" not in show_row(OTHER, "vi").text
    assert show_row(PARAGRAPH, "vi").text.splitlines()[:2] == [
        "Mục: KINH PHÍ",
        "Nguyên văn: Kinh phí lấy từ ngân sách xã.",
    ]
    assert "Content (nội dung): Phát tờ rơi" in show_row(ROW, "en").text


def test_a_number_means_the_row_of_the_list_and_is_then_spoken_of() -> None:
    answer = view("xem 2", [ROW, OTHER], LIST)
    assert "Lập danh sách" in answer.text
    assert answer.memory.focus == 1
    assert "Lập danh sách" in view("xem dòng thứ hai", [ROW, OTHER], LIST).text


@pytest.mark.parametrize(
    ("text", "rows", "memory", "said"),
    [
        ("xem nguyên văn", [], Memory(), "Chưa có nội dung nào"),
        ("xem nguyên văn", [ROW, OTHER], LIST, "có 2 việc"),
        ("xem 7", [ROW, OTHER], LIST, "chỉ có 2 mục"),
        ("xem 0", [ROW, OTHER], LIST, "chỉ có 2 mục"),
    ],
)
def test_what_cannot_be_shown_is_said(
    text: str, rows: list[Row], memory: Memory, said: str
) -> None:
    answer = view(text, rows, memory)
    assert answer.status == "other"
    assert said in answer.text
    assert not answer.citations


def test_a_long_row_comes_in_pages_and_nothing_is_lost() -> None:
    pages = split_pages(describe_row(PLAN.facts, LONG_ROW.fact, "vi"))
    assert len(pages) == 4
    assert all(len(page) <= LONGEST_PAGE for page in pages)
    assert LONG in " ".join(pages).replace("\n", " ")
    memory = Memory(("ai làm",), (LONG_ROW.key,))
    first = view("xem nguyên văn", [LONG_ROW], memory)
    assert len(first.text) <= 1500
    assert "nhắn “xem trang 2” để đọc tiếp" in first.text
    assert [offer.button.says for offer in first.offers] == ["xem trang 2"]
    second = view("xem thêm", [LONG_ROW], memory)
    assert second.text.startswith(pages[1])
    assert view("xem trang 3", [LONG_ROW], memory).text.startswith(pages[2])
    last = view("xem trang 9", [LONG_ROW], memory)
    assert last.text.startswith(pages[3])
    assert not last.offers


def test_a_word_without_end_is_cut() -> None:
    assert [len(page) for page in split_pages(["x" * 2500])] == [1100, 1100, 300]


def test_more_of_the_one_row_that_was_answered_is_all_of_it() -> None:
    assert "Sản phẩm: Tờ rơi" in view("xem thêm", [ROW], ONE).text
    assert view_row("xem thêm", [ROW, OTHER], LIST, "vi") is None


async def test_in_a_citizens_chat(chat: Chat) -> None:
    chat.clock.moment = BEFORE
    await load(chat)
    await chat.says("khi nào phát tờ rơi hướng dẫn nộp hồ sơ trực tuyến")
    assert "Phối hợp: Công an xã" in await chat.says("xem nguyên văn")
    await chat.says("Văn phòng chủ trì những việc gì")
    shown = await chat.says("xem 2")
    assert "Nội dung: Trực đường dây nóng" in shown
    assert "Sổ theo dõi" in await chat.says("sản phẩm là gì?")
    assert "Chưa có nội dung nào" in await chat.other("hoa").says("xem 2")
