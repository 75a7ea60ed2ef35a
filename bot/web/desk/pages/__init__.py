"""The pages, one file each."""

from collections.abc import Callable

from bot.web.desk.page import Desk
from bot.web.desk.pages import (
    answers,
    calendar,
    case,
    cases,
    due_item,
    people,
    plan,
    plans,
    reports,
    sessions,
    settings,
    today,
)

ADD_PAGES: tuple[Callable[[Desk], None], ...] = (
    today.add_page,
    plans.add_page,
    plan.add_page,
    calendar.add_page,
    due_item.add_page,
    cases.add_page,
    case.add_page,
    answers.add_page,
    people.add_page,
    reports.add_page,
    settings.add_page,
    sessions.add_page,
)
