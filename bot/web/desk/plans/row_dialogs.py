"""Asking a clerk which rule, or which plan of its own, gives a row of a plan its days."""

from bot.web.desk.changing import change
from bot.web.desk.page import DeskPage
from bot.web.desk.widgets.dialogs import Dialog, ask_for
from bot.web.desk.widgets.forms import Alert, Field, Filled
from bot.web.desk.widgets.marks import build_button
from bot.web.desk.words import common
from bot.web.desk.words import plans as words
from bot.web.elements import Tag
from handlers.desk.plans.choices import list_rules
from handlers.desk.plans.decisions import name_own_plan, read_decided, use_rule
from handlers.plans.deciding import LONGEST_NUMBER, DecidedRow
from handlers.plans.deciding_skill import word_decision


async def ask_rule(page: DeskPage, plan_id: int, row: int, body: str = "") -> None:
    """Ask which reporting rule gives a row its days."""
    clock, title = page.app.clock, words.RULE_TITLE.format(row=row)
    rules = await page.do(
        lambda: page.read(lambda work, visitor: list_rules(work, visitor, now=clock.now()))
    )
    seen = await _read_decided(page, plan_id, row)
    if rules is None or seen is None:
        return
    if not rules:
        tell_in_dialog(page, title, words.NO_RULES)
        return

    async def act(filled: Filled, alert: Alert) -> object:
        return await change(
            page,
            lambda work, visitor, is_sure: use_rule(
                work, visitor, plan_id, row, filled.number("rule"),
                seen=None if is_sure else seen, now=clock.now(),
            ),
            said=word_decided_row,
            alert=alert,
        )  # fmt: skip

    options = tuple((str(number), text) for number, text in rules)
    field = Field("rule", words.RULE, "select", options=options, is_required=True)
    ask_for(page, title, body, fields=(field,), yes=common.SAVE, act=act)


async def ask_own_plan(page: DeskPage, plan_id: int, row: int, body: str = "") -> None:
    """Ask for number and day of the plan of its own that gives a row its days."""
    seen = await _read_decided(page, plan_id, row)
    if seen is None:
        return

    async def act(filled: Filled, alert: Alert) -> object:
        return await change(
            page,
            lambda work, visitor, is_sure: name_own_plan(
                work, visitor, plan_id, row, filled.get("number"), filled.day("day"),
                seen=None if is_sure else seen, now=page.app.clock.now(),
            ),
            said=word_decided_row,
            alert=alert,
        )  # fmt: skip

    fields = (
        Field("number", words.SEPARATE_NUMBER, hint=words.SEPARATE_HINT, is_required=True,
              longest=LONGEST_NUMBER),
        Field("day", words.SEPARATE_DAY, "date"),
    )  # fmt: skip
    title = words.SEPARATE_TITLE.format(row=row)
    ask_for(page, title, body, fields=fields, yes=common.SAVE, act=act)


async def _read_decided(page: DeskPage, plan_id: int, row: int) -> str | None:
    return await page.do(
        lambda: page.read(lambda work, visitor: read_decided(work, visitor, plan_id, row))
    )


def word_decided_row(decided: DecidedRow) -> str:
    """Say what was decided on a row."""
    return word_decision(decided, "vi")


def tell_in_dialog(page: DeskPage, title: str, text: str) -> None:
    """Say over the page why something cannot be chosen."""
    with Dialog(page, title) as dialog:
        Tag("p", text, style="desk-dialog-body")
        build_button(common.CLOSE, dialog.close)
