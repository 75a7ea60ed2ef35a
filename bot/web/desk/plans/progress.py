"""Files that were sent: how far they are, and what is to be decided about them."""

from bot.web.desk.page import DeskPage
from bot.web.desk.plans.readings import Readings, ReadingView, Stage
from bot.web.desk.widgets.marks import build_badge, build_button
from bot.web.desk.words import plans as words
from bot.web.elements import Tag
from handlers.desk.visitor import Power, Visitor

_KINDS = {Stage.DONE: "good", Stage.FAILED: "late", Stage.ASKING: "soon"}


def build_readings(page: DeskPage, readings: Readings, view: tuple[ReadingView, ...]) -> None:
    """Lay out the files that were sent, the last one first."""
    if not view:
        return
    Tag("h3", words.READINGS)
    with Tag("ul", style="plan-readings"):
        for each in view:
            with Tag("li", style="plan-reading", data_stage=each.stage.value):
                _build_reading(page, readings, each)


def _build_reading(page: DeskPage, readings: Readings, each: ReadingView) -> None:
    with Tag("p", style="desk-row"):
        Tag("strong", each.name)
        build_badge(words.STAGES[each.stage.value], _KINDS.get(each.stage, ""))
        Tag("span", words.SENT_BY.format(name=each.by), style="desk-hint")
    if each.stage in (Stage.WAITING, Stage.READING, Stage.KEEPING):
        _build_progress(each)
    if each.outcome and (text := words.OUTCOMES[each.outcome.value]):
        Tag("p", text, style="desk-hint")
    if each.said:
        Tag("p", each.said, style="plan-said")
    _build_choices(page, readings, each)


def _build_progress(each: ReadingView) -> None:
    known = {"value": str(each.done), "max": str(each.total)} if each.total else {}
    label = f"{words.STAGES[each.stage.value]} {each.name}"
    Tag("progress", aria_label=label, **known)
    if each.total:
        form = words.PAGES_DONE if each.stage is Stage.READING else words.PIECES_DONE
        Tag("span", form.format(done=each.done, total=each.total), style="desk-hint")


def _build_choices(page: DeskPage, readings: Readings, each: ReadingView) -> None:
    async def keep() -> None:
        async def deed() -> None:
            readings.keep_anyway(await _check(page), each.number)

        await page.do(deed)

    async def forget() -> None:
        async def deed() -> None:
            readings.forget(await _check(page), each.number)

        await page.do(deed)

    with Tag("p", style="desk-row"):
        if each.stage is Stage.DONE:
            path = page.link(f"/desk/ke-hoach/{each.plan_id}")
            Tag("a", words.CHECK_NOW, href=path, style="desk-button main")
        if each.stage is Stage.ASKING:
            label = words.KEEP_HERE.format(place=page.visitor.place.name)
            build_button(label, keep, id_=f"keep-{each.number}")
            build_button(words.DO_NOT_KEEP, forget, id_=f"forget-{each.number}")
        elif each.stage in (Stage.DONE, Stage.FAILED):
            build_button(
                words.HIDE, forget, id_=f"forget-{each.number}",
                description=f"{words.HIDE} {each.name}",
            )  # fmt: skip


async def _check(page: DeskPage) -> Visitor:
    return await page.check(Power.EDIT_PLANS)
