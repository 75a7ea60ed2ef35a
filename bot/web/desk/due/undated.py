"""Rows of plans that no day follows from, and what a clerk decides on them."""

from functools import partial

from bot.web.desk.page import DeskPage
from bot.web.desk.plans.row_dialogs import ask_own_plan, ask_rule
from bot.web.desk.widgets.marks import build_badge, build_button, build_section
from bot.web.desk.widgets.tables import Cell, Column, build_table
from bot.web.desk.words import calendar as words
from bot.web.elements import Tag
from handlers.desk.due.undated import Undated, UndatedLine, read_undated
from handlers.texts.forms import capital, clip
from knowledge.treatments import Treatment
from storage.values import Topic

_TOPICS = {Topic.DUE, Topic.PLANS, Topic.SETTINGS}
_LONGEST = 300
_WAITING = (
    Column(words.COLUMN_WORK, "wide"),
    Column(words.WHY),
    Column(words.COLUMN_ACTS, "due-acts"),
)
_OTHERS = (Column(words.COLUMN_WORK, "wide"), Column(words.WHY), Column(words.TREATMENT))


async def build_undated(page: DeskPage) -> None:
    """Lay out what waits for a day, then what is followed in another way."""

    async def read() -> Undated:
        now = page.app.clock.now()
        return await page.read(lambda work, visitor: read_undated(work, visitor, now=now))

    await page.live(_TOPICS, read, partial(_build, page))


def _build(page: DeskPage, found: Undated) -> None:
    Tag("p", words.UNDATED_HINT, style="desk-hint")
    with build_section(words.UNDATED_WAITING):
        rows = [_build_waiting(page, found, line) for line in found.waiting]
        build_table(words.UNDATED_WAITING, _WAITING, rows, empty=words.UNDATED_NONE)
    with build_section(words.UNDATED_OTHERS):
        others = [_build_other(page, line) for line in found.others]
        build_table(words.UNDATED_OTHERS, _OTHERS, others, empty=words.UNDATED_OTHERS_NONE)


def _build_waiting(page: DeskPage, found: Undated, line: UndatedLine) -> list[Cell]:
    return [
        lambda: _build_work(page, line),
        capital(line.reason),
        lambda: _build_acts(page, found, line),
    ]


def _build_other(page: DeskPage, line: UndatedLine) -> list[Cell]:
    return [lambda: _build_work(page, line), capital(line.reason), line.decided or line.told]


def _build_work(page: DeskPage, line: UndatedLine) -> None:
    Tag("p", clip(line.content, _LONGEST), style="due-content")
    source = words.ROW_OF.format(row=line.row, document=line.document)
    with Tag("p", style="due-source"):
        if line.is_superiors:
            build_badge(words.SUPERIORS.format(place="cấp trên"))
        if line.is_superiors:
            Tag("span", source)
        else:
            Tag("a", source, href=page.link(f"/desk/ke-hoach/{line.plan_id}"))


def _build_acts(page: DeskPage, found: Undated, line: UndatedLine) -> None:
    if line.decided:
        Tag("span", line.decided)
    if not found.may_decide:
        Tag("span", line.told)
        return
    id_ = f"undated-{line.plan_id}-{line.row}"
    what = f"{clip(line.content, 80)}"
    if line.treatment is Treatment.REPORTING_RULE:
        build_button(
            words.PICK_RULE, partial(ask_rule, page, *_name_row(line)), id_=id_,
            description=f"{words.PICK_RULE} – {what}",
        )  # fmt: skip
    elif line.treatment is Treatment.SEPARATE_PLAN:
        build_button(
            words.NAME_PLAN, partial(ask_own_plan, page, *_name_row(line)), id_=id_,
            description=f"{words.NAME_PLAN} – {what}",
        )  # fmt: skip
    elif not line.is_superiors:
        Tag("a", words.FIX_TIME, href=page.link(f"/desk/ke-hoach/{line.plan_id}"),
            style="desk-button", aria_label=f"{words.FIX_TIME} – {what}")  # fmt: skip


def _name_row(line: UndatedLine) -> tuple[int, int, str]:
    return line.plan_id, line.row, clip(line.content, 200)
