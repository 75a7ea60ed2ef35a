"""One due day in full."""

from functools import partial

from bot.web.desk.due.acting import Acting, find_badge, run
from bot.web.desk.due.asking import PATH, TOPICS, link_item
from bot.web.desk.page import DeskPage
from bot.web.desk.widgets.marks import (
    build_back,
    build_badge,
    build_button,
    build_facts,
    build_section,
)
from bot.web.desk.widgets.tables import Cell, Column, build_table
from bot.web.desk.words import calendar as words
from bot.web.elements import Tag
from handlers.desk.due.acts import urge_offices
from handlers.desk.due.item import EventLine, ItemView, read_item
from handlers.desk.due.powers import Act
from handlers.desk.due.standing import OfficeLine, Standing
from handlers.tasks.wording import write_code
from handlers.texts.forms import capital, join_names, write_day, write_time, write_weekday
from storage.values import DueState


async def build_item(page: DeskPage, item_id: int) -> None:
    """Lay out an item; it follows changes."""
    app = page.app

    async def read() -> ItemView:
        return await page.read(
            lambda work, visitor: read_item(
                work, visitor, item_id, now=app.clock.now(), calendar=app.calendar
            )
        )

    build_back(words.BACK, page.link(PATH))
    await page.live(TOPICS, read, partial(_build, page))


def _build(page: DeskPage, view: ItemView) -> None:
    entry, acting = view.entry, Acting(page, view.entry)
    with Tag("section", style="desk-section due-top", aria_labelledby="due-title"):
        with Tag("p", style="desk-row"):
            Tag("strong", words.ITEM.format(code=write_code(entry.id)))
            build_badge(*find_badge(entry))
            if entry.superior:
                build_badge(words.SUPERIORS.format(place=entry.superior))
            if view.last_day != entry.due_on:
                build_badge(words.PUT_OFF, "soon")
        Tag("h2", entry.content, id="due-title")
        _build_facts(view)
        with Tag("div", style="desk-buttons"):
            acting.build([act for act in view.acts if act is not Act.DECIDE])
            if view.can_undo:
                acting.build_undo()
    if entry.state is DueState.DISPUTED:
        Tag("p", words.DISPUTED_BODY, style="due-note")
    if view.request:
        _build_request(view, acting)
    if view.standing:
        _build_standing(page, view.standing)
    _build_written(page, view)
    _build_steps(view)
    _build_history(view)


def _build_facts(view: ItemView) -> None:
    entry = view.entry
    left = f" ({entry.left})" if entry.left else ""
    done = ""
    if view.done_at:
        done = words.DONE_BY_AT.format(name=view.done_by, at=write_time(view.done_at))
    is_put_off = view.last_day != entry.due_on
    build_facts(
        (
            (words.OFFICE, entry.office or words.NO_OFFICE),
            (words.GROUP, view.group),
            (words.DUE_ON, capital(write_weekday(entry.due_on)) + left),
            (words.PLANNED_DAY, capital(write_weekday(view.last_day)) if is_put_off else ""),
            (words.DONE_BY, done),
            (words.RESULT, view.result),
            (words.PAUSED, capital(write_weekday(view.paused_until)) if view.paused_until else ""),
        )
    )


def _build_request(view: ItemView, acting: Acting) -> None:
    request = view.request
    assert request
    with build_section(words.WAITING, id_="due-request"), Tag("div", style="due-note"):
        Tag("p", words.WAITING_BODY.format(
            name=capital(request.name), day=write_weekday(request.day), at=write_time(request.at)
        ))  # fmt: skip
        if request.reason:
            Tag("p", words.REASON_IS.format(reason=request.reason))
        if Act.DECIDE in view.acts:
            with Tag("div", style="desk-buttons"):
                acting.build_verdict(request.day)


def _build_standing(page: DeskPage, standing: Standing) -> None:
    missing = [each.office for each in standing.offices if each.state is DueState.OPEN]
    shape = words.MISSING if missing else words.HANDED
    text = shape.format(done=standing.done, total=standing.total, offices=join_names(missing))
    with build_section(words.STANDING, id_="due-standing"):
        Tag("p", text)
        columns = (words.COLUMN_OFFICE, words.COLUMN_DAY, words.COLUMN_STATE, words.DONE_ON)
        rows = [_build_office(page, each) for each in standing.offices]
        build_table(words.STANDING, columns, rows, empty="")
        if standing.urged:
            with Tag("div", style="desk-buttons"):
                build_button(
                    words.URGE_MISSING,
                    partial(run, page, urge_offices, list(standing.urged)),
                    id_="urge-missing",
                )


def _build_office(page: DeskPage, line: OfficeLine) -> list[Cell]:
    kinds = {DueState.DONE: "good", DueState.DISPUTED: "doubt"}
    badge = (words.LATE, "late") if line.is_late else (
        words.STATES[line.state], kinds.get(line.state, "")
    )  # fmt: skip
    return [
        lambda: Tag("a", line.office, href=link_item(page, line.id)),
        write_day(line.due_on),
        lambda: build_badge(*badge),
        write_day(line.done_on) if line.done_on else "",
    ]


def _build_written(page: DeskPage, view: ItemView) -> None:
    fields = view.fields
    with build_section(words.WRITTEN, id_="due-written"):
        build_facts(
            (
                (words.SECTION, fields.section),
                (words.CONTENT, fields.content),
                (words.OCCURRENCE, fields.label),
                (words.LEAD, fields.lead),
                (words.SUPPORTING, fields.supporting),
                (words.TIMEFRAME, fields.timeframe),
                (words.DELIVERABLE, fields.deliverable),
                (words.ROW, str(fields.row) if fields.row else ""),
                (words.SOURCE, capital(view.entry.source)),
            )
        )
        if view.plan_id is not None:
            with Tag("div", style="desk-buttons"):
                Tag("a", words.OPEN_PLAN, href=page.link(f"/desk/ke-hoach/{view.plan_id}"),
                    style="desk-button")  # fmt: skip


def _build_steps(view: ItemView) -> None:
    with build_section(words.STEPS, id_="due-steps"):
        if not (view.told or view.coming):
            Tag("p", words.STEPS_NONE, style="desk-empty")
        if view.told:
            Tag("h3", words.TOLD)
            rows = [(write_time(e.at), capital(e.step), e.names) for e in view.told]
            build_table(words.TOLD, (words.STEP_AT, words.STEP, words.WHO), rows, empty="")
        if view.coming:
            Tag("h3", words.COMING)
            columns = (words.FORESEEN_DAY, words.STEP, words.WHOM, words.WHO)
            coming = [
                (capital(write_weekday(each.day)), capital(each.step), capital(each.audience),
                 each.names or words.NOBODY)
                for each in view.coming
            ]  # fmt: skip
            build_table(words.COMING, columns, coming, empty="")


def _build_history(view: ItemView) -> None:
    with build_section(words.HISTORY, id_="due-history"):
        columns = (Column(words.AT, "tight"), words.NAME, words.WHAT, words.NOTE)
        rows = [_write_event(event) for event in reversed(view.events)]
        build_table(words.HISTORY, columns, rows, empty=words.HISTORY_NONE)


def _write_event(event: EventLine) -> list[Cell]:
    day = f" {write_day(event.day)}" if event.day else ""
    undone = ""
    if event.undone_at:
        undone = " " + words.UNDONE.format(at=write_time(event.undone_at))
    what = f"{capital(event.what)}{day}{undone}"
    return [write_time(event.at), capital(event.name), what, event.note]
