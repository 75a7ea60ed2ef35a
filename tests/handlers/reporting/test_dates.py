"""Every date said of a report stands in the row, in its document, or under `basis`."""

import datetime as dt
import re
from itertools import product

from handlers.reporting import RuleRequest, add_rule
from knowledge.calendar import load_calendar
from knowledge.reporting import Period, find_data_period, find_sending_day
from storage.values import ReportingRule
from tests.factories.reports import DATED, GENERAL, NAMED, REFERS, ask, load_plans, write_plan
from tests.factories.talk import MONDAY, Chat

DATE = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})(?:/(\d{4}))?(?![\d/])")
WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
WEEKDAY = re.compile(rf"({'|'.join(WEEKDAYS)}) (\d{{2}})/(\d{{1,2}})/(\d{{4}})")
PERIODS = [
    ("quý I", Period.QUARTER, 1),
    ("quý II", Period.QUARTER, 2),
    ("quý III", Period.QUARTER, 3),
    ("quý IV", Period.QUARTER, 4),
    ("tháng 1", Period.MONTH, 1),
    ("tháng 3", Period.MONTH, 3),
    ("tháng 12", Period.MONTH, 12),
    ("6 tháng đầu năm", Period.HALF, 1),
    ("6 tháng cuối năm", Period.HALF, 2),
    ("9 tháng", Period.NINE_MONTHS, 1),
    ("năm", Period.YEAR, 1),
]


async def enter_rules(chat: Chat) -> list[ReportingRule]:
    rules = []
    for number, period in enumerate(Period):
        request = RuleRequest(period, 14 + number, "Công văn số 45/UBND-VP", number % 2)
        added = await add_rule(chat.app.database, 1, request, now=MONDAY, by="test")
        rules.append(added.rule)
    return rules


async def test_dates_are_those_of_the_row_the_law_and_the_rule(chat: Chat) -> None:
    await load_plans(chat, write_plan(NAMED, REFERS, GENERAL))
    rules = {rule.period: rule for rule in await enter_rules(chat)}
    for (name, period, number), year in product(PERIODS, (None, 2026)):
        text = f"hạn báo cáo {name}" + (f" năm {year}" if year else "")
        answer = await ask(chat.app.database, text)
        assert answer
        data = find_data_period(period, number, 2026)
        day = find_sending_day(rules[period], number, 2026)
        assert data
        assert day
        known = {
            dt.date(2026, 1, 12),  # the plan's own day
            dt.date(2025, 3, 10),  # of the circular that a row names
            data.first,
            data.last,
            day,
            load_calendar().working_day_on_or_before(day),
        }
        for found in DATE.finditer(answer.text):
            first, second, of_year = int(found[1]), int(found[2]), found[3]
            matches = [each for each in known if (each.day, each.month) == (first, second)]
            assert matches, (text, found[0])
            assert not of_year or int(of_year) in {each.year for each in matches}
        for said in WEEKDAY.finditer(answer.text):
            on = dt.date(int(said[4]), int(said[3]), int(said[2]))
            assert said[1] == WEEKDAYS[on.weekday()]


async def test_what_leans_on_a_rule_stands_in_basis(chat: Chat) -> None:
    await load_plans(chat, write_plan(NAMED, DATED))
    await enter_rules(chat)
    for name, _, _ in PERIODS:
        answer = await ask(chat.app.database, f"hạn báo cáo {name}")
        assert answer
        rest = answer.text
        for line in answer.basis:
            assert line in answer.text
            rest = rest.replace(line, "")
        assert "Nghị định" not in rest
        assert "45/UBND-VP" not in rest
