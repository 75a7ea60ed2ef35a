"""Which places answer whom: the chat's own, the one named, the one above; public or all."""

import datetime as dt

import pytest

from bot.app import App, build
from handlers.faq.service import NewFaq, add_faq
from handlers.people import NewInvitation, invite
from storage.database import Database
from storage.values import Address
from tests.factories.talk import MONDAY, Chat, FixedClock, RecordingChannel, build_settings

CLOCK = FixedClock()
PLAN = """ỦY BAN NHÂN DÂN
{level_name}
Số: {number}/KH-UBND
{name}, ngày 12 tháng 01 năm 2026

KẾ HOẠCH
{title}

Căn cứ tình hình thực tế, Ủy ban nhân dân {place} ban hành kế hoạch như sau:

II. NHIỆM VỤ CỤ THỂ

TT\tNội dung công việc\tCơ quan chủ trì\tCơ quan phối hợp\tThời gian thực hiện\tDự kiến sản phẩm
{rows}
"""
COMMUNE = (
    "1\tPhát tờ rơi hướng dẫn nộp hồ sơ trực tuyến\tPhòng Văn hóa - Xã hội\tCông an xã"
    "\tTrước ngày 05/12/2026\tTờ rơi được phát\n"
    "2\tLập danh sách tổ hỗ trợ thôn\tVăn phòng UBND xã\t\tChậm nhất ngày 27/11/2026\tDanh sách"
)
PROVINCE = (
    "1\tPhát tờ rơi hướng dẫn nộp hồ sơ trực tuyến\tUBND các xã, phường\tSở Khoa học"
    "\tTrước ngày 20/11/2026\tBáo cáo\n"
    "2\tTập huấn chữ ký số cho công chức\tSở Nội vụ\t\tChậm nhất ngày 30/9/2026\tLớp tập huấn"
)
OTHER = "1\tKhơi thông cống rãnh quanh chợ\tTrạm Y tế\tCông an xã\tTrước ngày 10/10/2026\tBiên bản"


def write_plan(place: str, number: str, title: str, rows: str) -> bytes:
    name = place.split(" ", 1)[1]
    text = PLAN.format(
        level_name=place.upper(), number=number, name=name, title=title, place=place, rows=rows
    )
    return text.encode()


async def load(app: App, place: str, rows: str, number: str, *, is_public: bool = True) -> None:
    data = write_plan(place, number, "Nâng cao chất lượng phục vụ người dân năm 2026", rows)
    report = await app.plans.add(f"{number}.txt", data, now=MONDAY, locality=place)
    await app.plans.confirm(report.plan_id, now=MONDAY)
    if is_public:
        await app.plans.publish(report.plan_id, is_public=True)


@pytest.fixture
async def app(sqlite: Database) -> App:
    app = build(build_settings(), sqlite, clock=CLOCK)
    await load(app, "xã Bến Lụa", COMMUNE, "07")
    await load(app, "tỉnh Lam Hà", PROVINCE, "11")
    await load(app, "xã Đồi Chè", OTHER, "15")
    async with sqlite.write() as work:
        places = {place.name: place.id for place in await work.localities.list_all()}
        await work.localities.set_parent(places["xã Bến Lụa"], places["tỉnh Lam Hà"])
    return app


async def ask(
    app: App, text: str, *, place: str | None = "xã Bến Lụa", is_official: bool = False
) -> str:
    async with app.database.read() as work:
        own = await work.localities.find(place) if place else None
    answer = await app.questions.answer(
        text, today=dt.date(2026, 11, 23), place=own, is_official=is_official
    )
    return f"[{answer.status}] {answer.text}"


async def test_the_own_plan_answers_first_and_the_other_day_is_told(app: App) -> None:
    said = await ask(app, "Hạn phát tờ rơi hướng dẫn nộp hồ sơ trực tuyến là khi nào?")
    own, above = said.index("05/12/2026"), said.index("20/11/2026")
    assert own < above
    assert "cấp trên (tỉnh Lam Hà)" in said
    assert "Kế hoạch số 11/KH-UBND" in said


async def test_a_superior_answers_where_the_own_plan_is_silent(app: App) -> None:
    said = await ask(app, "Tập huấn chữ ký số cho công chức hạn đến khi nào?")
    assert said.startswith("[answered] Tại đây chưa có tài liệu của xã Bến Lụa nêu việc này")
    assert "30/9/2026" in said
    assert "Kế hoạch số 11/KH-UBND" in said


@pytest.mark.parametrize(
    "text",
    [
        "Hạn khơi thông cống rãnh quanh chợ là khi nào?",
        "Xã Đồi Chè khơi thông cống rãnh quanh chợ khi nào?",
        "doi che co nhung viec gi",
        "xã Đồi Chè có bao nhiêu nhiệm vụ",
        "kế hoạch của xã Đồi Chè số mấy",
    ],
)
async def test_another_place_s_rows_are_never_given(app: App, text: str) -> None:
    said = await ask(app, text, is_official=True)
    assert said.startswith("[not_found]")
    assert "10/10/2026" not in said
    assert "15/KH-UBND" not in said


async def test_a_superior_does_not_see_below(app: App) -> None:
    said = await ask(app, "Lập danh sách tổ hỗ trợ thôn khi nào?", place="tỉnh Lam Hà")
    assert "27/11/2026" not in said


async def test_without_an_own_place_the_named_one_answers(app: App) -> None:
    said = await ask(app, "Xã Đồi Chè khơi thông cống rãnh quanh chợ khi nào?", place=None)
    assert "10/10/2026" in said
    assert "Ông/Bà hỏi về nơi nào" in await ask(
        app, "hạn phát tờ rơi hướng dẫn nộp hồ sơ trực tuyến", place=None
    )


async def test_citizens_are_answered_from_public_plans_only(sqlite: Database) -> None:
    app = build(build_settings(), sqlite, clock=CLOCK)
    await load(app, "xã Bến Lụa", COMMUNE, "07", is_public=False)
    text = "Hạn phát tờ rơi hướng dẫn nộp hồ sơ trực tuyến là khi nào?"
    assert (await ask(app, text)).startswith("[not_found]")
    assert "05/12/2026" in await ask(app, text, is_official=True)
    await app.plans.publish(1, is_public=True)
    assert "05/12/2026" in await ask(app, text)
    await app.plans.publish(1, is_public=False)
    assert (await ask(app, text)).startswith("[not_found]")


async def test_an_official_of_another_place_is_a_stranger_here(sqlite: Database) -> None:
    channel = RecordingChannel()
    app = build(build_settings(), sqlite, clock=CLOCK, channels={"web": channel})
    await load(app, "xã Bến Lụa", COMMUNE, "07", is_public=False)
    await load(app, "xã Đồi Chè", OTHER, "15", is_public=False)
    chat = Chat(app, channel, CLOCK, Address("web", "tram-y-te"))
    await link(app, chat, place="xã Đồi Chè", office="Trạm Y tế")
    assert "10/10/2026" in await chat.says("Khơi thông cống rãnh quanh chợ khi nào?")
    said = await chat.says("Xã Bến Lụa phát tờ rơi hướng dẫn nộp hồ sơ trực tuyến khi nào?")
    assert "05/12/2026" not in said


async def test_a_superior_s_internal_papers_are_its_own(sqlite: Database) -> None:
    app = build(build_settings(), sqlite, clock=CLOCK)
    await load(app, "xã Bến Lụa", COMMUNE, "07", is_public=False)
    await load(app, "tỉnh Lam Hà", PROVINCE, "11", is_public=False)
    async with sqlite.write() as work:
        places = {place.name: place.id for place in await work.localities.list_all()}
        await work.localities.set_parent(places["xã Bến Lụa"], places["tỉnh Lam Hà"])
    asked, answer = "Máy photo tầng hai mượn của ai?", "Mượn của phòng hành chính."
    new = NewFaq(places["tỉnh Lam Hà"], asked, answer, "operator", is_public=False)
    await add_faq(app.database, app.library, new, now=MONDAY)
    plan = "Tập huấn chữ ký số cho công chức hạn đến khi nào?"
    for place, is_told in (("xã Bến Lụa", False), ("tỉnh Lam Hà", True)):
        assert ("30/9/2026" in await ask(app, plan, place=place, is_official=True)) == is_told
        assert (answer in await ask(app, asked, place=place, is_official=True)) == is_told
    assert "05/12/2026" in await ask(
        app, "Hạn phát tờ rơi hướng dẫn nộp hồ sơ trực tuyến là khi nào?", is_official=True
    )
    await app.plans.publish(2, is_public=True)
    assert "30/9/2026" in await ask(app, plan, is_official=True)


async def link(app: App, chat: Chat, *, place: str, office: str) -> None:
    code = await invite(app.database, NewInvitation(place, office, "Lê Thị Hoa"), now=MONDAY)
    await chat.says(code)
