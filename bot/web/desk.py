"""The operator's page at `/quan-tri`."""

from fastapi import Request, Response
from fastapi.responses import RedirectResponse
from nicegui import Client, ui

from bot.app import App
from bot.web import words
from bot.web.elements import Tag, fill_table, prepare_page
from bot.web.overview import Overview, Row, read_overview
from bot.web.thread import read_title
from bot.web.visits import DESK_PATH, is_operator
from handlers.texts.forms import write_day, write_time


def add_desk_page(app: App) -> None:
    """Put the operator's page at `/quan-tri`; who has no session is told how to get a link."""

    @ui.page(DESK_PATH)
    async def desk(request: Request, client: Client) -> Response | None:
        if not await is_operator(app, request):
            return RedirectResponse("/vao", status_code=303)
        prepare_page(client, words.DESK)
        _build(await read_title(app), await read_overview(app))
        return None


def _build(title: str, overview: Overview) -> None:
    with Tag("header", style="desk-head"):
        Tag("h1", words.DESK)
        Tag("p", title)
    with Tag("main", style="desk"):
        with Tag("p", style="desk-time"):
            Tag("span", words.UPDATED.format(time=write_time(overview.now)))
            Tag("a", words.RELOAD, href=DESK_PATH, style="plain-button")
        _build_part(words.PLANS, words.PLAN_COLUMNS, overview.plans, empty=words.NO_PLANS)
        due = words.DUE.format(day=write_day(overview.until))
        _build_part(due, words.DUE_COLUMNS, overview.due, empty=words.NO_DUE)
        if overview.more_due:
            Tag("p", words.MORE.format(count=overview.more_due))
        _build_part(words.QUEUES, words.QUEUE_COLUMNS, overview.queues, empty="")
        _build_part(words.CASES, words.CASE_COLUMNS, overview.cases, empty=words.NO_CASES)


def _build_part(name: str, columns: tuple[str, ...], rows: list[Row], *, empty: str) -> None:
    with Tag("section", style="desk-part"):
        Tag("h2", name)
        if rows:
            fill_table(columns, rows, name=name)
        else:
            Tag("p", empty)
