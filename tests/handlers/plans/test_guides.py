"""Guides: stored, reported, confirmed and answered from; whoever may not read gets nothing."""

import pytest

from handlers.errors import HandlerError
from handlers.plans import ImportReport, word_confirmation, word_report
from knowledge.errors import KnowledgeError
from knowledge.search.nano import NanoEmbedder
from storage.database import Database
from tests.factories.clerk import PLACE, add, link_clerk
from tests.factories.guides import BIRTH, build_birth_docx, build_fees_docx
from tests.factories.talk import Chat, build_chat

ANSWERED = [
    ("khai sinh cần giấy tờ gì", "Giấy chứng sinh bản chính"),
    ("Đăng ký khai sinh cần những giấy tờ gì?", "Giấy chứng sinh bản chính"),
    ("lam khai sinh can giay to gi", "Giấy chứng sinh bản chính"),
    ("lệ phí khai sinh bao nhiêu", "quá 60 ngày thu 5.000 đồng"),
    ("le phi khai sinh bao nhieu", "quá 60 ngày thu 5.000 đồng"),
    ("đăng ký khai sinh có mất phí không", "quá 60 ngày thu 5.000 đồng"),
    ("lam khai sinh may ngay", "Ngay trong ngày nhận đủ hồ sơ"),
    ("làm khai sinh mất mấy ngày", "Ngay trong ngày nhận đủ hồ sơ"),
    ("nộp khai sinh ở đâu", "Quầy số 2"),
]
REFUSED = [
    "đăng ký kết hôn cần giấy tờ gì",
    "khai tử cần giấy tờ gì",
    "lệ phí chứng thực bao nhiêu",
    "lam the can cuoc mat may ngay",
    "làm sổ đỏ mất bao nhiêu tiền",
]


@pytest.fixture
def chat(sqlite: Database) -> Chat:
    return build_chat(sqlite)


async def load_guide(chat: Chat, name: str, data: bytes, *, is_public: bool = True) -> ImportReport:
    now = chat.clock.now()
    report = await chat.app.plans.add(name, data, now=now, locality=PLACE, is_announced=False)
    if is_public:
        await chat.app.plans.publish(report.plan_id, is_public=True)
    await chat.app.plans.confirm(report.plan_id, now=now)
    return report


def said(report: ImportReport, *, is_full: bool = False) -> str:
    return "\n".join(line.text for line in word_report(report, "vi", is_full=is_full))


@pytest.mark.parametrize(
    ("name", "data"), [("khai-sinh.txt", BIRTH.encode()), ("khai-sinh.docx", build_birth_docx())]
)
async def test_a_guide_answers_with_its_source(chat: Chat, name: str, data: bytes) -> None:
    await load_guide(chat, name, data)
    for question, fact in ANSWERED:
        told = await chat.says(question)
        assert fact.split(" đủ")[0].split("thu ")[-1] in told, question
        assert "Nguồn: Hướng dẫn đăng ký khai sinh" in told
        assert "không ghi số" not in told


async def test_other_procedures_are_refused(chat: Chat) -> None:
    await load_guide(chat, "khai-sinh.txt", BIRTH.encode())
    for question in REFUSED:
        told = await chat.says(question)
        assert "Nguồn:" not in told, question
        assert "chứng sinh" not in told


async def test_the_bundled_embedder_finds_the_same(sqlite: Database) -> None:
    chat = build_chat(sqlite, embedder=NanoEmbedder())
    await load_guide(chat, "khai-sinh.txt", BIRTH.encode())
    for question, fact in ANSWERED:
        assert fact in await chat.says(question), question
    for question in REFUSED:
        assert "Nguồn:" not in await chat.says(question), question


async def test_a_row_of_a_table_is_found(chat: Chat) -> None:
    await load_guide(chat, "phi.docx", build_fees_docx())
    told = await chat.says("lệ phí trích lục khai sinh bao nhiêu")
    assert "8.000 đồng/bản" in told
    assert "15.000" not in told.partition("Nguồn:")[0]


async def test_its_report_says_what_it_is_for(chat: Chat) -> None:
    report = await chat.app.plans.add(
        "khai-sinh.txt", BIRTH.encode(), now=chat.clock.now(), locality=PLACE
    )
    text = said(report)
    assert text.startswith("Tài liệu hướng dẫn 1: Hướng dẫn đăng ký khai sinh\n")
    assert f"địa phương: {PLACE}" in text
    assert "5 đoạn, không có việc nào; khi xác nhận, dùng để trả lời, không nhắc việc." in text
    assert "Nội bộ: văn bản này chỉ được dùng để trả lời cán bộ" in text
    assert "[mục 3] Đăng ký khai sinh – Lệ phí" in text
    assert "thì trả vào ngày làm việc tiếp theo." in said(report, is_full=True)


async def test_it_is_confirmed_without_due_days(chat: Chat) -> None:
    report = await chat.app.plans.add(
        "khai-sinh.txt", BIRTH.encode(), now=chat.clock.now(), locality=PLACE
    )
    result = await chat.app.plans.confirm(report.plan_id, now=chat.clock.now())
    text = word_confirmation(result, "vi")
    assert text.startswith("Đã xác nhận tài liệu hướng dẫn 1.\n")
    assert "hạn" not in text
    assert (result.open_days, result.past_days) == (0, 0)


async def test_a_new_edition_of_the_same_name_replaces_it(chat: Chat) -> None:
    await load_guide(chat, "khai-sinh.txt", BIRTH.encode())
    newer = BIRTH.replace("thu 5.000 đồng", "thu 7.000 đồng")
    report = await chat.app.plans.add(
        "khai-sinh-moi.txt", newer.encode(), now=chat.clock.now(), locality=PLACE
    )
    assert "Khi xác nhận, bản này thay thế tài liệu 1." in said(report)
    result = await chat.app.plans.confirm(report.plan_id, now=chat.clock.now())
    assert "Tài liệu 1 được thay thế." in word_confirmation(result, "vi")
    assert result.is_public  # as its forerunner was
    told = await chat.says("lệ phí khai sinh bao nhiêu")
    assert "7.000 đồng" in told
    assert "5.000" not in told


async def test_the_same_file_again_is_no_news(chat: Chat) -> None:
    await load_guide(chat, "khai-sinh.txt", BIRTH.encode())
    again = await chat.app.plans.add(
        "khai-sinh.txt", BIRTH.encode(), now=chat.clock.now(), locality=PLACE
    )
    assert (again.plan_id, again.outcome.value) == (1, "unchanged")


@pytest.mark.parametrize("text", ["....\n", "TIÊU ĐỀ MỘT MÌNH\n", "Nơi nhận:\n- Lưu: VT.\n"])
async def test_a_file_without_text_to_answer_from_is_refused(chat: Chat, text: str) -> None:
    with pytest.raises(KnowledgeError, match="no_text"):
        await add(chat, text, locality=PLACE)


async def test_a_guide_that_names_no_place_is_of_the_one_served(chat: Chat) -> None:
    with pytest.raises(HandlerError, match="no_locality"):
        await add(chat, BIRTH)
    async with chat.app.database.write() as work:
        await work.localities.ensure(PLACE)
    report = await add(chat, BIRTH)
    assert report.plan.locality == PLACE
    elsewhere = await add(chat, BIRTH.replace("chứng sinh", "chứng sinh của tỉnh Lam Hà"))
    assert elsewhere.plan.locality == PLACE
    async with chat.app.database.write() as work:
        await work.localities.ensure("xã Đồi Sim")
    with pytest.raises(HandlerError, match="no_locality"):
        await add(chat, BIRTH + "\nThêm một đoạn nữa cho khác tệp trước.\n")
    named = await add(chat, BIRTH + "\nGọi UBND xã Đồi Sim để hỏi thêm.\n")
    assert named.plan.locality == "xã Đồi Sim"


async def test_a_clerk_reads_and_confirms_it_in_chat(chat: Chat) -> None:
    await link_clerk(chat)
    await add(chat, BIRTH, locality=PLACE)
    before = len(chat.heard())
    await chat.app.drain()
    [told] = chat.heard()[before:]
    assert told.startswith("Tài liệu hướng dẫn 1 vừa được nạp, chờ Anh/Chị kiểm tra: Hướng dẫn")
    assert "Đọc được 5 đoạn, không có việc nào." in told
    assert "Tài liệu hướng dẫn 1: Hướng dẫn đăng ký khai sinh." in await chat.says("kế hoạch")
    assert "Từng đoạn dùng để trả lời:" in await chat.says("xem tài liệu 1")
    assert "Đã xác nhận tài liệu hướng dẫn 1." in await chat.says("xác nhận tài liệu 1")
