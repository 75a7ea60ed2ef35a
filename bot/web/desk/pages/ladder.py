"""`/desk/cai-dat/nhac-viec`: when whom is told of a due day."""

from bot.web.desk.changing import change
from bot.web.desk.page import Desk, DeskPage
from bot.web.desk.setup.parts import (
    SETTINGS,
    TOPICS,
    build_deeds,
    build_last,
    build_settings_tabs,
    build_standing,
)
from bot.web.desk.widgets.dialogs import ask_for
from bot.web.desk.widgets.forms import Alert, Field, Filled
from bot.web.desk.widgets.marks import build_section
from bot.web.desk.widgets.tables import build_table
from bot.web.desk.words import common
from bot.web.desk.words import settings as words
from bot.web.elements import Tag
from handlers.desk.settings.known import LADDER, say_audience
from handlers.desk.settings.simple import (
    LadderTyped,
    LadderView,
    go_by_above,
    list_days,
    read_ladder,
    save_ladder,
)
from handlers.desk.visitor import Power
from handlers.texts.forms import capital
from knowledge.ladder import Audience, LadderSettings


def add_page(desk: Desk) -> None:
    """Put the page."""

    @desk.page(f"{SETTINGS}/nhac-viec", power=Power.VIEW_SETTINGS, title=common.SETTINGS)
    async def ladder(page: DeskPage) -> None:
        build_settings_tabs(page)
        await page.live(TOPICS, lambda: page.read(read_ladder), lambda view: _build(page, view))


def _build(page: DeskPage, view: LadderView) -> None:
    settings = view.settings
    with build_section(words.LADDER):
        build_standing(page, view.standing)
        before = [(label, _join(steps)) for _, label, steps in _list_before(settings)]
        build_table(
            words.BEFORE, (words.CASE, words.STEPS), before, empty=common.NONE, shows_caption=True
        )
        after = [
            (words.LATE_STEP.format(days=each.offset), capital(say_audience(each.audience)))
            for each in settings.escalations
        ]
        build_table(
            words.AFTER, (words.WHEN, words.WHO), after, empty=common.NONE, shows_caption=True
        )
        Tag("p", words.WEEKLY_YES if settings.is_weekly else words.WEEKLY_NO, style="desk-hint")
        build_deeds(
            page, view.standing, name=words.LADDER,
            edit=lambda: _ask(page, view), go_by_above=lambda: _go_by_above(page, view),
        )  # fmt: skip
    build_last(page, view.standing.last)


def _list_before(settings: LadderSettings) -> tuple[tuple[str, str, tuple[int, ...]], ...]:
    return (
        ("early", words.EARLY.format(days=settings.early_from), settings.early),
        ("usual", words.USUAL, settings.usual),
        ("short", words.SHORT.format(days=settings.short_until), settings.short),
    )


def _join(days: tuple[int, ...]) -> str:
    return ", ".join(map(str, days))


def _ask(page: DeskPage, view: LadderView) -> None:
    async def act(filled: Filled, alert: Alert) -> object:
        typed = LadderTyped(
            {name: filled.get(name) for name, _, _ in _list_before(view.settings)},
            {who.value: filled.get(who.value) for who in Audience},
            is_weekly=filled.has("weekly"),
        )
        return await change(
            page,
            lambda work, visitor, over: save_ladder(
                work, visitor, typed, seen=view.own, now=page.app.clock.now(), overwrite=over
            ),
            said=words.LADDER_SAVED,
            alert=alert,
        )

    ask_for(
        page, words.LADDER, words.LADDER_HINT, fields=_list_fields(view.settings),
        yes=common.SAVE, act=act,
    )  # fmt: skip


def _list_fields(settings: LadderSettings) -> tuple[Field, ...]:
    before = (
        Field(name, words.STEPS_OF.format(name=label), value=_join(steps), longest=100)
        for name, label, steps in _list_before(settings)
    )
    after = (
        Field(
            who.value, words.LATE_OF.format(name=say_audience(who)),
            value=list_days(settings, who), longest=100,
        )
        for who in Audience
    )  # fmt: skip
    weekly = Field("weekly", words.WEEKLY, "check", "1" if settings.is_weekly else "")
    return (*before, *after, weekly)


async def _go_by_above(page: DeskPage, view: LadderView) -> None:
    await change(
        page,
        lambda work, visitor, over: go_by_above(
            work, visitor, LADDER, seen=view.own, now=page.app.clock.now(), overwrite=over
        ),
        said=words.WENT_BACK,
    )
