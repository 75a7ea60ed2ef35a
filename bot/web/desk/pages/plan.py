"""`/desk/ke-hoach/{plan_id}`: one plan: its report beside its source, row by row."""

from bot.web.desk.addresses import read_id
from bot.web.desk.page import Desk, DeskPage
from bot.web.desk.plans.deeds import PlanDeeds
from bot.web.desk.plans.head import build_head, build_shows
from bot.web.desk.plans.row_deeds import RowDeeds
from bot.web.desk.plans.rows import build_rows
from bot.web.desk.widgets.forms import find_number
from bot.web.desk.widgets.marks import build_back
from bot.web.desk.widgets.papers import build_paper
from bot.web.desk.words import common
from bot.web.desk.words import plans as words
from bot.web.elements import Tag
from handlers.desk.plans.source import SourceView, read_source
from handlers.desk.plans.view import PlanView, Show, Wanted, read_plan
from handlers.desk.visitor import Power
from storage.values import Topic

WATCHED = frozenset({Topic.PLANS, Topic.DUE, Topic.PEOPLE, Topic.SETTINGS})


def add_page(desk: Desk) -> None:
    """Put the page."""

    @desk.page("/desk/ke-hoach/{plan_id}", power=Power.VIEW_PLANS, title=common.PLANS)
    async def plan(page: DeskPage) -> None:
        plan_id = read_id(page, "plan_id")
        build_back(words.BACK, page.link("/desk/ke-hoach"))
        with Tag("div", style="plan-both"):
            with Tag("div", style="plan-report"):
                await _build_report(page, plan_id)
            with Tag("section", style="plan-source", id="plan-source", aria_label=words.SOURCE):
                await page.live(
                    frozenset({Topic.PLANS}),
                    lambda: page.read(lambda work, visitor: read_source(work, visitor, plan_id)),
                    lambda view: _build_source(page, plan_id, view),
                )


async def _build_report(page: DeskPage, plan_id: int) -> None:
    wanted, app = _read_wanted(page), page.app

    async def read() -> PlanView:
        nonlocal wanted
        view = await page.read(
            lambda work, visitor: read_plan(
                work, visitor, plan_id, wanted, now=app.clock.now(), calendar=app.calendar
            )
        )
        wanted = Wanted(view.show, view.page)  # the row that was asked for is found only once
        return view

    async def open_rows(new: Wanted) -> None:
        nonlocal wanted
        wanted = new
        page.note(hien=new.show.value * (new.show is not Show.ALL), trang=new.page, viec="")
        await page.refresh()

    async def turn(number: int) -> None:
        await open_rows(Wanted(wanted.show, number))
        page.client.run_javascript("motcuaPlans.goToRows()")

    async def show(kind: Show) -> None:
        await open_rows(Wanted(kind))

    def build(view: PlanView) -> None:
        deeds = PlanDeeds(page, view, show)
        build_head(page, view, deeds)
        if view.total:
            build_shows(view, deeds)
        build_rows(view, RowDeeds(page, plan_id, turn))

    await page.live(WATCHED, read, build)


def _read_wanted(page: DeskPage) -> Wanted:
    show, number, row = (page.query.get(name, "") for name in ("hien", "trang", "viec"))
    return Wanted(
        Show(show) if show in tuple(Show) else Show.ALL,
        find_number(number) or 1,
        find_number(row),
    )


def _build_source(page: DeskPage, plan_id: int, view: SourceView) -> None:
    with Tag("div", style="plan-source-head"):
        Tag("h2", words.SOURCE)
        Tag(
            "button", words.CLOSE_SOURCE, type="button", style="desk-button plan-source-close",
            data_close_source="",
        )  # fmt: skip
    if not view.is_kept:
        Tag("p", words.SOURCE_NOT_KEPT if view.lines else words.SOURCE_HIDDEN, style="desk-hint")
    if view.is_cut:
        Tag("p", words.SOURCE_CUT, style="desk-hint")

    def link(row: int) -> tuple[str, str]:
        path = page.link(f"/desk/ke-hoach/{plan_id}", viec=row)
        return f"{path}#viec-{row}", words.SOURCE_TO_ROW.format(row=row)

    label = words.SOURCE_LABEL.format(name=view.name)
    with Tag("div", style="paper", tabindex="0", role="region", aria_label=label):
        if view.lines:
            build_paper(view.lines, link=link)
