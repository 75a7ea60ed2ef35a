"""How the last days were served: one sentence and a table."""

import datetime as dt

from bot.web.desk.reports.tables import write_share
from bot.web.desk.widgets.marks import build_section
from bot.web.desk.widgets.tables import Column, build_table
from bot.web.desk.words import reports as words
from bot.web.elements import Tag
from handlers.desk.service import ServiceView
from handlers.figures.wording import write_number
from handlers.service.promise import SHARE, Served
from handlers.service.wording import say_served
from handlers.texts.forms import write_day


def build_service(view: ServiceView) -> None:
    """Lay out how messages of the last thirty days were answered."""
    columns = (
        Column(words.SERVICE_DAY, "tight"),
        Column(words.SERVICE_REPLIES, "num"),
        Column(words.SERVICE_SHARE, "num", words.SERVICE_MEANINGS["share"]),
        Column(words.SERVICE_SLOWEST, "num", words.SERVICE_MEANINGS["slowest"]),
        Column(words.SERVICE_LOST, "num", words.SERVICE_MEANINGS["lost"]),
    )
    with build_section(words.SERVICE, id_="report-service"):
        if told := say_served(view.whole, key="service_month"):
            Tag("p", told, id="service-told")
            goal = {"share": round(SHARE * 100), "seconds": view.whole.seconds}
            Tag("p", words.SERVICE_GOAL.format(**goal), style="desk-hint")
        rows = [_row(day, served) for day, served in view.days]
        build_table(words.SERVICE_TABLE, columns, rows, empty=words.SERVICE_EMPTY)


def _row(day: dt.date, served: Served) -> tuple[str, ...]:
    slowest = words.SERVICE_SECONDS.format(seconds=write_number(served.slowest, "vi"))
    return (
        write_day(day),
        str(served.replies),
        write_share(served.share),
        slowest,
        str(served.lost),
    )
