"""How messages were answered, on the desk's page of reports and, where wanted, for everybody."""

import httpx

from bot.app import App
from handlers.service.promise import DAY
from storage.own_settings import PUBLICITY
from storage.values import Role
from storage.values.service import ServiceDay
from tests.bot.web.desk.test_frame import enter
from tests.factories.talk import MONDAY

SENTENCE = "Tuần qua, 98% câu trả lời của trợ lý tự động được gửi trong 5 giây, không mất tin nào."


async def keep_yesterday(app: App) -> None:
    async with app.database.write() as work:
        yesterday = ServiceDay(MONDAY.date() - DAY, "web", 200, 197, 5, 12_345, 0)
        await work.service_days.save([yesterday], now=MONDAY)


async def show(app: App) -> None:
    async with app.database.write() as work:
        place = await work.localities.ensure("xã Bến Lụa")
        await work.localities.save_options(place.id, {PUBLICITY: True})


async def test_everybody_reads_it_where_the_office_shows_it(
    app: App, visitor: httpx.AsyncClient
) -> None:
    await keep_yesterday(app)
    assert "câu trả lời được gửi" not in (await visitor.get("/ket-qua")).text
    await show(app)
    assert SENTENCE in (await visitor.get("/ket-qua")).text
    assert "98% of replies" in (await visitor.get("/ket-qua?lang=en")).text


async def test_the_desk_shows_the_days(app: App, visitor: httpx.AsyncClient) -> None:
    await keep_yesterday(app)
    await enter(app, visitor, Role.CLERK)
    page = (await visitor.get("/desk/bao-cao")).text
    for text in ("30 ngày qua: 98% câu trả lời", "98,5%", "12,3 giây", "22/11/2026"):
        assert text in page, text


async def test_the_desk_says_when_nobody_has_asked(app: App, visitor: httpx.AsyncClient) -> None:
    await enter(app, visitor, Role.LEADER)
    assert "Chưa có tin nhắn nào được trả lời" in (await visitor.get("/desk/bao-cao")).text
