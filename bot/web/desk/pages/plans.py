"""`/desk/ke-hoach`: the plans, and where one is uploaded."""

from bot.web.desk.page import Desk, DeskPage
from bot.web.desk.plans.listing import build_list
from bot.web.desk.plans.progress import build_readings
from bot.web.desk.plans.readings import Readings, ReadingView, Stage
from bot.web.desk.widgets.drops import build_drop
from bot.web.desk.widgets.marks import build_section
from bot.web.desk.words import common
from bot.web.desk.words import plans as words
from handlers.desk.plans.listing import read_plans
from handlers.desk.visitor import Power
from knowledge.files.guards import MAX_BYTES
from knowledge.files.reading import SUFFIXES
from storage.values import Topic

WATCHED = frozenset({Topic.PLANS, Topic.DUE, Topic.PEOPLE, Topic.SETTINGS})


def add_page(desk: Desk) -> None:
    """Put the page."""
    readings = Readings(desk.app)

    @desk.page("/desk/ke-hoach", power=Power.VIEW_PLANS, title=common.PLANS)
    async def plans(page: DeskPage) -> None:
        if page.visitor.may(Power.EDIT_PLANS):
            await _build_upload(page, readings)
        app = page.app
        await page.live(
            WATCHED,
            lambda: page.read(
                lambda work, visitor: read_plans(
                    work, visitor, now=app.clock.now(), calendar=app.calendar
                )
            ),
            lambda view: build_list(page, view),
        )


async def _build_upload(page: DeskPage, readings: Readings) -> None:
    async def take(name: str, data: bytes) -> None:
        readings.start(await page.check(Power.EDIT_PLANS), name, data)

    with build_section(words.UPLOAD, id_="nap"):
        hint = words.UPLOAD_HINT.format(limit=MAX_BYTES // 2**20)
        build_drop(
            page, words.UPLOAD_LABEL, take, accept=",".join(SUFFIXES), hint=hint, takes_many=True
        )
        await _follow_readings(page, readings)


async def _follow_readings(page: DeskPage, readings: Readings) -> None:
    """Show the files that are read for the place, by whomever they were sent."""
    place_id = page.visitor.place.id

    async def read() -> tuple[ReadingView, ...]:
        return readings.list(place_id)

    part = await page.live(frozenset(), read, lambda view: build_readings(page, readings, view))
    told = {each.number for each in part.view or () if each.stage is Stage.DONE}

    async def refresh() -> None:
        with page.client:
            await part.refresh()
            for each in part.view or ():
                if each.stage is Stage.DONE and each.number not in told:
                    told.add(each.number)
                    page.tell(words.READ_DONE.format(name=each.name))

    page.client.on_delete(readings.listen(refresh))
