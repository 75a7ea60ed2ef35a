"""Due days by month: a table of weeks, on a phone a list of days."""

import datetime as dt
from functools import partial

from bot.web.desk.due.asking import LIST, PATH, TOPICS, Asked, link_item
from bot.web.desk.page import DeskPage
from bot.web.desk.widgets.marks import build_button
from bot.web.desk.words import calendar as words
from bot.web.elements import Tag
from handlers.desk.due.month import Day, DayItem, Month, find_month, read_month
from handlers.desk.due.words import TaskWords
from handlers.texts.forms import capital, local_day, write_day, write_weekday_name
from storage.values import DueState


async def build_month(page: DeskPage, asked: Asked, task_words: TaskWords) -> None:
    """Lay out the month that is asked for; it follows changes."""
    app = page.app

    async def read() -> Month:
        first = find_month(asked.month, today=local_day(app.clock.now()))
        return await page.read(
            lambda work, visitor: read_month(
                work, visitor, asked.as_query(), task_words,
                first=first, now=app.clock.now(), calendar=app.calendar,
            )
        )  # fmt: skip

    async def go(month: str) -> None:
        asked.month = month
        page.note(**asked.as_values())
        await part.refresh()

    def build(month: Month) -> None:
        name = words.MONTH.format(month=month.first.month, year=month.first.year)
        with Tag("div", style="due-head"):
            Tag("h2", name, id="due-month-name")
            Tag("span", words.COUNT.format(count=month.count), style="desk-hint")
            with Tag("nav", style="desk-row", aria_label=words.CHOOSE_MONTH):
                for label, id_, to in _list_ways(month.first):
                    build_button(label, partial(go, to), id_=id_)
        if not month.count:
            Tag("p", words.MONTH_EMPTY, style="desk-empty")
        _build_table(page, asked, month, name)

    part = await page.live(TOPICS, read, build)


def _list_ways(first: dt.date) -> list[tuple[str, str, str]]:
    before, after = first - dt.timedelta(days=1), first + dt.timedelta(days=31)
    return [
        (words.PREVIOUS_MONTH, "month-before", f"{before:%Y-%m}"),
        (words.THIS_MONTH, "month-now", ""),
        (words.NEXT_MONTH, "month-after", f"{after:%Y-%m}"),
    ]


def _build_table(page: DeskPage, asked: Asked, month: Month, name: str) -> None:
    with Tag("table", style="due-month", role="table"):
        Tag("caption", name, style="unseen")
        with Tag("thead", role="rowgroup"), Tag("tr", role="row"):
            for weekday in words.WEEKDAYS:
                Tag("th", weekday, scope="col", role="columnheader")
        with Tag("tbody", role="rowgroup"):
            for week in month.weeks:
                is_empty = not any(_is_shown_narrow(day) for day in week)
                with Tag("tr", role="row", style="empty" if is_empty else ""):
                    for day in week:
                        _build_day(page, asked, day)


def _is_shown_narrow(day: Day) -> bool:
    """Tell whether a day stands in the list that a narrow screen shows."""
    return day.is_inside and (bool(day.items) or day.is_today)


def _build_day(page: DeskPage, asked: Asked, day: Day) -> None:
    marks = [
        "" if day.is_inside else "outside",
        "off" if day.is_off else "",
        "today" if day.is_today else "",
        "" if _is_shown_narrow(day) else "empty",
    ]
    with Tag("td", style=" ".join(filter(None, marks)), role="cell"):
        with Tag("p", style="due-date"):
            Tag("span", capital(write_weekday_name(day.day)), style="due-weekday")
            Tag("strong", f"{day.day.day}" if day.is_inside else f"{day.day:%d/%m}")
            for is_so, word in ((day.is_today, words.TODAY), (day.is_off, words.DAY_OFF)):
                if is_so:
                    Tag("span", word, style="due-mark" if day.is_today else "unseen")
        if day.items:
            with Tag("ul"):
                for item in day.items:
                    _build_item(page, item)
        if day.more:
            _build_more(page, asked, day)


def _build_more(page: DeskPage, asked: Asked, day: Day) -> None:
    values = asked.as_values() | {"xem": LIST, "tu": day.day, "den": day.day, "thang": ""}
    values["trang-thai"] = asked.shown
    Tag(
        "a", words.MORE.format(count=day.more), href=page.link(PATH, **values), style="due-more",
        aria_label=words.MORE_ON.format(count=day.more, day=write_day(day.day)),
    )  # fmt: skip


def _build_item(page: DeskPage, item: DayItem) -> None:
    kind, state = _find_kind(item)
    with Tag("li"), Tag("a", href=link_item(page, item.id), style=f"due-item {kind}".strip()):
        Tag("span", item.content, style="due-what")
        told = [state, _name_offices(item)] if kind else [_name_offices(item)]
        Tag("span", " · ".join(told), style="due-who")


def _name_offices(item: DayItem) -> str:
    if item.count > 1:
        return words.HANDED_IN.format(done=item.done, count=item.count)
    return item.office or words.NO_OFFICE


def _find_kind(item: DayItem) -> tuple[str, str]:
    if item.is_late:
        return "late", words.LATE
    kinds = {DueState.DONE: "good", DueState.DISPUTED: "doubt"}
    return kinds.get(item.state, ""), words.STATES[item.state]
