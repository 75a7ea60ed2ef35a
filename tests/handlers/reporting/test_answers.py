"""When a report is due, read aloud: the row, what it does not say, the data by law, the rule."""

import datetime as dt

import pytest

from handlers.questions.memory import Memory
from handlers.reporting import RuleRequest, add_rule
from storage.database import Database
from tests.factories.reports import (
    CHECK,
    DATED,
    GENERAL,
    NAMED,
    REFERS,
    ask,
    hear,
    load_plans,
    write_plan,
)
from tests.factories.talk import MONDAY, Chat

PLAN = "Kế hoạch số 09/KH-UBND ngày 12/01/2026"
DATA = "Số liệu quý III tính từ 15/6 đến hết 14/9 (Nghị định 09/2019/NĐ-CP, Điều 12)"
UNKNOWN = "; ngày gửi theo quy định riêng mà cơ quan chưa nhập vào hệ thống."
RULE = "theo quy định do cơ quan nhập: Công văn số 45/UBND-VP."
DUE = f"Hạn gửi: thứ Sáu 18/9/2026, {RULE}"


async def enter(chat: Chat, period: str = "quarter", day: int = 18, **more: object) -> None:
    """Enter a rule of the only place."""
    async with chat.app.database.read() as work:
        [place, *_] = await work.localities.list_all()
    request = RuleRequest(period, day, "Công văn số 45/UBND-VP", **more)  # type: ignore[arg-type]
    await add_rule(chat.app.database, place.id, request, now=MONDAY, by="test")


@pytest.mark.parametrize(
    ("rows", "heard"),
    [
        (
            [NAMED],
            (
                f"{PLAN} có giao báo cáo quý III nhưng không ghi ngày gửi (mục II.II, STT 1).\n"
                f"{DATA}{UNKNOWN}"
            ),
        ),
        (
            [GENERAL],
            (
                f"{PLAN} có giao báo cáo định kỳ nhưng không ghi ngày gửi, chỉ ghi “Định kỳ theo quy "
                f"định” (mục II.II, STT 1).\n{DATA}{UNKNOWN}"
            ),
        ),
        (
            [CHECK, REFERS],
            (
                f"{PLAN} có giao báo cáo quý III nhưng không ghi ngày gửi, chỉ dẫn chiếu Thông tư số "
                f"05/2025/TT-ABC ngày 10/3/2025 (mục II.II, STT 2).\n{DATA}{UNKNOWN}"
            ),
        ),
        (
            [NAMED, REFERS, GENERAL],
            (
                f"{PLAN} có giao báo cáo quý III nhưng không ghi ngày gửi, chỉ dẫn chiếu Thông tư số "
                "05/2025/TT-ABC ngày 10/3/2025 (mục II.II, STT 1; mục II.II, STT 2).\n"
                f"{DATA}{UNKNOWN}"
            ),
        ),
        (
            [DATED],
            (
                "Trước ngày 10 của tháng cuối quý, tức chậm nhất thứ Tư 09/9/2026 – Gửi báo cáo quý về "
                "Văn phòng xã.\nChủ trì: Phòng Kinh tế.\n"
                f"Nguồn: {PLAN} của UBND xã Bến Lụa, mục II.II, STT 1."
            ),
        ),
        (
            [CHECK],
            (
                "Chưa tìm thấy báo cáo quý III trong kế hoạch hiện có của xã Bến Lụa.\n"
                f"{DATA}{UNKNOWN}"
            ),
        ),
    ],
    ids=["named", "general", "refers", "several", "dated", "none"],
)
async def test_the_flagship_question(chat: Chat, rows: list[str], heard: str) -> None:
    await load_plans(chat, write_plan(*rows))
    for text in ("hạn báo cáo quý III là khi nào?", "han bao cao quy 3 khi nao", "hạn bc q3 v"):
        answer = await ask(chat.app.database, text)
        assert answer
        assert answer.text == heard
        assert answer.status == ("not_found" if rows == [CHECK] else "answered")
        assert bool(answer.citations) is (rows != [CHECK])
        assert answer.basis == (() if rows == [DATED] else (f"{DATA}.",))


async def test_other_periods_of_a_plan_that_names_some(chat: Chat) -> None:
    await load_plans(chat, write_plan(NAMED))
    database = chat.app.database
    assert await hear(database, "hạn báo cáo quý IV") == (
        f"{PLAN} có giao báo cáo định kỳ nhưng không nêu riêng báo cáo quý IV; thời gian ghi "
        "“Quý I, II, III và năm” (mục II.II, STT 1).\n"
        "Số liệu quý IV tính từ 15/9 đến hết 14/12 (Nghị định 09/2019/NĐ-CP, Điều 12)" + UNKNOWN
    )
    said = await hear(database, "báo cáo quý I năm 2026 nộp ngày nào")
    assert "có giao báo cáo quý I/2026 nhưng" in said
    assert "Số liệu quý I/2026 tính từ 15/12/2025 đến hết 14/3/2026" in said
    said = await hear(database, "báo cáo năm gửi khi nào")
    assert "Số liệu năm tính từ 15/12 năm trước đến hết 14/12 (" in said
    said = await hear(database, "bao cao thang gui khi nao")
    assert "mỗi tháng tính từ ngày 15 tháng trước đến hết ngày 14 của tháng báo cáo" in said
    said = await hear(database, "hạn báo cáo quý")
    assert "có giao báo cáo hằng quý nhưng không ghi ngày gửi" in said
    assert "ngày 15 của tháng liền trước quý đến hết ngày 14 của tháng cuối quý" in said
    said = await hear(database, "báo cáo 9 tháng hạn nào")
    assert "Điều 12; theo nguồn tham khảo, chưa đối chiếu nguyên văn)" in said


async def test_the_rule_of_the_office_gives_the_day(chat: Chat) -> None:
    await load_plans(chat, write_plan(NAMED))
    await enter(chat)
    answer = await ask(chat.app.database, "hạn báo cáo quý III là khi nào?")
    assert answer
    assert answer.text == (
        f"{PLAN} có giao báo cáo quý III nhưng không ghi ngày gửi (mục II.II, STT 1).\n"
        f"{DATA}. {DUE}"
    )
    assert answer.basis == (f"{DATA}.", DUE)
    said = await hear(chat.app.database, "hạn báo cáo quý")
    assert "Hạn gửi báo cáo quý: ngày 18 của tháng cuối kỳ, lần tới là thứ Sáu 18/12/2026" in said
    said = await hear(chat.app.database, "hạn báo cáo quý II năm 2027")
    assert said.startswith(f"Hạn gửi: thứ Sáu 18/6/2027, {RULE} Số liệu quý II/2027 tính từ")
    assert said.endswith("Chưa tìm thấy báo cáo quý II/2027 trong kế hoạch hiện có của xã Bến Lụa.")


async def test_a_day_off_is_told_and_never_moved(chat: Chat) -> None:
    await load_plans(chat, write_plan(NAMED))
    await enter(chat, day=18, months_after=1)
    assert (
        "Hạn gửi: Chủ nhật 18/10/2026 (ngày nghỉ; ngày làm việc liền trước là thứ Sáu 16/10/2026), "
    ) in await hear(chat.app.database, "hạn báo cáo quý III")


async def test_a_rule_stands_beside_a_row_with_a_day(chat: Chat) -> None:
    await load_plans(chat, write_plan(DATED, NAMED))
    await enter(chat)
    answer = await ask(chat.app.database, "hạn báo cáo quý III là khi nào?")
    assert answer
    assert answer.text.startswith("Trước ngày 10 của tháng cuối quý, tức chậm nhất thứ Tư 09/9")
    assert answer.text.endswith(DUE)
    assert answer.basis == (DUE,)


async def test_a_rule_without_any_row_is_an_answer(chat: Chat) -> None:
    await load_plans(chat, write_plan(CHECK))
    await enter(chat)
    answer = await ask(chat.app.database, "hạn báo cáo quý III là khi nào?")
    assert answer
    assert (answer.status, answer.citations) == ("answered", ())
    assert answer.text.startswith(f"{DUE} {DATA}.\n")


async def test_a_rule_of_another_time_is_not_told(chat: Chat) -> None:
    await load_plans(chat, write_plan(NAMED))
    await enter(chat, valid_from=dt.date(2027, 1, 1))
    said = await hear(chat.app.database, "hạn báo cáo quý III là khi nào?")
    assert said.endswith(UNKNOWN)


async def test_a_plan_of_a_past_year_says_so(chat: Chat) -> None:
    await load_plans(chat, write_plan(NAMED, year=2025))
    said = await hear(chat.app.database, "hạn báo cáo quý III")
    assert said.endswith(f"{UNKNOWN}\nĐây là kế hoạch năm 2025.")
    await enter(chat)
    said = await hear(chat.app.database, "hạn báo cáo quý III")
    assert "Hạn gửi: quý III/2025 – thứ Năm 18/9/2025; quý III/2026 – thứ Sáu 18/9/2026," in said
    said = await hear(chat.app.database, "hạn báo cáo quý này")
    assert "có giao báo cáo định kỳ nhưng không nêu riêng báo cáo quý IV;" in said
    assert "Số liệu quý IV/2026 tính từ 15/9/2026 đến hết 14/12/2026" in said
    said = await hear(chat.app.database, "hạn báo cáo quý III năm 2025")
    assert "Đây là kế hoạch" not in said
    assert "Hạn gửi: thứ Năm 18/9/2025, theo" in said
    assert await ask(chat.app.database, "hạn báo cáo quý III năm 2020") is not None


async def test_the_latest_plan_speaks(chat: Chat) -> None:
    await load_plans(chat, write_plan(NAMED, year=2025), write_plan(GENERAL, number="12"))
    answer = await ask(chat.app.database, "hạn báo cáo quý III")
    assert answer
    assert answer.text.startswith("Kế hoạch số 12/KH-UBND ngày 12/01/2026 có giao báo cáo định kỳ")
    assert len(answer.citations) == 1


async def test_two_plans_of_one_year_both_speak(chat: Chat) -> None:
    await load_plans(chat, write_plan(NAMED), write_plan(NAMED, number="12"))
    said = await hear(chat.app.database, "hạn báo cáo quý III")
    assert said.count("có giao báo cáo quý III nhưng không ghi ngày gửi") == 2


async def test_an_english_question(chat: Chat) -> None:
    await load_plans(chat, write_plan(NAMED))
    await enter(chat)
    assert await hear(chat.app.database, "when is the report for quarter III due?") == (
        f"{PLAN} asks for the report for quarter III but states no day to send by (mục II.II, STT "
        "1).\nThe data of quarter III run from 15 June through 14 September (Nghị định "
        "09/2019/NĐ-CP, Điều 12). Due: Friday 18 September 2026, by the rule that the office has "
        "entered: Công văn số 45/UBND-VP."
    )


async def test_the_place_is_asked_for(chat: Chat) -> None:
    await load_plans(chat, write_plan(NAMED), write_plan(GENERAL, name="Đồi Sim"))
    answer = await ask(chat.app.database, "hạn báo cáo quý III là khi nào?", place=None)
    assert answer
    assert answer.status == "ambiguous"
    assert "xã Bến Lụa; xã Đồi Sim" in answer.text
    said = await hear(chat.app.database, "hạn báo cáo quý III xã Đồi Sim", place=None)
    assert said.startswith(f"{PLAN} của UBND xã Đồi Sim có giao báo cáo định kỳ")
    both = await ask(
        chat.app.database, "hạn báo cáo quý III của xã Bến Lụa và xã Đồi Sim", place=None
    )
    assert both
    assert len(both.citations) == 2
    assert both.text.count("\n\n") == 1


async def test_the_data_need_no_place(chat: Chat) -> None:
    await load_plans(chat, write_plan(NAMED), write_plan(GENERAL, name="Đồi Sim"))
    answer = await ask(chat.app.database, "số liệu quý III chốt ngày nào", place=None)
    assert answer
    assert (answer.status, answer.text, answer.basis) == ("answered", f"{DATA}.", (f"{DATA}.",))


async def test_the_superior_speaks_where_the_own_plan_is_silent(chat: Chat) -> None:
    await load_plans(chat, write_plan(CHECK), write_plan(NAMED, name="Đồi Sim"))
    async with chat.app.database.write() as work:
        [own, above] = await work.localities.list_all()
        await work.localities.set_parent(own.id, above.id)
    said = await hear(chat.app.database, "hạn báo cáo quý III")
    assert said.startswith(
        "Tại đây chưa có tài liệu của xã Bến Lụa nêu việc này; theo kế hoạch của cấp trên"
    )
    assert "có giao báo cáo quý III nhưng không ghi ngày gửi" in said


@pytest.mark.parametrize(
    "text",
    [
        "hạn báo cáo phòng chống cháy rừng quý III",
        "hạn báo cáo quý III của xã Lũng Tre",
        "ai báo cáo quý III",
        "hạn trồng cây",
        "",
    ],
)
async def test_what_is_left_to_the_search(chat: Chat, text: str) -> None:
    await load_plans(chat, write_plan(NAMED))
    assert await ask(chat.app.database, text) is None


async def test_a_subject_chooses_the_row(chat: Chat) -> None:
    await load_plans(chat, write_plan(NAMED, GENERAL))
    answer = await ask(chat.app.database, "hạn báo cáo biểu số liệu cây xanh quý III")
    assert answer
    assert [citation.ref for citation in answer.citations] == ["mục II.II, STT 2"]


async def test_what_else_was_asked_is_served(chat: Chat) -> None:
    await load_plans(chat, write_plan(NAMED))
    said = await hear(chat.app.database, "hạn báo cáo quý III là khi nào, ai chủ trì")
    assert said.endswith("\nChủ trì: Văn phòng xã.")


async def test_the_answer_is_remembered(chat: Chat) -> None:
    await load_plans(chat, write_plan(NAMED))
    answer = await ask(chat.app.database, "hạn báo cáo quý III", memory=Memory(("trước",)))
    assert answer
    assert answer.memory.asked == ("trước", "hạn báo cáo quý III")
    assert [kind for _, kind, _ in answer.memory.rows] == ["task"]


async def test_a_rule_is_only_told_where_it_was_entered(sqlite: Database, chat: Chat) -> None:
    await load_plans(chat, write_plan(NAMED), write_plan(NAMED, name="Đồi Sim"))
    await enter(chat)
    assert (await hear(sqlite, "hạn báo cáo quý III", place="xã Đồi Sim")).endswith(UNKNOWN)
