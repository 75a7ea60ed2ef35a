"""`/desk/cai-dat/quy-tac`: by which days the office sends its reports."""

from collections.abc import Mapping
from functools import partial

from bot.web.desk.changing import change
from bot.web.desk.page import Desk, DeskPage
from bot.web.desk.setup.parts import SETTINGS, TOPICS, build_last, build_settings_tabs, may_edit
from bot.web.desk.widgets.dialogs import ask, ask_for
from bot.web.desk.widgets.forms import Alert, Field, Filled
from bot.web.desk.widgets.marks import build_badge, build_button, build_section
from bot.web.desk.widgets.tables import Cell, Column, build_table
from bot.web.desk.words import common
from bot.web.desk.words import settings as words
from bot.web.elements import Tag
from handlers.desk.settings.rules import (
    PERIODS,
    LawLine,
    RuleLine,
    RulesView,
    add_rule,
    read_rules,
    remove_rule,
)
from handlers.desk.visitor import Power
from handlers.reporting import RuleRequest
from handlers.texts import say
from handlers.texts.forms import capital

_COLUMNS = (
    words.PERIOD,
    words.DAY,
    Column(words.BASIS, "wide"),
    words.VALID,
    Column(words.NEXT, "tight"),
    words.ACTIONS,
)


def add_page(desk: Desk) -> None:
    """Put the page."""

    @desk.page(f"{SETTINGS}/quy-tac", power=Power.VIEW_SETTINGS, title=common.SETTINGS)
    async def rules(page: DeskPage) -> None:
        build_settings_tabs(page)

        async def read() -> RulesView:
            now = page.app.clock.now()
            return await page.read(lambda work, visitor: read_rules(work, visitor, now=now))

        await page.live(TOPICS, read, lambda view: _build(page, view))


def _build(page: DeskPage, view: RulesView) -> None:
    is_own = may_edit(page) and not view.source
    columns = _COLUMNS if is_own else _COLUMNS[:-1]
    with build_section(words.RULES, description=words.RULES_HINT):
        if view.source:
            build_badge(words.BY_ABOVE.format(place=view.source))
        rows = [_write(page, line)[: len(columns)] for line in view.rules]
        build_table(words.RULES, columns, rows, empty=words.NO_RULES)
        if may_edit(page):
            with Tag("div", style="desk-buttons"):
                label = words.SET_OWN if view.source else words.ADD_RULE
                build_button(label, lambda: _ask(page, view), id_="add", style="main")
    with build_section(words.LAW):
        law = [_write_law(each) for each in view.law]
        build_table(words.LAW, (words.PERIOD, words.DATA, words.BASIS), law, empty=common.NONE)
    build_last(page, view.last)


def _write_law(line: LawLine) -> tuple[str, str, str]:
    return line.kind, words.DATA_DAYS.format(first=line.first, last=line.last), line.basis


def _write(page: DeskPage, line: RuleLine) -> tuple[Cell, ...]:
    described = words.REMOVE_RULE_OF.format(kind=line.kind.lower(), day=line.day.lower())

    def build_remove() -> None:
        press = partial(_remove, page, line)
        build_button(words.REMOVE_RULE, press, id_=f"rule-{line.id}", description=described)

    coming = line.coming or common.NONE
    return line.kind, line.day, line.basis, line.validity or common.NONE, coming, build_remove


def _ask(page: DeskPage, view: RulesView) -> None:
    async def act(filled: Filled, alert: Alert) -> object:
        return await change(
            page,
            lambda work, visitor, _over: add_rule(
                work, visitor, _read_request(filled), now=page.app.clock.now()
            ),
            said=_say_added,
            alert=alert,
        )

    body = words.RULE_FIRST_OWN.format(place=view.source) if view.source else words.RULES_HINT
    periods = tuple((each.value, capital(say(f"kind_{each.value}"))) for each in PERIODS)
    hints: Mapping[str, str] = {"day": words.DAY_FIELD_HINT, "months": words.MONTHS_AFTER_HINT}
    fields = (
        Field("period", words.PERIOD, "select", "quarter", options=periods),
        Field("day", words.DAY_FIELD, "number", is_required=True, longest=2, hint=hints["day"]),
        Field("months", words.MONTHS_AFTER, "number", "0", longest=2, hint=hints["months"]),
        Field("basis", words.BASIS, is_required=True, longest=300),
        Field("from", words.VALID_FROM, "date"),
        Field("to", words.VALID_TO, "date"),
    )
    ask_for(page, words.ADD_RULE, body, fields=fields, yes=common.SAVE, act=act)


def _read_request(filled: Filled) -> RuleRequest:
    return RuleRequest(
        filled.get("period"),
        filled.number("day") or 0,
        filled.get("basis"),
        filled.number("months") or 0,
        filled.day("from"),
        filled.day("to"),
    )


def _say_added(warning: str) -> str:
    return f"{words.RULE_ADDED} {warning}".strip()


def _remove(page: DeskPage, line: RuleLine) -> None:
    async def act(alert: Alert) -> object:
        return await change(
            page,
            lambda work, visitor, _over: remove_rule(
                work, visitor, line.id, now=page.app.clock.now()
            ),
            said=words.RULE_REMOVED,
            alert=alert,
        )

    title = words.REMOVE_RULE_OF.format(kind=line.kind.lower(), day=line.day.lower())
    body = words.REMOVE_RULE_BODY
    ask(page, title, body, yes=words.REMOVE_RULE, act=act, is_dangerous=True)
