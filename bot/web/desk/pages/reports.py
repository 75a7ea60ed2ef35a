"""`/desk/bao-cao`: figures of a period, of cases and of tasks; to be read, printed, downloaded."""

from bot.web.desk.files.reports import REPORT_PATH
from bot.web.desk.page import Desk, DeskPage
from bot.web.desk.reports.charts import build_charts
from bot.web.desk.reports.service import build_service
from bot.web.desk.reports.tables import build_case_figures, build_case_units, build_task_units
from bot.web.desk.widgets.forms import Field, Filled, build_filters
from bot.web.desk.widgets.marks import build_section
from bot.web.desk.words import common
from bot.web.desk.words import reports as words
from bot.web.elements import Tag
from handlers.desk.figures import Report, list_periods, read_report
from handlers.desk.service import ServiceView, read_service
from handlers.desk.visitor import Power, Visitor
from handlers.texts.forms import local_day, write_day
from storage.values import Topic
from storage.work import Work

TOPICS = frozenset({Topic.CASES, Topic.DUE, Topic.PLANS, Topic.PEOPLE})


def add_page(desk: Desk) -> None:
    """Put the page."""

    @desk.page("/desk/bao-cao", power=Power.VIEW_REPORTS, title=common.REPORTS)
    async def reports(page: DeskPage) -> None:
        async def read() -> Report:
            return await page.read(lambda work, visitor: _read(page, work, visitor))

        report = await read()

        fields = _fields(page, report)

        async def choose(filled: Filled) -> None:
            if all(filled.get(each.name) in dict(each.options) for each in fields):
                page.note(**{each.name: filled.get(each.name) for each in fields})
                await page.refresh()

        build_filters(fields, choose, label=words.CHOICE)
        await page.live(TOPICS, read, lambda shown: _build(page, shown))

        async def read_days() -> ServiceView:
            return await page.read(lambda work, visitor: _read_days(page, work, visitor))

        await page.live(frozenset(Topic), read_days, build_service)


async def _read(page: DeskPage, work: Work, visitor: Visitor) -> Report:
    return await read_report(
        work,
        visitor,
        code=page.query.get("ky", ""),
        unit=page.query.get("don-vi", ""),
        now=page.app.clock.now(),
        calendar=page.app.calendar,
    )


async def _read_days(page: DeskPage, work: Work, visitor: Visitor) -> ServiceView:
    name = page.app.settings.place_name
    return await read_service(work, visitor, place_name=name, now=page.app.clock.now())


def _fields(page: DeskPage, report: Report) -> tuple[Field, ...]:
    periods = list_periods(local_day(page.app.clock.now()))
    if report.code not in dict(periods):
        periods = (*periods, (report.code, report.period))
    units = (("", words.ALL_UNITS), *((unit, unit) for unit in report.units))
    return (
        Field("ky", words.PERIOD, "select", value=report.code, options=periods),
        Field("don-vi", words.UNIT, "select", value=report.unit, options=units),
    )


def _build(page: DeskPage, report: Report) -> None:
    _build_head(page, report)
    build_charts(report)
    with build_section(words.CASES, id_="report-cases"):
        build_case_figures(report)
        Tag("h3", words.CASES_UNITS)
        build_case_units(report)
    with build_section(words.TASKS, id_="report-tasks"):
        build_task_units(report)


def _build_head(page: DeskPage, report: Report) -> None:
    with Tag("div", style="desk-report-head"):
        with Tag("div"):
            Tag(
                "h2",
                words.HEAD.format(
                    period=report.period, first=write_day(report.first), last=write_day(report.last)
                ),
            )
            Tag("p", _describe(report), style="desk-hint")
        with Tag("div", style="desk-row desk-no-print"):
            _build_ways(page, report)


def _describe(report: Report) -> str:
    lines = (
        words.OF_UNIT.format(unit=report.unit) + "." if report.unit else "",
        "" if report.is_closed else words.AS_OF.format(day=write_day(report.as_of)),
        words.BASIS.format(basis=report.basis),
    )
    return " ".join(line for line in lines if line)


def _build_ways(page: DeskPage, report: Report) -> None:
    """Lay out the ways to keep the figures: two files, and paper."""
    query = {"ky": report.code, "don-vi": report.unit}
    for name, label in (("xlsx", words.XLSX), ("json", words.JSON)):
        href = page.link(f"{REPORT_PATH}.{name}", **query)
        Tag("a", label, href=href, style="desk-button", id=f"report-{name}")
    Tag("button", words.PRINT, type="button", style="desk-button", id="report-print", data_print="")
